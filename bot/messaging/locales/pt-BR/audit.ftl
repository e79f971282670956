# O que foi alterado em um servidor, e por quem: uma linha para cada coisa.

name-usage-audit = alterações
usage-audit-description = Veja quem alterou o quê neste servidor: configurações, bloqueios, regras, pausas, exportações, casos
audit-none = Nada foi alterado neste servidor ainda. O que a moderação alterar a partir de agora fica aqui.
audit-heading = **Alterações neste servidor**, as mais recentes primeiro
audit-settings-changed = { $by } alterou as configurações: { $changes }
audit-defaults-changed = { $by } alterou as opções padrão de { $where }: { $changes }
audit-member-blocked = { $by } bloqueou { $member } { $length ->
    [good] para sempre
   *[until] até { $until }
  }{ NOTE($reason) }
audit-member-unblocked = { $by } desbloqueou { $member }
audit-rule-added = { $by } adicionou a regra #{ $number }: { $kind }, { $text }
audit-rule-removed = { $by } removeu a regra #{ $number }: { $kind }, { $text }
audit-paused = { $by } pausou o servidor{ NOTE($reason) }
audit-resumed = { $by } encerrou a pausa do servidor
audit-feed-set = { $by } definiu o canal de avisos como { $channel }: { $categories }
audit-feed-changed = { $by } alterou o canal de avisos: { $before } → { $after }
audit-feed-place = { $channel } ({ $categories })
audit-feed-off = { $by } desligou os avisos em { $channel }
audit-log-exported = { $by } exportou o registro { $range }: { $rows ->
    [one] um pedido
   *[other] { $rows } pedidos
  } em { $format }
audit-result-deleted = { $by } excluiu o resultado do caso { $case }
audit-result-found-gone = { $by } constatou que o resultado do caso { $case } já não existia
audit-note-added = { $by } adicionou uma nota ao caso { $case }
audit-evidence-held = { $by } reteve o caso { $case }
audit-evidence-released = { $by } liberou o caso { $case }
audit-report-decided = { $by } decidiu sobre uma denúncia do caso { $case }: { $decision ->
    [deleted] o vídeo foi excluído
    [blocked] o membro foi bloqueado
    [dismissed] descartada
   *[other] feito
  }
audit-member-data-erased = Um membro mandou apagar os próprios dados: os textos e links dele saíram do registro
audit-where-server = todo o servidor
audit-range = de { $since } a { $until }
audit-range-since = desde { $since }
audit-range-until = até { $until }
audit-range-all = desde o começo
audit-change = { $name }: { $before } → { $after }
audit-more = e mais { $count }
audit-scope-server = o servidor
audit-scope-member = cada membro
audit-setting-jobs-per-day = vídeos em 24 horas para { $scope }
audit-setting-jobs-per-month = vídeos em 30 dias para { $scope }
audit-setting-usd-per-day = gastos em 24 horas para { $scope }
audit-setting-usd-per-month = gastos em 30 dias para { $scope }
audit-setting-private-use = quem pode pedir vídeos privados
audit-setting-spoiler-results = vídeos marcados como spoiler
audit-setting-age-restricted-only = vídeos só em canais com restrição de idade
audit-value-unset = não definido
audit-value-count = { NUMBER($number) }
audit-value-usd = { USD($usd) }
audit-value-everyone = todos
audit-value-moderators = moderação
audit-value-nobody = ninguém
