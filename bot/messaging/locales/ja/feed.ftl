# モデレーター向けの通知。そのコマンドと、そこに出る報告のカード。

name-video-mod-feed = 通知
name-video-mod-feed-set = 設定
name-video-mod-feed-off = オフ
name-video-mod-feed-test = テスト
option-delivered = 完成
option-refused = 拒否
option-failed = 失敗
option-cancelled = キャンセル
option-reports = 報告
video-mod-feed-description = リクエストが終わるたびに知らせるチャンネル
video-mod-feed-set-description = 通知のチャンネルと、知らせる内容を選びます
video-mod-feed-set-channel = チャンネル。モデレーターだけが読めるところがおすすめ
video-mod-feed-set-delivered = できあがった動画。選ばなければ知らせます
video-mod-feed-set-refused = 拒否されたリクエスト。選ばなければ知らせます
video-mod-feed-set-failed = 失敗した動画や時間切れの動画。選ばなければ知らせます
video-mod-feed-set-cancelled = キャンセルされたリクエスト。選ばなければ知らせます
video-mod-feed-set-reports = メンバーからの報告（対応ボタン付き）。選ばなければ知らせます
video-mod-feed-off-description = 通知をオフにします
video-mod-feed-test-description = 通知に見本を送り、足りないものを確かめます

## コマンドの返事

feed-set = 通知をオンにしました。{ $channel } に知らせる内容：{ $categories }。
feed-off = 通知をオフにしました。{ $channel } にはもう知らせません。記録はこれまでどおり続きます。
feed-not-set = このサーバーに通知は設定されていません。`/video-mod 通知 設定` で設定できます。
feed-set-nothing = 通知には、知らせる内容が必要です。何も変更していません。少なくとも1つはオンのままにするか、`/video-mod 通知 オフ` を使ってください。
feed-channel-unknown = このサーバーにそのチャンネルがないか、Showreelからは見えません。何も変更していません。このサーバーのテキストチャンネルかスレッドを選んでください。例：`#moderators`。
feed-in-servers = 通知はサーバーごとのものです。サーバーの中でこのコマンドを使ってください。
feed-test-done = { $channel } に、通知の見本と報告の見本を送りました。
feed-test-failed = { $channel } に見本を送ろうとしましたが、Discordが受け付けませんでした。
feed-channel-gone = そのチャンネルはもうないか、Showreelからは見えません。`/video-mod 通知 設定` で別のチャンネルを選んでください。
feed-lacks = そのチャンネルでは、Showreelに次の権限がありません：{ $permissions }。その間に終わったものは、1日以内に権限が付けば、付きしだい知らせます。
feed-public = { $channel } はこのサーバーの全員が読めるため、そこで知らせる説明文もすべて読まれます。モデレーター用のチャンネルなら、モデレーターだけが読めます。
feed-category-delivered = できあがった動画
feed-category-refused = 拒否されたリクエスト
feed-category-failed = 失敗
feed-category-cancelled = キャンセルされたリクエスト
feed-category-reports = 報告
feed-permission-view-channel = チャンネルを見る
feed-permission-send-messages = メッセージを送信
feed-permission-send-messages-in-threads = スレッドでメッセージを送信
feed-permission-attach-files = ファイルを添付

## 行

feed-delivered = お届け済み
feed-kept = 完成、未受け取り
feed-refused = 拒否
feed-failed = 失敗
feed-expired = 打ち切り
feed-unknown = 不明
feed-cancelled = キャンセル
feed-because = { $state }: { $words }
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

## 報告のカード

button-dismiss = 却下
reported-heading = **報告**：{ $requester } の動画 · { $channel }
reported-text = { $reporter } からの報告（{ $filed_at }）：{ $text }
reported-text-attached = 報告の全文を添付しました。
reported-message-gone = メッセージは削除済み
reported-deleted-by-member = 依頼した本人が削除済み
reported-deleted-by-moderator = { $moderator } が削除済み
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
reported-decided-deleted = **対応済み**：{ $moderator } が動画を削除しました（{ $at }）。
reported-decided-gone = **対応済み**：{ $moderator } が対応を完了しました（{ $at }）。動画はすでに削除されていました。
reported-decided-blocked = **対応済み**：{ $moderator } がメンバーをブロックしました（{ $at }）。
reported-decided-dismissed = **対応済み**：{ $moderator } が報告を却下しました（{ $at }）。
reported-done-deleted = 動画を削除し、この動画についての報告はすべて対応済みになりました。
reported-done-dismissed = 報告を却下しました。報告した人には知らせません。
reported-not-found = このサーバーにその報告はありません。何も変更していません。
reported-already-deleted = この報告は <@{ $moderator }> が対応済みです（{ $at }、動画を削除）。何も変更していません。
reported-already-blocked = この報告は <@{ $moderator }> が対応済みです（{ $at }、メンバーをブロック）。何も変更していません。
reported-already-dismissed = この報告は <@{ $moderator }> が対応済みです（{ $at }、報告を却下）。何も変更していません。
