# Birçok yerde söylenir, bu yüzden bir kez yazılır.

-free = Ücret alınmadı.
-unchanged = Hiçbir şey değişmedi ve ücret alınmadı.
-nothing-new = Yeni bir ücret alınmadı.
-video = `/{ name-video }`
-videos-list = `/{ name-videos } { name-videos-list }`
-videos-quota = `/{ name-videos } { name-videos-quota }`
-cfg-scale = `{ option-cfg-scale }`
-clear = `{ option-clear }`
-negative-prompt = `{ option-negative-prompt }`
listed = { $before }, { $after }
