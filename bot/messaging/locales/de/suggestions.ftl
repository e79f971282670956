# Help with a request: what was chosen while typing, and hints for the next one.

suggestion-gone = Der Text, den du gewählt hast, ist nicht mehr gespeichert oder ist auf diesem Server nicht von dir. { -free } Schreib ihn aus oder wähle einen anderen.

# After the card, for its requester alone, once an hour at most.

hint-high-cfg-scale = Ein Hinweis: Über 0,8 bindet { -cfg-scale } einen Clip so eng an die Beschreibung, dass er leicht steif aussieht. 0,5 bis 0,8 sieht meist am besten aus.
hint-long-prompt = Ein Hinweis: Eine sehr lange Beschreibung verliert unterwegs Einzelheiten. Am besten gelingt meist eine Szene in wenigen Sätzen, das Wichtigste zuerst.
hint-brief-prompt = Ein Hinweis: So wenige Worte überlassen das meiste am Clip dem Zufall. Sag, wer oder was zu sehen ist, was geschieht und wo.
hint-goes-on = Deine Anfrage geht so weiter, wie sie ist; du musst nichts tun.
