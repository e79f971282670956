# For the operator of the bot: what is wrong, whether anything is lost or charged, what to do.

incident-key-refused = Eachlabs rechaza la clave de API. No se empieza nada nuevo ni se cobra nada; las peticiones en espera conservan su puesto. Pon una clave válida en `EACHLABS_API_KEY` y reinicia.
incident-key-refused-over = Eachlabs vuelve a aceptar la clave de API. Las peticiones en espera siguen adelante.
incident-no-balance = A la cuenta de Eachlabs no le queda saldo para otro clip. No se empieza nada nuevo ni se cobra nada; las peticiones en espera conservan su puesto. Recarga la cuenta; el bot sigue por sí solo.
incident-no-balance-over = La cuenta de Eachlabs vuelve a tener saldo. Las peticiones en espera siguen adelante.
incident-concurrency-cap = Eachlabs hace menos clips a la vez para esta cuenta de los que indica `EACHLABS_MAX_CONCURRENT`. No se ha perdido ni cobrado nada; las peticiones esperan más. Baja ese ajuste o pide más a Eachlabs.
incident-concurrency-cap-over = Eachlabs vuelve a aceptar clips nuevos. Las peticiones en espera siguen adelante.
incident-eachlabs-away = Eachlabs no responde, así que no se empieza nada nuevo. Por esperar no se pierde ni se cobra nada; las peticiones conservan su puesto. El bot sigue por sí solo cuando haya respuesta.
incident-eachlabs-away-over = Eachlabs vuelve a responder. Las peticiones en espera siguen adelante.
incident-guild-refused = El servidor `{ $subject }` pidió un clip y no está en `ALLOWED_GUILD_IDS`. No se ha cobrado nada. Añade el ID y reinicia si puede gastar tu dinero.
incident-guild-refused-over = El servidor `{ $subject }` ya no se rechaza.
incident-outcome-unknown = La conexión se cortó mientras se enviaba el trabajo `{ $subject }`. Puede que se haya hecho y cobrado, y no se vuelve a enviar. Mira la cuenta y después ejecuta `showreel jobs settle { $subject } --charged` o `--not-charged`.
incident-outcome-unknown-over = Ya se sabe qué fue del trabajo `{ $subject }`: se encontró y sigue adelante, o está resuelto.
incident-media-full = Ya no queda sitio para los clips que no se pudieron entregar. Las entregas siguen y no se pierde nada; lo que espera se hará igualmente. Las peticiones nuevas se rechazan y no se cobran. Haz sitio en `MEDIA_DIR`, o sube `MEDIA_MAX_GIB` y reinicia.
incident-media-full-over = Vuelve a haber sitio para clips. Se aceptan peticiones nuevas.
incident-job-stuck = El trabajo `{ $subject }` choca con un fallo de este programa y se intenta una y otra vez. Lo que haya costado queda como está. El registro tiene los detalles bajo este ID.
incident-job-stuck-over = El trabajo `{ $subject }` sigue adelante.
incident-output-unreachable = No se puede recoger el clip terminado del trabajo `{ $subject }`. Se ha cobrado; su enlace debería funcionar durante un día, y hasta entonces el bot lo intenta por sí solo. Comprueba que esta máquina llega a internet; el registro tiene la causa bajo este ID.
incident-output-unreachable-over = Ya no se espera el clip del trabajo `{ $subject }`: se recogió, o se agotó su día y se avisó al miembro.
incident-disk-full = El disco de `MEDIA_DIR` rechaza los clips terminados: está lleno, es de solo lectura o está dañado. Se han cobrado y no se han perdido; el bot lo intenta por sí solo mientras funcionen sus enlaces, es decir, durante un día. Haz sitio o arregla el disco.
incident-disk-full-over = El disco de `MEDIA_DIR` vuelve a aceptar clips. Las entregas siguen.
incident-key-missing = Ninguna clave de `DATA_KEY` abre lo que piden los trabajos `{ $subject }`, así que esperan. No se ha cobrado nada por ellos y nadie espera detrás. Vuelve a poner su clave tras una coma y reinicia, o abandona cada uno con `showreel jobs cancel` y su número.
incident-key-missing-over = Los trabajos `{ $subject }` ya no esperan su clave: siguen adelante o se abandonaron.
incident-feed-line-refused = Discord rechaza una línea de los avisos del servidor `{ $subject }`, así que siguen sin ella. No se ha perdido ni cobrado nada: aquello de lo que trataba está en el registro de ese servidor. Busca una versión más nueva o comunica lo que respondió Discord; está en el registro de este bot.
incident-feed-line-refused-over = Durante un día no se ha rechazado ninguna línea de los avisos del servidor `{ $subject }`.
