# 「もう一度」と「説明文を編集」。ボタンとフォーム、そして押した人だけに見える文。

button-again = もう一度
button-edit = 説明文を編集

edit-form-title = 説明文を編集
edit-form-prompt = どんな動画にするか
edit-form-negative-prompt = 入れないもの
edit-form-duration = 長さ
edit-form-aspect-ratio = 画面の形
edit-form-cfg-scale = 説明文にどれだけ忠実にするか
edit-form-cfg-scale-note = 0から1までの数。空欄なら0.5。
edit-form-number = { NUMBER($number, maximumFractionDigits: 15) }

not-yours-again = ここでこの動画をもう一度リクエストできるのは、リクエストした本人だけです。{ -unchanged }自分の動画をリクエストするには { -video } と入力してください。
not-yours-edit = この動画の説明文を編集できるのは、リクエストした本人だけです。{ -unchanged }自分の動画をリクエストするには { -video } と入力してください。
again-twice = 少し前に「{ button-again }」を押しているため、今回は新たなリクエストをしていません。{ -nothing-new }さらにもう1本必要なら、数秒後に「{ button-again }」を押してください。
request-deleted = この動画は削除されたため、ここからもう一度作ることはできません。{ -unchanged }新しい動画が必要なら { -video } と入力してください。
request-erased = ここでリクエストされた内容は、もう保管されていません。{ -unchanged }{ -video } と入力して、どんな動画にするか書き直してください。
request-log-away = 現在、記録から応答がないため、リクエストの内容を確認できませんでした。{ -unchanged }数分後にもう一度試してください。

# リクエストが受け付けられなかった理由の下に置く文。記録にその内容がない場合だけ。

typed-here = 失われないように、入力した内容をここに置きます：
typed-attached = 失われないように、入力した内容を添付します。
