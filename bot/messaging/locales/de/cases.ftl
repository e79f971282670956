# Ein Versuch im Ganzen, wie die Moderation ihn liest, und was sie damit tun kann.

name-usage-case = fall
option-id = id
usage-case-description = Eine Anfrage ganz sehen: Beschreibung, Schritte, Kosten, Meldungen, Notizen
usage-case-id = Seine Nummer oder die Referenz, die das Mitglied gesehen hat, etwa A1B2C3

button-case = Fall
button-mod-delete = Ergebnis löschen
button-note = Notiz hinzufügen
button-hold = Als Beweis aufbewahren
button-release = Nicht mehr aufbewahren

note-form-title = Eine Notiz zu diesem Fall
note-form-label = Was sollte die Moderation wissen?
note-form-note = Die Moderation dieses Servers und der Betreiber des Bots lesen sie. Sie lässt sich nicht ändern.

case-heading = **Fall { $number }** · Referenz { $reference } · { $state }
case-erased = Was angefordert wurde, ist nicht mehr gespeichert: Seine Zeit war um, oder das Mitglied hat es löschen lassen.
case-nothing-seen = nichts, was man sehen kann
case-where = Von { $member } in { $channel }
case-private = Privat: Nur das Mitglied hat den Clip gesehen.
case-asked = Angefordert { $at }
case-reason = Grund: { $words } · { $reason }
case-cost = Kosten { USD($cost) }, erwartet { USD($expected) }
case-cost-expected = Kosten noch nicht bekannt, erwartet { USD($expected) }
case-cost-real = Kosten { USD($cost) }
case-service-id = Nummer beim Videodienst: { $number }
case-service-link = Clip beim Videodienst: { $url }
case-message = Im Kanal: { $url }
case-held-by = Als Beweis aufbewahrt von { $member }.
case-held-by-reports = Als Beweis aufbewahrt, bis über die Meldungen entschieden ist.
case-reports = **Meldungen**
case-report = { $at } · { $member } · { $decision } · { $text }
case-undecided = noch nicht entschieden
case-decided = entschieden
case-report-erased = der Text ist nicht mehr gespeichert
case-decision-deleted = Clip gelöscht von { $member }
case-decision-blocked = Mitglied gesperrt von { $member }
case-decision-dismissed = verworfen von { $member }
case-notes = **Notizen**, neueste zuerst
case-note = { $at } · { $member } · { $text }
case-steps = **Schritte**, neueste zuerst
case-step = { $at } · { $state } · { $actor }
case-in-file = Der ganze Fall steht in der Datei.

case-not-found = Einen solchen Fall gibt es auf diesem Server nicht. Es wurde nichts geändert. Die Anfragen auf diesem Server zeigt `/{ name-usage } { name-usage-log }`.
case-id-unreadable = Ein Fall wird mit seiner Nummer oder seiner Referenz angegeben. Es wurde nichts geändert. Beispiele: `#1234`, `A1B2C3`.
mod-delete-done = Der Clip ist gelöscht. Seine Kosten bleiben, wie sie waren, und ebenso sein Eintrag im Protokoll.
mod-delete-gone = Die Nachricht mit diesem Clip war schon weg: Jemand hat sie oder ihren Kanal von Hand gelöscht. Jetzt steht es im Protokoll.
mod-delete-already = Der Clip wurde schon gelöscht, { $deleted_at }. Es wurde nichts geändert.
mod-delete-nothing = Es gibt keinen Clip, der gelöscht werden könnte: Es wurde keiner übergeben. Es wurde nichts geändert.
mod-delete-out-of-reach = Diesen Clip sieht nur das Mitglied selbst, und niemand sonst kann ihn entfernen. Es wurde nichts geändert. Wenn das Mitglied keine weiteren bekommen soll, sperre es.
note-added = Die Notiz ist hinzugefügt.
note-empty = In der Notiz stand nichts, daher wurde sie nicht hinzugefügt. Drücke noch einmal „{ button-note }“ und schreib, was andere wissen sollten.
note-too-many = Ein Fall kann höchstens { $limit } Notizen haben, und dieser hat schon so viele. Es wurde nichts geändert.
case-held = Aufbewahrt: Texte und Links dieses Falls bleiben, bis du oder jemand anderes aus der Moderation „{ button-release }“ drückt.
case-held-already = Die Moderation bewahrt diesen Fall schon auf. Es wurde nichts geändert.
case-nothing-to-hold = Texte und Links dieses Falls sind schon gelöscht, es gibt also nichts aufzubewahren. Es wurde nichts geändert.
case-released = Nicht mehr aufbewahrt: Texte und Links dieses Falls werden gelöscht, wenn ihre Zeit um ist.
case-released-but-reported = Die Moderation bewahrt diesen Fall nicht mehr auf, aber über eine Meldung dazu ist noch nicht entschieden. Bis dahin bleibt er erhalten.
case-not-held = Die Moderation bewahrt diesen Fall nicht auf. Es wurde nichts geändert. Gibt es eine offene Meldung dazu, bleibt er, bis über sie entschieden ist.

log-state-refused = abgelehnt
log-state-queued = in der Warteschlange
log-state-submitting = wird gestartet
log-state-unknown = vielleicht in Arbeit
log-state-running = in Arbeit
log-state-delivering = fertig, unterwegs
log-state-delivered = fertig
log-state-deleted = fertig, inzwischen gelöscht
log-state-kept = fertig, noch nicht abgeholt
log-state-failed = fehlgeschlagen
log-state-cancelled = abgebrochen
log-state-expired = hat zu lange gedauert

log-cost = { USD($cost) }
log-cost-expected = { USD($cost) } erwartet
log-member-erased = ein Mitglied, dessen Daten gelöscht sind
log-actor-bot = der Bot
log-actor-operator = der Betreiber des Bots
log-actor-eachlabs = der Videodienst
log-actor-moderator = { $member } (Moderation)
