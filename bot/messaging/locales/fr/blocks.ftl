# Qui ne peut rien demander sur un serveur : commandes, formulaire et liste de la modération, et ce que lit le membre.

name-video-mod-block = bloquer
name-video-mod-unblock = débloquer
name-video-mod-blocks = blocages
option-member = membre
option-reason = raison
video-mod-block-description = Bloquer un membre : il ne peut plus demander de clips sur ce serveur
video-mod-block-member = Qui : choisis un membre, ou donne l’identifiant d’une personne partie
video-mod-block-duration = Pour combien de temps, comme 1h, 3d ou 2 semaines ; vide : définitivement
video-mod-block-reason = Pourquoi ; le membre le lit quand il demande un clip
video-mod-unblock-description = Lever un blocage : le membre peut de nouveau demander des clips
video-mod-unblock-member = Qui : choisis un membre bloqué, ou donne son identifiant
video-mod-blocks-description = Lister qui est bloqué sur ce serveur, jusqu’à quand et pourquoi

button-block = Bloquer le membre
block-form-title = Bloquer ce membre
block-about = Cela concerne { $member }.
block-form-length = Pour combien de temps ?
block-form-length-note = Par exemple 1h, 3d ou 2 semaines. Si le champ reste vide, le blocage est définitif.
block-form-reason = Pourquoi ?
block-form-reason-note = Le membre le lit quand il demande un clip.

block-done = Le membre { $member } est bloqué définitivement et ne peut plus demander de clips sur ce serveur{ NOTE($text) }.
block-done-until = Le membre { $member } est bloqué et ne peut pas demander de clips sur ce serveur{ NOTE($text) }. Le blocage prend fin { $until }.
block-replaced = Il remplace un blocage précédent.
block-cancelled = { $count ->
    [0] Aucune demande de ce membre n’était en attente. Un clip en cours de création sera terminé.
    [one] Une demande en attente de ce membre est annulée, et rien n’a été facturé pour elle. Un clip en cours de création sera terminé.
   *[other] { $count } demandes en attente de ce membre sont annulées, et rien n’a été facturé pour elles. Un clip en cours de création sera terminé.
  }
block-cancels-later = Ses demandes en attente seront annulées d’ici une minute, et rien ne sera facturé pour elles. Un clip en cours de création sera terminé.
block-self = Il s’agit de toi, et personne ne peut se bloquer soi-même. Rien n’a été modifié.
block-bot = Ce bot lui-même ne peut pas être bloqué. Rien n’a été modifié. Choisis le membre qui a demandé les clips.
block-nobody = La personne qui a demandé cela a fait effacer ses données ; il n’y a donc personne à bloquer. Rien n’a été modifié.
block-length-unreadable = Ceci ne peut pas être lu comme une durée{ NOTE($text) }. Personne n’a été bloqué. Exemples : `1h`, `3d`, `2 weeks`. Si le champ reste vide, le blocage est définitif.
block-length-too-long = Un blocage temporaire dure { $years } ans au plus. Personne n’a été bloqué. Laisse la durée vide pour bloquer définitivement. Exemples : `1h`, `3d`, `2 weeks`.
block-too-many = Un serveur peut avoir { $limit } blocages au plus, et ce nombre est atteint. Personne n’a été bloqué. Lève un blocage qui n’est plus utile avec `/video-mod débloquer`.
unblock-done = Le membre { $member } n’est plus bloqué et peut de nouveau demander des clips.
unblock-unreadable = Ceci ne correspond à aucun membre. Rien n’a été modifié. Choisis-en un dans la liste, ou donne un identifiant. Un exemple : `123456789012345678`.
unblock-not-blocked = Ce membre n’est pas bloqué sur ce serveur. Rien n’a été modifié. Ceux qui le sont figurent dans `/video-mod blocages`.
blocks-none = Personne n’est bloqué sur ce serveur. `/video-mod bloquer` bloque un membre.
blocks-heading = **Membres bloqués** : { $count } · page { $number } sur { $pages }
blocks-line = { $member } · définitivement · par { $by }{ $reason }
blocks-line-until = { $member } · prend fin { $until } · par { $by }{ $reason }
blocks-newer = Plus récents
blocks-older = Plus anciens

refused-member-blocked = La modération de ce serveur a décidé d’un blocage : tu ne peux pas demander de clips ici{ NOTE($text) }. { -free } Le blocage est sans fin ; la modération peut le lever. Référence `{ $reference }`.
refused-member-blocked-until = La modération de ce serveur a décidé d’un blocage : tu ne peux pas demander de clips ici{ NOTE($text) }. { -free } Le blocage prend fin { $until } ; la modération peut t’en dire plus. Référence `{ $reference }`.
quota-blocked = La modération de ce serveur a décidé d’un blocage : tu ne peux pas demander de clips ici{ NOTE($text) }. Le blocage est sans fin ; la modération peut le lever.
quota-blocked-until = La modération de ce serveur a décidé d’un blocage : tu ne peux pas demander de clips ici{ NOTE($text) }. Le blocage prend fin { $until }.

## La suspension propre à un serveur

name-video-mod-pause = suspendre
name-video-mod-resume = reprendre
video-mod-pause-description = Suspendre les clips : les nouvelles demandes sont refusées, les autres gardent leur place
video-mod-pause-reason = Pourquoi ; les membres le lisent quand ils demandent un clip
video-mod-resume-description = Mettre fin à la suspension : on peut de nouveau demander, et ce qui attendait reprend

pause-done = Les clips sont suspendus sur ce serveur{ NOTE($text) }. Les nouvelles demandes sont refusées avec cette raison, celles qui attendent gardent leur place, et un clip en cours de création sera terminé. `/video-mod reprendre` met fin à la suspension.
pause-already = Les clips ont été suspendus sur ce serveur { $since }{ NOTE($text) }. Rien n’a été modifié. `/video-mod reprendre` met fin à la suspension.
resume-done = La suspension est terminée. Les membres peuvent de nouveau demander des clips, et ce qui attendait reprend.
resume-done-here = La suspension sur ce serveur est terminée. L’opérateur de ce bot a suspendu les clips pour tout le monde{ NOTE($text) } ; rien de nouveau ne démarre tant que cela dure.
resume-not-paused = Les clips ne sont pas suspendus sur ce serveur. Rien n’a été modifié. `/video-mod suspendre` les suspend.
resume-operators-pause = Ce n’est pas la modération de ce serveur qui a suspendu les clips. Rien n’a été modifié. C’est l’opérateur de ce bot qui les a suspendus pour tout le monde, et lui seul peut y mettre fin.
quota-paused-here = La modération de ce serveur a suspendu les nouveaux clips{ NOTE($text) }. Les clips déjà dans la file d’attente gardent leur place.

refused-paused-by-moderators = La modération de ce serveur a suspendu les nouveaux clips{ NOTE($text) }. { -free } Les clips déjà dans la file d’attente gardent leur place. Réessaie plus tard. Référence `{ $reference }`.
