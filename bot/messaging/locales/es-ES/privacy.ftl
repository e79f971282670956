# Lo que se guarda sobre un miembro: para leerlo, llevárselo y borrarlo.

end-erased = El clip estaba guardado para ti y ya se ha borrado, como pediste.
    .next = No tienes que hacer nada más.
reason-erased = el miembro pidió que se borrara

name-privacy = privacidad
name-privacy-policy = política
name-privacy-export = exportar
name-privacy-delete = borrar
privacy-description = Ver, llevarte y borrar lo que se guarda sobre ti
privacy-policy-description = Qué se guarda sobre ti, para qué, cuánto tiempo y quién lo recibe
privacy-export-description = Recibir lo que se guarda sobre ti, en un archivo
privacy-delete-description = Borrar lo que se guarda sobre ti; se te pregunta una vez más

## La política

privacy-policy-heading = **Lo que este bot guarda sobre ti**
privacy-policy-kept = **Qué, y cuánto tiempo:** de cada petición, su descripción y sus opciones, cuándo y dónde la hiciste, qué fue de ella y cuánto costó; también tus preferencias, tus denuncias, los bloqueos contra ti y lo que haces en la moderación. Las descripciones y los enlaces se borran a los { $days ->
    [one] { $days } día
   *[other] { $days } días
  }, salvo que la moderación los conserve como prueba. Los recuentos y los costes se quedan.
privacy-policy-clips = **Los clips** están en Discord y aquí no se guardan. Solo se guarda el que no se pudo entregar, { $days ->
    [one] { $days } día
   *[other] { $days } días
  } o hasta que lo recojas.
privacy-policy-why = **Para qué:** para hacer clips y entregarlos, respetar los límites, llevar la cuenta de los costes y que la moderación pueda actuar contra los abusos.
privacy-policy-receivers = **Quién lo recibe:** Eachlabs y el proveedor que hay detrás reciben las descripciones y las opciones, y nada que te nombre. Discord transmite los mensajes. La moderación de un servidor ve lo que se pidió allí, también los clips privados. El operador de este bot lo ve todo.
privacy-policy-choices = `/{ name-privacy } { name-privacy-export }` te lo da en un archivo, y `/{ name-privacy } { name-privacy-delete }` lo borra.
privacy-policy-operator = **La política propia del operador:** <{ $url }>

## Llevárselo

privacy-export-done = Esto es lo que se guarda sobre ti: { $requests ->
    [one] { $requests } petición
   *[other] { $requests } peticiones
  }, y tus preferencias, tus denuncias, los bloqueos contra ti y lo que has hecho en la moderación, si los hay. Cada línea del archivo es uno de ellos, en JSON.
privacy-export-too-large = Lo que se guarda sobre ti es demasiado grande para un mensaje aquí, incluso comprimido. { -unchanged } Pídeselo al operador de este bot.
privacy-log-away = Por ahora no se puede acceder al registro. { -unchanged } Inténtalo de nuevo en unos minutos.

## Borrarlo

button-forget = Borrar
button-forget-finish = Borrar y dejar acabar los clips
button-forget-cancel = Borrar y cancelar los clips
button-forget-not = Conservarlo todo
privacy-delete-heading = **¿Borrar lo que se guarda sobre ti?** No se puede deshacer.
privacy-delete-goes = **Lo que se borra, en todos los servidores:** las descripciones y los enlaces de lo que has pedido ({ $requests ->
    [one] { $requests } petición
   *[other] { $requests } peticiones
  }), los clips guardados para ti, tus preferencias, y tu nombre en el registro y en tus denuncias.
privacy-delete-stays = **Lo que se queda:** los recuentos y los costes, y lo que la moderación tiene anotado, como los bloqueos. Durante 30 días los recuentos quedan bajo un número que solo este bot puede formar a partir de tu ID, para que los límites se sigan aplicando; después, ya no se asocian a nadie.
privacy-delete-held = { $held ->
    [one] La moderación conserva { $held } petición como prueba. Se borra en cuanto haya decidido.
   *[other] La moderación conserva { $held } peticiones como prueba. Se borran en cuanto haya decidido.
  }
privacy-delete-clips = **Los mensajes en Discord** se quedan: los clips en los canales, cuyos botones ya no te reconocerán, y los avisos de la moderación. Elimina antes los clips que quieras que desaparezcan.
privacy-delete-live = { $live ->
    [one] { $live } clip espera o se está haciendo. Puede terminar y borrarse después, o cancelarse ahora; si ya empezó, puede que se cobre igualmente.
   *[other] { $live } clips esperan o se están haciendo. Pueden terminar y borrarse después, o cancelarse ahora; los que ya empezaron puede que se cobren igualmente.
  }
privacy-delete-done = Lo que has pedido hasta ahora se está borrando; tarda unos minutos como mucho. Lo que pidas a partir de ahora se guarda como antes.
privacy-delete-done-live = { $live ->
    [one] { $live } clip aún no ha terminado. Se borra a los pocos minutos de terminar.
   *[other] { $live } clips aún no han terminado. Se borran a los pocos minutos de terminar.
  }
privacy-delete-not-done = No se ha borrado nada. Todo sigue como estaba.
privacy-delete-uncertain = El registro no respondió, así que no es seguro que tu deseo quedara anotado. Usa `/{ name-privacy } { name-privacy-delete }` otra vez en unos minutos; pedirlo dos veces no causa ningún problema.
privacy-not-yours = Esto se le preguntó a otra persona. No se ha borrado nada. Para tus propios datos, usa `/{ name-privacy } { name-privacy-delete }`.
