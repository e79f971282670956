# スラッシュコマンド。Discordのコマンド選択に表示されるもので、それぞれ100文字まで。

video-description = 説明文から短い動画を作ります
video-prompt = どんな動画にするか、自分の言葉で
video-duration = 動画の長さ。選ばなければ5秒
video-duration-5 = 5秒
video-duration-10 = 10秒
video-aspect-ratio = 画面の形。選ばなければ16:9
video-aspect-ratio-16-9 = 16:9、横長
video-aspect-ratio-9-16 = 9:16、縦長
video-aspect-ratio-1-1 = 1:1、正方形
video-cfg-scale = 説明文にどれだけ忠実にするか、0から1まで。選ばなければ0.5
video-negative-prompt = 動画に入れないもの
video-private = 動画は自分だけに見えます。モデレーターは記録で見られます

videos-description = 自分の動画リクエスト
videos-list-description = 最近のリクエストを一覧し、お渡しできなかった動画を受け取ります

button-cancel = キャンセル
button-delete = 削除
button-fetch = { $kept ->
    [1] 動画を受け取る
   *[other] 動画{ $number }を受け取る
  }
usage-description = このサーバーでリクエストされた内容とその結果を確認します
