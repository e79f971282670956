# The subcommands of /videos beside its list. Descriptions are at most 100 characters each.

videos-cancel-description = Annuler l’un de vos clips en attente ou en cours de création
videos-cancel-clip = Quel clip : choisissez-en un, ou tapez des mots de sa description ou sa référence
videos-quota-description = Voir ce que vous et ce serveur pouvez encore demander, et quand il y en aura plus
videos-defaults-description = Voir ou fixer les options de vos clips quand vous ne précisez rien d’autre
videos-defaults-duration = La durée de vos clips
videos-defaults-aspect-ratio = La forme de l’image
videos-defaults-cfg-scale = À quel point vos clips suivent la description, de 0 à 1
videos-defaults-negative-prompt = Ce que vos clips doivent laisser de côté ; un tiret pour rien
videos-defaults-private = Clips visibles de vous uniquement ; la modération peut toujours les voir dans le journal
videos-defaults-clear = Oublier toutes vos préférences, sauf ce que vous précisez en même temps

cancel-not-found = Vous n’avez pas ici de tel clip qui puisse être annulé. { -unchanged } { -videos-list } dit où en sont vos demandes.
own-choice = { $title } · { $state }

# What is left. Prices stand in it only where the operator shows them.

quota-user = **Ce qu’il vous reste**
quota-guild = **Ce qu’il reste à ce serveur**
quota-day = Clips en 24 heures : il en reste { $left } sur { $limit }.
quota-day-frees = Clips en 24 heures : il en reste { $left } sur { $limit }. Un de plus se libère { $frees_at }.
quota-day-free = Clips en 24 heures : { $used } demandés, sans limite.
quota-now = En attente : { $waiting }. En cours de création : { $running }.
quota-of = { $used } sur { $limit } au plus
quota-of-any = { $used }
quota-money = Argent en 24 heures : { USD($spent) } dépensés sur { USD($limit) }.
quota-money-free = Argent en 24 heures : { USD($spent) } dépensés, sans limite.
quota-used-up = Cela ne suffit pas pour un autre clip.
quota-used-up-until = Cela ne suffit pas pour un autre clip ; cela suffira de nouveau { $frees_at }.
quota-price = Un clip de { $duration } secondes devrait coûter { USD($price) }.
quota-everybody = Ce bot a dépensé tout ce qu’il peut dépenser en 24 heures sur tous les serveurs réunis.
quota-everybody-until = Ce bot a dépensé tout ce qu’il peut dépenser en 24 heures sur tous les serveurs réunis. Il y aura de nouveau de la place { $frees_at }.
quota-closed = Aucun clip ne peut être demandé ici pour le moment. La modération peut vous en dire plus.
quota-paused = Aucun nouveau clip n’est créé pour le moment{ NOTE($text) }. Les clips déjà dans la file gardent leur place.
quota-in-servers = Ce qu’il vous reste est compté pour chaque serveur. { -free } Tapez { -videos-quota } sur le serveur qui vous intéresse.
quota-guild-not-allowed = Ce serveur n’a pas encore le droit d’utiliser le compte vidéo de ce bot ; il n’y a donc rien à demander ici. { -free } L’opérateur du bot peut l’autoriser.
quota-away = Le journal est injoignable pour le moment ; on ne sait donc pas ce qu’il reste. { -unchanged } Réessayez dans quelques minutes.

# A member's own options. Where several have set one, the nearest holds.

defaults-heading = **Les options de vos clips quand vous ne précisez rien d’autre**
defaults-changed = Vos préférences sont modifiées. { -free } Elles valent dès votre prochain clip.
defaults-forgotten = Vos préférences sont oubliées. { -free } Ce qui est fixé pour le salon ou le serveur vaut de nouveau.
defaults-started-over = Vos préférences sont modifiées, et celles que vous n’avez pas précisées sont oubliées. { -free } Cela vaut dès votre prochain clip.
defaults-line = { $option } : { $value } · { $source }
defaults-duration = Durée
defaults-aspect-ratio = Forme
defaults-cfg-scale = Fidélité à la description
defaults-negative-prompt = Laisse de côté
defaults-private = Visible de vous uniquement
defaults-value-duration = { $duration } secondes
defaults-value-cfg-scale = { NUMBER($cfg, maximumFractionDigits: 2) }
defaults-value-nothing = rien
defaults-value-yes = oui
defaults-value-no = non
defaults-source-member = à vous
defaults-source-channel = de ce salon
defaults-source-guild = de ce serveur
defaults-source-standard = standard
defaults-hint = Précisez ici une option pour la fixer ; les autres restent. { -clear } oublie toutes vos préférences, sauf ce que vous précisez en même temps ; il peut donc aussi en retirer une seule. Un tiret pour { -negative-prompt } ne laisse rien de côté, quoi que le serveur ait fixé.
defaults-directly = Des serveurs et des salons peuvent aussi en avoir fixé ; les vôtres passent avant.
defaults-duration-unknown = Un clip dure 5 ou 10 secondes. { -unchanged } Choisissez l’une des deux durées et réessayez.
defaults-aspect-ratio-unknown = La forme d’un clip est 16:9, 9:16 ou 1:1. { -unchanged } Choisissez-en une et réessayez.
defaults-cfg-scale-out-of-range = La fidélité d’un clip à la description va de 0 à 1. { -unchanged } Choisissez un nombre entre les deux et réessayez.
defaults-negative-prompt-ill = La liste de ce qu’il faut laisser de côté est trop longue, ou contient des caractères qui ne sont pas du texte. { -unchanged } Raccourcissez-la ou saisissez-la de nouveau, puis réessayez.
defaults-private-unknown = Qu’un clip soit visible de vous uniquement est soit vrai, soit faux. { -unchanged } Choisissez l’un des deux et réessayez.
defaults-away = Le journal est injoignable pour le moment ; vos préférences ne peuvent donc pas être affichées. { -free } Réessayez dans quelques minutes.
