# A request that was not accepted: what stands against it, that it cost nothing, what to do now.

refused-guild-not-allowed = Dieser Server darf das Videokonto dieses Bots noch nicht nutzen. { -free } Der Betreiber des Bots weiß Bescheid; bitte ihn, diesen Server zuzulassen. Referenz `{ $reference }`.
refused-paused-by-operator = Im Moment werden keine neuen Clips gemacht{ NOTE($text) }. { -free } Clips, die schon warten, behalten ihren Platz. Versuche es später noch einmal. Referenz `{ $reference }`.
refused-user-waiting-limit = Du hast { $limit ->
    [0] hier keinen Platz in der Warteschlange
    [one] einen Clip in der Warteschlange; mehr sind nicht gleichzeitig erlaubt
   *[other] { $limit } Clips in der Warteschlange; mehr sind nicht gleichzeitig erlaubt
  }. { -free } Fordere den nächsten an, sobald einer von deinen begonnen hat. Referenz `{ $reference }`.
refused-guild-waiting-limit = Dieser Server hat { $limit ->
    [0] keinen Platz in der Warteschlange
    [one] einen Clip in der Warteschlange; mehr sind nicht gleichzeitig erlaubt
   *[other] { $limit } Clips in der Warteschlange; mehr sind nicht gleichzeitig erlaubt
  }. { -free } Versuche es wieder, sobald einer davon begonnen hat. Referenz `{ $reference }`.
refused-user-daily-limit = Du kannst { $limit ->
    [0] hier keine Clips
    [one] in 24 Stunden einen Clip
   *[other] in 24 Stunden { $limit } Clips
  } anfordern. { -free } Die Moderation kann dir mehr dazu sagen. Referenz `{ $reference }`.
refused-user-daily-limit-until = Du kannst in 24 Stunden { $limit ->
    [one] einen Clip anfordern und hast das getan
   *[other] { $limit } Clips anfordern und hast alle angefordert
  }. { -free } Den nächsten kannst du { $frees_at } anfordern. Referenz `{ $reference }`.
refused-guild-daily-limit = Dieser Server kann { $limit ->
    [0] keine Clips
    [one] in 24 Stunden einen Clip
   *[other] in 24 Stunden { $limit } Clips
  } anfordern. { -free } Die Moderation kann dir mehr dazu sagen. Referenz `{ $reference }`.
refused-guild-daily-limit-until = Dieser Server kann in 24 Stunden { $limit ->
    [one] einen Clip anfordern und hat das getan
   *[other] { $limit } Clips anfordern und hat alle angefordert
  }. { -free } Platz gibt es wieder { $frees_at }. Referenz `{ $reference }`.
refused-user-money-limit = Ein solcher Clip kostet mehr, als du hier in 24 Stunden ausgeben kannst. { -free } Ein kürzerer passt vielleicht; die Moderation kann dir mehr dazu sagen. Referenz `{ $reference }`.
refused-user-money-limit-until = Du hast aufgebraucht, was du hier in 24 Stunden ausgeben kannst. { -free } Für diesen Clip reicht es wieder { $frees_at }. Referenz `{ $reference }`.
refused-guild-money-limit = Ein solcher Clip kostet mehr, als dieser Server in 24 Stunden ausgeben kann. { -free } Ein kürzerer passt vielleicht; die Moderation kann dir mehr dazu sagen. Referenz `{ $reference }`.
refused-guild-money-limit-until = Dieser Server hat aufgebraucht, was er in 24 Stunden ausgeben kann. { -free } Für diesen Clip reicht es wieder { $frees_at }. Referenz `{ $reference }`.
refused-total-money-limit = Ein solcher Clip kostet mehr, als dieser Bot in 24 Stunden ausgeben kann. { -free } Ein kürzerer passt vielleicht; die Moderation kann dir mehr dazu sagen. Referenz `{ $reference }`.
refused-total-money-limit-until = Dieser Bot hat aufgebraucht, was er in 24 Stunden ausgeben kann. { -free } Für diesen Clip reicht es wieder { $frees_at }. Referenz `{ $reference }`.
refused-wait-too-long = Die Warteschlange ist zu lang: Dein Clip würde erst in etwa { HOURS($wait_s) ->
    [0] { MINUTES($wait_s) ->
        [1] einer Minute
       *[other] { MINUTES($wait_s) } Minuten
      }
    [1] einer Stunde
   *[other] { HOURS($wait_s) } Stunden
  } beginnen. { -free } Versuche es später noch einmal. Referenz `{ $reference }`.
refused-running-not-allowed = Hier dürfen im Moment keine Clips gemacht werden. { -free } Die Moderation kann dir mehr dazu sagen. Referenz `{ $reference }`.
refused-overloaded = Es kamen mehr Anfragen auf einmal, als rechtzeitig beantwortet werden können. { -free } Versuche es in einer Minute noch einmal. Referenz `{ $reference }`.
refused-storage-full = Für fertige Clips ist kein Platz mehr, daher wird nichts Neues begonnen. { -free } Versuche es später noch einmal. Referenz `{ $reference }`.

invalid-prompt-empty = Die Beschreibung ist leer. { -free } Schreib, was der Clip zeigen soll, und fordere ihn noch einmal an. Referenz `{ $reference }`.
invalid-text-too-long = { $option ->
    [negative_prompt] Die Liste dessen, was fehlen soll,
   *[prompt] Die Beschreibung
  } hat { $chars } Zeichen; erlaubt sind { $max_chars }. { -free } Kürze den Text und fordere den Clip noch einmal an. Referenz `{ $reference }`.
invalid-text-unreadable = { $option ->
    [negative_prompt] Die Liste dessen, was fehlen soll,
   *[prompt] Die Beschreibung
  } enthält Zeichen, die kein Text sind. { -free } Schreib sie ohne diese Zeichen noch einmal. Referenz `{ $reference }`.
invalid-duration-unknown = Ein Clip ist 5 oder 10 Sekunden lang. { -free } Wähle eines davon und fordere den Clip noch einmal an. Referenz `{ $reference }`.
invalid-aspect-ratio-unknown = Die Form eines Clips ist 16:9, 9:16 oder 1:1. { -free } Wähle eine davon und fordere den Clip noch einmal an. Referenz `{ $reference }`.
invalid-cfg-scale-out-of-range = Wie eng sich ein Clip an die Beschreibung hält, geht von 0 bis 1. { -free } Wähle eine Zahl dazwischen und fordere den Clip noch einmal an. Referenz `{ $reference }`.
