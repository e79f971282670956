# Figures of a time, in words and in a picture. Descriptions are at most 100 characters each.

name-usage-stats = stats
option-period = period
usage-stats-description = Figures of a day, a week, a month or a range: requests, clips, money, times; with a picture
usage-stats-period = How far back, today included; a week unless you say otherwise
usage-stats-period-day = day
usage-stats-period-week = week
usage-stats-period-month = month
usage-stats-since = From when: a day, a time in UTC, or how long ago, such as 2026-03-01 or 3d
usage-stats-until = Until when: a day (included), a time in UTC, or how long ago, such as 2026-03-07
stats-period-unknown = A period is a day, a week or a month. Nothing was changed. Choose one of them, or say `since` and `until`.
range-ahead = That time has not come yet. Nothing was changed. Begin in the past; an example for `since`: `7d`.
stats-none = Nothing was asked for between { $since } and { $until }. To look further back, choose a longer `period`, or say when to begin; an example for `since`: `90d`.
stats-heading = **From { $since } to { $until }**
stats-attempts = Requests: { $count }
stats-outcome-delivered = Delivered: { $count }
stats-outcome-kept = Kept: { $count }
stats-outcome-under-way = Under way: { $count }
stats-outcome-refused = Refused: { $count }
stats-outcome-cancelled = Cancelled: { $count }
stats-outcome-failed = Failed: { $count }
stats-clips = Clips delivered: { $clips }, { $length } of video
stats-spend = Spent: { USD($usd) }, estimates included where the charge is not known yet
stats-waiting = Waiting: half of them at most { $median }, nine in ten at most { $p90 }
stats-generating = Making a clip: half of them at most { $median }, nine in ten at most { $p90 }
stats-length-seconds = { $seconds } s
stats-length-minutes = { $minutes } min { $seconds } s
stats-length-hours = { $hours } h { $minutes } min
stats-members-by-clips = Most clips:
stats-members-by-usd = Most spent by:
stats-channels-by-clips = Most clips in:
stats-channels-by-usd = Most spent in:
stats-standing = { $who } { $clips } ({ USD($usd) })
stats-reports-none = No report waits for a decision.
stats-reports = { $count ->
    [one] One report waits for a decision: case { $cases }
   *[other] { $count } reports wait for a decision: cases { $cases }
  }
stats-reports-many = More than { $count } reports wait for a decision: cases { $cases }
stats-paused = This server has been paused since { $at }: new requests are refused.
stats-blocked = { $count ->
    [one] One member is blocked.
   *[other] { $count } members are blocked.
  }
stats-no-picture = The charts could not be drawn this time; the figures are complete without them.
stats-alt = Charts of this server’s requests from { DATE($begin_s) } to { DATE($end_s) }, in UTC. { $figures }
chart-title = Clips in this server
chart-range = { DATE($begin_s) } to { DATE($end_s) }, UTC
chart-count = { $count }
chart-usd = { USD($usd) }
chart-day = { DAY($at_s) }
chart-month = { MONTH($at_s) }
chart-spend = Spent: { USD($usd) }
chart-times = How long it took
chart-waiting-half = Waiting, half of them at most
chart-waiting-most = Waiting, nine in ten at most
chart-generating-half = Making, half of them at most
chart-generating-most = Making, nine in ten at most

# The whole log as a file.

name-usage-export = export
option-format = format
usage-export-description = Get the log of this server as a file: every request, prompts and private ones included
usage-export-format = How the file is written; CSV unless you say otherwise
usage-export-format-csv = CSV, for spreadsheets
usage-export-format-jsonl = JSON lines, for programs
export-progress = Writing the log: { $written } of { $total } requests so far.
export-done = { $rows ->
    [one] One request
   *[other] { $rows } requests
  } from the log of this server, in { $files ->
    [one] one file
   *[other] { $files } files
  }. It holds what members typed, private requests too: hand it on with care.
export-compressed = The files are compressed with gzip; most programs for archives open them.
export-more = Message { $number } of { $count }.
export-none = The log of this server has no request in that time ({ $range }). Nothing was written. To look further back, leave out `since` and `until`, or begin earlier; an example for `since`: `90d`.
export-format-unknown = A file is CSV or JSON lines. Nothing was written. Choose one of them, and try again.
export-busy-here = An export of this server is being written already. Nothing was started. Wait until it is done, and try again.
export-busy = Exports of other servers are being written at the moment. Nothing was started. Try again in a few minutes.
export-too-large = The log has { NUMBER($rows) } requests in that time, more than can be sent here. Nothing was sent. Choose a shorter time with `since` and `until`; the operator of this bot can export all of it at once.
export-too-slow = Writing { NUMBER($rows) } requests took longer than this answer may. Nothing was sent. Choose a shorter time with `since` and `until`; the operator of this bot can export all of it at once.
export-no-room = The disk of this bot has no room for the file. Nothing was sent. Choose a shorter time, or tell the operator of this bot.
export-not-sent = Discord did not take all of the files. What stands above is whole, and the rest is missing. Try again, with a shorter time if it keeps happening.
