# Bir sunucuda neyin, kim tarafından değiştirildiği: her biri için bir satır.

name-usage-audit = değişiklikler
usage-audit-description = Bu sunucuda kim neyi değiştirdi: ayarlar, engeller, kurallar, duraklatmalar, aktarımlar, vakalar
audit-none = Bu sunucuda henüz hiçbir şey değiştirilmedi. Moderatörlerin bundan sonra değiştirdikleri burada görünür.
audit-heading = **Bu sunucudaki değişiklikler**, en yenisi önce
audit-settings-changed = { $by } ayarları değiştirdi: { $changes }
audit-defaults-changed = { $by } varsayılan seçenekleri değiştirdi, { $where }: { $changes }
audit-member-blocked = { $by } engelledi: { $member }, { $length ->
    [good] süresiz
   *[until] bitiş: { $until }
  }{ NOTE($reason) }
audit-member-unblocked = { $by } engeli kaldırdı: { $member }
audit-rule-added = { $by } #{ $number } numaralı kuralı ekledi: { $kind }, { $text }
audit-rule-removed = { $by } #{ $number } numaralı kuralı kaldırdı: { $kind }, { $text }
audit-paused = { $by } sunucuyu duraklattı{ NOTE($reason) }
audit-resumed = { $by } sunucunun duraklatmasını bitirdi
audit-feed-set = { $by } akış için { $channel } kanalını ayarladı: { $categories }
audit-feed-changed = { $by } akışı değiştirdi: { $before } → { $after }
audit-feed-place = { $channel } ({ $categories })
audit-feed-off = { $by } { $channel } kanalındaki akışı kapattı
audit-log-exported = { $by } kayıtları dışa aktardı, { $range }: { $rows ->
    [one] bir istek
   *[other] { $rows } istek
  }, { $format }
audit-result-deleted = { $by } { $case } vakasının sonucunu sildi
audit-result-found-gone = { $by } { $case } vakasının sonucunun zaten silinmiş olduğunu gördü
audit-note-added = { $by } { $case } vakasına not ekledi
audit-evidence-held = { $by } { $case } vakasını kanıt olarak saklamaya aldı
audit-evidence-released = { $by } { $case } vakasını kanıt olarak saklamayı bitirdi
audit-report-decided = { $by } { $case } vakasıyla ilgili bir şikâyeti karara bağladı: { $decision ->
    [deleted] video silindi
    [blocked] üye engellendi
    [dismissed] geri çevrildi
   *[other] tamamlandı
  }
audit-member-data-erased = Bir üye verilerini sildirdi: metinleri ve bağlantıları kayıtlardan silindi
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
audit-setting-usd-per-day = { $scope } için 24 saatteki harcama
audit-setting-usd-per-month = { $scope } için 30 gündeki harcama
audit-setting-private-use = gizli video isteyebilenler
audit-setting-spoiler-results = videolar spoiler olarak
audit-setting-age-restricted-only = yalnızca yaş sınırlı kanallar
audit-value-unset = ayarlanmamış
audit-value-count = { NUMBER($number) }
audit-value-usd = { USD($usd) }
audit-value-everyone = herkes
audit-value-moderators = moderatörler
audit-value-nobody = hiç kimse
