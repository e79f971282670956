"""The card: what was asked for and what is becoming of it. Pure text."""

import math
from typing import Final

from bot.domain.clip import (
    ASPECT_RATIO_LOGGED_CHARS,
    ASPECT_RATIOS,
    CFG_SCALE_MAX,
    CFG_SCALE_MIN,
)
from bot.domain.forecast import MinuteRange
from bot.domain.job import DeliveryWay, Job, JobStatus
from bot.domain.messenger import CardView
from bot.messaging.catalogue import Catalogue
from bot.messaging.ends import ending
from bot.messaging.plain_text import excerpt

TITLE_MAX_CHARS: Final = 300
BAR_PARTS: Final = 10
BAR_FULL: Final = "▰"
BAR_EMPTY: Final = "▱"
# A longer wait is told in hours.
HOURS_FROM_MIN: Final = 90
FOLDED_TITLE_MAX_CHARS: Final = 80
NEGATIVE_MAX_CHARS: Final = 100

_BEING_MADE: Final = frozenset({JobStatus.SUBMITTING, JobStatus.RUNNING})
_OPEN: Final = frozenset({JobStatus.QUEUED, JobStatus.DELIVERING, *_BEING_MADE})


def reader_locale(job: Job) -> str:
    """A public message speaks the server's language, a private one the member's."""
    where = job.destination
    return where.user_locale if where.private else where.guild_locale


def render_card(
    catalogue: Catalogue, job: Job, view: CardView, *, shows_price: bool = False
) -> str:
    """Full while the job is open, folded once it has ended."""
    locale = reader_locale(job)
    if job.status in _OPEN:
        lines = [
            title(catalogue, locale, job, max_chars=TITLE_MAX_CHARS),
            " · ".join(
                (
                    options(catalogue, locale, job),
                    *(_price(catalogue, locale, job) if shows_price else ()),
                )
            ),
            *leaves_out(catalogue, locale, job, max_chars=NEGATIVE_MAX_CHARS),
            _progress(catalogue, locale, job, view),
            *_farewell(catalogue, locale, job, view),
        ]
        return "\n".join(lines)
    folded = title(catalogue, locale, job, max_chars=FOLDED_TITLE_MAX_CHARS)
    if job.status is JobStatus.DELIVERED:
        return f"{folded} · {_handed_over(catalogue, locale, job)}"
    return f"{folded}\n{ending(catalogue, locale, job)}"


def title(catalogue: Catalogue, locale: str, job: Job, *, max_chars: int) -> str:
    shown = excerpt(job.request.prompt, max_chars) or stand_in(catalogue, locale, job)
    return f"**{shown}**"


def stand_in(catalogue: Catalogue, locale: str, job: Job) -> str:
    """What stands where a prompt would that is not there."""
    key = "prompt-unreadable" if job.texts_unreadable else "prompt-erased"
    return catalogue.text(locale, key)


def options(catalogue: Catalogue, locale: str, job: Job) -> str:
    """What was refused may be anything: whatever no menu offers is shown as it was sent."""
    request = job.request
    is_offered = CFG_SCALE_MIN <= request.cfg_scale <= CFG_SCALE_MAX
    if request.aspect_ratio not in ASPECT_RATIOS or not is_offered:
        return catalogue.text(
            locale,
            "options-sent",
            duration=request.duration_s,
            ratio=excerpt(request.aspect_ratio, ASPECT_RATIO_LOGGED_CHARS),
            cfg=f"{request.cfg_scale:g}",
        )
    return catalogue.text(
        locale,
        "options",
        duration=request.duration_s,
        ratio=request.aspect_ratio,
        cfg=request.cfg_scale,
    )


def _price(catalogue: Catalogue, locale: str, job: Job) -> tuple[str, ...]:
    """What stands in the row: it is what the limits have reserved."""
    if job.cost_estimated_usd is None:
        return ()
    return (catalogue.text(locale, "card-price", price=float(job.cost_estimated_usd)),)


def leaves_out(catalogue: Catalogue, locale: str, job: Job, *, max_chars: int) -> tuple[str, ...]:
    shown = excerpt(job.request.negative_prompt, max_chars)
    return (catalogue.text(locale, "leaves-out", text=shown),) if shown else ()


def _progress(catalogue: Catalogue, locale: str, job: Job, view: CardView) -> str:
    if job.status is JobStatus.QUEUED:
        return _waiting(catalogue, locale, view)
    if job.status is JobStatus.DELIVERING:
        return catalogue.text(locale, "card-delivering")
    if job.cancel_requested_at is not None:
        return catalogue.text(locale, "card-stopping")
    if job.status is JobStatus.SUBMITTING or job.submitted_at is None:
        return catalogue.text(locale, "card-starting")
    if view.is_last or view.ends_in is None:
        return catalogue.text(locale, "card-running", started=job.submitted_at)
    return _being_made(catalogue, locale, view.ends_in, view)


def _being_made(catalogue: Catalogue, locale: str, ends_in: MinuteRange, view: CardView) -> str:
    full = view.bar_parts or 0
    bar = BAR_FULL * full + BAR_EMPTY * (BAR_PARTS - full)
    if view.is_late:
        return f"{bar}  {catalogue.text(locale, 'card-late')}"
    return f"{bar}  {_in_words(catalogue, locale, 'card-left', ends_in)}"


def _waiting(catalogue: Catalogue, locale: str, view: CardView) -> str:
    if view.paused:
        return catalogue.text(locale, "card-paused")
    if view.is_last or view.place is None:
        return catalogue.text(locale, "card-waiting")
    place = catalogue.text(locale, "card-place", place=view.place)
    if view.starts_in is None:
        return place
    return f"{place} {_in_words(catalogue, locale, 'card-starts', view.starts_in)}"


def _in_words(catalogue: Catalogue, locale: str, key: str, times: MinuteRange) -> str:
    """A sentence for each shape of a range, since languages bend their words differently."""
    first, last, unit = times.from_min, times.to_min, "minutes"
    if last > HOURS_FROM_MIN:
        first, last, unit = first // 60, math.ceil(last / 60), "hours"
    if last <= 1 and unit == "minutes":
        return catalogue.text(locale, f"{key}-at-once")
    shape = unit if 0 < first < last else f"{unit}-at-most"
    return catalogue.text(locale, f"{key}-{shape}", first=first, last=last)


def _farewell(catalogue: Catalogue, locale: str, job: Job, view: CardView) -> tuple[str, ...]:
    """A private card is out of the bot's reach after a quarter of an hour."""
    if not job.destination.private:
        return ()
    return (catalogue.text(locale, "card-private-over" if view.is_last else "card-private"),)


def _handed_over(catalogue: Catalogue, locale: str, job: Job) -> str:
    if job.deleted_at is not None:
        return catalogue.text(locale, "card-deleted")
    if job.delivery is DeliveryWay.DIRECT_MESSAGE:
        return catalogue.text(locale, "card-delivered-directly")
    if job.message_url is None:
        return catalogue.text(locale, "card-delivered-fetched")
    if job.destination.private:
        return catalogue.text(locale, "card-delivered-privately")
    return catalogue.text(locale, "card-delivered-here", url=job.message_url)
