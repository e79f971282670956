# The message that brings the clip.

result-facts = { $options } · gemacht in { $took }
result-took = { $minutes ->
    [0] { $seconds } s
   *[other] { $minutes } min { $seconds } s
  }
result-note = KI-generiert · Referenz `{ $reference }`
result-link = Der Clip konnte hier nicht angehängt werden. Dieser Link funktioniert etwa einen Tag lang, nachdem der Clip gemacht wurde:
result-alt-text = KI-generiertes Video: { $prompt }
result-link-fetched = Der Clip kann hier nicht angehängt werden. Dieser Link dazu kann jederzeit aufhören zu funktionieren:
result-save-it = Speichere den Clip: Nur du siehst diese Nachricht, und sie bleibt nicht hier.
