# Dito em muitos lugares, por isso escrito uma vez só.

-free = Nada foi cobrado.
-cmd-video = /video
-cmd-list = /videos list
-cmd-quota = /videos quota
-opt-clear = clear
-opt-negative-prompt = negative_prompt
