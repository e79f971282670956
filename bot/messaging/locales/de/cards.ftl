# The card stands in the channel from the moment of asking, and folds when the job has ended.

prompt-erased = Ein Clip, dessen Beschreibung nicht mehr gespeichert ist
options = { $duration } s · { $ratio } · cfg { NUMBER($cfg, maximumFractionDigits: 2) }
options-sent = { $duration } s · { $ratio } · cfg { $cfg }
leaves-out = Ohne: { $text }

card-waiting = Wartet auf den Start.
card-place = { $place ->
    [1] Als Nächstes an der Reihe.
    [2] An zweiter Stelle in der Warteschlange.
    [3] An dritter Stelle in der Warteschlange.
    [4] An vierter Stelle in der Warteschlange.
    [5] An fünfter Stelle in der Warteschlange.
   *[other] Platz { $place } in der Warteschlange.
  }
card-paused = Im Moment wird nichts Neues begonnen. Diese Anfrage behält ihren Platz.
card-starting = Wird gerade gestartet.
card-running = In Arbeit. Begonnen { $started }.
card-late = Dauert länger als üblich; es wird weiter daran gearbeitet.
card-starts-at-once = Beginnt in etwa einer Minute.
card-starts-minutes = Beginnt in { $first } bis { $last } Minuten.
card-starts-minutes-at-most = Beginnt innerhalb von { $last } Minuten.
card-starts-hours = Beginnt in { $first } bis { $last } Stunden.
card-starts-hours-at-most = Beginnt innerhalb von { $last } Stunden.
card-left-at-once = Noch etwa eine Minute
card-left-minutes = Noch { $first } bis { $last } Minuten
card-left-minutes-at-most = Noch höchstens { $last } Minuten
card-left-hours = Noch { $first } bis { $last } Stunden
card-left-hours-at-most = Noch höchstens { $last } Stunden
card-private = -# Diese Karte wird 15 Minuten lang aktualisiert. Danach sagt { -videos-list }, wie es steht.
card-private-over = -# Diese Karte wird nicht mehr aktualisiert. { -videos-list } sagt, wie es steht.
card-stopping = Abbruch angefragt. Der Clip endet, sobald der Videodienst die Arbeit daran einstellt.
card-delivering = Fertig. Der Clip ist unterwegs.
card-delivered-here = Fertig: { $url }
card-delivered-directly = Fertig: als Direktnachricht gesendet.
card-delivered-fetched = Fertig: von dem Mitglied abgeholt, das ihn angefordert hat.
card-delivered-privately = Fertig: Der Clip steht unten.
card-deleted = Fertig und inzwischen gelöscht.
