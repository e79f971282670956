# Botu işleten kişi için: neyin bozuk olduğu, bir kayıp ya da ücret olup olmadığı, ne yapılacağı.

incident-key-refused = Eachlabs API anahtarını reddediyor. Yeni bir şey başlatılmıyor ve ücret alınmıyor; bekleyen istekler yerlerini koruyor. `EACHLABS_API_KEY` ayarına geçerli bir anahtar koyup yeniden başlat.
incident-key-refused-over = Eachlabs API anahtarını yeniden kabul ediyor. Bekleyen istekler sürüyor.
incident-no-balance = Eachlabs hesabında bir video daha yapacak bakiye kalmadı. Yeni bir şey başlatılmıyor ve ücret alınmıyor; bekleyen istekler yerlerini koruyor. Hesaba bakiye yükle; bot kendiliğinden sürdürür.
incident-no-balance-over = Eachlabs hesabında yeniden bakiye var. Bekleyen istekler sürüyor.
incident-concurrency-cap = Eachlabs bu hesap için aynı anda `EACHLABS_MAX_CONCURRENT` ayarındaki sayıdan daha az video yapıyor. Kayıp yok, ücret alınmıyor; istekler daha uzun bekliyor. Ayarı düşür ya da Eachlabs ile görüşüp daha fazlasını iste.
incident-concurrency-cap-over = Eachlabs yeni videoları yeniden kabul ediyor. Bekleyen istekler sürüyor.
incident-eachlabs-away = Eachlabs yanıt vermiyor, bu yüzden yeni bir şey başlatılmıyor. Beklemekle kayıp olmaz, ücret alınmaz; istekler yerlerini koruyor. Yanıt gelince bot kendiliğinden sürdürür.
incident-eachlabs-away-over = Eachlabs yeniden yanıt veriyor. Bekleyen istekler sürüyor.
incident-guild-refused = `{ $subject }` sunucusu video istedi, ama `ALLOWED_GUILD_IDS` içinde yok. { -free } Paranı harcayabilecekse kimliğini ekleyip yeniden başlat.
incident-guild-refused-over = `{ $subject }` sunucusu artık reddedilmiyor.
incident-outcome-unknown = `{ $subject }` numaralı iş gönderilirken bağlantı koptu. Yapılmış ve ücreti alınmış olabilir; yeniden gönderilmez. Hesaba bak, sonra `showreel jobs settle { $subject } --charged` ya da `--not-charged` çalıştır.
incident-outcome-unknown-over = `{ $subject }` numaralı işe ne olduğu belli oldu: bulundu ve sürüyor ya da sonuca bağlandı.
incident-media-full = Teslim edilemeyen videolar için yer kalmadı. Teslimler sürüyor, kayıp yok; bekleyenler yine yapılacak. Yeni istekler reddediliyor ve ücretleri alınmıyor. `MEDIA_DIR` içinde yer aç ya da `MEDIA_MAX_GIB` değerini yükseltip yeniden başlat.
incident-media-full-over = Videolar için yeniden yer var. Yeni istekler kabul ediliyor.
incident-job-stuck = `{ $subject }` numaralı iş bu programdaki bir hataya takıldı ve tekrar tekrar deneniyor. Şimdiye kadarki ücreti olduğu gibi kalır. Ayrıntılar günlükte bu iş numarasıyla yazılı.
incident-job-stuck-over = `{ $subject }` numaralı iş sürüyor.
incident-output-unreachable = `{ $subject }` numaralı işin hazır videosu alınamıyor. Ücreti alındı; bağlantısının bir gün geçerli kalacağı sözü var ve bot o zamana kadar kendiliğinden yeniden dener. Bu makinenin internete ulaşıp ulaşmadığına bak; nedeni günlükte bu iş numarasıyla yazılı.
incident-output-unreachable-over = `{ $subject }` numaralı işin videosu artık beklenmiyor: alındı ya da günü doldu ve üyesine haber verildi.
incident-disk-full = `MEDIA_DIR` diski hazır videoları almıyor: dolu, salt okunur ya da bozuk. Ücretleri alındı, ama videolar kaybolmadı; bot, bağlantıları geçerli olduğu sürece, yani bir gün boyunca, kendiliğinden yeniden dener. Yer aç ya da diski onar.
incident-disk-full-over = `MEDIA_DIR` diski yeniden video alıyor. Teslimler sürüyor.
incident-key-missing = `{ $subject }` numaralı işlerin ne istediğini `DATA_KEY` içindeki hiçbir anahtar açmıyor; bu yüzden bekliyorlar. Onlar için ücret alınmadı ve arkalarında kimse beklemiyor. Anahtarlarını virgülden sonra geri koyup yeniden başlatın ya da her birinden `showreel jobs cancel` ve numarasıyla vazgeçin.
incident-key-missing-over = `{ $subject }` numaralı işler artık anahtarlarını beklemiyor: sürüyorlar ya da onlardan vazgeçildi.
incident-feed-line-refused = Discord, `{ $subject }` sunucusunun akışındaki bir satırı kabul etmiyor; akış o satır olmadan sürüyor. Hiçbir şey kaybolmadı, ücret de alınmadı: satırın konusu o sunucunun kayıtlarında duruyor. Daha yeni bir sürüm ara ya da Discord’un yanıtını bildir; yanıt günlükte yazılı.
incident-feed-line-refused-over = `{ $subject }` sunucusunun akışında bir gün boyunca hiçbir satır reddedilmedi.
