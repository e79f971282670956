# Zahlen einer Zeit, in Worten und als Bild. Beschreibungen haben höchstens 100 Zeichen.

name-usage-stats = statistik
option-period = zeitraum
usage-stats-description = Zahlen eines Tages, einer Woche, eines Monats oder einer Spanne, mit Bild
usage-stats-period = Wie weit zurück, heute eingeschlossen; ohne Angabe eine Woche
usage-stats-period-day = Tag
usage-stats-period-week = Woche
usage-stats-period-month = Monat
usage-stats-since = Ab wann: ein Tag, eine Zeit in UTC oder wie lange her, etwa 2026-03-01 oder 3d
usage-stats-until = Bis wann: ein Tag (eingeschlossen), eine Zeit in UTC oder wie lange her, etwa 2026-03-07
stats-period-unknown = Ein Zeitraum ist ein Tag, eine Woche oder ein Monat. Es wurde nichts geändert. Wähle eines davon oder gib `{ option-since }` und `{ option-until }` an.
range-ahead = Diese Zeit ist noch nicht gekommen. Es wurde nichts geändert. Beginne in der Vergangenheit; ein Beispiel für `{ option-since }`: `7d`.
stats-none = Zwischen { $since } und { $until } wurde nichts angefordert. Um weiter zurückzuschauen, wähle einen längeren `{ option-period }` oder gib den Anfang an; ein Beispiel für `{ option-since }`: `90d`.
stats-heading = **Von { $since } bis { $until }**
stats-attempts = Anfragen: { $count }
stats-outcome-delivered = Geliefert: { $count }
stats-outcome-kept = Aufbewahrt: { $count }
stats-outcome-under-way = Noch in Arbeit: { $count }
stats-outcome-refused = Abgelehnt: { $count }
stats-outcome-cancelled = Abgebrochen: { $count }
stats-outcome-failed = Fehlgeschlagen: { $count }
stats-clips = Gelieferte Clips: { $clips }, { $length } Video
stats-spend = Ausgegeben: { USD($usd) }, geschätzt, wo die Kosten noch nicht bekannt sind
stats-waiting = Wartezeit: bei der Hälfte höchstens { $median }, bei neun von zehn höchstens { $p90 }
stats-generating = Herstellung eines Clips: bei der Hälfte höchstens { $median }, bei neun von zehn höchstens { $p90 }
stats-length-seconds = { $seconds } s
stats-length-minutes = { $minutes } min { $seconds } s
stats-length-hours = { $hours } h { $minutes } min
stats-members-by-clips = Die meisten Clips:
stats-members-by-usd = Am meisten ausgegeben von:
stats-channels-by-clips = Die meisten Clips in:
stats-channels-by-usd = Am meisten ausgegeben in:
stats-standing = { $who } { $clips } ({ USD($usd) })
stats-reports-none = Keine Meldung wartet auf eine Entscheidung.
stats-reports = { $count ->
    [one] Eine Meldung wartet auf eine Entscheidung: Fall { $cases }
   *[other] { $count } Meldungen warten auf eine Entscheidung: Fälle { $cases }
  }
stats-reports-many = Mehr als { $count } Meldungen warten auf eine Entscheidung: Fälle { $cases }
stats-paused = Dieser Server ist seit { $at } pausiert: Neue Anfragen werden abgelehnt.
stats-blocked = { $count ->
    [one] Ein Mitglied ist gesperrt.
   *[other] { $count } Mitglieder sind gesperrt.
  }
stats-no-picture = Die Diagramme konnten diesmal nicht gezeichnet werden; die Zahlen sind auch ohne sie vollständig.
stats-alt = Diagramme der Anfragen dieses Servers vom { DATE($begin_s) } bis zum { DATE($end_s) }, in UTC. { $figures }
chart-title = Clips auf diesem Server
chart-range = { DATE($begin_s) } bis { DATE($end_s) }, UTC
chart-count = { $count }
chart-usd = { USD($usd) }
chart-day = { DAY($at_s) }
chart-month = { MONTH($at_s) }
chart-spend = Ausgegeben: { USD($usd) }
chart-times = Wie lange es dauerte
chart-waiting-half = Warten, die Hälfte höchstens
chart-waiting-most = Warten, neun von zehn höchstens
chart-generating-half = Herstellen, die Hälfte höchstens
chart-generating-most = Herstellen, neun von zehn höchstens

# Das ganze Protokoll als Datei.

name-usage-export = exportieren
option-format = dateiformat
usage-export-description = Das Protokoll dieses Servers als Datei: jede Anfrage, mit Beschreibungen, auch private
usage-export-format = Wie die Datei geschrieben wird; ohne Angabe als CSV
usage-export-format-csv = CSV, für Tabellenprogramme
usage-export-format-jsonl = JSON-Zeilen, für Programme
export-progress = Das Protokoll wird geschrieben: bisher { $written } von { $total } Anfragen.
export-done = { $rows ->
    [one] Eine Anfrage
   *[other] { $rows } Anfragen
  } aus dem Protokoll dieses Servers, in { $files ->
    [one] einer Datei
   *[other] { $files } Dateien
  }. Darin steht, was Mitglieder geschrieben haben, auch privat: Gib es mit Bedacht weiter.
export-compressed = Die Dateien sind mit gzip gepackt; die meisten Archivprogramme öffnen sie.
export-more = Nachricht { $number } von { $count }.
export-none = Das Protokoll dieses Servers hat in dieser Zeit ({ $range }) keine Anfrage. Es wurde nichts geschrieben. Um weiter zurückzuschauen, lass `{ option-since }` und `{ option-until }` weg oder beginne früher; ein Beispiel für `{ option-since }`: `90d`.
export-format-unknown = Eine Datei ist CSV oder JSON-Zeilen. Es wurde nichts geschrieben. Wähle eines davon und versuche es noch einmal.
export-busy-here = Ein Export dieses Servers wird schon geschrieben. Es wurde nichts begonnen. Warte, bis er fertig ist, und versuche es noch einmal.
export-busy = Gerade werden Exporte anderer Server geschrieben. Es wurde nichts begonnen. Versuche es in ein paar Minuten noch einmal.
export-too-large = Das Protokoll hat in dieser Zeit { NUMBER($rows) } Anfragen, mehr, als hier gesendet werden kann. Es wurde nichts gesendet. Wähle mit `{ option-since }` und `{ option-until }` eine kürzere Zeit; der Betreiber dieses Bots kann alles auf einmal exportieren.
export-too-slow = { NUMBER($rows) } Anfragen zu schreiben, hat länger gedauert, als diese Antwort dauern darf. Es wurde nichts gesendet. Wähle mit `{ option-since }` und `{ option-until }` eine kürzere Zeit; der Betreiber dieses Bots kann alles auf einmal exportieren.
export-no-room = Auf dem Datenträger dieses Bots ist kein Platz für die Datei. Es wurde nichts gesendet. Wähle eine kürzere Zeit oder sag dem Betreiber dieses Bots Bescheid.
export-not-sent = Discord hat nicht alle Dateien angenommen. Was oben steht, ist vollständig, der Rest fehlt. Versuche es noch einmal, mit einer kürzeren Zeit, wenn es wieder geschieht.
