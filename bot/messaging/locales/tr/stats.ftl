# Bir sürenin sayıları, sözle ve resimle. Açıklamalar en çok 100 karakterdir.

name-usage-stats = istatistik
option-period = dönem
usage-stats-description = Bir günün, haftanın, ayın ya da aralığın sayıları, grafiklerle birlikte
usage-stats-period = Ne kadar geriye, bugün dahil; belirtmezsen bir hafta
usage-stats-period-day = gün
usage-stats-period-week = hafta
usage-stats-period-month = ay
usage-stats-since = Ne zamandan beri: bir gün, UTC saati ya da ne kadar önce, örneğin 2026-03-01 ya da 3d
usage-stats-until = Ne zamana kadar: bir gün (dahil), UTC saati ya da ne kadar önce, örneğin 2026-03-07
stats-period-unknown = Dönem bir gün, bir hafta ya da bir aydır. Hiçbir şey değişmedi. Birini seç ya da `{ option-since }` ve `{ option-until }` belirt.
range-ahead = O zaman henüz gelmedi. Hiçbir şey değişmedi. Geçmişten başla; `{ option-since }` için örnek: `7d`.
stats-none = { $since } ile { $until } arasında hiçbir şey istenmedi. Daha geriye bakmak için daha uzun bir `{ option-period }` seç ya da başlangıcı belirt; `{ option-since }` için örnek: `90d`.
stats-heading = **{ $since } ile { $until } arası**
stats-attempts = İstekler: { $count }
stats-outcome-delivered = Teslim edilen: { $count }
stats-outcome-kept = Saklanan: { $count }
stats-outcome-under-way = Süren: { $count }
stats-outcome-refused = Reddedilen: { $count }
stats-outcome-cancelled = İptal edilen: { $count }
stats-outcome-failed = Başarısız: { $count }
stats-clips = Teslim edilen videolar: { $clips }, toplam { $length }
stats-spend = Harcanan: { USD($usd) }, ücreti henüz bilinmeyenler için tahminle
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
stats-reports-none = Karar bekleyen şikâyet yok.
stats-reports = { $count } şikâyet karar bekliyor: vaka { $cases }
stats-reports-many = { $count } şikâyetten fazlası karar bekliyor: vaka { $cases }
stats-paused = Bu sunucu { $at } tarihinden beri duraklatılmış: yeni istekler reddedilir.
stats-blocked = { $count ->
    [one] Bir üye engellenmiş durumda.
   *[other] { $count } üye engellenmiş durumda.
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
usage-export-description = Bu sunucunun kayıtlarını dosya olarak al: açıklamalarıyla her istek, gizliler de
usage-export-format = Dosyanın nasıl yazılacağı; belirtmezsen CSV
usage-export-format-csv = CSV, tablo programları için
usage-export-format-jsonl = JSON satırları, programlar için
export-progress = Kayıtlar yazılıyor: { $total } istekten şimdiye dek { $written } tanesi.
export-done = Bu sunucunun kayıtlarından { $rows ->
    [one] bir istek
   *[other] { $rows } istek
  }, { $files ->
    [one] bir dosyada
   *[other] { $files } dosyada
  }. Üyelerin yazdıkları, gizli istekler de içindedir: paylaşırken dikkatli ol.
export-compressed = Dosyalar gzip ile sıkıştırıldı; çoğu arşiv programı bunları açar.
export-more = Mesaj { $number }, toplam { $count }.
export-none = Bu sunucunun kayıtlarında o sürede ({ $range }) istek yok. Hiçbir şey yazılmadı. Daha geriye bakmak için `{ option-since }` ve `{ option-until }` seçeneklerini boş bırak ya da daha erken başla; `{ option-since }` için örnek: `90d`.
export-format-unknown = Dosya CSV ya da JSON satırlarıdır. Hiçbir şey yazılmadı. Birini seçip yeniden dene.
export-busy-here = Bu sunucunun bir dışa aktarımı zaten yazılıyor. Hiçbir şey başlatılmadı. Bitmesini bekleyip yeniden dene.
export-busy = Şu anda başka sunucuların dışa aktarımları yazılıyor. Hiçbir şey başlatılmadı. Birkaç dakika sonra yeniden dene.
export-too-large = Kayıtlarda o sürede { NUMBER($rows) } istek var, buradan gönderilebilecekten çok. Hiçbir şey gönderilmedi. `{ option-since }` ve `{ option-until }` ile daha kısa bir süre seç; bu botu işleten kişi hepsini bir kerede dışa aktarabilir.
export-too-slow = { NUMBER($rows) } isteği yazmak bu yanıta tanınan süreden uzun sürdü. Hiçbir şey gönderilmedi. `{ option-since }` ve `{ option-until }` ile daha kısa bir süre seç; bu botu işleten kişi hepsini bir kerede dışa aktarabilir.
export-no-room = Bu botun diskinde dosya için yer yok. Hiçbir şey gönderilmedi. Daha kısa bir süre seç ya da botu işleten kişiye haber ver.
export-not-sent = Discord dosyaların tümünü almadı. Yukarıdakiler eksiksizdir, kalanı yoktur. Yeniden dene; sürerse daha kısa bir süre seç.
