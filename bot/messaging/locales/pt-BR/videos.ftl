# Os subcomandos de /videos além da lista. Descrições têm no máximo 100 caracteres cada.

videos-cancel-description = Cancele um de seus vídeos que está esperando ou em produção
videos-cancel-clip = Qual vídeo: escolha um, ou digite palavras da descrição ou a referência
videos-quota-description = Veja o que você e este servidor ainda podem pedir e quando libera mais
videos-defaults-description = Veja ou defina as opções que seus vídeos usam quando você não escolhe outras
videos-defaults-duration = A duração dos seus vídeos
videos-defaults-aspect-ratio = O formato da imagem
videos-defaults-cfg-scale = O quanto seus vídeos seguem a descrição, de 0 a 1
videos-defaults-negative-prompt = O que seus vídeos não devem mostrar; um hífen para nada
videos-defaults-private = Define se só você vê seus vídeos; a moderação ainda pode vê-los no registro
videos-defaults-clear = Esqueça todos os seus padrões, menos os que você indicar junto

cancel-not-found = Nenhum vídeo seu aqui que possa ser cancelado corresponde a isso. { -unchanged } { -videos-list } mostra em que pé estão seus pedidos.
own-choice = { $title } · { $state }

# O que resta. Preços só aparecem onde quem opera os mostra.

quota-user = **O que resta para você**
quota-guild = **O que resta para este servidor**
quota-day = Vídeos em 24 horas: ainda há { $left } de { $limit }.
quota-day-frees = Vídeos em 24 horas: ainda há { $left } de { $limit }. Mais um é liberado { $frees_at }.
quota-day-free = Vídeos pedidos em 24 horas: { $used }, sem limite.
quota-now = Em espera: { $waiting }. Em produção: { $running }.
quota-of = { $used } de no máximo { $limit }
quota-of-any = { $used }
quota-money = Gastos em 24 horas: { USD($spent) } de { USD($limit) }.
quota-money-free = Gastos em 24 horas: { USD($spent) }, sem limite.
quota-used-up = Isso não basta para mais um vídeo.
quota-used-up-until = Isso não basta para mais um vídeo; haverá saldo { $frees_at }.
quota-price = Um vídeo de { $duration } segundos deve custar { USD($price) }.
quota-everybody = Este bot já usou tudo o que pode gastar em 24 horas em todos os servidores juntos.
quota-everybody-until = Este bot já usou tudo o que pode gastar em 24 horas em todos os servidores juntos. Haverá saldo de novo { $frees_at }.
quota-closed = No momento, não é possível pedir vídeos aqui. A moderação pode dizer mais.
quota-paused = No momento, a criação de novos vídeos está parada{ NOTE($text) }. Os vídeos que já estão na fila mantêm o lugar.
quota-in-servers = O que resta para você é contado por servidor. { -free } Digite { -videos-quota } no servidor que quer consultar.
quota-guild-not-allowed = Este servidor ainda não pode usar a conta de vídeo deste bot, então não dá para pedir nada aqui. { -free } Quem opera o bot pode liberá-lo.
quota-away = O registro está indisponível no momento, por isso não se sabe o que resta. { -unchanged } Tente de novo em alguns minutos.

# As opções do próprio membro. Onde várias foram definidas, vale a mais próxima.

defaults-heading = **O que seus vídeos usam quando você não escolhe outra coisa**
defaults-changed = Seus padrões foram alterados. { -free } Eles valem a partir do seu próximo vídeo.
defaults-forgotten = Seus padrões foram esquecidos. { -free } Volta a valer o que está definido para o canal ou o servidor.
defaults-started-over = Seus padrões foram alterados, e os que você não indicou foram esquecidos. { -free } Eles valem a partir do seu próximo vídeo.
defaults-line = { $option }: { $value } · { $source }
defaults-duration = Duração
defaults-aspect-ratio = Formato
defaults-cfg-scale = Segue a descrição
defaults-negative-prompt = Deixa de fora
defaults-private = Só você vê
defaults-value-duration = { $duration } segundos
defaults-value-cfg-scale = { NUMBER($cfg, maximumFractionDigits: 2) }
defaults-value-nothing = nada
defaults-value-yes = sim
defaults-value-no = não
defaults-source-member = seu padrão
defaults-source-channel = deste canal
defaults-source-guild = deste servidor
defaults-source-standard = padrão geral
defaults-hint = Indique uma opção aqui para defini-la; as outras ficam como estão. { -clear } apaga todas as suas, menos as que você indicar junto, então também serve para tirar só uma. Um hífen em { -negative-prompt } não deixa nada de fora, não importa o que o servidor tenha definido.
defaults-directly = Servidores e canais também podem ter os seus; os que você define valem primeiro.
defaults-duration-unknown = Um vídeo tem 5 ou 10 segundos. { -unchanged } Escolha uma dessas durações e tente de novo.
defaults-aspect-ratio-unknown = O formato de um vídeo é 16:9, 9:16 ou 1:1. { -unchanged } Escolha um deles e tente de novo.
defaults-cfg-scale-out-of-range = O grau em que um vídeo segue a descrição vai de 0 a 1. { -unchanged } Escolha um número nesse intervalo e tente de novo.
defaults-negative-prompt-ill = A lista do que deixar de fora é longa demais ou contém caracteres que não são texto. { -unchanged } Encurte ou digite a lista de novo e tente outra vez.
defaults-private-unknown = A opção “só você vê” é sim ou não. { -unchanged } Escolha um dos dois e tente de novo.
defaults-away = O registro está indisponível no momento, por isso não dá para mostrar seus padrões. { -free } Tente de novo em alguns minutos.
