# Os avisos para a moderação, os comandos deles e os cartões de denúncias que aparecem ali.

name-video-mod-feed = avisos
name-video-mod-feed-set = escolher
name-video-mod-feed-off = desligar
name-video-mod-feed-test = testar
option-delivered = entregues
option-refused = recusados
option-failed = falhas
option-cancelled = cancelados
option-reports = denúncias
video-mod-feed-description = Um canal que recebe um aviso de cada pedido quando ele termina
video-mod-feed-set-description = Escolha o canal de avisos e o que ele recebe
video-mod-feed-set-channel = O canal; de preferência um que só a moderação possa ler
video-mod-feed-set-delivered = Vídeos feitos; sim, se você não escolher
video-mod-feed-set-refused = Pedidos recusados; sim, se você não escolher
video-mod-feed-set-failed = Vídeos que falharam ou demoraram demais; sim, se você não escolher
video-mod-feed-set-cancelled = Pedidos cancelados; sim, se você não escolher
video-mod-feed-set-reports = Denúncias de membros, com botões para decidir; sim, se você não escolher
video-mod-feed-off-description = Desligue os avisos
video-mod-feed-test-description = Envie um exemplo ao canal de avisos e veja o que falta

## O que os comandos respondem

feed-set = Os avisos estão ligados. { $channel } recebe: { $categories }.
feed-off = Os avisos estão desligados; { $channel } não recebe mais nada. O registro continua como antes.
feed-not-set = Este servidor não tem canal de avisos. `/video-mod avisos escolher` define um.
feed-set-nothing = É preciso avisar de alguma coisa. Nada foi alterado. Deixe ligado pelo menos um tipo de aviso, ou use `/video-mod avisos desligar`.
feed-channel-unknown = Não existe esse canal neste servidor, ou o Showreel não o conhece. Nada foi alterado. Escolha um canal de texto ou um tópico deste servidor, por exemplo `#moderators`.
feed-in-servers = Os avisos pertencem a um servidor. Use o comando lá.
feed-test-done = Um aviso e uma denúncia de exemplo foram enviados para { $channel }.
feed-test-failed = O Discord não aceitou o exemplo em { $channel }.
feed-channel-gone = Esse canal não existe mais, ou o Showreel não o conhece. Escolha outro com `/video-mod avisos escolher`.
feed-lacks = Nesse canal, faltam ao Showreel estas permissões: { $permissions }. O que terminar até lá será avisado assim que ele as tiver, dentro de um dia.
feed-public = Todo mundo aqui pode ler { $channel } e, com isso, todas as descrições que ele recebe. Em um canal só da moderação, elas ficam entre vocês.
feed-category-delivered = vídeos feitos
feed-category-refused = pedidos recusados
feed-category-failed = falhas
feed-category-cancelled = pedidos cancelados
feed-category-reports = denúncias
feed-permission-view-channel = Ver canal
feed-permission-send-messages = Enviar mensagens
feed-permission-send-messages-in-threads = Enviar mensagens em tópicos
feed-permission-attach-files = Anexar arquivos

## Linhas

feed-delivered = Entregue
feed-kept = Feito, não entregue
feed-refused = Recusado
feed-failed = Falhou
feed-expired = Abandonado
feed-unknown = Incerto
feed-cancelled = Cancelado
feed-because = { $state }: { $words }
feed-times = { $times } vezes
feed-somebody = alguém cujos dados foram apagados
feed-private = privado; o caso mostra a descrição
feed-cost = { USD($usd) }
feed-cost-none = sem cobrança
feed-cost-estimated = cerca de { USD($usd) }
feed-cost-open = custo desconhecido
feed-open-case = Abrir um caso
feed-sample = Isto é um exemplo. Nada aconteceu.
feed-sample-prompt = Uma raposa-vermelha cruza uma estrada nevada ao amanhecer
feed-sample-report = Mostra alguém que eu conheço.

## Cartões de denúncias

button-dismiss = Descartar
reported-heading = **Denunciado**: um vídeo de { $requester } · { $channel }
reported-text = { $reporter } denunciou { $filed_at }: { $text }
reported-text-attached = A denúncia inteira está anexada.
reported-message-gone = a mensagem foi excluída
reported-deleted-by-member = excluído por quem o pediu
reported-deleted-by-moderator = excluído por { $moderator }
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
    [0] nenhuma descartada
    [one] uma descartada
   *[other] { $count } descartadas
  }
reported-decided-deleted = **Decidido**: { $moderator } excluiu o vídeo { $at }.
reported-decided-gone = **Decidido**: { $moderator } encerrou o assunto { $at }; o vídeo já não existia.
reported-decided-blocked = **Decidido**: { $moderator } bloqueou o membro { $at }.
reported-decided-dismissed = **Decidido**: { $moderator } descartou a denúncia { $at }.
reported-done-deleted = O vídeo foi excluído e, com isso, todas as denúncias sobre ele estão decididas.
reported-done-dismissed = A denúncia foi descartada. Quem a escreveu não fica sabendo.
reported-not-found = Não existe essa denúncia neste servidor. Nada foi alterado.
reported-already-deleted = <@{ $moderator }> já decidiu esta denúncia { $at }: o vídeo foi excluído. Nada foi alterado.
reported-already-blocked = <@{ $moderator }> já decidiu esta denúncia { $at }: o membro foi bloqueado. Nada foi alterado.
reported-already-dismissed = <@{ $moderator }> já decidiu esta denúncia { $at }: ela foi descartada. Nada foi alterado.
