# The moderators' feed, its commands, and the cards of reports that stand in it.

name-video-mod-feed = お知らせ
name-video-mod-feed-set = 設定
name-video-mod-feed-off = オフ
name-video-mod-feed-test = テスト
option-delivered = 完成
option-refused = 拒否
option-failed = 失敗
option-cancelled = キャンセル
option-reports = 報告
video-mod-feed-description = リクエストが終わるたびに知らせるチャンネル
video-mod-feed-set-description = お知らせのチャンネルと、知らせる内容を選ぶ
video-mod-feed-set-channel = チャンネル。モデレーターだけが読めるところがおすすめ
video-mod-feed-set-delivered = できあがった動画。選ばなければ知らせます
video-mod-feed-set-refused = 拒否されたリクエスト。選ばなければ知らせます
video-mod-feed-set-failed = 失敗した動画や時間切れの動画。選ばなければ知らせます
video-mod-feed-set-cancelled = キャンセルされたリクエスト。選ばなければ知らせます
video-mod-feed-set-reports = メンバーからの報告(対応ボタン付き)。選ばなければ知らせます
video-mod-feed-off-description = お知らせをオフにする
video-mod-feed-test-description = お知らせに見本を送り、足りないものを確かめる

## What the commands answer

feed-set = お知らせをオンにしました。{ $channel } に知らせる内容: { $categories }。
feed-off = お知らせをオフにしました。{ $channel } にはもう知らせません。記録はこれまでどおり続きます。
feed-not-set = このサーバーにお知らせはありません。`/video-mod お知らせ 設定` で作れます。
feed-set-nothing = お知らせには、知らせる内容が必要です。何も変更していません。少なくとも1つはオンのままにするか、`/video-mod お知らせ オフ` を使ってください。
feed-channel-unknown = このサーバーにそのチャンネルはないか、Showreel から見えません。何も変更していません。このサーバーのテキストチャンネルかスレッドを選んでください。例: `#moderators`。
feed-in-servers = お知らせはサーバーごとのものです。サーバーの中でこのコマンドを使ってください。
feed-test-done = { $channel } に、お知らせの見本と報告の見本を送りました。
feed-test-failed = Discord は { $channel } への見本を受け付けませんでした。
feed-channel-gone = そのチャンネルはもうないか、Showreel から見えません。`/video-mod お知らせ 設定` で別のチャンネルを選んでください。
feed-lacks = そこでは Showreel に次の権限がありません: { $permissions }。その間に終わったものは、権限がつきしだい知らせます(1日以内)。
feed-public = { $channel } はここの全員が読めるため、知らせる説明文もすべて読まれます。モデレーター用のチャンネルなら、皆さんだけのものになります。
feed-category-delivered = できあがった動画
feed-category-refused = 拒否されたリクエスト
feed-category-failed = 失敗
feed-category-cancelled = キャンセルされたリクエスト
feed-category-reports = 報告
feed-permission-view-channel = チャンネルを見る
feed-permission-send-messages = メッセージを送信
feed-permission-send-messages-in-threads = スレッドでメッセージを送信
feed-permission-attach-files = ファイルを添付

## Lines

feed-delivered = 完成
feed-kept = 完成、未受け渡し
feed-refused = 拒否
feed-failed = 失敗
feed-expired = 打ち切り
feed-unknown = 不明
feed-cancelled = キャンセル
feed-times = { $times }回
feed-somebody = データが消去されたメンバー
feed-private = 非公開。説明文はケースで見られます
feed-cost = { USD($usd) }
feed-cost-none = 料金なし
feed-cost-estimated = 約{ USD($usd) }
feed-cost-open = 料金不明
feed-open-case = ケースを開く
feed-sample = これは見本です。何も起きていません。
feed-sample-prompt = 夜明けの雪道を渡るアカギツネ
feed-sample-report = 知り合いが映っています。

## Cards of reports

button-dismiss = 却下
reported-heading = **報告**: { $requester } の動画 · { $channel }
reported-text = { $reporter } からの報告({ $filed_at }): { $text }
reported-text-attached = 報告の全文を添付しました。
reported-message-gone = メッセージは削除済み
reported-clips = { $count ->
    [0] 30日間の動画なし
   *[other] 30日間の動画{ $count }本
  }
reported-earlier = { $count ->
    [0] これまでの報告なし
   *[other] これまでの報告{ $count }件
  }
reported-blocked-before = { $count ->
    [0] ブロック歴なし
   *[other] ブロック歴{ $count }回
  }
reported-blocked-now = 現在ブロック中
reported-filed = これまでの報告{ $count }件
reported-dismissed = { $count ->
    [0] 却下なし
   *[other] うち却下{ $count }件
  }
reported-decided-deleted = **対応済み**: { $moderator } が動画を削除しました({ $at })。
reported-decided-blocked = **対応済み**: { $moderator } がメンバーをブロックしました({ $at })。
reported-decided-dismissed = **対応済み**: { $moderator } が報告を却下しました({ $at })。
reported-done-deleted = 動画を削除し、この動画についての報告はすべて対応済みになりました。
reported-done-dismissed = 報告を却下しました。報告した人には知らせません。
reported-not-found = このサーバーにその報告はありません。何も変更していません。
reported-already-deleted = この報告は <@{ $moderator }> が対応済みです({ $at }): 動画は削除されました。何も変更していません。
reported-already-blocked = この報告は <@{ $moderator }> が対応済みです({ $at }): メンバーはブロックされました。何も変更していません。
reported-already-dismissed = この報告は <@{ $moderator }> が対応済みです({ $at }): 却下されました。何も変更していません。
