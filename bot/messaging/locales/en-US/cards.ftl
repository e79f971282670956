# The card stands in the channel from the moment of asking, and folds when the job has ended.

prompt-erased = A clip whose description is no longer kept
options = { $duration } s · { $ratio } · cfg { NUMBER($cfg, maximumFractionDigits: 2) }
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
card-stopping = Asked to stop. It ends as soon as the video service lets go of it.
card-delivering = Made. It is on its way.
card-delivered-here = Done: { $url }
card-delivered-directly = Done: sent as a direct message.
card-delivered-fetched = Done: fetched by the member who asked.
card-delivered-privately = Done: the clip is below.
card-deleted = Done, and deleted since.
