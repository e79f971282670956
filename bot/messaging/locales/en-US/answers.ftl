# What only the person who pressed or asked sees.

cancel-done = Cancelled before it started. { -free } Ask again whenever you like.
cancel-asked = Asked to stop. It may have been charged, because it had started; the card says so when it has ended. There is nothing more to do.
cancel-too-late = This clip can no longer be cancelled: it has been made or has ended. Cancelling changed nothing about its cost. The clip, or what became of it, stands with the card.
delete-done = The clip is deleted. Its cost stays as it was, and so does its entry in the log. Ask again whenever you like.
delete-impossible = Discord does not let this bot delete that message. Nothing was changed or charged. A moderator can delete it by hand.
not-yours-cancel = Only the person who asked for this clip, or a moderator, can cancel it. Nothing was changed or charged. Ask one of them.
not-yours-delete = Only the person who asked for this clip, or a moderator, can delete it. Nothing was changed or charged. Ask one of them.
not-yours-fetch = Only the person who asked for this clip can fetch it. Nothing was changed or charged. Ask them to do it.
job-not-found = There is no such clip in this server. Nothing was changed or charged. If you think there should be, ask a moderator.

own-heading = **Your newest requests**
own-kept-note = What could not be handed over is kept for you; the buttons fetch it.
own-kept-line = { $number }. { $title } · ready, erased { $kept_until } · asked for { $asked_at }
own-kept-besides = { $clips ->
    [one] One more clip is kept for you; it comes into this list when you have fetched one of these.
   *[other] { NUMBER($clips) } more clips are kept for you; they come into this list as you fetch these.
  }
own-line = { $title } · { $state } · asked for { $asked_at }
own-none-here = You have not asked for a clip in this server yet. Type `/video` and say what it should show.
own-none = You have not asked for a clip yet. Type `/video` in a server that has this bot, and say what it should show.
own-queued = waiting in line
own-submitting = being started
own-unknown = perhaps being made; the operator of this bot looks into it
own-running = being made
own-delivering = made, on its way
own-delivered = done
own-deleted = done, deleted since
own-failed = no clip came of it
own-cancelled = cancelled
own-expired = took too long
own-kept-too-long = made, but not fetched in time

fetch-under-way = This clip is on its way to you already. Nothing new was charged. Wait a moment; a large file takes a while.
fetch-done = This clip was handed over, so it is no longer kept. Nothing new was charged. Ask again for a new one.
fetch-too-late = This clip is no longer kept: its time was over. It was charged when it was made, and nothing new was charged. Ask again for a new one.
fetch-not-kept = There is no clip to fetch here. Nothing was changed or charged. `/videos list` says where your requests stand.
fetch-too-large = The clip is larger than can be sent here, and the link to it no longer works. Nothing new was charged. A boosted server takes larger files: use `/videos list` there, or here when this one is. The clip is erased { $kept_until }.
fetch-gone = This clip cannot be fetched: there is no copy of it here, and the link to it no longer works. It was charged when it was made, and nothing new was charged. Show a moderator the reference `{ $reference }`.
fetch-link-unsure = The clip can only be given as a link here, and that link could not be tried just now. It is still kept, and nothing new was charged. Try again in a few minutes.
fetch-uncertain = Discord did not answer in time, so it is not certain that the clip arrived. It is still kept, and nothing new was charged. If it is not here, try again in a minute.
fetch-refused = Discord did not take the clip here. It is still kept, and nothing new was charged. Try again from `/videos list`; if it keeps happening, show a moderator this sentence.
shelf-log-away = The log cannot be reached at the moment, so nothing was handed over. Clips that were kept are still kept, and nothing new was charged. Try again in a few minutes.

answer-too-slow = Showreel is very busy and did not get to your request in time. { -free } Try again in a minute.
card-not-shown = The card could not be shown here, so nothing was started. { -free } Try again; if it keeps happening, tell a moderator.
storage-unavailable = The log cannot be written at the moment, so nothing new is started. { -free } Try again in a few minutes. Reference `{ $reference }`.
storage-unavailable-now = The log cannot be reached at the moment, so it is not certain that this was done. Nothing new was charged. Try again in a few minutes.
discord-away = Discord did not answer in time, so it is not certain that this was done. Nothing new was charged. Try again in a minute.
restarting = Showreel is just being restarted, so this was not done. Nothing was changed or charged. Try again in a minute.
command-unavailable = This command is not available just now, or has changed. { -free } Reload Discord and try again in a minute.
command-not-allowed = You cannot use this command here. { -free } A moderator can tell you where you can.
servers-only = Clips are made in servers only. { -free } Ask again in a server that has this bot.
moderators-only = This is for moderators: those with Manage Messages in this channel. Ask one of them.
unexpected = Something went wrong here, and it has been noted. If a card stands in the channel, its request goes on; otherwise nothing was charged. Try again, and show a moderator the reference `{ $reference }` if it keeps happening.
