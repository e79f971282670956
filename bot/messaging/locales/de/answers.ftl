# What only the person who pressed or asked sees.

cancel-done = Abgebrochen, bevor es losging. { -free } Du kannst jederzeit einen neuen Clip anfordern.
cancel-asked = Abbruch angefragt. Da der Clip schon in Arbeit war, wurde er möglicherweise berechnet; die Karte sagt es, sobald sein Ende feststeht. Du musst nichts weiter tun.
cancel-too-late = Dieser Clip kann nicht mehr abgebrochen werden: Er ist schon fertig oder auf andere Weise zu Ende. An seinen Kosten hat sich durch den Versuch nichts geändert. Der Clip, oder was aus ihm wurde, steht bei der Karte.
delete-done = Der Clip ist gelöscht. Seine Kosten bleiben, wie sie waren, und ebenso sein Eintrag im Protokoll. Du kannst jederzeit einen neuen anfordern.
delete-impossible = Discord lässt diesen Bot die Nachricht nicht löschen. { -unchanged } Die Moderation kann sie von Hand löschen.
not-yours-cancel = Nur wer diesen Clip angefordert hat oder zur Moderation gehört, kann ihn abbrechen. { -unchanged } Frag eine dieser Personen.
not-yours-delete = Nur wer diesen Clip angefordert hat oder zur Moderation gehört, kann ihn löschen. { -unchanged } Frag eine dieser Personen.
not-yours-fetch = Nur wer diesen Clip angefordert hat, kann ihn holen. { -unchanged } Bitte die Person, es zu tun.
job-not-found = Einen solchen Clip gibt es auf diesem Server nicht. { -unchanged } Wenn es ihn geben sollte, frag die Moderation.

own-heading = **Deine neuesten Anfragen**
own-kept-note = Was nicht übergeben werden konnte, wird für dich aufbewahrt; mit den Knöpfen holst du es ab.
own-kept-line = { $number }. { $title } · bereit, wird { $kept_until } gelöscht · angefordert { $asked_at }
own-kept-besides = { $clips ->
    [one] Noch ein Clip wird für dich aufbewahrt; er kommt in diese Liste, wenn du einen von diesen abgeholt hast.
   *[other] Noch { NUMBER($clips) } Clips werden für dich aufbewahrt; sie kommen in diese Liste, sobald du diese abholst.
  }
own-line = { $title } · { $state } · angefordert { $asked_at }
own-none-here = Du hast auf diesem Server noch keinen Clip angefordert. Tippe { -video } und sag, was er zeigen soll.
own-none = Du hast noch keinen Clip angefordert. Tippe { -video } auf einem Server, der diesen Bot hat, und sag, was er zeigen soll.
own-queued = in der Warteschlange
own-submitting = wird gerade gestartet
own-unknown = vielleicht in Arbeit; der Betreiber dieses Bots geht der Sache nach
own-running = in Arbeit
own-delivering = fertig, unterwegs
own-delivered = fertig
own-deleted = fertig, inzwischen gelöscht
own-failed = daraus wurde kein Clip
own-cancelled = abgebrochen
own-expired = hat zu lange gedauert
own-kept-too-long = fertig, aber nicht rechtzeitig abgeholt

fetch-under-way = Dieser Clip ist schon auf dem Weg zu dir. Es wurde nichts Neues berechnet. Warte einen Moment; eine große Datei braucht etwas.
fetch-done = Dieser Clip wurde übergeben und wird daher nicht mehr aufbewahrt. Es wurde nichts Neues berechnet. Wenn du ihn noch einmal willst, fordere einen neuen an.
fetch-too-late = Dieser Clip wird nicht mehr aufbewahrt: Seine Zeit ist um. Er wurde berechnet, als er gemacht wurde; Neues wurde nicht berechnet. Fordere einen neuen an.
fetch-not-kept = Hier gibt es keinen Clip zu holen. { -unchanged } { -videos-list } sagt, wie es um deine Anfragen steht.
fetch-too-large = Der Clip ist größer, als hier gesendet werden kann, und der Link dazu funktioniert nicht mehr. Es wurde nichts Neues berechnet. Ein geboosteter Server erlaubt größere Dateien: Nutze { -videos-list } dort, oder hier, sobald dieser Server geboostet ist. Der Clip wird { $kept_until } gelöscht.
fetch-gone = Dieser Clip lässt sich nicht holen: Hier gibt es keine Kopie davon, und der Link dazu funktioniert nicht mehr. Er wurde berechnet, als er gemacht wurde; Neues wurde nicht berechnet. Zeig der Moderation die Referenz `{ $reference }`.
fetch-link-unsure = Den Clip gibt es hier nur als Link, und der konnte gerade nicht geprüft werden. Er wird weiter aufbewahrt, und es wurde nichts Neues berechnet. Versuche es in ein paar Minuten noch einmal.
fetch-uncertain = Discord hat nicht rechtzeitig geantwortet; es ist also nicht sicher, dass der Clip angekommen ist. Er wird weiter aufbewahrt, und es wurde nichts Neues berechnet. Wenn er nicht hier ist, versuche es in einer Minute noch einmal.
fetch-refused = Discord hat den Clip hier nicht angenommen. Er wird weiter aufbewahrt, und es wurde nichts Neues berechnet. Versuche es noch einmal über { -videos-list }; wenn das öfter passiert, zeig der Moderation diesen Satz.
shelf-log-away = Das Protokoll ist im Moment nicht erreichbar, daher wurde nichts übergeben. Aufbewahrte Clips bleiben aufbewahrt, und es wurde nichts Neues berechnet. Versuche es in ein paar Minuten noch einmal.

answer-too-slow = Showreel hat gerade sehr viel zu tun und ist nicht rechtzeitig zu deiner Anfrage gekommen. { -free } Versuche es in einer Minute noch einmal.
card-not-shown = Die Karte konnte hier nicht gezeigt werden, daher wurde nichts begonnen. { -free } Versuche es noch einmal; wenn das öfter passiert, sag der Moderation Bescheid.
storage-unavailable = Ins Protokoll lässt sich im Moment nichts schreiben, daher wird nichts Neues begonnen. { -free } Versuche es in ein paar Minuten noch einmal. Referenz `{ $reference }`.
storage-unavailable-now = Das Protokoll ist im Moment nicht erreichbar; es ist also nicht sicher, dass das erledigt wurde. Es wurde nichts Neues berechnet. Versuche es in ein paar Minuten noch einmal.
discord-away = Discord hat nicht rechtzeitig geantwortet; es ist also nicht sicher, dass das erledigt wurde. Es wurde nichts Neues berechnet. Versuche es in einer Minute noch einmal.
restarting = Showreel wird gerade neu gestartet, daher wurde das nicht erledigt. { -unchanged } Versuche es in einer Minute noch einmal.
command-unavailable = Diesen Befehl gibt es gerade nicht, oder er hat sich geändert. { -free } Lade Discord neu und versuche es in einer Minute noch einmal.
command-not-allowed = Du kannst diesen Befehl hier nicht nutzen. { -free } Die Moderation kann dir sagen, wo es geht.
servers-only = Clips werden nur auf Servern gemacht. { -free } Versuche es auf einem Server, der diesen Bot hat.
moderators-only = Das ist nur für die Moderation: für alle, die in diesem Kanal die Berechtigung „Nachrichten verwalten“ haben. Wende dich an eine dieser Personen.
unexpected = Hier ist etwas schiefgegangen, und es wurde festgehalten. Wenn im Kanal eine Karte steht, geht ihre Anfrage weiter; sonst wurde nichts berechnet. Versuche es noch einmal, und zeig der Moderation die Referenz `{ $reference }`, wenn es wieder passiert.
