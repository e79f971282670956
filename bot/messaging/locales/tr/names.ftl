# Eğik çizgi komutlarının ve seçeneklerinin Discord'da göründükleri adları.

name-video = video
name-videos = videos
name-videos-list = liste
name-videos-cancel = iptal
name-videos-quota = kota
name-videos-defaults = varsayılanlar
name-usage = kullanım

option-prompt = açıklama
option-duration = süre
option-aspect-ratio = biçim
option-cfg-scale = cfg
option-negative-prompt = hariç
option-private = gizli
option-clip = video
option-clear = unut
option-channel = kanal
