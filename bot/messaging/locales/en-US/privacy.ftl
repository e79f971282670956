# What is kept about a member: to be read, taken along, and erased.

end-erased = The clip was kept for you and has now been erased, as you asked.
    .next = There is nothing more to do.
reason-erased = its member had it erased

name-privacy = privacy
name-privacy-policy = policy
name-privacy-export = export
name-privacy-delete = delete
privacy-description = See, take along and erase what is kept about you
privacy-policy-description = What is kept about you, why, how long, and who receives it
privacy-export-description = Get what is kept about you, as a file
privacy-delete-description = Erase what is kept about you; you are asked once more

## The policy

privacy-policy-heading = **What this bot keeps about you**
privacy-policy-kept = **What, and how long:** of each request its description and options, when and where you made it, what became of it and what it cost; also your defaults, reports that you file, blocks about you, and what you do as a moderator. Descriptions and links are erased after { $days ->
    [one] one day
   *[other] { $days } days
  }, unless moderators hold them as evidence. Counts and costs stay.
privacy-policy-clips = **Clips** stand in Discord, and are not kept here. Only one that could not be handed over is kept for { $days ->
    [one] one day
   *[other] { $days } days
  }, or until you fetch it.
privacy-policy-why = **Why:** to make clips and hand them over, to keep to limits, to account for costs, and so that moderators can act on misuse.
privacy-policy-receivers = **Who receives it:** Eachlabs and the provider behind it get descriptions and options, and nothing that names you. Discord carries the messages. Moderators of a server see what was asked for there, private clips included. The operator of this bot sees everything.
privacy-policy-choices = `/{ name-privacy } { name-privacy-export }` gives it to you as a file, and `/{ name-privacy } { name-privacy-delete }` erases it.
privacy-policy-operator = **The operator’s own policy:** <{ $url }>

## Taking it along

privacy-export-done = This is what is kept about you: { $requests ->
    [one] { $requests } request
   *[other] { $requests } requests
  }, and your defaults, reports that you filed, blocks about you and what you did as a moderator, where there are any. Each line of the file is one of them, as JSON.
privacy-export-too-large = What is kept about you is too large for a message here, even packed. Nothing was changed or charged. Ask the operator of this bot for it.
privacy-log-away = The log cannot be reached at the moment. Nothing was changed or charged. Try again in a few minutes.

## Erasing it

button-forget = Erase
button-forget-finish = Erase, and let clips finish
button-forget-cancel = Erase, and cancel clips
button-forget-not = Keep everything
privacy-delete-heading = **Erase what is kept about you?** This cannot be undone.
privacy-delete-goes = **What goes, in every server:** the descriptions and links of what you have asked for ({ $requests ->
    [one] { $requests } request
   *[other] { $requests } requests
  }), clips kept for you, your defaults, and your name in the log and on reports that you filed.
privacy-delete-stays = **What stays:** counts and costs, and what moderators have on record, such as blocks. For 30 days the counts stand under a number that only this bot can form from your id, so that limits hold; after that, under nobody.
privacy-delete-held = { $held ->
    [one] One request is held by moderators as evidence. It is erased once they have decided.
   *[other] { $held } requests are held by moderators as evidence. They are erased once they have decided.
  }
privacy-delete-clips = **Messages in Discord** stay: clips in channels, whose buttons will not know you any more, and what the moderators’ feed shows. Delete first the clips that should go.
privacy-delete-live = { $live ->
    [one] One clip waits or is being made. It can finish and be erased then, or be cancelled now; one that was started may be charged all the same.
   *[other] { $live } clips wait or are being made. They can finish and be erased then, or be cancelled now; those that were started may be charged all the same.
  }
privacy-delete-done = What you have asked for until now is being erased; that takes some minutes at most. What you ask for from now on is kept as before.
privacy-delete-done-live = { $live ->
    [one] One clip is still under way. It is erased within minutes of its end.
   *[other] { $live } clips are still under way. They are erased within minutes of their end.
  }
privacy-delete-not-done = Nothing was erased. All stays as it was.
privacy-delete-uncertain = The log did not answer, so it is not certain that your wish was written down. Use `/{ name-privacy } { name-privacy-delete }` again in a few minutes; asking twice does no harm.
privacy-not-yours = Somebody else was asked this. Nothing was erased. `/{ name-privacy } { name-privacy-delete }` is about your own data.
