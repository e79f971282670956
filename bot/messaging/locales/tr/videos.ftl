# /videos komutunun list dışındaki alt komutları. Açıklamaların her biri en çok 100 karakter.

videos-cancel-description = Bekleyen ya da yapılmakta olan videolarından birini iptal et
videos-cancel-clip = Hangi video: birini seç ya da açıklamasından sözcükler veya referansını yaz
videos-quota-description = Senin ve bu sunucunun daha neler isteyebileceğini ve ne zaman yer açılacağını gör
videos-defaults-description = Başka bir şey belirtmedikçe videolarında kullanılan seçenekleri gör ya da ayarla
videos-defaults-duration = Videolarının uzunluğu
videos-defaults-aspect-ratio = Görüntünün biçimi
videos-defaults-cfg-scale = Videolarının açıklamaya ne kadar bağlı kalacağı, 0 ile 1 arası
videos-defaults-negative-prompt = Videolarında olmaması gerekenler; hiçbiri için tire
videos-defaults-private = Videolarını yalnızca senin görüp görmeyeceğin; moderatörler kayıtlarda yine görebilir
videos-defaults-clear = Bunun yanında belirttiklerin dışında tüm varsayılanların unutulur

cancel-not-found = Burada iptal edilebilecek böyle bir videon yok. { -unchanged } { -videos-list } isteklerinin ne durumda olduğunu gösterir.
own-choice = { $title } · { $state }

# Geriye ne kaldığı. Fiyatlar yalnızca botu işleten kişi gösteriyorsa yer alır.

quota-user = **Sana kalan**
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
quota-everybody = Bu bot, tüm sunucularda toplam 24 saatte harcayabileceği tutarın tamamını kullandı.
quota-everybody-until = Bu bot, tüm sunucularda toplam 24 saatte harcayabileceği tutarın tamamını kullandı. { $frees_at } yeniden yer açılır.
quota-closed = Şu anda burada video istenemez. Bir moderatör daha fazlasını söyleyebilir.
quota-paused = Şu anda yeni video yapılmıyor{ NOTE($text) }. Sıradaki videolar yerlerini koruyor.
quota-in-servers = Sana kalan, her sunucu için ayrı sayılır. { -free } Bilmek istediğin sunucuda { -videos-quota } yaz.
quota-guild-not-allowed = Bu sunucu henüz bu botun video hesabını kullanamaz, bu yüzden burada istenecek bir şey yok. { -free } Botu işleten kişi izin verebilir.
quota-away = Kayıtlara şu anda ulaşılamıyor, bu yüzden geriye ne kaldığı bilinmiyor. { -unchanged } Birkaç dakika sonra yeniden dene.

# Üyenin kendi seçenekleri. Birden çok yerde ayarlanmışsa en yakını geçerlidir.

defaults-heading = **Başka bir şey belirtmedikçe videoların böyle yapılır**
defaults-changed = Varsayılanların değiştirildi. { -free } Bir sonraki videondan başlayarak geçerlidir.
defaults-forgotten = Varsayılanların unutuldu. { -free } Kanal ya da sunucu için ayarlananlar yeniden geçerli.
defaults-started-over = Varsayılanların değiştirildi, belirtmediklerin unutuldu. { -free } Bir sonraki videondan başlayarak geçerlidir.
defaults-line = { $option }: { $value } · { $source }
defaults-duration = Uzunluk
defaults-aspect-ratio = Biçim
defaults-cfg-scale = Açıklamaya bağlılık
defaults-negative-prompt = Olmaması gerekenler
defaults-private = Yalnızca sen görürsün
defaults-value-duration = { $duration } saniye
defaults-value-cfg-scale = { NUMBER($cfg, maximumFractionDigits: 2) }
defaults-value-nothing = yok
defaults-value-yes = evet
defaults-value-no = hayır
defaults-source-member = senin ayarın
defaults-source-channel = bu kanalın ayarı
defaults-source-guild = bu sunucunun ayarı
defaults-source-standard = standart
defaults-hint = Bir seçeneği ayarlamak için burada belirt; ötekiler olduğu gibi kalır. { -clear }, yanında belirttiklerin dışında tüm varsayılanlarını unutur; yani tek birini kaldırmaya da yarar. { -negative-prompt } için bir tire, sunucu ne ayarlamış olursa olsun hiçbir şeyi dışarıda bırakmaz.
defaults-directly = Sunucular ve kanallar da ayar yapmış olabilir; seninkiler onlardan önce gelir.
defaults-duration-unknown = Bir video 5 ya da 10 saniye uzunluğundadır. { -unchanged } Birini seçip yeniden dene.
defaults-aspect-ratio-unknown = Bir videonun biçimi 16:9, 9:16 ya da 1:1 olabilir. { -unchanged } Birini seçip yeniden dene.
defaults-cfg-scale-out-of-range = Bir videonun açıklamaya bağlılığı 0 ile 1 arasında bir sayıdır. { -unchanged } Bu aralıktan bir sayı seçip yeniden dene.
defaults-negative-prompt-ill = Videoda olmaması gerekenlerin listesi çok uzun ya da metin olmayan karakterler içeriyor. { -unchanged } Kısaltıp ya da baştan yazıp yeniden dene.
defaults-private-unknown = “Yalnızca sen görürsün” seçeneği evet ya da hayır olabilir. { -unchanged } Birini seçip yeniden dene.
defaults-away = Kayıtlara şu anda ulaşılamıyor, bu yüzden varsayılanların gösterilemiyor. { -free } Birkaç dakika sonra yeniden dene.
