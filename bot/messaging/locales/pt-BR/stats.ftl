# Os números de um período, em palavras e em imagem. Cada descrição tem no máximo 100 caracteres.

name-usage-stats = estatísticas
option-period = período
usage-stats-description = Números de um dia, semana, mês ou intervalo: pedidos, vídeos, gastos e tempos, com imagem
usage-stats-period = Até onde voltar, incluindo hoje; uma semana se você não escolher
usage-stats-period-day = dia
usage-stats-period-week = semana
usage-stats-period-month = mês
usage-stats-since = Desde quando: um dia, um horário em UTC ou há quanto tempo, como 2026-03-01 ou 3d
usage-stats-until = Até quando: um dia (incluído), um horário em UTC ou há quanto tempo, como 2026-03-07
stats-period-unknown = Um período é um dia, uma semana ou um mês. Nada foi alterado. Escolha um deles, ou informe `{ option-since }` e `{ option-until }`.
range-ahead = Esse momento ainda não chegou. Nada foi alterado. Comece no passado; um exemplo para `{ option-since }`: `7d`.
stats-none = Nada foi pedido entre { $since } e { $until }. Para ver o que veio antes, escolha um `{ option-period }` maior, ou informe o começo; um exemplo para `{ option-since }`: `90d`.
stats-heading = **De { $since } a { $until }**
stats-attempts = Pedidos: { $count }
stats-outcome-delivered = Entregues: { $count }
stats-outcome-kept = Guardados: { $count }
stats-outcome-under-way = Em andamento: { $count }
stats-outcome-refused = Recusados: { $count }
stats-outcome-cancelled = Cancelados: { $count }
stats-outcome-failed = Com falha: { $count }
stats-clips = Vídeos entregues: { $clips }, { $length } no total
stats-spend = Gasto: { USD($usd) }, com estimativas onde o custo ainda não é conhecido
stats-waiting = Espera: metade em até { $median }, nove em cada dez em até { $p90 }
stats-generating = Criação de um vídeo: metade em até { $median }, nove em cada dez em até { $p90 }
stats-length-seconds = { $seconds } s
stats-length-minutes = { $minutes } min { $seconds } s
stats-length-hours = { $hours } h { $minutes } min
stats-members-by-clips = Membros com mais vídeos:
stats-members-by-usd = Membros com mais gastos:
stats-channels-by-clips = Canais com mais vídeos:
stats-channels-by-usd = Canais com mais gastos:
stats-standing = { $who } { $clips } ({ USD($usd) })
stats-reports-none = Nenhuma denúncia aguarda decisão.
stats-reports = { $count ->
    [one] Uma denúncia aguarda decisão: caso { $cases }
   *[other] { $count } denúncias aguardam decisão: casos { $cases }
  }
stats-reports-many = Mais de { $count } denúncias aguardam decisão: casos { $cases }
stats-paused = Este servidor está pausado desde { $at }: novos pedidos são recusados.
stats-blocked = { $count ->
    [one] Um membro está bloqueado.
   *[other] { $count } membros estão bloqueados.
  }
stats-no-picture = Desta vez não foi possível desenhar os gráficos; os números estão completos sem eles.
stats-alt = Gráficos dos pedidos deste servidor de { DATE($begin_s) } a { DATE($end_s) }, em UTC. { $figures }
chart-title = Vídeos neste servidor
chart-range = { DATE($begin_s) } a { DATE($end_s) }, UTC
chart-count = { $count }
chart-usd = { USD($usd) }
chart-day = { DAY($at_s) }
chart-month = { MONTH($at_s) }
chart-spend = Gasto: { USD($usd) }
chart-times = Quanto tempo levou
chart-waiting-half = Espera, metade em até
chart-waiting-most = Espera, nove em cada dez em até
chart-generating-half = Criação, metade em até
chart-generating-most = Criação, nove em cada dez em até

# O registro inteiro em um arquivo.

name-usage-export = exportar
option-format = formato_do_arquivo
usage-export-description = Receba o registro deste servidor em um arquivo: todos os pedidos e descrições, até os privados
usage-export-format = O formato do arquivo; CSV se você não escolher
usage-export-format-csv = CSV, para planilhas
usage-export-format-jsonl = JSON Lines, para programas
export-progress = Escrevendo o registro: { $written } de { $total } pedidos até agora.
export-done = { $rows ->
    [one] Um pedido
   *[other] { $rows } pedidos
  } do registro deste servidor, em { $files ->
    [one] um arquivo
   *[other] { $files } arquivos
  }. Contém o que os membros escreveram, inclusive nos pedidos privados: compartilhe com cuidado.
export-compressed = Os arquivos estão comprimidos com gzip; a maioria dos programas de arquivos comprimidos os abre.
export-more = Mensagem { $number } de { $count }.
export-none = O registro deste servidor não tem nenhum pedido nesse período ({ $range }). Nada foi escrito. Para ver o que veio antes, omita `{ option-since }` e `{ option-until }`, ou comece antes; um exemplo para `{ option-since }`: `90d`.
export-format-unknown = O arquivo pode ser CSV ou JSON Lines. Nada foi escrito. Escolha um dos dois e tente de novo.
export-busy-here = Uma exportação deste servidor já está sendo escrita. Nada foi iniciado. Espere ela terminar e tente de novo.
export-busy = Exportações de outros servidores estão sendo escritas agora. Nada foi iniciado. Tente de novo em alguns minutos.
export-too-large = O registro tem { NUMBER($rows) } pedidos nesse período, mais do que se pode enviar aqui. Nada foi enviado. Escolha um período menor com `{ option-since }` e `{ option-until }`; quem opera este bot pode exportar tudo de uma vez.
export-too-slow = Escrever { NUMBER($rows) } pedidos levou mais tempo do que esta resposta permite. Nada foi enviado. Escolha um período menor com `{ option-since }` e `{ option-until }`; quem opera este bot pode exportar tudo de uma vez.
export-no-room = O disco deste bot não tem espaço para o arquivo. Nada foi enviado. Escolha um período menor, ou avise quem opera este bot.
export-not-sent = O Discord não aceitou todos os arquivos. O que está acima está completo, mas falta o resto. Tente de novo, com um período menor se continuar acontecendo.
