# The subcommands of /videos beside its list. Descriptions are at most 100 characters each.

videos-cancel-description = Cancel one of your clips that waits or is being made
videos-cancel-clip = Which clip: choose one, or type words of its description or its reference
videos-quota-description = See what you and this server can still ask for, and when more comes back
videos-defaults-description = See or set the options that your clips are made with unless you say otherwise
videos-defaults-duration = How long your clips are
videos-defaults-aspect-ratio = The shape of the picture
videos-defaults-cfg-scale = How closely your clips keep to the description, 0 to 1
videos-defaults-negative-prompt = What your clips should leave out; a dash for nothing
videos-defaults-private = Whether only you see your clips; moderators can still see them in the log
videos-defaults-clear = Forget all of your defaults, except what you say beside this

cancel-not-found = You have no such clip here that could be cancelled. Nothing was changed or charged. `/videos list` says where your requests stand.
own-choice = { $title } · { $state }

# What is left. Prices stand in it only where the operator shows them.

quota-user = **What you have left**
quota-guild = **What this server has left**
quota-day = Clips in 24 hours: { $left } of { $limit } left.
quota-day-frees = Clips in 24 hours: { $left } of { $limit } left. One more comes back { $frees_at }.
quota-day-free = Clips in 24 hours: { $used } asked for, no limit.
quota-now = Waiting: { $waiting }. Being made: { $running }.
quota-of = { $used } of { $limit } at most
quota-of-any = { $used }
quota-money = Money in 24 hours: { USD($spent) } of { USD($limit) } used.
quota-money-free = Money in 24 hours: { USD($spent) } used, no limit.
quota-used-up = That is not enough for another clip.
quota-used-up-until = That is not enough for another clip; it is again { $frees_at }.
quota-price = A clip of { $duration } seconds is expected to cost { USD($price) }.
quota-everybody = This bot has used up what it may spend in 24 hours on all servers together.
quota-everybody-until = This bot has used up what it may spend in 24 hours on all servers together. There is room again { $frees_at }.
quota-closed = No clips may be asked for here at the moment. A moderator can tell you more.
quota-paused = No new clips are being made at the moment{ NOTE($text) }. Clips already in line keep their place.
quota-in-servers = What you have left is counted for each server. { -free } Type `/videos quota` in the server that you want to know about.
quota-guild-not-allowed = This server may not use this bot’s video account yet, so there is nothing to ask for here. { -free } The operator of the bot can allow it.
quota-away = The log cannot be reached at the moment, so what is left is not known. Nothing was changed or charged. Try again in a few minutes.

# A member's own options. Where several have set one, the nearest holds.

defaults-heading = **What your clips are made with unless you say otherwise**
defaults-changed = Your defaults are changed. { -free } They hold from your next clip on.
defaults-forgotten = Your defaults are forgotten. { -free } What is set for the channel or the server holds again.
defaults-started-over = Your defaults are changed, and those that you did not say are forgotten. { -free } They hold from your next clip on.
defaults-line = { $option }: { $value } · { $source }
defaults-duration = Length
defaults-aspect-ratio = Shape
defaults-cfg-scale = Keeps to the description
defaults-negative-prompt = Leaves out
defaults-private = Only you see it
defaults-value-duration = { $duration } seconds
defaults-value-cfg-scale = { NUMBER($cfg, maximumFractionDigits: 2) }
defaults-value-nothing = nothing
defaults-value-yes = yes
defaults-value-no = no
defaults-source-member = yours
defaults-source-channel = this channel’s
defaults-source-guild = this server’s
defaults-source-standard = standard
defaults-hint = Say an option here to set it; your others stay. `clear` forgets all of yours but what you say beside it, so it also takes away a single one. A dash for `negative_prompt` leaves nothing out, whatever the server has set.
defaults-directly = Servers and channels may have set some too; yours go before them.
defaults-duration-unknown = A clip is 5 or 10 seconds long. Nothing was changed or charged. Choose one of them, and try again.
defaults-aspect-ratio-unknown = The shape of a clip is 16:9, 9:16 or 1:1. Nothing was changed or charged. Choose one of them, and try again.
defaults-cfg-scale-out-of-range = How closely a clip keeps to the description goes from 0 to 1. Nothing was changed or charged. Choose a number between them, and try again.
defaults-negative-prompt-ill = The list of what to leave out is too long, or contains characters that are not text. Nothing was changed or charged. Shorten it or type it again, and try once more.
defaults-private-unknown = Whether only you see a clip is either true or false. Nothing was changed or charged. Choose one of them, and try again.
defaults-away = The log cannot be reached at the moment, so your defaults cannot be shown. Nothing was charged. Try again in a few minutes.
