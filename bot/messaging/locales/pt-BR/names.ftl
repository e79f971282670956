# Nomes dos comandos de barra e de suas opções, como o Discord os mostra.

name-video = video
name-videos = videos
name-videos-list = lista
name-videos-cancel = cancelar
name-videos-quota = cota
name-videos-defaults = padrões
name-usage = uso

option-prompt = descrição
option-duration = duração
option-aspect-ratio = formato
option-cfg-scale = cfg
option-negative-prompt = sem
option-private = privado
option-clip = vídeo
option-clear = esquecer
option-channel = canal
