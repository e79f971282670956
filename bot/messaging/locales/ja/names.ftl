# スラッシュコマンドとそのオプションの名前。Discordに表示されるとおり。

name-video = video
name-videos = videos
name-videos-list = 一覧
name-videos-cancel = キャンセル
name-videos-quota = 残り
name-videos-defaults = 既定値
name-usage = 利用状況

option-prompt = 説明文
option-duration = 長さ
option-aspect-ratio = 画面の形
option-cfg-scale = cfg
option-negative-prompt = 除外
option-private = 自分だけ
option-clip = 動画
option-clear = 消去
option-channel = チャンネル
