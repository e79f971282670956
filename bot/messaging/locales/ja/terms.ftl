# 何度も出てくるので、一度だけ書いておく文言。

-free = 料金はかかっていません。
-unchanged = 何も変わっておらず、料金もかかっていません。
-nothing-new = 新たな料金はかかっていません。
-video = `/{ name-video }`
-videos-list = `/{ name-videos } { name-videos-list }`
-videos-quota = `/{ name-videos } { name-videos-quota }`
-cfg-scale = `{ option-cfg-scale }`
-clear = `{ option-clear }`
-negative-prompt = `{ option-negative-prompt }`
listed = { $before }、{ $after }
