# Le journal d’un serveur, page par page, pour sa modération.

name-usage-log = journal
option-state = état
usage-log-description = Voir ce qui a été demandé sur ce serveur et ce qu’il en est advenu, du plus récent au plus ancien
usage-log-member = Seulement les demandes de ce membre ; s’il est parti, donne son identifiant
usage-log-state = Seulement ce qui est dans cet état en ce moment
usage-log-duration = Seulement les clips de cette durée
usage-log-since = Seulement à partir de là, en UTC : 2026-03-01, 2026-03-01 14:30, ou 3d pour il y a trois jours
usage-log-until = Seulement avant, en UTC, comme ci-dessus ; un jour sans heure compte en entier
usage-log-text = Seulement là où tous ces mots figurent dans la description ou dans ce qu’elle exclut
usage-log-reason = Seulement ce qui a été refusé ou a pris fin pour cette raison : choisis-la ou tape son mot

button-log-newest = Les plus récents
button-log-newer = Plus récents
button-log-older = Plus anciens
button-log-search-on = Poursuivre la recherche

log-open-placeholder = Ouvrir un dossier
log-heading = **Journal de ce serveur**, du plus récent au plus ancien
log-filter = Seulement : { $filter }
log-filter-member = par { $member }
log-filter-since = depuis le { $at }
log-filter-until = avant le { $at }
log-filter-words = avec les mots « { $text } »
log-filter-reason = pour la raison « { $words } »
log-duration = { $duration } s
log-private = { $state }, privé
log-searched-back = Recherche faite en remontant jusqu’au { $at }. Le bouton la poursuit à partir de là.
log-empty = Rien n’a encore été demandé sur ce serveur. Ce que les membres demandent avec { -video } apparaîtra ici.
log-nothing = Rien ne correspond dans le journal de ce serveur. Recherche : { $filter }. Pour en trouver plus, retire un critère ou prends une période plus longue.
log-nothing-yet = Rien ne correspond pour l’instant. Recherche : { $filter }.
log-nothing-older = Rien de plus ancien ne correspond. Recherche : { $filter }.
log-view-gone = Impossible de poursuivre cette liste : une liste est gardée un jour et n’appartient qu’à la personne qui l’a demandée. Rien n’a été modifié. Tape `/{ name-usage } { name-usage-log }` pour en obtenir une nouvelle.
log-which-state = Une demande est dans l’un des états proposés. Rien n’a été modifié. Choisis-en un et réessaie.
log-which-duration = Un clip dure 5 ou 10 secondes. Rien n’a été modifié. Choisis l’une de ces durées et réessaie.
log-which-words = Il n’y a aucun mot à chercher. Rien n’a été modifié. Un exemple : `red fox`.
log-which-reason = Le journal ne connaît pas cette raison{ NOTE($text) }. Rien n’a été modifié. Choisis-en une parmi celles proposées, ou tape son mot. Exemples : `user_daily_limit`, `provider_rejected`, `prompt_rule:12`.
