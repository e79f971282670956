# Again and Edit prompt: the buttons, the form, and what only the person who pressed sees.

button-again = Otra vez
button-edit = Editar la descripción

edit-form-title = Editar la descripción
edit-form-prompt = Qué muestra el clip
edit-form-negative-prompt = Qué deja fuera
edit-form-duration = Cuánto dura
edit-form-aspect-ratio = El formato de la imagen
edit-form-cfg-scale = Cuánto se ciñe a la descripción
edit-form-cfg-scale-note = Un número de 0 a 1; si se deja vacío, 0,5.
edit-form-number = { NUMBER($number, maximumFractionDigits: 15) }

not-yours-again = Solo quien pidió este clip puede volver a pedirlo aquí. { -unchanged } Escribe { -video } para pedir uno propio.
not-yours-edit = Solo quien pidió este clip puede editar su descripción. { -unchanged } Escribe { -video } para pedir uno propio.
again-twice = Has pulsado «{ button-again }» hace un momento, así que esta pulsación no ha pedido nada más ni ha costado nada. Si quieres otro clip más, pulsa «{ button-again }» dentro de unos segundos.
request-deleted = Este clip se eliminó, así que no se vuelve a hacer desde aquí. { -unchanged } Si quieres uno nuevo, escribe { -video }.
request-erased = Lo que se pidió aquí ya no se conserva. { -unchanged } Escribe { -video } y describe el clip de nuevo.
request-log-away = El registro no responde por ahora, así que no se pudo consultar la petición. { -unchanged } Inténtalo de nuevo en unos minutos.

# Below an answer that says why a request was not taken, where the log has no row of it.

typed-here = Lo que escribiste, para que no se pierda:
typed-attached = Lo que escribiste va adjunto, para que no se pierda.
