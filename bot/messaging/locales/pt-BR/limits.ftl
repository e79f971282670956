# Limites que um servidor define abaixo dos de quem opera: recusas, o que resta do mês, preços.

refused-user-monthly-limit = { $limit ->
    [0] Você não pode pedir vídeos aqui
    [one] Você pode pedir um vídeo em 30 dias
   *[other] Você pode pedir { $limit } vídeos em 30 dias
  }. { -free } A moderação pode dizer mais. Referência `{ $reference }`.
refused-user-monthly-limit-until = Você pode pedir { $limit ->
    [one] um vídeo em 30 dias e já o pediu
   *[other] { $limit } vídeos em 30 dias e já pediu todos
  }. { -free } Você pode pedir de novo { $frees_at }. Referência `{ $reference }`.
refused-guild-monthly-limit = { $limit ->
    [0] Este servidor não pode pedir vídeos
    [one] Este servidor pode pedir um vídeo em 30 dias
   *[other] Este servidor pode pedir { $limit } vídeos em 30 dias
  }. { -free } A moderação pode dizer mais. Referência `{ $reference }`.
refused-guild-monthly-limit-until = Este servidor pode pedir { $limit ->
    [one] um vídeo em 30 dias e já o pediu
   *[other] { $limit } vídeos em 30 dias e já pediu todos
  }. { -free } O servidor poderá pedir de novo { $frees_at }. Referência `{ $reference }`.
refused-user-monthly-money-limit = Um vídeo como este custa mais do que você pode gastar aqui em 30 dias. { -free } Um vídeo mais curto talvez caiba; a moderação pode dizer mais. Referência `{ $reference }`.
refused-user-monthly-money-limit-until = Você já usou tudo o que pode gastar aqui em 30 dias. { -free } Haverá saldo para este vídeo { $frees_at }. Referência `{ $reference }`.
refused-guild-monthly-money-limit = Um vídeo como este custa mais do que este servidor pode gastar em 30 dias. { -free } Um vídeo mais curto talvez caiba; a moderação pode dizer mais. Referência `{ $reference }`.
refused-guild-monthly-money-limit-until = Este servidor já usou tudo o que pode gastar em 30 dias. { -free } Haverá saldo para este vídeo { $frees_at }. Referência `{ $reference }`.
limit-by-role = -# Este é o limite do seu cargo { $role }.

quota-month = Vídeos em 30 dias: ainda há { $left } de { $limit }.
quota-month-frees = Vídeos em 30 dias: ainda há { $left } de { $limit }. Mais um é liberado { $frees_at }.
quota-money-month = Gastos em 30 dias: { USD($spent) } de { USD($limit) }.
quota-by-role = -# Um dos seus cargos define o que você pode pedir aqui.
quota-spent = O que se pode gastar aqui com vídeos não basta nem para um. A moderação pode dizer mais.
quota-spent-until = O que se pode gastar aqui com vídeos já foi gasto. Haverá saldo para mais um vídeo { $frees_at }.

# Atrás das opções em um cartão, onde quem opera mostra preços.

card-price = custo previsto: { USD($price) }
