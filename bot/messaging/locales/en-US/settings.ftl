# What a server's moderators set for it.

## Requests that it does not take

button-publicly = Ask publicly
refused-private-not-allowed = { $allowed ->
    [moderators] Clips that only you see are for the moderators of this server
   *[nobody] This server makes no clips that only one person sees
  }. { -free } **{ button-publicly }** asks for the same clip where everybody sees it; so does the command without `private`. Reference `{ $reference }`.
refused-private-not-allowed-default = Your defaults ask for clips that only you see, { $allowed ->
    [moderators] and those are for the moderators of this server
   *[nobody] and this server makes none of those
  }. So nobody was shown this one. { -free } **{ button-publicly }** asks for it where everybody sees it; so does the command with `private` set to false. `/videos defaults` changes your defaults. Reference `{ $reference }`.
refused-age-restricted-only = This server has clips in its age-restricted channels only, and this channel is none. { -free } Ask again in one of those. Reference `{ $reference }`.
