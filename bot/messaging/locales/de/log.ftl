# Das Protokoll eines Servers, Seite für Seite, für seine Moderation.

name-usage-log = protokoll
option-state = stand
usage-log-description = Sehen, was auf diesem Server angefordert wurde und was daraus wurde, Neues zuerst
usage-log-member = Nur von diesem Mitglied; ist es nicht mehr da, gib seine ID an
usage-log-state = Nur was jetzt diesen Stand hat
usage-log-duration = Nur Clips dieser Länge
usage-log-since = Nur ab dann, in UTC: 2026-03-01, 2026-03-01 14:30, oder 3d für vor drei Tagen
usage-log-until = Nur vor dann, in UTC, wie oben; ein Tag für sich zählt ganz
usage-log-text = Nur wo all diese Wörter in der Beschreibung stehen oder in dem, was sie weglässt
usage-log-reason = Nur was aus diesem Grund abgelehnt wurde oder endete: wähle ihn oder tippe sein Wort

button-log-newest = Neueste
button-log-newer = Neuere
button-log-older = Ältere
button-log-search-on = Weitersuchen

log-open-placeholder = Einen Fall öffnen
log-heading = **Protokoll dieses Servers**, Neues zuerst
log-filter = Nur: { $filter }
log-filter-member = von { $member }
log-filter-since = ab { $at }
log-filter-until = vor { $at }
log-filter-words = mit den Wörtern: { $text }
log-filter-reason = Grund: { $words }
log-duration = { $duration } s
log-private = { $state }, privat
log-searched-back = Gesucht zurück bis { $at }. Der Knopf sucht von dort weiter.
log-empty = Auf diesem Server wurde noch nichts angefordert. Was Mitglieder mit { -video } anfordern, steht dann hier.
log-nothing = Im Protokoll dieses Servers passt nichts. Gesucht: { $filter }. Um mehr zu finden, lass etwas davon weg oder nimm einen längeren Zeitraum.
log-nothing-yet = Bisher wurde nichts Passendes gefunden. Gesucht: { $filter }.
log-nothing-older = Nichts Älteres passt. Gesucht: { $filter }.
log-view-gone = Mit dieser Liste geht es nicht weiter: Eine Liste bleibt einen Tag und gehört allein der Person, die sie aufgerufen hat. Es wurde nichts geändert. Tippe `/{ name-usage } { name-usage-log }` für eine neue.
log-which-state = Ein Versuch hat einen der Stände, die angeboten werden. Es wurde nichts geändert. Wähle einen davon und versuch es noch einmal.
log-which-duration = Ein Clip ist 5 oder 10 Sekunden lang. Es wurde nichts geändert. Wähle eines davon und versuch es noch einmal.
log-which-words = Da ist kein Wort, nach dem sich suchen ließe. Es wurde nichts geändert. Ein Beispiel: `red fox`.
