"""One attempt whole, for moderators: what was asked for, every step, reports, notes, evidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, Protocol

from bot.domain.ids import GuildId, JobId, UserId
from bot.domain.job import Job, JobEvent
from bot.domain.reporting import Report

NOTE_MAX_CHARS: Final = 1000
NOTES_AT_MOST: Final = 50


class TooManyNotesError(Exception):
    """The case has as many notes as it may have."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseNote:
    """What a moderator wrote down; without its text where no key that is given opens it."""

    author_id: UserId
    text: str
    created_at: datetime
    is_unreadable: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """Events, reports and notes stand in the order in which they came.

    It is held while a moderator holds it, who is `held_by`, or a report is undecided.
    """

    job: Job
    events: Sequence[JobEvent]
    reports: Sequence[Report]
    notes: Sequence[CaseNote]
    is_held: bool
    held_by: UserId | None
    is_erased: bool

    @property
    def may_be_released(self) -> bool:
        """Whether anything but a report that nobody has decided holds it."""
        is_undecided = any(report.decided_at is None for report in self.reports)
        return self.held_by is not None or (self.is_held and not is_undecided)


class HoldOutcome(StrEnum):
    """What became of the wish to hold evidence, or to let it go."""

    HELD = "held"
    HELD_ALREADY = "held_already"
    ERASED = "erased"
    RELEASED = "released"
    STILL_HELD = "still_held"
    NOT_HELD = "not_held"


class CaseStore(Protocol):
    """Cases by server: one of another server is one that does not exist.

    A change writes its entry in the record of changes beside it. Every method may raise
    StorageUnavailableError.
    """

    async def case(self, job_id: JobId, *, guild_id: GuildId) -> Case | None: ...

    async def newest_with(self, reference: str, *, guild_id: GuildId) -> JobId | None:
        """Find an attempt by its reference; the newest, should several share it by chance."""
        ...

    async def add_note(
        self, job_id: JobId, note: CaseNote, *, guild_id: GuildId, at_most: int
    ) -> bool:
        """Return False for no such case; raise TooManyNotesError when there are `at_most`."""
        ...

    async def hold(
        self, job_id: JobId, *, guild_id: GuildId, by: UserId, at: datetime
    ) -> HoldOutcome | None:
        """Keep texts and links past their time, whatever becomes of the reports."""
        ...

    async def release(
        self, job_id: JobId, *, guild_id: GuildId, by: UserId, at: datetime
    ) -> HoldOutcome | None:
        """Let the moderators' hold go; undecided reports still hold what they are about."""
        ...
