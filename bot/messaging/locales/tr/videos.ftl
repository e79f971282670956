# /videos komutunun list dışındaki alt komutları. Açıklamaların her biri en çok 100 karakter.

videos-cancel-description = Bekleyen ya da yapılmakta olan videolarınızdan birini iptal edin
videos-cancel-clip = Hangi video: birini seçin ya da açıklamasından sözcükler veya referansını yazın
videos-quota-description = Sizin ve bu sunucunun daha neler isteyebileceğini ve ne zaman yer açılacağını görün
videos-defaults-description = Başka bir şey belirtmedikçe videolarınızda kullanılan seçenekleri görün ya da ayarlayın
videos-defaults-duration = Videolarınızın uzunluğu
videos-defaults-aspect-ratio = Görüntünün biçimi
videos-defaults-cfg-scale = Videolarınızın açıklamaya ne kadar bağlı kalacağı, 0 ile 1 arası
videos-defaults-negative-prompt = Videolarınızda olmaması gerekenler; hiçbiri için tire
videos-defaults-private = Videolarınızı yalnızca siz mi görürsünüz; moderatörler kayıtlarda yine görebilir
videos-defaults-clear = Bunun yanında belirttikleriniz dışında tüm varsayılanlarınız unutulur

cancel-not-found = Burada iptal edilebilecek böyle bir videonuz yok. { -unchanged } { -videos-list } isteklerinizin ne durumda olduğunu gösterir.
own-choice = { $title } · { $state }

# Geriye ne kaldığı. Fiyatlar yalnızca botu işleten kişi gösteriyorsa yer alır.

quota-user = **Size kalan**
quota-guild = **Bu sunucuya kalan**
quota-day = 24 saat içindeki videolar: { $limit } haktan { $left } hak kaldı.
quota-day-frees = 24 saat içindeki videolar: { $limit } haktan { $left } hak kaldı. { $frees_at } bir hak daha açılır.
quota-day-free = 24 saat içindeki videolar: { $used } istendi, sınır yok.
quota-now = Bekleyen: { $waiting }. Yapılan: { $running }.
quota-of = { $used } (en çok { $limit })
quota-of-any = { $used }
quota-money = 24 saat içindeki harcama: { USD($spent) } / { USD($limit) }.
quota-money-free = 24 saat içindeki harcama: { USD($spent) }, sınır yok.
quota-used-up = Bu, bir video daha için yetmez.
quota-used-up-until = Bu, bir video daha için yetmez; { $frees_at } yeniden yeter.
quota-price = { $duration } saniyelik bir videonun beklenen ücreti: { USD($price) }.
quota-everybody = Bu bot, tüm sunucularda toplam 24 saatte harcayabileceğinin tamamını kullandı.
quota-everybody-until = Bu bot, tüm sunucularda toplam 24 saatte harcayabileceğinin tamamını kullandı. { $frees_at } yeniden yer açılır.
quota-closed = Şu anda burada video istenemez. Bir moderatör daha fazlasını söyleyebilir.
quota-paused = Şu anda yeni video yapılmıyor{ NOTE($text) }. Sıradaki videolar yerlerini koruyor.
quota-in-servers = Size kalan, her sunucu için ayrı sayılır. { -free } Bilmek istediğiniz sunucuda { -videos-quota } yazın.
quota-guild-not-allowed = Bu sunucu henüz bu botun video hesabını kullanamaz, bu yüzden burada istenecek bir şey yok. { -free } Botu işleten kişi izin verebilir.
quota-away = Kayıtlara şu anda ulaşılamıyor, bu yüzden geriye ne kaldığı bilinmiyor. { -unchanged } Birkaç dakika sonra yeniden deneyin.

# Üyenin kendi seçenekleri. Birden çok yerde ayarlanmışsa en yakını geçerlidir.

defaults-heading = **Başka bir şey belirtmedikçe videolarınız böyle yapılır**
defaults-changed = Varsayılanlarınız değiştirildi. { -free } Bir sonraki videonuzdan başlayarak geçerlidir.
defaults-forgotten = Varsayılanlarınız unutuldu. { -free } Kanal ya da sunucu için ayarlananlar yeniden geçerli.
defaults-started-over = Varsayılanlarınız değiştirildi, belirtmedikleriniz unutuldu. { -free } Bir sonraki videonuzdan başlayarak geçerlidir.
defaults-line = { $option }: { $value } · { $source }
defaults-duration = Uzunluk
defaults-aspect-ratio = Biçim
defaults-cfg-scale = Açıklamaya bağlılık
defaults-negative-prompt = Olmaması gerekenler
defaults-private = Yalnızca siz görürsünüz
defaults-value-duration = { $duration } saniye
defaults-value-cfg-scale = { NUMBER($cfg, maximumFractionDigits: 2) }
defaults-value-nothing = yok
defaults-value-yes = evet
defaults-value-no = hayır
defaults-source-member = sizin ayarınız
defaults-source-channel = bu kanalın ayarı
defaults-source-guild = bu sunucunun ayarı
defaults-source-standard = standart
defaults-hint = Bir seçeneği ayarlamak için burada belirtin; ötekiler olduğu gibi kalır. { -clear }, yanında belirttikleriniz dışında tüm varsayılanlarınızı unutur; yani tek birini kaldırmaya da yarar. { -negative-prompt } için bir tire, sunucu ne ayarlamış olursa olsun hiçbir şeyi dışarıda bırakmaz.
defaults-directly = Sunucular ve kanallar da ayar yapmış olabilir; sizinkiler onlardan önce gelir.
defaults-duration-unknown = Bir video 5 ya da 10 saniye uzunluğundadır. { -unchanged } Birini seçip yeniden deneyin.
defaults-aspect-ratio-unknown = Bir videonun biçimi 16:9, 9:16 ya da 1:1 olabilir. { -unchanged } Birini seçip yeniden deneyin.
defaults-cfg-scale-out-of-range = Bir videonun açıklamaya bağlılığı 0 ile 1 arasında bir sayıdır. { -unchanged } Bu aralıktan bir sayı seçip yeniden deneyin.
defaults-negative-prompt-ill = Videoda olmaması gerekenlerin listesi çok uzun ya da metin olmayan karakterler içeriyor. { -unchanged } Kısaltıp ya da baştan yazıp yeniden deneyin.
defaults-private-unknown = “Yalnızca siz görürsünüz” seçeneği evet ya da hayır olabilir. { -unchanged } Birini seçip yeniden deneyin.
defaults-away = Kayıtlara şu anda ulaşılamıyor, bu yüzden varsayılanlarınız gösterilemiyor. { -free } Birkaç dakika sonra yeniden deneyin.
