# Said in many places, so said once.

-free = Rien n’a été facturé.
-unchanged = Rien n’a été modifié ni facturé.
-nothing-new = Rien de nouveau n’a été facturé.
-video = `/{ name-video }`
-videos-list = `/{ name-videos } { name-videos-list }`
-videos-quota = `/{ name-videos } { name-videos-quota }`
-cfg-scale = `{ option-cfg-scale }`
-clear = `{ option-clear }`
-negative-prompt = `{ option-negative-prompt }`
listed = { $before }, { $after }
