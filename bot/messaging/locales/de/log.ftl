# Das Protokoll eines Servers, Seite für Seite, für seine Moderation.

name-usage-log = protokoll
option-state = status
usage-log-description = Sehen, was auf diesem Server angefordert wurde und was daraus wurde, neueste zuerst
usage-log-member = Nur von diesem Mitglied; ist es nicht mehr da, gib seine ID an
usage-log-state = Nur Anfragen, die jetzt diesen Status haben
usage-log-duration = Nur Clips dieser Länge
usage-log-since = Nur ab diesem Zeitpunkt, in UTC: 2026-03-01, 2026-03-01 14:30 oder 3d für vor drei Tagen
usage-log-until = Nur vor diesem Zeitpunkt, in UTC, wie oben; ein Tag ohne Uhrzeit zählt ganz mit
usage-log-text = Nur wo all diese Wörter in der Beschreibung stehen oder in dem, was sie weglässt
usage-log-reason = Nur was aus diesem Grund abgelehnt wurde oder endete: wähle einen oder tippe das Wort dafür

button-log-newest = Neueste
button-log-newer = Neuere
button-log-older = Ältere
button-log-search-on = Weitersuchen

log-open-placeholder = Einen Fall öffnen
log-heading = **Protokoll dieses Servers**, neueste zuerst
log-filter = Nur: { $filter }
log-filter-member = von { $member }
log-filter-since = ab { $at }
log-filter-until = vor { $at }
log-filter-words = mit den Wörtern „{ $text }“
log-filter-reason = aus dem Grund „{ $words }“
log-duration = { $duration } s
log-private = { $state }, privat
log-searched-back = Durchsucht bis zurück zum { $at }. Der Knopf sucht von dort weiter.
log-empty = Auf diesem Server wurde noch nichts angefordert. Was Mitglieder mit { -video } anfordern, steht dann hier.
log-nothing = Im Protokoll dieses Servers gibt es nichts Passendes. Gesucht: { $filter }. Um mehr zu finden, lass etwas davon weg oder nimm einen längeren Zeitraum.
log-nothing-yet = Bisher wurde nichts Passendes gefunden. Gesucht: { $filter }.
log-nothing-older = Nichts Älteres passt dazu. Gesucht: { $filter }.
log-view-gone = In dieser Liste lässt sich nicht weiterblättern: Eine Liste bleibt einen Tag und gehört allein der Person, die sie aufgerufen hat. Es wurde nichts geändert. Tippe `/{ name-usage } { name-usage-log }` für eine neue.
log-which-state = Diesen Status gibt es nicht. Es wurde nichts geändert. Wähle einen der angebotenen und versuche es noch einmal.
log-which-duration = Ein Clip ist 5 oder 10 Sekunden lang. Es wurde nichts geändert. Wähle eines davon und versuche es noch einmal.
log-which-words = Da ist kein Wort, nach dem sich suchen ließe. Es wurde nichts geändert. Ein Beispiel: `red fox`.
log-which-reason = Das Protokoll kennt keinen solchen Grund{ NOTE($text) }. Es wurde nichts geändert. Wähle einen von denen, die angeboten werden, oder tippe sein Wort. Beispiele: `user_daily_limit`, `provider_rejected`, `prompt_rule:12`.
