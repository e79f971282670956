# Was die Moderation eines Servers für ihn festlegt.

## Requests that it does not take

button-publicly = Öffentlich anfordern
refused-private-not-allowed = { $allowed ->
    [moderators] Clips, die nur du siehst, sind auf diesem Server der Moderation vorbehalten
   *[nobody] Dieser Server macht keine Clips, die nur eine Person sieht
  }. { -free } **{ button-publicly }** fordert denselben Clip so an, dass alle ihn sehen; das tut auch der Befehl ohne `{ option-private }`. Referenz `{ $reference }`.
refused-private-not-allowed-default = Deine Vorgaben verlangen Clips, die nur du siehst, { $allowed ->
    [moderators] und die sind auf diesem Server der Moderation vorbehalten
   *[nobody] und solche macht dieser Server nicht
  }. Darum hat niemand diese Anfrage gesehen. { -free } **{ button-publicly }** fordert den Clip so an, dass alle ihn sehen; das tut auch der Befehl mit `{ option-private }` auf falsch. `/{ name-videos } { name-videos-defaults }` ändert deine Vorgaben. Referenz `{ $reference }`.
refused-age-restricted-only = Auf diesem Server gibt es Clips nur in Kanälen mit Altersbeschränkung, und dieser Kanal ist keiner davon. { -free } Fordere den Clip in einem solchen Kanal noch einmal an. Referenz `{ $reference }`.

## The command, and all that is set

name-video-mod-settings = einstellungen
video-mod-settings-description = Limits, Vorgaben und wer Clips verbergen darf: für diesen Server sehen und festlegen
settings-saved = Die Einstellungen sind gespeichert und gelten ab jetzt.
settings-server = **Limits dieses Servers**: { $limits }
settings-member = **Limits für jedes Mitglied**: { $limits }
settings-roles = **Limits für Rollen**, statt der Limits für jedes Mitglied; bei mehreren Rollen gilt das großzügigste
settings-roles-none = **Limits für Rollen**: keine festgelegt
settings-role = { $role }: { $limits }
settings-roles-more = Weitere Rollen: { $roles }
settings-ceiling = Höchstens erlaubt der Betreiber: { $limits }.
settings-ceiling-none = Der Betreiber setzt hier kein Limit.
settings-limits-none = keine festgelegt
settings-jobs-per-day = { $jobs ->
    [0] keine Clips in 24 Stunden
    [one] ein Clip in 24 Stunden
   *[other] { $jobs } Clips in 24 Stunden
  }
settings-jobs-per-month = { $jobs ->
    [0] keine Clips in 30 Tagen
    [one] ein Clip in 30 Tagen
   *[other] { $jobs } Clips in 30 Tagen
  }
settings-usd-per-day = { USD($usd) } in 24 Stunden
settings-usd-per-month = { USD($usd) } in 30 Tagen
settings-private-use = **Wer Clips anfordern darf, die sonst niemand sieht**: { $who ->
    [moderators] die Moderation
    [nobody] niemand
   *[everyone] alle
  }
settings-spoiler = **Clips als Spoiler**: { $answer }
settings-age = **Clips nur in Kanälen mit Altersbeschränkung**: { $answer }
settings-server-defaults = **Vorgaben dieses Servers**: { $options }
settings-channel-defaults = **Vorgaben dieses Kanals**: { $options }
settings-defaults-none = keine festgelegt
settings-feed = **Meldekanal**: In { $channel } erscheinen { $categories }.
settings-feed-none = **Meldekanal**: keiner. `/video-mod meldekanal einrichten` legt einen fest.
settings-option = { $option }: { $value }
settings-option-private = Nur das Mitglied sieht ihn
settings-hint = Wähle unten, was du ändern willst.
button-settings-again = Formular wieder öffnen
button-settings-server-limits = Limits des Servers
button-settings-member-limits = Limits für jedes Mitglied
button-settings-server-defaults = Vorgaben des Servers
button-settings-access = Privat, Spoiler, Alter

## Forms

settings-form-role-placeholder = Limits für eine Rolle festlegen
settings-form-channel-placeholder = Die Vorgaben eines Kanals festlegen
settings-form-server-limits-title = Limits dieses Servers
settings-form-member-limits-title = Limits für jedes Mitglied
settings-form-role-limits-title = Limits für eine Rolle
settings-about-role = Für Mitglieder mit { $role } gelten diese Limits statt der Limits für jedes Mitglied. Vier leere Felder heben sie auf.
settings-form-jobs-per-day = Clips in 24 Stunden
settings-form-jobs-per-month = Clips in 30 Tagen
settings-form-usd-per-day = US-Dollar in 24 Stunden
settings-form-usd-per-month = US-Dollar in 30 Tagen
settings-form-limit-note = Leer: kein eigenes Limit. 0: nichts erlaubt.
settings-form-jobs-note = Höchstens { NUMBER($highest) }, vom Betreiber. Leer: kein eigenes Limit. 0: keine Clips erlaubt.
settings-form-usd-note = Höchstens { USD($highest) }, vom Betreiber. Leer: kein eigenes Limit. 0: nichts erlaubt.
settings-form-standing-note = Jetzt festgelegt: { $value }
settings-form-server-defaults-title = Vorgaben dieses Servers
settings-form-channel-defaults-title = Vorgaben eines Kanals
settings-form-channel-note = Gilt in #{ $channel } und seinen Threads.
settings-form-cfg-scale-note = Eine Zahl von 0 bis 1. Leer: nicht festgelegt.
settings-form-negative-prompt-note = Leer: nicht festgelegt. Bindestrich: nichts wird weggelassen, egal was sonst wo festgelegt ist.
settings-form-private = Nur das Mitglied sieht den Clip
settings-form-unset = Nicht festgelegt
settings-form-access-title = Privat, Spoiler, Alter
settings-form-private-use = Clips, die nur das Mitglied sieht
settings-form-private-use-note = Wer sie anfordern darf; im Protokoll stehen sie trotzdem.
settings-form-private-use-everyone = Alle
settings-form-private-use-moderators = Moderation: wer Nachrichten verwalten darf
settings-form-private-use-nobody = Niemand
settings-form-spoiler = Clips als Spoiler
settings-form-spoiler-note = Alle anderen sehen einen Clip erst, wenn sie darauf drücken. Das gilt für neue Anfragen.
settings-form-age = Clips nur in Kanälen mit Altersbeschränkung
settings-form-age-note = Anfragen aus allen anderen Kanälen werden abgelehnt.

## What cannot be set

settings-count-unreadable = { $field ->
    [jobs_per_month] Das Limit für Clips in 30 Tagen
   *[jobs_per_day] Das Limit für Clips in 24 Stunden
  } ist keine ganze Zahl bis 1000000. Es wurde nichts geändert. Ein Beispiel: `20`. Lass das Feld leer, wenn es kein Limit geben soll; `0` erlaubt keine Clips.
settings-usd-unreadable = { $field ->
    [usd_per_month] Das Limit für Geld in 30 Tagen
   *[usd_per_day] Das Limit für Geld in 24 Stunden
  } ist kein Betrag in US-Dollar bis 1000000. Es wurde nichts geändert. Ein Beispiel: `7.50`. Lass das Feld leer, wenn es kein Limit geben soll; `0` erlaubt nichts.
settings-jobs-above-ceiling = Der Betreiber erlaubt { $scope ->
    [server] diesem Server
   *[member] einem Mitglied
  } höchstens { $highest ->
    [one] einen Clip
   *[other] { NUMBER($highest) } Clips
  } in { $field ->
    [jobs_per_month] 30 Tagen
   *[jobs_per_day] 24 Stunden
  }. Es wurde nichts geändert. Lege diesen Wert oder weniger fest, oder lass das Feld leer: Dann gilt nur das Limit des Betreibers.
settings-usd-above-ceiling = Der Betreiber erlaubt { $scope ->
    [server] diesem Server
   *[member] einem Mitglied
  } höchstens { USD($highest) } in { $field ->
    [usd_per_month] 30 Tagen
   *[usd_per_day] 24 Stunden
  }. Es wurde nichts geändert. Lege diesen Betrag oder weniger fest, oder lass das Feld leer: Dann gilt nur das Limit des Betreibers.
settings-cfg-scale-unreadable = Wie eng sich Clips an die Beschreibung halten, ist eine Zahl von 0 bis 1. Es wurde nichts geändert. Ein Beispiel: `0.5`. Ein leeres Feld legt nichts fest.
settings-too-many-roles = Ein Server kann für { $limit } Rollen Limits festlegen, und dieser hat schon so viele. Es wurde nichts geändert. Leere zuerst die Felder einer anderen Rolle.
settings-role-unknown = Dieser Server hat keine solche Rolle. Es wurde nichts geändert. Wähle eine aus dem Menü.
settings-channel-unknown = Dieser Server hat keinen solchen Kanal. Es wurde nichts geändert. Wähle einen aus dem Menü.
settings-choice-unknown = Das steht nicht zur Wahl. Es wurde nichts geändert. Öffne das Formular noch einmal mit `/{ name-video-mod } { name-video-mod-settings }`.
settings-away = Was festgelegt ist, lässt sich im Moment nicht lesen; darum wurde das Formular nicht geöffnet. Es wurde nichts geändert. Versuche es in einer Minute noch einmal.
settings-changed-meanwhile = Das wurde geändert, während dein Formular offen war. Jetzt gilt: { $standing }. Dein Formular hat nichts geändert. Öffne es noch einmal, wenn es anders sein soll.
