# A request that was not accepted: what stands against it, that it cost nothing, what to do now.

refused-guild-not-allowed = Este servidor aún no puede usar la cuenta de vídeo de este bot. { -free } El operador del bot ya lo sabe; pídele que autorice este servidor. Referencia `{ $reference }`.
refused-paused-by-operator = Por ahora no se hacen clips nuevos{ NOTE($text) }. { -free } Los clips que ya están en la cola conservan su puesto. Inténtalo más tarde. Referencia `{ $reference }`.
refused-user-waiting-limit = { $limit ->
    [0] No tienes sitio en la cola aquí
    [one] Tienes un clip en la cola, que es el máximo a la vez
   *[other] Tienes { $limit } clips en la cola, que es el máximo a la vez
  }. { -free } Vuelve a pedirlo cuando haya empezado alguno de los tuyos. Referencia `{ $reference }`.
refused-guild-waiting-limit = Este servidor { $limit ->
    [0] no tiene sitio en la cola
    [one] tiene un clip en la cola, que es el máximo a la vez
   *[other] tiene { $limit } clips en la cola, que es el máximo a la vez
  }. { -free } Vuelve a pedirlo cuando haya empezado alguno de ellos. Referencia `{ $reference }`.
refused-user-daily-limit = { $limit ->
    [0] Aquí no puedes pedir clips
    [one] Puedes pedir un clip en 24 horas
   *[other] Puedes pedir { $limit } clips en 24 horas
  }. { -free } La moderación puede contarte más. Referencia `{ $reference }`.
refused-user-daily-limit-until = Puedes pedir { $limit ->
    [one] un clip en 24 horas, y ya lo has pedido
   *[other] { $limit } clips en 24 horas, y ya los has pedido todos
  }. { -free } Podrás pedir otro { $frees_at }. Referencia `{ $reference }`.
refused-guild-daily-limit = Este servidor { $limit ->
    [0] no puede pedir clips
    [one] puede pedir un clip en 24 horas
   *[other] puede pedir { $limit } clips en 24 horas
  }. { -free } La moderación puede contarte más. Referencia `{ $reference }`.
refused-guild-daily-limit-until = Este servidor puede pedir { $limit ->
    [one] un clip en 24 horas, y ya lo ha pedido
   *[other] { $limit } clips en 24 horas, y ya los ha pedido todos
  }. { -free } Volverá a haber sitio { $frees_at }. Referencia `{ $reference }`.
refused-user-money-limit = Un clip así cuesta más de lo que puedes gastar aquí en 24 horas. { -free } Quizá quepa uno más corto; la moderación puede contarte más. Referencia `{ $reference }`.
refused-user-money-limit-until = Has gastado todo lo que puedes gastar aquí en 24 horas. { -free } Volverá a alcanzar para este clip { $frees_at }. Referencia `{ $reference }`.
refused-guild-money-limit = Un clip así cuesta más de lo que este servidor puede gastar en 24 horas. { -free } Quizá quepa uno más corto; la moderación puede contarte más. Referencia `{ $reference }`.
refused-guild-money-limit-until = Este servidor ha gastado todo lo que puede gastar en 24 horas. { -free } Volverá a alcanzar para este clip { $frees_at }. Referencia `{ $reference }`.
refused-total-money-limit = Un clip así cuesta más de lo que este bot puede gastar en 24 horas. { -free } Quizá quepa uno más corto; la moderación puede contarte más. Referencia `{ $reference }`.
refused-total-money-limit-until = Este bot ha gastado todo lo que puede gastar en 24 horas. { -free } Volverá a alcanzar para este clip { $frees_at }. Referencia `{ $reference }`.
refused-wait-too-long = La cola es demasiado larga: tu clip empezaría dentro de { HOURS($wait_s) ->
    [0] { MINUTES($wait_s) ->
        [1] un minuto, más o menos
       *[other] unos { MINUTES($wait_s) } minutos
      }
    [1] una hora, más o menos
   *[other] unas { HOURS($wait_s) } horas
  }. { -free } Inténtalo más tarde. Referencia `{ $reference }`.
refused-running-not-allowed = Por ahora no se pueden hacer clips aquí. { -free } La moderación puede contarte más. Referencia `{ $reference }`.
refused-overloaded = Llegaron más peticiones a la vez de las que se pueden atender a tiempo. { -free } Inténtalo de nuevo dentro de un minuto. Referencia `{ $reference }`.
refused-storage-full = Ya no queda sitio para clips terminados, así que no se empieza nada nuevo. { -free } Inténtalo más tarde. Referencia `{ $reference }`.

invalid-prompt-empty = La descripción está vacía. { -free } Di qué debe mostrar el clip y vuelve a pedirlo. Referencia `{ $reference }`.
invalid-text-too-long = { $option ->
    [negative_prompt] La lista de lo que se deja fuera
   *[prompt] La descripción
  } tiene { $chars } caracteres; se permiten { $max_chars }. { -free } Acórtala y vuelve a pedirlo. Referencia `{ $reference }`.
invalid-text-unreadable = { $option ->
    [negative_prompt] La lista de lo que se deja fuera
   *[prompt] La descripción
  } contiene caracteres que no son texto. { -free } Escríbela de nuevo sin ellos. Referencia `{ $reference }`.
invalid-duration-unknown = Un clip dura 5 o 10 segundos. { -free } Elige una de las dos duraciones y vuelve a pedirlo. Referencia `{ $reference }`.
invalid-aspect-ratio-unknown = El formato de un clip es 16:9, 9:16 o 1:1. { -free } Elige uno de ellos y vuelve a pedirlo. Referencia `{ $reference }`.
invalid-cfg-scale-out-of-range = La fidelidad de un clip a la descripción va de 0 a 1. { -free } Elige un número entre los dos y vuelve a pedirlo. Referencia `{ $reference }`.
