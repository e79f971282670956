"""A case as a moderator reads it: a message that fits, and a file with what does not. Pure text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from bot.domain.cases import Case, CaseNote
from bot.domain.ids import JobId
from bot.domain.job import Job, JobEvent, JobStatus
from bot.domain.reporting import Report
from bot.messaging.cards import options
from bot.messaging.case_file import case_file
from bot.messaging.catalogue import Catalogue
from bot.messaging.job_words import (
    actor_words,
    exact_time,
    jump_url,
    said_text,
    seen_at,
    state_words,
    status_words,
    who,
)
from bot.messaging.plain_text import excerpt, is_cut
from bot.messaging.reason_words import reason_words
from bot.messaging.step_words import step_words

MESSAGE_MAX_CHARS: Final = 2000
PROMPT_MAX_CHARS: Final = 240
# Where even that is too much: every character of everything may have to be escaped.
LEAST_OF_PROMPT_CHARS: Final = 60
NEGATIVE_MAX_CHARS: Final = 80
TEXT_MAX_CHARS: Final = 120
DETAIL_MAX_CHARS: Final = 60
URL_MAX_CHARS: Final = 250

# An address that ended early, or in an angle bracket, would be shown with what it leads to.
_ADDRESS_ESCAPES: Final = str.maketrans({"<": "%3C", ">": "%3E", " ": "%20", "\n": "", "\r": ""})


@dataclass(frozen=True, kw_only=True, slots=True)
class RenderedCase:
    """`file` holds the whole case where the message cannot."""

    content: str
    file: str | None = None


def case_file_name(job_id: JobId) -> str:
    return f"case-{job_id}.txt"


def render_case(
    catalogue: Catalogue, locale: str, case: Case, *, news: str | None = None
) -> RenderedCase:
    """`news` stands first: what has just been done to the case."""
    in_file = catalogue.text(locale, "case-in-file")
    for prompt_max in (PROMPT_MAX_CHARS, LEAST_OF_PROMPT_CHARS):
        words = _CaseWords(catalogue, locale, case, prompt_max=prompt_max)
        head = "\n".join(([] if news is None else [news]) + list(words.head()))
        if len(head) + len(in_file) < MESSAGE_MAX_CHARS:
            break
    room = MESSAGE_MAX_CHARS - len(head) - len(in_file) - 2
    sections = words.sections()
    counts = _counts_that_fit(sections, room)
    shown = [section.shown(count) for section, count in zip(sections, counts, strict=True)]
    content = "\n".join([head, *chain.from_iterable(shown)])
    is_whole = all(
        count == len(section.lines) for section, count in zip(sections, counts, strict=True)
    )
    if is_whole and not words.is_cut():
        return RenderedCase(content=content)
    return RenderedCase(content=f"{content}\n{in_file}", file=case_file(case))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Section:
    """Without a line it has no heading either."""

    heading: str
    lines: Sequence[str]

    def shown(self, count: int) -> Sequence[str]:
        return [self.heading, *self.lines[:count]] if count else []

    def chars_for(self, index: int) -> int:
        """What this line takes, with the heading where it is the first."""
        beginning = 0 if index else len(self.heading) + 1
        return beginning + len(self.lines[index]) + 1


def _counts_that_fit(sections: Sequence[_Section], room: int) -> Sequence[int]:
    """How many lines of each fit: the first of every section before the second of any."""
    counts = [0] * len(sections)
    has_grown = True
    while has_grown:
        has_grown = False
        for index, section in enumerate(sections):
            if counts[index] == len(section.lines):
                continue
            chars = section.chars_for(counts[index])
            if chars <= room:
                room -= chars
                counts[index] += 1
                has_grown = True
    return counts


class _CaseWords:
    def __init__(self, catalogue: Catalogue, locale: str, case: Case, *, prompt_max: int) -> None:
        self._prompt_max = prompt_max
        self._catalogue = catalogue
        self._locale = locale
        self._case = case

    def head(self) -> Iterator[str]:
        """What every case says."""
        case, job = self._case, self._case.job
        yield self._say(
            "case-heading",
            number=str(job.id),
            reference=job.reference,
            state=state_words(self._catalogue, self._locale, job),
        )
        yield from self._texts()
        yield options(self._catalogue, self._locale, job)
        yield self._say(
            "case-where",
            member=who(self._catalogue, self._locale, job.destination.user_id),
            channel=f"<#{job.destination.channel_id}>",
        )
        if job.destination.private:
            yield self._say("case-private")
        yield self._say("case-asked", at=exact_time(job.created_at))
        if job.reason:
            yield self._reason(job)
        yield self._cost()
        if job.prediction_id is not None:
            yield self._say(
                "case-service-id", number=excerpt(job.prediction_id, NEGATIVE_MAX_CHARS)
            )
        if job.output_url is not None and len(job.output_url) <= URL_MAX_CHARS:
            yield self._say("case-service-link", url=angled(job.output_url))
        seen = (seen_at(job, report) for report in case.reports)
        url = next(filter(None, seen), None) or jump_url(job)
        if url is not None:
            yield self._say("case-message", url=url)
        if case.is_held:
            yield self._held()

    def sections(self) -> Sequence[_Section]:
        """What people said about it first, then what happened."""
        case = self._case
        return [
            _Section(
                heading=self._say("case-reports"),
                lines=[self._report(report) for report in case.reports],
            ),
            _Section(
                heading=self._say("case-notes"),
                lines=[self._note(note) for note in reversed(case.notes)],
            ),
            _Section(
                heading=self._say("case-steps"),
                lines=[self._step(event) for event in reversed(case.events)],
            ),
        ]

    def is_cut(self) -> bool:
        job = self._case.job
        return (
            is_cut(job.request.prompt, self._prompt_max)
            or is_cut(job.request.negative_prompt, NEGATIVE_MAX_CHARS)
            or len(job.output_url or "") > URL_MAX_CHARS
            or any(is_cut(report.text, TEXT_MAX_CHARS) for report in self._case.reports)
            or any(is_cut(note.text, TEXT_MAX_CHARS) for note in self._case.notes)
            or any(is_cut(event.detail, DETAIL_MAX_CHARS) for event in self._case.events)
        )

    def _texts(self) -> Iterator[str]:
        request = self._case.job.request
        if self._case.is_erased:
            yield self._say("case-erased")
            return
        if self._case.job.texts_unreadable:
            yield self._say("case-unreadable")
            if not request.prompt:
                return
        yield f"> {excerpt(request.prompt, self._prompt_max) or self._say('case-nothing-seen')}"
        if request.negative_prompt:
            shown = excerpt(request.negative_prompt, NEGATIVE_MAX_CHARS)
            yield self._say("leaves-out", text=shown or self._say("case-nothing-seen"))

    def _reason(self, job: Job) -> str:
        """The step of a refusal says also whose role's limit it was."""
        refusals = (event for event in self._case.events if event.after is JobStatus.REFUSED)
        told = next((event.detail for event in refusals), "") or job.reason
        words = reason_words(self._catalogue, self._locale, told)
        return self._say("case-reason", words=words, reason=excerpt(job.reason, TEXT_MAX_CHARS))

    def _cost(self) -> str:
        job = self._case.job
        real, expected = job.cost_usd, job.cost_estimated_usd
        if real is not None and expected is not None:
            return self._say("case-cost", cost=float(real), expected=float(expected))
        if real is None and expected is not None:
            return self._say("case-cost-expected", expected=float(expected))
        return self._say("case-cost-real", cost=float(real or 0))

    def _held(self) -> str:
        case = self._case
        if case.held_by is not None:
            by = who(self._catalogue, self._locale, case.held_by)
            return self._say("case-held-by", member=by)
        return self._say("case-held-by-reports")

    def _step(self, event: JobEvent) -> str:
        line = self._say(
            "case-step",
            at=exact_time(event.at),
            state=status_words(self._catalogue, self._locale, event.after),
            actor=actor_words(self._catalogue, self._locale, event.actor),
        )
        detail = step_words(self._catalogue, self._locale, event.detail, max_chars=DETAIL_MAX_CHARS)
        return f"{line} · {detail}" if detail else line

    def _report(self, report: Report) -> str:
        return self._say(
            "case-report",
            at=exact_time(report.created_at),
            member=who(self._catalogue, self._locale, report.reporter_id),
            decision=self._decision(report),
            text=self._said(report) or self._say("case-report-erased"),
        )

    def _said(self, what: Report | CaseNote) -> str:
        return said_text(
            self._catalogue,
            self._locale,
            what.text,
            is_unreadable=what.is_unreadable,
            max_chars=TEXT_MAX_CHARS,
        )

    def _decision(self, report: Report) -> str:
        if report.decided_at is None:
            return self._say("case-undecided")
        if report.decision is None or report.decided_by is None:
            return self._say("case-decided")
        return self._say(
            f"case-decision-{report.decision.value}",
            member=who(self._catalogue, self._locale, report.decided_by),
        )

    def _note(self, note: CaseNote) -> str:
        return self._say(
            "case-note",
            at=exact_time(note.created_at),
            member=who(self._catalogue, self._locale, note.author_id),
            text=self._said(note),
        )

    def _say(self, key: str, /, **values: str | float) -> str:
        return self._catalogue.text(self._locale, key, **values)


def angled(url: str) -> str:
    """In angle brackets, Discord does not show what an address leads to."""
    return f"<{url.translate(_ADDRESS_ESCAPES)}>"
