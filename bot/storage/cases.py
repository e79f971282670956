"""Cases: an attempt's row with all that hangs on it, and what moderators change about it."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.audit import AuditAction, NewAuditEntry
from bot.domain.cases import Case, CaseNote, HoldOutcome, TooManyNotesError
from bot.domain.ids import GuildId, JobId, UserId
from bot.domain.job import Actor
from bot.storage.audit import write_entry
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.holding import is_still_held
from bot.storage.job_rows import event_from, job_from
from bot.storage.job_steps import change_job
from bot.storage.member_tables import reports
from bot.storage.moderation_tables import case_notes
from bot.storage.reports import report_from
from bot.storage.tables import job_events, jobs

_HELD_DETAIL: Final = "evidence_held"
_RELEASED_DETAIL: Final = "evidence_released"


class SqlCaseStore:
    """The port `CaseStore` over the database."""

    def __init__(self, database: Database, *, cipher: TextCipher) -> None:
        self._database = database
        self._cipher = cipher

    async def case(self, job_id: JobId, *, guild_id: GuildId) -> Case | None:
        async def work(connection: AsyncConnection) -> Case | None:
            row = await _row(connection, job_id, guild_id)
            return None if row is None else await self._case(connection, row)

        return await self._database.read(work)

    async def newest_with(self, reference: str, *, guild_id: GuildId) -> JobId | None:
        newest = (
            select(jobs.c.id)
            .where(jobs.c.guild_id == guild_id, jobs.c.reference == reference)
            .order_by(jobs.c.id.desc())
            .limit(1)
        )

        async def work(connection: AsyncConnection) -> JobId | None:
            found: JobId | None = (await connection.execute(newest)).scalar_one_or_none()
            return found

        return await self._database.read(work)

    async def add_note(
        self, job_id: JobId, note: CaseNote, *, guild_id: GuildId, at_most: int
    ) -> bool:
        values = {
            "job_id": job_id,
            "author_id": note.author_id,
            "text": self._cipher.seal(note.text),
            "created_at": note.created_at,
        }
        of_job = select(func.count()).select_from(case_notes).where(case_notes.c.job_id == job_id)

        async def work(connection: AsyncConnection) -> bool:
            row = await _row(connection, job_id, guild_id)
            if row is None:
                return False
            if (await connection.execute(of_job)).scalar_one() >= at_most:
                raise TooManyNotesError
            await connection.execute(insert(case_notes).values(**values))
            await write_entry(
                connection,
                _entry(row, AuditAction.NOTE_ADDED, by=note.author_id, at=note.created_at),
            )
            return True

        return await self._database.write(work)

    async def hold(
        self, job_id: JobId, *, guild_id: GuildId, by: UserId, at: datetime
    ) -> HoldOutcome | None:
        async def work(connection: AsyncConnection) -> HoldOutcome | None:
            row = await _row(connection, job_id, guild_id)
            if row is None:
                return None
            if row.texts_erased:
                return HoldOutcome.ERASED
            if row.held_by is not None:
                return HoldOutcome.HELD_ALREADY
            await change_job(
                connection,
                row,
                actor=Actor.moderator(by),
                at=at,
                detail=_HELD_DETAIL,
                values={"held": True, "held_by": by},
            )
            await write_entry(connection, _entry(row, AuditAction.EVIDENCE_HELD, by=by, at=at))
            return HoldOutcome.HELD

        return await self._database.write(work)

    async def release(
        self, job_id: JobId, *, guild_id: GuildId, by: UserId, at: datetime
    ) -> HoldOutcome | None:
        async def work(connection: AsyncConnection) -> HoldOutcome | None:
            row = await _row(connection, job_id, guild_id)
            if row is None:
                return None
            still_held = await is_still_held(connection, job_id, held_by=None)
            if row.held_by is None and row.held == still_held:
                return HoldOutcome.NOT_HELD
            await change_job(
                connection,
                row,
                actor=Actor.moderator(by),
                at=at,
                detail=_RELEASED_DETAIL,
                values={"held": still_held, "held_by": None},
            )
            await write_entry(connection, _entry(row, AuditAction.EVIDENCE_RELEASED, by=by, at=at))
            return HoldOutcome.STILL_HELD if still_held else HoldOutcome.RELEASED

        return await self._database.write(work)

    async def _case(self, connection: AsyncConnection, row: Row[Any]) -> Case:
        events = await connection.execute(
            select(job_events).where(job_events.c.job_id == row.id).order_by(job_events.c.id)
        )
        filed = await connection.execute(
            select(reports).where(reports.c.job_id == row.id).order_by(reports.c.id)
        )
        written = await connection.execute(
            select(case_notes).where(case_notes.c.job_id == row.id).order_by(case_notes.c.id)
        )
        return Case(
            job=job_from(row, self._cipher),
            events=[event_from(event) for event in events],
            reports=[report_from(report, self._cipher) for report in filed],
            notes=[self._note(note) for note in written],
            is_held=row.held,
            held_by=row.held_by,
            is_erased=row.texts_erased,
        )

    def _note(self, row: Row[Any]) -> CaseNote:
        text = self._cipher.readable(row.text)
        return CaseNote(
            author_id=UserId(row.author_id),
            text=text or "",
            created_at=row.created_at,
            is_unreadable=text is None,
        )


async def _row(connection: AsyncConnection, job_id: JobId, guild_id: GuildId) -> Row[Any] | None:
    own = select(jobs).where(jobs.c.id == job_id, jobs.c.guild_id == guild_id)
    row: Row[Any] | None = (await connection.execute(own)).one_or_none()
    return row


def _entry(row: Row[Any], action: AuditAction, *, by: UserId, at: datetime) -> NewAuditEntry:
    return NewAuditEntry(
        guild_id=GuildId(row.guild_id),
        actor_id=by,
        action=action,
        at=at,
        subject=row.reference,
        job_id=JobId(row.id),
    )
