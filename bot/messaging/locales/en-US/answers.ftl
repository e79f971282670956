# What only the person who pressed or asked sees.

cancel-done = Cancelled before it started. { -free } Ask again whenever you like.
cancel-asked = Asked to stop. It may have been charged, because it had started; the card says so when it has ended. There is nothing more to do.
cancel-too-late = This clip can no longer be cancelled: it has been made or has ended. Cancelling changed nothing about its cost. The clip, or what became of it, stands with the card.
delete-done = The clip is deleted. Its cost stays as it was, and so does its entry in the log. Ask again whenever you like.
delete-impossible = Discord does not let this bot delete that message. Nothing was changed or charged. A moderator can delete it by hand.
not-yours-cancel = Only the person who asked for this clip, or a moderator, can cancel it. Nothing was changed or charged. Ask one of them.
not-yours-delete = Only the person who asked for this clip, or a moderator, can delete it. Nothing was changed or charged. Ask one of them.
job-not-found = There is no such clip in this server. Nothing was changed or charged. If you think there should be, ask a moderator.

answer-too-slow = Showreel is very busy and did not get to your request in time. { -free } Try again in a minute.
card-not-shown = The card could not be shown here, so nothing was started. { -free } Try again; if it keeps happening, tell a moderator.
storage-unavailable = The log cannot be written at the moment, so nothing new is started. { -free } Try again in a few minutes. Reference `{ $reference }`.
storage-unavailable-now = The log cannot be reached at the moment, so it is not certain that this was done. Nothing new was charged. Try again in a few minutes.
discord-away = Discord did not answer in time, so it is not certain that this was done. Nothing new was charged. Try again in a minute.
command-unavailable = This command is not available just now, or has changed. { -free } Reload Discord and try again in a minute.
command-not-allowed = You cannot use this command here. { -free } A moderator can tell you where you can.
servers-only = Clips are made in servers only. { -free } Ask again in a server that has this bot.
unexpected = Something went wrong here, and it has been noted. If a card stands in the channel, its request goes on; otherwise nothing was charged. Try again, and show a moderator the reference `{ $reference }` if it keeps happening.
