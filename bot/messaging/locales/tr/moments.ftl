# Times that moderators type, wherever a command takes one. They are in UTC.

option-since = başlangıç
option-until = bitiş
moment-unreadable = Bu bir zaman olarak okunamıyor{ NOTE($text) }. Hiçbir şey değişmedi. Bir gün, UTC saatiyle bir gün ya da kaç saat, gün veya hafta önce olduğunu yaz. Örnekler: `2026-03-01`, `2026-03-01 14:30`, `12h`, `3d`, `2w`.
range-backwards = Bitiş başlangıçtan önce. Hiçbir şey değişmedi. Bir örnek: `2026-03-01` ile `2026-03-07` arası, iki gün de dahil.
