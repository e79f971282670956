# メンバーについて保存されているもの。確認、書き出し、消去。

end-erased = あなたのために保管していた動画を、ご希望どおり消去しました。
    .next = ほかに必要な操作はありません。
reason-erased = メンバーの希望により消去された

name-privacy = プライバシー
name-privacy-policy = ポリシー
name-privacy-export = 書き出し
name-privacy-delete = 消去
privacy-description = あなたについて保存されているものを確認・書き出し・消去します
privacy-policy-description = あなたについて何が、なぜ、いつまで保存され、誰が受け取るかを表示します
privacy-export-description = あなたについて保存されているものをファイルで受け取ります
privacy-delete-description = あなたについて保存されているものを消去します（もう一度確認します）

## ポリシー

privacy-policy-heading = **このボットがあなたについて保存しているもの**
privacy-policy-kept = **何を、いつまで：** リクエストごとに、説明文とオプション、いつどこでリクエストしたか、どうなったか、いくらかかったか。ほかに、あなたの既定値、あなたが出した報告、あなたへのブロック、モデレーターとして行ったこと。説明文とリンクは{ $days ->
   *[other] { $days }日
  }後に消去されます（モデレーターが証拠として保全しているものを除く）。件数と料金は残ります。
privacy-policy-clips = **動画**はDiscordにあり、ここには保存されません。お渡しできなかったものだけが、{ $days ->
   *[other] { $days }日間
  }、または受け取られるまで保管されます。
privacy-policy-why = **なぜ：** 動画を作って渡すため、上限を守るため、料金を計算するため、そしてモデレーターが不正な利用に対処できるようにするためです。
privacy-policy-receivers = **誰が受け取るか：** Eachlabsとその先の提供元は、説明文とオプションだけを受け取り、あなたを特定できるものは受け取りません。メッセージはDiscordを通じて送られます。サーバーのモデレーターは、そこでリクエストされたものを、非公開の動画も含めて見られます。このボットの運営者はすべてを見られます。
privacy-policy-choices = `/{ name-privacy } { name-privacy-export }` でファイルとして受け取り、`/{ name-privacy } { name-privacy-delete }` で消去できます。
privacy-policy-operator = **運営者自身のポリシー：** <{ $url }>

## 書き出し

privacy-export-done = あなたについて保存されているものです：リクエスト{ $requests ->
   *[other] { $requests }件
  }。あれば、既定値、あなたが出した報告、あなたへのブロック、モデレーターとして行ったことも含みます。ファイルの1行が1件で、JSON形式です。
privacy-export-too-large = あなたについて保存されているものは、圧縮してもここのメッセージには大きすぎます。{ -unchanged }このボットの運営者に頼んでください。
privacy-log-away = 現在、記録に接続できません。{ -unchanged }数分後にもう一度試してください。

## 消去

button-forget = 消去する
button-forget-finish = 消去し、動画は完成させる
button-forget-cancel = 消去し、動画はキャンセル
button-forget-not = すべて残す
privacy-delete-heading = **あなたについて保存されているものを消去しますか？** 元には戻せません。
privacy-delete-goes = **消えるもの（すべてのサーバー）：** あなたがリクエストしたもの（{ $requests ->
   *[other] { $requests }件
  }）の説明文とリンク、あなたのために保管されている動画、既定値、記録と報告にあるあなたの名前。
privacy-delete-stays = **残るもの：** 件数と料金、そしてブロックなどモデレーターの記録。上限を保つため、件数は30日間、このボットだけがあなたのIDから作れる番号に結び付けて残ります。その後は誰とも結び付きません。
privacy-delete-held = { $held ->
   *[other] { $held }件のリクエストをモデレーターが証拠として保全しています。対応が済みしだい消去されます。
  }
privacy-delete-clips = **Discordのメッセージ**はそのまま残ります：チャンネルにある動画（そのボタンはあなたを見分けられなくなります）と、モデレーター向けの通知です。消したい動画は先に削除してください。
privacy-delete-live = { $live ->
   *[other] { $live }本の動画が順番待ちまたは作成中です。完成してから消去することも、今キャンセルすることもできます。作成が始まったものは、それでも料金がかかることがあります。
  }
privacy-delete-done = これまでのリクエストの内容を消去しています。長くても数分で終わります。これからリクエストするものは、今までどおり保存されます。
privacy-delete-done-live = { $live ->
   *[other] { $live }本の動画がまだ進行中です。終わってから数分以内に消去されます。
  }
privacy-delete-not-done = 何も消去していません。すべて元のままです。
privacy-delete-uncertain = 記録から応答がなかったため、消去のご依頼が記録されたかどうか確かではありません。数分後に `/{ name-privacy } { name-privacy-delete }` をもう一度使ってください。2回使っても問題ありません。
privacy-not-yours = これは別の人への確認です。何も消去していません。ご自身のデータには `/{ name-privacy } { name-privacy-delete }` を使ってください。
