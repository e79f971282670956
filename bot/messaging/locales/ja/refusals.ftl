# 受け付けられなかったリクエスト。何が妨げか、料金はかかっていないこと、どうすればよいか。

refused-guild-not-allowed = このサーバーは、まだこのボットの動画アカウントを使えません。{ -free }ボットの運営者には知らせてあります。このサーバーの許可を運営者に頼んでください。参照コード `{ $reference }`。
refused-paused-by-operator = 現在、新しい動画の作成を止めています{ NOTE($text) }。{ -free }順番待ちの動画の順番は変わりません。後でもう一度試してください。参照コード `{ $reference }`。
refused-user-waiting-limit = { $limit ->
    [0] ここでは順番待ちに入れません
   *[other] { $limit }本の動画が順番待ち中で、同時に待てる上限に達しています
  }。{ -free }そのどれかが始まったら、もう一度リクエストしてください。参照コード `{ $reference }`。
refused-guild-waiting-limit = { $limit ->
    [0] このサーバーでは順番待ちに入れません
   *[other] このサーバーでは{ $limit }本の動画が順番待ち中で、同時に待てる上限に達しています
  }。{ -free }そのどれかが始まったら、もう一度リクエストしてください。参照コード `{ $reference }`。
refused-user-daily-limit = { $limit ->
    [0] ここでは動画をリクエストできません
   *[other] リクエストできるのは24時間に{ $limit }本までです
  }。{ -free }詳しくはモデレーターに聞いてください。参照コード `{ $reference }`。
refused-user-daily-limit-until = リクエストできるのは24時間に{ $limit }本までで、すべて使いました。{ -free }{ $frees_at }にまたリクエストできます。参照コード `{ $reference }`。
refused-guild-daily-limit = { $limit ->
    [0] このサーバーでは動画をリクエストできません
   *[other] このサーバーでリクエストできるのは24時間に{ $limit }本までです
  }。{ -free }詳しくはモデレーターに聞いてください。参照コード `{ $reference }`。
refused-guild-daily-limit-until = このサーバーでリクエストできるのは24時間に{ $limit }本までで、すべて使いました。{ -free }{ $frees_at }にまた空きができます。参照コード `{ $reference }`。
refused-user-money-limit = この動画の料金は、ここで24時間に使える金額を超えます。{ -free }短い動画なら収まるかもしれません。詳しくはモデレーターに聞いてください。参照コード `{ $reference }`。
refused-user-money-limit-until = ここで24時間に使える金額を使い切りました。{ -free }{ $frees_at }には、この動画の分が足りるようになります。参照コード `{ $reference }`。
refused-guild-money-limit = この動画の料金は、このサーバーが24時間に使える金額を超えます。{ -free }短い動画なら収まるかもしれません。詳しくはモデレーターに聞いてください。参照コード `{ $reference }`。
refused-guild-money-limit-until = このサーバーは24時間に使える金額を使い切りました。{ -free }{ $frees_at }には、この動画の分が足りるようになります。参照コード `{ $reference }`。
refused-total-money-limit = この動画の料金は、このボットが24時間に使える金額を超えます。{ -free }短い動画なら収まるかもしれません。詳しくはモデレーターに聞いてください。参照コード `{ $reference }`。
refused-total-money-limit-until = このボットは24時間に使える金額を使い切りました。{ -free }{ $frees_at }には、この動画の分が足りるようになります。参照コード `{ $reference }`。
refused-wait-too-long = 順番待ちが長すぎます。この動画が始まるのは約{ HOURS($wait_s) ->
    [0] { MINUTES($wait_s) }分
   *[other] { HOURS($wait_s) }時間
  }後になります。{ -free }後でもう一度試してください。参照コード `{ $reference }`。
refused-running-not-allowed = 現在、ここでは動画を作れません。{ -free }詳しくはモデレーターに聞いてください。参照コード `{ $reference }`。
refused-overloaded = 一度に届いたリクエストが多すぎて、時間内に応答しきれません。{ -free }1分後にもう一度試してください。参照コード `{ $reference }`。
refused-storage-full = 完成した動画を置く空きがないため、新しい動画は作れません。{ -free }後でもう一度試してください。参照コード `{ $reference }`。

invalid-prompt-empty = 説明文が空です。{ -free }どんな動画にするか書いて、もう一度リクエストしてください。参照コード `{ $reference }`。
invalid-text-too-long = { $option ->
    [negative_prompt] 入れないもののリスト
   *[prompt] 説明文
  }は{ $chars }文字ありますが、上限は{ $max_chars }文字です。{ -free }短くして、もう一度リクエストしてください。参照コード `{ $reference }`。
invalid-text-unreadable = { $option ->
    [negative_prompt] 入れないもののリスト
   *[prompt] 説明文
  }に、テキストではない文字が含まれています。{ -free }それを除いて入力し直してください。参照コード `{ $reference }`。
invalid-duration-unknown = 動画の長さは5秒か10秒です。{ -free }どちらかを選んで、もう一度リクエストしてください。参照コード `{ $reference }`。
invalid-aspect-ratio-unknown = 画面の形は16:9、9:16、1:1のどれかです。{ -free }どれかを選んで、もう一度リクエストしてください。参照コード `{ $reference }`。
invalid-cfg-scale-out-of-range = 説明文への忠実さは0から1までです。{ -free }その間の数を選んで、もう一度リクエストしてください。参照コード `{ $reference }`。
