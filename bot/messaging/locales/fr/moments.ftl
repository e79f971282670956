# Times that moderators type, wherever a command takes one. They are in UTC.

option-since = depuis
option-until = jusque
moment-unreadable = Ceci ne peut pas être lu comme une date{ NOTE($text) }. Rien n’a été modifié. Indique un jour, un jour avec une heure en UTC, ou il y a combien d’heures, de jours ou de semaines. Exemples : `2026-03-01`, `2026-03-01 14:30`, `12h`, `3d`, `2w`.
range-backwards = La fin précède le début. Rien n’a été modifié. Un exemple : de `2026-03-01` à `2026-03-07`, ces deux jours compris.
