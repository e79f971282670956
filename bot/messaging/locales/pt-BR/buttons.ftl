# De novo e Editar descrição: os botões, o formulário e o que só vê quem apertou.

button-again = De novo
button-edit = Editar descrição

edit-form-title = Editar a descrição
edit-form-prompt = O que o vídeo mostra
edit-form-negative-prompt = O que ele deixa de fora
edit-form-duration = A duração
edit-form-aspect-ratio = O formato da imagem
edit-form-cfg-scale = O quanto ele segue a descrição
edit-form-cfg-scale-note = Um número de 0 a 1; vazio vale 0,5.
edit-form-number = { NUMBER($number, maximumFractionDigits: 15) }

not-yours-again = Só quem pediu este vídeo pode pedi-lo de novo aqui. { -unchanged } Digite { -video } para pedir um seu.
not-yours-edit = Só quem pediu este vídeo pode editar a descrição dele. { -unchanged } Digite { -video } para pedir um seu.
again-twice = Você apertou “{ button-again }” há pouco, por isso desta vez nada mais foi pedido. Isso não custou nada. Se quiser mais um vídeo, aperte “{ button-again }” daqui a alguns segundos.
request-deleted = Este vídeo foi excluído, por isso não é feito de novo a partir daqui. { -unchanged } Se quiser outro, digite { -video }.
request-erased = O que foi pedido aqui não está mais guardado. { -unchanged } Digite { -video } e descreva o vídeo outra vez.
request-log-away = O registro não responde no momento, por isso não foi possível consultar o pedido. { -unchanged } Tente de novo em alguns minutos.

# Abaixo de uma resposta que diz por que um pedido não foi aceito, onde o registro não o tem.

typed-here = O que você digitou, para que não se perca:
typed-attached = O que você digitou está em anexo, para que não se perca.
