# サーバーのモデレーターが、そのサーバーについて決めること。

## Requests that it does not take

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
