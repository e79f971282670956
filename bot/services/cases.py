"""One attempt whole, for a server's moderators; what they note about it, and what they hold."""

import re
from typing import Final, TypeVar

import structlog

from bot.domain.cases import (
    NOTE_MAX_CHARS,
    NOTES_AT_MOST,
    Case,
    CaseNote,
    CaseStore,
    HoldOutcome,
    TooManyNotesError,
)
from bot.domain.errors import NotFoundError, ShowreelError
from bot.domain.ids import GuildId, JobId
from bot.domain.ports import Clock
from bot.domain.texts import is_visible, storable
from bot.services.people import Presser

log = structlog.get_logger(__name__)

T = TypeVar("T")

_NUMBER: Final = re.compile(r"#?([0-9]{1,18})")
_REFERENCE: Final = re.compile(r"[0-9A-Z]{6}")


class CaseService:
    """Whatever id is handed in, only attempts of the server that asks are seen or touched.

    The log is the record, so private requests are here like all others.
    """

    def __init__(self, *, store: CaseStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def case(self, job_id: JobId, *, guild_id: GuildId) -> Case:
        """Raise NotFoundError for an id that this server does not have."""
        return _there(await self._store.case(job_id, guild_id=guild_id))

    async def named(self, typed: str, *, guild_id: GuildId) -> Case:
        """Find a case by what a moderator typed: its number, or the reference that members see.

        Six figures may be either, and are a reference first; `#` before them says it is a number.
        """
        wanted = typed.strip().upper()
        number = _NUMBER.fullmatch(wanted)
        if _REFERENCE.fullmatch(wanted):
            found = await self._store.newest_with(wanted, guild_id=guild_id)
            if found is not None:
                return await self.case(found, guild_id=guild_id)
        elif number is None:
            raise ShowreelError("case-id-unreadable")
        if number is None:
            raise NotFoundError("case-not-found")
        return await self.case(JobId(int(number[1])), guild_id=guild_id)

    async def add_note(self, job_id: JobId, text: str, *, by: Presser) -> None:
        """Raise NotFoundError, or ShowreelError with the reason why nothing was noted."""
        written = storable(text.strip(), NOTE_MAX_CHARS)
        if not is_visible(written):
            raise ShowreelError("note-empty")
        note = CaseNote(author_id=by.user_id, text=written, created_at=self._clock.now())
        try:
            is_there = await self._store.add_note(
                job_id, note, guild_id=by.guild_id, at_most=NOTES_AT_MOST
            )
        except TooManyNotesError:
            raise ShowreelError("note-too-many", limit=NOTES_AT_MOST) from None
        if not is_there:
            raise NotFoundError("case-not-found")
        log.info("note_added", job_id=job_id, user_id=by.user_id)

    async def hold(self, job_id: JobId, *, by: Presser) -> HoldOutcome:
        outcome = await self._store.hold(
            job_id, guild_id=by.guild_id, by=by.user_id, at=self._clock.now()
        )
        return _told(_there(outcome), job_id, by)

    async def release(self, job_id: JobId, *, by: Presser) -> HoldOutcome:
        outcome = await self._store.release(
            job_id, guild_id=by.guild_id, by=by.user_id, at=self._clock.now()
        )
        return _told(_there(outcome), job_id, by)


def _there(found: T | None) -> T:
    if found is None:
        raise NotFoundError("case-not-found")
    return found


def _told(outcome: HoldOutcome, job_id: JobId, by: Presser) -> HoldOutcome:
    log.info("evidence", outcome=outcome.value, job_id=job_id, user_id=by.user_id)
    return outcome
