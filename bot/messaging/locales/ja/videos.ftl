# list 以外の /videos のサブコマンド。説明はそれぞれ100文字まで。

videos-cancel-description = 順番待ちか作成中の自分の動画をキャンセルします
videos-cancel-clip = どの動画か。一覧から選ぶか、説明文の一部または参照コードを入力
videos-quota-description = 自分とこのサーバーがあと何本リクエストできるか、いつ増えるかを確認します
videos-defaults-description = 指定しないときに自分の動画に使うオプションを確認・設定します
videos-defaults-duration = 自分の動画の長さ
videos-defaults-aspect-ratio = 画面の形
videos-defaults-cfg-scale = 自分の動画を説明文にどれだけ忠実にするか、0から1まで
videos-defaults-negative-prompt = 自分の動画に入れないもの。なしにするにはハイフン
videos-defaults-private = 自分の動画を自分だけに見せるか。モデレーターは記録で見られます
videos-defaults-clear = 一緒に指定したもの以外、自分の既定値をすべて消します

cancel-not-found = ここには、キャンセルできる動画としてそれに当たるものがありません。{ -unchanged }リクエストの状況は { -videos-list } で確認できます。
own-choice = { $title } · { $state }

# 残り。価格が出るのは、運営者が表示している場合だけ。

quota-user = **自分の残り**
quota-guild = **このサーバーの残り**
quota-day = 24時間の動画：{ $limit }本中、残り{ $left }本。
quota-day-frees = 24時間の動画：{ $limit }本中、残り{ $left }本。{ $frees_at }に1本分戻ります。
quota-day-free = 24時間の動画：{ $used }本リクエスト済み、上限なし。
quota-now = 順番待ち：{ $waiting }。作成中：{ $running }。
quota-of = 最大{ $limit }本中{ $used }本
quota-of-any = { $used }本
quota-money = 24時間の利用額：{ USD($limit) }中{ USD($spent) }。
quota-money-free = 24時間の利用額：{ USD($spent) }、上限なし。
quota-used-up = 次の動画の分には足りません。
quota-used-up-until = 次の動画の分には足りません。{ $frees_at }に足りるようになります。
quota-price = { $duration }秒の動画の料金は{ USD($price) }の見込みです。
quota-everybody = このボットは、全サーバー合計で24時間に使える金額を使い切りました。
quota-everybody-until = このボットは、全サーバー合計で24時間に使える金額を使い切りました。{ $frees_at }にまた使えるようになります。
quota-closed = 現在、ここでは動画をリクエストできません。詳しくはモデレーターに聞いてください。
quota-paused = 現在、新しい動画の作成を止めています{ NOTE($text) }。順番待ちの動画の順番は変わりません。
quota-in-servers = 残りはサーバーごとに数えます。{ -free }知りたいサーバーで { -videos-quota } と入力してください。
quota-guild-not-allowed = このサーバーは、まだこのボットの動画アカウントを使えないため、ここでリクエストできるものはありません。{ -free }ボットの運営者が許可できます。
quota-away = 現在、記録に接続できないため、残りがわかりません。{ -unchanged }数分後にもう一度試してください。

# メンバー自身のオプション。複数で設定されている場合は、最も近いものが使われる。

defaults-heading = **指定しないときに自分の動画に使われるもの**
defaults-changed = 既定値を変更しました。{ -free }次の動画から使われます。
defaults-forgotten = 既定値を消しました。{ -free }チャンネルやサーバーの設定が再び使われます。
defaults-started-over = 既定値を変更し、指定しなかったものは消しました。{ -free }次の動画から使われます。
defaults-line = { $option }：{ $value } · { $source }
defaults-duration = 長さ
defaults-aspect-ratio = 画面の形
defaults-cfg-scale = 説明文への忠実さ
defaults-negative-prompt = 入れないもの
defaults-private = 自分だけに見える
defaults-value-duration = { $duration }秒
defaults-value-cfg-scale = { NUMBER($cfg, maximumFractionDigits: 2) }
defaults-value-nothing = なし
defaults-value-yes = はい
defaults-value-no = いいえ
defaults-source-member = 自分の設定
defaults-source-channel = このチャンネルの設定
defaults-source-guild = このサーバーの設定
defaults-source-standard = 標準
defaults-hint = ここでオプションを指定すると設定されます。ほかはそのままです。{ -clear } は、一緒に指定したもの以外の自分の設定をすべて消すので、1つだけ消したいときにも使えます。{ -negative-prompt } にハイフンを入れると、サーバーの設定にかかわらず「入れないもの」がなしになります。
defaults-directly = サーバーやチャンネルにも設定があるかもしれませんが、自分の設定が優先されます。
defaults-duration-unknown = 動画の長さは5秒か10秒です。{ -unchanged }どちらかを選んで、もう一度試してください。
defaults-aspect-ratio-unknown = 画面の形は16:9、9:16、1:1のどれかです。{ -unchanged }どれかを選んで、もう一度試してください。
defaults-cfg-scale-out-of-range = 説明文への忠実さは0から1までです。{ -unchanged }その間の数を選んで、もう一度試してください。
defaults-negative-prompt-ill = 入れないもののリストが長すぎるか、テキストではない文字が含まれています。{ -unchanged }短くするか入力し直して、もう一度試してください。
defaults-private-unknown = 動画を自分だけに見せるかどうかは、はいかいいえのどちらかです。{ -unchanged }どちらかを選んで、もう一度試してください。
defaults-away = 現在、記録に接続できないため、既定値を表示できません。{ -free }数分後にもう一度試してください。
