"""What moderators read of an attempt, wherever it is told of: state, reason, cost, who, when."""

from collections.abc import Iterable
from datetime import datetime
from functools import reduce
from typing import Final

from bot.domain.ids import MessageId, UserId
from bot.domain.job import DeliveryWay, Job, JobStatus
from bot.domain.reporting import Report
from bot.messaging.catalogue import Catalogue
from bot.messaging.plain_text import excerpt
from bot.messaging.results import mention

_WORD_MAX_CHARS: Final = 80
_OURS: Final = frozenset({"worker", "front"})


def state_words(catalogue: Catalogue, locale: str, job: Job) -> str:
    if job.deleted_at is not None:
        return catalogue.text(locale, "log-state-deleted")
    return status_words(catalogue, locale, job.status)


def status_words(catalogue: Catalogue, locale: str, status: JobStatus) -> str:
    return catalogue.text(locale, f"log-state-{status.value}")


def cost_words(catalogue: Catalogue, locale: str, job: Job) -> str:
    """What it cost, or was expected to cost while that is not known."""
    if job.cost_usd is not None:
        return catalogue.text(locale, "log-cost", cost=float(job.cost_usd))
    if job.cost_estimated_usd is not None:
        return catalogue.text(locale, "log-cost-expected", cost=float(job.cost_estimated_usd))
    return catalogue.text(locale, "log-cost", cost=0)


def who(catalogue: Catalogue, locale: str, user_id: UserId) -> str:
    """Name a member, or say that all that told who they are was erased."""
    return mention(user_id) if user_id > 0 else catalogue.text(locale, "log-member-erased")


def actor_words(catalogue: Catalogue, locale: str, actor: str) -> str:
    """Say who took a step. An actor's word is the log's own."""
    kind, _, number = actor.partition(":")
    if number.removeprefix("-").isdecimal():
        name = who(catalogue, locale, UserId(int(number)))
        if kind == "moderator":
            return catalogue.text(locale, "log-actor-moderator", member=name)
        return name
    if kind in _OURS:
        return catalogue.text(locale, "log-actor-bot")
    key = f"log-actor-{kind}"
    return catalogue.text(locale, key) if catalogue.has(key) else excerpt(actor, _WORD_MAX_CHARS)


def said_text(
    catalogue: Catalogue, locale: str, text: str, *, is_unreadable: bool, max_chars: int
) -> str:
    """An excerpt of what somebody wrote, or that no key opens it any more."""
    if is_unreadable and not text:
        return catalogue.text(locale, "text-unreadable")
    return excerpt(text, max_chars)


def prompt_label(catalogue: Catalogue, locale: str, job: Job) -> str:
    """What was asked for, for choices and menus, which know no markup."""
    if job.texts_unreadable and not job.request.prompt:
        return catalogue.text(locale, "text-unreadable")
    return job.request.prompt


def listed(catalogue: Catalogue, locale: str, words: Iterable[str]) -> str:
    """One after the other, parted as the language parts them."""

    def with_next(before: str, following: str) -> str:
        return catalogue.text(locale, "listed", before=before, after=following)

    told = list(words)
    return reduce(with_next, told) if told else ""


def exact_time(moment: datetime) -> str:
    """Discord shows it in each reader's own time: a date and the minute."""
    return f"<t:{int(moment.timestamp())}:f>"


def jump_url(job: Job) -> str | None:
    """Where the channel sees the clip, or else its card; what is private is seen nowhere."""
    where = job.destination
    if where.private:
        return None
    if (
        job.message_url is not None
        and job.deleted_at is None
        and job.delivery is not DeliveryWay.DIRECT_MESSAGE
    ):
        return job.message_url
    return None if job.card_message_id is None else link_to(job, job.card_message_id)


def seen_at(job: Job, report: Report) -> str | None:
    """Where a reporter saw the clip, which only an undecided report tells."""
    if report.message_id is None or job.deleted_at is not None:
        return None
    return link_to(job, report.message_id)


def link_to(job: Job, message_id: MessageId) -> str:
    where = job.destination
    return f"https://discord.com/channels/{where.guild_id}/{where.channel_id}/{message_id}"
