# The moderators' feed, its commands, and the cards of reports that stand in it.

name-video-mod-feed = avisos
name-video-mod-feed-set = elegir
name-video-mod-feed-off = apagar
name-video-mod-feed-test = probar
option-delivered = entregados
option-refused = rechazadas
option-failed = fallidos
option-cancelled = canceladas
option-reports = denuncias
video-mod-feed-description = Un canal que se entera de cada petición cuando termina
video-mod-feed-set-description = Elige el canal de avisos y de qué se entera
video-mod-feed-set-channel = El canal; mejor uno que solo pueda leer la moderación
video-mod-feed-set-delivered = Clips hechos; sí, si no eliges otra cosa
video-mod-feed-set-refused = Peticiones rechazadas; sí, si no eliges otra cosa
video-mod-feed-set-failed = Clips que fallaron o tardaron demasiado; sí, si no eliges otra cosa
video-mod-feed-set-cancelled = Peticiones canceladas; sí, si no eliges otra cosa
video-mod-feed-set-reports = Denuncias de miembros, con botones para decidirlas; sí, si no eliges otra cosa
video-mod-feed-off-description = Apaga los avisos
video-mod-feed-test-description = Envía una muestra a los avisos y mira qué les falta

## What the commands answer

feed-set = Los avisos están encendidos. { $channel } se entera de: { $categories }.
feed-off = Los avisos están apagados; { $channel } ya no se entera de nada. El registro sigue como antes.
feed-not-set = Este servidor no tiene avisos. `/video-mod avisos elegir` los enciende.
feed-set-nothing = Los avisos tienen que contar algo. No se ha cambiado nada. Deja al menos una clase, o usa `/video-mod avisos apagar`.
feed-channel-unknown = En este servidor no hay ese canal, o Showreel no lo conoce. No se ha cambiado nada. Elige un canal de texto o un hilo de este servidor, por ejemplo `#moderators`.
feed-in-servers = Los avisos son de un servidor. Usa el comando allí.
feed-test-done = En { $channel } hay una línea de muestra y una denuncia de muestra.
feed-test-failed = Discord no aceptó la muestra en { $channel }.
feed-channel-gone = Ese canal ya no existe, o Showreel no lo conoce. Elige otro con `/video-mod avisos elegir`.
feed-lacks = A Showreel le falta allí: { $permissions }. Lo que termine mientras tanto se contará cuando lo tenga, durante un día.
feed-public = Todo el mundo aquí puede leer { $channel }, y con él todas las descripciones de las que se entera. En un canal de moderación quedan entre vosotros.
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
reported-text = { $reporter } denuncia { $filed_at }: { $text }
reported-text-attached = La denuncia completa va adjunta.
reported-message-gone = su mensaje está borrado
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
    [0] nunca bloqueado
    [one] bloqueado una vez
   *[other] bloqueado { $count } veces
  }
reported-blocked-now = bloqueado ahora
reported-filed = { $count ->
    [one] una denuncia hasta ahora
   *[other] { $count } denuncias hasta ahora
  }
reported-dismissed = { $count ->
    [0] ninguna desestimada
    [one] una desestimada
   *[other] { $count } desestimadas
  }
reported-decided-deleted = **Decidido**: { $moderator } borró el clip { $at }.
reported-decided-blocked = **Decidido**: { $moderator } bloqueó a su miembro { $at }.
reported-decided-dismissed = **Decidido**: { $moderator } desestimó la denuncia { $at }.
reported-done-deleted = El clip está borrado, y con ello quedan decididas todas las denuncias sobre él.
reported-done-dismissed = La denuncia está desestimada. A quien la escribió no se le avisa.
reported-not-found = En este servidor no hay esa denuncia. No se ha cambiado nada.
reported-already-deleted = <@{ $moderator }> ya decidió esta denuncia { $at }: se borró el clip. No se ha cambiado nada.
reported-already-blocked = <@{ $moderator }> ya decidió esta denuncia { $at }: se bloqueó al miembro. No se ha cambiado nada.
reported-already-dismissed = <@{ $moderator }> ya decidió esta denuncia { $at }: se desestimó. No se ha cambiado nada.
