"""What cards say beside their jobs: the place in line, and how long it will still take."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from bot.domain.forecast import Forecast, MinuteRange, bar_parts
from bot.domain.ids import JobId
from bot.domain.job import Job, JobStatus
from bot.domain.messenger import CardView
from bot.domain.ports import Clock
from bot.scheduling.fair_queue import FairQueue
from bot.services.forecasts import Forecasts

# Far-back places change all the time and matter little; this bounds one round of edits.
PLACES_SHOWN: Final = 50
# Once told of a pause, a card says nothing new until that is over, so many more can be told.
PAUSED_SHOWN: Final = 250
# A private card is out of reach when its token dies: its last edit must not come too late.
LAST_EDIT_BEFORE: Final = timedelta(seconds=45)


class CardViews:
    """Views of all jobs in line and in slots, from the fair queue and the forecasts."""

    def __init__(self, *, queue: FairQueue, forecasts: Forecasts, clock: Clock) -> None:
        self._queue = queue
        self._forecasts = forecasts
        self._clock = clock

    async def all(self, *, paused: bool) -> Mapping[JobId, CardView]:
        places = self._queue.places(limit=PLACES_SHOWN)
        forecasts = await self._forecasts.forecast_all(waiting_at_most=PLACES_SHOWN)
        running = {job_id: _being_made(of) for job_id, of in forecasts.items() if not of.starts_in}
        waiting = {
            job_id: _in_line(place, None if paused else forecasts.get(job_id), paused=paused)
            for job_id, place in places.items()
        }
        held_back = self._queue.paused_jobs(limit=PAUSED_SHOWN)
        return {**running, **waiting, **dict.fromkeys(held_back, CardView(paused=True))}

    def of_step(self, job: Job) -> CardView:
        """What is known at the moment of a step; the place in line follows with the next round."""
        if job.status is not JobStatus.RUNNING or not has_more_to_say(job):
            return CardView()
        return _being_made(self._forecasts.of_running(job))

    def is_nearly_over(self, last_edit_by: datetime | None) -> bool:
        """Whether a card that can be edited until then must say its last now."""
        return last_edit_by is not None and last_edit_by - self._clock.now() <= LAST_EDIT_BEFORE


def has_more_to_say(job: Job) -> bool:
    """Whether its card says more than the job's state: not while it is started or stopped."""
    if job.status is JobStatus.QUEUED:
        return True
    return job.status is JobStatus.RUNNING and job.cancel_requested_at is None


def _in_line(place: int, forecast: Forecast | None, *, paused: bool) -> CardView:
    starts_in = None if forecast is None else forecast.starts_in
    return CardView(
        place=place,
        paused=paused,
        starts_in=None if starts_in is None else MinuteRange.around(starts_in),
    )


def _being_made(forecast: Forecast) -> CardView:
    return CardView(
        ends_in=MinuteRange.around(forecast.ends_in),
        bar_parts=bar_parts(forecast.progress),
        is_late=forecast.is_late,
    )
