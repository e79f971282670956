# O cartão fica no canal desde o pedido e se recolhe quando o trabalho termina.

prompt-erased = Um vídeo cuja descrição não está mais guardada
options = { $duration } s · { $ratio } · cfg { NUMBER($cfg, maximumFractionDigits: 2) }
options-sent = { $duration } s · { $ratio } · cfg { $cfg }
leaves-out = Sem: { $text }

card-waiting = Esperando para começar.
card-place = { $place ->
    [1] Próximo da fila.
    [2] Segundo da fila.
    [3] Terceiro da fila.
    [4] Quarto da fila.
    [5] Quinto da fila.
   *[other] Posição { $place } na fila.
  }
card-paused = Nenhum vídeo novo é iniciado no momento. Este pedido mantém o lugar na fila.
card-starting = Sendo iniciado.
card-running = Em produção. Iniciado { $started }.
card-late = Está demorando mais que o normal, mas continua em produção.
card-starts-at-once = Começa em cerca de um minuto.
card-starts-minutes = Começa em { $first } a { $last } minutos.
card-starts-minutes-at-most = Começa em até { $last } minutos.
card-starts-hours = Começa em { $first } a { $last } horas.
card-starts-hours-at-most = Começa em até { $last } horas.
card-left-at-once = Falta cerca de um minuto
card-left-minutes = Faltam de { $first } a { $last } minutos
card-left-minutes-at-most = Faltam no máximo { $last } minutos
card-left-hours = Faltam de { $first } a { $last } horas
card-left-hours-at-most = Faltam no máximo { $last } horas
card-private = -# Este cartão acompanha o pedido por 15 minutos. Depois disso, { -videos-list } mostra em que pé ele está.
card-private-over = -# Este cartão não acompanha mais o pedido. { -videos-list } mostra em que pé ele está.
card-stopping = Cancelamento pedido. O pedido termina assim que o serviço de vídeo o liberar.
card-delivering = Feito. Está a caminho.
card-delivered-here = Pronto: { $url }
card-delivered-directly = Pronto: enviado por mensagem direta.
card-delivered-fetched = Pronto: recebido por quem pediu.
card-delivered-privately = Pronto: o vídeo está abaixo.
card-deleted = Pronto, e excluído depois.
