# Quem não pode pedir nada em um servidor: comandos, formulário e lista da moderação, e o que o membro lê.

name-video-mod-block = bloquear
name-video-mod-unblock = desbloquear
name-video-mod-blocks = bloqueios
option-member = membro
option-reason = motivo
video-mod-block-description = Bloqueie um membro: ele não pode pedir vídeos neste servidor
video-mod-block-member = Quem: escolha um membro, ou informe o ID de quem saiu
video-mod-block-duration = Por quanto tempo, como 1h, 3d ou 2 semanas; vazio: para sempre
video-mod-block-reason = Por quê; o membro verá isto quando pedir um vídeo
video-mod-unblock-description = Remova um bloqueio: o membro pode pedir vídeos de novo
video-mod-unblock-member = Quem: escolha um membro bloqueado, ou informe o ID
video-mod-blocks-description = Liste quem está bloqueado neste servidor, até quando e por quê

button-block = Bloquear membro
block-form-title = Bloquear este membro
block-about = É sobre { $member }.
block-form-length = Por quanto tempo?
block-form-length-note = Por exemplo 1h, 3d ou 2 semanas. Se ficar vazio, o bloqueio é para sempre.
block-form-reason = Por quê?
block-form-reason-note = O membro verá isto quando pedir um vídeo.

block-done = O membro { $member } foi bloqueado para sempre e não pode pedir vídeos neste servidor{ NOTE($text) }.
block-done-until = O membro { $member } foi bloqueado e não pode pedir vídeos neste servidor{ NOTE($text) }. O bloqueio termina { $until }.
block-replaced = Ele substitui um bloqueio anterior.
block-cancelled = { $count ->
    [0] Nenhum pedido deste membro estava na fila. Um vídeo que já está sendo feito será concluído.
    [one] Um pedido deste membro que estava na fila foi cancelado, e nada foi cobrado por ele. Um vídeo que já está sendo feito será concluído.
   *[other] { $count } pedidos deste membro que estavam na fila foram cancelados, e nada foi cobrado por eles. Um vídeo que já está sendo feito será concluído.
  }
block-cancels-later = Os pedidos dele que estão na fila serão cancelados em até um minuto, e nada será cobrado por eles. Um vídeo que já está sendo feito será concluído.
block-self = Este membro é você, e ninguém pode bloquear a si mesmo. Nada foi alterado.
block-bot = Este bot não pode ser bloqueado. Nada foi alterado. Escolha o membro que pediu os vídeos.
block-nobody = Quem pediu isto teve os dados apagados, então não há quem bloquear. Nada foi alterado.
block-length-unreadable = Não foi possível entender esta duração{ NOTE($text) }. Ninguém foi bloqueado. Exemplos: `1h`, `3d`, `2 weeks`. Se ficar vazio, o bloqueio é para sempre.
block-length-too-long = Um bloqueio temporário dura no máximo { $years } anos. Ninguém foi bloqueado. Deixe a duração vazia para bloquear para sempre. Exemplos: `1h`, `3d`, `2 weeks`.
block-too-many = Um servidor pode ter até { $limit } bloqueios, e este já chegou ao limite. Ninguém foi bloqueado. Remova um que não seja mais necessário com `/video-mod desbloquear`.
unblock-done = O membro { $member } não está mais bloqueado e pode pedir vídeos de novo.
unblock-unreadable = Isto não indica nenhum membro. Nada foi alterado. Escolha um da lista, ou informe um ID. Um exemplo: `123456789012345678`.
unblock-not-blocked = Este membro não está bloqueado neste servidor. Nada foi alterado. Os bloqueados estão em `/video-mod bloqueios`.
blocks-none = Ninguém está bloqueado neste servidor. `/video-mod bloquear` bloqueia um membro.
blocks-heading = **Membros bloqueados**: { $count } · página { $number } de { $pages }
blocks-line = { $member } · para sempre · por { $by }{ $reason }
blocks-line-until = { $member } · termina { $until } · por { $by }{ $reason }
blocks-newer = Mais recentes
blocks-older = Mais antigos

refused-member-blocked = A moderação deste servidor bloqueou você: não é possível pedir vídeos aqui{ NOTE($text) }. { -free } O bloqueio não tem fim; a moderação pode removê-lo. Referência `{ $reference }`.
refused-member-blocked-until = A moderação deste servidor bloqueou você: não é possível pedir vídeos aqui{ NOTE($text) }. { -free } O bloqueio termina { $until }; a moderação pode dizer mais. Referência `{ $reference }`.
quota-blocked = A moderação deste servidor bloqueou você: não é possível pedir vídeos aqui{ NOTE($text) }. O bloqueio não tem fim; a moderação pode removê-lo.
quota-blocked-until = A moderação deste servidor bloqueou você: não é possível pedir vídeos aqui{ NOTE($text) }. O bloqueio termina { $until }.

## A pausa própria de um servidor

name-video-mod-pause = pausar
name-video-mod-resume = retomar
video-mod-pause-description = Pause este servidor: pedidos novos são recusados, e os que esperam mantêm o lugar
video-mod-pause-reason = Por quê; os membros verão isto quando pedirem um vídeo
video-mod-resume-description = Encerre a pausa: os membros podem pedir de novo, e o que esperava continua

pause-done = Este servidor está pausado{ NOTE($text) }. Pedidos novos são recusados com este motivo, os que esperam mantêm o lugar, e um vídeo que já está sendo feito será concluído. `/video-mod retomar` encerra a pausa.
pause-already = Este servidor foi pausado { $since }{ NOTE($text) }. Nada foi alterado. `/video-mod retomar` encerra a pausa.
resume-done = A pausa terminou. Os membros podem pedir vídeos de novo, e o que esperava continua.
resume-done-here = A pausa deste servidor terminou. Quem opera este bot o pausou para todos{ NOTE($text) }, então nada novo será iniciado até que essa pausa também termine.
resume-not-paused = Este servidor não está pausado. Nada foi alterado. `/video-mod pausar` o pausa.
resume-operators-pause = Este servidor não foi pausado pela moderação. Nada foi alterado. Quem opera este bot o pausou para todos, e só essa pessoa pode encerrar a pausa.
quota-paused-here = A moderação deste servidor pausou os pedidos de novos vídeos{ NOTE($text) }. Os vídeos que já estão na fila mantêm o lugar.

refused-paused-by-moderators = A moderação deste servidor pausou os pedidos de novos vídeos{ NOTE($text) }. { -free } Os vídeos que já estão na fila mantêm o lugar. Tente de novo mais tarde. Referência `{ $reference }`.
