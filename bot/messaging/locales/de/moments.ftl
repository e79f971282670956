# Times that moderators type, wherever a command takes one. They are in UTC.

option-since = seit
option-until = bis
moment-unreadable = Das lässt sich nicht als Zeit lesen{ NOTE($text) }. Es wurde nichts geändert. Gib einen Tag an, einen Tag mit Uhrzeit in UTC, oder vor wie vielen Stunden, Tagen oder Wochen. Beispiele: `2026-03-01`, `2026-03-01 14:30`, `12h`, `3d`, `2w`.
range-backwards = Das Ende liegt vor dem Anfang. Es wurde nichts geändert. Ein Beispiel: von `2026-03-01` bis `2026-03-07`, beide Tage eingeschlossen.
