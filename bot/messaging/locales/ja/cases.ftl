# 1件のリクエストの全体と、モデレーターがそれについてできること。

name-usage-case = ケース
option-id = id
usage-case-description = 1件のリクエストの全体を表示します。説明文、経過、料金、報告、メモ
usage-case-id = 番号、またはメンバーに表示された参照コード。例：A1B2C3

button-case = ケース
button-mod-delete = 動画を削除
button-note = メモを追加
button-hold = 保全する
button-release = 保全を解除

note-form-title = このケースにメモを追加
note-form-label = ほかのモデレーターに伝えたいこと
note-form-note = このサーバーのモデレーターとボットの運営者が読めます。あとから変更できません。

case-heading = **ケース { $number }** · 参照コード { $reference } · { $state }
case-erased = リクエストの内容は、保存期間が過ぎたか本人が消去したため、残っていません。
case-nothing-seen = 見える文字なし
case-where = { $channel } での { $member } のリクエスト
case-private = 非公開：本人だけが見ました。
case-asked = リクエスト日時：{ $at }
case-reason = 理由：{ $words } · { $reason }
case-cost = 料金 { USD($cost) }、見込み { USD($expected) }
case-cost-expected = 料金は未確定、見込み { USD($expected) }
case-cost-real = 料金 { USD($cost) }
case-service-id = 動画サービスでの番号：{ $number }
case-service-link = 動画サービスでの動画： { $url }
case-message = チャンネル内： { $url }
case-held-by = { $member } が証拠として保全しています。
case-held-by-reports = 報告への対応が済むまで、証拠として保全しています。
case-reports = **報告**
case-report = { $at } · { $member } · { $decision } · { $text }
case-undecided = 未対応
case-decided = 対応済み
case-report-erased = 本文はもう保存されていません
case-decision-deleted = { $member } が動画を削除
case-decision-blocked = { $member } がメンバーをブロック
case-decision-dismissed = { $member } が却下
case-notes = **メモ**（新しい順）
case-note = { $at } · { $member } · { $text }
case-steps = **経過**（新しい順）
case-step = { $at } · { $state } · { $actor }
case-in-file = 全体はファイルにあります。

case-not-found = このサーバーにそのようなケースはありません。何も変更していません。このサーバーのリクエストは `/{ name-usage } { name-usage-log }` で確認できます。
case-id-unreadable = ケースは番号か参照コードで指定します。何も変更していません。例：`#1234`、`A1B2C3`。
mod-delete-done = 動画を削除しました。料金は変わらず、記録も残ります。
mod-delete-gone = この動画のメッセージは、すでに手動で、またはチャンネルごと削除されていました。記録に反映しました。
mod-delete-already = この動画はすでに削除されています（{ $deleted_at }）。何も変更していません。
mod-delete-nothing = 削除できる動画がありません。お渡しした動画がないためです。何も変更していません。
mod-delete-out-of-reach = この動画は本人だけに見えていて、ほかの人には削除できません。何も変更していません。今後受け取れないようにするには、メンバーをブロックしてください。
note-added = メモを追加しました。
note-empty = メモに内容がなかったため、追加しませんでした。もう一度「{ button-note }」を押して、伝えたいことを書いてください。
note-too-many = 1つのケースのメモは{ $limit }件までで、すでに上限に達しています。何も変更していません。
case-held = 保全しました。このケースの文章とリンクは、解除されるまで残ります。
case-held-already = このケースはすでにモデレーターが保全しています。何も変更していません。
case-nothing-to-hold = このケースの文章とリンクはすでに消去されていて、保全するものがありません。何も変更していません。
case-released = 保全を解除しました。このケースの文章とリンクは、保存期間が過ぎると消去されます。
case-released-but-reported = モデレーターの保全は解除しましたが、このケースには未対応の報告があります。対応が済むまで残ります。
case-not-held = モデレーターはこのケースを保全していません。何も変更していません。未対応の報告があるものは、対応が済むまで残ります。

log-state-refused = 拒否
log-state-queued = 順番待ち
log-state-submitting = 開始処理中
log-state-unknown = 作成中の可能性あり
log-state-running = 作成中
log-state-delivering = 完成、お届け中
log-state-delivered = 完了
log-state-deleted = 完了後に削除
log-state-kept = 完成、未受け取り
log-state-failed = 失敗
log-state-cancelled = キャンセル済み
log-state-expired = 時間切れ

log-cost = { USD($cost) }
log-cost-expected = 見込み { USD($cost) }
log-member-erased = データが消去されたメンバー
log-actor-bot = ボット
log-actor-operator = ボットの運営者
log-actor-eachlabs = 動画サービス
log-actor-moderator = モデレーターの { $member }
