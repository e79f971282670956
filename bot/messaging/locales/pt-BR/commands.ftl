# Comandos de barra, como o seletor do Discord os mostra: no máximo 100 caracteres cada.

video-description = Crie um vídeo curto a partir de uma descrição
video-prompt = O que o vídeo mostra, com suas palavras
video-duration = A duração do vídeo; 5 segundos se você não escolher
video-duration-5 = 5 segundos
video-duration-10 = 10 segundos
video-aspect-ratio = O formato da imagem; 16:9 se você não escolher
video-aspect-ratio-16-9 = 16:9, paisagem
video-aspect-ratio-9-16 = 9:16, retrato
video-aspect-ratio-1-1 = 1:1, quadrado
video-cfg-scale = O quanto o vídeo segue a descrição, de 0 a 1; 0,5 se você não escolher
video-negative-prompt = O que o vídeo não deve mostrar
video-private = Só você vê o vídeo; a moderação ainda pode vê-lo no registro

videos-description = Seus próprios pedidos de vídeo
videos-list-description = Liste seus pedidos mais recentes e receba vídeos que não puderam ser entregues

button-cancel = Cancelar
button-delete = Excluir
button-fetch = { $kept ->
    [one] Receber o vídeo
   *[other] Receber o vídeo { $number }
  }
usage-description = Veja o que foi pedido neste servidor e no que deu
