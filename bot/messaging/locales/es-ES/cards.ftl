# The card stands in the channel from the moment of asking, and folds when the job has ended.

prompt-erased = Un clip cuya descripción ya no se conserva
options = { $duration } s · { $ratio } · cfg { NUMBER($cfg, maximumFractionDigits: 2) }
options-sent = { $duration } s · { $ratio } · cfg { $cfg }
leaves-out = Sin: { $text }

card-waiting = A la espera de empezar.
card-place = { $place ->
    [1] El siguiente de la cola.
    [2] El segundo de la cola.
    [3] El tercero de la cola.
    [4] El cuarto de la cola.
    [5] El quinto de la cola.
   *[other] Número { $place } en la cola.
  }
card-paused = Por ahora no se empieza nada nuevo. Esta petición conserva su puesto.
card-starting = Se está iniciando.
card-running = En marcha. Empezó { $started }.
card-late = Más de lo habitual; sigue en marcha.
card-starts-at-once = Empieza en un minuto, más o menos.
card-starts-minutes = Empieza en { $first } a { $last } minutos.
card-starts-minutes-at-most = Empieza en { $last } minutos como mucho.
card-starts-hours = Empieza en { $first } a { $last } horas.
card-starts-hours-at-most = Empieza en { $last } horas como mucho.
card-left-at-once = Falta un minuto, más o menos
card-left-minutes = Faltan de { $first } a { $last } minutos
card-left-minutes-at-most = Faltan { $last } minutos como mucho
card-left-hours = Faltan de { $first } a { $last } horas
card-left-hours-at-most = Faltan { $last } horas como mucho
card-private = -# Esta tarjeta puede ponerse al día durante 15 minutos. Después, { -videos-list } dice cómo va.
card-private-over = -# Esta tarjeta ya no puede ponerse al día. { -videos-list } dice cómo va.
card-stopping = Cancelación pedida. Termina en cuanto el servicio de vídeo lo suelte.
card-delivering = Hecho. Está en camino.
card-delivered-here = Listo: { $url }
card-delivered-directly = Listo: enviado por mensaje directo.
card-delivered-fetched = Listo: lo recogió el miembro que lo pidió.
card-delivered-privately = Listo: el clip está más abajo.
card-deleted = Listo, y eliminado después.
