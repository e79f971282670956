# Again and Edit prompt: the buttons, the form, and what only the person who pressed sees.

button-again = Refaire
button-edit = Modifier la description

edit-form-title = Modifier la description
edit-form-prompt = Ce que montre le clip
edit-form-negative-prompt = Ce qu’il laisse de côté
edit-form-duration = Sa durée
edit-form-aspect-ratio = Le format de l’image
edit-form-cfg-scale = À quel point il suit la description
edit-form-cfg-scale-note = Un nombre de 0 à 1 ; si le champ reste vide, 0,5.
edit-form-number = { NUMBER($number, maximumFractionDigits: 15) }

not-yours-again = Seule la personne qui a demandé ce clip peut le refaire ici. { -unchanged } Tape { -video } pour en demander un à toi.
not-yours-edit = Seule la personne qui a demandé ce clip peut en modifier la description. { -unchanged } Tape { -video } pour en demander un à toi.
again-twice = Tu as appuyé sur « { button-again } » il y a un instant ; cet appui n’a donc rien demandé de plus et n’a rien coûté. Si tu veux encore un autre clip, appuie sur « { button-again } » dans quelques secondes.
request-deleted = Ce clip a été supprimé ; il ne peut donc pas être refait à partir d’ici. { -unchanged } Si tu en veux un nouveau, tape { -video }.
request-erased = Ce qui avait été demandé ici n’est plus conservé. { -unchanged } Tape { -video } et décris le clip de nouveau.
request-log-away = Le journal ne répond pas pour le moment ; la demande n’a donc pas pu être retrouvée. { -unchanged } Réessaie dans quelques minutes.

# Below an answer that says why a request was not taken, where the log has no row of it.

typed-here = Ce que tu as saisi, pour que rien ne soit perdu :
typed-attached = Ce que tu as saisi est joint, pour que rien ne soit perdu.
