# The log of a server, page by page, for its moderators.

name-usage-log = log
option-state = state
usage-log-description = See what was asked for in this server, newest first, and what became of it
usage-log-member = Only this member’s; for one who left, give their id
usage-log-state = Only what is in this state now
usage-log-duration = Only clips of this length
usage-log-since = Only from then on, in UTC: 2026-03-01, 2026-03-01 14:30, or 3d for three days ago
usage-log-until = Only before then, in UTC, as above; a day without a time counts in full
usage-log-text = Only where all of these words stand in the description or in what it leaves out
usage-log-reason = Only what was refused, or ended, for this reason: choose one, or type its word

button-log-newest = Newest
button-log-newer = Newer
button-log-older = Older
button-log-search-on = Search on

log-open-placeholder = Open a case
log-heading = **Log of this server**, newest first
log-filter = Only: { $filter }
log-filter-member = by { $member }
log-filter-since = since { $at }
log-filter-until = before { $at }
log-filter-words = with the words “{ $text }”
log-filter-reason = for the reason “{ $words }”
log-duration = { $duration } s
log-private = { $state }, private
log-searched-back = Searched back to { $at }. The button searches on from there.
log-empty = Nothing was asked for in this server yet. What members ask for with `/video` comes to stand here.
log-nothing = Nothing in the log of this server fits. Looked for: { $filter }. To find more, leave one of these out, or take a longer time.
log-nothing-yet = Nothing that fits was found yet. Looked for: { $filter }.
log-nothing-older = Nothing older fits. Looked for: { $filter }.
log-view-gone = This list cannot be continued: a list lasts for a day, and only who asked for it can turn its pages. Nothing was changed. Type `/usage log` for a new one.
log-which-state = The state has to be one of those that are offered. Nothing was changed. Choose one of them, and try again.
log-which-duration = A clip is 5 or 10 seconds long. Nothing was changed. Choose one of them, and try again.
log-which-words = There is no word to look for. Nothing was changed. An example: `red fox`.
log-which-reason = The log knows no such reason{ NOTE($text) }. Nothing was changed. Choose one of those that are offered, or type its word. Examples: `user_daily_limit`, `provider_rejected`, `prompt_rule:12`.
