# Limits that a server sets below the operator's: refusals, what is left of a month, prices.

refused-user-monthly-limit = { $limit ->
    [0] ここでは動画をリクエストできません
   *[other] リクエストできるのは30日間に{ $limit }件までです
  }。{ -free }詳しくはモデレーターに聞いてください。参照コード `{ $reference }`。
refused-user-monthly-limit-until = リクエストできるのは30日間に{ $limit }件までで、すべて使いました。{ -free }{ $frees_at }にまたリクエストできます。参照コード `{ $reference }`。
refused-guild-monthly-limit = { $limit ->
    [0] このサーバーでは動画をリクエストできません
   *[other] このサーバーでリクエストできるのは30日間に{ $limit }件までです
  }。{ -free }詳しくはモデレーターに聞いてください。参照コード `{ $reference }`。
refused-guild-monthly-limit-until = このサーバーでリクエストできるのは30日間に{ $limit }件までで、すべて使いました。{ -free }{ $frees_at }にまた空きができます。参照コード `{ $reference }`。
refused-user-monthly-money-limit = この動画の費用は、ここで30日間に使える金額を超えます。{ -free }短い動画なら収まるかもしれません。詳しくはモデレーターに聞いてください。参照コード `{ $reference }`。
refused-user-monthly-money-limit-until = ここで30日間に使える金額を使い切りました。{ -free }{ $frees_at }には、この動画の分が足りるようになります。参照コード `{ $reference }`。
refused-guild-monthly-money-limit = この動画の費用は、このサーバーが30日間に使える金額を超えます。{ -free }短い動画なら収まるかもしれません。詳しくはモデレーターに聞いてください。参照コード `{ $reference }`。
refused-guild-monthly-money-limit-until = このサーバーは30日間に使える金額を使い切りました。{ -free }{ $frees_at }には、この動画の分が足りるようになります。参照コード `{ $reference }`。

quota-month = 30日間の動画: { $limit }件中、残り{ $left }件。
quota-month-frees = 30日間の動画: { $limit }件中、残り{ $left }件。{ $frees_at }に1件戻ります。
quota-money-month = 30日間の費用: { USD($limit) }中{ USD($spent) }を使用。
quota-by-role = -# ここでリクエストできる件数や金額は、あなたのロールで決まっています。
quota-spent = ここで動画に使える金額は、1件分にも足りません。詳しくはモデレーターに聞いてください。
quota-spent-until = ここで動画に使える金額を使い切りました。{ $frees_at }には、次の動画の分が足りるようになります。

# Behind the options on a card, where the operator shows prices.

card-price = 費用の見込み { USD($price) }
