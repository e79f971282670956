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
refused-age-restricted-only = Dieser Server hat Clips nur in Kanälen mit Altersbeschränkung, und dieser Kanal ist keiner davon. { -free } Fordere ihn in einem von denen noch einmal an. Referenz `{ $reference }`.
