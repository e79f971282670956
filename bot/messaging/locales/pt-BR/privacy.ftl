# O que se guarda sobre um membro: para ler, levar consigo e apagar.

end-erased = O vídeo estava guardado para você e agora foi apagado, como você pediu.
    .next = Não é preciso fazer mais nada.
reason-erased = foi apagado a pedido do membro
