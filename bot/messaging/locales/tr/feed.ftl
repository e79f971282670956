# The moderators' feed, its commands, and the cards of reports that stand in it.

name-video-mod-feed = akış
name-video-mod-feed-set = ayarla
name-video-mod-feed-off = kapat
name-video-mod-feed-test = dene
option-delivered = teslim
option-refused = ret
option-failed = başarısız
option-cancelled = iptal
option-reports = bildirimler
video-mod-feed-description = Her istek bittiğinde haber verilen bir kanal
video-mod-feed-set-description = Akışın kanalını ve neyin haber verileceğini seçin
video-mod-feed-set-channel = Kanal; en iyisi yalnızca moderatörlerin okuyabildiği bir kanal
video-mod-feed-set-delivered = Yapılan videolar; seçmezseniz evet
video-mod-feed-set-refused = Geri çevrilen istekler; seçmezseniz evet
video-mod-feed-set-failed = Başarısız olan ya da çok uzun süren videolar; seçmezseniz evet
video-mod-feed-set-cancelled = İptal edilen istekler; seçmezseniz evet
video-mod-feed-set-reports = Üyelerin bildirimleri, karar düğmeleriyle; seçmezseniz evet
video-mod-feed-off-description = Akışı kapatın
video-mod-feed-test-description = Akışa bir örnek gönderin ve neyin eksik olduğunu görün

## What the commands answer

feed-set = Akış açık. { $channel } kanalına haber verilenler: { $categories }.
feed-off = Akış kapalı; { $channel } kanalına artık haber verilmiyor. Kayıt eskisi gibi sürüyor.
feed-not-set = Bu sunucunun akışı yok. `/video-mod akış ayarla` bir akış açar.
feed-set-nothing = Bir akış bir şeyi haber vermeli. Hiçbir şey değişmedi. En az bir türü açık bırakın ya da `/video-mod akış kapat` komutunu kullanın.
feed-channel-unknown = Bu sunucuda böyle bir kanal yok ya da Showreel onu bilmiyor. Hiçbir şey değişmedi. Bu sunucudan bir metin kanalı ya da alt başlık seçin, örneğin `#moderators`.
feed-in-servers = Bir akış bir sunucuya aittir. Komutu orada kullanın.
feed-test-done = { $channel } kanalında bir örnek satır ve bir örnek bildirim var.
feed-test-failed = Discord örneği { $channel } kanalında kabul etmedi.
feed-channel-gone = Bu kanal artık yok ya da Showreel onu bilmiyor. `/video-mod akış ayarla` ile başka bir kanal seçin.
feed-lacks = Showreel’in orada eksiği: { $permissions }. Bu arada bitenler, izin verilince haber verilir; bir gün boyunca.
feed-public = Buradaki herkes { $channel } kanalını, onunla birlikte haber verilen bütün açıklamaları okuyabilir. Bir moderatör kanalında aranızda kalırlar.
feed-category-delivered = yapılan videolar
feed-category-refused = geri çevrilen istekler
feed-category-failed = başarısızlıklar
feed-category-cancelled = iptal edilen istekler
feed-category-reports = bildirimler
feed-permission-view-channel = Kanalı Görüntüle
feed-permission-send-messages = Mesaj Gönder
feed-permission-send-messages-in-threads = Alt Başlıklarda Mesaj Gönder
feed-permission-attach-files = Dosya Ekle

## Lines

feed-delivered = Teslim edildi
feed-kept = Yapıldı, teslim edilemedi
feed-refused = Geri çevrildi
feed-failed = Başarısız
feed-expired = Bırakıldı
feed-unknown = Belirsiz
feed-cancelled = İptal edildi
feed-because = { $state }: { $words }
feed-times = { $times } kez
feed-somebody = verileri silinen biri
feed-private = gizli; açıklama dosyada görünür
feed-cost = { USD($usd) }
feed-cost-none = ücretsiz
feed-cost-estimated = yaklaşık { USD($usd) }
feed-cost-open = ücret bilinmiyor
feed-open-case = Bir dosya aç
feed-sample = Bu bir örnektir. Hiçbir şey olmadı.
feed-sample-prompt = Şafakta karlı bir yoldan geçen kızıl tilki
feed-sample-report = Tanıdığım birini gösteriyor.

## Cards of reports

button-dismiss = Kapat
reported-heading = **Bildirildi**: { $requester } adlı üyenin videosu · { $channel }
reported-text = { $reporter } bildiriyor { $filed_at }: { $text }
reported-text-attached = Bildirimin tamamı ektedir.
reported-message-gone = mesajı silindi
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
reported-blocked-now = şu anda engelli
reported-filed = bugüne kadar { $count } bildirim
reported-dismissed = { $count ->
    [0] hiçbiri kapatılmadı
   *[other] { $count } tanesi kapatıldı
  }
reported-decided-deleted = **Karar**: { $moderator } videoyu sildi { $at }.
reported-decided-blocked = **Karar**: { $moderator } üyeyi engelledi { $at }.
reported-decided-dismissed = **Karar**: { $moderator } bildirimi kapattı { $at }.
reported-done-deleted = Video silindi ve onunla ilgili bütün bildirimler böylece karara bağlandı.
reported-done-dismissed = Bildirim kapatıldı. Yazana haber verilmez.
reported-not-found = Bu sunucuda böyle bir bildirim yok. Hiçbir şey değişmedi.
reported-already-deleted = <@{ $moderator }> bu bildirimi { $at } karara bağladı: video silindi. Hiçbir şey değişmedi.
reported-already-blocked = <@{ $moderator }> bu bildirimi { $at } karara bağladı: üye engellendi. Hiçbir şey değişmedi.
reported-already-dismissed = <@{ $moderator }> bu bildirimi { $at } karara bağladı: kapatıldı. Hiçbir şey değişmedi.
