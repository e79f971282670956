# O que é guardado sobre um membro: para ler, exportar e apagar.

end-erased = O vídeo estava guardado para você e agora foi apagado, como você pediu.
    .next = Não é preciso fazer mais nada.
reason-erased = foi apagado a pedido do membro

name-privacy = privacidade
name-privacy-policy = política
name-privacy-export = exportar
name-privacy-delete = apagar
privacy-description = Veja, exporte e apague o que é guardado sobre você
privacy-policy-description = O que é guardado sobre você, para quê, por quanto tempo e quem recebe
privacy-export-description = Receba o que é guardado sobre você, em um arquivo
privacy-delete-description = Apague o que é guardado sobre você; você confirma mais uma vez

## A política

privacy-policy-heading = **O que este bot guarda sobre você**
privacy-policy-kept = **O quê, e por quanto tempo:** de cada pedido, a descrição e as opções, quando e onde você o fez, o que aconteceu com ele e quanto custou; também seus padrões, suas denúncias, os bloqueios contra você e o que você faz na moderação. Descrições e links são apagados depois de { $days ->
    [one] { $days } dia
   *[other] { $days } dias
  }, a não ser que a moderação os retenha como prova. As contagens e os custos ficam.
privacy-policy-clips = **Os vídeos** ficam no Discord e não são guardados aqui. Só aquele que não pôde ser entregue é guardado por { $days ->
    [one] { $days } dia
   *[other] { $days } dias
  }, ou até você retirá-lo.
privacy-policy-why = **Para quê:** para fazer vídeos e entregá-los, respeitar os limites, prestar contas dos custos e para que a moderação possa agir contra abusos.
privacy-policy-receivers = **Quem recebe:** a Eachlabs e o provedor por trás dela recebem descrições e opções, e nada que diga quem você é. O Discord transmite as mensagens. A moderação de um servidor vê o que foi pedido ali, inclusive vídeos privados. Quem opera este bot vê tudo.
privacy-policy-choices = `/{ name-privacy } { name-privacy-export }` entrega isso em um arquivo, e `/{ name-privacy } { name-privacy-delete }` apaga isso.
privacy-policy-operator = **A política própria de quem opera o bot:** <{ $url }>

## Exportar

privacy-export-done = Isto é o que é guardado sobre você: { $requests ->
    [one] { $requests } pedido
   *[other] { $requests } pedidos
  }, e seus padrões, suas denúncias, os bloqueios contra você e o que você fez na moderação, se houver. Cada linha do arquivo é um deles, em JSON.
privacy-export-too-large = O que é guardado sobre você é grande demais para uma mensagem aqui, mesmo compactado. { -unchanged } Peça o arquivo a quem opera este bot.
privacy-log-away = O registro está indisponível no momento. { -unchanged } Tente de novo em alguns minutos.

## Apagar

button-forget = Apagar
button-forget-finish = Apagar e deixar os vídeos terminarem
button-forget-cancel = Apagar e cancelar os vídeos
button-forget-not = Manter tudo
privacy-delete-heading = **Apagar o que é guardado sobre você?** Não dá para desfazer.
privacy-delete-goes = **O que sai, em todos os servidores:** as descrições e os links do que você pediu ({ $requests ->
    [one] { $requests } pedido
   *[other] { $requests } pedidos
  }), os vídeos guardados para você, seus padrões, e seu nome no registro e nas suas denúncias.
privacy-delete-stays = **O que fica:** as contagens e os custos, e o que a moderação registrou, como bloqueios. Por 30 dias as contagens ficam ligadas a um número que só este bot consegue formar a partir do seu ID, para que os limites continuem valendo; depois disso, a ninguém.
privacy-delete-held = { $held ->
    [one] A moderação retém { $held } pedido como prova. Ele será apagado assim que ela decidir.
   *[other] A moderação retém { $held } pedidos como prova. Eles serão apagados assim que ela decidir.
  }
privacy-delete-clips = **As mensagens no Discord** ficam: os vídeos nos canais, cujos botões não vão mais reconhecer você, e os avisos da moderação. Exclua antes os vídeos que devem sair.
privacy-delete-live = { $live ->
    [one] { $live } vídeo espera ou está sendo feito. Ele pode terminar e ser apagado depois, ou ser cancelado agora; se já começou, pode custar mesmo assim.
   *[other] { $live } vídeos esperam ou estão sendo feitos. Eles podem terminar e ser apagados depois, ou ser cancelados agora; os que já começaram podem custar mesmo assim.
  }
privacy-delete-done = O que você pediu até agora está sendo apagado; isso leva no máximo alguns minutos. O que você pedir daqui em diante será guardado como antes.
privacy-delete-done-live = { $live ->
    [one] { $live } vídeo ainda está em andamento. Ele será apagado poucos minutos depois de terminar.
   *[other] { $live } vídeos ainda estão em andamento. Eles serão apagados poucos minutos depois de terminar.
  }
privacy-delete-not-done = Nada foi apagado. Tudo fica como estava.
privacy-delete-uncertain = O registro não respondeu, então não há certeza de que seu pedido foi registrado. Use `/{ name-privacy } { name-privacy-delete }` de novo em alguns minutos; pedir duas vezes não faz mal.
privacy-not-yours = Esta pergunta foi feita a outra pessoa. Nada foi apagado. Para seus próprios dados, use `/{ name-privacy } { name-privacy-delete }`.
