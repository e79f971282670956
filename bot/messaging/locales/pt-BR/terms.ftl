# Dito em muitos lugares, por isso escrito uma vez só.

-free = Nada foi cobrado.
-unchanged = Nada foi alterado nem cobrado.
-nothing-new = Nada mais foi cobrado.
-video = `/{ name-video }`
-videos-list = `/{ name-videos } { name-videos-list }`
-videos-quota = `/{ name-videos } { name-videos-quota }`
-cfg-scale = `{ option-cfg-scale }`
-clear = `{ option-clear }`
-negative-prompt = `{ option-negative-prompt }`
listed = { $before }, { $after }
