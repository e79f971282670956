# サーバーの記録を1ページずつ。モデレーター向け。

name-usage-log = 記録
option-state = 状態
usage-log-description = このサーバーでリクエストされたものとその結果を、新しい順に表示します
usage-log-member = このメンバーのものだけ。退出した人はIDで指定
usage-log-state = いまこの状態のものだけ
usage-log-duration = この長さの動画だけ
usage-log-since = この時点以降だけ（UTC）。例：2026-03-01、2026-03-01 14:30、3日前なら 3d
usage-log-until = この時点より前だけ（UTC）。書き方は上と同じ。日付だけならその日の終わりまで
usage-log-text = 説明文か除外する内容に、これらの語がすべて含まれるものだけ
usage-log-reason = この理由で拒否または終了したものだけ。一覧から選ぶか、理由の語を入力

button-log-newest = 最新へ
button-log-newer = 新しいほうへ
button-log-older = 古いほうへ
button-log-search-on = 検索を続ける

log-open-placeholder = ケースを開く
log-heading = **このサーバーの記録**（新しい順）
log-filter = 条件：{ $filter }。
log-filter-member = { $member } のもの
log-filter-since = { $at } 以降
log-filter-until = { $at } より前
log-filter-words = 「{ $text }」を含む
log-filter-reason = 理由が「{ $words }」
log-duration = { $duration }秒
log-private = { $state }（非公開）
log-searched-back = { $at } までさかのぼって検索しました。ボタンで続きを検索します。
log-empty = このサーバーではまだ何もリクエストされていません。メンバーが { -video } でリクエストしたものがここに表示されます。
log-nothing = このサーバーの記録に当てはまるものはありません。条件：{ $filter }。条件を減らすか、期間を長くしてください。
log-nothing-yet = 当てはまるものはまだ見つかっていません。条件：{ $filter }。
log-nothing-older = これより古いもので当てはまるものはありません。条件：{ $filter }。
log-view-gone = この一覧は続けられません。一覧は1日だけ残り、表示した本人だけが使えます。何も変更していません。新しい一覧は `/{ name-usage } { name-usage-log }` で表示できます。
log-which-state = 状態は、表示される選択肢のどれかです。何も変更していません。選び直して、もう一度試してください。
log-which-duration = 動画の長さは5秒か10秒です。何も変更していません。どちらかを選んで、もう一度試してください。
log-which-words = 検索する語がありません。何も変更していません。例：`red fox`。
log-which-reason = そのような理由は記録にありません{ NOTE($text) }。何も変更していません。表示される選択肢から選ぶか、理由を表す語を入力してください。例：`user_daily_limit`、`provider_rejected`、`prompt_rule:12`。
