# Lo que la moderación de un servidor ajusta para él.

## Requests that it does not take

button-publicly = Pedir en público
refused-private-not-allowed = { $allowed ->
    [moderators] Los clips que solo ve quien los pide son para la moderación de este servidor
   *[nobody] En este servidor no se hacen clips que solo vea una persona
  }. { -free } **{ button-publicly }** pide el mismo clip a la vista de todo el mundo; el comando sin `{ option-private }`, también. Referencia `{ $reference }`.
refused-private-not-allowed-default = Tus preferencias piden clips que solo ves tú, { $allowed ->
    [moderators] y esos son para la moderación de este servidor
   *[nobody] y este servidor no hace clips así
  }. Por eso nadie ha visto esta petición. { -free } **{ button-publicly }** pide el clip a la vista de todo el mundo; el comando con `{ option-private }` en falso, también. `/{ name-videos } { name-videos-defaults }` cambia tus preferencias. Referencia `{ $reference }`.
refused-age-restricted-only = En este servidor solo se hacen clips en los canales con restricción de edad, y este canal no lo es. { -free } Vuelve a pedirlo en uno de ellos. Referencia `{ $reference }`.

## The command, and all that is set

name-video-mod-settings = ajustes
video-mod-settings-description = Ver y definir límites, opciones predeterminadas y quién puede ocultar clips en este servidor
settings-saved = Los ajustes se han guardado y se aplican desde ahora.
settings-server = **Límites de este servidor**: { $limits }
settings-member = **Límites de cada miembro**: { $limits }
settings-roles = **Límites de roles**, en lugar de los de cada miembro; con varios roles, se aplica el más generoso
settings-roles-none = **Límites de roles**: ninguno definido
settings-role = { $role }: { $limits }
settings-roles-more = Hay más: { $roles }
settings-ceiling = El operador permite como mucho { $limits }.
settings-ceiling-none = El operador no define ningún límite aquí.
settings-limits-none = ninguno definido
settings-jobs-per-day = { $jobs ->
    [0] ningún clip en 24 horas
    [one] un clip en 24 horas
   *[other] { $jobs } clips en 24 horas
  }
settings-jobs-per-month = { $jobs ->
    [0] ningún clip en 30 días
    [one] un clip en 30 días
   *[other] { $jobs } clips en 30 días
  }
settings-usd-per-day = { USD($usd) } en 24 horas
settings-usd-per-month = { USD($usd) } en 30 días
settings-private-use = **Quién puede pedir clips privados**: { $who ->
    [moderators] la moderación
    [nobody] nadie
   *[everyone] todo el mundo
  }
settings-spoiler = **Clips marcados como spoiler**: { $answer }
settings-age = **Clips solo en canales con restricción de edad**: { $answer }
settings-server-defaults = **Opciones predeterminadas de este servidor**: { $options }
settings-channel-defaults = **Opciones predeterminadas de este canal**: { $options }
settings-defaults-none = ninguna definida
settings-feed = **Avisos**: { $channel } recibe { $categories }.
settings-feed-none = **Avisos**: ninguno. `/video-mod avisos elegir` los activa.
settings-option = { $option }: { $value }
settings-option-private = Solo lo ve quien lo pide
settings-hint = Elige abajo lo que quieras cambiar.
button-settings-again = Abrir otra vez el formulario
button-settings-server-limits = Límites del servidor
button-settings-member-limits = Límites de cada miembro
button-settings-server-defaults = Opciones predeterminadas del servidor
button-settings-access = Privado, spoilers, edad

## Forms

settings-form-role-placeholder = Definir los límites de un rol
settings-form-channel-placeholder = Definir las opciones predeterminadas de un canal
settings-form-server-limits-title = Límites de este servidor
settings-form-member-limits-title = Límites de cada miembro
settings-form-role-limits-title = Límites de un rol
settings-about-role = Los miembros con { $role } tienen estos límites en lugar de los de cada miembro. Cuatro campos vacíos los quitan.
settings-form-jobs-per-day = Clips en 24 horas
settings-form-jobs-per-month = Clips en 30 días
settings-form-usd-per-day = Dólares estadounidenses en 24 horas
settings-form-usd-per-month = Dólares estadounidenses en 30 días
settings-form-limit-note = Vacío: sin límite propio. 0: nada.
settings-form-jobs-note = Como mucho { NUMBER($highest) }, según el operador. Vacío: sin límite propio. 0: ningún clip.
settings-form-usd-note = Como mucho { USD($highest) }, según el operador. Vacío: sin límite propio. 0: nada.
settings-form-standing-note = Definido ahora: { $value }
settings-form-server-defaults-title = Opciones predeterminadas de este servidor
settings-form-channel-defaults-title = Opciones predeterminadas de un canal
settings-form-channel-note = Se aplica en #{ $channel } y sus hilos.
settings-form-cfg-scale-note = Un número de 0 a 1. Vacío: sin definir.
settings-form-negative-prompt-note = Vacío: sin definir. Un guion: no se deja nada fuera, se defina lo que se defina en otro sitio.
settings-form-private = Solo ve el clip quien lo pide
settings-form-unset = Sin definir
settings-form-access-title = Privado, spoilers, edad
settings-form-private-use = Clips privados
settings-form-private-use-note = Quién puede pedir clips que solo ve quien los pide; en el registro quedan igualmente.
settings-form-private-use-everyone = Todo el mundo
settings-form-private-use-moderators = La moderación (Gestionar mensajes)
settings-form-private-use-nobody = Nadie
settings-form-spoiler = Clips marcados como spoiler
settings-form-spoiler-note = Los demás solo ven un clip tras pulsarlo. Se aplica a las peticiones nuevas.
settings-form-age = Solo en canales con restricción de edad
settings-form-age-note = Las peticiones de todos los demás canales se rechazan.

## What cannot be set

settings-count-unreadable = { $field ->
    [jobs_per_month] El límite de clips en 30 días
   *[jobs_per_day] El límite de clips en 24 horas
  } no es un número entero de 1000000 como máximo. No se ha cambiado nada. Un ejemplo: `20`. Deja el campo vacío para no poner límite; `0` no permite ninguno.
settings-usd-unreadable = { $field ->
    [usd_per_month] El límite de gasto en 30 días
   *[usd_per_day] El límite de gasto en 24 horas
  } no es una cantidad en dólares estadounidenses de 1000000 como máximo. No se ha cambiado nada. Un ejemplo: `7.50`. Deja el campo vacío para no poner límite; `0` no permite nada.
settings-jobs-above-ceiling = El operador permite { $scope ->
    [server] a este servidor
   *[member] a un miembro
  } como mucho { $highest ->
    [one] { NUMBER($highest) } clip
   *[other] { NUMBER($highest) } clips
  } en { $field ->
    [jobs_per_month] 30 días
   *[jobs_per_day] 24 horas
  }. No se ha cambiado nada. Pon esa cifra o menos, o deja el campo vacío: entonces solo se aplica el límite del operador.
settings-usd-above-ceiling = El operador permite { $scope ->
    [server] a este servidor
   *[member] a un miembro
  } como mucho { USD($highest) } en { $field ->
    [usd_per_month] 30 días
   *[usd_per_day] 24 horas
  }. No se ha cambiado nada. Pon esa cifra o menos, o deja el campo vacío: entonces solo se aplica el límite del operador.
settings-cfg-scale-unreadable = La fidelidad de los clips a la descripción es un número de 0 a 1. No se ha cambiado nada. Un ejemplo: `0.5`. Un campo vacío no define nada.
settings-too-many-roles = Un servidor puede definir límites para { $limit } roles como máximo, y este ya ha llegado a esa cifra. No se ha cambiado nada. Vacía antes los campos de otro rol.
settings-role-unknown = Ese rol no existe en este servidor. No se ha cambiado nada. Elige uno del menú.
settings-channel-unknown = Ese canal no existe en este servidor. No se ha cambiado nada. Elige uno del menú.
settings-choice-unknown = Eso no está entre las opciones. No se ha cambiado nada. Vuelve a abrir el formulario con `/{ name-video-mod } { name-video-mod-settings }`.
settings-away = Ahora mismo no se pueden leer los ajustes, así que el formulario no se ha abierto. No se ha cambiado nada. Inténtalo de nuevo en un minuto.
settings-changed-meanwhile = Esto se ha cambiado mientras tenías abierto el formulario. Ahora se aplica: { $standing }. Tu formulario no ha cambiado nada. Vuelve a abrirlo si quieres otra cosa.
