# The moderators' feed, its commands, and the cards of reports that stand in it.

name-video-mod-feed = meldekanal
name-video-mod-feed-set = einrichten
name-video-mod-feed-off = aus
name-video-mod-feed-test = testen
option-delivered = geliefert
option-refused = abgelehnt
option-failed = fehlgeschlagen
option-cancelled = abgebrochen
option-reports = meldungen
video-mod-feed-description = Ein Kanal, in dem jede Anfrage gemeldet wird, sobald sie beendet ist
video-mod-feed-set-description = Wähle den Kanal und was dort gemeldet wird
video-mod-feed-set-channel = Der Kanal; am besten einer, den nur die Moderation lesen kann
video-mod-feed-set-delivered = Fertige Clips; ja, wenn du nichts wählst
video-mod-feed-set-refused = Abgelehnte Anfragen; ja, wenn du nichts wählst
video-mod-feed-set-failed = Fehlgeschlagene Clips und solche, die zu lange dauerten; ja, wenn du nichts wählst
video-mod-feed-set-cancelled = Abgebrochene Anfragen; ja, wenn du nichts wählst
video-mod-feed-set-reports = Meldungen von Mitgliedern, mit Knöpfen zum Entscheiden; ja, wenn du nichts wählst
video-mod-feed-off-description = Schalte den Meldekanal aus
video-mod-feed-test-description = Schicke ein Muster in den Meldekanal und sieh, was ihm fehlt

## What the commands answer

feed-set = Der Meldekanal ist an. In { $channel } erscheinen: { $categories }.
feed-off = Der Meldekanal ist aus; in { $channel } erscheint nichts mehr. Das Protokoll läuft weiter wie bisher.
feed-not-set = Dieser Server hat keinen Meldekanal. `/video-mod meldekanal einrichten` legt einen fest.
feed-set-nothing = Im Meldekanal muss irgendetwas erscheinen. Es wurde nichts geändert. Lass mindestens eine Art an oder nutze `/video-mod meldekanal aus`.
feed-channel-unknown = Auf diesem Server gibt es keinen solchen Kanal, oder Showreel kennt ihn nicht. Es wurde nichts geändert. Wähle einen Textkanal oder einen Thread dieses Servers, etwa `#moderators`.
feed-in-servers = Ein Meldekanal gehört zu einem Server. Nutze den Befehl dort.
feed-test-done = In { $channel } stehen jetzt eine Musterzeile und eine Mustermeldung.
feed-test-failed = Discord hat das Muster in { $channel } nicht angenommen.
feed-channel-gone = Diesen Kanal gibt es nicht mehr, oder Showreel kennt ihn nicht. Wähle einen anderen mit `/video-mod meldekanal einrichten`.
feed-lacks = Showreel fehlen dort Berechtigungen: { $permissions }. Was inzwischen endet, wird nachgeholt, wenn sie innerhalb eines Tages erteilt werden.
feed-public = Alle hier können { $channel } lesen und damit auch alle Beschreibungen, die dort erscheinen. In einem Kanal der Moderation bleiben sie unter euch.
feed-category-delivered = fertige Clips
feed-category-refused = abgelehnte Anfragen
feed-category-failed = Fehlschläge
feed-category-cancelled = abgebrochene Anfragen
feed-category-reports = Meldungen
feed-permission-view-channel = Kanal ansehen
feed-permission-send-messages = Nachrichten senden
feed-permission-send-messages-in-threads = Nachrichten in Threads senden
feed-permission-attach-files = Dateien anhängen

## Lines

feed-delivered = Geliefert
feed-kept = Fertig, nicht übergeben
feed-refused = Abgelehnt
feed-failed = Fehlgeschlagen
feed-expired = Aufgegeben
feed-unknown = Unklar
feed-cancelled = Abgebrochen
feed-because = { $state }: { $words }
feed-times = { $times }-mal
feed-somebody = jemand, dessen Daten gelöscht wurden
feed-private = privat; der Fall zeigt die Beschreibung
feed-cost = { USD($usd) }
feed-cost-none = nicht berechnet
feed-cost-estimated = etwa { USD($usd) }
feed-cost-open = Kosten unbekannt
feed-open-case = Einen Fall öffnen
feed-sample = Das ist ein Muster. Es ist nichts geschehen.
feed-sample-prompt = Ein Rotfuchs überquert im Morgengrauen eine verschneite Straße
feed-sample-report = Es zeigt jemanden, den ich kenne.

## Cards of reports

button-dismiss = Verwerfen
reported-heading = **Gemeldet**: ein Clip von { $requester } · { $channel }
reported-text = { $reporter } hat { $filed_at } gemeldet: { $text }
reported-text-attached = Die ganze Meldung ist angehängt.
reported-message-gone = die Nachricht ist gelöscht
reported-deleted-by-member = vom Mitglied selbst gelöscht
reported-deleted-by-moderator = von { $moderator } gelöscht
reported-clips = { $count ->
    [0] keine Clips in 30 Tagen
    [one] ein Clip in 30 Tagen
   *[other] { $count } Clips in 30 Tagen
  }
reported-earlier = { $count ->
    [0] noch nie gemeldet
    [one] schon einmal gemeldet
   *[other] schon { $count }-mal gemeldet
  }
reported-blocked-before = { $count ->
    [0] nie gesperrt
    [one] einmal gesperrt
   *[other] { $count }-mal gesperrt
  }
reported-blocked-now = zurzeit gesperrt
reported-filed = { $count ->
    [one] bisher eine Meldung
   *[other] bisher { $count } Meldungen
  }
reported-dismissed = { $count ->
    [0] keine verworfen
    [one] eine verworfen
   *[other] { $count } verworfen
  }
reported-decided-deleted = **Entschieden**: { $moderator } hat den Clip { $at } gelöscht.
reported-decided-gone = **Entschieden**: { $moderator } hat das { $at } abgeschlossen; der Clip war schon weg.
reported-decided-blocked = **Entschieden**: { $moderator } hat das Mitglied { $at } gesperrt.
reported-decided-dismissed = **Entschieden**: { $moderator } hat die Meldung { $at } verworfen.
reported-done-deleted = Der Clip ist gelöscht, und damit ist über alle Meldungen dazu entschieden.
reported-done-dismissed = Die Meldung ist verworfen. Wer sie geschrieben hat, erfährt davon nichts.
reported-not-found = Auf diesem Server gibt es keine solche Meldung. Es wurde nichts geändert.
reported-already-deleted = <@{ $moderator }> hat über diese Meldung { $at } entschieden: Der Clip wurde gelöscht. Es wurde nichts geändert.
reported-already-blocked = <@{ $moderator }> hat über diese Meldung { $at } entschieden: Das Mitglied wurde gesperrt. Es wurde nichts geändert.
reported-already-dismissed = <@{ $moderator }> hat über diese Meldung { $at } entschieden: Sie wurde verworfen. Es wurde nichts geändert.
