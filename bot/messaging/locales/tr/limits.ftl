# Limits that a server sets below the operator's: refusals, what is left of a month, prices.

refused-user-monthly-limit = { $limit ->
    [0] Burada video isteyemezsiniz
    [1] 30 günde bir video isteyebilirsiniz
   *[other] 30 günde { $limit } video isteyebilirsiniz
  }. { -free } Bir moderatör daha fazlasını söyleyebilir. Referans `{ $reference }`.
refused-user-monthly-limit-until = { $limit ->
    [1] 30 günde bir video isteyebilirsiniz ve bu hakkı kullandınız
   *[other] 30 günde { $limit } video isteyebilirsiniz ve hepsini kullandınız
  }. { -free } { $frees_at } yeniden isteyebilirsiniz. Referans `{ $reference }`.
refused-guild-monthly-limit = { $limit ->
    [0] Bu sunucu video isteyemez
    [1] Bu sunucu 30 günde bir video isteyebilir
   *[other] Bu sunucu 30 günde { $limit } video isteyebilir
  }. { -free } Bir moderatör daha fazlasını söyleyebilir. Referans `{ $reference }`.
refused-guild-monthly-limit-until = { $limit ->
    [1] Bu sunucu 30 günde bir video isteyebilir ve bu hakkı kullandı
   *[other] Bu sunucu 30 günde { $limit } video isteyebilir ve hepsini kullandı
  }. { -free } { $frees_at } yeniden yer açılır. Referans `{ $reference }`.
refused-user-monthly-money-limit = Böyle bir videonun ücreti, burada 30 günde harcayabileceğinizden fazla. { -free } Daha kısa bir video sığabilir; bir moderatör daha fazlasını söyleyebilir. Referans `{ $reference }`.
refused-user-monthly-money-limit-until = Burada 30 günde harcayabileceğinizin tamamını kullandınız. { -free } { $frees_at } bu video için yeniden yeterli olur. Referans `{ $reference }`.
refused-guild-monthly-money-limit = Böyle bir videonun ücreti, bu sunucunun 30 günde harcayabileceğinden fazla. { -free } Daha kısa bir video sığabilir; bir moderatör daha fazlasını söyleyebilir. Referans `{ $reference }`.
refused-guild-monthly-money-limit-until = Bu sunucu 30 günde harcayabileceğinin tamamını kullandı. { -free } { $frees_at } bu video için yeniden yeterli olur. Referans `{ $reference }`.

quota-month = 30 gün içindeki videolar: { $limit } haktan { $left } hak kaldı.
quota-month-frees = 30 gün içindeki videolar: { $limit } haktan { $left } hak kaldı. { $frees_at } bir hak daha açılır.
quota-money-month = 30 gün içindeki harcama: { USD($spent) } / { USD($limit) }.
quota-by-role = -# Burada ne isteyebileceğinizi rollerinizden biri belirliyor.
quota-spent = Burada videolara harcanabilecek olan, bir videoya bile yetmiyor. Bir moderatör daha fazlasını söyleyebilir.
quota-spent-until = Burada videolara harcanabilecek olanın tamamı kullanıldı. { $frees_at } bir video daha için yeniden yeterli olur.

# Behind the options on a card, where the operator shows prices.

card-price = beklenen ücret: { USD($price) }
