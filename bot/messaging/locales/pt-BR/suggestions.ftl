# Ajuda com um pedido: o que foi escolhido ao digitar e dicas para o próximo.

suggestion-gone = O texto que você escolheu não está mais guardado, ou não é um dos seus neste servidor. { -free } Digite-o por extenso ou escolha outro.

# Depois do cartão, só para quem pediu, no máximo uma vez por hora.

hint-high-cfg-scale = Uma dica: acima de 0,8, { -cfg-scale } prende tanto o vídeo à descrição que ele tende a ficar rígido. De 0,5 a 0,8 costuma ficar melhor.
hint-long-prompt = Uma dica: uma descrição muito longa perde detalhes pelo caminho. O que costuma dar mais certo é uma só cena em poucas frases, com o principal primeiro.
hint-brief-prompt = Uma dica: com tão poucas palavras, quase tudo no vídeo fica ao acaso. Diga quem ou o que aparece, o que acontece e onde.
hint-goes-on = Seu pedido segue como está; você não precisa fazer nada.
