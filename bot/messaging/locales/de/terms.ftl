# Said in many places, so said once.

-free = Es wurde nichts berechnet.
-unchanged = Es wurde nichts geändert und nichts berechnet.
-video = `/{ name-video }`
-videos-list = `/{ name-videos } { name-videos-list }`
-videos-quota = `/{ name-videos } { name-videos-quota }`
-cfg-scale = `{ option-cfg-scale }`
-clear = `{ option-clear }`
-negative-prompt = `{ option-negative-prompt }`
listed = { $before }, { $after }
