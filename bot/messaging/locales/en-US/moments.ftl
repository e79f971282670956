# Times that moderators type, wherever a command takes one. They are in UTC.

option-since = since
option-until = until
moment-unreadable = This cannot be read as a time{ NOTE($text) }. Nothing was changed. Type a day, a day with a time in UTC, or how many hours, days or weeks ago. Examples: `2026-03-01`, `2026-03-01 14:30`, `12h`, `3d`, `2w`.
range-backwards = The end lies before the beginning. Nothing was changed. An example: from `2026-03-01` until `2026-03-07`, both days included.
