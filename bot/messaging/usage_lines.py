"""A page of the log as a moderator reads it: what became of each attempt. Pure text."""

from collections.abc import Iterator
from typing import Final

from bot.domain.job import Job
from bot.domain.usage import UsagePage
from bot.domain.usage_views import LogQuery
from bot.messaging.catalogue import Catalogue
from bot.messaging.job_words import (
    cost_words,
    exact_time,
    said_text,
    state_words,
    status_words,
    who,
)
from bot.messaging.plain_text import excerpt
from bot.messaging.reason_words import reason_words

MESSAGE_MAX_CHARS: Final = 2000
# The longest excerpts with which a page fits, however much of them is escaped.
EXCERPT_CHARS: Final = (60, 40, 25, 12)
WORDS_MAX_CHARS: Final = 40

_BETWEEN: Final = " · "


def render_page(catalogue: Catalogue, locale: str, query: LogQuery, page: UsagePage) -> str:
    return _PageWords(catalogue, locale, query, page).whole()


class _PageWords:
    def __init__(self, catalogue: Catalogue, locale: str, query: LogQuery, page: UsagePage) -> None:
        self._catalogue = catalogue
        self._locale = locale
        self._query = query
        self._page = page

    def whole(self) -> str:
        if not self._page.jobs:
            return "\n".join(self._nothing())
        texts = ("\n".join(self._lines(max_chars)) for max_chars in EXCERPT_CHARS)
        return next(
            (text for text in texts if len(text) <= MESSAGE_MAX_CHARS),
            "\n".join(self._lines(0)),
        )

    def _lines(self, excerpt_chars: int) -> Iterator[str]:
        yield self._say("log-heading")
        wanted = self._filter()
        if wanted:
            yield self._say("log-filter", filter=wanted)
        for job in self._page.jobs:
            yield self._line(job, excerpt_chars)
        yield from self._how_searched()

    def _nothing(self) -> Iterator[str]:
        """What was looked for, how far, and how to find more."""
        wanted = self._filter()
        if not wanted:
            yield self._say("log-empty")
            return
        if self._page.older is None and self._page.newer is not None:
            yield self._say("log-nothing-older", filter=wanted)
        elif self._page.older is not None:
            yield self._say("log-nothing-yet", filter=wanted)
        else:
            yield self._say("log-nothing", filter=wanted)
        yield from self._how_searched()

    def _how_searched(self) -> Iterator[str]:
        back_to = self._page.searched_back_to
        if back_to is not None:
            yield self._say("log-searched-back", at=exact_time(back_to))
        if self._page.unreadable:
            yield self._say("log-unreadable", count=self._page.unreadable)

    def _line(self, job: Job, excerpt_chars: int) -> str:
        state = state_words(self._catalogue, self._locale, job)
        if job.destination.private:
            state = self._say("log-private", state=state)
        above = (
            f"`{job.reference}` **{state}**",
            who(self._catalogue, self._locale, job.destination.user_id),
            f"<t:{int(job.created_at.timestamp())}:R>",
        )
        reason = reason_words(self._catalogue, self._locale, job.reason)
        below = (
            excerpt(reason, WORDS_MAX_CHARS) if excerpt_chars else "",
            self._say("log-duration", duration=job.request.duration_s),
            cost_words(self._catalogue, self._locale, job),
            self._prompt(job, excerpt_chars) if excerpt_chars else "",
        )
        return f"{_BETWEEN.join(above)}\n-# {_BETWEEN.join(part for part in below if part)}"

    def _prompt(self, job: Job, max_chars: int) -> str:
        return said_text(
            self._catalogue,
            self._locale,
            job.request.prompt,
            is_unreadable=job.texts_unreadable,
            max_chars=max_chars,
        )

    def _filter(self) -> str:
        """Empty where everything was asked for."""
        return _BETWEEN.join(self._wanted())

    def _wanted(self) -> Iterator[str]:
        wanted = self._query.page_filter
        if wanted.user_id is not None:
            member = who(self._catalogue, self._locale, wanted.user_id)
            yield self._say("log-filter-member", member=member)
        for status in sorted(wanted.statuses):
            yield status_words(self._catalogue, self._locale, status)
        if wanted.duration_s is not None:
            yield self._say("log-duration", duration=wanted.duration_s)
        if wanted.since is not None:
            yield self._say("log-filter-since", at=exact_time(wanted.since))
        if wanted.until is not None:
            yield self._say("log-filter-until", at=exact_time(wanted.until))
        if self._query.words:
            words = excerpt(self._query.words, WORDS_MAX_CHARS)
            yield self._say("log-filter-words", text=words)
        if wanted.reason is not None:
            words = excerpt(
                reason_words(self._catalogue, self._locale, wanted.reason), WORDS_MAX_CHARS
            )
            yield self._say("log-filter-reason", words=words)

    def _say(self, key: str, /, **values: str | float) -> str:
        return self._catalogue.text(self._locale, key, **values)
