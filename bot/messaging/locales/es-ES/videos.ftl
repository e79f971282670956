# The subcommands of /videos beside its list. Descriptions are at most 100 characters each.

videos-cancel-description = Cancelar uno de tus clips en espera o en marcha
videos-cancel-clip = Qué clip: elige uno, o escribe palabras de su descripción o su referencia
videos-quota-description = Ver lo que te queda a ti y a este servidor, y cuándo se libera más
videos-defaults-description = Ver o definir las opciones con las que se hacen tus clips si no dices otra cosa
videos-defaults-duration = Cuánto duran tus clips
videos-defaults-aspect-ratio = El formato de la imagen
videos-defaults-cfg-scale = Cuánto se ciñen tus clips a la descripción, de 0 a 1
videos-defaults-negative-prompt = Lo que tus clips deben dejar fuera; un guion si no deben dejar nada
videos-defaults-private = Si tus clips solo los ves tú; la moderación puede verlos igualmente en el registro
videos-defaults-clear = Olvidar todas tus preferencias, salvo lo que indiques a la vez

cancel-not-found = Ese clip no está entre los tuyos que se pueden cancelar aquí. { -unchanged } { -videos-list } dice cómo van tus peticiones.
own-choice = { $title } · { $state }

# What is left. Prices stand in it only where the operator shows them.

quota-user = **Lo que te queda**
quota-guild = **Lo que le queda a este servidor**
quota-day = Clips en 24 horas: { $left ->
    [one] queda { $left }
   *[other] quedan { $left }
  } de { $limit }.
quota-day-frees = Clips en 24 horas: { $left ->
    [one] queda { $left }
   *[other] quedan { $left }
  } de { $limit }. Se libera uno más { $frees_at }.
quota-day-free = Clips en 24 horas: { $used ->
    [one] { $used } pedido
   *[other] { $used } pedidos
  }, sin límite.
quota-now = En espera: { $waiting }. En marcha: { $running }.
quota-of = { $used } de { $limit } como mucho
quota-of-any = { $used }
quota-money = Gasto en 24 horas: { USD($spent) } de { USD($limit) }.
quota-money-free = Gasto en 24 horas: { USD($spent) }, sin límite.
quota-used-up = No alcanza para otro clip.
quota-used-up-until = No alcanza para otro clip; volverá a alcanzar { $frees_at }.
quota-price = Se espera que un clip de { $duration } segundos cueste { USD($price) }.
quota-everybody = Este bot ha gastado todo lo que puede gastar en 24 horas en todos los servidores juntos.
quota-everybody-until = Este bot ha gastado todo lo que puede gastar en 24 horas en todos los servidores juntos. Volverá a haber sitio { $frees_at }.
quota-closed = Por ahora no se pueden pedir clips aquí. La moderación puede contarte más.
quota-paused = Por ahora no se hacen clips nuevos{ NOTE($text) }. Los clips que ya están en la cola conservan su puesto.
quota-in-servers = Lo que te queda se cuenta por separado en cada servidor. { -free } Escribe { -videos-quota } en el servidor que te interese.
quota-guild-not-allowed = Este servidor aún no puede usar la cuenta de vídeo de este bot, así que aquí no hay nada que pedir. { -free } El operador del bot puede autorizarlo.
quota-away = Por ahora no se puede acceder al registro, así que no se sabe qué queda. { -unchanged } Inténtalo de nuevo en unos minutos.

# A member's own options. Where several have set one, the nearest holds.

defaults-heading = **Con qué se hacen tus clips si no dices otra cosa**
defaults-changed = Tus preferencias han cambiado. { -free } Se aplican desde tu próximo clip.
defaults-forgotten = Tus preferencias se han olvidado. { -free } Vuelve a aplicarse lo que esté definido para el canal o el servidor.
defaults-started-over = Tus preferencias han cambiado, y las que no has indicado se han olvidado. { -free } Esto se aplica desde tu próximo clip.
defaults-line = { $option }: { $value } · { $source }
defaults-duration = Duración
defaults-aspect-ratio = Formato
defaults-cfg-scale = Fidelidad a la descripción
defaults-negative-prompt = Deja fuera
defaults-private = Solo lo ves tú
defaults-value-duration = { $duration } segundos
defaults-value-cfg-scale = { NUMBER($cfg, maximumFractionDigits: 2) }
defaults-value-nothing = nada
defaults-value-yes = sí
defaults-value-no = no
defaults-source-member = tuya
defaults-source-channel = de este canal
defaults-source-guild = de este servidor
defaults-source-standard = estándar
defaults-hint = Indica aquí una opción para definirla; las demás se quedan. { -clear } olvida todas tus preferencias salvo lo que indiques a la vez, así que también sirve para quitar una sola. Un guion en { -negative-prompt } no deja nada fuera, sea lo que sea lo que haya definido el servidor.
defaults-directly = Los servidores y los canales también pueden haber definido algunas; las tuyas tienen prioridad.
defaults-duration-unknown = Un clip dura 5 o 10 segundos. { -unchanged } Elige una de las dos duraciones e inténtalo de nuevo.
defaults-aspect-ratio-unknown = El formato de un clip es 16:9, 9:16 o 1:1. { -unchanged } Elige uno de ellos e inténtalo de nuevo.
defaults-cfg-scale-out-of-range = La fidelidad de un clip a la descripción va de 0 a 1. { -unchanged } Elige un número entre los dos e inténtalo de nuevo.
defaults-negative-prompt-ill = La lista de lo que se deja fuera es demasiado larga o contiene caracteres que no son texto. { -unchanged } Acórtala o escríbela de nuevo, e inténtalo otra vez.
defaults-private-unknown = El ajuste que hace que un clip solo lo veas tú es verdadero o falso. { -unchanged } Elige uno de los dos e inténtalo de nuevo.
defaults-away = Por ahora no se puede acceder al registro, así que no se pueden mostrar tus preferencias. { -free } Inténtalo de nuevo en unos minutos.
