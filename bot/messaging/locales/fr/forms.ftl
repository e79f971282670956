# Forms in general; what each one asks stands with what it is for.

modal-out-of-date = Ce formulaire n’est plus à jour ; il n’a donc pas été pris en compte. { -unchanged } Appuie de nouveau sur le bouton pour en obtenir un autre.
modal-not-opened = Le formulaire n’a pas pu s’ouvrir. { -unchanged } Réessaie dans une minute.
