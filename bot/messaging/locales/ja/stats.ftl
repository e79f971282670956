# ある期間の数字を、文と図で。説明はそれぞれ100文字まで。

name-usage-stats = 統計
option-period = 期間
usage-stats-description = 1日、1週間、1か月、指定した期間のリクエスト、動画、利用額、時間を図とともに表示します
usage-stats-period = どこまでさかのぼるか（今日を含む）。指定しなければ1週間
usage-stats-period-day = 1日
usage-stats-period-week = 1週間
usage-stats-period-month = 1か月
usage-stats-since = いつから：日付、UTCの日時、またはどれだけ前か。例：2026-03-01、3d
usage-stats-until = いつまで：日付（その日を含む）、UTCの日時、またはどれだけ前か。例：2026-03-07
stats-period-unknown = 期間は1日、1週間、1か月のどれかです。何も変更していません。どれかを選ぶか、`{ option-since }` と `{ option-until }` を指定してください。
range-ahead = その日時はまだ来ていません。何も変更していません。始まりは過去の日時にしてください。`{ option-since }` の例：`7d`。
stats-none = { $since }から{ $until }までのリクエストはありません。さらにさかのぼるには、長い `{ option-period }` を選ぶか、始まりを指定してください。`{ option-since }` の例：`90d`。
stats-heading = **{ $since }から{ $until }まで**
stats-attempts = リクエスト：{ $count }件
stats-outcome-delivered = お届け済み：{ $count }
stats-outcome-kept = 保管中：{ $count }
stats-outcome-under-way = 進行中：{ $count }
stats-outcome-refused = 拒否：{ $count }
stats-outcome-cancelled = キャンセル：{ $count }
stats-outcome-failed = 失敗：{ $count }
stats-clips = お届けした動画：{ $clips }本、合計{ $length }
stats-spend = 利用額：{ USD($usd) }（未確定の分は見積もり）
stats-waiting = 待ち時間：半数は{ $median }以内、10件中9件は{ $p90 }以内
stats-generating = 動画の作成：半数は{ $median }以内、10件中9件は{ $p90 }以内
stats-length-seconds = { $seconds }秒
stats-length-minutes = { $minutes }分{ $seconds }秒
stats-length-hours = { $hours }時間{ $minutes }分
stats-members-by-clips = 動画の多いメンバー：
stats-members-by-usd = 利用額の多いメンバー：
stats-channels-by-clips = 動画の多いチャンネル：
stats-channels-by-usd = 利用額の多いチャンネル：
stats-standing = { $who } { $clips }（{ USD($usd) }）
stats-reports-none = 対応待ちの報告はありません。
stats-reports = 対応待ちの報告が{ $count }件あります：ケース { $cases }
stats-reports-many = 対応待ちの報告が{ $count }件を超えています：ケース { $cases }
stats-paused = このサーバーは { $at } から一時停止中です。新しいリクエストは拒否されます。
stats-blocked = { $count ->
    [one] 1人のメンバーがブロックされています。
   *[other] { $count }人のメンバーがブロックされています。
  }
stats-no-picture = 今回は図を作れませんでした。数字は図がなくてもすべて揃っています。
stats-alt = { DATE($begin_s) }から{ DATE($end_s) }まで（UTC）のこのサーバーのリクエストの図。{ $figures }
chart-title = このサーバーの動画
chart-range = { DATE($begin_s) }から{ DATE($end_s) }まで、UTC
chart-count = { $count }
chart-usd = { USD($usd) }
chart-day = { DAY($at_s) }
chart-month = { MONTH($at_s) }
chart-spend = 利用額：{ USD($usd) }
chart-times = かかった時間
chart-waiting-half = 待ち時間、半数はこれ以内
chart-waiting-most = 待ち時間、10件中9件はこれ以内
chart-generating-half = 作成、半数はこれ以内
chart-generating-most = 作成、10件中9件はこれ以内

# 記録全体をファイルで。

name-usage-export = 書き出し
option-format = ファイル形式
usage-export-description = このサーバーの記録をファイルで受け取ります。説明文と非公開のものも含む全リクエスト
usage-export-format = ファイルの書き方。指定しなければCSV
usage-export-format-csv = CSV（表計算用）
usage-export-format-jsonl = JSON Lines（プログラム用）
export-progress = 記録を書き出しています：{ $total }件中{ $written }件まで。
export-done = このサーバーの記録から{ $rows ->
    [one] 1件
   *[other] { $rows }件
  }、{ $files ->
    [one] 1個のファイル
   *[other] { $files }個のファイル
  }。非公開のものも含め、メンバーが書いた内容が入っています。取り扱いに注意してください。
export-compressed = ファイルはgzipで圧縮されています。多くの圧縮ソフトで開けます。
export-more = { $count }通中{ $number }通目。
export-none = その期間（{ $range }）、このサーバーの記録にリクエストはありません。何も書き出していません。さらにさかのぼるには、`{ option-since }` と `{ option-until }` を省くか、始まりを早めてください。`{ option-since }` の例：`90d`。
export-format-unknown = ファイルの形式はCSVかJSON Linesです。何も書き出していません。どちらかを選んで、もう一度試してください。
export-busy-here = このサーバーの書き出しがすでに進行中です。何も始めていません。終わるのを待って、もう一度試してください。
export-busy = ほかのサーバーの書き出しが進行中です。何も始めていません。数分後にもう一度試してください。
export-too-large = その期間の記録は{ NUMBER($rows) }件あり、ここで送れる量を超えています。何も送っていません。`{ option-since }` と `{ option-until }` で期間を短くしてください。ボットの運営者は一度にすべてを書き出せます。
export-too-slow = { NUMBER($rows) }件の書き出しが、この返信の制限時間内に終わりませんでした。何も送っていません。`{ option-since }` と `{ option-until }` で期間を短くしてください。ボットの運営者は一度にすべてを書き出せます。
export-no-room = ボットのディスクにファイルを置く空きがありません。何も送っていません。期間を短くするか、ボットの運営者に知らせてください。
export-not-sent = Discordがすべてのファイルを受け取りませんでした。上にあるものは完全で、残りが欠けています。もう一度試し、続くようなら期間を短くしてください。
