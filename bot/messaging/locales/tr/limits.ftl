# Limits that a server sets below the operator's: refusals, what is left of a month, prices.

refused-user-monthly-limit = { $limit ->
    [0] Burada video isteyemezsin
    [1] 30 günde bir video isteyebilirsin
   *[other] 30 günde { $limit } video isteyebilirsin
  }. { -free } Bir moderatör daha fazlasını söyleyebilir. Referans `{ $reference }`.
refused-user-monthly-limit-until = { $limit ->
    [1] 30 günde bir video isteyebilirsin ve bu hakkı kullandın
   *[other] 30 günde { $limit } video isteyebilirsin ve hepsini kullandın
  }. { -free } { $frees_at } yeniden isteyebilirsin. Referans `{ $reference }`.
refused-guild-monthly-limit = { $limit ->
    [0] Bu sunucu video isteyemez
    [1] Bu sunucu 30 günde bir video isteyebilir
   *[other] Bu sunucu 30 günde { $limit } video isteyebilir
  }. { -free } Bir moderatör daha fazlasını söyleyebilir. Referans `{ $reference }`.
refused-guild-monthly-limit-until = { $limit ->
    [1] Bu sunucu 30 günde bir video isteyebilir ve bu hakkı kullandı
   *[other] Bu sunucu 30 günde { $limit } video isteyebilir ve hepsini kullandı
  }. { -free } { $frees_at } yeniden yer açılır. Referans `{ $reference }`.
refused-user-monthly-money-limit = Böyle bir video, burada 30 günde harcayabileceğin tutarı aşıyor. { -free } Daha kısa bir video sığabilir; bir moderatör daha fazlasını söyleyebilir. Referans `{ $reference }`.
refused-user-monthly-money-limit-until = Burada 30 günde harcayabileceğin tutarın tamamını kullandın. { -free } Bu videoya yetecek tutar { $frees_at } yeniden açılır. Referans `{ $reference }`.
refused-guild-monthly-money-limit = Böyle bir video, bu sunucunun 30 günde harcayabileceği tutarı aşıyor. { -free } Daha kısa bir video sığabilir; bir moderatör daha fazlasını söyleyebilir. Referans `{ $reference }`.
refused-guild-monthly-money-limit-until = Bu sunucu 30 günde harcayabileceği tutarın tamamını kullandı. { -free } Bu videoya yetecek tutar { $frees_at } yeniden açılır. Referans `{ $reference }`.
limit-by-role = -# Bu, { $role } rolünün sınırı.

quota-month = 30 gün içindeki videolar: { $limit } haktan { $left } hak kaldı.
quota-month-frees = 30 gün içindeki videolar: { $limit } haktan { $left } hak kaldı. { $frees_at } bir hak daha açılır.
quota-money-month = 30 gün içindeki harcama: { USD($spent) } / { USD($limit) }.
quota-by-role = -# Burada ne isteyebileceğini rollerinden biri belirliyor.
quota-spent = Burada videolar için harcanabilecek tutar bir videoya bile yetmiyor. Bir moderatör daha fazlasını söyleyebilir.
quota-spent-until = Burada videolar için harcanabilecek tutarın tamamı kullanıldı. Bir videoya daha yetecek tutar { $frees_at } yeniden açılır.

# Behind the options on a card, where the operator shows prices.

card-price = beklenen ücret: { USD($price) }
