# Las cifras de un tiempo, en palabras y en imagen. Cada descripción tiene 100 caracteres como máximo.

name-usage-stats = estadísticas
option-period = período
usage-stats-description = Cifras de un día, una semana, un mes o un intervalo: peticiones, gasto, tiempos, con imagen
usage-stats-period = Hasta dónde mirar atrás, con hoy incluido; una semana si no dices otra cosa
usage-stats-period-day = día
usage-stats-period-week = semana
usage-stats-period-month = mes
usage-stats-since = Desde cuándo: un día, una hora en UTC o hace cuánto, como 2026-03-01 o 3d
usage-stats-until = Hasta cuándo: un día (incluido), una hora en UTC o hace cuánto, como 2026-03-07
stats-period-unknown = Un período es un día, una semana o un mes. No se ha cambiado nada. Elige uno de ellos, o indica `{ option-since }` y `{ option-until }`.
range-ahead = Ese momento aún no ha llegado. No se ha cambiado nada. Empieza en el pasado; un ejemplo para `{ option-since }`: `7d`.
stats-none = No se pidió nada entre el { $since } y el { $until }. Para mirar más atrás, elige un `{ option-period }` más largo, o indica el comienzo; un ejemplo para `{ option-since }`: `90d`.
stats-heading = **Del { $since } al { $until }**
stats-attempts = Peticiones: { $count }
stats-outcome-delivered = Entregadas: { $count }
stats-outcome-kept = Guardadas: { $count }
stats-outcome-under-way = En curso: { $count }
stats-outcome-refused = Rechazadas: { $count }
stats-outcome-cancelled = Canceladas: { $count }
stats-outcome-failed = Fallidas: { $count }
stats-clips = Clips entregados: { $clips }, { $length } de vídeo
stats-spend = Gastado: { USD($usd) }, con estimaciones donde aún no se sabe el coste
stats-waiting = Espera: { $median } como mucho para la mitad, { $p90 } como mucho para nueve de cada diez
stats-generating = Creación de un clip: { $median } como mucho para la mitad, { $p90 } como mucho para nueve de cada diez
stats-length-seconds = { $seconds } s
stats-length-minutes = { $minutes } min { $seconds } s
stats-length-hours = { $hours } h { $minutes } min
stats-members-by-clips = Quienes más clips tienen:
stats-members-by-usd = Quienes más han gastado:
stats-channels-by-clips = Donde más clips hay:
stats-channels-by-usd = Donde más se ha gastado:
stats-standing = { $who } { $clips } ({ USD($usd) })
stats-reports-none = No hay denuncias por resolver.
stats-reports = { $count ->
    [one] Hay una denuncia por resolver: caso { $cases }
   *[other] Hay { $count } denuncias por resolver: casos { $cases }
  }
stats-reports-many = Hay más de { $count } denuncias por resolver: casos { $cases }
stats-paused = Este servidor está en pausa desde el { $at }: las peticiones nuevas se rechazan.
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
usage-export-description = Obtener el registro en un archivo: cada petición, con descripciones, también las privadas
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
export-none = El registro de este servidor no tiene ninguna petición en ese período ({ $range }). No se ha escrito nada. Para mirar más atrás, omite `{ option-since }` y `{ option-until }`, o empieza antes; un ejemplo para `{ option-since }`: `90d`.
export-format-unknown = Un archivo es CSV o líneas JSON. No se ha escrito nada. Elige uno de los dos e inténtalo de nuevo.
export-busy-here = Ya se está escribiendo una exportación de este servidor. No se ha empezado nada. Espera a que termine e inténtalo de nuevo.
export-busy = Ahora se están escribiendo exportaciones de otros servidores. No se ha empezado nada. Inténtalo de nuevo en unos minutos.
export-too-large = El registro tiene { NUMBER($rows) } peticiones en ese período, más de las que se pueden enviar aquí. No se ha enviado nada. Elige un período más corto con `{ option-since }` y `{ option-until }`; el operador de este bot puede exportarlo todo de una vez.
export-too-slow = Escribir { NUMBER($rows) } peticiones tardó más de lo que esta respuesta permite. No se ha enviado nada. Elige un período más corto con `{ option-since }` y `{ option-until }`; el operador de este bot puede exportarlo todo de una vez.
export-no-room = El disco de este bot no tiene sitio para el archivo. No se ha enviado nada. Elige un período más corto, o avisa al operador de este bot.
export-not-sent = Discord no aceptó todos los archivos. Lo que está arriba está completo, y falta el resto. Inténtalo de nuevo, con un período más corto si se repite.
