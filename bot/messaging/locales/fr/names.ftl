# Names of slash commands and of their options, as Discord shows them.

name-video = video
name-videos = videos
name-videos-list = liste
name-videos-cancel = annuler
name-videos-quota = quota
name-videos-defaults = préférences
name-usage = utilisation

option-prompt = description
option-duration = durée
option-aspect-ratio = format
option-cfg-scale = cfg
option-negative-prompt = sans
option-private = privé
option-clip = clip
option-clear = oublier
option-channel = salon
