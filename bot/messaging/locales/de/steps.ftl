# Was in einem Schritt eines Falls geschah, wo Zustand und Urheber es nicht ganz sagen.

step-reported = gemeldet
step-report-changed = Meldung geändert
step-report-decided = über Meldung entschieden
step-evidence-held = als Beweis aufbewahrt
step-evidence-released = nicht mehr als Beweis aufbewahrt
step-result-deleted = Clip gelöscht
step-result-found-gone = Clip schon gelöscht vorgefunden
step-cancel-requested = Abbruch gewünscht
