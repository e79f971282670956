# Slash commands, as Discord's command picker shows them: at most 100 characters each.

video-description = Crear un clip de vídeo corto a partir de una descripción
video-prompt = Qué muestra el clip, con tus propias palabras
video-duration = Cuánto dura el clip; 5 segundos si no eliges nada
video-duration-5 = 5 segundos
video-duration-10 = 10 segundos
video-aspect-ratio = El formato de la imagen; 16:9 si no eliges nada
video-aspect-ratio-16-9 = 16:9, horizontal
video-aspect-ratio-9-16 = 9:16, vertical
video-aspect-ratio-1-1 = 1:1, cuadrado
video-cfg-scale = Cuánto se ciñe el clip a la descripción, de 0 a 1; 0,5 si no eliges nada
video-negative-prompt = Lo que el clip debe dejar fuera
video-private = Nadie más ve el clip; la moderación puede verlo igualmente en el registro

videos-description = Tus propias peticiones de clips
videos-list-description = Ver tus últimas peticiones y recoger los clips que no se pudieron entregar

button-cancel = Cancelar
button-delete = Eliminar
button-fetch = { $kept ->
    [one] Recoger el clip
   *[other] Recoger el clip { $number }
  }
usage-description = Ver qué se ha pedido en este servidor y qué ha sido de ello
