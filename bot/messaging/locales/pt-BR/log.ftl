# O registro de um servidor, página por página, para a moderação.

name-usage-log = registro
option-state = estado
usage-log-description = Veja o que foi pedido neste servidor e no que deu, do mais recente para o mais antigo
usage-log-member = Só deste membro; se ele saiu, informe o ID
usage-log-state = Só o que está agora neste estado
usage-log-duration = Só vídeos desta duração
usage-log-since = Só a partir daí, em UTC: 2026-03-01, 2026-03-01 14:30, ou 3d para três dias atrás
usage-log-until = Só antes disso, em UTC, como acima; um dia sem hora conta por inteiro
usage-log-text = Só onde todas estas palavras estão na descrição ou no que ela deixa de fora
usage-log-reason = Só o que foi recusado ou terminou por este motivo: escolha um ou digite o código dele

button-log-newest = Ir aos mais recentes
button-log-newer = Mais recentes
button-log-older = Mais antigos
button-log-search-on = Continuar a busca

log-open-placeholder = Abrir um caso
log-heading = **Registro deste servidor**, do mais recente para o mais antigo
log-filter = Só: { $filter }
log-filter-member = de { $member }
log-filter-since = desde { $at }
log-filter-until = antes de { $at }
log-filter-words = com as palavras “{ $text }”
log-filter-reason = pelo motivo “{ $words }”
log-duration = { $duration } s
log-private = { $state }, privado
log-searched-back = Busca feita até { $at }. O botão continua a partir daí.
log-empty = Ainda não se pediu nada neste servidor. O que os membros pedirem com { -video } aparecerá aqui.
log-nothing = Nada no registro deste servidor corresponde à busca. Procurado: { $filter }. Para achar mais, tire um destes critérios ou use um período maior.
log-nothing-yet = Ainda não se encontrou nada que corresponda. Procurado: { $filter }.
log-nothing-older = Nada mais antigo corresponde. Procurado: { $filter }.
log-view-gone = Não dá para continuar esta lista: uma lista fica por um dia e é só de quem a pediu. Nada foi alterado. Digite `/{ name-usage } { name-usage-log }` para obter uma nova.
log-which-state = O estado precisa ser um dos oferecidos. Nada foi alterado. Escolha um deles e tente de novo.
log-which-duration = Um vídeo tem 5 ou 10 segundos. Nada foi alterado. Escolha uma dessas durações e tente de novo.
log-which-words = Não há palavra para procurar. Nada foi alterado. Um exemplo: `red fox`.
log-which-reason = O registro não conhece esse motivo{ NOTE($text) }. Nada foi alterado. Escolha um dos oferecidos ou digite a palavra dele. Exemplos: `user_daily_limit`, `provider_rejected`, `prompt_rule:12`.
