# Wer auf einem Server nichts anfordern darf: Befehle, Formular und Liste für die Moderation, und was das Mitglied liest.

name-video-mod-block = sperren
name-video-mod-unblock = entsperren
name-video-mod-blocks = sperrliste
option-member = mitglied
option-reason = grund
video-mod-block-description = Ein Mitglied sperren: es darf auf diesem Server keine Clips anfordern
video-mod-block-member = Wen: wähle ein Mitglied aus oder gib die ID von jemandem an, der weg ist
video-mod-block-duration = Wie lange, etwa 1h, 3d oder 2 Wochen; leer gelassen: dauerhaft
video-mod-block-reason = Warum; das Mitglied liest es, wenn es einen Clip anfordert
video-mod-unblock-description = Eine Sperre aufheben: das Mitglied darf wieder Clips anfordern
video-mod-unblock-member = Wen: wähle ein gesperrtes Mitglied aus oder gib seine ID an
video-mod-blocks-description = Auflisten, wer auf diesem Server gesperrt ist, bis wann und warum

button-block = Mitglied sperren
block-form-title = Dieses Mitglied sperren
block-about = Es geht um { $member }.
block-form-length = Wie lange?
block-form-length-note = Zum Beispiel 1h, 3d oder 2 Wochen. Leer gelassen gilt die Sperre dauerhaft.
block-form-reason = Warum?
block-form-reason-note = Das Mitglied liest es, wenn es einen Clip anfordert.

block-done = { $member } ist dauerhaft gesperrt und darf auf diesem Server keine Clips anfordern{ NOTE($text) }.
block-done-until = { $member } ist gesperrt und darf auf diesem Server keine Clips anfordern{ NOTE($text) }. Die Sperre endet { $until }.
block-replaced = Die neue Sperre ersetzt eine frühere.
block-cancelled = { $count ->
    [0] Keine Anfrage dieses Mitglieds war in der Warteschlange. Ein Clip, der gerade gemacht wird, wird fertig.
    [one] Eine wartende Anfrage dieses Mitglieds ist abgebrochen, und es wurde nichts dafür berechnet. Ein Clip, der gerade gemacht wird, wird fertig.
   *[other] { $count } wartende Anfragen dieses Mitglieds sind abgebrochen, und es wurde nichts dafür berechnet. Ein Clip, der gerade gemacht wird, wird fertig.
  }
block-cancels-later = Wartende Anfragen dieses Mitglieds werden innerhalb einer Minute abgebrochen, und es wird nichts dafür berechnet. Ein Clip, der gerade gemacht wird, wird fertig.
block-self = Das bist du selbst, und niemand kann sich selbst sperren. Es wurde nichts geändert.
block-bot = Dieser Bot selbst kann nicht gesperrt werden. Es wurde nichts geändert. Wähle das Mitglied, das die Clips angefordert hat.
block-nobody = Wer das angefordert hat, hat seine Daten löschen lassen; es gibt also niemanden zu sperren. Es wurde nichts geändert.
block-length-unreadable = Das lässt sich nicht als Dauer lesen{ NOTE($text) }. Niemand wurde gesperrt. Beispiele: `1h`, `3d`, `2 weeks`. Leer gelassen gilt die Sperre dauerhaft.
block-length-too-long = Eine Sperre auf Zeit dauert höchstens { $years } Jahre. Niemand wurde gesperrt. Lass die Dauer leer, um dauerhaft zu sperren. Beispiele: `1h`, `3d`, `2 weeks`.
block-too-many = Ein Server kann höchstens { $limit } Sperren haben, und dieser hat schon so viele. Niemand wurde gesperrt. Hebe mit `/video-mod entsperren` eine auf, die nicht mehr nötig ist.
unblock-done = { $member } ist nicht mehr gesperrt und darf wieder Clips anfordern.
unblock-unreadable = Damit lässt sich kein Mitglied finden. Es wurde nichts geändert. Wähle eines aus der Liste oder gib eine ID an. Ein Beispiel: `123456789012345678`.
unblock-not-blocked = Dieses Mitglied ist auf diesem Server nicht gesperrt. Es wurde nichts geändert. Wer gesperrt ist, steht in `/video-mod sperrliste`.
blocks-none = Auf diesem Server ist niemand gesperrt. `/video-mod sperren` sperrt ein Mitglied.
blocks-heading = **Gesperrte Mitglieder**: { $count } · Seite { $number } von { $pages }
blocks-line = { $member } · dauerhaft · von { $by }{ $reason }
blocks-line-until = { $member } · endet { $until } · von { $by }{ $reason }
blocks-newer = Neuere
blocks-older = Ältere

refused-member-blocked = Die Moderation dieses Servers hat dich hier für Clips gesperrt{ NOTE($text) }. { -free } Die Sperre gilt dauerhaft; die Moderation kann sie aufheben. Referenz `{ $reference }`.
refused-member-blocked-until = Die Moderation dieses Servers hat dich hier für Clips gesperrt{ NOTE($text) }. { -free } Die Sperre endet { $until }; die Moderation kann dir mehr sagen. Referenz `{ $reference }`.
quota-blocked = Die Moderation dieses Servers hat dich hier für Clips gesperrt{ NOTE($text) }. Die Sperre gilt dauerhaft; die Moderation kann sie aufheben.
quota-blocked-until = Die Moderation dieses Servers hat dich hier für Clips gesperrt{ NOTE($text) }. Die Sperre endet { $until }.

## Die eigene Pause eines Servers

name-video-mod-pause = pausieren
name-video-mod-resume = fortsetzen
video-mod-pause-description = Diesen Server pausieren: neue Anfragen werden abgelehnt, wartende behalten ihren Platz
video-mod-pause-reason = Warum; Mitglieder lesen es, wenn sie einen Clip anfordern
video-mod-resume-description = Die Pause beenden: Mitglieder dürfen wieder anfordern, und Wartendes geht weiter

pause-done = Dieser Server ist pausiert{ NOTE($text) }. Neue Anfragen werden mit diesem Grund abgelehnt, wartende behalten ihren Platz, und ein Clip, der gerade gemacht wird, wird fertig. `/video-mod fortsetzen` beendet die Pause.
pause-already = Dieser Server wurde schon { $since } pausiert{ NOTE($text) }. Es wurde nichts geändert. `/video-mod fortsetzen` beendet die Pause.
resume-done = Die Pause ist vorbei. Mitglieder dürfen wieder Clips anfordern, und was gewartet hat, geht weiter.
resume-done-here = Die Pause dieses Servers ist vorbei. Der Betreiber hat den Bot aber für alle pausiert{ NOTE($text) }; bis auch das endet, wird nichts Neues begonnen.
resume-not-paused = Dieser Server ist nicht pausiert. Es wurde nichts geändert. `/video-mod pausieren` pausiert ihn.
resume-operators-pause = Die Moderation hat diesen Server nicht pausiert. Es wurde nichts geändert. Der Betreiber hat den Bot für alle pausiert, und nur er kann das beenden.
quota-paused-here = Die Moderation dieses Servers hat neue Clips pausiert{ NOTE($text) }. Clips, die schon warten, behalten ihren Platz.

refused-paused-by-moderators = Die Moderation dieses Servers hat neue Clips pausiert{ NOTE($text) }. { -free } Clips, die schon warten, behalten ihren Platz. Versuche es später noch einmal. Referenz `{ $reference }`.
