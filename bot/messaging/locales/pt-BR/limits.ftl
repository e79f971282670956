# Limits that a server sets below the operator's: refusals, what is left of a month, prices.

refused-user-monthly-limit = { $limit ->
    [0] Você não pode pedir vídeos aqui
    [one] Você pode pedir um vídeo em 30 dias
   *[other] Você pode pedir { $limit } vídeos em 30 dias
  }. { -free } A moderação pode dizer mais. Referência `{ $reference }`.
refused-user-monthly-limit-until = Você pode pedir { $limit ->
    [one] um vídeo em 30 dias e já o usou
   *[other] { $limit } vídeos em 30 dias e já usou todos
  }. { -free } Você pode pedir de novo { $frees_at }. Referência `{ $reference }`.
refused-guild-monthly-limit = { $limit ->
    [0] Este servidor não pode pedir vídeos
    [one] Este servidor pode pedir um vídeo em 30 dias
   *[other] Este servidor pode pedir { $limit } vídeos em 30 dias
  }. { -free } A moderação pode dizer mais. Referência `{ $reference }`.
refused-guild-monthly-limit-until = Este servidor pode pedir { $limit ->
    [one] um vídeo em 30 dias e já o usou
   *[other] { $limit } vídeos em 30 dias e já usou todos
  }. { -free } Haverá lugar de novo { $frees_at }. Referência `{ $reference }`.
refused-user-monthly-money-limit = Um vídeo como este custa mais do que você pode gastar aqui em 30 dias. { -free } Um vídeo mais curto talvez caiba; a moderação pode dizer mais. Referência `{ $reference }`.
refused-user-monthly-money-limit-until = Você já usou tudo o que pode gastar aqui em 30 dias. { -free } Haverá o bastante para este vídeo { $frees_at }. Referência `{ $reference }`.
refused-guild-monthly-money-limit = Um vídeo como este custa mais do que este servidor pode gastar em 30 dias. { -free } Um vídeo mais curto talvez caiba; a moderação pode dizer mais. Referência `{ $reference }`.
refused-guild-monthly-money-limit-until = Este servidor já usou tudo o que pode gastar em 30 dias. { -free } Haverá o bastante para este vídeo { $frees_at }. Referência `{ $reference }`.

quota-month = Vídeos em 30 dias: ainda há { $left } de { $limit }.
quota-month-frees = Vídeos em 30 dias: ainda há { $left } de { $limit }. Mais um é liberado { $frees_at }.
quota-money-month = Dinheiro em 30 dias: { USD($spent) } de { USD($limit) } usados.
quota-by-role = -# Um dos seus cargos define o que você pode pedir aqui.
quota-spent = O que se pode gastar aqui com vídeos não basta nem para um. A moderação pode dizer mais.
quota-spent-until = O que se pode gastar aqui com vídeos já foi usado. Haverá o bastante para mais um vídeo { $frees_at }.

# Behind the options on a card, where the operator shows prices.

card-price = custo previsto: { USD($price) }
