# The moderators' feed, its commands, and the cards of reports that stand in it.

name-video-mod-feed = akış
name-video-mod-feed-set = ayarla
name-video-mod-feed-off = kapat
name-video-mod-feed-test = dene
option-delivered = teslim
option-refused = ret
option-failed = başarısız
option-cancelled = iptal
option-reports = şikâyetler
video-mod-feed-description = Biten her isteğin bildirildiği bir kanal
video-mod-feed-set-description = Akışın kanalını ve orada nelerin bildirileceğini seç
video-mod-feed-set-channel = Kanal; en iyisi yalnızca moderatörlerin okuyabildiği bir kanal
video-mod-feed-set-delivered = Yapılan videolar; seçmezsen evet
video-mod-feed-set-refused = Reddedilen istekler; seçmezsen evet
video-mod-feed-set-failed = Başarısız olan ya da çok uzun süren videolar; seçmezsen evet
video-mod-feed-set-cancelled = İptal edilen istekler; seçmezsen evet
video-mod-feed-set-reports = Üyelerin şikâyetleri, karar düğmeleriyle; seçmezsen evet
video-mod-feed-off-description = Akışı kapat
video-mod-feed-test-description = Akışa bir örnek gönder ve neyin eksik olduğunu gör

## What the commands answer

feed-set = Akış açık. { $channel } kanalında bildirilenler: { $categories }.
feed-off = Akış kapalı; { $channel } kanalında artık bir şey bildirilmiyor. Kayıtlar eskisi gibi tutuluyor.
feed-not-set = Bu sunucunun akışı yok. `/video-mod akış ayarla` bir akış açar.
feed-set-nothing = Akışta en az bir tür bildirilmeli. Hiçbir şey değişmedi. En az birini açık bırak ya da `/video-mod akış kapat` komutunu kullan.
feed-channel-unknown = Bu sunucuda böyle bir kanal yok ya da Showreel onu bilmiyor. Hiçbir şey değişmedi. Bu sunucudan bir metin kanalı ya da alt başlık seç, örneğin `#moderators`.
feed-in-servers = Bir akış bir sunucuya aittir. Komutu orada kullan.
feed-test-done = { $channel } kanalında bir örnek satır ve bir örnek şikâyet var.
feed-test-failed = Discord örneği { $channel } kanalında kabul etmedi.
feed-channel-gone = Bu kanal artık yok ya da Showreel onu bilmiyor. `/video-mod akış ayarla` ile başka bir kanal seç.
feed-lacks = Showreel’in orada eksik izinleri: { $permissions }. Bu arada bitenler, izinler bir gün içinde verilirse sonradan bildirilir.
feed-public = Buradaki herkes { $channel } kanalını, onunla birlikte orada bildirilen bütün açıklamaları okuyabilir. Bir moderatör kanalında aranızda kalırlar.
feed-category-delivered = yapılan videolar
feed-category-refused = reddedilen istekler
feed-category-failed = başarısızlıklar
feed-category-cancelled = iptal edilen istekler
feed-category-reports = şikâyetler
feed-permission-view-channel = Kanalı Görüntüle
feed-permission-send-messages = Mesaj Gönder
feed-permission-send-messages-in-threads = Alt Başlıklarda Mesaj Gönder
feed-permission-attach-files = Dosya Ekle

## Lines

feed-delivered = Teslim edildi
feed-kept = Yapıldı, teslim edilemedi
feed-refused = Reddedildi
feed-failed = Başarısız
feed-expired = Vazgeçildi
feed-unknown = Belirsiz
feed-cancelled = İptal edildi
feed-because = { $state }: { $words }
feed-times = { $times } kez
feed-somebody = verileri silinen biri
feed-private = gizli; açıklama vakada görünür
feed-cost = { USD($usd) }
feed-cost-none = ücret alınmadı
feed-cost-estimated = yaklaşık { USD($usd) }
feed-cost-open = ücret bilinmiyor
feed-open-case = Bir vaka aç
feed-sample = Bu bir örnektir. Hiçbir şey olmadı.
feed-sample-prompt = Şafakta karlı bir yoldan geçen kızıl tilki
feed-sample-report = Tanıdığım birini gösteriyor.

## Cards of reports

button-dismiss = Geri çevir
reported-heading = **Bildirildi**: { $requester } tarafından istenen video · { $channel }
reported-text = { $reporter } { $filed_at } bildirdi: { $text }
reported-text-attached = Şikâyetin tamamı ektedir.
reported-message-gone = mesajı silindi
reported-deleted-by-member = isteyen üye kendisi sildi
reported-deleted-by-moderator = { $moderator } sildi
reported-clips = { $count ->
    [0] 30 günde video yok
   *[other] 30 günde { $count } video
  }
reported-earlier = { $count ->
    [0] daha önce bildirilmedi
   *[other] daha önce { $count } kez bildirildi
  }
reported-blocked-before = { $count ->
    [0] hiç engellenmedi
   *[other] { $count } kez engellendi
  }
reported-blocked-now = şu anda engellenmiş
reported-filed = bugüne kadar { $count } şikâyet
reported-dismissed = { $count ->
    [0] hiçbiri geri çevrilmedi
   *[other] { $count } tanesi geri çevrildi
  }
reported-decided-deleted = **Karar**: { $moderator } videoyu { $at } sildi.
reported-decided-gone = **Karar**: { $moderator } bunu { $at } sonuçlandırdı; video zaten yoktu.
reported-decided-blocked = **Karar**: { $moderator } üyeyi { $at } engelledi.
reported-decided-dismissed = **Karar**: { $moderator } şikâyeti { $at } geri çevirdi.
reported-done-deleted = Video silindi ve onunla ilgili bütün şikâyetler böylece karara bağlandı.
reported-done-dismissed = Şikâyet geri çevrildi. Yazana haber verilmez.
reported-not-found = Bu sunucuda böyle bir şikâyet yok. Hiçbir şey değişmedi.
reported-already-deleted = <@{ $moderator }> bu şikâyeti { $at } karara bağladı: video silindi. Hiçbir şey değişmedi.
reported-already-blocked = <@{ $moderator }> bu şikâyeti { $at } karara bağladı: üye engellendi. Hiçbir şey değişmedi.
reported-already-dismissed = <@{ $moderator }> bu şikâyeti { $at } karara bağladı: geri çevrildi. Hiçbir şey değişmedi.
