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
video-mod-feed-description = Un salon informé de chaque demande quand elle prend fin
video-mod-feed-set-description = Choisir le salon du suivi et ce qui y est annoncé
video-mod-feed-set-channel = Le salon ; de préférence un que seule la modération peut lire
video-mod-feed-set-delivered = Les clips créés ; oui par défaut
video-mod-feed-set-refused = Les demandes refusées ; oui par défaut
video-mod-feed-set-failed = Les clips échoués ou trop longs ; oui par défaut
video-mod-feed-set-cancelled = Les demandes annulées ; oui par défaut
video-mod-feed-set-reports = Les signalements, avec des boutons pour en décider ; oui par défaut
video-mod-feed-off-description = Arrêter le suivi
video-mod-feed-test-description = Envoyer un exemple au suivi, et voir ce qui lui manque

## What the commands answer

feed-set = Le suivi est en marche. { $channel } est informé de : { $categories }.
feed-off = Le suivi est arrêté ; { $channel } n’est plus informé de rien. Le journal continue comme avant.
feed-not-set = Ce serveur n’a pas de suivi. `/video-mod suivi choisir` en crée un.
feed-set-nothing = Un suivi doit annoncer quelque chose. Rien n’a été modifié. Laissez au moins une catégorie, ou utilisez `/video-mod suivi arrêter`.
feed-channel-unknown = Il n’y a pas de tel salon sur ce serveur, ou Showreel ne le connaît pas. Rien n’a été modifié. Choisissez un salon textuel ou un fil de ce serveur, par exemple `#moderators`.
feed-in-servers = Un suivi appartient à un serveur. Utilisez la commande là-bas.
feed-test-done = Une ligne d’exemple et un signalement d’exemple se trouvent dans { $channel }.
feed-test-failed = Discord n’a pas accepté l’exemple dans { $channel }.
feed-channel-gone = Ce salon n’existe plus, ou Showreel ne le connaît pas. Choisissez-en un autre avec `/video-mod suivi choisir`.
feed-lacks = Il y manque à Showreel : { $permissions }. Ce qui prend fin entre-temps sera annoncé dès que possible, pendant un jour.
feed-public = Tout le monde ici peut lire { $channel }, et donc toutes les descriptions qui y sont annoncées. Un salon réservé à la modération les garde entre vous.
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

button-dismiss = Classer
reported-heading = **Signalé** : un clip de { $requester } · { $channel }
reported-text = { $reporter } signale { $filed_at } : { $text }
reported-text-attached = Le signalement entier est joint.
reported-message-gone = le message est supprimé
reported-clips = { $count ->
    [0] aucun clip en 30 jours
    [one] un clip en 30 jours
   *[other] { $count } clips en 30 jours
  }
reported-earlier = { $count ->
    [0] jamais signalé avant
    [one] signalé une fois avant
   *[other] signalé { $count } fois avant
  }
reported-blocked-before = { $count ->
    [0] jamais bloqué
    [one] bloqué une fois
   *[other] bloqué { $count } fois
  }
reported-blocked-now = bloqué en ce moment
reported-filed = { $count ->
    [one] un signalement à ce jour
   *[other] { $count } signalements à ce jour
  }
reported-dismissed = { $count ->
    [0] aucun classé
    [one] un classé
   *[other] { $count } classés
  }
reported-decided-deleted = **Décidé** : { $moderator } a supprimé le clip { $at }.
reported-decided-blocked = **Décidé** : { $moderator } a bloqué le membre { $at }.
reported-decided-dismissed = **Décidé** : { $moderator } a classé le signalement { $at }.
reported-done-deleted = Le clip est supprimé, et tous les signalements à son sujet sont ainsi décidés.
reported-done-dismissed = Le signalement est classé. Son auteur n’en est pas informé.
reported-not-found = Il n’y a pas de tel signalement sur ce serveur. Rien n’a été modifié.
reported-already-deleted = <@{ $moderator }> a déjà décidé de ce signalement { $at } : le clip a été supprimé. Rien n’a été modifié.
reported-already-blocked = <@{ $moderator }> a déjà décidé de ce signalement { $at } : le membre a été bloqué. Rien n’a été modifié.
reported-already-dismissed = <@{ $moderator }> a déjà décidé de ce signalement { $at } : il a été classé. Rien n’a été modifié.
