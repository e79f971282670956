# Again and Edit prompt: the buttons, the form, and what only the person who pressed sees.

button-again = Noch einmal
button-edit = Beschreibung ändern

edit-form-title = Beschreibung ändern
edit-form-prompt = Was der Clip zeigt
edit-form-negative-prompt = Was er weglässt
edit-form-duration = Wie lang er ist
edit-form-aspect-ratio = Die Form des Bildes
edit-form-cfg-scale = Wie eng er sich an die Beschreibung hält
edit-form-cfg-scale-note = Eine Zahl von 0 bis 1; leer bedeutet 0,5.
edit-form-number = { NUMBER($number, maximumFractionDigits: 15) }

not-yours-again = Nur wer diesen Clip angefordert hat, kann ihn hier noch einmal anfordern. { -unchanged } Tippe { -video }, um einen eigenen anzufordern.
not-yours-edit = Nur wer diesen Clip angefordert hat, kann seine Beschreibung ändern. { -unchanged } Tippe { -video }, um einen eigenen anzufordern.
again-twice = Du hast „{ button-again }“ gerade erst gedrückt, daher wurde diesmal nichts angefordert. Es hat nichts gekostet. Wenn du noch einen Clip willst, drücke „{ button-again }“ in ein paar Sekunden.
request-deleted = Dieser Clip wurde gelöscht und wird von hier aus nicht noch einmal gemacht. { -unchanged } Wenn du einen neuen willst, tippe { -video }.
request-erased = Was hier angefordert wurde, ist nicht mehr gespeichert. { -unchanged } Tippe { -video } und beschreibe den Clip neu.
request-log-away = Das Protokoll antwortet im Moment nicht, daher ließ sich die Anfrage nicht nachschlagen. { -unchanged } Versuche es in ein paar Minuten noch einmal.

# Below an answer that says why a request was not taken, where the log has no row of it.

typed-here = Was du geschrieben hast, damit es nicht verloren geht:
typed-attached = Was du geschrieben hast, ist angehängt, damit es nicht verloren geht.
