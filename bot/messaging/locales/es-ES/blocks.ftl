# Quién no puede pedir nada en un servidor: comandos, formulario y lista de la moderación, y lo que lee el miembro.

name-video-mod-block = bloquear
name-video-mod-unblock = desbloquear
name-video-mod-blocks = bloqueos
option-member = miembro
option-reason = motivo
video-mod-block-description = Bloquear a un miembro: no podrá pedir clips en este servidor
video-mod-block-member = A quién: elige un miembro o indica el ID de alguien que se fue
video-mod-block-duration = Durante cuánto tiempo, como 1h, 3d o 2 semanas; vacío: para siempre
video-mod-block-reason = Por qué; el miembro lo lee cuando pide un clip
video-mod-unblock-description = Quitar un bloqueo: el miembro puede volver a pedir clips
video-mod-unblock-member = A quién: elige un miembro bloqueado o indica su ID
video-mod-blocks-description = Ver quién está bloqueado en este servidor, hasta cuándo y por qué

button-block = Bloquear miembro
block-form-title = Bloquear a este miembro
block-about = Se trata de { $member }.
block-form-length = ¿Durante cuánto tiempo?
block-form-length-note = Por ejemplo 1h, 3d o 2 semanas. Si se deja vacío, el bloqueo es para siempre.
block-form-reason = ¿Por qué?
block-form-reason-note = El miembro lo lee cuando pide un clip.

block-done = El miembro { $member } está bloqueado para siempre y no puede pedir clips en este servidor{ NOTE($text) }.
block-done-until = El miembro { $member } está bloqueado y no puede pedir clips en este servidor{ NOTE($text) }. El bloqueo termina { $until }.
block-replaced = Sustituye a un bloqueo anterior.
block-cancelled = { $count ->
    [0] No tenía ninguna petición en espera. Un clip que ya se está haciendo se termina.
    [one] Se ha cancelado una petición suya que esperaba, y no se ha cobrado nada por ella. Un clip que ya se está haciendo se termina.
   *[other] Se han cancelado { $count } peticiones suyas que esperaban, y no se ha cobrado nada por ellas. Un clip que ya se está haciendo se termina.
  }
block-cancels-later = Sus peticiones en espera se cancelan en menos de un minuto, y no se cobra nada por ellas. Un clip que ya se está haciendo se termina.
block-self = Se trata de ti, y nadie puede bloquearse a sí mismo. No se ha cambiado nada.
block-bot = No se puede bloquear a este bot. No se ha cambiado nada. Elige al miembro que pidió los clips.
block-nobody = Quien pidió esto hizo que se borraran sus datos, así que no hay a quién bloquear. No se ha cambiado nada.
block-length-unreadable = Esto no se puede leer como una duración{ NOTE($text) }. No se ha bloqueado a nadie. Ejemplos: `1h`, `3d`, `2 weeks`. Si se deja vacío, el bloqueo es para siempre.
block-length-too-long = Un bloqueo temporal dura { $years } años como máximo. No se ha bloqueado a nadie. Deja la duración vacía para bloquear para siempre. Ejemplos: `1h`, `3d`, `2 weeks`.
block-too-many = Un servidor puede tener { $limit } bloqueos como máximo, y este ya ha llegado a esa cifra. No se ha bloqueado a nadie. Quita uno que ya no haga falta con `/video-mod desbloquear`.
unblock-done = El miembro { $member } ya no está bloqueado y puede volver a pedir clips.
unblock-unreadable = Esto no corresponde a ningún miembro. No se ha cambiado nada. Elige uno de la lista o indica un ID. Un ejemplo: `123456789012345678`.
unblock-not-blocked = Este miembro no está bloqueado en este servidor. No se ha cambiado nada. Quienes lo están aparecen en `/video-mod bloqueos`.
blocks-none = No hay nadie bloqueado en este servidor. `/video-mod bloquear` bloquea a un miembro.
blocks-heading = **Miembros bloqueados**: { $count } · página { $number } de { $pages }
blocks-line = { $member } · para siempre · por { $by }{ $reason }
blocks-line-until = { $member } · termina { $until } · por { $by }{ $reason }
blocks-newer = Más recientes
blocks-older = Más antiguos

refused-member-blocked = La moderación de este servidor te ha bloqueado y no puedes pedir clips aquí{ NOTE($text) }. { -free } El bloqueo no tiene fin; la moderación puede quitarlo. Referencia `{ $reference }`.
refused-member-blocked-until = La moderación de este servidor te ha bloqueado y no puedes pedir clips aquí{ NOTE($text) }. { -free } El bloqueo termina { $until }; la moderación puede contarte más. Referencia `{ $reference }`.
quota-blocked = La moderación de este servidor te ha bloqueado y no puedes pedir clips aquí{ NOTE($text) }. El bloqueo no tiene fin; la moderación puede quitarlo.
quota-blocked-until = La moderación de este servidor te ha bloqueado y no puedes pedir clips aquí{ NOTE($text) }. El bloqueo termina { $until }.

## La pausa propia de un servidor

name-video-mod-pause = pausar
name-video-mod-resume = reanudar
video-mod-pause-description = Pausar este servidor: se rechazan peticiones nuevas y las que esperan conservan su puesto
video-mod-pause-reason = Por qué; los miembros lo leen cuando piden un clip
video-mod-resume-description = Poner fin a la pausa: se puede volver a pedir, y lo que esperaba continúa

pause-done = Este servidor está en pausa{ NOTE($text) }. Las peticiones nuevas se rechazan con este motivo, las que esperan conservan su puesto y un clip que ya se está haciendo se termina. `/video-mod reanudar` pone fin a la pausa.
pause-already = Este servidor se puso en pausa { $since }{ NOTE($text) }. No se ha cambiado nada. `/video-mod reanudar` pone fin a la pausa.
resume-done = La pausa ha terminado. Los miembros pueden volver a pedir clips, y lo que esperaba continúa.
resume-done-here = La pausa de este servidor ha terminado. El operador de este bot ha puesto en pausa los clips para todo el mundo{ NOTE($text) }, así que no se empieza nada nuevo hasta que eso también termine.
resume-not-paused = Este servidor no está en pausa. No se ha cambiado nada. `/video-mod pausar` lo pone en pausa.
resume-operators-pause = No es la moderación quien ha puesto en pausa este servidor. No se ha cambiado nada. Es el operador de este bot quien ha puesto en pausa los clips para todo el mundo, y solo él puede poner fin a esa pausa.
quota-paused-here = La moderación de este servidor ha puesto en pausa los clips nuevos{ NOTE($text) }. Los clips que ya están en la cola conservan su puesto.

refused-paused-by-moderators = La moderación de este servidor ha puesto en pausa los clips nuevos{ NOTE($text) }. { -free } Los clips que ya están en la cola conservan su puesto. Inténtalo más tarde. Referencia `{ $reference }`.
