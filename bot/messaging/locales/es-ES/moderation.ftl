# Lo que la moderación ve y encauza.

## Rules

name-video-mod = video-mod
name-video-mod-rules = reglas
name-video-mod-rules-add = añadir
name-video-mod-rules-remove = quitar
name-video-mod-rules-list = lista
name-video-mod-rules-test = probar
option-kind = tipo
option-text = texto
option-rule = regla
video-mod-description = Ver y controlar lo que los miembros de este servidor pueden pedir
video-mod-rules-description = Lo que no se puede pedir en este servidor
video-mod-rules-add-description = Añadir una regla: las peticiones que la incumplan se rechazan
video-mod-rules-add-kind = Cómo se lee la regla: como palabra, como frase o como patrón
video-mod-rules-add-kind-word = palabra
video-mod-rules-add-kind-phrase = frase
video-mod-rules-add-kind-pattern = patrón
video-mod-rules-add-text = La palabra o palabras; para un patrón, una expresión regular
video-mod-rules-remove-description = Quitar una regla
video-mod-rules-remove-rule = Qué regla: elige una o escribe su número
video-mod-rules-list-description = Mostrar las reglas de este servidor
video-mod-rules-test-description = Ver qué reglas incumpliría un texto, y por qué
video-mod-rules-test-text = Lo que hay que probar, tal como lo escribiría un miembro
rules-none = Este servidor no tiene reglas. `/video-mod reglas añadir` crea una.
rules-heading = **Reglas de este servidor**: { $count } de { $limit } como máximo
rules-line = #{ $number } · { $kind } · { $text }
rules-in-file = Están en el archivo: número, tipo y texto, una regla por línea.
rule-added = La regla se ha añadido y se aplica desde ahora: { $rule }
rule-removed = La regla se ha quitado y ya no se aplica: { $rule }
rules-test-passes = Este texto no incumple ninguna regla.
rules-test-hits = { $count ->
    [one] Este texto incumple una regla.
   *[other] Este texto incumple { $count } reglas.
  }
rules-test-line = { $rule }: { $why }
rules-test-more = { $count ->
    [one] Se incumple otra regla.
   *[other] Se incumplen otras { $count } reglas.
  }
rules-why-written = { $found }, tal cual
rules-why-disguised = { $found }, disfrazado
rules-why-stretched = { $found }, con letras alargadas
rules-why-inside = { $found } está dentro del texto
rules-why-pattern = { $found } encaja
rule-known = Este servidor ya tiene esta regla. No se ha cambiado nada.
rule-too-many = Un servidor puede tener { $limit } reglas como máximo, y este ya ha llegado a esa cifra. No se ha cambiado nada. Quita una con `/video-mod reglas quitar`, o reúne varias palabras en un patrón.
rule-too-long = Son { $chars } caracteres; se permiten { $limit }. No se ha cambiado nada. Acórtalo, o haz dos reglas.
rule-empty = Una regla necesita al menos una letra o una cifra. No se ha cambiado nada. Un ejemplo: `spider`.
rule-not-one-word = Es más de una palabra. No se ha cambiado nada. Para varias palabras seguidas, elige el tipo «{ video-mod-rules-add-kind-phrase }». Un ejemplo: `black cat`.
rule-kind-unknown = Una regla es una palabra, una frase o un patrón. No se ha cambiado nada. Elige uno de ellos e inténtalo de nuevo.
rule-pattern-ill = Este patrón no sirve: tiene un error, es demasiado grande o encaja con cualquier texto. No se ha cambiado nada. Un ejemplo: `\bfox(es)?\b`.
rule-patterns-too-heavy = Los patrones de este servidor tardarían demasiado en conjunto. No se ha cambiado nada. Acorta este o quita otro.
rule-id-unreadable = Una regla se indica con su número. No se ha cambiado nada. Un ejemplo: `12`. Los números están en `/video-mod reglas lista`.
rule-not-found = Esa regla no existe en este servidor. No se ha cambiado nada. Las que existen están en `/video-mod reglas lista`.
rules-in-servers = Las reglas pertenecen a un servidor. Usa el comando en él.
refused-prompt-rule = La moderación de este servidor no permite lo que pide esta descripción. { -free } Describe otra cosa; la moderación puede contarte más. Referencia `{ $reference }`.
