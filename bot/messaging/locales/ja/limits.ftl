# 運営者の上限の範囲内でサーバーが決める上限。拒否の文、30日間の残り、価格。

refused-user-monthly-limit = { $limit ->
    [0] ここでは動画をリクエストできません
   *[other] リクエストできるのは30日間に{ $limit }本までです
  }。{ -free }詳しくはモデレーターに聞いてください。参照コード `{ $reference }`。
refused-user-monthly-limit-until = リクエストできるのは30日間に{ $limit }本までで、すべて使いました。{ -free }{ $frees_at }にまたリクエストできます。参照コード `{ $reference }`。
refused-guild-monthly-limit = { $limit ->
    [0] このサーバーでは動画をリクエストできません
   *[other] このサーバーでリクエストできるのは30日間に{ $limit }本までです
  }。{ -free }詳しくはモデレーターに聞いてください。参照コード `{ $reference }`。
refused-guild-monthly-limit-until = このサーバーでリクエストできるのは30日間に{ $limit }本までで、すべて使いました。{ -free }{ $frees_at }にまた空きができます。参照コード `{ $reference }`。
refused-user-monthly-money-limit = この動画の料金は、ここで30日間に使える金額を超えます。{ -free }短い動画なら収まるかもしれません。詳しくはモデレーターに聞いてください。参照コード `{ $reference }`。
refused-user-monthly-money-limit-until = ここで30日間に使える金額を使い切りました。{ -free }{ $frees_at }には、この動画の分が足りるようになります。参照コード `{ $reference }`。
refused-guild-monthly-money-limit = この動画の料金は、このサーバーが30日間に使える金額を超えます。{ -free }短い動画なら収まるかもしれません。詳しくはモデレーターに聞いてください。参照コード `{ $reference }`。
refused-guild-monthly-money-limit-until = このサーバーは30日間に使える金額を使い切りました。{ -free }{ $frees_at }には、この動画の分が足りるようになります。参照コード `{ $reference }`。
limit-by-role = -# これはあなたのロール { $role } の上限です。

quota-month = 30日間の動画：{ $limit }本中、残り{ $left }本。
quota-month-frees = 30日間の動画：{ $limit }本中、残り{ $left }本。{ $frees_at }に1本分戻ります。
quota-money-month = 30日間の利用額：{ USD($limit) }中{ USD($spent) }。
quota-by-role = -# ここでリクエストできる本数や金額は、あなたのロールで決まっています。
quota-spent = ここで動画に使える金額は、1本分にも足りません。詳しくはモデレーターに聞いてください。
quota-spent-until = ここで動画に使える金額を使い切りました。{ $frees_at }には、次の動画の分が足りるようになります。

# カードのオプションの後ろ。運営者が価格を表示している場合。

card-price = 料金の見込み { USD($price) }
