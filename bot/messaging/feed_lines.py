"""What a feed says of attempts that have ended: alone, or several in one message. Pure text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import Final

from bot.domain.feed import End
from bot.domain.ids import UserId
from bot.domain.job import Job, JobStatus
from bot.domain.reasons import PROMPT_RULE
from bot.messaging.cards import options
from bot.messaging.catalogue import Catalogue
from bot.messaging.choice_labels import label_of
from bot.messaging.ends import cost_key
from bot.messaging.job_words import prompt_label
from bot.messaging.plain_text import excerpt
from bot.messaging.reason_words import reason_words
from bot.messaging.results import mention

MESSAGE_MAX_CHARS: Final = 2000
# Alone, and among others: escaped, an excerpt may double.
PROMPT_MAX_CHARS: Final = 300
PROMPT_AMONG_MAX_CHARS: Final = 80

_HEADINGS: Final[Mapping[JobStatus, str]] = MappingProxyType(
    {
        JobStatus.DELIVERED: "feed-delivered",
        JobStatus.KEPT: "feed-kept",
        JobStatus.REFUSED: "feed-refused",
        JobStatus.FAILED: "feed-failed",
        JobStatus.EXPIRED: "feed-expired",
        JobStatus.UNKNOWN: "feed-unknown",
        JobStatus.CANCELLED: "feed-cancelled",
    }
)


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedText:
    """One message. `jobs` are the attempts that it tells of, each with a label for a menu."""

    content: str
    jobs: Sequence[tuple[Job, str]]
    ends_told: int


def render_feed(catalogue: Catalogue, locale: str, ends: Sequence[End]) -> FeedText:
    """Tell of as many as fit, from the first on."""
    groups = tuple(_groups(ends))
    if len(groups) == 1:
        (group,) = groups
        content = _line(catalogue, locale, group, prompt_max=PROMPT_MAX_CHARS)
        return FeedText(
            content=content, jobs=_named(catalogue, locale, groups), ends_told=len(ends)
        )
    lines: list[str] = []
    for group in groups:
        line = _line(catalogue, locale, group, prompt_max=PROMPT_AMONG_MAX_CHARS)
        if len("\n".join([*lines, line])) > MESSAGE_MAX_CHARS:
            break
        lines.append(line)
    told = groups[: len(lines)]
    return FeedText(
        content="\n".join(lines),
        jobs=_named(catalogue, locale, told),
        ends_told=sum(len(group) for group in told),
    )


def who(catalogue: Catalogue, locale: str, user_id: UserId) -> str:
    """A mention that calls nobody; no one for a pseudonym."""
    return mention(user_id) if user_id > 0 else catalogue.text(locale, "feed-somebody")


def cost(catalogue: Catalogue, locale: str, job: Job) -> str:
    """Say what is known; the estimate where a clip was made, and what it cost is not told yet."""
    if job.cost_usd:
        return catalogue.text(locale, "feed-cost", usd=float(job.cost_usd))
    if job.cost_usd is not None:
        return catalogue.text(locale, "feed-cost-none")
    was_made = job.status in {JobStatus.DELIVERED, JobStatus.KEPT}
    if was_made and job.cost_estimated_usd is not None:
        return catalogue.text(locale, "feed-cost-estimated", usd=float(job.cost_estimated_usd))
    never = cost_key(job) == "cost-none"
    return catalogue.text(locale, "feed-cost-none" if never else "feed-cost-open")


def prompt_line(catalogue: Catalogue, locale: str, job: Job, *, max_chars: int) -> str:
    """Behind bars where a rule refused it; not at all where only its member was to see it."""
    if job.destination.private:
        return f"> {catalogue.text(locale, 'feed-private')}"
    shown = excerpt(job.request.prompt, max_chars)
    if not shown:
        key = "text-unreadable" if job.texts_unreadable else "prompt-erased"
        return f"> {catalogue.text(locale, key)}"
    return f"> ||{shown}||" if _hit_a_rule(job) else f"> {shown}"


def _groups(ends: Sequence[End]) -> Iterator[Sequence[End]]:
    """A member who is refused again and again for the same reason is told of once."""
    for _, group in groupby(ends, key=_alike):
        yield tuple(group)


def _alike(end: End) -> tuple[int, ...] | tuple[int, int, str]:
    job = end.job
    if end.status is not JobStatus.REFUSED or _hit_a_rule(job):
        return (end.event_id,)
    return (0, job.destination.user_id, _why(end))


def _why(end: End) -> str:
    """The step of a refusal says also whose role's limit it was."""
    return end.detail or end.job.reason if end.status is JobStatus.REFUSED else end.job.reason


def _hit_a_rule(job: Job) -> bool:
    return job.reason.partition(":")[0] == PROMPT_RULE


def _line(catalogue: Catalogue, locale: str, group: Sequence[End], *, prompt_max: int) -> str:
    end = group[0]
    job = end.job
    lines = (
        _heading(catalogue, locale, end, times=len(group)),
        prompt_line(catalogue, locale, job, max_chars=prompt_max),
        f"-# {' · '.join(_facts(catalogue, locale, end))}",
    )
    return "\n".join(lines)


def _heading(catalogue: Catalogue, locale: str, end: End, *, times: int) -> str:
    job = end.job
    what = f"**{catalogue.text(locale, _HEADINGS[end.status])}**"
    words = reason_words(catalogue, locale, _why(end))
    parts = [
        catalogue.text(locale, "feed-because", state=what, words=words) if words else what,
        who(catalogue, locale, job.destination.user_id),
        f"<#{job.destination.channel_id}>",
    ]
    if times > 1:
        parts.append(catalogue.text(locale, "feed-times", times=times))
    return " · ".join(parts)


def _facts(catalogue: Catalogue, locale: str, end: End) -> Iterator[str]:
    job = end.job
    yield options(catalogue, locale, job)
    if end.status is not JobStatus.REFUSED:
        yield cost(catalogue, locale, job)
    yield f"`{job.reference}`"
    yield f"<t:{int(end.at.timestamp())}:t>"
    if job.message_url is not None and not job.destination.private and job.deleted_at is None:
        yield job.message_url


def _named(
    catalogue: Catalogue, locale: str, groups: Sequence[Sequence[End]]
) -> Sequence[tuple[Job, str]]:
    return tuple((group[0].job, _label(catalogue, locale, group[0])) for group in groups)


def _label(catalogue: Catalogue, locale: str, end: End) -> str:
    job = end.job
    what = catalogue.text(locale, _HEADINGS[end.status])
    if job.destination.private:
        about = catalogue.text(locale, "feed-private")
    elif _hit_a_rule(job):
        about = reason_words(catalogue, locale, job.reason)
    else:
        about = prompt_label(catalogue, locale, job)
    return label_of(f"{job.reference} · {what} · {about}")
