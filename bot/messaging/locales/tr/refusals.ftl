# Kabul edilmeyen bir istek: önünde ne durduğu, ücret alınmadığı, şimdi ne yapılacağı.

refused-guild-not-allowed = Bu sunucu henüz bu botun video hesabını kullanamaz. { -free } Botu işleten kişiye haber verildi; bu sunucuya izin vermesini ondan iste. Referans `{ $reference }`.
refused-paused-by-operator = Şu anda yeni video yapılmıyor{ NOTE($text) }. { -free } Sıradaki videolar yerlerini koruyor. Daha sonra yeniden dene. Referans `{ $reference }`.
refused-user-waiting-limit = { $limit ->
    [0] Burada sırada sana yer yok
    [1] Sırada bir videon var; aynı anda en çok bu kadarına izin veriliyor
   *[other] Sırada { $limit } videon var; aynı anda en çok bu kadarına izin veriliyor
  }. { -free } Seninkilerden biri başlayınca yeniden iste. Referans `{ $reference }`.
refused-guild-waiting-limit = { $limit ->
    [0] Bu sunucunun sırasında yer yok
    [1] Bu sunucunun sırada bir videosu var; aynı anda en çok bu kadarına izin veriliyor
   *[other] Bu sunucunun sırada { $limit } videosu var; aynı anda en çok bu kadarına izin veriliyor
  }. { -free } Onlardan biri başlayınca yeniden iste. Referans `{ $reference }`.
refused-user-daily-limit = { $limit ->
    [0] Burada video isteyemezsin
    [1] 24 saatte bir video isteyebilirsin
   *[other] 24 saatte { $limit } video isteyebilirsin
  }. { -free } Bir moderatör daha fazlasını söyleyebilir. Referans `{ $reference }`.
refused-user-daily-limit-until = { $limit ->
    [1] 24 saatte bir video isteyebilirsin ve bu hakkı kullandın
   *[other] 24 saatte { $limit } video isteyebilirsin ve hepsini kullandın
  }. { -free } { $frees_at } yeniden isteyebilirsin. Referans `{ $reference }`.
refused-guild-daily-limit = { $limit ->
    [0] Bu sunucu video isteyemez
    [1] Bu sunucu 24 saatte bir video isteyebilir
   *[other] Bu sunucu 24 saatte { $limit } video isteyebilir
  }. { -free } Bir moderatör daha fazlasını söyleyebilir. Referans `{ $reference }`.
refused-guild-daily-limit-until = { $limit ->
    [1] Bu sunucu 24 saatte bir video isteyebilir ve bu hakkı kullandı
   *[other] Bu sunucu 24 saatte { $limit } video isteyebilir ve hepsini kullandı
  }. { -free } { $frees_at } yeniden yer açılır. Referans `{ $reference }`.
refused-user-money-limit = Böyle bir video, burada 24 saatte harcayabileceğin tutarı aşıyor. { -free } Daha kısa bir video sığabilir; bir moderatör daha fazlasını söyleyebilir. Referans `{ $reference }`.
refused-user-money-limit-until = Burada 24 saatte harcayabileceğin tutarın tamamını kullandın. { -free } Bu videoya yetecek tutar { $frees_at } yeniden açılır. Referans `{ $reference }`.
refused-guild-money-limit = Böyle bir video, bu sunucunun 24 saatte harcayabileceği tutarı aşıyor. { -free } Daha kısa bir video sığabilir; bir moderatör daha fazlasını söyleyebilir. Referans `{ $reference }`.
refused-guild-money-limit-until = Bu sunucu 24 saatte harcayabileceği tutarın tamamını kullandı. { -free } Bu videoya yetecek tutar { $frees_at } yeniden açılır. Referans `{ $reference }`.
refused-total-money-limit = Böyle bir video, bu botun 24 saatte harcayabileceği tutarı aşıyor. { -free } Daha kısa bir video sığabilir; bir moderatör daha fazlasını söyleyebilir. Referans `{ $reference }`.
refused-total-money-limit-until = Bu bot 24 saatte harcayabileceği tutarın tamamını kullandı. { -free } Bu videoya yetecek tutar { $frees_at } yeniden açılır. Referans `{ $reference }`.
refused-wait-too-long = Sıra çok uzun: videon ancak yaklaşık { HOURS($wait_s) ->
    [0] { MINUTES($wait_s) ->
        [1] bir dakika
       *[other] { MINUTES($wait_s) } dakika
      }
    [1] bir saat
   *[other] { HOURS($wait_s) } saat
  } sonra başlayabilirdi. { -free } Daha sonra yeniden dene. Referans `{ $reference }`.
refused-running-not-allowed = Şu anda burada video yapılamaz. { -free } Bir moderatör daha fazlasını söyleyebilir. Referans `{ $reference }`.
refused-overloaded = Aynı anda, zamanında yanıtlanabilecek olandan daha fazla istek geldi. { -free } Bir dakika sonra yeniden dene. Referans `{ $reference }`.
refused-storage-full = Hazır videolar için yer kalmadı, bu yüzden yeni bir şey başlatılmıyor. { -free } Daha sonra yeniden dene. Referans `{ $reference }`.

invalid-prompt-empty = Açıklama boş. { -free } Videonun ne göstereceğini söyleyip yeniden iste. Referans `{ $reference }`.
invalid-text-too-long = { $option ->
    [negative_prompt] Videoda olmaması gerekenlerin listesi
   *[prompt] Açıklama
  } { $chars } karakter; en çok { $max_chars } karakter olabilir. { -free } Kısaltıp yeniden iste. Referans `{ $reference }`.
invalid-text-unreadable = { $option ->
    [negative_prompt] Videoda olmaması gerekenlerin listesi
   *[prompt] Açıklama
  } metin olmayan karakterler içeriyor. { -free } Onlar olmadan yeniden yaz. Referans `{ $reference }`.
invalid-duration-unknown = Bir video 5 ya da 10 saniye uzunluğundadır. { -free } Birini seçip yeniden iste. Referans `{ $reference }`.
invalid-aspect-ratio-unknown = Bir videonun biçimi 16:9, 9:16 ya da 1:1 olabilir. { -free } Birini seçip yeniden iste. Referans `{ $reference }`.
invalid-cfg-scale-out-of-range = Bir videonun açıklamaya bağlılığı 0 ile 1 arasında bir sayıdır. { -free } Bu aralıktan bir sayı seçip yeniden iste. Referans `{ $reference }`.
