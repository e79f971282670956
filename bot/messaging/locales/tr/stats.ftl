# Bir sürenin sayıları, sözle ve resimle. Açıklamalar en çok 100 karakterdir.

name-usage-stats = istatistik
option-period = dönem
usage-stats-description = Bir günün, haftanın, ayın ya da aralığın sayıları, bir resimle birlikte
usage-stats-period = Ne kadar geriye, bugün dahil; belirtmezseniz bir hafta
usage-stats-period-day = gün
usage-stats-period-week = hafta
usage-stats-period-month = ay
usage-stats-since = Ne zamandan beri: bir gün, UTC saati ya da ne kadar önce, örneğin 2026-03-01 ya da 3d
usage-stats-until = Ne zamana kadar: bir gün (dahil), UTC saati ya da ne kadar önce, örneğin 2026-03-07
stats-period-unknown = Dönem bir gün, bir hafta ya da bir aydır. Hiçbir şey değişmedi. Birini seçin ya da `{ option-since }` ve `{ option-until }` belirtin.
range-ahead = O zaman henüz gelmedi. Hiçbir şey değişmedi. Geçmişten başlayın; `{ option-since }` için örnek: `7d`.
stats-none = { $since } ile { $until } arasında hiçbir şey istenmedi. Daha geriye bakmak için daha uzun bir `{ option-period }` seçin ya da başlangıcı belirtin; `{ option-since }` için örnek: `90d`.
stats-heading = **{ $since } ile { $until } arası**
stats-attempts = İstekler: { $count }
stats-outcome-delivered = Teslim edilen: { $count }
stats-outcome-kept = Saklanan: { $count }
stats-outcome-under-way = Süren: { $count }
stats-outcome-refused = Reddedilen: { $count }
stats-outcome-cancelled = İptal edilen: { $count }
stats-outcome-failed = Başarısız: { $count }
stats-clips = Teslim edilen videolar: { $clips }, toplam { $length }
stats-spend = Harcanan: { USD($usd) }, ücreti henüz bilinmeyenlerde tahmin
stats-waiting = Bekleme: yarısı en çok { $median }, onda dokuzu en çok { $p90 }
stats-generating = Videonun yapılması: yarısı en çok { $median }, onda dokuzu en çok { $p90 }
stats-length-seconds = { $seconds } sn
stats-length-minutes = { $minutes } dk { $seconds } sn
stats-length-hours = { $hours } sa { $minutes } dk
stats-members-by-clips = En çok video:
stats-members-by-usd = En çok harcanan üyeler:
stats-channels-by-clips = En çok video çıkan kanallar:
stats-channels-by-usd = En çok harcanan kanallar:
stats-standing = { $who } { $clips } ({ USD($usd) })
stats-reports-none = Karar bekleyen bildirim yok.
stats-reports = { $count } bildirim karar bekliyor: vaka { $cases }
stats-reports-many = { $count } bildirimden fazlası karar bekliyor: vaka { $cases }
stats-paused = Bu sunucu { $at } tarihinden beri duraklatılmış: yeni istekler reddedilir.
stats-blocked = { $count ->
    [one] Bir üye engelli.
   *[other] { $count } üye engelli.
  }
stats-no-picture = Grafikler bu kez çizilemedi; sayılar onlarsız da tam.
stats-alt = Bu sunucunun { DATE($begin_s) } ile { DATE($end_s) } arasındaki isteklerinin grafikleri, UTC ile. { $figures }
chart-title = Bu sunucudaki videolar
chart-range = { DATE($begin_s) } ile { DATE($end_s) } arası, UTC
chart-count = { $count }
chart-usd = { USD($usd) }
chart-day = { DAY($at_s) }
chart-month = { MONTH($at_s) }
chart-spend = Harcanan: { USD($usd) }
chart-times = Ne kadar sürdü
chart-waiting-half = Bekleme, yarısı en çok
chart-waiting-most = Bekleme, onda dokuzu en çok
chart-generating-half = Yapım, yarısı en çok
chart-generating-most = Yapım, onda dokuzu en çok

# Günlüğün tamamı dosya olarak.

name-usage-export = dışa-aktar
option-format = dosya_biçimi
usage-export-description = Bu sunucunun günlüğünü dosya olarak alın: açıklamalarıyla her istek, gizliler de
usage-export-format = Dosyanın nasıl yazılacağı; belirtmezseniz CSV
usage-export-format-csv = CSV, tablo programları için
usage-export-format-jsonl = JSON satırları, programlar için
export-progress = Günlük yazılıyor: { $total } istekten şimdiye dek { $written } tanesi.
export-done = Bu sunucunun günlüğünden { $rows ->
    [one] bir istek
   *[other] { $rows } istek
  }, { $files ->
    [one] bir dosyada
   *[other] { $files } dosyada
  }. Üyelerin yazdıkları, gizli istekler de içindedir: paylaşırken dikkatli olun.
export-compressed = Dosyalar gzip ile sıkıştırıldı; çoğu arşiv programı bunları açar.
export-more = İleti { $number }, toplam { $count }.
export-none = Bu sunucunun günlüğünde o sürede ({ $range }) istek yok. Hiçbir şey yazılmadı. Daha geriye bakmak için `{ option-since }` ve `{ option-until }` seçeneklerini boş bırakın ya da daha erken başlayın; `{ option-since }` için örnek: `90d`.
export-format-unknown = Dosya CSV ya da JSON satırlarıdır. Hiçbir şey yazılmadı. Birini seçip yeniden deneyin.
export-busy-here = Bu sunucunun bir dışa aktarımı zaten yazılıyor. Hiçbir şey başlatılmadı. Bitmesini bekleyip yeniden deneyin.
export-busy = Şu anda başka sunucuların dışa aktarımları yazılıyor. Hiçbir şey başlatılmadı. Birkaç dakika sonra yeniden deneyin.
export-too-large = Günlükte o sürede { NUMBER($rows) } istek var, buradan gönderilebilecekten çok. Hiçbir şey gönderilmedi. `{ option-since }` ve `{ option-until }` ile daha kısa bir süre seçin; bu botu işleten kişi hepsini bir kerede dışa aktarabilir.
export-too-slow = { NUMBER($rows) } isteği yazmak bu yanıta tanınan süreden uzun sürdü. Hiçbir şey gönderilmedi. `{ option-since }` ve `{ option-until }` ile daha kısa bir süre seçin; bu botu işleten kişi hepsini bir kerede dışa aktarabilir.
export-no-room = Bu botun diskinde dosya için yer yok. Hiçbir şey gönderilmedi. Daha kısa bir süre seçin ya da botu işleten kişiye haber verin.
export-not-sent = Discord dosyaların tümünü almadı. Yukarıdakiler eksiksizdir, kalanı yoktur. Yeniden deneyin; sürerse daha kısa bir süre seçin.
