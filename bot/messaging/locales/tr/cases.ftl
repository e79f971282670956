# Bir isteğin tamamı, moderatörlerin gördüğü gibi, ve bununla yapabilecekleri.

name-usage-case = kayıt
option-id = id
usage-case-description = Bir isteğin tamamını görün: açıklama, adımlar, ücret, bildirimler, notlar
usage-case-id = Numarası ya da üyenin gördüğü referans, örneğin A1B2C3

button-case = Kayıt
button-mod-delete = Sonucu sil
button-note = Not ekle
button-hold = Sakla
button-release = Serbest bırak

note-form-title = Bu kayda not ekle
note-form-label = Diğer moderatörler ne bilmeli?
note-form-note = Bu sunucunun moderatörleri ve botu işleten kişi okuyabilir. Sonradan değiştirilemez.

case-heading = **Kayıt { $number }** · referans { $reference } · { $state }
case-erased = İstenen şey artık saklanmıyor: süresi doldu ya da isteyen üye sildirdi.
case-nothing-seen = görülebilir bir şey yok
case-where = { $member } istedi, { $channel } kanalında
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
case-held-by-reports = Bildirimleri karara bağlanana dek kanıt olarak saklanıyor.
case-reports = **Bildirimler**
case-report = { $at } · { $member } · { $decision } · { $text }
case-undecided = karar verilmedi
case-report-erased = metni artık saklanmıyor
case-decision-deleted = videoyu { $member } sildi
case-decision-blocked = üyeyi { $member } engelledi
case-decision-dismissed = { $member } geri çevirdi
case-notes = **Notlar**, en yeniler önce
case-note = { $at } · { $member } · { $text }
case-steps = **Adımlar**, en yeniler önce
case-step = { $at } · { $state } · { $actor }
case-in-file = Kaydın tamamı dosyada.

case-not-found = Bu sunucuda böyle bir kayıt yok. Hiçbir şey değişmedi. Bu sunucudaki istekler `/{ name-usage } { name-usage-log }` ile görülür.
case-id-unreadable = Bir kayıt numarasıyla ya da referansıyla belirtilir. Hiçbir şey değişmedi. Örnekler: `#1234`, `A1B2C3`.
mod-delete-done = Video silindi. Ücreti ve kayıtlardaki yeri olduğu gibi kalır.
mod-delete-gone = Bu videonun mesajı zaten yoktu: biri elle silmiş. Artık günlükte yazıyor.
mod-delete-already = Video zaten silinmişti, { $deleted_at }. Hiçbir şey değişmedi.
mod-delete-nothing = Silinebilecek bir video yok: hiçbiri teslim edilmedi. Hiçbir şey değişmedi.
mod-delete-out-of-reach = Bu videoyu yalnızca isteyen üye görüyor ve başka kimse kaldıramaz. Hiçbir şey değişmedi. Üye başka video almasın istiyorsanız onu engelleyin.
note-added = Not eklendi.
note-empty = Notta bir şey yazmıyordu, bu yüzden eklenmedi. “{ button-note }” düğmesine bir daha basıp diğerlerinin bilmesi gerekeni yazın.
note-too-many = Bir kayıtta { $limit } not olabilir ve bu kayıtta hepsi var. Hiçbir şey değişmedi.
case-held = Saklanıyor: bu kaydın metinleri ve bağlantıları, serbest bırakılana dek kalır.
case-held-already = Bu kaydı zaten bir moderatör saklıyor. Hiçbir şey değişmedi.
case-nothing-to-hold = Bu kaydın metinleri ve bağlantıları zaten silinmiş, saklanacak bir şey yok. Hiçbir şey değişmedi.
case-released = Serbest bırakıldı: bu kaydın metinleri ve bağlantıları süreleri dolunca silinir.
case-released-but-reported = Moderatörler bu kaydı artık saklamıyor, ama hakkında karar bekleyen bir bildirim var. Karara dek saklanır.
case-not-held = Bu kaydı hiçbir moderatör saklamıyor. Hiçbir şey değişmedi. Karar bekleyen bir bildirimin tuttuğu, karara dek saklanır.

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
