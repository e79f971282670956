# The moderators' feed, its commands, and the cards of reports that stand in it.

name-video-mod-feed = avisos
name-video-mod-feed-set = escolher
name-video-mod-feed-off = desligar
name-video-mod-feed-test = testar
option-delivered = entregues
option-refused = recusados
option-failed = falhas
option-cancelled = cancelados
option-reports = denúncias
video-mod-feed-description = Um canal que fica sabendo de cada pedido quando ele termina
video-mod-feed-set-description = Escolha o canal de avisos e do que ele fica sabendo
video-mod-feed-set-channel = O canal; de preferência um que só a moderação possa ler
video-mod-feed-set-delivered = Vídeos feitos; sim, se você não escolher
video-mod-feed-set-refused = Pedidos recusados; sim, se você não escolher
video-mod-feed-set-failed = Vídeos que falharam ou demoraram demais; sim, se você não escolher
video-mod-feed-set-cancelled = Pedidos cancelados; sim, se você não escolher
video-mod-feed-set-reports = Denúncias de membros, com botões para decidir; sim, se você não escolher
video-mod-feed-off-description = Desligar os avisos
video-mod-feed-test-description = Enviar uma amostra aos avisos e ver o que falta

## What the commands answer

feed-set = Os avisos estão ligados. { $channel } fica sabendo de: { $categories }.
feed-off = Os avisos estão desligados; { $channel } não fica sabendo de mais nada. O registro continua como antes.
feed-not-set = Este servidor não tem avisos. `/video-mod avisos escolher` os liga.
feed-set-nothing = Os avisos precisam contar alguma coisa. Nada foi alterado. Deixe pelo menos um tipo, ou use `/video-mod avisos desligar`.
feed-channel-unknown = Não existe esse canal neste servidor, ou o Showreel não o conhece. Nada foi alterado. Escolha um canal de texto ou um tópico deste servidor, por exemplo `#moderators`.
feed-in-servers = Os avisos pertencem a um servidor. Use o comando lá.
feed-test-done = Uma linha de amostra e uma denúncia de amostra estão em { $channel }.
feed-test-failed = O Discord não aceitou a amostra em { $channel }.
feed-channel-gone = Esse canal não existe mais, ou o Showreel não o conhece. Escolha outro com `/video-mod avisos escolher`.
feed-lacks = Falta ao Showreel ali: { $permissions }. O que terminar enquanto isso é contado quando ele tiver, por um dia.
feed-public = Todo mundo aqui pode ler { $channel } e, com ele, todas as descrições de que fica sabendo. Em um canal da moderação elas ficam entre vocês.
feed-category-delivered = vídeos feitos
feed-category-refused = pedidos recusados
feed-category-failed = falhas
feed-category-cancelled = pedidos cancelados
feed-category-reports = denúncias
feed-permission-view-channel = Ver canal
feed-permission-send-messages = Enviar mensagens
feed-permission-send-messages-in-threads = Enviar mensagens em tópicos
feed-permission-attach-files = Anexar arquivos

## Lines

feed-delivered = Entregue
feed-kept = Feito, sem entrega
feed-refused = Recusado
feed-failed = Falhou
feed-expired = Abandonado
feed-unknown = Incerto
feed-cancelled = Cancelado
feed-times = { $times } vezes
feed-somebody = alguém cujos dados foram apagados
feed-private = privado; o caso mostra a descrição
feed-cost = { USD($usd) }
feed-cost-none = sem cobrança
feed-cost-estimated = cerca de { USD($usd) }
feed-cost-open = custo desconhecido
feed-open-case = Abrir um caso
feed-sample = Isto é uma amostra. Nada aconteceu.
feed-sample-prompt = Uma raposa-vermelha cruza uma estrada nevada ao amanhecer
feed-sample-report = Mostra alguém que eu conheço.

## Cards of reports

button-dismiss = Dispensar
reported-heading = **Denunciado**: um vídeo de { $requester } · { $channel }
reported-text = { $reporter } denuncia { $filed_at }: { $text }
reported-text-attached = A denúncia inteira está anexada.
reported-message-gone = a mensagem foi apagada
reported-clips = { $count ->
    [0] nenhum vídeo em 30 dias
    [one] um vídeo em 30 dias
   *[other] { $count } vídeos em 30 dias
  }
reported-earlier = { $count ->
    [0] sem denúncias anteriores
    [one] uma denúncia anterior
   *[other] { $count } denúncias anteriores
  }
reported-blocked-before = { $count ->
    [0] nunca bloqueado
    [one] bloqueado uma vez
   *[other] bloqueado { $count } vezes
  }
reported-blocked-now = bloqueado agora
reported-filed = { $count ->
    [one] uma denúncia até agora
   *[other] { $count } denúncias até agora
  }
reported-dismissed = { $count ->
    [0] nenhuma dispensada
    [one] uma dispensada
   *[other] { $count } dispensadas
  }
reported-decided-deleted = **Decidido**: { $moderator } apagou o vídeo { $at }.
reported-decided-blocked = **Decidido**: { $moderator } bloqueou o membro { $at }.
reported-decided-dismissed = **Decidido**: { $moderator } dispensou a denúncia { $at }.
reported-done-deleted = O vídeo foi apagado e, com isso, todas as denúncias sobre ele estão decididas.
reported-done-dismissed = A denúncia foi dispensada. Quem a escreveu não fica sabendo.
reported-not-found = Não existe essa denúncia neste servidor. Nada foi alterado.
reported-already-deleted = <@{ $moderator }> já decidiu esta denúncia { $at }: o vídeo foi apagado. Nada foi alterado.
reported-already-blocked = <@{ $moderator }> já decidiu esta denúncia { $at }: o membro foi bloqueado. Nada foi alterado.
reported-already-dismissed = <@{ $moderator }> já decidiu esta denúncia { $at }: ela foi dispensada. Nada foi alterado.
