# O que só vê quem apertou ou pediu.

cancel-done = Cancelado antes de começar. { -free } Peça de novo quando quiser.
cancel-asked = O pedido de parada foi enviado. O vídeo pode ter sido cobrado, porque já tinha começado; o cartão informará isso quando o pedido terminar. Você não precisa fazer mais nada.
cancel-too-late = Não dá mais para cancelar este vídeo: ele já foi feito ou encerrado. Tentar cancelar não mudou nada no custo. O vídeo, ou o que houve com ele, está junto do cartão.
delete-done = O vídeo foi excluído. O custo continua o mesmo, assim como a entrada no registro. Peça de novo quando quiser.
delete-impossible = O Discord não deixa este bot excluir essa mensagem. { -unchanged } Alguém da moderação pode excluí-la manualmente.
not-yours-cancel = Só quem pediu este vídeo, ou alguém da moderação, pode cancelá-lo. { -unchanged } Fale com uma dessas pessoas.
not-yours-delete = Só quem pediu este vídeo, ou alguém da moderação, pode excluí-lo. { -unchanged } Fale com uma dessas pessoas.
not-yours-fetch = Só quem pediu este vídeo pode recebê-lo. { -unchanged } Peça a essa pessoa que faça isso.
job-not-found = Não há nenhum vídeo assim neste servidor. { -unchanged } Se acha que deveria haver, fale com a moderação.

own-heading = **Seus pedidos mais recentes**
own-kept-note = O que não pôde ser entregue está guardado para você; use os botões para receber.
own-kept-line = { $number }. { $title } · pronto, será apagado { $kept_until } · pedido { $asked_at }
own-kept-besides = { $clips ->
    [one] Mais um vídeo está guardado para você; ele aparece nesta lista quando você receber um destes.
   *[other] Mais { NUMBER($clips) } vídeos estão guardados para você; eles aparecem nesta lista conforme você recebe estes.
  }
own-line = { $title } · { $state } · pedido { $asked_at }
own-none-here = Você ainda não pediu nenhum vídeo neste servidor. Digite { -video } e diga o que ele deve mostrar.
own-none = Você ainda não pediu nenhum vídeo. Digite { -video } em um servidor que tenha este bot e diga o que ele deve mostrar.
own-queued = esperando na fila
own-submitting = sendo iniciado
own-unknown = talvez em produção; quem opera este bot está verificando
own-running = em produção
own-delivering = feito, a caminho
own-delivered = pronto
own-deleted = pronto, excluído depois
own-failed = não resultou em vídeo
own-cancelled = cancelado
own-expired = demorou demais
own-kept-too-long = feito, mas não retirado a tempo

fetch-under-way = Este vídeo já está a caminho. { -nothing-new } Espere um momento; um arquivo grande leva um tempo.
fetch-done = Este vídeo já foi entregue, por isso não está mais guardado. { -nothing-new } Peça de novo se quiser outro.
fetch-too-late = Este vídeo não está mais guardado: o prazo acabou. Ele foi cobrado quando foi feito, e nada mais foi cobrado. Peça de novo se quiser outro.
fetch-not-kept = Não há nenhum vídeo para receber aqui. { -unchanged } { -videos-list } mostra em que pé estão seus pedidos.
fetch-too-large = O vídeo é maior do que se pode enviar aqui, e o link dele não funciona mais. { -nothing-new } Um servidor com impulsos aceita arquivos maiores: use { -videos-list } em um deles, ou aqui quando este tiver impulsos. O vídeo será apagado { $kept_until }.
fetch-gone = Não dá para receber este vídeo: não há cópia dele aqui, e o link não funciona mais. Ele foi cobrado quando foi feito, e nada mais foi cobrado. Mostre à moderação a referência `{ $reference }`.
fetch-link-unsure = Aqui o vídeo só pode ser entregue como link, e não foi possível testar esse link agora. Ele continua guardado, e nada mais foi cobrado. Tente de novo em alguns minutos.
fetch-uncertain = O Discord não respondeu a tempo, então não há certeza de que o vídeo chegou. Ele continua guardado, e nada mais foi cobrado. Se não estiver aqui, tente de novo em um minuto.
fetch-refused = O Discord não aceitou o vídeo aqui. Ele continua guardado, e nada mais foi cobrado. Tente de novo com { -videos-list }; se continuar acontecendo, mostre esta mensagem à moderação.
shelf-log-away = O registro está indisponível no momento, por isso nada foi entregue. Os vídeos guardados continuam guardados, e nada mais foi cobrado. Tente de novo em alguns minutos.

answer-too-slow = O Showreel está muito ocupado e não conseguiu atender seu pedido a tempo. { -free } Tente de novo em um minuto.
card-not-shown = Não foi possível mostrar o cartão aqui, por isso nada foi iniciado. { -free } Tente de novo; se continuar acontecendo, avise a moderação.
storage-unavailable = Não é possível gravar no registro no momento, por isso nenhum vídeo novo é iniciado. { -free } Tente de novo em alguns minutos. Referência `{ $reference }`.
storage-unavailable-now = O registro está indisponível no momento, então não há certeza de que isso foi feito. { -nothing-new } Tente de novo em alguns minutos.
discord-away = O Discord não respondeu a tempo, então não há certeza de que isso foi feito. { -nothing-new } Tente de novo em um minuto.
restarting = O Showreel está reiniciando, então isso não foi feito. { -unchanged } Tente de novo em um minuto.
command-unavailable = Este comando não está disponível agora, ou mudou. { -free } Recarregue o Discord e tente de novo em um minuto.
command-not-allowed = Você não pode usar este comando aqui. { -free } A moderação pode dizer onde você pode.
servers-only = Vídeos só são feitos em servidores. { -free } Peça de novo em um servidor que tenha este bot.
moderators-only = Isto é para a moderação: quem tem a permissão “Gerenciar mensagens” neste canal. Peça a uma dessas pessoas.
unexpected = Algo deu errado aqui, e o erro foi registrado. Se houver um cartão no canal, o pedido dele continua; senão, nada foi cobrado. Tente de novo e, se continuar acontecendo, mostre à moderação a referência `{ $reference }`.
