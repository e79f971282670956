# Times that moderators type, wherever a command takes one. They are in UTC.

option-since = desde
option-until = hasta
moment-unreadable = Esto no se puede leer como una fecha{ NOTE($text) }. No se ha cambiado nada. Escribe un día, un día con hora en UTC, o hace cuántas horas, días o semanas. Ejemplos: `2026-03-01`, `2026-03-01 14:30`, `12h`, `3d`, `2w`.
range-backwards = El final es anterior al principio. No se ha cambiado nada. Un ejemplo: de `2026-03-01` a `2026-03-07`, ambos días incluidos.
