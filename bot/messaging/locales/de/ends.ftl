# How a request ended without a clip. The sentence says what happened, `.next` what to do now;
# between them stands one of the sentences about cost. The key is `end-` and the log's reason.

cost-none = { -free }
cost-charged = Dieser Clip wurde berechnet.
cost-perhaps = Er wurde möglicherweise berechnet.
cost-open = Ob er berechnet wurde, ist noch nicht bekannt.
end-reference = Referenz `{ $reference }`.

end-failed = Der Clip konnte nicht gemacht werden.
    .next = Fordere ihn nach einer Weile noch einmal an.
end-cancelled = Die Anfrage wurde abgebrochen.
    .next = Du kannst jederzeit einen neuen Clip anfordern.
end-expired = Der Clip hat zu lange gebraucht und wurde aufgegeben.
    .next = Fordere ihn nach einer Weile noch einmal an.
end-unknown = Die Verbindung ist abgerissen, während dieser Clip angefordert wurde; es ist also nicht sicher, dass er gemacht wird.
    .next = Du musst nichts tun: Der Betreiber dieses Bots weiß Bescheid und geht der Sache nach.
end-kept = Der Clip ist fertig, ließ sich aber nicht übergeben: Weder hier noch direkt an dich konnte eine Nachricht gesendet werden.
    .next = Er wird einige Tage aufbewahrt: Mit { -videos-list } holst du ihn ab.
end-kept-link = Der Clip ist fertig, ließ sich aber nicht übergeben: Weder hier noch direkt an dich konnte eine Nachricht gesendet werden.
    .next = Eine Kopie konnte hier nicht aufbewahrt werden. { -videos-list } gibt dir den Link dazu; er funktioniert etwa einen Tag lang, nachdem der Clip gemacht wurde.

end-not-acknowledged = Die Anfrage wurde nicht gestartet, weil ihre Karte nicht rechtzeitig erschienen ist.
    .next = Fordere den Clip noch einmal an.
end-cancelled-by-member = Abgebrochen, wie gewünscht.
    .next = Du kannst jederzeit einen neuen Clip anfordern.
end-cancelled-by-moderator = Von der Moderation abgebrochen.
    .next = Die Moderation dieses Servers kann dir mehr dazu sagen.
end-cancelled-by-operator = Vom Betreiber dieses Bots abgebrochen.
    .next = Die Moderation dieses Servers kann Fragen weitergeben.
end-cancelled-upstream = Der Videodienst hat die Arbeit an diesem Clip beendet.
    .next = Fordere ihn noch einmal an.

end-create-rejected = Der Videodienst hat diese Anfrage nicht angenommen.
    .next = Ändere die Beschreibung oder die Optionen und fordere den Clip noch einmal an.
end-create-outcome-unknown = Die Verbindung ist abgerissen, während dieser Clip angefordert wurde, und der Clip ist nicht aufgetaucht.
    .next = Fordere ihn noch einmal an.
end-provider-rejected = Die Beschreibung hat die Sicherheitsprüfung des Videodienstes nicht bestanden.
    .next = Versuche es mit einer anderen Beschreibung.
end-invalid-input = Der Videodienst konnte mit dieser Beschreibung oder diesen Optionen nichts anfangen.
    .next = Ändere sie und fordere den Clip noch einmal an.
end-provider-error = Beim Videodienst ist ein Fehler aufgetreten, während er diesen Clip gemacht hat.
    .next = Fordere ihn noch einmal an; mit derselben Beschreibung kann es gut klappen.
end-deadline-passed = Der Clip hat länger gebraucht, als er darf, und wurde aufgegeben.
    .next = Wird er innerhalb eines Tages doch noch fertig, kommt er hierher. Sonst fordere ihn noch einmal an.

end-output-missing = Der Videodienst hat sich fertig gemeldet, aber es war kein Clip da.
    .next = Fordere ihn noch einmal an und zeig der Moderation die Referenz.
end-output-not-mp4 = Was vom Videodienst kam, ist kein Video, das sich abspielen lässt.
    .next = Fordere den Clip noch einmal an und zeig der Moderation die Referenz.
end-output-cut-short = Der Clip ist beschädigt angekommen.
    .next = Fordere ihn noch einmal an und zeig der Moderation die Referenz.
end-output-address-forbidden = Der Clip liegt an einer Adresse, die dieser Bot nicht öffnet.
    .next = Fordere ihn noch einmal an und zeig der Moderation die Referenz.
end-output-unreachable = Der Clip wurde gemacht, konnte aber nicht abgeholt werden.
    .next = Fordere ihn nach einer Weile noch einmal an und zeig der Moderation die Referenz.
end-output-too-large = Der Clip wurde gemacht, ist aber zu groß, um ihn zu übergeben.
    .next = Ein kürzerer Clip ist kleiner: Fordere einen mit 5 Sekunden an.
end-kept-too-long = Der Clip wurde nicht rechtzeitig abgeholt und ist gelöscht.
    .next = Fordere einen neuen an.
