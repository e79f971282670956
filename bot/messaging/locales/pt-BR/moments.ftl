# Times that moderators type, wherever a command takes one. They are in UTC.

option-since = desde
option-until = até
moment-unreadable = Isto não pode ser lido como uma data{ NOTE($text) }. Nada foi alterado. Digite um dia, um dia com hora em UTC, ou há quantas horas, dias ou semanas. Exemplos: `2026-03-01`, `2026-03-01 14:30`, `12h`, `3d`, `2w`.
range-backwards = O fim vem antes do começo. Nada foi alterado. Um exemplo: de `2026-03-01` a `2026-03-07`, incluindo os dois dias.
