# サーバーで何が、誰によって変更されたか。1件につき1行。

name-usage-audit = 変更履歴
usage-audit-description = このサーバーで誰が何を変更したかを表示します。設定、ブロック、ルール、一時停止、書き出し、ケース
audit-none = このサーバーではまだ何も変更されていません。これからモデレーターが変更したことは、ここに残ります。
audit-heading = **このサーバーの変更**、新しい順
audit-settings-changed = { $by } が設定を変更：{ $changes }
audit-defaults-changed = { $by } が{ $where }の既定のオプションを変更：{ $changes }
audit-member-blocked = { $by } が { $member } を{ $length ->
    [good] 無期限でブロック
   *[until] ブロック、期限は { $until }
  }{ NOTE($reason) }
audit-member-unblocked = { $by } が { $member } のブロックを解除
audit-rule-added = { $by } がルール #{ $number } を追加：{ $kind }、{ $text }
audit-rule-removed = { $by } がルール #{ $number } を削除：{ $kind }、{ $text }
audit-paused = { $by } がサーバーを一時停止{ NOTE($reason) }
audit-resumed = { $by } がサーバーの一時停止を解除
audit-feed-set = { $by } が通知を { $channel } に設定：{ $categories }
audit-feed-changed = { $by } が通知を変更：{ $before } → { $after }
audit-feed-place = { $channel }（{ $categories }）
audit-feed-off = { $by } が { $channel } の通知をオフ
audit-log-exported = { $by } が記録を書き出し、{ $range }：{ $rows ->
    [one] 1件
   *[other] { $rows }件
  }、{ $format }
audit-result-deleted = { $by } がケース { $case } の動画を削除
audit-result-found-gone = { $by } がケース { $case } の動画はすでに削除済みと確認
audit-note-added = { $by } がケース { $case } にメモを追加
audit-evidence-held = { $by } がケース { $case } を保全
audit-evidence-released = { $by } がケース { $case } の保全を解除
audit-report-decided = { $by } がケース { $case } の報告に対応：{ $decision ->
    [deleted] 動画を削除
    [blocked] メンバーをブロック
    [dismissed] 却下
   *[other] 完了
  }
audit-member-data-erased = あるメンバーが自分のデータを消去：本人の文章とリンクを記録から削除
audit-where-server = サーバー
audit-range = { $since }から{ $until }まで
audit-range-since = { $since }から
audit-range-until = { $until }まで
audit-range-all = 最初から
audit-change = { $name }：{ $before } → { $after }
audit-more = ほか{ $count }件
audit-scope-server = サーバー
audit-scope-member = 各メンバー
audit-setting-jobs-per-day = { $scope }の動画数（24時間）
audit-setting-jobs-per-month = { $scope }の動画数（30日間）
audit-setting-usd-per-day = { $scope }の利用額（24時間）
audit-setting-usd-per-month = { $scope }の利用額（30日間）
audit-setting-private-use = 非公開の動画をリクエストできる人
audit-setting-spoiler-results = 動画をスポイラーとしてマーク
audit-setting-age-restricted-only = 動画は年齢制限付きチャンネルのみ
audit-value-unset = 未設定
audit-value-count = { NUMBER($number) }
audit-value-usd = { USD($usd) }
audit-value-everyone = 全員
audit-value-moderators = モデレーター
audit-value-nobody = なし
