# Bir sunucuda hiçbir şey isteyemeyenler: moderatörlerin komutları, formu ve listesi, ve üyenin okuduğu.

name-video-mod-block = engelle
name-video-mod-unblock = engeli-kaldır
name-video-mod-blocks = engeller
option-member = üye
option-reason = neden
video-mod-block-description = Bir üyeyi engelle: bu sunucuda video isteyemez
video-mod-block-member = Kimi: bir üye seç ya da ayrılan birinin kimliğini (ID) yaz
video-mod-block-duration = Ne kadar süre, örneğin 1h, 3d ya da 2 hafta; boş bırakılırsa süresiz
video-mod-block-reason = Neden; üye bunu video istediğinde okur
video-mod-unblock-description = Bir engeli kaldır: üye yeniden video isteyebilir
video-mod-unblock-member = Kimi: engellenen bir üye seç ya da kimliğini (ID) yaz
video-mod-blocks-description = Bu sunucuda kimlerin, ne zamana kadar ve neden engellendiğini listele

button-block = Üyeyi engelle
block-form-title = Bu üyeyi engelle
block-about = Söz konusu üye: { $member }.
block-form-length = Ne kadar süre?
block-form-length-note = Örneğin 1h, 3d ya da 2 hafta. Boş bırakılırsa engel süresizdir.
block-form-reason = Neden?
block-form-reason-note = Üye bunu video istediğinde okur.

block-done = { $member } süresiz olarak engellendi ve bu sunucuda video isteyemez{ NOTE($text) }.
block-done-until = { $member } engellendi ve bu sunucuda video isteyemez{ NOTE($text) }. Engelin bitişi: { $until }.
block-replaced = Önceki bir engelin yerine geçti.
block-cancelled = { $count ->
    [0] Bu üyenin sırada bekleyen isteği yoktu. Yapılmakta olan bir video tamamlanır.
   *[other] Bu üyenin sırada bekleyen { $count } isteği iptal edildi ve bunlar için ücret alınmadı. Yapılmakta olan bir video tamamlanır.
  }
block-cancels-later = Bu üyenin bekleyen istekleri bir dakika içinde iptal edilir ve bunlar için ücret alınmaz. Yapılmakta olan bir video tamamlanır.
block-self = Bu sensin ve kimse kendini engelleyemez. Hiçbir şey değişmedi.
block-bot = Bu botun kendisi engellenemez. Hiçbir şey değişmedi. Videoları isteyen üyeyi seç.
block-nobody = Bunu isteyen kişi verilerini sildirdi, bu yüzden engellenecek kimse yok. Hiçbir şey değişmedi.
block-length-unreadable = Bu, bir süre olarak okunamıyor{ NOTE($text) }. Kimse engellenmedi. Örnekler: `1h`, `3d`, `2 weeks`. Boş bırakılırsa engel süresizdir.
block-length-too-long = Süreli bir engel en çok { $years } yıl sürer. Kimse engellenmedi. Süresiz engellemek için süreyi boş bırak. Örnekler: `1h`, `3d`, `2 weeks`.
block-too-many = Bir sunucuda en çok { $limit } engel olabilir ve bu sunucu bu sayıya ulaştı. Kimse engellenmedi. Artık gerekmeyen birini `/video-mod engeli-kaldır` ile kaldır.
unblock-done = { $member } artık engellenmiş değil ve yeniden video isteyebilir.
unblock-unreadable = Bununla bir üye bulunamadı. Hiçbir şey değişmedi. Listeden birini seç ya da bir kimlik (ID) yaz. Örnek: `123456789012345678`.
unblock-not-blocked = Bu üye bu sunucuda engellenmiş değil. Hiçbir şey değişmedi. Engellenenler `/video-mod engeller` içinde.
blocks-none = Bu sunucuda engellenen kimse yok. `/video-mod engelle` bir üyeyi engeller.
blocks-heading = **Engellenen üyeler**: { $count } · sayfa { $number } / { $pages }
blocks-line = { $member } · süresiz · engelleyen: { $by }{ $reason }
blocks-line-until = { $member } · bitiş: { $until } · engelleyen: { $by }{ $reason }
blocks-newer = Daha yeni
blocks-older = Daha eski

refused-member-blocked = Bu sunucunun moderatörleri seni engelledi, burada video isteyemezsin{ NOTE($text) }. { -free } Engel süresiz; bir moderatör kaldırabilir. Referans `{ $reference }`.
refused-member-blocked-until = Bu sunucunun moderatörleri seni engelledi, burada video isteyemezsin{ NOTE($text) }. { -free } Engelin bitişi: { $until }; bir moderatör daha fazlasını söyleyebilir. Referans `{ $reference }`.
quota-blocked = Bu sunucunun moderatörleri seni engelledi, burada video isteyemezsin{ NOTE($text) }. Engel süresiz; bir moderatör kaldırabilir.
quota-blocked-until = Bu sunucunun moderatörleri seni engelledi, burada video isteyemezsin{ NOTE($text) }. Engelin bitişi: { $until }.

## Bir sunucunun kendi duraklatması

name-video-mod-pause = duraklat
name-video-mod-resume = sürdür
video-mod-pause-description = Bu sunucuyu duraklat: yeni istekler reddedilir, bekleyenler yerini korur
video-mod-pause-reason = Neden; üyeler bunu video istediklerinde okur
video-mod-resume-description = Duraklatmayı bitir: üyeler yeniden isteyebilir, bekleyenler ilerler

pause-done = Bu sunucu duraklatıldı{ NOTE($text) }. Yeni istekler bu nedenle reddedilir, bekleyenler yerini korur ve yapılmakta olan bir video tamamlanır. `/video-mod sürdür` duraklatmayı bitirir.
pause-already = Bu sunucu duraklatılmış durumda; başlangıcı: { $since }{ NOTE($text) }. Hiçbir şey değişmedi. `/video-mod sürdür` duraklatmayı bitirir.
resume-done = Duraklatma bitti. Üyeler yeniden video isteyebilir ve bekleyenler ilerler.
resume-done-here = Bu sunucunun duraklatması bitti. Ama botu işleten kişi botu herkes için duraklattı{ NOTE($text) }; bu da bitene kadar yeni bir şey başlatılmaz.
resume-not-paused = Bu sunucu duraklatılmış değil. Hiçbir şey değişmedi. Sunucuyu `/video-mod duraklat` duraklatır.
resume-operators-pause = Bu sunucuyu moderatörleri duraklatmadı. Hiçbir şey değişmedi. Botu, işleten kişi herkes için duraklattı ve bunu yalnızca o bitirebilir.
quota-paused-here = Bu sunucunun moderatörleri yeni videoları duraklattı{ NOTE($text) }. Sıradaki videolar yerlerini koruyor.

refused-paused-by-moderators = Bu sunucunun moderatörleri yeni videoları duraklattı{ NOTE($text) }. { -free } Sıradaki videolar yerlerini koruyor. Daha sonra yeniden dene. Referans `{ $reference }`.
