# El registro de un servidor, página a página, para su moderación.

name-usage-log = registro
option-state = estado
usage-log-description = Ver qué se ha pedido en este servidor y qué ha sido de ello, lo más reciente primero
usage-log-member = Solo de este miembro; si se fue, indica su ID
usage-log-state = Solo lo que está ahora en este estado
usage-log-duration = Solo clips de esta duración
usage-log-since = Solo desde ese momento, en UTC: 2026-03-01, 2026-03-01 14:30, o 3d para hace tres días
usage-log-until = Solo antes de ese momento, en UTC, como arriba; un día sin hora cuenta entero
usage-log-text = Solo donde todas estas palabras están en la descripción o en lo que deja fuera
usage-log-reason = Solo lo rechazado o terminado por este motivo: elígelo o escribe su palabra

button-log-newest = Lo más reciente
button-log-newer = Más reciente
button-log-older = Más antiguo
button-log-search-on = Seguir buscando

log-open-placeholder = Abrir un caso
log-heading = **Registro de este servidor**, lo más reciente primero
log-filter = Solo: { $filter }
log-filter-member = de { $member }
log-filter-since = desde el { $at }
log-filter-until = antes del { $at }
log-filter-words = con las palabras «{ $text }»
log-filter-reason = por el motivo «{ $words }»
log-duration = { $duration } s
log-private = { $state }, privado
log-searched-back = Se ha buscado hasta el { $at }. El botón sigue buscando desde ahí.
log-empty = En este servidor aún no se ha pedido nada. Lo que los miembros pidan con { -video } aparecerá aquí.
log-nothing = Nada encaja en el registro de este servidor. Se buscó: { $filter }. Para encontrar más, quita algún criterio o elige un período más largo.
log-nothing-yet = Aún no se ha encontrado nada que encaje. Se busca: { $filter }.
log-nothing-older = Nada más antiguo encaja. Se buscó: { $filter }.
log-view-gone = No se puede seguir con esta lista: una lista dura un día y es solo de quien la pidió. No se ha cambiado nada. Escribe `/{ name-usage } { name-usage-log }` para obtener una nueva.
log-which-state = Una petición está en uno de los estados que se ofrecen. No se ha cambiado nada. Elige uno de ellos e inténtalo de nuevo.
log-which-duration = Un clip dura 5 o 10 segundos. No se ha cambiado nada. Elige una de esas duraciones e inténtalo de nuevo.
log-which-words = No hay ninguna palabra que buscar. No se ha cambiado nada. Un ejemplo: `red fox`.
log-which-reason = El registro no conoce ese motivo{ NOTE($text) }. No se ha cambiado nada. Elige uno de los que se ofrecen o escribe su palabra. Ejemplos: `user_daily_limit`, `provider_rejected`, `prompt_rule:12`.
