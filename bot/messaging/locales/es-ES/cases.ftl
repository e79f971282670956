# Una petición completa, tal como la lee la moderación, y lo que puede hacer con ella.

name-usage-case = caso
option-id = id
usage-case-description = Ver una petición completa: lo pedido, cada paso, coste, denuncias y notas
usage-case-id = Su número, o la referencia que vio el miembro, por ejemplo A1B2C3

button-case = Caso
button-mod-delete = Eliminar resultado
button-note = Añadir nota
button-hold = Conservar
button-release = Liberar

note-form-title = Añadir una nota a este caso
note-form-label = ¿Qué debe saber la moderación?
note-form-note = La leen la moderación de este servidor y el operador del bot. Después no se puede cambiar.

case-heading = **Caso { $number }** · referencia { $reference } · { $state }
case-erased = Lo que se pidió ya no se guarda: su plazo terminó o el miembro pidió que se borrara.
case-nothing-seen = nada visible
case-where = De { $member } en { $channel }
case-private = Privado: solo lo vio quien lo pidió.
case-asked = Pedido el { $at }
case-reason = Motivo: { $words } · { $reason }
case-cost = Coste { USD($cost) }, previsto { USD($expected) }
case-cost-expected = Coste aún desconocido, previsto { USD($expected) }
case-cost-real = Coste { USD($cost) }
case-service-id = Número en el servicio de vídeo: { $number }
case-service-link = Clip en el servicio de vídeo: { $url }
case-message = En el canal: { $url }
case-held-by = Conservado como prueba por { $member }.
case-held-by-reports = Conservado como prueba hasta que se resuelvan sus denuncias.
case-reports = **Denuncias**
case-report = { $at } · { $member } · { $decision } · { $text }
case-undecided = sin resolver
case-decided = resuelta
case-report-erased = su texto ya no se guarda
case-decision-deleted = clip eliminado por { $member }
case-decision-blocked = miembro bloqueado por { $member }
case-decision-dismissed = desestimada por { $member }
case-notes = **Notas**, primero las más recientes
case-note = { $at } · { $member } · { $text }
case-steps = **Pasos**, primero los más recientes
case-step = { $at } · { $state } · { $actor }
case-in-file = El caso completo está en el archivo.

case-not-found = Ese caso no está en este servidor. No se ha cambiado nada. Las peticiones de este servidor están en `/{ name-usage } { name-usage-log }`.
case-id-unreadable = Un caso se indica con su número o con su referencia. No se ha cambiado nada. Ejemplos: `#1234`, `A1B2C3`.
mod-delete-done = El clip se ha eliminado. Su coste sigue igual, y también su entrada en el registro.
mod-delete-gone = El mensaje de este clip ya no estaba: alguien eliminó a mano el mensaje o su canal. Ahora consta en el registro.
mod-delete-already = El clip ya se eliminó { $deleted_at }. No se ha cambiado nada.
mod-delete-nothing = No hay ningún clip que eliminar: no se entregó ninguno. No se ha cambiado nada.
mod-delete-out-of-reach = Este clip solo lo ve quien lo pidió y nadie más puede quitarlo. No se ha cambiado nada. Si ese miembro no debe recibir más, bloquéalo.
note-added = La nota se ha añadido.
note-empty = La nota no decía nada, así que no se ha añadido. Vuelve a pulsar «{ button-note }» y escribe lo que otros deben saber.
note-too-many = Un caso puede tener { $limit } notas como máximo, y este ya ha llegado a esa cifra. No se ha cambiado nada.
case-held = Conservado: los textos y enlaces de este caso se guardan hasta que se libere.
case-held-already = La moderación ya conserva este caso. No se ha cambiado nada.
case-nothing-to-hold = Los textos y enlaces de este caso ya se borraron, así que no hay nada que conservar. No se ha cambiado nada.
case-released = Liberado: los textos y enlaces de este caso se borran cuando termine su plazo.
case-released-but-reported = La moderación ya no conserva este caso, pero hay una denuncia sin resolver. Se guarda hasta que se resuelva.
case-not-held = La moderación no conserva este caso. No se ha cambiado nada. Lo que tiene una denuncia sin resolver se conserva hasta que se resuelva.

log-state-refused = rechazado
log-state-queued = en la cola
log-state-submitting = se está iniciando
log-state-unknown = quizá en marcha
log-state-running = en marcha
log-state-delivering = hecho, en camino
log-state-delivered = listo
log-state-deleted = listo, eliminado después
log-state-kept = hecho, aún sin recoger
log-state-failed = fallido
log-state-cancelled = cancelado
log-state-expired = tardó demasiado

log-cost = { USD($cost) }
log-cost-expected = coste previsto { USD($cost) }
log-member-erased = un miembro cuyos datos se borraron
log-actor-bot = el bot
log-actor-operator = el operador del bot
log-actor-eachlabs = el servicio de vídeo
log-actor-moderator = { $member }, de la moderación
