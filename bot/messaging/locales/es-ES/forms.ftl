# Forms in general; what each one asks stands with what it is for.

modal-out-of-date = Este formulario está anticuado, así que no se ha tenido en cuenta. { -unchanged } Vuelve a pulsar el botón para abrir uno nuevo.
modal-not-opened = No se pudo abrir el formulario. { -unchanged } Inténtalo de nuevo dentro de un minuto.
