# Reporting a clip: its button, its form, and what only the person who reports sees.

button-report = Denunciar

report-form-title = Denunciar este clip
report-form-label = ¿Qué tiene de malo?
report-form-note = La moderación de este servidor ve tu denuncia y sabe que es tuya.

report-filed = Tu denuncia ha quedado registrada. { -free } La moderación de este servidor la ve; no tienes que hacer nada más.
report-changed = Tu denuncia de este clip dice ahora lo que acabas de escribir. { -free } La moderación de este servidor la ve; no tienes que hacer nada más.
report-changed-enough = Puedes cambiar una denuncia { $limit ->
    [one] una vez
   *[other] { $limit } veces
  } y ya lo has hecho. { -unchanged } La moderación ve lo que dice; si falta algo, habla con ella.
report-own = Este clip es tuyo, así que no hay a quién denunciar. { -unchanged } Si quieres que desaparezca, pulsa «{ button-delete }».
report-too-early = Todavía no hay ningún clip que denunciar. { -unchanged } Si cuando llegue tiene algo de malo, denúncialo entonces.
report-empty = La denuncia no decía nada, así que no se ha registrado. { -unchanged } Vuelve a pulsar «{ button-report }» y di qué tiene de malo.
report-decided = La moderación ya ha revisado tu denuncia de este clip. { -unchanged } Si lo ves de otra manera, habla con ella.
report-limit = Puedes hacer { $limit } denuncias en 24 horas y ya las has hecho todas. { -unchanged } Podrás hacer otra { $frees_at }; si no puede esperar, habla con la moderación.
report-log-away = Por ahora no se puede acceder al registro, así que no se puede denunciar nada. { -unchanged } Inténtalo de nuevo en unos minutos; si no puede esperar, habla con la moderación.
report-uncertain = El registro no respondió, así que no es seguro que tu denuncia haya quedado registrada. { -free } Inténtalo de nuevo en unos minutos: una segunda denuncia sustituye a la primera.
