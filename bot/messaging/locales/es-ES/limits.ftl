# Limits that a server sets below the operator's: refusals, what is left of a month, prices.

refused-user-monthly-limit = { $limit ->
    [0] Aquí no puedes pedir clips
    [one] Puedes pedir un clip en 30 días
   *[other] Puedes pedir { $limit } clips en 30 días
  }. { -free } La moderación puede contarte más. Referencia `{ $reference }`.
refused-user-monthly-limit-until = Puedes pedir { $limit ->
    [one] un clip en 30 días, y ya lo has pedido
   *[other] { $limit } clips en 30 días, y ya los has pedido todos
  }. { -free } Podrás pedir otro { $frees_at }. Referencia `{ $reference }`.
refused-guild-monthly-limit = Este servidor { $limit ->
    [0] no puede pedir clips
    [one] puede pedir un clip en 30 días
   *[other] puede pedir { $limit } clips en 30 días
  }. { -free } La moderación puede contarte más. Referencia `{ $reference }`.
refused-guild-monthly-limit-until = Este servidor puede pedir { $limit ->
    [one] un clip en 30 días, y ya lo ha pedido
   *[other] { $limit } clips en 30 días, y ya los ha pedido todos
  }. { -free } Volverá a haber sitio { $frees_at }. Referencia `{ $reference }`.
refused-user-monthly-money-limit = Un clip así cuesta más de lo que puedes gastar aquí en 30 días. { -free } Quizá quepa uno más corto; la moderación puede contarte más. Referencia `{ $reference }`.
refused-user-monthly-money-limit-until = Has gastado todo lo que puedes gastar aquí en 30 días. { -free } Volverá a alcanzar para este clip { $frees_at }. Referencia `{ $reference }`.
refused-guild-monthly-money-limit = Un clip así cuesta más de lo que este servidor puede gastar en 30 días. { -free } Quizá quepa uno más corto; la moderación puede contarte más. Referencia `{ $reference }`.
refused-guild-monthly-money-limit-until = Este servidor ha gastado todo lo que puede gastar en 30 días. { -free } Volverá a alcanzar para este clip { $frees_at }. Referencia `{ $reference }`.
limit-by-role = -# Es el límite de tu rol { $role }.

quota-month = Clips en 30 días: { $left ->
    [one] queda { $left }
   *[other] quedan { $left }
  } de { $limit }.
quota-month-frees = Clips en 30 días: { $left ->
    [one] queda { $left }
   *[other] quedan { $left }
  } de { $limit }. Se libera uno más { $frees_at }.
quota-money-month = Gasto en 30 días: { USD($spent) } de { USD($limit) }.
quota-by-role = -# Uno de tus roles define lo que puedes pedir aquí.
quota-spent = Lo que se puede gastar aquí en clips no alcanza ni para uno. La moderación puede contarte más.
quota-spent-until = Lo que se puede gastar aquí en clips está agotado. Volverá a alcanzar para otro clip { $frees_at }.

# Behind the options on a card, where the operator shows prices.

card-price = coste previsto: { USD($price) }
