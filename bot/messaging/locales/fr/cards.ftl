# The card stands in the channel from the moment of asking, and folds when the job has ended.

prompt-erased = Un clip dont la description n’est plus conservée
options = { $duration } s · { $ratio } · cfg { NUMBER($cfg, maximumFractionDigits: 2) }
options-sent = { $duration } s · { $ratio } · cfg { $cfg }
leaves-out = Sans : { $text }

card-waiting = En attente de démarrage.
card-place = { $place ->
    [1] En tête de la file d’attente.
    [2] Deuxième de la file d’attente.
    [3] Troisième de la file d’attente.
    [4] Quatrième de la file d’attente.
    [5] Cinquième de la file d’attente.
   *[other] Numéro { $place } dans la file d’attente.
  }
card-paused = Rien de nouveau ne démarre pour le moment. Cette demande garde sa place.
card-starting = Démarrage en cours.
card-running = En cours de création. Démarré { $started }.
card-late = C’est plus long que d’habitude ; le travail continue.
card-starts-at-once = Démarre dans une minute environ.
card-starts-minutes = Démarre dans { $first } à { $last } minutes.
card-starts-minutes-at-most = Démarre d’ici { $last } minutes.
card-starts-hours = Démarre dans { $first } à { $last } heures.
card-starts-hours-at-most = Démarre d’ici { $last } heures.
card-left-at-once = Encore une minute environ
card-left-minutes = Encore { $first } à { $last } minutes
card-left-minutes-at-most = Encore { $last } minutes au plus
card-left-hours = Encore { $first } à { $last } heures
card-left-hours-at-most = Encore { $last } heures au plus
card-private = -# Cette fiche se met à jour pendant 15 minutes. Ensuite, { -videos-list } dit où en est la demande.
card-private-over = -# Cette fiche ne se met plus à jour. { -videos-list } dit où en est la demande.
card-stopping = Arrêt demandé. La demande prendra fin dès que le service vidéo l’aura libérée.
card-delivering = Le clip est prêt. Il arrive.
card-delivered-here = Terminé : { $url }
card-delivered-directly = Terminé : envoyé en message privé.
card-delivered-fetched = Terminé : récupéré par le membre qui l’a demandé.
card-delivered-privately = Terminé : le clip est ci-dessous.
card-deleted = Terminé, puis supprimé.
