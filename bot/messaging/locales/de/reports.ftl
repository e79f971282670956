# Reporting a clip: its button, its form, and what only the person who reports sees.

button-report = Melden

report-form-title = Diesen Clip melden
report-form-label = Was stimmt damit nicht?
report-form-note = Die Moderation dieses Servers sieht deine Meldung und dass sie von dir kommt.

report-filed = Deine Meldung ist eingegangen. { -free } Die Moderation dieses Servers sieht sie; du musst nichts weiter tun.
report-changed = In deiner Meldung zu diesem Clip steht jetzt, was du gerade geschrieben hast. { -free } Die Moderation dieses Servers sieht sie; du musst nichts weiter tun.
report-changed-enough = Du kannst eine Meldung { $limit ->
    [one] einmal
   *[other] { $limit }-mal
  } ändern und hast das getan. { -unchanged } Die Moderation sieht, was darin steht; wenn noch etwas fehlt, sprich mit ihr.
report-own = Das ist dein eigener Clip, es gibt also niemanden zu melden. { -unchanged } Wenn er weg soll, drücke „{ button-delete }“.
report-too-early = Es gibt noch keinen Clip, den man melden könnte. { -unchanged } Wenn etwas damit nicht stimmt, sobald er da ist, melde ihn dann.
report-empty = In der Meldung stand nichts, daher wurde sie nicht aufgenommen. { -unchanged } Drücke noch einmal „{ button-report }“ und schreib, was nicht stimmt.
report-decided = Die Moderation hat sich deine Meldung zu diesem Clip schon angesehen. { -unchanged } Wenn du das anders siehst, sprich mit der Moderation.
report-limit = Du kannst in 24 Stunden { $limit } Meldungen abgeben und hast alle abgegeben. { -unchanged } Die nächste kannst du { $frees_at } abgeben; wenn es nicht warten kann, sprich mit der Moderation.
report-log-away = Das Protokoll ist im Moment nicht erreichbar, daher lässt sich nichts melden. { -unchanged } Versuche es in ein paar Minuten noch einmal; wenn es nicht warten kann, sprich mit der Moderation.
report-uncertain = Das Protokoll hat nicht geantwortet; es ist also nicht sicher, dass deine Meldung eingegangen ist. { -free } Versuche es in ein paar Minuten noch einmal: Eine zweite Meldung ersetzt die erste.
