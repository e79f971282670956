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
refused-age-restricted-only = This server has clips in its age-restricted channels only, and this channel is not one of them. { -free } Ask again in one of those. Reference `{ $reference }`.

## The command, and all that is set

name-video-mod-settings = settings
video-mod-settings-description = See and set limits, default options, and who may hide clips in this server
settings-saved = The settings are saved, and hold from now on.
settings-server = **Limits of this server**: { $limits }
settings-member = **Limits of each member**: { $limits }
settings-roles = **Limits of roles**, in place of those of each member; of several roles, the most generous holds
settings-roles-none = **Limits of roles**: none set
settings-role = { $role }: { $limits }
settings-roles-more = More of them: { $roles }
settings-ceiling = The operator allows at most { $limits }.
settings-ceiling-none = The operator sets no limit here.
settings-limits-none = none set
settings-jobs-per-day = { $jobs ->
    [0] no clips in 24 hours
    [one] one clip in 24 hours
   *[other] { $jobs } clips in 24 hours
  }
settings-jobs-per-month = { $jobs ->
    [0] no clips in 30 days
    [one] one clip in 30 days
   *[other] { $jobs } clips in 30 days
  }
settings-usd-per-day = { USD($usd) } in 24 hours
settings-usd-per-month = { USD($usd) } in 30 days
settings-private-use = **Who may ask for clips that only they see**: { $who ->
    [moderators] moderators
    [nobody] nobody
   *[everyone] everyone
  }
settings-spoiler = **Clips behind a spoiler**: { $answer }
settings-age = **Clips in age-restricted channels only**: { $answer }
settings-server-defaults = **Default options of this server**: { $options }
settings-channel-defaults = **Default options of this channel**: { $options }
settings-defaults-none = none set
settings-feed = **Feed**: { $channel } is told of { $categories }.
settings-feed-none = **Feed**: none. `/video-mod feed set` makes one.
settings-option = { $option }: { $value }
settings-option-private = Only its member sees it
settings-hint = Choose below what to change.
button-settings-again = Open the form again
button-settings-server-limits = Limits of the server
button-settings-member-limits = Limits of each member
button-settings-server-defaults = Defaults of the server
button-settings-access = Private, spoilers, age

## Forms

settings-form-role-placeholder = Set the limits of a role
settings-form-channel-placeholder = Set the default options of a channel
settings-form-server-limits-title = Limits of this server
settings-form-member-limits-title = Limits of each member
settings-form-role-limits-title = Limits of a role
settings-about-role = Members with { $role } have these limits in place of those of each member. Four empty fields take them away.
settings-form-jobs-per-day = Clips in 24 hours
settings-form-jobs-per-month = Clips in 30 days
settings-form-usd-per-day = US dollars in 24 hours
settings-form-usd-per-month = US dollars in 30 days
settings-form-limit-note = Empty: no limit of your own. 0: nothing.
settings-form-jobs-note = At most { NUMBER($highest) }, by the operator. Empty: no limit of your own. 0: no clips.
settings-form-usd-note = At most { USD($highest) }, by the operator. Empty: no limit of your own. 0: nothing.
settings-form-standing-note = Set at the moment: { $value }
settings-form-server-defaults-title = Default options of this server
settings-form-channel-defaults-title = Default options of a channel
settings-form-channel-note = Holds in #{ $channel } and its threads.
settings-form-cfg-scale-note = A number from 0 to 1. Empty: not set.
settings-form-negative-prompt-note = Empty: not set. A dash: nothing is left out, whatever is set elsewhere.
settings-form-private = Only its member sees the clip
settings-form-unset = Not set
settings-form-access-title = Private, spoilers, age
settings-form-private-use = Clips that only their member sees
settings-form-private-use-note = Who may ask for them; the log has them all the same.
settings-form-private-use-everyone = Everyone
settings-form-private-use-moderators = Moderators: those with Manage Messages
settings-form-private-use-nobody = Nobody
settings-form-spoiler = Clips behind a spoiler
settings-form-spoiler-note = Everybody else sees a clip only after a press. It holds for new requests.
settings-form-age = Clips in age-restricted channels only
settings-form-age-note = Requests from all other channels are refused.

## What cannot be set

settings-count-unreadable = { $field ->
    [jobs_per_month] The limit of clips in 30 days
   *[jobs_per_day] The limit of clips in 24 hours
  } is not a whole number up to 1000000. Nothing was changed. An example: `20`. Leave the field empty for no limit; `0` allows none.
settings-usd-unreadable = { $field ->
    [usd_per_month] The limit of money in 30 days
   *[usd_per_day] The limit of money in 24 hours
  } is not an amount in US dollars up to 1000000. Nothing was changed. An example: `7.50`. Leave the field empty for no limit; `0` allows none.
settings-jobs-above-ceiling = The operator allows { $scope ->
    [server] this server
   *[member] a member
  } at most { $highest ->
    [one] one clip
   *[other] { NUMBER($highest) } clips
  } in { $field ->
    [jobs_per_month] 30 days
   *[jobs_per_day] 24 hours
  }. Nothing was changed. Set that or less, or leave the field empty: then the operator’s limit holds alone.
settings-usd-above-ceiling = The operator allows { $scope ->
    [server] this server
   *[member] a member
  } at most { USD($highest) } in { $field ->
    [usd_per_month] 30 days
   *[usd_per_day] 24 hours
  }. Nothing was changed. Set that or less, or leave the field empty: then the operator’s limit holds alone.
settings-cfg-scale-unreadable = How closely clips keep to the description is a number from 0 to 1. Nothing was changed. An example: `0.5`. An empty field sets nothing.
settings-too-many-roles = A server may set limits for { $limit } roles, and this one has them all. Nothing was changed. Empty the fields of another role first.
settings-role-unknown = This server has no such role. Nothing was changed. Choose one from the menu.
settings-channel-unknown = This server has no such channel. Nothing was changed. Choose one from the menu.
settings-choice-unknown = That is none of the choices. Nothing was changed. Open the form again with `/video-mod settings`.
settings-away = What is set cannot be read at the moment, so the form was not opened. Nothing was changed. Try again in a minute.
settings-changed-meanwhile = This was changed while your form was open, and what holds now is: { $standing }. Your form changed nothing. Open it again if you want it otherwise.
