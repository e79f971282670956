# Como um pedido terminou sem vídeo. A frase diz o que houve, `.next` o que fazer agora;
# entre as duas fica uma das frases sobre o custo. A chave é `end-` e o motivo do registro.

cost-none = Nada foi cobrado.
cost-charged = Este vídeo foi cobrado.
cost-perhaps = Ele pode ter sido cobrado.
cost-open = Ainda não se sabe se ele foi cobrado.
end-reference = Referência `{ $reference }`.

end-failed = Não foi possível fazer o vídeo.
    .next = Peça de novo daqui a pouco.
end-cancelled = O pedido foi cancelado.
    .next = Peça de novo quando quiser.
end-expired = O vídeo demorou demais e foi abandonado.
    .next = Peça de novo daqui a pouco.
end-unknown = A conexão caiu enquanto este vídeo era pedido, então não há certeza de que ele está sendo feito.
    .next = Você não precisa fazer nada: quem opera este bot já foi avisado e está verificando.
end-kept = O vídeo está pronto, mas não houve como entregá-lo: não foi possível enviar mensagem aqui nem diretamente a você.
    .next = Ele fica guardado por alguns dias: { -videos-list } o entrega.
end-kept-link = O vídeo está pronto, mas não houve como entregá-lo: não foi possível enviar mensagem aqui nem diretamente a você.
    .next = Não foi possível guardar uma cópia aqui. { -videos-list } dá o link, que funciona por cerca de um dia depois que o vídeo foi feito.

end-not-acknowledged = O pedido não foi iniciado, porque o cartão dele não apareceu a tempo.
    .next = Peça de novo.
end-cancelled-by-member = Cancelado, como pedido.
    .next = Peça de novo quando quiser.
end-cancelled-by-moderator = Cancelado pela moderação.
    .next = A moderação deste servidor pode dizer mais.
end-cancelled-by-operator = Cancelado por quem opera este bot.
    .next = A moderação deste servidor pode encaminhar perguntas.
end-cancelled-upstream = O serviço de vídeo parou de fazer este vídeo.
    .next = Peça de novo.

end-create-rejected = O serviço de vídeo não aceitou este pedido.
    .next = Mude a descrição ou as opções e peça de novo.
end-create-outcome-unknown = A conexão caiu enquanto este vídeo era pedido, e o vídeo não apareceu.
    .next = Peça de novo.
end-provider-rejected = A descrição não passou na verificação de segurança do serviço de vídeo.
    .next = Peça de novo com outra descrição.
end-invalid-input = O serviço de vídeo não conseguiu usar esta descrição ou estas opções.
    .next = Mude o que for preciso e peça de novo.
end-provider-error = O serviço de vídeo teve uma falha enquanto fazia este vídeo.
    .next = Peça de novo; a mesma descrição pode muito bem funcionar.
end-deadline-passed = O vídeo demorou mais do que o permitido e foi abandonado.
    .next = Se ainda assim ficar pronto em até um dia, ele chegará aqui. Senão, peça de novo.

end-output-missing = O serviço de vídeo disse que tinha terminado, mas não havia vídeo.
    .next = Peça de novo e mostre a referência à moderação.
end-output-not-mp4 = O que veio do serviço de vídeo não é um vídeo que possa ser reproduzido.
    .next = Peça de novo e mostre a referência à moderação.
end-output-cut-short = O vídeo chegou danificado.
    .next = Peça de novo e mostre a referência à moderação.
end-output-address-forbidden = O vídeo está em um endereço que este bot não abre.
    .next = Peça de novo e mostre a referência à moderação.
end-output-unreachable = O vídeo foi feito, mas não foi possível buscá-lo.
    .next = Peça de novo daqui a pouco e mostre a referência à moderação.
end-output-too-large = O vídeo foi feito, mas é grande demais para ser entregue.
    .next = Um vídeo mais curto é menor: peça de novo com 5 segundos.
end-kept-too-long = O vídeo ficou esperando ser retirado até o fim do prazo e foi apagado.
    .next = Peça de novo se quiser outro.
