# O que foi criptografado com uma chave que `DATA_KEY` não tem mais.

prompt-unreadable = Um vídeo cuja descrição não pode ser lida no momento
text-unreadable = ilegível: falta a chave
case-unreadable = O que foi pedido não pode ser lido: falta a chave com que foi criptografado. Quem opera o bot pode restaurá-la.
log-unreadable = { $count ->
    [one] Não foi possível buscar em { $count } pedido, porque falta a chave dos seus textos.
   *[other] Não foi possível buscar em { $count } pedidos, porque falta a chave dos seus textos.
  } Quem opera o bot pode restaurá-la.
export-unreadable = { $count ->
    [one] { $count } pedido está sem os textos, porque falta a chave deles.
   *[other] { $count } pedidos estão sem os textos, porque falta a chave deles.
  } Quem opera o bot pode restaurá-la.
