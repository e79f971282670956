# Birçok yerde söylenir, bu yüzden bir kez yazılır.

-free = Ücret alınmadı.
-cmd-video = /video
-cmd-list = /videos list
-cmd-quota = /videos quota
-opt-clear = clear
-opt-negative-prompt = negative_prompt
