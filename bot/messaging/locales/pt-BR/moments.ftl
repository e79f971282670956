# Datas e horas que a moderação digita, onde quer que um comando as aceite. Em UTC.

option-since = desde
option-until = até
moment-unreadable = Não foi possível entender esta data{ NOTE($text) }. Nada foi alterado. Digite um dia, um dia com hora em UTC, ou quantas horas, dias ou semanas atrás. Exemplos: `2026-03-01`, `2026-03-01 14:30`, `12h`, `3d`, `2w`.
range-backwards = O fim vem antes do começo. Nada foi alterado. Um exemplo: de `2026-03-01` a `2026-03-07`, incluindo os dois dias.
