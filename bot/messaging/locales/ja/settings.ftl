# サーバーのモデレーターが、そのサーバーについて決めること。

## 受け付けないリクエスト

button-publicly = 公開でリクエスト
refused-private-not-allowed = { $allowed ->
    [moderators] 自分だけに見える動画は、このサーバーではモデレーターだけがリクエストできます
   *[nobody] このサーバーでは、1人だけに見える動画は作れません
  }。{ -free }**{ button-publicly }**を押すか、`{ option-private }` なしでコマンドを使うと、同じ動画を全員に見える形でリクエストします。参照コード `{ $reference }`。
refused-private-not-allowed-default = 自分だけに見える動画にする既定値になっていますが、{ $allowed ->
    [moderators] このサーバーではモデレーターだけがリクエストできます
   *[nobody] このサーバーではそのような動画は作れません
  }。そのため、このリクエストは誰にも見えていません。{ -free }**{ button-publicly }**を押すか、`{ option-private }` をいいえにしてコマンドを使うと、全員に見える形でリクエストします。既定値は `/{ name-videos } { name-videos-defaults }` で変更できます。参照コード `{ $reference }`。
refused-age-restricted-only = このサーバーでは、動画は年齢制限付きチャンネルだけで作れますが、このチャンネルは違います。{ -free }年齢制限付きチャンネルでもう一度リクエストしてください。参照コード `{ $reference }`。

## コマンドと、設定の一覧

name-video-mod-settings = 設定
video-mod-settings-description = このサーバーの上限、既定のオプション、動画を隠せる人を確認し、設定します
settings-saved = 設定を保存しました。今から有効です。
settings-server = **このサーバーの上限**：{ $limits }
settings-member = **メンバーごとの上限**：{ $limits }
settings-roles = **ロールの上限**。メンバーごとの上限の代わりに使われます。複数のロールがあれば、最も緩いものが有効です
settings-roles-none = **ロールの上限**：設定なし
settings-role = { $role }：{ $limits }
settings-roles-more = ほかにも：{ $roles }
settings-ceiling = 運営者が認める上限：{ $limits }。
settings-ceiling-none = 運営者はここに上限を設けていません。
settings-limits-none = 設定なし
settings-jobs-per-day = { $jobs ->
    [0] 24時間に0本
   *[other] 24時間に{ $jobs }本
  }
settings-jobs-per-month = { $jobs ->
    [0] 30日間に0本
   *[other] 30日間に{ $jobs }本
  }
settings-usd-per-day = 24時間に{ USD($usd) }
settings-usd-per-month = 30日間に{ USD($usd) }
settings-private-use = **自分だけに見える動画をリクエストできる人**：{ $who ->
    [moderators] モデレーター
    [nobody] なし
   *[everyone] 全員
  }
settings-spoiler = **動画をスポイラーとしてマーク**：{ $answer }
settings-age = **動画は年齢制限付きチャンネルのみ**：{ $answer }
settings-server-defaults = **このサーバーの既定のオプション**：{ $options }
settings-channel-defaults = **このチャンネルの既定のオプション**：{ $options }
settings-defaults-none = 設定なし
settings-option = { $option }：{ $value }
settings-feed = **通知**：{ $channel } に知らせる内容は、{ $categories }です。
settings-feed-none = **通知**：なし。`/video-mod 通知 設定` で設定できます。
settings-option-private = リクエストした人だけに見える
settings-hint = 変更するものを下から選んでください。
button-settings-again = フォームをもう一度開く
button-settings-server-limits = サーバーの上限
button-settings-member-limits = メンバーごとの上限
button-settings-server-defaults = サーバーの既定のオプション
button-settings-access = 非公開、スポイラー、年齢

## フォーム

settings-form-role-placeholder = ロールの上限を設定
settings-form-channel-placeholder = チャンネルの既定のオプションを設定
settings-form-server-limits-title = このサーバーの上限
settings-form-member-limits-title = メンバーごとの上限
settings-form-role-limits-title = ロールの上限
settings-about-role = { $role } のメンバーには、メンバーごとの上限の代わりにこの上限が使われます。4つの欄をすべて空にすると、この上限はなくなります。
settings-form-jobs-per-day = 24時間の動画の本数
settings-form-jobs-per-month = 30日間の動画の本数
settings-form-usd-per-day = 24時間の利用額（米ドル）
settings-form-usd-per-month = 30日間の利用額（米ドル）
settings-form-limit-note = 空欄：独自の上限なし。0：リクエスト不可。
settings-form-jobs-note = 運営者の上限は{ NUMBER($highest) }。空欄：独自の上限なし。0：リクエスト不可。
settings-form-usd-note = 運営者の上限は{ USD($highest) }。空欄：独自の上限なし。0：リクエスト不可。
settings-form-standing-note = 現在の設定：{ $value }
settings-form-server-defaults-title = このサーバーの既定のオプション
settings-form-channel-defaults-title = チャンネルの既定のオプション
settings-form-channel-note = #{ $channel } とそのスレッドで有効です。
settings-form-cfg-scale-note = 0から1までの数。空欄：設定なし。
settings-form-negative-prompt-note = 空欄：設定なし。ハイフン：ほかの設定にかかわらず、何も除外しない。
settings-form-private = リクエストした人だけに見える
settings-form-unset = 設定なし
settings-form-access-title = 非公開、スポイラー、年齢
settings-form-private-use = リクエストした人だけに見える動画
settings-form-private-use-note = リクエストできる人。どの場合も記録には残ります。
settings-form-private-use-everyone = 全員
settings-form-private-use-moderators = モデレーター（「メッセージの管理」権限を持つ人）
settings-form-private-use-nobody = なし
settings-form-spoiler = 動画をスポイラーとしてマーク
settings-form-spoiler-note = ほかの人には、押すまで動画が見えません。新しいリクエストから適用されます。
settings-form-age = 年齢制限付きチャンネルのみ
settings-form-age-note = ほかのチャンネルからのリクエストはすべて拒否されます。

## 設定できないもの

settings-count-unreadable = { $field ->
    [jobs_per_month] 30日間の動画の上限
   *[jobs_per_day] 24時間の動画の上限
  }が、1000000までの整数ではありません。何も変更していません。例：`20`。上限を設けないときは空欄に、リクエストを認めないときは `0` にしてください。
settings-usd-unreadable = { $field ->
    [usd_per_month] 30日間の利用額の上限
   *[usd_per_day] 24時間の利用額の上限
  }が、1000000までの米ドルでの金額ではありません。何も変更していません。例：`7.50`。上限を設けないときは空欄に、リクエストを認めないときは `0` にしてください。
settings-jobs-above-ceiling = 運営者が{ $scope ->
    [server] このサーバー
   *[member] メンバー1人
  }に認めるのは、{ $field ->
    [jobs_per_month] 30日間
   *[jobs_per_day] 24時間
  }に最大{ NUMBER($highest) }本です。何も変更していません。それ以下にするか、空欄にしてください。空欄なら運営者の上限だけが適用されます。
settings-usd-above-ceiling = 運営者が{ $scope ->
    [server] このサーバー
   *[member] メンバー1人
  }に認めるのは、{ $field ->
    [usd_per_month] 30日間
   *[usd_per_day] 24時間
  }に最大{ USD($highest) }です。何も変更していません。それ以下にするか、空欄にしてください。空欄なら運営者の上限だけが適用されます。
settings-cfg-scale-unreadable = 説明文への忠実さは、0から1までの数です。何も変更していません。例：`0.5`。空欄なら設定なしになります。
settings-too-many-roles = 上限を設定できるロールは1サーバーに{ $limit }個までで、すでに上限に達しています。何も変更していません。先に別のロールの欄を空にしてください。
settings-role-unknown = このサーバーにそのようなロールはありません。何も変更していません。メニューから選んでください。
settings-channel-unknown = このサーバーにそのようなチャンネルはありません。何も変更していません。メニューから選んでください。
settings-choice-unknown = それは選択肢にありません。何も変更していません。`/{ name-video-mod } { name-video-mod-settings }` でフォームをもう一度開いてください。
settings-away = 現在、設定を読み取れないため、フォームを開きませんでした。何も変更していません。1分後にもう一度試してください。
settings-changed-meanwhile = フォームを開いている間に、この設定が変更されました。現在の設定：{ $standing }。このフォームでは何も変更していません。変えたい場合は、もう一度フォームを開いてください。
