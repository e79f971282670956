# Names of slash commands and of their options, as Discord shows them.

name-video = video
name-videos = videos
name-videos-list = lista
name-videos-cancel = cancelar
name-videos-quota = cuota
name-videos-defaults = preferencias
name-usage = uso

option-prompt = descripción
option-duration = duración
option-aspect-ratio = formato
option-cfg-scale = cfg
option-negative-prompt = sin
option-private = privado
option-clip = clip
option-clear = olvidar
option-channel = canal
