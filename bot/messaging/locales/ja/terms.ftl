# 何度も出てくるので、一度だけ書いておく文言。

-free = 料金はかかっていません。
-cmd-video = /video
-cmd-list = /videos list
-cmd-quota = /videos quota
-opt-clear = clear
-opt-negative-prompt = negative_prompt
