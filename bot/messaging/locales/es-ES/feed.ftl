# The moderators' feed, its commands, and the cards of reports that stand in it.

name-video-mod-feed = avisos
name-video-mod-feed-set = elegir
name-video-mod-feed-off = desactivar
name-video-mod-feed-test = probar
option-delivered = entregados
option-refused = rechazadas
option-failed = fallidos
option-cancelled = canceladas
option-reports = denuncias
video-mod-feed-description = Un canal que recibe un aviso de cada petición cuando termina
video-mod-feed-set-description = Elegir el canal de avisos y qué se avisa en él
video-mod-feed-set-channel = El canal; mejor uno que solo pueda leer la moderación
video-mod-feed-set-delivered = Clips hechos; sí, si no eliges otra cosa
video-mod-feed-set-refused = Peticiones rechazadas; sí, si no eliges otra cosa
video-mod-feed-set-failed = Clips que fallaron o tardaron demasiado; sí, si no eliges otra cosa
video-mod-feed-set-cancelled = Peticiones canceladas; sí, si no eliges otra cosa
video-mod-feed-set-reports = Denuncias de miembros, con botones para resolverlas; sí, si no eliges otra cosa
video-mod-feed-off-description = Desactivar los avisos
video-mod-feed-test-description = Enviar una muestra a los avisos y ver qué les falta

## What the commands answer

feed-set = Los avisos están activados. { $channel } recibe avisos de: { $categories }.
feed-off = Los avisos están desactivados; { $channel } ya no recibe ninguno. El registro sigue como antes.
feed-not-set = Este servidor no tiene avisos. `/video-mod avisos elegir` los activa.
feed-set-nothing = Los avisos tienen que avisar de algo. No se ha cambiado nada. Deja al menos una clase, o usa `/video-mod avisos desactivar`.
feed-channel-unknown = Ese canal no existe en este servidor, o Showreel no lo conoce. No se ha cambiado nada. Elige un canal de texto o un hilo de este servidor, por ejemplo `#moderators`.
feed-in-servers = Los avisos pertenecen a un servidor. Usa el comando en él.
feed-test-done = En { $channel } hay una línea de muestra y una denuncia de muestra.
feed-test-failed = Discord no aceptó la muestra en { $channel }.
feed-channel-gone = Ese canal ya no existe, o Showreel no lo conoce. Elige otro con `/video-mod avisos elegir`.
feed-lacks = En ese canal, a Showreel le falta: { $permissions }. De lo que termine mientras tanto se avisará en cuanto lo tenga, durante un día.
feed-public = Todo el mundo aquí puede leer { $channel } y, con él, todas las descripciones que recibe. En un canal de moderación quedan en privado.
feed-category-delivered = clips hechos
feed-category-refused = peticiones rechazadas
feed-category-failed = fallos
feed-category-cancelled = peticiones canceladas
feed-category-reports = denuncias
feed-permission-view-channel = Ver canal
feed-permission-send-messages = Enviar mensajes
feed-permission-send-messages-in-threads = Enviar mensajes en hilos
feed-permission-attach-files = Adjuntar archivos

## Lines

feed-delivered = Entregado
feed-kept = Hecho, sin entregar
feed-refused = Rechazado
feed-failed = Fallido
feed-expired = Dado por perdido
feed-unknown = Sin aclarar
feed-cancelled = Cancelado
feed-because = { $state }: { $words }
feed-times = { $times } veces
feed-somebody = alguien cuyos datos se borraron
feed-private = privado; el caso muestra la descripción
feed-cost = { USD($usd) }
feed-cost-none = sin cobrar
feed-cost-estimated = unos { USD($usd) }
feed-cost-open = coste desconocido
feed-open-case = Abrir un caso
feed-sample = Esto es una muestra. No ha pasado nada.
feed-sample-prompt = Un zorro rojo cruza una carretera nevada al amanecer
feed-sample-report = Sale alguien a quien conozco.

## Cards of reports

button-dismiss = Desestimar
reported-heading = **Denunciado**: un clip de { $requester } · { $channel }
reported-text = { $reporter } denunció { $filed_at }: { $text }
reported-text-attached = La denuncia completa va adjunta.
reported-message-gone = su mensaje está eliminado
reported-deleted-by-member = lo eliminó quien lo pidió
reported-deleted-by-moderator = lo eliminó { $moderator }
reported-clips = { $count ->
    [0] ningún clip en 30 días
    [one] un clip en 30 días
   *[other] { $count } clips en 30 días
  }
reported-earlier = { $count ->
    [0] sin denuncias anteriores
    [one] una denuncia anterior
   *[other] { $count } denuncias anteriores
  }
reported-blocked-before = { $count ->
    [0] ningún bloqueo
    [one] un bloqueo
   *[other] { $count } bloqueos
  }
reported-blocked-now = bloqueo en vigor
reported-filed = { $count ->
    [one] una denuncia hasta ahora
   *[other] { $count } denuncias hasta ahora
  }
reported-dismissed = { $count ->
    [0] ninguna desestimada
    [one] una desestimada
   *[other] { $count } desestimadas
  }
reported-decided-deleted = **Resuelto**: { $moderator } eliminó el clip { $at }.
reported-decided-gone = **Resuelto**: { $moderator } lo dio por resuelto { $at }; el clip ya no estaba.
reported-decided-blocked = **Resuelto**: { $moderator } bloqueó al miembro { $at }.
reported-decided-dismissed = **Resuelto**: { $moderator } desestimó la denuncia { $at }.
reported-done-deleted = El clip está eliminado, y con ello quedan resueltas todas las denuncias sobre él.
reported-done-dismissed = La denuncia está desestimada. No se avisa a quien la escribió.
reported-not-found = Esa denuncia no existe en este servidor. No se ha cambiado nada.
reported-already-deleted = <@{ $moderator }> ya resolvió esta denuncia { $at }: se eliminó el clip. No se ha cambiado nada.
reported-already-blocked = <@{ $moderator }> ya resolvió esta denuncia { $at }: se bloqueó al miembro. No se ha cambiado nada.
reported-already-dismissed = <@{ $moderator }> ya resolvió esta denuncia { $at }: se desestimó. No se ha cambiado nada.
