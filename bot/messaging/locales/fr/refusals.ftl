# A request that was not accepted: what stands against it, that it cost nothing, what to do now.

refused-guild-not-allowed = Ce serveur n’a pas encore le droit d’utiliser le compte vidéo de ce bot. { -free } L’opérateur du bot est prévenu ; demande-lui d’autoriser ce serveur. Référence `{ $reference }`.
refused-paused-by-operator = Aucun nouveau clip n’est créé pour le moment{ NOTE($text) }. { -free } Les clips déjà dans la file d’attente gardent leur place. Réessaie plus tard. Référence `{ $reference }`.
refused-user-waiting-limit = { $limit ->
    [0] Tu n’as pas de place dans la file d’attente ici
    [one] Tu as un clip dans la file d’attente, le maximum autorisé à la fois
   *[other] Tu as { $limit } clips dans la file d’attente, le maximum autorisé à la fois
  }. { -free } Refais la demande quand l’un des tiens aura démarré. Référence `{ $reference }`.
refused-guild-waiting-limit = Ce serveur { $limit ->
    [0] n’a pas de place dans la file d’attente
    [one] a un clip dans la file d’attente, le maximum autorisé à la fois
   *[other] a { $limit } clips dans la file d’attente, le maximum autorisé à la fois
  }. { -free } Refais la demande quand l’un d’eux aura démarré. Référence `{ $reference }`.
refused-user-daily-limit = { $limit ->
    [0] Tu ne peux pas demander de clips ici
    [one] Tu peux demander un clip en 24 heures
   *[other] Tu peux demander { $limit } clips en 24 heures
  }. { -free } La modération peut t’en dire plus. Référence `{ $reference }`.
refused-user-daily-limit-until = Tu peux demander { $limit ->
    [one] un clip en 24 heures, et tu l’as déjà demandé
   *[other] { $limit } clips en 24 heures, et tu les as déjà tous demandés
  }. { -free } Tu pourras refaire une demande { $frees_at }. Référence `{ $reference }`.
refused-guild-daily-limit = Ce serveur { $limit ->
    [0] ne peut pas demander de clips
    [one] peut demander un clip en 24 heures
   *[other] peut demander { $limit } clips en 24 heures
  }. { -free } La modération peut t’en dire plus. Référence `{ $reference }`.
refused-guild-daily-limit-until = Ce serveur peut demander { $limit ->
    [one] un clip en 24 heures, et il l’a déjà demandé
   *[other] { $limit } clips en 24 heures, et il les a déjà tous demandés
  }. { -free } Il y aura de nouveau de la place { $frees_at }. Référence `{ $reference }`.
refused-user-money-limit = Un tel clip coûte plus que ce que tu peux dépenser ici en 24 heures. { -free } Un clip plus court passera peut-être ; la modération peut t’en dire plus. Référence `{ $reference }`.
refused-user-money-limit-until = Tu as déjà dépensé tout ce que tu peux dépenser ici en 24 heures. { -free } Il y aura de nouveau assez pour ce clip { $frees_at }. Référence `{ $reference }`.
refused-guild-money-limit = Un tel clip coûte plus que ce que ce serveur peut dépenser en 24 heures. { -free } Un clip plus court passera peut-être ; la modération peut t’en dire plus. Référence `{ $reference }`.
refused-guild-money-limit-until = Ce serveur a déjà dépensé tout ce qu’il peut dépenser en 24 heures. { -free } Il y aura de nouveau assez pour ce clip { $frees_at }. Référence `{ $reference }`.
refused-total-money-limit = Un tel clip coûte plus que ce que ce bot peut dépenser en 24 heures. { -free } Un clip plus court passera peut-être ; la modération peut t’en dire plus. Référence `{ $reference }`.
refused-total-money-limit-until = Ce bot a déjà dépensé tout ce qu’il peut dépenser en 24 heures. { -free } Il y aura de nouveau assez pour ce clip { $frees_at }. Référence `{ $reference }`.
refused-wait-too-long = La file d’attente est trop longue : ton clip démarrerait dans environ { HOURS($wait_s) ->
    [0] { MINUTES($wait_s) ->
        [1] une minute
       *[other] { MINUTES($wait_s) } minutes
      }
    [1] une heure
   *[other] { HOURS($wait_s) } heures
  }. { -free } Réessaie plus tard. Référence `{ $reference }`.
refused-running-not-allowed = Aucun clip ne peut être créé ici pour le moment. { -free } La modération peut t’en dire plus. Référence `{ $reference }`.
refused-overloaded = Il est arrivé plus de demandes d’un coup qu’on ne peut en traiter à temps. { -free } Réessaie dans une minute. Référence `{ $reference }`.
refused-storage-full = Il n’y a plus de place pour les clips terminés ; rien de nouveau ne démarre donc. { -free } Réessaie plus tard. Référence `{ $reference }`.

invalid-prompt-empty = La description est vide. { -free } Dis ce que le clip doit montrer, puis refais la demande. Référence `{ $reference }`.
invalid-text-too-long = { $option ->
    [negative_prompt] La liste de ce qu’il faut laisser de côté
   *[prompt] La description
  } compte { $chars } caractères ; { $max_chars } sont autorisés. { -free } Raccourcis-la, puis refais la demande. Référence `{ $reference }`.
invalid-text-unreadable = { $option ->
    [negative_prompt] La liste de ce qu’il faut laisser de côté
   *[prompt] La description
  } contient des caractères qui ne sont pas du texte. { -free } Saisis-la de nouveau sans eux. Référence `{ $reference }`.
invalid-duration-unknown = Un clip dure 5 ou 10 secondes. { -free } Choisis l’une des deux durées, puis refais la demande. Référence `{ $reference }`.
invalid-aspect-ratio-unknown = Le format d’un clip est 16:9, 9:16 ou 1:1. { -free } Choisis l’un d’eux, puis refais la demande. Référence `{ $reference }`.
invalid-cfg-scale-out-of-range = La fidélité d’un clip à la description va de 0 à 1. { -free } Choisis un nombre entre les deux, puis refais la demande. Référence `{ $reference }`.
