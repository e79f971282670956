"""Blocks by server. Each change stands on record beside it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, delete, func, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.audit import AuditAction, AuditValue, NewAuditEntry
from bot.domain.blocks import (
    Block,
    BlockedJob,
    BlockPage,
    NewBlock,
    TooManyBlocksError,
)
from bot.domain.ids import BlockId, GuildId, JobId, UserId
from bot.domain.job import JobStatus
from bot.domain.reporting import ReportDecision
from bot.storage.audit import write_entry
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.moderation_tables import blocks
from bot.storage.report_decisions import decide_about
from bot.storage.tables import jobs

_COLUMNS: Final = tuple(NewBlock.__dataclass_fields__)


class SqlBlockStore:
    """The port `BlockStore` over the database. Reasons are sealed, on record too."""

    def __init__(self, database: Database, *, cipher: TextCipher) -> None:
        self._database = database
        self._cipher = cipher

    async def block(self, block: NewBlock, *, at_most: int, about: JobId | None) -> Block | None:
        at = block.created_at

        async def work(connection: AsyncConnection) -> Block | None:
            await _forget_ended_of(connection, block.guild_id, at)
            before = await self._take(connection, block.user_id, block.guild_id)
            if await _count(connection, block.guild_id, at) >= at_most:
                raise TooManyBlocksError
            sealed = {**_values(block), "reason": self._cipher.seal(block.reason)}
            await connection.execute(insert(blocks).values(**sealed))
            entry = NewAuditEntry(
                guild_id=block.guild_id,
                actor_id=block.created_by,
                action=AuditAction.MEMBER_BLOCKED,
                at=at,
                subject=str(block.user_id),
                job_id=about,
                before=None if before is None else self._on_record(before),
                after=self._on_record(block),
            )
            await write_entry(connection, entry)
            if about is not None:
                await decide_about(
                    connection, about, ReportDecision.BLOCKED, by=block.created_by, at=at
                )
            return before

        return await self._database.write(work)

    async def lift(
        self, user_id: UserId, *, guild_id: GuildId, by: UserId, at: datetime
    ) -> Block | None:
        async def work(connection: AsyncConnection) -> Block | None:
            await _forget_ended_of(connection, guild_id, at)
            lifted = await self._take(connection, user_id, guild_id)
            if lifted is None:
                return None
            entry = NewAuditEntry(
                guild_id=guild_id,
                actor_id=by,
                action=AuditAction.MEMBER_UNBLOCKED,
                at=at,
                subject=str(user_id),
                before=self._on_record(lifted),
            )
            await write_entry(connection, entry)
            return lifted

        return await self._database.write(work)

    async def of(self, user_id: UserId, *, guild_id: GuildId, at: datetime) -> Block | None:
        wanted = select(blocks).where(*_is(user_id, guild_id), _holds(at))

        async def work(connection: AsyncConnection) -> Block | None:
            row = (await connection.execute(wanted)).one_or_none()
            return None if row is None else self._block(row)

        return await self._database.read(work)

    async def ends(self, guild_id: GuildId, *, at: datetime) -> Mapping[UserId, datetime | None]:
        wanted = select(blocks.c.user_id, blocks.c.expires_at).where(
            blocks.c.guild_id == guild_id, _holds(at)
        )

        async def work(connection: AsyncConnection) -> Mapping[UserId, datetime | None]:
            found = await connection.execute(wanted)
            return {UserId(user_id): expires_at for user_id, expires_at in found}

        return await self._database.read(work)

    async def page(self, guild_id: GuildId, *, at: datetime, skip: int, rows: int) -> BlockPage:
        newest_first = (
            select(blocks)
            .where(blocks.c.guild_id == guild_id, _holds(at))
            .order_by(blocks.c.id.desc())
            .offset(skip)
            .limit(rows)
        )

        async def work(connection: AsyncConnection) -> BlockPage:
            found = await connection.execute(newest_first)
            return BlockPage(
                blocks=[self._block(row) for row in found],
                count=await _count(connection, guild_id, at),
            )

        return await self._database.read(work)

    async def waiting_jobs(self, *, at: datetime, at_most: int) -> Sequence[BlockedJob]:
        wanted = (
            select(jobs.c.id, blocks.c.created_by)
            .join(
                blocks,
                (blocks.c.guild_id == jobs.c.guild_id) & (blocks.c.user_id == jobs.c.user_id),
            )
            .where(jobs.c.status == JobStatus.QUEUED, _holds(at))
            .limit(at_most)
        )

        async def work(connection: AsyncConnection) -> Sequence[BlockedJob]:
            found = await connection.execute(wanted)
            return [BlockedJob(job_id=JobId(job_id), blocked_by=UserId(by)) for job_id, by in found]

        return await self._database.read(work)

    async def forget_ended(self, *, at: datetime, at_most: int) -> int:
        ended = select(blocks.c.id).where(blocks.c.expires_at <= at).limit(at_most)

        async def work(connection: AsyncConnection) -> int:
            return (await connection.execute(delete(blocks).where(blocks.c.id.in_(ended)))).rowcount

        return await self._database.write(work)

    async def _take(
        self, connection: AsyncConnection, user_id: UserId, guild_id: GuildId
    ) -> Block | None:
        taken = await connection.execute(
            delete(blocks).where(*_is(user_id, guild_id)).returning(*blocks.c)
        )
        row = taken.one_or_none()
        return None if row is None else self._block(row)

    def _block(self, row: Row[Any]) -> Block:
        values = {name: getattr(row, name) for name in _COLUMNS}
        values["reason"] = self._cipher.open_if_possible(row.reason)
        return Block(id=BlockId(row.id), **values)

    def _on_record(self, block: NewBlock) -> dict[str, AuditValue]:
        ends = None if block.expires_at is None else block.expires_at.isoformat()
        return {"expires_at": ends, "reason": self._cipher.seal(block.reason)}


def _values(block: NewBlock) -> dict[str, Any]:
    return {name: getattr(block, name) for name in _COLUMNS}


def _is(user_id: UserId, guild_id: GuildId) -> tuple[ColumnElement[bool], ...]:
    return blocks.c.guild_id == guild_id, blocks.c.user_id == user_id


def _holds(at: datetime) -> ColumnElement[bool]:
    return or_(blocks.c.expires_at.is_(None), blocks.c.expires_at > at)


async def _count(connection: AsyncConnection, guild_id: GuildId, at: datetime) -> int:
    counted = await connection.execute(
        select(func.count()).select_from(blocks).where(blocks.c.guild_id == guild_id, _holds(at))
    )
    return counted.scalar_one()


async def _forget_ended_of(connection: AsyncConnection, guild_id: GuildId, at: datetime) -> None:
    await connection.execute(
        delete(blocks).where(blocks.c.guild_id == guild_id, blocks.c.expires_at <= at)
    )
