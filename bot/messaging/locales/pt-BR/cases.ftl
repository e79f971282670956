# Uma tentativa por inteiro, como a moderação a lê, e o que ela pode fazer.

name-usage-case = caso
option-id = id
usage-case-description = Veja uma tentativa por inteiro: pedido, etapas, custo, denúncias e notas
usage-case-id = O número, ou a referência que o membro viu, por exemplo A1B2C3

button-case = Caso
button-mod-delete = Excluir resultado
button-note = Adicionar nota
button-hold = Reter
button-release = Liberar

note-form-title = Adicionar uma nota a este caso
note-form-label = O que os outros moderadores devem saber?
note-form-note = A moderação deste servidor e quem opera o bot podem ler. Depois não dá para mudar.

case-heading = **Caso { $number }** · referência { $reference } · { $state }
case-erased = O que foi pedido não está mais guardado: o prazo acabou, ou o membro mandou apagar.
case-nothing-seen = nada que se possa ver
case-where = De { $member } em { $channel }
case-private = Privado: só o membro viu.
case-asked = Pedido em { $at }
case-reason = Motivo: { $words } · { $reason }
case-cost = Custo { USD($cost) }, previsto { USD($expected) }
case-cost-expected = Custo ainda desconhecido, previsto { USD($expected) }
case-cost-real = Custo { USD($cost) }
case-service-id = Número no serviço de vídeo: { $number }
case-service-link = Vídeo no serviço de vídeo: { $url }
case-message = No canal: { $url }
case-held-by = Retido como prova por { $member }.
case-held-by-reports = Retido como prova até a decisão sobre as denúncias.
case-reports = **Denúncias**
case-report = { $at } · { $member } · { $decision } · { $text }
case-undecided = sem decisão
case-decided = decidida
case-report-erased = o texto não está mais guardado
case-decision-deleted = vídeo excluído por { $member }
case-decision-blocked = membro bloqueado por { $member }
case-decision-dismissed = descartada por { $member }
case-notes = **Notas**, as mais recentes primeiro
case-note = { $at } · { $member } · { $text }
case-steps = **Etapas**, as mais recentes primeiro
case-step = { $at } · { $state } · { $actor }
case-in-file = O caso inteiro está no arquivo.

case-not-found = Não há nenhum caso assim neste servidor. Nada foi alterado. As tentativas deste servidor estão em `/{ name-usage } { name-usage-log }`.
case-id-unreadable = Um caso é indicado pelo número ou pela referência. Nada foi alterado. Exemplos: `#1234`, `A1B2C3`.
mod-delete-done = O vídeo foi excluído. O custo continua o mesmo, assim como a entrada no registro.
mod-delete-gone = A mensagem deste vídeo já não existia: alguém excluiu manualmente a mensagem ou o canal. Agora consta no registro.
mod-delete-already = O vídeo já foi excluído, { $deleted_at }. Nada foi alterado.
mod-delete-nothing = Não há vídeo para excluir: nenhum foi entregue. Nada foi alterado.
mod-delete-out-of-reach = Só o membro vê este vídeo, e ninguém mais pode excluí-lo. Nada foi alterado. Se esse membro não deve receber mais, bloqueie-o.
note-added = A nota foi adicionada.
note-empty = A nota não dizia nada, por isso não foi adicionada. Aperte “{ button-note }” outra vez e escreva o que os outros moderadores devem saber.
note-too-many = Um caso pode ter até { $limit } notas, e este já chegou ao limite. Nada foi alterado.
case-held = Retido: os textos e links deste caso ficam guardados até ele ser liberado.
case-held-already = A moderação já retém este caso. Nada foi alterado.
case-nothing-to-hold = Os textos e links deste caso já foram apagados, então não há o que reter. Nada foi alterado.
case-released = Liberado: os textos e links deste caso serão apagados quando o prazo acabar.
case-released-but-reported = A moderação não retém mais este caso, mas uma denúncia sobre ele está sem decisão. Ele fica guardado até lá.
case-not-held = A moderação não retém este caso. Nada foi alterado. O que uma denúncia sem decisão retém fica guardado até a decisão.

log-state-refused = recusado
log-state-queued = esperando na fila
log-state-submitting = sendo iniciado
log-state-unknown = talvez em produção
log-state-running = em produção
log-state-delivering = feito, a caminho
log-state-delivered = pronto
log-state-deleted = pronto, excluído depois
log-state-kept = feito, ainda não retirado
log-state-failed = falhou
log-state-cancelled = cancelado
log-state-expired = demorou demais

log-cost = { USD($cost) }
log-cost-expected = previsto { USD($cost) }
log-member-erased = um membro cujos dados foram apagados
log-actor-bot = o bot
log-actor-operator = quem opera o bot
log-actor-eachlabs = o serviço de vídeo
log-actor-moderator = { $member }, da moderação
