# Bir sunucunun moderatörlerinin o sunucu için belirledikleri.

## Requests that it does not take

button-publicly = Herkese açık iste
refused-private-not-allowed = { $allowed ->
    [moderators] Yalnızca senin gördüğün videolar bu sunucuda moderatörlere ayrılmıştır
   *[nobody] Bu sunucuda yalnızca bir kişinin gördüğü videolar yapılmaz
  }. { -free } **{ button-publicly }** aynı videoyu herkesin göreceği biçimde ister; komutu `{ option-private }` olmadan kullanmak da öyle. Referans `{ $reference }`.
refused-private-not-allowed-default = Varsayılanların yalnızca senin gördüğün videolar istiyor, { $allowed ->
    [moderators] bunlar ise bu sunucuda moderatörlere ayrılmıştır
   *[nobody] bu sunucuda ise böyle videolar yapılmaz
  }. Bu yüzden bu isteği kimse görmedi. { -free } **{ button-publicly }** videoyu herkesin göreceği biçimde ister; komutu `{ option-private }` kapalıyken kullanmak da öyle. Varsayılanlarını `/{ name-videos } { name-videos-defaults }` değiştirir. Referans `{ $reference }`.
refused-age-restricted-only = Bu sunucuda videolar yalnızca yaş sınırlı kanallarda yapılır ve bu kanal onlardan değil. { -free } O kanallardan birinde yeniden iste. Referans `{ $reference }`.

## The command, and all that is set

name-video-mod-settings = ayarlar
video-mod-settings-description = Bu sunucunun sınırlarını, varsayılan seçeneklerini ve kimin video gizleyebileceğini ayarla
settings-saved = Ayarlar kaydedildi ve artık geçerli.
settings-server = **Bu sunucunun sınırları**: { $limits }
settings-member = **Her üye için sınırlar**: { $limits }
settings-roles = **Rollerin sınırları**, her üye için olanların yerine geçer; birden çok rolde en cömert olanı geçerlidir
settings-roles-none = **Rollerin sınırları**: ayarlanmadı
settings-role = { $role }: { $limits }
settings-roles-more = Diğer roller: { $roles }
settings-ceiling = Botu işleten kişi en çok şuna izin veriyor: { $limits }.
settings-ceiling-none = Botu işleten kişi burada sınır koymuyor.
settings-limits-none = ayarlanmadı
settings-jobs-per-day = { $jobs ->
    [0] 24 saatte hiç video yok
   *[other] 24 saatte { $jobs } video
  }
settings-jobs-per-month = { $jobs ->
    [0] 30 günde hiç video yok
   *[other] 30 günde { $jobs } video
  }
settings-usd-per-day = 24 saatte { USD($usd) }
settings-usd-per-month = 30 günde { USD($usd) }
settings-private-use = **Yalnızca isteyenin gördüğü videoları kim isteyebilir**: { $who ->
    [moderators] moderatörler
    [nobody] hiç kimse
   *[everyone] herkes
  }
settings-spoiler = **Videolar spoiler olarak gönderilir**: { $answer }
settings-age = **Videolar yalnızca yaş sınırlı kanallarda**: { $answer }
settings-server-defaults = **Bu sunucunun varsayılan seçenekleri**: { $options }
settings-channel-defaults = **Bu kanalın varsayılan seçenekleri**: { $options }
settings-defaults-none = ayarlanmadı
settings-feed = **Akış**: { $channel } kanalında { $categories } bildirilir.
settings-feed-none = **Akış**: yok. `/video-mod akış ayarla` bir akış açar.
settings-option = { $option }: { $value }
settings-option-private = Yalnızca isteyen görür
settings-hint = Neyi değiştireceğini aşağıdan seç.
button-settings-again = Formu yeniden aç
button-settings-server-limits = Sunucunun sınırları
button-settings-member-limits = Her üye için sınırlar
button-settings-server-defaults = Sunucunun varsayılanları
button-settings-access = Gizlilik, spoiler, yaş

## Forms

settings-form-role-placeholder = Bir rolün sınırlarını ayarla
settings-form-channel-placeholder = Bir kanalın varsayılan seçeneklerini ayarla
settings-form-server-limits-title = Bu sunucunun sınırları
settings-form-member-limits-title = Her üye için sınırlar
settings-form-role-limits-title = Bir rolün sınırları
settings-about-role = { $role } rolündeki üyelere, her üye için olan sınırların yerine bunlar uygulanır. Dört alan da boş bırakılırsa bu sınırlar kalkar.
settings-form-jobs-per-day = 24 saatte video
settings-form-jobs-per-month = 30 günde video
settings-form-usd-per-day = 24 saatte ABD doları
settings-form-usd-per-month = 30 günde ABD doları
settings-form-limit-note = Boş: kendi sınırın yok. 0: hiçbirine izin yok.
settings-form-jobs-note = En çok { NUMBER($highest) }, botu işleten kişinin sınırı. Boş: kendi sınırın yok. 0: hiç video yok.
settings-form-usd-note = En çok { USD($highest) }, botu işleten kişinin sınırı. Boş: kendi sınırın yok. 0: harcama yok.
settings-form-standing-note = Şu anda ayarlı olan: { $value }
settings-form-server-defaults-title = Bu sunucunun varsayılan seçenekleri
settings-form-channel-defaults-title = Bir kanalın varsayılan seçenekleri
settings-form-channel-note = #{ $channel } kanalında ve alt başlıklarında geçerlidir.
settings-form-cfg-scale-note = 0 ile 1 arası bir sayı. Boş: ayarlanmadı.
settings-form-negative-prompt-note = Boş: ayarlanmadı. Tire: başka yerde ne ayarlanmış olursa olsun hiçbir şey dışarıda kalmaz.
settings-form-private = Videoyu yalnızca isteyen görür
settings-form-unset = Ayarlanmadı
settings-form-access-title = Gizlilik, spoiler, yaş
settings-form-private-use = Yalnızca isteyenin gördüğü videolar
settings-form-private-use-note = Kim isteyebilir; kayıtlarda yine de yer alırlar.
settings-form-private-use-everyone = Herkes
settings-form-private-use-moderators = Moderatörler: “Mesajları Yönet” izni olanlar
settings-form-private-use-nobody = Hiç kimse
settings-form-spoiler = Videolar spoiler olarak gönderilsin
settings-form-spoiler-note = Başkaları bir videoyu ancak üzerine basınca görür. Yeni istekler için geçerlidir.
settings-form-age = Videolar yalnızca yaş sınırlı kanallarda
settings-form-age-note = Diğer tüm kanallardan gelen istekler reddedilir.

## What cannot be set

settings-count-unreadable = { $field ->
    [jobs_per_month] 30 gündeki video sınırı
   *[jobs_per_day] 24 saatteki video sınırı
  } 1000000’a kadar bir tam sayı değil. Hiçbir şey değişmedi. Örnek: `20`. Sınır istemiyorsan alanı boş bırak; `0` hiçbirine izin vermez.
settings-usd-unreadable = { $field ->
    [usd_per_month] 30 gündeki para sınırı
   *[usd_per_day] 24 saatteki para sınırı
  } 1000000’a kadar bir ABD doları tutarı değil. Hiçbir şey değişmedi. Örnek: `7.50`. Sınır istemiyorsan alanı boş bırak; `0` hiçbir şeye izin vermez.
settings-jobs-above-ceiling = Botu işleten kişi { $scope ->
    [server] bu sunucuya
   *[member] bir üyeye
  } { $field ->
    [jobs_per_month] 30 günde
   *[jobs_per_day] 24 saatte
  } en çok { NUMBER($highest) } video için izin veriyor. Hiçbir şey değişmedi. Bunu ya da daha azını ayarla ya da alanı boş bırak: o zaman yalnızca işletenin sınırı geçerlidir.
settings-usd-above-ceiling = Botu işleten kişi { $scope ->
    [server] bu sunucuya
   *[member] bir üyeye
  } { $field ->
    [usd_per_month] 30 günde
   *[usd_per_day] 24 saatte
  } en çok { USD($highest) } için izin veriyor. Hiçbir şey değişmedi. Bunu ya da daha azını ayarla ya da alanı boş bırak: o zaman yalnızca işletenin sınırı geçerlidir.
settings-cfg-scale-unreadable = Videoların açıklamaya bağlılığı 0 ile 1 arası bir sayıdır. Hiçbir şey değişmedi. Örnek: `0.5`. Boş alan hiçbir şey ayarlamaz.
settings-too-many-roles = Bir sunucu en çok { $limit } rol için sınır ayarlayabilir ve bu sunucu bu sayıya ulaştı. Hiçbir şey değişmedi. Önce başka bir rolün alanlarını boşalt.
settings-role-unknown = Bu sunucuda böyle bir rol yok. Hiçbir şey değişmedi. Menüden birini seç.
settings-channel-unknown = Bu sunucuda böyle bir kanal yok. Hiçbir şey değişmedi. Menüden birini seç.
settings-choice-unknown = Bu, seçenekler arasında yok. Hiçbir şey değişmedi. Formu `/{ name-video-mod } { name-video-mod-settings }` ile yeniden aç.
settings-away = Ayarlananlar şu anda okunamıyor, bu yüzden form açılmadı. Hiçbir şey değişmedi. Bir dakika sonra yeniden dene.
settings-changed-meanwhile = Formun açıkken bu ayar değiştirildi. Şu anda geçerli olan: { $standing }. Formun hiçbir şeyi değiştirmedi. Başka türlü olsun istiyorsan formu yeniden aç.
