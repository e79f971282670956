# A request that was not accepted: what stands against it, that it cost nothing, what to do now.

refused-guild-not-allowed = This server may not use this bot’s video account yet. { -free } The operator of the bot has been told; ask them to allow this server. Reference `{ $reference }`.
refused-paused-by-operator = No new clips are being made at the moment{ NOTE($text) }. { -free } Clips already in line keep their place. Try again later. Reference `{ $reference }`.
refused-user-waiting-limit = You have { $limit ->
    [0] no room in the line here
    [one] one clip in line, which is the most allowed at once
   *[other] { $limit } clips in line, which is the most allowed at once
  }. { -free } Ask again when one of yours has started. Reference `{ $reference }`.
refused-guild-waiting-limit = This server has { $limit ->
    [0] no room in the line
    [one] one clip in line, which is the most allowed at once
   *[other] { $limit } clips in line, which is the most allowed at once
  }. { -free } Ask again when one of them has started. Reference `{ $reference }`.
refused-user-daily-limit = You may ask for { $limit ->
    [0] no clips here
    [one] one clip in 24 hours
   *[other] { $limit } clips in 24 hours
  }. { -free } A moderator can tell you more. Reference `{ $reference }`.
refused-user-daily-limit-until = You may ask for { $limit ->
    [one] one clip in 24 hours, and have used it
   *[other] { $limit } clips in 24 hours, and have used them all
  }. { -free } You may ask again { $frees_at }. Reference `{ $reference }`.
refused-guild-daily-limit = This server may ask for { $limit ->
    [0] no clips
    [one] one clip in 24 hours
   *[other] { $limit } clips in 24 hours
  }. { -free } A moderator can tell you more. Reference `{ $reference }`.
refused-guild-daily-limit-until = This server may ask for { $limit ->
    [one] one clip in 24 hours, and has used it
   *[other] { $limit } clips in 24 hours, and has used them all
  }. { -free } There is room again { $frees_at }. Reference `{ $reference }`.
refused-user-money-limit = A clip like this costs more than you may spend here in 24 hours. { -free } A shorter clip may fit; a moderator can tell you more. Reference `{ $reference }`.
refused-user-money-limit-until = You have used up what you may spend here in 24 hours. { -free } There is enough for this clip again { $frees_at }. Reference `{ $reference }`.
refused-guild-money-limit = A clip like this costs more than this server may spend in 24 hours. { -free } A shorter clip may fit; a moderator can tell you more. Reference `{ $reference }`.
refused-guild-money-limit-until = This server has used up what it may spend in 24 hours. { -free } There is enough for this clip again { $frees_at }. Reference `{ $reference }`.
refused-total-money-limit = A clip like this costs more than this bot may spend in 24 hours. { -free } A shorter clip may fit; a moderator can tell you more. Reference `{ $reference }`.
refused-total-money-limit-until = This bot has used up what it may spend in 24 hours. { -free } There is enough for this clip again { $frees_at }. Reference `{ $reference }`.
refused-wait-too-long = The line is too long: your clip would start in about { HOURS($wait_s) ->
    [0] { MINUTES($wait_s) ->
        [1] a minute
       *[other] { MINUTES($wait_s) } minutes
      }
    [1] an hour
   *[other] { HOURS($wait_s) } hours
  }. { -free } Try again later. Reference `{ $reference }`.
refused-running-not-allowed = No clips may be made here at the moment. { -free } A moderator can tell you more. Reference `{ $reference }`.
refused-overloaded = More requests came at once than can be answered in time. { -free } Try again in a minute. Reference `{ $reference }`.
refused-storage-full = There is no room left for finished clips, so nothing new is started. { -free } Try again later. Reference `{ $reference }`.

invalid-prompt-empty = The description is empty. { -free } Say what the clip should show, and ask again. Reference `{ $reference }`.
invalid-text-too-long = { $option ->
    [negative_prompt] The list of what to leave out
   *[prompt] The description
  } has { $chars } characters; { $max_chars } are allowed. { -free } Shorten it, and ask again. Reference `{ $reference }`.
invalid-text-unreadable = { $option ->
    [negative_prompt] The list of what to leave out
   *[prompt] The description
  } contains characters that are not text. { -free } Type it again without them. Reference `{ $reference }`.
invalid-duration-unknown = A clip is 5 or 10 seconds long. { -free } Choose one of them, and ask again. Reference `{ $reference }`.
invalid-aspect-ratio-unknown = The shape of a clip is 16:9, 9:16 or 1:1. { -free } Choose one of them, and ask again. Reference `{ $reference }`.
invalid-cfg-scale-out-of-range = How closely a clip keeps to the description goes from 0 to 1. { -free } Choose a number between them, and ask again. Reference `{ $reference }`.
