# Bir isteğin tamamı, moderatörlerin gördüğü gibi, ve bununla yapabilecekleri.

name-usage-case = vaka
option-id = id
usage-case-description = Bir isteğin tamamını gör: açıklama, adımlar, ücret, şikâyetler, notlar
usage-case-id = Numarası ya da üyenin gördüğü referans, örneğin A1B2C3

button-case = Vaka
button-mod-delete = Sonucu sil
button-note = Not ekle
button-hold = Kanıt olarak sakla
button-release = Saklamayı bitir

note-form-title = Bu vakaya not ekle
note-form-label = Diğer moderatörler ne bilmeli?
note-form-note = Bu sunucunun moderatörleri ve botu işleten kişi okuyabilir. Sonradan değiştirilemez.

case-heading = **Vaka { $number }** · referans { $reference } · { $state }
case-erased = İstenenler artık saklanmıyor: süresi doldu ya da isteyen üye sildirdi.
case-nothing-seen = görülebilir bir şey yok
case-where = İsteyen: { $member }, kanal: { $channel }
case-private = Gizli: yalnızca isteyen üye gördü.
case-asked = İstendi: { $at }
case-reason = Neden: { $words } · { $reason }
case-cost = Ücret { USD($cost) }, beklenen { USD($expected) }
case-cost-expected = Ücret henüz belli değil, beklenen { USD($expected) }
case-cost-real = Ücret { USD($cost) }
case-service-id = Video hizmetindeki numarası: { $number }
case-service-link = Video hizmetindeki video: { $url }
case-message = Kanalda: { $url }
case-held-by = { $member } tarafından kanıt olarak saklanıyor.
case-held-by-reports = Şikâyetleri karara bağlanana dek kanıt olarak saklanıyor.
case-reports = **Şikâyetler**
case-report = { $at } · { $member } · { $decision } · { $text }
case-undecided = karar bekliyor
case-decided = karara bağlandı
case-report-erased = metni artık saklanmıyor
case-decision-deleted = videoyu { $member } sildi
case-decision-blocked = üyeyi { $member } engelledi
case-decision-dismissed = { $member } geri çevirdi
case-notes = **Notlar**, en yeniler önce
case-note = { $at } · { $member } · { $text }
case-steps = **Adımlar**, en yeniler önce
case-step = { $at } · { $state } · { $actor }
case-in-file = Vakanın tamamı dosyada.

case-not-found = Bu sunucuda böyle bir vaka yok. Hiçbir şey değişmedi. Bu sunucudaki istekler `/{ name-usage } { name-usage-log }` ile görülür.
case-id-unreadable = Bir vaka numarasıyla ya da referansıyla belirtilir. Hiçbir şey değişmedi. Örnekler: `#1234`, `A1B2C3`.
mod-delete-done = Video silindi. Ücreti ve kayıtlardaki yeri olduğu gibi kalır.
mod-delete-gone = Bu videonun mesajı zaten yoktu: biri mesajı ya da kanalını elle silmiş. Artık kayıtlarda yazıyor.
mod-delete-already = Video zaten silinmişti, { $deleted_at }. Hiçbir şey değişmedi.
mod-delete-nothing = Silinebilecek bir video yok: video teslim edilmedi. Hiçbir şey değişmedi.
mod-delete-out-of-reach = Bu videoyu yalnızca isteyen üye görüyor ve başka kimse kaldıramaz. Hiçbir şey değişmedi. Üye başka video almasın istiyorsan onu engelle.
note-added = Not eklendi.
note-empty = Notta bir şey yazmıyordu, bu yüzden eklenmedi. “{ button-note }” düğmesine bir daha basıp diğerlerinin bilmesi gerekeni yaz.
note-too-many = Bir vakada en çok { $limit } not olabilir ve bu vaka bu sayıya ulaştı. Hiçbir şey değişmedi.
case-held = Saklanıyor: bu vakanın metinleri ve bağlantıları, bir moderatör “{ button-release }” düğmesine basana dek kalır.
case-held-already = Bu vakayı zaten bir moderatör saklıyor. Hiçbir şey değişmedi.
case-nothing-to-hold = Bu vakanın metinleri ve bağlantıları zaten silinmiş, saklanacak bir şey yok. Hiçbir şey değişmedi.
case-released = Artık kanıt olarak saklanmıyor: bu vakanın metinleri ve bağlantıları süreleri dolunca silinir.
case-released-but-reported = Moderatörler bu vakayı artık saklamıyor, ama hakkında karar bekleyen bir şikâyet var. Karara dek saklanır.
case-not-held = Bu vakayı hiçbir moderatör saklamıyor. Hiçbir şey değişmedi. Hakkında karar bekleyen bir şikâyet varsa karara dek saklanır.

log-state-refused = reddedildi
log-state-queued = sırada bekliyor
log-state-submitting = başlatılıyor
log-state-unknown = belki yapılıyor
log-state-running = yapılıyor
log-state-delivering = yapıldı, yolda
log-state-delivered = tamamlandı
log-state-deleted = tamamlandı, sonra silindi
log-state-kept = yapıldı, henüz alınmadı
log-state-failed = başarısız
log-state-cancelled = iptal edildi
log-state-expired = çok uzun sürdü

log-cost = { USD($cost) }
log-cost-expected = { USD($cost) } bekleniyor
log-member-erased = verileri silinmiş bir üye
log-actor-bot = bot
log-actor-operator = botu işleten kişi
log-actor-eachlabs = video hizmeti
log-actor-moderator = moderatör olarak { $member }
