# For the operator of the bot: what is wrong, whether anything is lost or charged, what to do.

incident-key-refused = Eachlabs refuse la clé d’API. Rien de nouveau ne démarre et rien n’est facturé ; les demandes en attente gardent leur place. Mets une clé valide dans `EACHLABS_API_KEY` et redémarre.
incident-key-refused-over = Eachlabs accepte de nouveau la clé d’API. Les demandes en attente reprennent.
incident-no-balance = Le compte Eachlabs n’a plus assez de crédit pour un autre clip. Rien de nouveau ne démarre et rien n’est facturé ; les demandes en attente gardent leur place. Recharge le compte ; le bot reprend de lui-même.
incident-no-balance-over = Le compte Eachlabs a de nouveau du crédit. Les demandes en attente reprennent.
incident-concurrency-cap = Eachlabs crée moins de clips à la fois pour ce compte que ne l’indique `EACHLABS_MAX_CONCURRENT`. Rien n’est perdu ni facturé ; les demandes attendent plus longtemps. Baisse ce réglage, ou demande à Eachlabs d’en permettre plus.
incident-concurrency-cap-over = Eachlabs accepte de nouveau des clips. Les demandes en attente reprennent.
incident-eachlabs-away = Eachlabs ne répond pas ; rien de nouveau ne démarre donc. L’attente ne fait rien perdre et rien n’est facturé ; les demandes gardent leur place. Le bot reprend de lui-même dès qu’Eachlabs répond.
incident-eachlabs-away-over = Eachlabs répond de nouveau. Les demandes en attente reprennent.
incident-guild-refused = Le serveur `{ $subject }` a demandé un clip et n’est pas dans `ALLOWED_GUILD_IDS`. Rien n’a été facturé. Ajoute l’identifiant et redémarre s’il a le droit de dépenser ton argent.
incident-guild-refused-over = Le serveur `{ $subject }` n’est plus refusé.
incident-outcome-unknown = La connexion s’est coupée pendant l’envoi de la tâche `{ $subject }`. Elle a peut-être été exécutée et facturée, et n’est pas renvoyée. Regarde le compte, puis lance `showreel jobs settle { $subject } --charged` ou `--not-charged`.
incident-outcome-unknown-over = On sait ce qu’est devenue la tâche `{ $subject }` : elle a été retrouvée et continue, ou elle est réglée.
incident-media-full = Il n’y a plus de place pour les clips qui n’ont pas pu être remis. Les livraisons continuent et rien n’est perdu ; ce qui attend sera quand même créé. Les nouvelles demandes sont refusées et ne sont pas facturées. Fais de la place dans `MEDIA_DIR`, ou augmente `MEDIA_MAX_GIB` et redémarre.
incident-media-full-over = Il y a de nouveau de la place pour les clips. Les nouvelles demandes sont acceptées.
incident-job-stuck = La tâche `{ $subject }` se heurte à un défaut de ce programme et est sans cesse retentée. Ce qu’elle a coûté reste inchangé. Le journal donne les détails sous cet identifiant.
incident-job-stuck-over = La tâche `{ $subject }` continue.
incident-output-unreachable = Le clip terminé de la tâche `{ $subject }` ne peut pas être récupéré. Il a été facturé ; son lien doit fonctionner pendant un jour, et d’ici là le bot réessaie de lui-même. Vérifie que cette machine accède à Internet ; le journal donne la cause sous cet identifiant.
incident-output-unreachable-over = On n’attend plus le clip de la tâche `{ $subject }` : il a été récupéré, ou son délai est passé et le membre a été prévenu.
incident-disk-full = Le disque de `MEDIA_DIR` refuse les clips terminés : il est plein, en lecture seule ou défaillant. Ils ont été facturés et ne sont pas perdus ; le bot réessaie de lui-même tant que leurs liens fonctionnent, c’est-à-dire pendant un jour. Fais de la place, ou répare le disque.
incident-disk-full-over = Le disque de `MEDIA_DIR` accepte de nouveau les clips. Les livraisons continuent.
incident-key-missing = Aucune clé de `DATA_KEY` n’ouvre ce que demandent les tâches `{ $subject }` ; elles attendent donc. Rien n’a été facturé pour elles, et personne n’attend derrière elles. Remets leur clé après une virgule et redémarre, ou abandonne chacune avec `showreel jobs cancel` et son numéro.
incident-key-missing-over = Les tâches `{ $subject }` n’attendent plus leur clé : elles continuent, ou ont été abandonnées.
incident-feed-line-refused = Discord refuse une ligne du suivi du serveur `{ $subject }` ; le suivi continue donc sans elle. Rien n’est perdu ni facturé : ce dont elle parlait est dans le journal de ce serveur. Cherche une version plus récente, ou signale ce que Discord a répondu ; c’est dans le journal de ce bot.
incident-feed-line-refused-over = Aucune ligne du suivi du serveur `{ $subject }` n’a été refusée depuis un jour.
