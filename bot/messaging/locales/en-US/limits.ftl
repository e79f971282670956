# Limits that a server sets below the operator's: refusals, what is left of a month, prices.

refused-user-monthly-limit = You may ask for { $limit ->
    [0] no clips here
    [one] one clip in 30 days
   *[other] { $limit } clips in 30 days
  }. { -free } A moderator can tell you more. Reference `{ $reference }`.
refused-user-monthly-limit-until = You may ask for { $limit ->
    [one] one clip in 30 days, and have used it
   *[other] { $limit } clips in 30 days, and have used them all
  }. { -free } You may ask again { $frees_at }. Reference `{ $reference }`.
refused-guild-monthly-limit = This server may ask for { $limit ->
    [0] no clips
    [one] one clip in 30 days
   *[other] { $limit } clips in 30 days
  }. { -free } A moderator can tell you more. Reference `{ $reference }`.
refused-guild-monthly-limit-until = This server may ask for { $limit ->
    [one] one clip in 30 days, and has used it
   *[other] { $limit } clips in 30 days, and has used them all
  }. { -free } There is room again { $frees_at }. Reference `{ $reference }`.
refused-user-monthly-money-limit = A clip like this costs more than you may spend here in 30 days. { -free } A shorter clip may fit; a moderator can tell you more. Reference `{ $reference }`.
refused-user-monthly-money-limit-until = You have used up what you may spend here in 30 days. { -free } There is enough for this clip again { $frees_at }. Reference `{ $reference }`.
refused-guild-monthly-money-limit = A clip like this costs more than this server may spend in 30 days. { -free } A shorter clip may fit; a moderator can tell you more. Reference `{ $reference }`.
refused-guild-monthly-money-limit-until = This server has used up what it may spend in 30 days. { -free } There is enough for this clip again { $frees_at }. Reference `{ $reference }`.
limit-by-role = -# This is the limit of your role { $role }.

quota-month = Clips in 30 days: { $left } of { $limit } left.
quota-month-frees = Clips in 30 days: { $left } of { $limit } left. One more comes back { $frees_at }.
quota-money-month = Money in 30 days: { USD($spent) } of { USD($limit) } used.
quota-by-role = -# A role of yours sets what you may ask for here.
quota-spent = What may be spent on clips here is not enough for even one. A moderator can tell you more.
quota-spent-until = What may be spent on clips here is used up. It is enough for another clip again { $frees_at }.

# Behind the options on a card, where the operator shows prices.

card-price = expected to cost { USD($price) }
