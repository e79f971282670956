# Slash commands, as Discord's command picker shows them: at most 100 characters each.

video-description = Einen kurzen Videoclip aus einer Beschreibung machen
video-prompt = Was der Clip zeigt, in deinen eigenen Worten
video-duration = Wie lang der Clip ist; 5 Sekunden, wenn du nichts wählst
video-duration-5 = 5 Sekunden
video-duration-10 = 10 Sekunden
video-aspect-ratio = Die Form des Bildes; 16:9, wenn du nichts wählst
video-aspect-ratio-16-9 = 16:9, Querformat
video-aspect-ratio-9-16 = 9:16, Hochformat
video-aspect-ratio-1-1 = 1:1, quadratisch
video-cfg-scale = Wie eng sich der Clip an die Beschreibung hält, 0 bis 1; 0,5, wenn du nichts wählst
video-negative-prompt = Was der Clip weglassen soll
video-private = Nur du siehst den Clip; die Moderation kann ihn trotzdem im Protokoll sehen

videos-description = Deine eigenen Anfragen nach Clips
videos-list-description = Deine neuesten Anfragen zeigen und Clips abholen, die nicht übergeben werden konnten

button-cancel = Abbrechen
button-delete = Löschen
button-fetch = { $kept ->
    [one] Clip holen
   *[other] Clip { $number } holen
  }
usage-description = Sehen, was auf diesem Server angefordert wurde und was daraus wurde
