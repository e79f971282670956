# Again and Edit prompt: the buttons, the form, and what only the person who pressed sees.

button-again = Encore
button-edit = Modifier la description

edit-form-title = Modifier la description
edit-form-prompt = Ce que montre le clip
edit-form-negative-prompt = Ce qu’il laisse de côté
edit-form-duration = Sa durée
edit-form-aspect-ratio = La forme de l’image
edit-form-cfg-scale = À quel point il suit la description
edit-form-cfg-scale-note = Un nombre de 0 à 1 ; vide signifie 0,5.
edit-form-number = { NUMBER($number, maximumFractionDigits: 15) }

not-yours-again = Seule la personne qui a demandé ce clip peut le redemander ici. { -unchanged } Tapez { -video } pour en demander un à vous.
not-yours-edit = Seule la personne qui a demandé ce clip peut en modifier la description. { -unchanged } Tapez { -video } pour en demander un à vous.
again-twice = Vous avez appuyé sur « { button-again } » il y a un instant ; cet appui n’a donc rien demandé de plus. Il n’a rien coûté. Si vous voulez encore un autre clip, appuyez sur « { button-again } » dans quelques secondes.
request-deleted = Ce clip a été supprimé ; il n’est donc pas refait d’ici. { -unchanged } Si vous en voulez un nouveau, tapez { -video }.
request-erased = Ce qui avait été demandé ici n’est plus conservé. { -unchanged } Tapez { -video } et décrivez le clip de nouveau.
request-log-away = Le journal ne répond pas pour le moment ; la demande n’a donc pas pu être retrouvée. { -unchanged } Réessayez dans quelques minutes.

# Below an answer that says why a request was not taken, where the log has no row of it.

typed-here = Ce que vous avez saisi, pour que rien ne soit perdu :
typed-attached = Ce que vous avez saisi est joint, pour que rien ne soit perdu.
