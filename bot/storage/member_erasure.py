"""Carries out members' wishes to be erased: small batches, each whole, each repeatable."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Select,
    Update,
    and_,
    delete,
    exists,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.audit import AuditAction, NewAuditEntry
from bot.domain.erasure import NOBODY, Erasure, ErasureOutlook, WhatIsOver
from bot.domain.ids import GuildId, UserId
from bot.domain.job import SLOT_STATES, Job, JobStatus
from bot.domain.option_defaults import DefaultsScope
from bot.domain.reasons import Reason
from bot.storage.actor_names import AS_MEMBER, IN_ANY_ROLE, rename_actors, renamed
from bot.storage.audit import write_entry
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.erasure import erase_texts_of
from bot.storage.job_rows import job_from
from bot.storage.member_tables import erasures, option_defaults, reports
from bot.storage.moderation_tables import usage_views
from bot.storage.pseudonymous_rows import forget_pseudonyms, forget_reporters
from bot.storage.record_ties import cut_ties_to_record
from bot.storage.tables import HAS_KEPT_FILE, jobs

_WORKING: Final = (*SLOT_STATES, JobStatus.DELIVERING)
_ENDED: Final = (JobStatus.REFUSED, JobStatus.DELIVERED, JobStatus.FAILED, JobStatus.CANCELLED)
# Once it was given up, or its member has it.
_FILE_MAY_BE_LEFT: Final = (JobStatus.EXPIRED, JobStatus.DELIVERED)
# The clip is gone: nobody at Eachlabs is asked about it any more.
_CLIP_IS_GONE: Final = (Reason.KEPT_TOO_LONG, Reason.ERASED)


class SqlErasureStore:
    """The port `ErasureStore` over the database."""

    def __init__(self, database: Database, *, cipher: TextCipher) -> None:
        self._database = database
        self._cipher = cipher

    async def outlook(self, user_id: UserId) -> ErasureOutlook:
        counts = select(
            func.count().label("requests"),
            func.count().filter(jobs.c.status == JobStatus.QUEUED).label("waiting"),
            func.count().filter(jobs.c.status.in_(_WORKING)).label("working"),
            func.count().filter(jobs.c.status == JobStatus.KEPT).label("kept"),
            func.count().filter(jobs.c.held.is_(True)).label("held"),
        ).where(jobs.c.user_id == user_id)

        async def work(connection: AsyncConnection) -> ErasureOutlook:
            counted = (await connection.execute(counts)).one()
            return ErasureOutlook(**counted._mapping)  # noqa: SLF001 -- SQLAlchemy's documented name

        return await self._database.read(work)

    async def request(self, asked: Erasure) -> None:
        erasure = await self._database.read(lambda connection: _with_all_so_far(connection, asked))
        guilds = await self._database.read(lambda connection: _guilds_of(connection, erasure))

        async def work(connection: AsyncConnection) -> None:
            await connection.execute(
                insert(erasures)
                .values(user_id=erasure.user_id, requested_at=erasure.requested_at)
                .on_conflict_do_update(
                    index_elements=["user_id"], set_={"requested_at": erasure.requested_at}
                )
            )
            await connection.execute(
                delete(option_defaults).where(
                    option_defaults.c.scope == DefaultsScope.MEMBER,
                    option_defaults.c.owner_id == erasure.user_id,
                )
            )
            await connection.execute(
                delete(usage_views).where(
                    usage_views.c.created_at <= erasure.requested_at,
                    usage_views.c.user_id == erasure.user_id,
                )
            )
            for guild_id in guilds:
                await write_entry(connection, _entry(guild_id, asked))

        await self._database.write(work)

    async def pending(self, *, after: UserId | None, at_most: int) -> Sequence[Erasure]:
        statement = select(erasures).order_by(erasures.c.user_id).limit(at_most)
        if after is not None:
            statement = statement.where(erasures.c.user_id > after)

        async def work(connection: AsyncConnection) -> Sequence[Erasure]:
            return [
                Erasure(user_id=row.user_id, requested_at=row.requested_at)
                for row in await connection.execute(statement)
            ]

        return await self._database.read(work)

    async def kept_clips(self, erasure: Erasure, *, at_most: int) -> Sequence[Job]:
        has_file = and_(jobs.c.status.in_(_FILE_MAY_BE_LEFT), HAS_KEPT_FILE)
        kept = (
            select(jobs)
            .where(*_asked_for(erasure), or_(jobs.c.status == JobStatus.KEPT, has_file))
            .where(jobs.c.held.is_(False))
            .order_by(jobs.c.created_at)
            .limit(at_most)
        )

        async def work(connection: AsyncConnection) -> Sequence[Job]:
            return [job_from(row, self._cipher) for row in await connection.execute(kept)]

        return await self._database.read(work)

    async def erase_jobs(
        self, erasure: Erasure, *, pseudonym: UserId, over: WhatIsOver, at_most: int
    ) -> int:
        due = _due(erasure, over, at_most)

        async def work(connection: AsyncConnection) -> int:
            job_ids = (await connection.execute(due)).scalars().all()
            if not job_ids:
                return 0
            await erase_texts_of(connection, job_ids)
            await cut_ties_to_record(connection, job_ids, erasure.user_id)
            await connection.execute(_cut_tie(job_ids, erasure.user_id, pseudonym))
            await connection.execute(
                rename_actors(job_ids, erasure.user_id, pseudonym, roles=IN_ANY_ROLE)
            )
            return len(job_ids)

        return await self._database.write(work)

    async def erase_reports(self, erasure: Erasure, *, pseudonym: UserId, at_most: int) -> int:
        due = select(reports.c.id, reports.c.job_id).where(*_filed(erasure)).limit(at_most)

        async def work(connection: AsyncConnection) -> int:
            rows = (await connection.execute(due)).all()
            if not rows:
                return 0
            job_ids = [row.job_id for row in rows]
            await connection.execute(_take_over_reports(job_ids, pseudonym))
            await connection.execute(
                update(reports)
                .where(reports.c.id.in_([row.id for row in rows]))
                .values(reporter_id=pseudonym)
            )
            # What they did there as a moderator is the server's record.
            await connection.execute(
                rename_actors(job_ids, erasure.user_id, pseudonym, roles=AS_MEMBER)
            )
            return len(rows)

        return await self._database.write(work)

    async def finish(self, erasure: Erasure) -> bool:
        statement = delete(erasures).where(
            erasures.c.user_id == erasure.user_id,
            erasures.c.requested_at == erasure.requested_at,
            ~exists().where(*_asked_for(erasure)),
            ~exists().where(*_filed(erasure)),
        )

        async def work(connection: AsyncConnection) -> bool:
            return (await connection.execute(statement)).rowcount > 0

        return await self._database.write(work)

    async def forget_pseudonyms(self, *, created_before: datetime, at_most: int) -> int:
        return await self._database.write(
            lambda connection: forget_pseudonyms(connection, created_before, at_most)
        )

    async def forget_reporters(self, *, created_before: datetime, at_most: int) -> int:
        return await self._database.write(
            lambda connection: forget_reporters(connection, created_before, at_most)
        )


def _asked_for(erasure: Erasure) -> tuple[ColumnElement[bool], ...]:
    return jobs.c.user_id == erasure.user_id, jobs.c.created_at <= erasure.requested_at


def _filed(erasure: Erasure) -> tuple[ColumnElement[bool], ...]:
    return reports.c.reporter_id == erasure.user_id, reports.c.created_at <= erasure.requested_at


def _due(erasure: Erasure, over: WhatIsOver, at_most: int) -> Select[Any]:
    is_over = or_(
        jobs.c.status.in_(_ENDED),
        and_(
            jobs.c.status == JobStatus.EXPIRED,
            or_(
                jobs.c.reason.in_(_CLIP_IS_GONE),
                jobs.c.submitted_at < over.given_up_before,
            ),
        ),
    )
    is_told = or_(jobs.c.owes_word.is_(False), jobs.c.created_at < over.untold_before)
    return (
        select(jobs.c.id)
        .where(*_asked_for(erasure), is_over, is_told)
        .where(jobs.c.held.is_(False), jobs.c.kept_file.is_(None))
        .order_by(jobs.c.created_at)
        .limit(at_most)
    )


def _cut_tie(job_ids: Sequence[int], user_id: UserId, pseudonym: UserId) -> Update:
    """What counts stays, under the pseudonym; the provider's id stays with the costs."""
    return (
        update(jobs)
        .where(jobs.c.id.in_(job_ids))
        .values(
            user_id=pseudonym,
            user_locale="",
            interaction_token=None,
            interaction_token_expires_at=None,
            card_message_id=None,
            result_message_id=None,
            cancel_requested_by=renamed(
                jobs.c.cancel_requested_by, user_id, pseudonym, roles=IN_ANY_ROLE
            ),
        )
    )


def _take_over_reports(job_ids: Sequence[int], pseudonym: UserId) -> Update:
    """An earlier report of the same member about the same job makes room, as nobody's."""
    return (
        update(reports)
        .where(reports.c.job_id.in_(job_ids), reports.c.reporter_id == pseudonym)
        .values(reporter_id=-reports.c.id)
    )


async def _with_all_so_far(connection: AsyncConnection, erasure: Erasure) -> Erasure:
    """What a clock wrote that was set back since is a thing of the past all the same."""
    moments = [erasure.requested_at]
    for newest, is_theirs in (
        (func.max(jobs.c.created_at), jobs.c.user_id == erasure.user_id),
        (func.max(reports.c.created_at), reports.c.reporter_id == erasure.user_id),
    ):
        moment = (await connection.execute(select(newest).where(is_theirs))).scalar_one()
        if moment is not None:
            moments.append(moment)
    return replace(erasure, requested_at=max(moments))


async def _guilds_of(connection: AsyncConnection, erasure: Erasure) -> Sequence[GuildId]:
    found = await connection.execute(select(jobs.c.guild_id).where(*_asked_for(erasure)).distinct())
    return [GuildId(guild_id) for guild_id in found.scalars()]


def _entry(guild_id: GuildId, erasure: Erasure) -> NewAuditEntry:
    """Say that texts go from this server's log, and not whose."""
    return NewAuditEntry(
        guild_id=guild_id,
        actor_id=NOBODY,
        action=AuditAction.MEMBER_DATA_ERASED,
        at=erasure.requested_at,
    )
