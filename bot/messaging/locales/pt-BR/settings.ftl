# O que a moderação de um servidor define para ele.

## Requests that it does not take

button-publicly = Pedir em público
refused-private-not-allowed = { $allowed ->
    [moderators] Vídeos que só você vê são para a moderação deste servidor
   *[nobody] Este servidor não faz vídeos que só uma pessoa vê
  }. { -free } **{ button-publicly }** pede o mesmo vídeo à vista de todos; o comando sem `{ option-private }` também. Referência `{ $reference }`.
refused-private-not-allowed-default = Seus padrões pedem vídeos que só você vê, { $allowed ->
    [moderators] e esses são para a moderação deste servidor
   *[nobody] e este servidor não faz vídeos assim
  }. Por isso ninguém viu este pedido. { -free } **{ button-publicly }** pede o vídeo à vista de todos; o comando com `{ option-private }` em falso também. `/{ name-videos } { name-videos-defaults }` muda seus padrões. Referência `{ $reference }`.
refused-age-restricted-only = Este servidor só tem vídeos nos canais com restrição de idade, e este canal não é um deles. { -free } Peça de novo em um desses canais. Referência `{ $reference }`.
