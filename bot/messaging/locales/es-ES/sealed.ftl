# What was encrypted with a key that `DATA_KEY` does not hold any more.

prompt-unreadable = Un clip cuya descripción no se puede leer por ahora
text-unreadable = ilegible: falta su clave
case-unreadable = Lo que se pidió no se puede leer: falta la clave con la que se cifró. El operador del bot puede reponerla.
log-unreadable = { $count ->
    [one] La búsqueda no pudo incluir una petición, porque falta la clave de sus textos.
   *[other] La búsqueda no pudo incluir { $count } peticiones, porque falta la clave de sus textos.
  } El operador del bot puede reponerla.
export-unreadable = { $count ->
    [one] Una petición va sin sus textos, porque falta su clave.
   *[other] { $count } peticiones van sin sus textos, porque falta su clave.
  } El operador del bot puede reponerla.
