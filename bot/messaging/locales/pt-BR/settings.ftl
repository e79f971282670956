# O que a moderação de um servidor define para ele.

## Pedidos que ele não aceita

button-publicly = Pedir em público
refused-private-not-allowed = { $allowed ->
    [moderators] Vídeos que só você vê são para a moderação deste servidor
   *[nobody] Este servidor não faz vídeos que só uma pessoa vê
  }. { -free } **{ button-publicly }** pede o mesmo vídeo à vista de todos; o comando sem `{ option-private }` também. Referência `{ $reference }`.
refused-private-not-allowed-default = Seus padrões pedem vídeos que só você vê, { $allowed ->
    [moderators] e esses são para a moderação deste servidor
   *[nobody] e este servidor não faz vídeos assim
  }. Por isso ninguém viu este pedido. { -free } **{ button-publicly }** pede o vídeo à vista de todos; o comando com `{ option-private }` definido como falso também. `/{ name-videos } { name-videos-defaults }` muda seus padrões. Referência `{ $reference }`.
refused-age-restricted-only = Este servidor só tem vídeos nos canais com restrição de idade, e este canal não é um deles. { -free } Peça de novo em um desses canais. Referência `{ $reference }`.

## O comando, e tudo o que está definido

name-video-mod-settings = configurações
video-mod-settings-description = Veja e defina limites, opções padrão e quem pode ocultar vídeos neste servidor
settings-saved = As configurações foram salvas e valem a partir de agora.
settings-server = **Limites deste servidor**: { $limits }
settings-member = **Limites de cada membro**: { $limits }
settings-roles = **Limites de cargos**, no lugar dos de cada membro; entre vários cargos, vale o mais generoso
settings-roles-none = **Limites de cargos**: nenhum definido
settings-role = { $role }: { $limits }
settings-roles-more = Há mais: { $roles }
settings-ceiling = Quem opera o bot permite no máximo { $limits }.
settings-ceiling-none = Quem opera o bot não define limite aqui.
settings-limits-none = nenhum definido
settings-jobs-per-day = { $jobs ->
    [0] nenhum vídeo em 24 horas
    [one] um vídeo em 24 horas
   *[other] { $jobs } vídeos em 24 horas
  }
settings-jobs-per-month = { $jobs ->
    [0] nenhum vídeo em 30 dias
    [one] um vídeo em 30 dias
   *[other] { $jobs } vídeos em 30 dias
  }
settings-usd-per-day = { USD($usd) } em 24 horas
settings-usd-per-month = { USD($usd) } em 30 dias
settings-private-use = **Quem pode pedir vídeos que só a própria pessoa vê**: { $who ->
    [moderators] a moderação
    [nobody] ninguém
   *[everyone] todos
  }
settings-spoiler = **Vídeos marcados como spoiler**: { $answer }
settings-age = **Vídeos só em canais com restrição de idade**: { $answer }
settings-server-defaults = **Opções padrão deste servidor**: { $options }
settings-channel-defaults = **Opções padrão deste canal**: { $options }
settings-defaults-none = nenhuma definida
settings-feed = **Avisos**: { $channel } recebe { $categories }.
settings-feed-none = **Avisos**: nenhum. `/video-mod avisos escolher` define um canal.
settings-option = { $option }: { $value }
settings-option-private = Só quem pediu vê
settings-hint = Escolha abaixo o que mudar.
button-settings-again = Abrir o formulário de novo
button-settings-server-limits = Limites do servidor
button-settings-member-limits = Limites de cada membro
button-settings-server-defaults = Opções padrão do servidor
button-settings-access = Privado, spoilers, idade

## Formulários

settings-form-role-placeholder = Definir os limites de um cargo
settings-form-channel-placeholder = Definir as opções padrão de um canal
settings-form-server-limits-title = Limites deste servidor
settings-form-member-limits-title = Limites de cada membro
settings-form-role-limits-title = Limites de um cargo
settings-about-role = Membros com o cargo { $role } têm estes limites no lugar dos de cada membro. Deixe os quatro campos vazios para removê-los.
settings-form-jobs-per-day = Vídeos em 24 horas
settings-form-jobs-per-month = Vídeos em 30 dias
settings-form-usd-per-day = Gastos em 24 horas (US$)
settings-form-usd-per-month = Gastos em 30 dias (US$)
settings-form-limit-note = Vazio: sem limite próprio. 0: nada.
settings-form-jobs-note = No máximo { NUMBER($highest) }, por quem opera. Vazio: sem limite próprio. 0: nenhum vídeo.
settings-form-usd-note = No máximo { USD($highest) }, por quem opera. Vazio: sem limite próprio. 0: nada.
settings-form-standing-note = Definido agora: { $value }
settings-form-server-defaults-title = Opções padrão deste servidor
settings-form-channel-defaults-title = Opções padrão de um canal
settings-form-channel-note = Vale em #{ $channel } e nos tópicos dele.
settings-form-cfg-scale-note = Um número de 0 a 1. Vazio: não definido.
settings-form-negative-prompt-note = Vazio: não definido. Um hífen: nada fica de fora, não importa o que esteja definido em outro lugar.
settings-form-private = Só quem pediu vê o vídeo
settings-form-unset = Não definido
settings-form-access-title = Privado, spoilers, idade
settings-form-private-use = Vídeos que só quem pediu vê
settings-form-private-use-note = Quem pode pedi-los; no registro eles ficam do mesmo jeito.
settings-form-private-use-everyone = Todos
settings-form-private-use-moderators = A moderação: quem tem “Gerenciar mensagens”
settings-form-private-use-nobody = Ninguém
settings-form-spoiler = Vídeos marcados como spoiler
settings-form-spoiler-note = As outras pessoas só veem o vídeo depois de clicar nele. Vale para novos pedidos.
settings-form-age = Vídeos só em canais com restrição de idade
settings-form-age-note = Pedidos de todos os outros canais são recusados.

## O que não pode ser definido

settings-count-unreadable = { $field ->
    [jobs_per_month] O limite de vídeos em 30 dias
   *[jobs_per_day] O limite de vídeos em 24 horas
  } não é um número inteiro até 1000000. Nada foi alterado. Um exemplo: `20`. Deixe o campo vazio para não ter limite; `0` não permite nenhum.
settings-usd-unreadable = { $field ->
    [usd_per_month] O limite de gastos em 30 dias
   *[usd_per_day] O limite de gastos em 24 horas
  } não é um valor em dólares até 1000000. Nada foi alterado. Um exemplo: `7.50`. Deixe o campo vazio para não ter limite; `0` não permite nada.
settings-jobs-above-ceiling = Quem opera o bot permite { $scope ->
    [server] a este servidor
   *[member] a um membro
  } no máximo { NUMBER($highest) } vídeos em { $field ->
    [jobs_per_month] 30 dias
   *[jobs_per_day] 24 horas
  }. Nada foi alterado. Defina isso ou menos, ou deixe o campo vazio: aí vale só o limite de quem opera.
settings-usd-above-ceiling = Quem opera o bot permite { $scope ->
    [server] a este servidor
   *[member] a um membro
  } no máximo { USD($highest) } em { $field ->
    [usd_per_month] 30 dias
   *[usd_per_day] 24 horas
  }. Nada foi alterado. Defina isso ou menos, ou deixe o campo vazio: aí vale só o limite de quem opera.
settings-cfg-scale-unreadable = O quanto os vídeos seguem a descrição é um número de 0 a 1. Nada foi alterado. Um exemplo: `0.5`. Um campo vazio deixa isso sem definição.
settings-too-many-roles = Um servidor pode definir limites para até { $limit } cargos, e este já chegou ao limite. Nada foi alterado. Esvazie antes os campos de outro cargo.
settings-role-unknown = Este servidor não tem esse cargo. Nada foi alterado. Escolha um no menu.
settings-channel-unknown = Este servidor não tem esse canal. Nada foi alterado. Escolha um no menu.
settings-choice-unknown = Isso não está entre as opções. Nada foi alterado. Abra o formulário de novo com `/{ name-video-mod } { name-video-mod-settings }`.
settings-away = No momento não é possível ler o que está definido, por isso o formulário não foi aberto. Nada foi alterado. Tente de novo em um minuto.
settings-changed-meanwhile = Isto foi alterado enquanto seu formulário estava aberto. Agora vale: { $standing }. Seu formulário não alterou nada. Abra-o de novo se quiser outra coisa.
