"""Reads what a moderator typed to find attempts in the log."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.domain.clip import DURATIONS_S
from bot.domain.errors import ShowreelError
from bot.domain.ids import GuildId, UserId
from bot.domain.job import JobStatus
from bot.domain.moments import read_range
from bot.domain.reasons import is_reason
from bot.domain.text_search import search_fold
from bot.domain.texts import storable
from bot.domain.usage import PageFilter
from bot.domain.usage_views import LogQuery

WORDS_MAX_CHARS: Final = 100
REASON_MAX_CHARS: Final = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class LogWish:
    """As it was typed; what was left out is None."""

    user_id: UserId | None = None
    state: str | None = None
    duration_s: int | None = None
    since: str | None = None
    until: str | None = None
    words: str | None = None
    reason: str | None = None


def read_query(wish: LogWish, *, guild_id: GuildId, now: datetime) -> LogQuery:
    """Raise ShowreelError for what cannot be read."""
    if wish.state is not None and wish.state not in set(JobStatus):
        raise ShowreelError("log-which-state")
    if wish.duration_s is not None and wish.duration_s not in DURATIONS_S:
        raise ShowreelError("log-which-duration")
    times = read_range(wish.since, wish.until, now=now)
    return LogQuery(
        page_filter=PageFilter(
            guild_id=guild_id,
            user_id=wish.user_id,
            statuses=frozenset() if wish.state is None else frozenset({JobStatus(wish.state)}),
            duration_s=wish.duration_s,
            reason=_reason(wish.reason),
            since=times.since,
            until=times.until,
        ),
        words=_words(wish.words),
    )


def _words(typed: str | None) -> str:
    if typed is None:
        return ""
    words = " ".join(storable(typed, WORDS_MAX_CHARS).split())
    if not search_fold(words).strip():
        raise ShowreelError("log-which-words")
    return words


def _reason(typed: str | None) -> str | None:
    """The log's own words are in lower case."""
    word = "" if typed is None else storable(typed.strip().casefold(), REASON_MAX_CHARS)
    if not word:
        return None
    if not is_reason(word):
        raise ShowreelError("log-which-reason", text=word)
    return word
