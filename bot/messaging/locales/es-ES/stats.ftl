# Las cifras de un tiempo, en palabras y en imagen. Cada descripción tiene 100 caracteres como máximo.

name-usage-stats = estadísticas
option-period = período
usage-stats-description = Cifras de un día, una semana, un mes o un intervalo, con una imagen
usage-stats-period = Hasta dónde mirar atrás, con hoy incluido; una semana si no dices otra cosa
usage-stats-period-day = día
usage-stats-period-week = semana
usage-stats-period-month = mes
usage-stats-since = Desde cuándo: un día, una hora en UTC o hace cuánto, como 2026-03-01 o 3d
usage-stats-until = Hasta cuándo: un día (incluido), una hora en UTC o hace cuánto, como 2026-03-07
stats-period-unknown = Un período es un día, una semana o un mes. No se ha cambiado nada. Elige uno de ellos, o indica `{ option-since }` y `{ option-until }`.
range-ahead = Ese momento aún no ha llegado. No se ha cambiado nada. Empieza en el pasado; un ejemplo para `{ option-since }`: `7d`.
stats-none = No se pidió nada entre { $since } y { $until }. Para mirar más atrás, elige un `{ option-period }` más largo, o indica el comienzo; un ejemplo para `{ option-since }`: `90d`.
stats-heading = **De { $since } a { $until }**
stats-attempts = Peticiones: { $count }
stats-outcome-delivered = Entregadas: { $count }
stats-outcome-kept = Guardadas: { $count }
stats-outcome-under-way = En curso: { $count }
stats-outcome-refused = Rechazadas: { $count }
stats-outcome-cancelled = Canceladas: { $count }
stats-outcome-failed = Fallidas: { $count }
stats-clips = Clips entregados: { $clips }, { $length } de vídeo
stats-spend = Gastado: { USD($usd) }, con estimaciones donde aún no se sabe el coste
stats-waiting = Espera: la mitad como mucho { $median }, nueve de cada diez como mucho { $p90 }
stats-generating = Creación de un clip: la mitad como mucho { $median }, nueve de cada diez como mucho { $p90 }
stats-length-seconds = { $seconds } s
stats-length-minutes = { $minutes } min { $seconds } s
stats-length-hours = { $hours } h { $minutes } min
stats-members-by-clips = Más clips:
stats-members-by-usd = Más gastado por:
stats-channels-by-clips = Más clips en:
stats-channels-by-usd = Más gastado en:
stats-standing = { $who } { $clips } ({ USD($usd) })
stats-reports-none = Ninguna denuncia espera una decisión.
stats-reports = { $count ->
    [one] Una denuncia espera una decisión: caso { $cases }
   *[other] { $count } denuncias esperan una decisión: casos { $cases }
  }
stats-reports-many = Más de { $count } denuncias esperan una decisión: casos { $cases }
stats-paused = Este servidor está en pausa desde { $at }: las peticiones nuevas se rechazan.
stats-blocked = { $count ->
    [one] Un miembro está bloqueado.
   *[other] { $count } miembros están bloqueados.
  }
stats-no-picture = Esta vez no se han podido dibujar los gráficos; las cifras están completas sin ellos.
stats-alt = Gráficos de las peticiones de este servidor del { DATE($begin_s) } al { DATE($end_s) }, en UTC. { $figures }
chart-title = Clips en este servidor
chart-range = { DATE($begin_s) } a { DATE($end_s) }, UTC
chart-count = { $count }
chart-usd = { USD($usd) }
chart-day = { DAY($at_s) }
chart-month = { MONTH($at_s) }
chart-spend = Gastado: { USD($usd) }
chart-times = Cuánto tardó
chart-waiting-half = Espera, la mitad como mucho
chart-waiting-most = Espera, nueve de cada diez como mucho
chart-generating-half = Creación, la mitad como mucho
chart-generating-most = Creación, nueve de cada diez como mucho

# El registro entero en un archivo.

name-usage-export = exportar
option-format = formato_de_archivo
usage-export-description = El registro de este servidor en un archivo: cada petición, con descripciones, también privadas
usage-export-format = Cómo se escribe el archivo; en CSV si no dices otra cosa
usage-export-format-csv = CSV, para hojas de cálculo
usage-export-format-jsonl = Líneas JSON, para programas
export-progress = Escribiendo el registro: { $written } de { $total } peticiones por ahora.
export-done = { $rows ->
    [one] Una petición
   *[other] { $rows } peticiones
  } del registro de este servidor, en { $files ->
    [one] un archivo
   *[other] { $files } archivos
  }. Contiene lo que escribieron los miembros, también en privado: compártelo con cuidado.
export-compressed = Los archivos están comprimidos con gzip; los abren casi todos los programas de archivos comprimidos.
export-more = Mensaje { $number } de { $count }.
export-none = El registro de este servidor no tiene ninguna petición en ese tiempo ({ $range }). No se ha escrito nada. Para mirar más atrás, omite `{ option-since }` y `{ option-until }`, o empieza antes; un ejemplo para `{ option-since }`: `90d`.
export-format-unknown = Un archivo es CSV o líneas JSON. No se ha escrito nada. Elige uno de los dos y vuelve a intentarlo.
export-busy-here = Ya se está escribiendo una exportación de este servidor. No se ha empezado nada. Espera a que termine y vuelve a intentarlo.
export-busy = Ahora se están escribiendo exportaciones de otros servidores. No se ha empezado nada. Vuelve a intentarlo en unos minutos.
export-too-large = El registro tiene { NUMBER($rows) } peticiones en ese tiempo, más de las que se pueden enviar aquí. No se ha enviado nada. Elige un tiempo más corto con `{ option-since }` y `{ option-until }`; quien gestiona este bot puede exportarlo todo de una vez.
export-too-slow = Escribir { NUMBER($rows) } peticiones tardó más de lo que esta respuesta permite. No se ha enviado nada. Elige un tiempo más corto con `{ option-since }` y `{ option-until }`; quien gestiona este bot puede exportarlo todo de una vez.
export-no-room = El disco de este bot no tiene sitio para el archivo. No se ha enviado nada. Elige un tiempo más corto, o avisa a quien gestiona este bot.
export-not-sent = Discord no aceptó todos los archivos. Lo que está arriba está entero, y falta el resto. Vuelve a intentarlo, con un tiempo más corto si se repite.
