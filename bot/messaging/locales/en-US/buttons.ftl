# Again and Edit prompt: the buttons, the form, and what only the person who pressed sees.

button-again = Again
button-edit = Edit prompt

edit-form-title = Edit the prompt
edit-form-prompt = What the clip shows
edit-form-negative-prompt = What it leaves out
edit-form-duration = How long it is
edit-form-aspect-ratio = The shape of the picture
edit-form-cfg-scale = How closely it keeps to the description
edit-form-cfg-scale-note = A number from 0 to 1; empty means 0.5.
edit-form-number = { NUMBER($number, maximumFractionDigits: 15) }

not-yours-again = Only the person who asked for this clip can ask for it again here. Nothing was changed or charged. Type `/video` to ask for one of your own.
not-yours-edit = Only the person who asked for this clip can edit its prompt. Nothing was changed or charged. Type `/video` to ask for one of your own.
again-twice = You pressed Again a moment ago, so this press asked for nothing more. It cost nothing. If you want yet another clip, press Again in a few seconds.
request-deleted = This clip was deleted, so it is not made again from here. Nothing was changed or charged. If you want a new one, type `/video`.
request-erased = What was asked for here is no longer kept. Nothing was changed or charged. Type `/video` and describe the clip anew.
request-log-away = The log does not answer at the moment, so the request could not be looked up. Nothing was changed or charged. Try again in a few minutes.

# Below an answer that says why a request was not taken, where the log has no row of it.

typed-here = What you typed, so that it is not lost:
typed-attached = What you typed is attached, so that it is not lost.
