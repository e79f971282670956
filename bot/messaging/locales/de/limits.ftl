# Limits that a server sets below the operator's: refusals, what is left of a month, prices.

refused-user-monthly-limit = Du kannst { $limit ->
    [0] hier keine Clips
    [one] in 30 Tagen einen Clip
   *[other] in 30 Tagen { $limit } Clips
  } anfordern. { -free } Die Moderation kann dir mehr dazu sagen. Referenz `{ $reference }`.
refused-user-monthly-limit-until = Du kannst in 30 Tagen { $limit ->
    [one] einen Clip anfordern und hast das getan
   *[other] { $limit } Clips anfordern und hast alle angefordert
  }. { -free } Den nächsten kannst du { $frees_at } anfordern. Referenz `{ $reference }`.
refused-guild-monthly-limit = Dieser Server kann { $limit ->
    [0] keine Clips
    [one] in 30 Tagen einen Clip
   *[other] in 30 Tagen { $limit } Clips
  } anfordern. { -free } Die Moderation kann dir mehr dazu sagen. Referenz `{ $reference }`.
refused-guild-monthly-limit-until = Dieser Server kann in 30 Tagen { $limit ->
    [one] einen Clip anfordern und hat das getan
   *[other] { $limit } Clips anfordern und hat alle angefordert
  }. { -free } Platz gibt es wieder { $frees_at }. Referenz `{ $reference }`.
refused-user-monthly-money-limit = Ein solcher Clip kostet mehr, als du hier in 30 Tagen ausgeben kannst. { -free } Ein kürzerer passt vielleicht; die Moderation kann dir mehr dazu sagen. Referenz `{ $reference }`.
refused-user-monthly-money-limit-until = Du hast aufgebraucht, was du hier in 30 Tagen ausgeben kannst. { -free } Für diesen Clip reicht es wieder { $frees_at }. Referenz `{ $reference }`.
refused-guild-monthly-money-limit = Ein solcher Clip kostet mehr, als dieser Server in 30 Tagen ausgeben kann. { -free } Ein kürzerer passt vielleicht; die Moderation kann dir mehr dazu sagen. Referenz `{ $reference }`.
refused-guild-monthly-money-limit-until = Dieser Server hat aufgebraucht, was er in 30 Tagen ausgeben kann. { -free } Für diesen Clip reicht es wieder { $frees_at }. Referenz `{ $reference }`.
limit-by-role = -# Das ist das Limit deiner Rolle { $role }.

quota-month = Clips in 30 Tagen: noch { $left } von { $limit }.
quota-month-frees = Clips in 30 Tagen: noch { $left } von { $limit }. Der nächste wird { $frees_at } frei.
quota-money-month = Geld in 30 Tagen: { USD($spent) } von { USD($limit) } verbraucht.
quota-by-role = -# Eine deiner Rollen bestimmt, was du hier anfordern kannst.
quota-spent = Was hier für Clips ausgegeben werden darf, reicht nicht einmal für einen. Die Moderation kann dir mehr dazu sagen.
quota-spent-until = Was hier für Clips ausgegeben werden darf, ist aufgebraucht. Für einen weiteren Clip reicht es wieder { $frees_at }.

# Behind the options on a card, where the operator shows prices.

card-price = kostet voraussichtlich { USD($price) }
