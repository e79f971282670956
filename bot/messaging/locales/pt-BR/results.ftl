# A mensagem que traz o vídeo.

result-facts = { $options } · feito em { $took }
result-took = { $minutes ->
    [0] { $seconds } s
   *[other] { $minutes } min { $seconds } s
  }
result-note = Gerado por IA · referência `{ $reference }`
result-link = Não foi possível anexar o vídeo aqui. Este link funciona por cerca de um dia depois que ele foi feito:
result-alt-text = Vídeo gerado por IA: { $prompt }
result-link-fetched = Não é possível anexar o vídeo aqui. Este link para ele pode parar de funcionar a qualquer momento:
result-save-it = Salve o vídeo: só você vê esta mensagem, e ela não fica aqui.
