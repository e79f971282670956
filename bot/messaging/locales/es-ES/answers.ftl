# What only the person who pressed or asked sees.

cancel-done = Cancelado antes de empezar. { -free } Puedes pedir otro clip cuando quieras.
cancel-asked = Cancelación pedida. Puede que el clip se haya cobrado, porque ya había empezado; la tarjeta lo dirá cuando haya terminado. No tienes que hacer nada más.
cancel-too-late = Este clip ya no se puede cancelar: ya está hecho o ha terminado. Cancelar no cambió nada de su coste. El clip, o lo que fue de él, está junto a la tarjeta.
delete-done = El clip se ha eliminado. Su coste sigue igual, y también su entrada en el registro. Puedes pedir otro cuando quieras.
delete-impossible = Discord no deja que este bot elimine ese mensaje. { -unchanged } La moderación puede eliminarlo a mano.
not-yours-cancel = Solo quien pidió este clip, o la moderación, puede cancelarlo. { -unchanged } Pídeselo a alguien que pueda.
not-yours-delete = Solo quien pidió este clip, o la moderación, puede eliminarlo. { -unchanged } Pídeselo a alguien que pueda.
not-yours-fetch = Solo quien pidió este clip puede recogerlo. { -unchanged } Pídele que lo haga.
job-not-found = Ese clip no está en este servidor. { -unchanged } Si crees que debería estar, pregunta a la moderación.

own-heading = **Tus últimas peticiones**
own-kept-note = Lo que no se pudo entregar se guarda para ti; los botones lo recogen.
own-kept-line = { $number }. { $title } · listo, se borra { $kept_until } · pedido { $asked_at }
own-kept-besides = { $clips ->
    [one] Hay otro clip guardado para ti; aparecerá en esta lista cuando recojas uno de estos.
   *[other] Hay otros { NUMBER($clips) } clips guardados para ti; aparecerán en esta lista a medida que recojas estos.
  }
own-line = { $title } · { $state } · pedido { $asked_at }
own-none-here = Aún no has pedido ningún clip en este servidor. Escribe { -video } y di qué debe mostrar.
own-none = Aún no has pedido ningún clip. Escribe { -video } en un servidor que tenga este bot y di qué debe mostrar.
own-queued = en la cola
own-submitting = se está iniciando
own-unknown = quizá en marcha; el operador de este bot lo está mirando
own-running = en marcha
own-delivering = hecho, en camino
own-delivered = listo
own-deleted = listo, eliminado después
own-failed = no salió ningún clip
own-cancelled = cancelado
own-expired = tardó demasiado
own-kept-too-long = hecho, pero no se recogió a tiempo

fetch-under-way = Este clip ya está de camino. { -nothing-new } Espera un momento; un archivo grande tarda un poco.
fetch-done = Este clip ya se entregó, así que ya no se guarda. { -nothing-new } Si lo quieres otra vez, pide uno nuevo.
fetch-too-late = Este clip ya no se guarda: se agotó su plazo. Se cobró cuando se hizo, y no se ha cobrado nada nuevo. Pide uno nuevo.
fetch-not-kept = Aquí no hay ningún clip que recoger. { -unchanged } { -videos-list } dice cómo van tus peticiones.
fetch-too-large = El clip es más grande de lo que se puede enviar aquí, y su enlace ya no funciona. { -nothing-new } Un servidor con mejoras admite archivos más grandes: usa { -videos-list } allí, o aquí cuando este las tenga. El clip se borra { $kept_until }.
fetch-gone = Este clip no se puede recoger: aquí no hay ninguna copia, y su enlace ya no funciona. Se cobró cuando se hizo, y no se ha cobrado nada nuevo. Muestra a la moderación la referencia `{ $reference }`.
fetch-link-unsure = Aquí el clip solo se puede dar como enlace, y ese enlace no se pudo comprobar ahora mismo. Sigue guardado, y no se ha cobrado nada nuevo. Inténtalo de nuevo en unos minutos.
fetch-uncertain = Discord no respondió a tiempo, así que no es seguro que el clip haya llegado. Sigue guardado, y no se ha cobrado nada nuevo. Si no está aquí, inténtalo de nuevo dentro de un minuto.
fetch-refused = Discord no aceptó el clip aquí. Sigue guardado, y no se ha cobrado nada nuevo. Inténtalo de nuevo con { -videos-list }; si sigue ocurriendo, muestra esta frase a la moderación.
shelf-log-away = Por ahora no se puede acceder al registro, así que no se ha entregado nada. Los clips guardados siguen guardados, y no se ha cobrado nada nuevo. Inténtalo de nuevo en unos minutos.

answer-too-slow = Showreel está muy ocupado y no pudo atender tu petición a tiempo. { -free } Inténtalo de nuevo dentro de un minuto.
card-not-shown = No se pudo mostrar la tarjeta aquí, así que no se ha empezado nada. { -free } Inténtalo de nuevo; si sigue ocurriendo, avisa a la moderación.
storage-unavailable = Por ahora no se puede escribir en el registro, así que no se empieza nada nuevo. { -free } Inténtalo de nuevo en unos minutos. Referencia `{ $reference }`.
storage-unavailable-now = Por ahora no se puede acceder al registro, así que no es seguro que esto se haya hecho. { -nothing-new } Inténtalo de nuevo en unos minutos.
discord-away = Discord no respondió a tiempo, así que no es seguro que esto se haya hecho. { -nothing-new } Inténtalo de nuevo dentro de un minuto.
restarting = Showreel se está reiniciando, así que esto no se ha hecho. { -unchanged } Inténtalo de nuevo dentro de un minuto.
command-unavailable = Este comando no está disponible ahora mismo, o ha cambiado. { -free } Recarga Discord e inténtalo de nuevo dentro de un minuto.
command-not-allowed = No puedes usar este comando aquí. { -free } La moderación puede decirte dónde puedes.
servers-only = Los clips solo se hacen en servidores. { -free } Vuelve a pedirlo en un servidor que tenga este bot.
moderators-only = Esto es solo para la moderación, es decir, para quienes tienen el permiso Gestionar mensajes en este canal. Pídeselo a alguien que lo tenga.
unexpected = Algo ha ido mal aquí, y ha quedado anotado. Si en el canal hay una tarjeta, su petición sigue adelante; si no, no se ha cobrado nada. Inténtalo de nuevo y, si sigue ocurriendo, muestra a la moderación la referencia `{ $reference }`.
