# Said in many places, so said once.

-free = No se ha cobrado nada.
-unchanged = No se ha cambiado ni cobrado nada.
-nothing-new = No se ha cobrado nada nuevo.
-video = `/{ name-video }`
-videos-list = `/{ name-videos } { name-videos-list }`
-videos-quota = `/{ name-videos } { name-videos-quota }`
-cfg-scale = `{ option-cfg-scale }`
-clear = `{ option-clear }`
-negative-prompt = `{ option-negative-prompt }`
listed = { $before }, { $after }
