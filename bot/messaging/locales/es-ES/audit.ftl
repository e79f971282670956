# Lo que se cambió en un servidor, y quién lo hizo: una línea para cada cosa.

name-usage-audit = cambios
usage-audit-description = Ver quién cambió qué en este servidor: ajustes, bloqueos, reglas, pausas, exportaciones, casos
audit-none = Aún no se ha cambiado nada en este servidor. Aquí quedará todo lo que la moderación cambie desde ahora.
audit-heading = **Cambios en este servidor**, primero los más recientes
audit-settings-changed = { $by } cambió los ajustes: { $changes }
audit-defaults-changed = { $by } cambió las opciones predeterminadas de { $where }: { $changes }
audit-member-blocked = { $by } bloqueó a { $member } { $length ->
    [good] para siempre
   *[until] hasta el { $until }
  }{ NOTE($reason) }
audit-member-unblocked = { $by } desbloqueó a { $member }
audit-rule-added = { $by } añadió la regla #{ $number }: { $kind }, { $text }
audit-rule-removed = { $by } quitó la regla #{ $number }: { $kind }, { $text }
audit-paused = { $by } puso en pausa el servidor{ NOTE($reason) }
audit-resumed = { $by } puso fin a la pausa del servidor
audit-feed-set = { $by } eligió { $channel } para los avisos: { $categories }
audit-feed-changed = { $by } cambió los avisos: { $before } → { $after }
audit-feed-place = { $channel } ({ $categories })
audit-feed-off = { $by } desactivó los avisos en { $channel }
audit-log-exported = { $by } exportó el registro { $range }: { $rows ->
    [one] una petición
   *[other] { $rows } peticiones
  } en { $format }
audit-result-deleted = { $by } eliminó el resultado del caso { $case }
audit-result-found-gone = { $by } vio que el resultado del caso { $case } ya no estaba
audit-note-added = { $by } añadió una nota al caso { $case }
audit-evidence-held = { $by } conservó el caso { $case } como prueba
audit-evidence-released = { $by } liberó el caso { $case }
audit-report-decided = { $by } resolvió una denuncia del caso { $case }: { $decision ->
    [deleted] se eliminó el clip
    [blocked] se bloqueó al miembro
    [dismissed] desestimada
   *[other] hecho
  }
audit-member-data-erased = Un miembro pidió que se borraran sus datos: sus textos y enlaces ya no están en el registro
audit-where-server = el servidor
audit-range = del { $since } al { $until }
audit-range-since = desde el { $since }
audit-range-until = hasta el { $until }
audit-range-all = desde el principio
audit-change = { $name }: { $before } → { $after }
audit-more = y { $count } más
audit-scope-server = el servidor
audit-scope-member = cada miembro
audit-setting-jobs-per-day = clips en 24 horas para { $scope }
audit-setting-jobs-per-month = clips en 30 días para { $scope }
audit-setting-usd-per-day = gasto en 24 horas para { $scope }
audit-setting-usd-per-month = gasto en 30 días para { $scope }
audit-setting-private-use = quién puede pedir clips privados
audit-setting-spoiler-results = clips marcados como spoiler
audit-setting-age-restricted-only = clips solo en canales con restricción de edad
audit-value-unset = sin definir
audit-value-count = { NUMBER($number) }
audit-value-usd = { USD($usd) }
audit-value-everyone = todo el mundo
audit-value-moderators = la moderación
audit-value-nobody = nadie
