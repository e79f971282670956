# サーバーで動画をリクエストできない人。モデレーターのコマンド、フォーム、一覧と、本人が読む文。

name-video-mod-block = ブロック
name-video-mod-unblock = ブロック解除
name-video-mod-blocks = ブロック一覧
option-member = メンバー
option-reason = 理由
video-mod-block-description = メンバーをブロックします。このサーバーで動画をリクエストできなくなります
video-mod-block-member = 対象のメンバー。一覧から選ぶか、退出した人のIDを入力
video-mod-block-duration = 期間。例：1h、3d、2週間。空欄なら無期限
video-mod-block-reason = 理由。本人が動画をリクエストしたときに表示されます
video-mod-unblock-description = ブロックを解除します。また動画をリクエストできるようになります
video-mod-unblock-member = 対象のメンバー。ブロック中の人を選ぶか、IDを入力
video-mod-blocks-description = このサーバーでブロック中の人、期限、理由を一覧にします

button-block = メンバーをブロック
block-form-title = このメンバーをブロック
block-about = 対象は { $member } です。
block-form-length = 期間
block-form-length-note = 例：1h、3d、2週間。空欄なら無期限です。
block-form-reason = 理由
block-form-reason-note = 本人が動画をリクエストしたときに表示されます。

block-done = { $member } を無期限でブロックしました。このサーバーで動画をリクエストできません{ NOTE($text) }。
block-done-until = { $member } をブロックしました。このサーバーで動画をリクエストできません{ NOTE($text) }。ブロックは{ $until }に終わります。
block-replaced = 以前のブロックと置き換えました。
block-cancelled = { $count ->
    [0] 順番待ちのリクエストはありませんでした。作成中の動画は完成します。
   *[other] 順番待ちだったリクエスト{ $count }件をキャンセルしました。料金はかかっていません。作成中の動画は完成します。
  }
block-cancels-later = 順番待ちのリクエストは1分以内にキャンセルされます。料金はかかりません。作成中の動画は完成します。
block-self = 対象があなた自身です。自分をブロックすることはできません。何も変更していません。
block-bot = このボット自身はブロックできません。何も変更していません。動画をリクエストしたメンバーを選んでください。
block-nobody = これをリクエストした人はデータを消去済みのため、ブロックする相手がいません。何も変更していません。
block-length-unreadable = 期間として読み取れません{ NOTE($text) }。誰もブロックしていません。例：`1h`、`3d`、`2 weeks`。空欄なら無期限です。
block-length-too-long = 期限付きのブロックは最長{ $years }年です。誰もブロックしていません。無期限にするには期間を空欄にしてください。例：`1h`、`3d`、`2 weeks`。
block-too-many = 1つのサーバーのブロックは{ $limit }件までで、すでに上限に達しています。誰もブロックしていません。不要なものを `/video-mod ブロック解除` で解除してください。
unblock-done = { $member } のブロックを解除しました。また動画をリクエストできます。
unblock-unreadable = メンバーを読み取れません。何も変更していません。一覧から選ぶか、IDを入力してください。例：`123456789012345678`。
unblock-not-blocked = このメンバーはこのサーバーでブロックされていません。何も変更していません。ブロック中の人は `/video-mod ブロック一覧` にあります。
blocks-none = このサーバーでブロック中の人はいません。`/video-mod ブロック` でメンバーをブロックできます。
blocks-heading = **ブロック中のメンバー**：{ $count }人 · { $number } / { $pages }ページ
blocks-line = { $member } · 無期限 · 実行者 { $by }{ $reason }
blocks-line-until = { $member } · { $until }に終了 · 実行者 { $by }{ $reason }
blocks-newer = 新しいほうへ
blocks-older = 古いほうへ

refused-member-blocked = このサーバーのモデレーターがあなたをブロックしているため、ここでは動画をリクエストできません{ NOTE($text) }。{ -free }ブロックは無期限です。解除はモデレーターに頼んでください。参照コード `{ $reference }`。
refused-member-blocked-until = このサーバーのモデレーターがあなたをブロックしているため、ここでは動画をリクエストできません{ NOTE($text) }。{ -free }ブロックは{ $until }に終わります。詳しくはモデレーターに聞いてください。参照コード `{ $reference }`。
quota-blocked = このサーバーのモデレーターがあなたをブロックしているため、ここでは動画をリクエストできません{ NOTE($text) }。ブロックは無期限です。解除はモデレーターに頼んでください。
quota-blocked-until = このサーバーのモデレーターがあなたをブロックしているため、ここでは動画をリクエストできません{ NOTE($text) }。ブロックは{ $until }に終わります。

## サーバーごとの一時停止

name-video-mod-pause = 一時停止
name-video-mod-resume = 再開
video-mod-pause-description = このサーバーを一時停止します。新しいリクエストは拒否され、順番待ちの順番は変わりません
video-mod-pause-reason = 理由。メンバーが動画をリクエストしたときに表示されます
video-mod-resume-description = 一時停止を解除します。またリクエストできるようになり、順番待ちの動画も進みます

pause-done = このサーバーを一時停止しました{ NOTE($text) }。新しいリクエストはこの理由で拒否されます。順番待ちの順番は変わらず、作成中の動画は完成します。`/video-mod 再開` で一時停止を解除できます。
pause-already = このサーバーは{ $since }に一時停止されました{ NOTE($text) }。何も変更していません。`/video-mod 再開` で一時停止を解除できます。
resume-done = 一時停止を解除しました。また動画をリクエストでき、順番待ちの動画も進みます。
resume-done-here = このサーバーの一時停止を解除しました。ただし、このボットの運営者が全体を一時停止しているため{ NOTE($text) }、それが解除されるまで新しい動画は始まりません。
resume-not-paused = このサーバーは一時停止していません。何も変更していません。`/video-mod 一時停止` で一時停止できます。
resume-operators-pause = このサーバーは、モデレーターによる一時停止中ではありません。何も変更していません。このボットの運営者が全体を一時停止しており、解除できるのは運営者だけです。
quota-paused-here = このサーバーのモデレーターが新しい動画の受け付けを一時停止しています{ NOTE($text) }。順番待ちの動画の順番は変わりません。

refused-paused-by-moderators = このサーバーのモデレーターが新しい動画の受け付けを一時停止しています{ NOTE($text) }。{ -free }順番待ちの動画の順番は変わりません。後でもう一度試してください。参照コード `{ $reference }`。
