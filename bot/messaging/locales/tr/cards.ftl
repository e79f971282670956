# Kart, istek anından başlayarak kanalda durur ve iş bitince katlanır.

prompt-erased = Açıklaması artık saklanmayan bir video
options = { $duration } sn · { $ratio } · cfg { NUMBER($cfg, maximumFractionDigits: 2) }
options-sent = { $duration } sn · { $ratio } · cfg { $cfg }
leaves-out = Şunlar olmadan: { $text }

card-waiting = Başlamayı bekliyor.
card-place = { $place ->
    [1] Sırada birinci.
    [2] Sırada ikinci.
    [3] Sırada üçüncü.
    [4] Sırada dördüncü.
    [5] Sırada beşinci.
   *[other] Sıradaki yeri: { $place }.
  }
card-paused = Şu anda yeni bir şey başlatılmıyor. Bu istek sıradaki yerini koruyor.
card-starting = Başlatılıyor.
card-running = Yapılıyor. { $started } başladı.
card-late = Her zamankinden uzun sürüyor, ama yapılmaya devam ediyor.
card-starts-at-once = Yaklaşık bir dakika içinde başlar.
card-starts-minutes = { $first } ila { $last } dakika içinde başlar.
card-starts-minutes-at-most = En çok { $last } dakika içinde başlar.
card-starts-hours = { $first } ila { $last } saat içinde başlar.
card-starts-hours-at-most = En çok { $last } saat içinde başlar.
card-left-at-once = Yaklaşık bir dakika kaldı
card-left-minutes = { $first } ila { $last } dakika kaldı
card-left-minutes-at-most = En çok { $last } dakika kaldı
card-left-hours = { $first } ila { $last } saat kaldı
card-left-hours-at-most = En çok { $last } saat kaldı
card-private = -# Bu kart isteği 15 dakika boyunca izleyebilir. Sonrasında ne durumda olduğunu { -videos-list } gösterir.
card-private-over = -# Bu kart isteği artık izleyemiyor. Ne durumda olduğunu { -videos-list } gösterir.
card-stopping = Durdurma isteği iletildi. Video hizmeti bırakır bırakmaz sona erer.
card-delivering = Yapıldı. Yolda.
card-delivered-here = Tamamlandı: { $url }
card-delivered-directly = Tamamlandı: direkt mesajla gönderildi.
card-delivered-fetched = Tamamlandı: isteyen üye aldı.
card-delivered-privately = Tamamlandı: video aşağıda.
card-deleted = Tamamlandı, sonra silindi.
