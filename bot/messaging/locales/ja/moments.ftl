# Times that moderators type, wherever a command takes one. They are in UTC.

option-since = 開始
option-until = 終了
moment-unreadable = これは日時として読み取れません{ NOTE($text) }。何も変更していません。日付、日付と時刻(UTC)、または何時間・何日・何週間前かを入力してください。例: `2026-03-01`、`2026-03-01 14:30`、`12h`、`3d`、`2w`
range-backwards = 終わりが始まりより前になっています。何も変更していません。例: `2026-03-01` から `2026-03-07` まで(両日を含む)
