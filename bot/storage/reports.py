"""Reports about results: each is written with its event and the hold on the evidence."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import GuildId, JobId, UserId
from bot.domain.job import Actor
from bot.domain.pseudonyms import Pseudonyms
from bot.domain.reporting import (
    CHANGES_AT_MOST,
    Filing,
    FilingOutcome,
    NewReport,
    Report,
)
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.job_steps import change_job, row_to_change
from bot.storage.member_tables import IS_UNDECIDED, reports
from bot.storage.tables import job_events

_EVENT_DETAILS: Final = {
    FilingOutcome.FILED: "reported",
    FilingOutcome.CHANGED: "report_changed",
}


class SqlReportStore:
    """The port `ReportStore` over the database."""

    def __init__(self, database: Database, *, cipher: TextCipher, pseudonyms: Pseudonyms) -> None:
        self._database = database
        self._cipher = cipher
        self._pseudonyms = pseudonyms

    async def file(self, report: NewReport, *, since: datetime, at_most: int) -> Filing:
        async def work(connection: AsyncConnection) -> Filing:
            filing = await self._prospect(
                connection, report.job_id, report.reporter_id, since=since, at_most=at_most
            )
            if _is_said_already(filing, report):
                return Filing(outcome=FilingOutcome.CHANGED, report=filing.report)
            if filing.outcome not in _EVENT_DETAILS:
                return filing
            before = await row_to_change(connection, report.job_id)
            await change_job(
                connection,
                before,
                actor=Actor.member(report.reporter_id),
                at=report.created_at,
                detail=_EVENT_DETAILS[filing.outcome],
                values={"held": True},
            )
            written = await self._write(connection, report, earlier=filing.report)
            return Filing(outcome=filing.outcome, report=written)

        return await self._database.write(work)

    async def prospect(
        self, job_id: JobId, reporter_id: UserId, *, since: datetime, at_most: int
    ) -> Filing:
        return await self._database.read(
            lambda connection: self._prospect(
                connection, job_id, reporter_id, since=since, at_most=at_most
            )
        )

    async def of_job(self, job_id: JobId) -> Sequence[Report]:
        return await self._select(reports.c.job_id == job_id, order_by=(reports.c.id,))

    async def undecided(self, guild_id: GuildId, *, at_most: int) -> Sequence[Report]:
        return await self._select(
            IS_UNDECIDED,
            reports.c.guild_id == guild_id,
            order_by=(reports.c.created_at, reports.c.id),
            at_most=at_most,
        )

    async def _prospect(
        self,
        connection: AsyncConnection,
        job_id: JobId,
        reporter_id: UserId,
        *,
        since: datetime,
        at_most: int,
    ) -> Filing:
        # What was erased for a member goes on counting for them, under their pseudonym.
        is_reporters = reports.c.reporter_id.in_((reporter_id, self._pseudonyms.of(reporter_id)))
        own = select(reports).where(reports.c.job_id == job_id, is_reporters)
        row = (await connection.execute(own)).one_or_none()
        if row is not None:
            outcome = await self._outcome_of_change(connection, row, reporter_id)
            return Filing(outcome=outcome, report=self._report(row))
        in_window = select(reports.c.created_at).where(is_reporters, reports.c.created_at > since)
        counted = tuple(sorted((await connection.execute(in_window)).scalars()))
        outcome = FilingOutcome.TOO_MANY if len(counted) >= at_most else FilingOutcome.FILED
        return Filing(outcome=outcome, counted=counted)

    async def _outcome_of_change(
        self, connection: AsyncConnection, row: Row[Any], reporter_id: UserId
    ) -> FilingOutcome:
        if row.decided_at is not None:
            return FilingOutcome.DECIDED
        names = [
            str(Actor.member(user_id))
            for user_id in (reporter_id, self._pseudonyms.of(reporter_id))
        ]
        changes = select(func.count()).where(
            job_events.c.job_id == row.job_id,
            job_events.c.actor.in_(names),
            job_events.c.detail == _EVENT_DETAILS[FilingOutcome.CHANGED],
        )
        made = (await connection.execute(changes)).scalar_one()
        return FilingOutcome.CHANGED_ENOUGH if made >= CHANGES_AT_MOST else FilingOutcome.CHANGED

    async def _write(
        self, connection: AsyncConnection, report: NewReport, *, earlier: Report | None
    ) -> Report:
        text = self._cipher.seal(report.text)
        if earlier is None:
            values = {
                "job_id": report.job_id,
                "guild_id": report.guild_id,
                "reporter_id": report.reporter_id,
                "text": text,
                "created_at": report.created_at,
                "message_id": report.message_id,
            }
            written = await connection.execute(insert(reports).values(values).returning(reports))
        else:
            changes = {
                "text": text,
                "card_due": True,
                "reporter_id": report.reporter_id,
                "message_id": report.message_id or earlier.message_id,
            }
            own = reports.c.id == earlier.id
            written = await connection.execute(
                update(reports).where(own).values(changes).returning(reports)
            )
        return self._report(written.one())

    async def _select(
        self,
        *conditions: ColumnElement[bool],
        order_by: Sequence[ColumnElement[Any]],
        at_most: int | None = None,
    ) -> Sequence[Report]:
        statement = select(reports).where(*conditions).order_by(*order_by).limit(at_most)

        async def work(connection: AsyncConnection) -> Sequence[Report]:
            return [self._report(row) for row in await connection.execute(statement)]

        return await self._database.read(work)

    def _report(self, row: Row[Any]) -> Report:
        return report_from(row, self._cipher)


def _is_said_already(filing: Filing, report: NewReport) -> bool:
    """Sent twice, since its answer was lost, say."""
    earlier = filing.report
    return (
        earlier is not None
        and filing.outcome is not FilingOutcome.DECIDED
        and (earlier.text, earlier.reporter_id) == (report.text, report.reporter_id)
        and report.message_id in {None, earlier.message_id}
    )


def report_from(row: Row[Any], cipher: TextCipher) -> Report:
    values = dict(row._mapping)  # noqa: SLF001 -- SQLAlchemy's documented name
    text = cipher.readable(values["text"])
    return Report(**{**values, "text": text or "", "is_unreadable": text is None})
