# Was auf einem Server geändert wurde, und von wem: je eine Zeile.

name-usage-audit = änderungen
usage-audit-description = Sehen, wer hier was geändert hat: Einstellungen, Sperren, Regeln, Pausen, Exporte, Fälle
audit-none = Auf diesem Server wurde noch nichts geändert. Was die Moderation von jetzt an ändert, steht hier.
audit-heading = **Änderungen auf diesem Server**, neueste zuerst
audit-settings-changed = { $by } hat die Einstellungen geändert: { $changes }
audit-defaults-changed = { $by } hat die Vorgaben für { $where } geändert: { $changes }
audit-member-blocked = { $by } hat { $member } { $length ->
    [good] dauerhaft gesperrt
   *[until] bis { $until } gesperrt
  }{ NOTE($reason) }
audit-member-unblocked = { $by } hat die Sperre von { $member } aufgehoben
audit-rule-added = { $by } hat Regel #{ $number } hinzugefügt: { $kind }, { $text }
audit-rule-removed = { $by } hat Regel #{ $number } entfernt: { $kind }, { $text }
audit-paused = { $by } hat den Server pausiert{ NOTE($reason) }
audit-resumed = { $by } hat die Pause des Servers beendet
audit-feed-set = { $by } hat { $channel } als Meldekanal eingerichtet: { $categories }
audit-feed-changed = { $by } hat den Meldekanal geändert: { $before } → { $after }
audit-feed-place = { $channel } ({ $categories })
audit-feed-off = { $by } hat den Meldekanal { $channel } abgeschaltet
audit-log-exported = { $by } hat das Protokoll exportiert, { $range }: { $rows ->
    [one] eine Anfrage
   *[other] { $rows } Anfragen
  } als { $format }
audit-result-deleted = { $by } hat das Ergebnis von Fall { $case } gelöscht
audit-result-found-gone = { $by } hat das Ergebnis von Fall { $case } schon gelöscht vorgefunden
audit-note-added = { $by } hat eine Notiz zu Fall { $case } geschrieben
audit-evidence-held = { $by } lässt Fall { $case } als Beweis aufbewahren
audit-evidence-released = { $by } lässt Fall { $case } nicht mehr als Beweis aufbewahren
audit-report-decided = { $by } hat über eine Meldung zu Fall { $case } entschieden: { $decision ->
    [deleted] der Clip wurde gelöscht
    [blocked] das Mitglied wurde gesperrt
    [dismissed] verworfen
   *[other] erledigt
  }
audit-member-data-erased = Ein Mitglied hat seine Daten löschen lassen: Seine Texte und Links sind aus dem Protokoll verschwunden
audit-where-server = den Server
audit-range = von { $since } bis { $until }
audit-range-since = ab { $since }
audit-range-until = bis { $until }
audit-range-all = von Anfang an
audit-change = { $name }: { $before } → { $after }
audit-more = und { $count } weitere
audit-scope-server = den Server
audit-scope-member = jedes Mitglied
audit-setting-jobs-per-day = Clips in 24 Stunden für { $scope }
audit-setting-jobs-per-month = Clips in 30 Tagen für { $scope }
audit-setting-usd-per-day = Geld in 24 Stunden für { $scope }
audit-setting-usd-per-month = Geld in 30 Tagen für { $scope }
audit-setting-private-use = wer private Clips anfordern darf
audit-setting-spoiler-results = Clips als Spoiler
audit-setting-age-restricted-only = nur Kanäle mit Altersbeschränkung
audit-value-unset = nicht festgelegt
audit-value-count = { NUMBER($number) }
audit-value-usd = { USD($usd) }
audit-value-everyone = alle
audit-value-moderators = Moderation
audit-value-nobody = niemand
