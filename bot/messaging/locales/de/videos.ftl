# The subcommands of /videos beside its list. Descriptions are at most 100 characters each.

videos-cancel-description = Einen deiner Clips abbrechen, der wartet oder in Arbeit ist
videos-cancel-clip = Welcher Clip: Wähle einen, oder tippe Wörter seiner Beschreibung oder seine Referenz
videos-quota-description = Zeigen, was du und dieser Server noch anfordern könnt und wann mehr frei wird
videos-defaults-description = Zeigen oder festlegen, womit deine Clips gemacht werden, wenn du nichts anderes sagst
videos-defaults-duration = Wie lang deine Clips sind
videos-defaults-aspect-ratio = Die Form des Bildes
videos-defaults-cfg-scale = Wie eng sich deine Clips an die Beschreibung halten, 0 bis 1
videos-defaults-negative-prompt = Was deine Clips weglassen sollen; ein Bindestrich für nichts
videos-defaults-private = Ob nur du deine Clips siehst; die Moderation kann sie trotzdem im Protokoll sehen
videos-defaults-clear = Alle deine Vorgaben vergessen, außer denen, die du hier dazu angibst

cancel-not-found = Du hast hier keinen solchen Clip, der sich abbrechen ließe. { -unchanged } { -videos-list } sagt, wie es um deine Anfragen steht.
own-choice = { $title } · { $state }

# What is left. Prices stand in it only where the operator shows them.

quota-user = **Was du noch hast**
quota-guild = **Was dieser Server noch hat**
quota-day = Clips in 24 Stunden: noch { $left } von { $limit }.
quota-day-frees = Clips in 24 Stunden: noch { $left } von { $limit }. Der nächste wird { $frees_at } frei.
quota-day-free = Clips in 24 Stunden: { $used } angefordert, ohne Limit.
quota-now = Wartend: { $waiting }. In Arbeit: { $running }.
quota-of = { $used } von höchstens { $limit }
quota-of-any = { $used }
quota-money = Geld in 24 Stunden: { USD($spent) } von { USD($limit) } verbraucht.
quota-money-free = Geld in 24 Stunden: { USD($spent) } verbraucht, ohne Limit.
quota-used-up = Das reicht für keinen weiteren Clip.
quota-used-up-until = Das reicht für keinen weiteren Clip; es reicht wieder { $frees_at }.
quota-price = Ein Clip von { $duration } Sekunden kostet voraussichtlich { USD($price) }.
quota-everybody = Dieser Bot hat aufgebraucht, was er in 24 Stunden auf allen Servern zusammen ausgeben kann.
quota-everybody-until = Dieser Bot hat aufgebraucht, was er in 24 Stunden auf allen Servern zusammen ausgeben kann. Platz gibt es wieder { $frees_at }.
quota-closed = Hier können im Moment keine Clips angefordert werden. Die Moderation kann dir mehr dazu sagen.
quota-paused = Im Moment werden keine neuen Clips gemacht{ NOTE($text) }. Clips, die schon warten, behalten ihren Platz.
quota-in-servers = Was du noch hast, wird für jeden Server einzeln gezählt. { -free } Tippe { -videos-quota } auf dem Server, um den es dir geht.
quota-guild-not-allowed = Dieser Server darf das Videokonto dieses Bots noch nicht nutzen, also gibt es hier nichts anzufordern. { -free } Der Betreiber des Bots kann ihn zulassen.
quota-away = Das Protokoll ist im Moment nicht erreichbar, daher ist nicht bekannt, was noch übrig ist. { -unchanged } Versuche es in ein paar Minuten noch einmal.

# A member's own options. Where several have set one, the nearest holds.

defaults-heading = **Womit deine Clips gemacht werden, wenn du nichts anderes sagst**
defaults-changed = Deine Vorgaben sind geändert. { -free } Sie gelten ab deinem nächsten Clip.
defaults-forgotten = Deine Vorgaben sind vergessen. { -free } Es gilt wieder, was für den Kanal oder den Server festgelegt ist.
defaults-started-over = Deine Vorgaben sind geändert, und die, die du nicht genannt hast, sind vergessen. { -free } Das gilt ab deinem nächsten Clip.
defaults-line = { $option }: { $value } · { $source }
defaults-duration = Länge
defaults-aspect-ratio = Form
defaults-cfg-scale = Hält sich an die Beschreibung
defaults-negative-prompt = Lässt weg
defaults-private = Nur du siehst ihn
defaults-value-duration = { $duration } Sekunden
defaults-value-cfg-scale = { NUMBER($cfg, maximumFractionDigits: 2) }
defaults-value-nothing = nichts
defaults-value-yes = ja
defaults-value-no = nein
defaults-source-member = von dir
defaults-source-channel = von diesem Kanal
defaults-source-guild = von diesem Server
defaults-source-standard = Standard
defaults-hint = Gib hier eine Option an, um sie festzulegen; deine anderen bleiben. { -clear } vergisst alle deine Vorgaben außer denen, die du dazu angibst, nimmt also auch eine einzelne zurück. Ein Bindestrich bei { -negative-prompt } lässt nichts weg, was auch immer der Server festgelegt hat.
defaults-directly = Auch Server und Kanäle können welche festgelegt haben; deine gehen vor.
defaults-duration-unknown = Ein Clip ist 5 oder 10 Sekunden lang. { -unchanged } Wähle eines davon und versuche es noch einmal.
defaults-aspect-ratio-unknown = Die Form eines Clips ist 16:9, 9:16 oder 1:1. { -unchanged } Wähle eine davon und versuche es noch einmal.
defaults-cfg-scale-out-of-range = Wie eng sich ein Clip an die Beschreibung hält, geht von 0 bis 1. { -unchanged } Wähle eine Zahl dazwischen und versuche es noch einmal.
defaults-negative-prompt-ill = Die Liste dessen, was fehlen soll, ist zu lang oder enthält Zeichen, die kein Text sind. { -unchanged } Kürze sie oder schreib sie neu und versuche es noch einmal.
defaults-private-unknown = Ob nur du einen Clip siehst, ist entweder wahr oder falsch. { -unchanged } Wähle eines davon und versuche es noch einmal.
defaults-away = Das Protokoll ist im Moment nicht erreichbar, daher lassen sich deine Vorgaben nicht zeigen. { -free } Versuche es in ein paar Minuten noch einmal.
