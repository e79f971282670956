# カードはリクエストの時からチャンネルに表示され、終わると折りたたまれる。

prompt-erased = 説明文がもう残っていない動画
options = { $duration }秒 · { $ratio } · cfg { NUMBER($cfg, maximumFractionDigits: 2) }
options-sent = { $duration }秒 · { $ratio } · cfg { $cfg }
leaves-out = 入れないもの：{ $text }

card-waiting = 開始を待っています。
card-place = { $place ->
    [1] 次が順番です。
   *[other] 順番は{ $place }番目です。
  }
card-paused = 現在、新しい動画の作成を止めています。このリクエストの順番は変わりません。
card-starting = 開始処理中です。
card-running = 作成中です。{ $started }に始まりました。
card-late = いつもより時間がかかっていますが、作成は続いています。
card-starts-at-once = 約1分後に始まります。
card-starts-minutes = { $first }〜{ $last }分後に始まります。
card-starts-minutes-at-most = { $last }分以内に始まります。
card-starts-hours = { $first }〜{ $last }時間後に始まります。
card-starts-hours-at-most = { $last }時間以内に始まります。
card-left-at-once = 残り約1分
card-left-minutes = 残り{ $first }〜{ $last }分
card-left-minutes-at-most = 残り最大{ $last }分
card-left-hours = 残り{ $first }〜{ $last }時間
card-left-hours-at-most = 残り最大{ $last }時間
card-private = -# このカードで経過がわかるのは15分間です。その後の状況は { -videos-list } で確認できます。
card-private-over = -# このカードではもう経過がわかりません。状況は { -videos-list } で確認できます。
card-stopping = 中止を依頼しました。動画サービス側で止まりしだい終わります。
card-delivering = 完成しました。お届け中です。
card-delivered-here = 完了： { $url }
card-delivered-directly = 完了：ダイレクトメッセージで送りました。
card-delivered-fetched = 完了：リクエストした本人が受け取りました。
card-delivered-privately = 完了：動画は下にあります。
card-deleted = 完了後に削除されました。
