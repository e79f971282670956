# The moderators' feed, its commands, and the cards of reports that stand in it.

name-video-mod-feed = meldekanal
name-video-mod-feed-set = einrichten
name-video-mod-feed-off = aus
name-video-mod-feed-test = testen
option-delivered = geliefert
option-refused = abgelehnt
option-failed = gescheitert
option-cancelled = abgebrochen
option-reports = meldungen
video-mod-feed-description = Ein Kanal, der von jeder Anfrage erfährt, sobald sie endet
video-mod-feed-set-description = Wähle den Kanal und wovon er erfährt
video-mod-feed-set-channel = Der Kanal; am besten einer, den nur die Moderation lesen kann
video-mod-feed-set-delivered = Fertige Clips; ja, wenn du nichts wählst
video-mod-feed-set-refused = Abgelehnte Anfragen; ja, wenn du nichts wählst
video-mod-feed-set-failed = Gescheiterte oder zu langsame Clips; ja, wenn du nichts wählst
video-mod-feed-set-cancelled = Abgebrochene Anfragen; ja, wenn du nichts wählst
video-mod-feed-set-reports = Meldungen von Mitgliedern, mit Knöpfen zum Entscheiden; ja, wenn du nichts wählst
video-mod-feed-off-description = Schalte den Meldekanal aus
video-mod-feed-test-description = Schick ein Muster in den Meldekanal und sieh, was ihm fehlt

## What the commands answer

feed-set = Der Meldekanal ist an. { $channel } erfährt von: { $categories }.
feed-off = Der Meldekanal ist aus; { $channel } erfährt nichts mehr. Das Protokoll läuft weiter wie bisher.
feed-not-set = Dieser Server hat keinen Meldekanal. `/video-mod meldekanal einrichten` legt einen fest.
feed-set-nothing = Ein Meldekanal muss von irgendetwas erfahren. Es wurde nichts geändert. Lass mindestens eine Art an, oder nimm `/video-mod meldekanal aus`.
feed-channel-unknown = Auf diesem Server gibt es keinen solchen Kanal, oder Showreel kennt ihn nicht. Es wurde nichts geändert. Wähle einen Textkanal oder einen Thread dieses Servers, etwa `#moderators`.
feed-in-servers = Ein Meldekanal gehört zu einem Server. Verwende den Befehl dort.
feed-test-done = In { $channel } stehen jetzt eine Musterzeile und eine Mustermeldung.
feed-test-failed = Discord hat das Muster in { $channel } nicht angenommen.
feed-channel-gone = Diesen Kanal gibt es nicht mehr, oder Showreel kennt ihn nicht. Wähle einen anderen mit `/video-mod meldekanal einrichten`.
feed-lacks = Showreel fehlt dort: { $permissions }. Was inzwischen endet, wird nachgeholt, sobald es da ist, einen Tag lang.
feed-public = Alle hier können { $channel } lesen und damit auch alle Beschreibungen, von denen er erfährt. In einem Kanal der Moderation bleiben sie unter euch.
feed-category-delivered = fertigen Clips
feed-category-refused = abgelehnten Anfragen
feed-category-failed = Fehlschlägen
feed-category-cancelled = abgebrochenen Anfragen
feed-category-reports = Meldungen
feed-permission-view-channel = Kanal ansehen
feed-permission-send-messages = Nachrichten senden
feed-permission-send-messages-in-threads = Nachrichten in Threads senden
feed-permission-attach-files = Dateien anhängen

## Lines

feed-delivered = Geliefert
feed-kept = Fertig, nicht übergeben
feed-refused = Abgelehnt
feed-failed = Gescheitert
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
reported-text = { $reporter } meldet { $filed_at }: { $text }
reported-text-attached = Die ganze Meldung ist angehängt.
reported-message-gone = die Nachricht ist gelöscht
reported-clips = { $count ->
    [0] keine Clips in 30 Tagen
    [one] ein Clip in 30 Tagen
   *[other] { $count } Clips in 30 Tagen
  }
reported-earlier = { $count ->
    [0] bisher nicht gemeldet
    [one] einmal zuvor gemeldet
   *[other] { $count }-mal zuvor gemeldet
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
reported-decided-blocked = **Entschieden**: { $moderator } hat das Mitglied { $at } gesperrt.
reported-decided-dismissed = **Entschieden**: { $moderator } hat die Meldung { $at } verworfen.
reported-done-deleted = Der Clip ist gelöscht, und damit sind alle Meldungen zu ihm entschieden.
reported-done-dismissed = Die Meldung ist verworfen. Wer sie geschrieben hat, erfährt davon nichts.
reported-not-found = Auf diesem Server gibt es keine solche Meldung. Es wurde nichts geändert.
reported-already-deleted = <@{ $moderator }> hat diese Meldung { $at } schon entschieden: Der Clip wurde gelöscht. Es wurde nichts geändert.
reported-already-blocked = <@{ $moderator }> hat diese Meldung { $at } schon entschieden: Das Mitglied wurde gesperrt. Es wurde nichts geändert.
reported-already-dismissed = <@{ $moderator }> hat diese Meldung { $at } schon entschieden: Sie wurde verworfen. Es wurde nichts geändert.
