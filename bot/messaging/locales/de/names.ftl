# Names of slash commands and of their options, as Discord shows them.

name-video = video
name-videos = videos
name-videos-list = liste
name-videos-cancel = abbrechen
name-videos-quota = kontingent
name-videos-defaults = vorgaben
name-usage = nutzung

option-prompt = beschreibung
option-duration = dauer
option-aspect-ratio = format
option-cfg-scale = cfg
option-negative-prompt = ohne
option-private = privat
option-clip = clip
option-clear = vergessen
option-channel = kanal
