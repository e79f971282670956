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
