# Les chiffres d’une période, en mots et en image. Chaque description a 100 caractères au plus.

name-usage-stats = statistiques
option-period = période
usage-stats-description = Chiffres d’un jour, d’une semaine, d’un mois ou d’une plage : demandes, coûts, délais, avec image
usage-stats-period = Jusqu’où remonter, aujourd’hui compris ; une semaine par défaut
usage-stats-period-day = jour
usage-stats-period-week = semaine
usage-stats-period-month = mois
usage-stats-since = Depuis quand : un jour, une heure en UTC ou il y a combien de temps, par ex. 2026-03-01 ou 3d
usage-stats-until = Jusqu’à quand : un jour (compris), une heure en UTC ou il y a combien de temps, par ex. 2026-03-07
stats-period-unknown = Une période est un jour, une semaine ou un mois. Rien n’a été modifié. Choisis l’un d’eux, ou précise `{ option-since }` et `{ option-until }`.
range-ahead = Ce moment n’est pas encore venu. Rien n’a été modifié. Commence dans le passé ; un exemple pour `{ option-since }` : `7d`.
stats-none = Rien n’a été demandé entre le { $since } et le { $until }. Pour remonter plus loin, choisis une `{ option-period }` plus longue, ou précise le début ; un exemple pour `{ option-since }` : `90d`.
stats-heading = **Du { $since } au { $until }**
stats-attempts = Demandes : { $count }
stats-outcome-delivered = Livrées : { $count }
stats-outcome-kept = Conservées : { $count }
stats-outcome-under-way = En cours : { $count }
stats-outcome-refused = Refusées : { $count }
stats-outcome-cancelled = Annulées : { $count }
stats-outcome-failed = Échouées : { $count }
stats-clips = Clips livrés : { $clips }, { $length } de vidéo
stats-spend = Dépensé : { USD($usd) }, estimations comprises là où le coût n’est pas encore connu
stats-waiting = Attente : { $median } au plus pour la moitié, { $p90 } au plus pour neuf sur dix
stats-generating = Création d’un clip : { $median } au plus pour la moitié, { $p90 } au plus pour neuf sur dix
stats-length-seconds = { $seconds } s
stats-length-minutes = { $minutes } min { $seconds } s
stats-length-hours = { $hours } h { $minutes } min
stats-members-by-clips = Le plus de clips :
stats-members-by-usd = Le plus dépensé par :
stats-channels-by-clips = Le plus de clips dans :
stats-channels-by-usd = Le plus dépensé dans :
stats-standing = { $who } { $clips } ({ USD($usd) })
stats-reports-none = Aucun signalement à traiter.
stats-reports = { $count ->
    [one] Un signalement à traiter : dossier { $cases }
   *[other] { $count } signalements à traiter : dossiers { $cases }
  }
stats-reports-many = Plus de { $count } signalements à traiter : dossiers { $cases }
stats-paused = Les clips sont suspendus sur ce serveur depuis le { $at } : les nouvelles demandes sont refusées.
stats-blocked = { $count ->
    [one] Un membre est bloqué.
   *[other] { $count } membres sont bloqués.
  }
stats-no-picture = Les graphiques n’ont pas pu être dessinés cette fois ; les chiffres sont complets sans eux.
stats-alt = Graphiques des demandes de ce serveur du { DATE($begin_s) } au { DATE($end_s) }, en UTC. { $figures }
chart-title = Clips sur ce serveur
chart-range = { DATE($begin_s) } au { DATE($end_s) }, UTC
chart-count = { $count }
chart-usd = { USD($usd) }
chart-day = { DAY($at_s) }
chart-month = { MONTH($at_s) }
chart-spend = Dépensé : { USD($usd) }
chart-times = Combien de temps il a fallu
chart-waiting-half = Attente, la moitié au plus
chart-waiting-most = Attente, neuf sur dix au plus
chart-generating-half = Création, la moitié au plus
chart-generating-most = Création, neuf sur dix au plus

# Le journal entier en fichier.

name-usage-export = exporter
option-format = format_de_fichier
usage-export-description = Le journal de ce serveur en fichier : chaque demande, descriptions et demandes privées comprises
usage-export-format = Comment le fichier est écrit ; en CSV par défaut
usage-export-format-csv = CSV, pour les tableurs
usage-export-format-jsonl = Lignes JSON, pour les programmes
export-progress = Écriture du journal : { $written } demandes sur { $total } pour l’instant.
export-done = { $rows ->
    [one] Une demande
   *[other] { $rows } demandes
  } du journal de ce serveur, en { $files ->
    [one] un fichier
   *[other] { $files } fichiers
  }. On y lit ce que les membres ont écrit, même en privé : transmets-le avec prudence.
export-compressed = Les fichiers sont compressés avec gzip ; la plupart des logiciels d’archivage les ouvrent.
export-more = Message { $number } sur { $count }.
export-none = Le journal de ce serveur n’a aucune demande sur cette période ({ $range }). Rien n’a été écrit. Pour remonter plus loin, omets `{ option-since }` et `{ option-until }`, ou commence plus tôt ; un exemple pour `{ option-since }` : `90d`.
export-format-unknown = Un fichier est en CSV ou en lignes JSON. Rien n’a été écrit. Choisis l’un des deux et réessaie.
export-busy-here = Un export de ce serveur est déjà en cours. Rien n’a été commencé. Attends qu’il soit terminé, puis réessaie.
export-busy = Des exports d’autres serveurs sont en cours. Rien n’a été commencé. Réessaie dans quelques minutes.
export-too-large = Le journal a { NUMBER($rows) } demandes sur cette période, plus qu’il n’est possible d’en envoyer ici. Rien n’a été envoyé. Choisis une période plus courte avec `{ option-since }` et `{ option-until }` ; l’opérateur de ce bot peut tout exporter d’un coup.
export-too-slow = Écrire { NUMBER($rows) } demandes a pris plus de temps que cette réponse n’en permet. Rien n’a été envoyé. Choisis une période plus courte avec `{ option-since }` et `{ option-until }` ; l’opérateur de ce bot peut tout exporter d’un coup.
export-no-room = Il n’y a pas assez de place pour le fichier sur le disque de ce bot. Rien n’a été envoyé. Choisis une période plus courte, ou préviens l’opérateur de ce bot.
export-not-sent = Discord n’a pas accepté tous les fichiers. Ce qui figure plus haut est entier, le reste manque. Réessaie, avec une période plus courte si cela se répète.
