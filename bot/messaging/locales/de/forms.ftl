# Forms in general; what each one asks stands with what it is for.

modal-out-of-date = Dieses Formular ist veraltet und wurde daher nicht angenommen. { -unchanged } Drücke den Knopf noch einmal, um ein neues zu bekommen.
modal-not-opened = Das Formular ließ sich nicht öffnen. { -unchanged } Versuche es in einer Minute noch einmal.
