# What was encrypted with a key that `DATA_KEY` does not hold any more.

prompt-unreadable = A clip whose description cannot be read at the moment
text-unreadable = not readable: its key is missing
case-unreadable = What was asked for cannot be read: the key it was encrypted with is missing. The operator of the bot can put it back.
log-unreadable = { $count ->
    [one] One attempt could not be searched, since the key of its texts is missing.
   *[other] { $count } attempts could not be searched, since the key of their texts is missing.
  } The operator of the bot can put it back.
export-unreadable = { $count ->
    [one] One request is without its texts, since their key is missing.
   *[other] { $count } requests are without their texts, since their key is missing.
  } The operator of the bot can put it back.
