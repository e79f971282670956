# The subcommands of /videos beside its list. Descriptions are at most 100 characters each.

videos-cancel-description = Annuler l’un de tes clips en attente ou en cours de création
videos-cancel-clip = Quel clip : choisis-en un, ou tape des mots de sa description ou sa référence
videos-quota-description = Voir ce que tu peux encore demander, ce qu’il reste au serveur, et quand il y en aura plus
videos-defaults-description = Voir ou définir les options de tes clips quand tu ne précises rien d’autre
videos-defaults-duration = La durée de tes clips
videos-defaults-aspect-ratio = Le format de l’image
videos-defaults-cfg-scale = À quel point tes clips suivent la description, de 0 à 1
videos-defaults-negative-prompt = Ce que tes clips doivent laisser de côté ; un tiret pour ne rien exclure
videos-defaults-private = Clips visibles uniquement par toi ; la modération peut quand même les voir dans le journal
videos-defaults-clear = Oublier toutes tes préférences, sauf ce que tu précises en même temps

cancel-not-found = Ce clip n’est pas parmi les tiens qui peuvent être annulés ici. { -unchanged } { -videos-list } dit où en sont tes demandes.
own-choice = { $title } · { $state }

# What is left. Prices stand in it only where the operator shows them.

quota-user = **Ce qu’il te reste**
quota-guild = **Ce qu’il reste à ce serveur**
quota-day = Clips en 24 heures : il en reste { $left } sur { $limit }.
quota-day-frees = Clips en 24 heures : il en reste { $left } sur { $limit }. Un de plus se libère { $frees_at }.
quota-day-free = Clips en 24 heures : { $used ->
    [one] { $used } demandé
   *[other] { $used } demandés
  }, sans limite.
quota-now = En attente : { $waiting }. En cours de création : { $running }.
quota-of = { $used } sur { $limit } au plus
quota-of-any = { $used }
quota-money = Dépenses en 24 heures : { USD($spent) } sur { USD($limit) }.
quota-money-free = Dépenses en 24 heures : { USD($spent) }, sans limite.
quota-used-up = Cela ne suffit pas pour un autre clip.
quota-used-up-until = Cela ne suffit pas pour un autre clip ; cela suffira de nouveau { $frees_at }.
quota-price = Un clip de { $duration } secondes devrait coûter { USD($price) }.
quota-everybody = Ce bot a déjà dépensé tout ce qu’il peut dépenser en 24 heures sur tous les serveurs réunis.
quota-everybody-until = Ce bot a déjà dépensé tout ce qu’il peut dépenser en 24 heures sur tous les serveurs réunis. Il y aura de nouveau de la place { $frees_at }.
quota-closed = Aucun clip ne peut être demandé ici pour le moment. La modération peut t’en dire plus.
quota-paused = Aucun nouveau clip n’est créé pour le moment{ NOTE($text) }. Les clips déjà dans la file d’attente gardent leur place.
quota-in-servers = Ce qu’il te reste est compté pour chaque serveur séparément. { -free } Tape { -videos-quota } sur le serveur qui t’intéresse.
quota-guild-not-allowed = Ce serveur n’a pas encore le droit d’utiliser le compte vidéo de ce bot ; il n’y a donc rien à demander ici. { -free } L’opérateur du bot peut l’autoriser.
quota-away = Le journal est injoignable pour le moment ; on ne sait donc pas ce qu’il reste. { -unchanged } Réessaie dans quelques minutes.

# A member's own options. Where several have set one, the nearest holds.

defaults-heading = **Les options de tes clips quand tu ne précises rien d’autre**
defaults-changed = Tes préférences sont modifiées. { -free } Elles s’appliquent dès ton prochain clip.
defaults-forgotten = Tes préférences sont oubliées. { -free } Ce qui est défini pour le salon ou le serveur s’applique de nouveau.
defaults-started-over = Tes préférences sont modifiées, et celles que tu n’as pas précisées sont oubliées. { -free } Cela s’applique dès ton prochain clip.
defaults-line = { $option } : { $value } · { $source }
defaults-duration = Durée
defaults-aspect-ratio = Format
defaults-cfg-scale = Fidélité à la description
defaults-negative-prompt = Laisse de côté
defaults-private = Visible uniquement par toi
defaults-value-duration = { $duration } secondes
defaults-value-cfg-scale = { NUMBER($cfg, maximumFractionDigits: 2) }
defaults-value-nothing = rien
defaults-value-yes = oui
defaults-value-no = non
defaults-source-member = à toi
defaults-source-channel = de ce salon
defaults-source-guild = de ce serveur
defaults-source-standard = standard
defaults-hint = Précise ici une option pour la définir ; les autres restent. { -clear } oublie toutes tes préférences, sauf ce que tu précises en même temps ; il peut donc aussi en retirer une seule. Un tiret pour { -negative-prompt } ne laisse rien de côté, quoi que le serveur ait défini.
defaults-directly = Des serveurs et des salons peuvent aussi en avoir défini ; les tiennes passent avant.
defaults-duration-unknown = Un clip dure 5 ou 10 secondes. { -unchanged } Choisis l’une des deux durées et réessaie.
defaults-aspect-ratio-unknown = Le format d’un clip est 16:9, 9:16 ou 1:1. { -unchanged } Choisis l’un d’eux et réessaie.
defaults-cfg-scale-out-of-range = La fidélité d’un clip à la description va de 0 à 1. { -unchanged } Choisis un nombre entre les deux et réessaie.
defaults-negative-prompt-ill = La liste de ce qu’il faut laisser de côté est trop longue, ou contient des caractères qui ne sont pas du texte. { -unchanged } Raccourcis-la ou saisis-la de nouveau, puis réessaie.
defaults-private-unknown = Le réglage qui rend un clip visible uniquement par toi est soit vrai, soit faux. { -unchanged } Choisis l’un des deux et réessaie.
defaults-away = Le journal est injoignable pour le moment ; tes préférences ne peuvent donc pas être affichées. { -free } Réessaie dans quelques minutes.
