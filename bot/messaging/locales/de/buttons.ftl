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
again-twice = Du hast gerade eben „{ button-again }“ gedrückt, daher hat dieses Mal nichts weiter angefordert. Es hat nichts gekostet. Wenn du noch einen Clip willst, drück in ein paar Sekunden „{ button-again }“.
request-deleted = Dieser Clip wurde gelöscht und wird von hier aus nicht noch einmal gemacht. { -unchanged } Wenn du einen neuen willst, tippe { -video }.
request-erased = Was hier angefordert wurde, wird nicht mehr aufbewahrt. { -unchanged } Tippe { -video } und beschreib den Clip neu.
request-log-away = Das Protokoll antwortet im Moment nicht, daher ließ sich die Anfrage nicht nachschlagen. { -unchanged } Versuch es in ein paar Minuten noch einmal.

# Below an answer that says why a request was not taken, where the log has no row of it.

typed-here = Was du geschrieben hast, damit es nicht verloren geht:
typed-attached = Was du geschrieben hast, ist angehängt, damit es nicht verloren geht.
