# Bir sunucuda neyin, kim tarafından değiştirildiği: her biri için bir satır.

name-usage-audit = değişiklikler
usage-audit-description = Bu sunucuda kimin neyi değiştirdiğini görün: ayarlar, engeller, kurallar, kayıtlar
audit-none = Bu sunucuda henüz hiçbir şey değiştirilmedi. Moderatörlerin bundan sonra değiştirdikleri burada durur.
audit-heading = **Bu sunucudaki değişiklikler**, en yenisi önce
audit-settings-changed = { $by } ayarları değiştirdi: { $changes }
audit-defaults-changed = { $by } varsayılan seçenekleri değiştirdi, { $where }: { $changes }
audit-member-blocked = { $by } engelledi: { $member }, { $length ->
    [good] süresiz
   *[until] bitiş { $until }
  }{ NOTE($reason) }
audit-member-unblocked = { $by } engeli kaldırdı: { $member }
audit-rule-added = { $by } kural #{ $number } ekledi: { $kind }, { $text }
audit-rule-removed = { $by } kural #{ $number } kaldırdı: { $kind }, { $text }
audit-paused = { $by } sunucuyu duraklattı{ NOTE($reason) }
audit-resumed = { $by } sunucunun duraklamasını bitirdi
audit-feed-set = { $by } akışı { $channel } kanalına kurdu: { $categories }
audit-feed-changed = { $by } akışı değiştirdi: { $before } → { $after }
audit-feed-place = { $channel } ({ $categories })
audit-feed-off = { $by } { $channel } kanalındaki akışı kapattı
audit-log-exported = { $by } günlüğü dışa aktardı, { $range }: { $rows ->
    [one] bir istek
   *[other] { $rows } istek
  }, { $format }
audit-result-deleted = { $by } { $case } kaydının sonucunu sildi
audit-note-added = { $by } { $case } kaydına not ekledi
audit-evidence-held = { $by } { $case } kaydını alıkoydu
audit-evidence-released = { $by } { $case } kaydını serbest bıraktı
audit-report-decided = { $by } { $case } kaydıyla ilgili bir bildirime karar verdi: { $decision ->
    [deleted] video silindi
    [blocked] üye engellendi
    [dismissed] reddedildi
   *[other] tamam
  }
audit-member-data-erased = Bir üye verilerini sildirdi: metinleri ve bağlantıları günlükten çıktı
audit-where-server = sunucu
audit-range = { $since } ile { $until } arası
audit-range-since = { $since } sonrası
audit-range-until = { $until } öncesi
audit-range-all = baştan beri
audit-change = { $name }: { $before } → { $after }
audit-more = ve { $count } tane daha
audit-scope-server = sunucu
audit-scope-member = her üye
audit-setting-jobs-per-day = { $scope } için 24 saatteki videolar
audit-setting-jobs-per-month = { $scope } için 30 gündeki videolar
audit-setting-usd-per-day = { $scope } için 24 saatteki para
audit-setting-usd-per-month = { $scope } için 30 gündeki para
audit-setting-private-use = kim gizli video isteyebilir
audit-setting-spoiler-results = spoiler ardındaki videolar
audit-setting-age-restricted-only = yalnızca yaş kısıtlamalı kanallar
audit-value-unset = ayarlanmamış
audit-value-count = { NUMBER($number) }
audit-value-usd = { USD($usd) }
audit-value-everyone = herkes
audit-value-moderators = moderatörler
audit-value-nobody = hiç kimse
