# The card stands in the channel from the moment of asking, and folds when the job has ended.

prompt-erased = Un clip cuya descripción ya no se conserva
options = { $duration } s · { $ratio } · cfg { NUMBER($cfg, maximumFractionDigits: 2) }
options-sent = { $duration } s · { $ratio } · cfg { $cfg }
leaves-out = Sin: { $text }

card-waiting = A la espera de empezar.
card-place = { $place ->
    [1] Primer puesto en la cola.
    [2] Segundo puesto en la cola.
    [3] Tercer puesto en la cola.
    [4] Cuarto puesto en la cola.
    [5] Quinto puesto en la cola.
   *[other] Puesto { $place } en la cola.
  }
card-paused = Por ahora no se empieza nada nuevo. Esta petición conserva su puesto.
card-starting = Se está iniciando.
card-running = En marcha. Empezó { $started }.
card-late = Está tardando más de lo habitual; sigue en marcha.
card-starts-at-once = Empieza en un minuto, más o menos.
card-starts-minutes = Empieza en un plazo de { $first } a { $last } minutos.
card-starts-minutes-at-most = Empieza en { $last } minutos como mucho.
card-starts-hours = Empieza en un plazo de { $first } a { $last } horas.
card-starts-hours-at-most = Empieza en { $last } horas como mucho.
card-left-at-once = Falta un minuto, más o menos
card-left-minutes = Faltan de { $first } a { $last } minutos
card-left-minutes-at-most = Faltan { $last } minutos como mucho
card-left-hours = Faltan de { $first } a { $last } horas
card-left-hours-at-most = Faltan { $last } horas como mucho
card-private = -# Esta tarjeta se actualiza durante 15 minutos. Después, { -videos-list } dice cómo va.
card-private-over = -# Esta tarjeta ya no se actualiza. { -videos-list } dice cómo va.
card-stopping = Cancelación pedida. Terminará en cuanto el servicio de vídeo lo suelte.
card-delivering = Hecho. Está en camino.
card-delivered-here = Listo: { $url }
card-delivered-directly = Listo: enviado por mensaje directo.
card-delivered-fetched = Listo: lo recogió el miembro que lo pidió.
card-delivered-privately = Listo: el clip está más abajo.
card-deleted = Listo, y eliminado después.
