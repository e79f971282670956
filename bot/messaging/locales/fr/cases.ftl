# Une demande en entier, telle que la modération la lit, et ce qu’elle peut y faire.

name-usage-case = dossier
option-id = id
usage-case-description = Voir une demande en entier : description, étapes, coût, signalements, notes
usage-case-id = Son numéro, ou la référence que le membre a vue, par exemple A1B2C3

button-case = Dossier
button-mod-delete = Supprimer le résultat
button-note = Ajouter une note
button-hold = Conserver
button-release = Libérer

note-form-title = Ajouter une note à ce dossier
note-form-label = Que doit savoir la modération ?
note-form-note = Lisible par la modération de ce serveur et l’opérateur du bot. Impossible à modifier ensuite.

case-heading = **Dossier { $number }** · référence { $reference } · { $state }
case-erased = Ce qui a été demandé n’est plus conservé : le délai est passé, ou le membre l’a fait effacer.
case-nothing-seen = rien de visible
case-where = Par { $member } dans { $channel }
case-private = Privé : seul le membre l’a vu.
case-asked = Demandé le { $at }
case-reason = Raison : { $words } · { $reason }
case-cost = Coût { USD($cost) }, prévu { USD($expected) }
case-cost-expected = Coût pas encore connu, prévu { USD($expected) }
case-cost-real = Coût { USD($cost) }
case-service-id = Numéro chez le service vidéo : { $number }
case-service-link = Clip chez le service vidéo : { $url }
case-message = Dans le salon : { $url }
case-held-by = Conservé comme preuve par { $member }.
case-held-by-reports = Conservé comme preuve jusqu’au traitement de ses signalements.
case-reports = **Signalements**
case-report = { $at } · { $member } · { $decision } · { $text }
case-undecided = à traiter
case-decided = traité
case-report-erased = son texte n’est plus conservé
case-decision-deleted = clip supprimé par { $member }
case-decision-blocked = membre bloqué par { $member }
case-decision-dismissed = classé sans suite par { $member }
case-notes = **Notes**, les plus récentes d’abord
case-note = { $at } · { $member } · { $text }
case-steps = **Étapes**, les plus récentes d’abord
case-step = { $at } · { $state } · { $actor }
case-in-file = Le dossier entier est dans le fichier.

case-not-found = Ce dossier est introuvable sur ce serveur. Rien n’a été modifié. Les demandes de ce serveur se trouvent dans `/{ name-usage } { name-usage-log }`.
case-id-unreadable = Un dossier se désigne par son numéro ou par sa référence. Rien n’a été modifié. Exemples : `#1234`, `A1B2C3`.
mod-delete-done = Le clip est supprimé. Son coût reste le même, tout comme son entrée dans le journal.
mod-delete-gone = Le message de ce clip n’était déjà plus là : quelqu’un a supprimé le message ou son salon à la main. Le journal le note maintenant.
mod-delete-already = Le clip a déjà été supprimé { $deleted_at }. Rien n’a été modifié.
mod-delete-nothing = Il n’y a pas de clip à supprimer : aucun n’a été remis. Rien n’a été modifié.
mod-delete-out-of-reach = Seul le membre voit ce clip, et personne d’autre ne peut le retirer. Rien n’a été modifié. Si ce membre ne doit plus en recevoir, bloque-le.
note-added = La note est ajoutée.
note-empty = La note était vide ; elle n’a donc pas été ajoutée. Appuie de nouveau sur « { button-note } » et écris ce que les autres doivent savoir.
note-too-many = Un dossier peut avoir { $limit } notes au plus, et ce nombre est atteint. Rien n’a été modifié.
case-held = Conservé : les textes et les liens de ce dossier restent jusqu’à sa libération.
case-held-already = La modération conserve déjà ce dossier. Rien n’a été modifié.
case-nothing-to-hold = Les textes et les liens de ce dossier sont déjà effacés ; il n’y a donc rien à conserver. Rien n’a été modifié.
case-released = Libéré : les textes et les liens de ce dossier seront effacés à la fin de leur délai.
case-released-but-reported = La modération ne conserve plus ce dossier, mais un de ses signalements reste à traiter. D’ici là, il est conservé.
case-not-held = La modération ne conserve pas ce dossier. Rien n’a été modifié. Ce qui fait l’objet d’un signalement à traiter reste conservé jusque-là.

log-state-refused = refusé
log-state-queued = dans la file d’attente
log-state-submitting = démarrage en cours
log-state-unknown = peut-être en cours de création
log-state-running = en cours de création
log-state-delivering = prêt, en chemin
log-state-delivered = terminé
log-state-deleted = terminé, puis supprimé
log-state-kept = prêt, pas encore récupéré
log-state-failed = échoué
log-state-cancelled = annulé
log-state-expired = a pris trop de temps

log-cost = { USD($cost) }
log-cost-expected = coût prévu { USD($cost) }
log-member-erased = un membre dont les données sont effacées
log-actor-bot = le bot
log-actor-operator = l’opérateur du bot
log-actor-eachlabs = le service vidéo
log-actor-moderator = { $member }, de la modération
