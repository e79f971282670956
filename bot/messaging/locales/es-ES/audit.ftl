# Lo que se cambió en un servidor, y quién lo hizo: una línea para cada cosa.

name-usage-audit = cambios
usage-audit-description = Ver quién cambió qué en este servidor: ajustes, bloqueos, reglas, pausas, exportaciones, casos
audit-none = Aún no se ha cambiado nada en este servidor. Lo que la moderación cambie desde ahora queda aquí.
audit-heading = **Cambios en este servidor**, primero los más recientes
audit-settings-changed = { $by } cambió los ajustes: { $changes }
audit-defaults-changed = { $by } cambió las opciones por defecto de { $where }: { $changes }
audit-member-blocked = { $by } bloqueó a { $member } { $length ->
    [good] para siempre
   *[until] hasta { $until }
  }{ NOTE($reason) }
audit-member-unblocked = { $by } desbloqueó a { $member }
audit-rule-added = { $by } añadió la regla #{ $number }: { $kind }, { $text }
audit-rule-removed = { $by } quitó la regla #{ $number }: { $kind }, { $text }
audit-paused = { $by } puso en pausa el servidor{ NOTE($reason) }
audit-resumed = { $by } terminó la pausa del servidor
audit-feed-set = { $by } puso el canal de avisos en { $channel }: { $categories }
audit-feed-changed = { $by } cambió el canal de avisos: { $before } → { $after }
audit-feed-place = { $channel } ({ $categories })
audit-feed-off = { $by } apagó los avisos en { $channel }
audit-log-exported = { $by } exportó el registro { $range }: { $rows ->
    [one] una petición
   *[other] { $rows } peticiones
  } en { $format }
audit-result-deleted = { $by } borró el resultado del caso { $case }
audit-note-added = { $by } añadió una nota al caso { $case }
audit-evidence-held = { $by } retuvo el caso { $case }
audit-evidence-released = { $by } liberó el caso { $case }
audit-report-decided = { $by } decidió sobre una denuncia del caso { $case }: { $decision ->
    [deleted] se borró el clip
    [blocked] se bloqueó al miembro
    [dismissed] descartada
   *[other] hecho
  }
audit-member-data-erased = Un miembro hizo borrar sus datos: sus textos y enlaces ya no están en el registro
audit-where-server = el servidor
audit-range = de { $since } a { $until }
audit-range-since = desde { $since }
audit-range-until = hasta { $until }
audit-range-all = desde el principio
audit-change = { $name }: { $before } → { $after }
audit-more = y { $count } más
audit-scope-server = el servidor
audit-scope-member = cada miembro
audit-setting-jobs-per-day = clips en 24 horas para { $scope }
audit-setting-jobs-per-month = clips en 30 días para { $scope }
audit-setting-usd-per-day = dinero en 24 horas para { $scope }
audit-setting-usd-per-month = dinero en 30 días para { $scope }
audit-setting-private-use = quién puede pedir clips privados
audit-setting-spoiler-results = clips tras un spoiler
audit-setting-age-restricted-only = solo canales con restricción de edad
audit-value-unset = sin definir
audit-value-count = { NUMBER($number) }
audit-value-usd = { USD($usd) }
audit-value-everyone = todos
audit-value-moderators = moderación
audit-value-nobody = nadie
