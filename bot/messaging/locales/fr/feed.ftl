# The moderators' feed, its commands, and the cards of reports that stand in it.

name-video-mod-feed = suivi
name-video-mod-feed-set = choisir
name-video-mod-feed-off = arrêter
name-video-mod-feed-test = tester
option-delivered = livrés
option-refused = refusées
option-failed = échecs
option-cancelled = annulées
option-reports = signalements
video-mod-feed-description = Un salon qui annonce chaque demande quand elle prend fin
video-mod-feed-set-description = Choisir le salon du suivi et ce qui y est annoncé
video-mod-feed-set-channel = Le salon ; de préférence un salon que seule la modération peut lire
video-mod-feed-set-delivered = Les clips créés ; oui par défaut
video-mod-feed-set-refused = Les demandes refusées ; oui par défaut
video-mod-feed-set-failed = Les clips qui ont échoué ou pris trop de temps ; oui par défaut
video-mod-feed-set-cancelled = Les demandes annulées ; oui par défaut
video-mod-feed-set-reports = Les signalements, avec des boutons pour les traiter ; oui par défaut
video-mod-feed-off-description = Arrêter le suivi
video-mod-feed-test-description = Envoyer un exemple au suivi, et voir ce qui lui manque

## What the commands answer

feed-set = Le suivi est activé. { $channel } annonce : { $categories }.
feed-off = Le suivi est arrêté ; { $channel } n’annonce plus rien. Le journal continue comme avant.
feed-not-set = Ce serveur n’a pas de suivi. `/video-mod suivi choisir` en crée un.
feed-set-nothing = Un suivi doit annoncer quelque chose. Rien n’a été modifié. Laisse au moins une catégorie, ou utilise `/video-mod suivi arrêter`.
feed-channel-unknown = Ce salon n’existe pas sur ce serveur, ou Showreel ne le connaît pas. Rien n’a été modifié. Choisis un salon textuel ou un fil de ce serveur, par exemple `#moderators`.
feed-in-servers = Un suivi appartient à un serveur. Utilise la commande sur le serveur en question.
feed-test-done = Une ligne d’exemple et un signalement d’exemple se trouvent dans { $channel }.
feed-test-failed = Discord n’a pas accepté l’exemple dans { $channel }.
feed-channel-gone = Ce salon n’existe plus, ou Showreel ne le connaît pas. Choisis-en un autre avec `/video-mod suivi choisir`.
feed-lacks = Dans ce salon, il manque à Showreel : { $permissions }. Ce qui prend fin entre-temps sera annoncé dès que ce sera réglé, pendant un jour au plus.
feed-public = Tout le monde ici peut lire { $channel }, et donc toutes les descriptions qui y sont annoncées. Dans un salon réservé à la modération, elles restent au sein de l’équipe.
feed-category-delivered = clips créés
feed-category-refused = demandes refusées
feed-category-failed = échecs
feed-category-cancelled = demandes annulées
feed-category-reports = signalements
feed-permission-view-channel = Voir le salon
feed-permission-send-messages = Envoyer des messages
feed-permission-send-messages-in-threads = Envoyer des messages dans les fils
feed-permission-attach-files = Joindre des fichiers

## Lines

feed-delivered = Livré
feed-kept = Créé, pas remis
feed-refused = Refusé
feed-failed = Échoué
feed-expired = Abandonné
feed-unknown = Incertain
feed-cancelled = Annulé
feed-because = { $state } : { $words }
feed-times = { $times } fois
feed-somebody = quelqu’un dont les données ont été effacées
feed-private = privé ; le dossier montre la description
feed-cost = { USD($usd) }
feed-cost-none = non facturé
feed-cost-estimated = environ { USD($usd) }
feed-cost-open = coût inconnu
feed-open-case = Ouvrir un dossier
feed-sample = Ceci est un exemple. Il ne s’est rien passé.
feed-sample-prompt = Un renard roux traverse une route enneigée à l’aube
feed-sample-report = On y voit quelqu’un que je connais.

## Cards of reports

button-dismiss = Classer sans suite
reported-heading = **Signalé** : un clip de { $requester } · { $channel }
reported-text = { $reporter } a signalé { $filed_at } : { $text }
reported-text-attached = Le signalement entier est joint.
reported-message-gone = le message est supprimé
reported-deleted-by-member = supprimé par le membre lui-même
reported-deleted-by-moderator = supprimé par { $moderator }
reported-clips = { $count ->
    [0] aucun clip en 30 jours
    [one] un clip en 30 jours
   *[other] { $count } clips en 30 jours
  }
reported-earlier = { $count ->
    [0] aucun signalement auparavant
    [one] un signalement auparavant
   *[other] { $count } signalements auparavant
  }
reported-blocked-before = { $count ->
    [0] aucun blocage
    [one] un blocage
   *[other] { $count } blocages
  }
reported-blocked-now = blocage en cours
reported-filed = { $count ->
    [one] un signalement à ce jour
   *[other] { $count } signalements à ce jour
  }
reported-dismissed = { $count ->
    [0] aucun classé sans suite
    [one] un classé sans suite
   *[other] { $count } classés sans suite
  }
reported-decided-deleted = **Traité** : { $moderator } a supprimé le clip { $at }.
reported-decided-gone = **Traité** : { $moderator } a clos ce signalement { $at } ; le clip avait déjà disparu.
reported-decided-blocked = **Traité** : { $moderator } a bloqué le membre { $at }.
reported-decided-dismissed = **Traité** : { $moderator } a classé le signalement sans suite { $at }.
reported-done-deleted = Le clip est supprimé, et tous ses signalements sont ainsi traités.
reported-done-dismissed = Le signalement est classé sans suite. La personne qui l’a écrit n’en est pas informée.
reported-not-found = Ce signalement est introuvable sur ce serveur. Rien n’a été modifié.
reported-already-deleted = <@{ $moderator }> a déjà traité ce signalement { $at } : le clip a été supprimé. Rien n’a été modifié.
reported-already-blocked = <@{ $moderator }> a déjà traité ce signalement { $at } : le membre a été bloqué. Rien n’a été modifié.
reported-already-dismissed = <@{ $moderator }> a déjà traité ce signalement { $at } : il a été classé sans suite. Rien n’a été modifié.
