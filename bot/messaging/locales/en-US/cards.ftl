# The card stands in the channel from the moment of asking, and folds when the job has ended.

prompt-erased = A clip whose description is no longer kept
options = { $duration } s · { $ratio } · cfg { NUMBER($cfg, maximumFractionDigits: 2) }
options-sent = { $duration } s · { $ratio } · cfg { $cfg }
leaves-out = Without: { $text }

card-waiting = Waiting to start.
card-place = { $place ->
    [1] Next in line.
    [2] Second in line.
    [3] Third in line.
    [4] Fourth in line.
    [5] Fifth in line.
   *[other] Number { $place } in line.
  }
card-paused = Nothing new is started at the moment. This request keeps its place.
card-starting = Being started.
card-running = Being made. Started { $started }.
card-late = Longer than usual; still working.
card-starts-at-once = Starts in about a minute.
card-starts-minutes = Starts in { $first } to { $last } minutes.
card-starts-minutes-at-most = Starts within { $last } minutes.
card-starts-hours = Starts in { $first } to { $last } hours.
card-starts-hours-at-most = Starts within { $last } hours.
card-left-at-once = About a minute left
card-left-minutes = { $first } to { $last } minutes left
card-left-minutes-at-most = { $last } minutes left at most
card-left-hours = { $first } to { $last } hours left
card-left-hours-at-most = { $last } hours left at most
card-private = -# This card can follow for 15 minutes. After that, `/videos list` says where it stands.
card-private-over = -# This card can follow no longer. `/videos list` says where it stands.
card-stopping = Asked to stop. It ends as soon as the video service lets go of it.
card-delivering = Made. It is on its way.
card-delivered-here = Done: { $url }
card-delivered-directly = Done: sent as a direct message.
card-delivered-fetched = Done: fetched by the member who asked.
card-delivered-privately = Done: the clip is below.
card-deleted = Done, and deleted since.
