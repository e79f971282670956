# Was über ein Mitglied aufbewahrt wird: zum Nachlesen, Mitnehmen und Löschen.

end-erased = Der Clip wurde für dich aufbewahrt und ist jetzt gelöscht, wie du es wolltest.
    .next = Du brauchst nichts weiter zu tun.
reason-erased = das Mitglied hat ihn löschen lassen

name-privacy = datenschutz
name-privacy-policy = hinweise
name-privacy-export = export
name-privacy-delete = löschen
privacy-description = Sieh, was über dich gespeichert wird, nimm es mit oder lass es löschen
privacy-policy-description = Was über dich gespeichert wird, wozu, wie lange und wer es bekommt
privacy-export-description = Hol dir, was über dich gespeichert wird, als Datei
privacy-delete-description = Lösche, was über dich gespeichert wird; du wirst noch einmal gefragt

## Die Hinweise

privacy-policy-heading = **Was dieser Bot über dich speichert**
privacy-policy-kept = **Was und wie lange:** von jeder Anfrage die Beschreibung und die Optionen, wann und wo du sie gestellt hast, was daraus wurde und was sie gekostet hat; außerdem deine Vorgaben, Meldungen von dir, Sperren gegen dich und was du als Moderator tust. Beschreibungen und Links werden nach { $days ->
    [one] einem Tag
   *[other] { $days } Tagen
  } gelöscht, außer wenn die Moderation sie als Beweis aufbewahrt. Anzahl und Kosten bleiben.
privacy-policy-clips = **Clips** stehen in Discord und werden hier nicht aufbewahrt. Nur einer, der nicht übergeben werden konnte, bleibt { $days ->
    [one] einen Tag
   *[other] { $days } Tage
  } oder bis du ihn abholst.
privacy-policy-why = **Wozu:** um Clips zu machen und zu übergeben, Limits einzuhalten, Kosten abzurechnen und damit die Moderation gegen Missbrauch vorgehen kann.
privacy-policy-receivers = **Wer es bekommt:** Eachlabs und der Anbieter dahinter bekommen Beschreibungen und Optionen, erfahren aber nicht, von wem sie sind. Discord überträgt die Nachrichten. Die Moderation eines Servers sieht, was dort angefordert wurde, auch private Clips. Der Betreiber dieses Bots sieht alles.
privacy-policy-choices = `/{ name-privacy } { name-privacy-export }` gibt es dir als Datei, und `/{ name-privacy } { name-privacy-delete }` löscht es.
privacy-policy-operator = **Die Datenschutzhinweise des Betreibers:** <{ $url }>

## Mitnehmen

privacy-export-done = Das ist über dich gespeichert: { $requests ->
    [one] eine Anfrage
   *[other] { $requests } Anfragen
  }, dazu deine Vorgaben, Meldungen von dir, Sperren gegen dich und was du als Moderator getan hast, soweit es das gibt. Jede Zeile der Datei ist eines davon, als JSON.
privacy-export-too-large = Was über dich gespeichert ist, ist zu groß für eine Nachricht hier, auch gepackt. { -unchanged } Bitte den Betreiber dieses Bots darum.
privacy-log-away = Das Protokoll ist im Moment nicht erreichbar. { -unchanged } Versuche es in ein paar Minuten noch einmal.

## Löschen

button-forget = Löschen
button-forget-finish = Löschen, Clips fertig machen
button-forget-cancel = Löschen, Clips abbrechen
button-forget-not = Alles behalten
privacy-delete-heading = **Soll gelöscht werden, was über dich gespeichert ist?** Das lässt sich nicht rückgängig machen.
privacy-delete-goes = **Was gelöscht wird, auf allen Servern:** Beschreibungen und Links von allem, was du angefordert hast ({ $requests ->
    [one] { $requests } Anfrage
   *[other] { $requests } Anfragen
  }), für dich aufbewahrte Clips, deine Vorgaben und dein Name im Protokoll und an Meldungen von dir.
privacy-delete-stays = **Was bleibt:** Anzahl und Kosten deiner Anfragen und was die Moderation festgehalten hat, etwa Sperren. Damit die Limits weiter gelten, gehören Anzahl und Kosten noch 30 Tage lang zu einer Kennung, die nur dieser Bot aus deiner ID bilden kann; danach gehören sie zu niemandem mehr.
privacy-delete-held = { $held ->
    [one] Eine Anfrage bewahrt die Moderation als Beweis auf. Sie wird gelöscht, sobald darüber entschieden ist.
   *[other] { $held } Anfragen bewahrt die Moderation als Beweis auf. Sie werden gelöscht, sobald darüber entschieden ist.
  }
privacy-delete-clips = **Nachrichten in Discord** bleiben: Clips in Kanälen, deren Knöpfe dich dann nicht mehr kennen, und was im Meldekanal der Moderation steht. Lösche vorher die Clips, die weg sollen.
privacy-delete-live = { $live ->
    [one] Ein Clip wartet oder ist in Arbeit. Er kann noch fertig werden und wird dann gelöscht, oder er wird jetzt abgebrochen; wenn er schon begonnen wurde, wird er vielleicht trotzdem berechnet.
   *[other] { $live } Clips warten oder sind in Arbeit. Sie können noch fertig werden und werden dann gelöscht, oder sie werden jetzt abgebrochen; was schon begonnen wurde, wird vielleicht trotzdem berechnet.
  }
privacy-delete-done = Was du bis jetzt angefordert hast, wird gelöscht; das dauert höchstens einige Minuten. Was du ab jetzt anforderst, wird wie bisher gespeichert.
privacy-delete-done-live = { $live ->
    [one] Ein Clip ist noch in Arbeit. Er wird gelöscht, wenige Minuten nachdem er zu Ende ist.
   *[other] { $live } Clips sind noch in Arbeit. Sie werden gelöscht, wenige Minuten nachdem sie zu Ende sind.
  }
privacy-delete-not-done = Es wurde nichts gelöscht. Alles bleibt, wie es war.
privacy-delete-uncertain = Das Protokoll hat nicht geantwortet, daher ist nicht sicher, ob dein Wunsch festgehalten wurde. Nutze `/{ name-privacy } { name-privacy-delete }` in ein paar Minuten noch einmal; doppelt zu fragen schadet nicht.
privacy-not-yours = Diese Frage galt jemand anderem. Es wurde nichts gelöscht. Um deine eigenen Daten geht es mit `/{ name-privacy } { name-privacy-delete }`.
