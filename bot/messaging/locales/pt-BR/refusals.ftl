# Um pedido que não foi aceito: o que o impede, que nada custou, o que fazer agora.

refused-guild-not-allowed = Este servidor ainda não pode usar a conta de vídeo deste bot. { -free } Quem opera o bot já recebeu o aviso; peça a essa pessoa que libere este servidor. Referência `{ $reference }`.
refused-paused-by-operator = No momento, a criação de novos vídeos está parada{ NOTE($text) }. { -free } Os vídeos que já estão na fila mantêm o lugar. Tente de novo mais tarde. Referência `{ $reference }`.
refused-user-waiting-limit = { $limit ->
    [0] Não há lugar para você na fila aqui
    [one] Você tem um vídeo na fila, o máximo permitido ao mesmo tempo
   *[other] Você tem { $limit } vídeos na fila, o máximo permitido ao mesmo tempo
  }. { -free } Peça de novo quando um dos seus tiver começado. Referência `{ $reference }`.
refused-guild-waiting-limit = { $limit ->
    [0] Este servidor não tem lugar na fila
    [one] Este servidor tem um vídeo na fila, o máximo permitido ao mesmo tempo
   *[other] Este servidor tem { $limit } vídeos na fila, o máximo permitido ao mesmo tempo
  }. { -free } Peça de novo quando um deles tiver começado. Referência `{ $reference }`.
refused-user-daily-limit = { $limit ->
    [0] Você não pode pedir vídeos aqui
    [one] Você pode pedir um vídeo em 24 horas
   *[other] Você pode pedir { $limit } vídeos em 24 horas
  }. { -free } A moderação pode dizer mais. Referência `{ $reference }`.
refused-user-daily-limit-until = Você pode pedir { $limit ->
    [one] um vídeo em 24 horas e já o pediu
   *[other] { $limit } vídeos em 24 horas e já pediu todos
  }. { -free } Você pode pedir de novo { $frees_at }. Referência `{ $reference }`.
refused-guild-daily-limit = { $limit ->
    [0] Este servidor não pode pedir vídeos
    [one] Este servidor pode pedir um vídeo em 24 horas
   *[other] Este servidor pode pedir { $limit } vídeos em 24 horas
  }. { -free } A moderação pode dizer mais. Referência `{ $reference }`.
refused-guild-daily-limit-until = Este servidor pode pedir { $limit ->
    [one] um vídeo em 24 horas e já o pediu
   *[other] { $limit } vídeos em 24 horas e já pediu todos
  }. { -free } O servidor poderá pedir de novo { $frees_at }. Referência `{ $reference }`.
refused-user-money-limit = Um vídeo como este custa mais do que você pode gastar aqui em 24 horas. { -free } Um vídeo mais curto talvez caiba; a moderação pode dizer mais. Referência `{ $reference }`.
refused-user-money-limit-until = Você já usou tudo o que pode gastar aqui em 24 horas. { -free } Haverá saldo para este vídeo { $frees_at }. Referência `{ $reference }`.
refused-guild-money-limit = Um vídeo como este custa mais do que este servidor pode gastar em 24 horas. { -free } Um vídeo mais curto talvez caiba; a moderação pode dizer mais. Referência `{ $reference }`.
refused-guild-money-limit-until = Este servidor já usou tudo o que pode gastar em 24 horas. { -free } Haverá saldo para este vídeo { $frees_at }. Referência `{ $reference }`.
refused-total-money-limit = Um vídeo como este custa mais do que este bot pode gastar em 24 horas. { -free } Um vídeo mais curto talvez caiba; a moderação pode dizer mais. Referência `{ $reference }`.
refused-total-money-limit-until = Este bot já usou tudo o que pode gastar em 24 horas. { -free } Haverá saldo para este vídeo { $frees_at }. Referência `{ $reference }`.
refused-wait-too-long = A fila está longa demais: seu vídeo começaria em cerca de { HOURS($wait_s) ->
    [0] { MINUTES($wait_s) ->
        [1] um minuto
       *[other] { MINUTES($wait_s) } minutos
      }
    [1] uma hora
   *[other] { HOURS($wait_s) } horas
  }. { -free } Tente de novo mais tarde. Referência `{ $reference }`.
refused-running-not-allowed = No momento, não é possível criar vídeos aqui. { -free } A moderação pode dizer mais. Referência `{ $reference }`.
refused-overloaded = Chegaram mais pedidos ao mesmo tempo do que é possível atender a tempo. { -free } Tente de novo em um minuto. Referência `{ $reference }`.
refused-storage-full = Não há mais espaço para vídeos prontos, por isso nenhum vídeo novo é iniciado. { -free } Tente de novo mais tarde. Referência `{ $reference }`.

invalid-prompt-empty = A descrição está vazia. { -free } Diga o que o vídeo deve mostrar e peça de novo. Referência `{ $reference }`.
invalid-text-too-long = { $option ->
    [negative_prompt] A lista do que deixar de fora
   *[prompt] A descrição
  } tem { $chars } caracteres; o máximo é { $max_chars }. { -free } Encurte o texto e peça de novo. Referência `{ $reference }`.
invalid-text-unreadable = { $option ->
    [negative_prompt] A lista do que deixar de fora
   *[prompt] A descrição
  } contém caracteres que não são texto. { -free } Digite de novo sem eles. Referência `{ $reference }`.
invalid-duration-unknown = Um vídeo tem 5 ou 10 segundos. { -free } Escolha uma dessas durações e peça de novo. Referência `{ $reference }`.
invalid-aspect-ratio-unknown = O formato de um vídeo é 16:9, 9:16 ou 1:1. { -free } Escolha um deles e peça de novo. Referência `{ $reference }`.
invalid-cfg-scale-out-of-range = O grau em que um vídeo segue a descrição vai de 0 a 1. { -free } Escolha um número nesse intervalo e peça de novo. Referência `{ $reference }`.
