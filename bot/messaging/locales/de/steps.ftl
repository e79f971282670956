# Was in einem Schritt eines Falls geschah, wo Zustand und Urheber es nicht ganz sagen.

step-reported = gemeldet
step-report-changed = Meldung geändert
step-report-decided = Meldung entschieden
step-evidence-held = als Beleg aufbewahrt
step-evidence-released = nicht mehr als Beleg aufbewahrt
step-result-deleted = Clip gelöscht
step-cancel-requested = Abbruch gewünscht
