# Bir sunucunun günlüğü, sayfa sayfa, moderatörleri için.

name-usage-log = kayıtlar
option-state = durum
usage-log-description = Bu sunucuda nelerin istendiğini ve ne olduğunu gör, en yeniler önce
usage-log-member = Yalnızca bu üyeninkiler; ayrılan biri için kimliğini (ID) yaz
usage-log-state = Yalnızca şu anda bu durumda olanlar
usage-log-duration = Yalnızca bu uzunluktaki videolar
usage-log-since = Yalnızca bu zamandan sonra, UTC: 2026-03-01, 2026-03-01 14:30 ya da üç gün önce için 3d
usage-log-until = Yalnızca bu zamandan önce, UTC, yukarıdaki gibi; saatsiz yazılan gün bütünüyle sayılır
usage-log-text = Yalnızca bu sözcüklerin hepsinin açıklamada ya da hariç tutulanlarda geçtiği istekler
usage-log-reason = Yalnızca bu nedenle reddedilen ya da biten istekler: seç ya da sözcüğünü yaz

button-log-newest = En yeniler
button-log-newer = Daha yeni
button-log-older = Daha eski
button-log-search-on = Aramayı sürdür

log-open-placeholder = Bir vaka aç
log-heading = **Bu sunucunun kayıtları**, en yeniler önce
log-filter = Yalnızca: { $filter }
log-filter-member = isteyen { $member }
log-filter-since = { $at } sonrası
log-filter-until = { $at } öncesi
log-filter-words = “{ $text }” sözcükleri geçen
log-filter-reason = nedeni “{ $words }” olan
log-duration = { $duration } sn
log-private = { $state }, gizli
log-searched-back = { $at } tarihine dek arandı. Düğme aramayı oradan sürdürür.
log-empty = Bu sunucuda henüz bir şey istenmedi. Üyelerin { -video } ile istedikleri burada görünür.
log-nothing = Bu sunucunun kayıtlarında uyan bir şey yok. Aranan: { $filter }. Daha fazlasını bulmak için bunlardan birini çıkar ya da daha uzun bir süre seç.
log-nothing-yet = Henüz uyan bir şey bulunamadı. Aranan: { $filter }.
log-nothing-older = Daha eski uyan bir şey yok. Aranan: { $filter }.
log-view-gone = Bu listeye devam edilemez: bir liste bir gün kalır ve yalnızca onu isteyen kişiye aittir. Hiçbir şey değişmedi. Yenisi için `/{ name-usage } { name-usage-log }` yaz.
log-which-state = Böyle bir durum yok. Hiçbir şey değişmedi. Sunulanlardan birini seçip yeniden dene.
log-which-duration = Bir video 5 ya da 10 saniyedir. Hiçbir şey değişmedi. Birini seçip yeniden dene.
log-which-words = Aranacak bir sözcük yok. Hiçbir şey değişmedi. Bir örnek: `red fox`.
log-which-reason = Kayıtlarda böyle bir neden yok{ NOTE($text) }. Hiçbir şey değişmedi. Sunulanlardan birini seç ya da sözcüğünü yaz. Örnekler: `user_daily_limit`, `provider_rejected`, `prompt_rule:12`.
