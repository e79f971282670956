"""Servers that removed the bot: when, and the erasing of what is kept about them."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    Column,
    ColumnElement,
    Select,
    Table,
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

from bot.domain.ids import GuildId
from bot.domain.job import LIVE_STATES
from bot.domain.option_defaults import DefaultsScope
from bot.domain.presence import ErasedJobs
from bot.storage.database import Database
from bot.storage.member_tables import option_defaults
from bot.storage.moderation_tables import (
    HAS_LEFT,
    audit_log,
    blocks,
    guild_settings,
    prompt_rules,
)
from bot.storage.tables import jobs, switches

_APPLICATION: Final = "application"
_NOTHING: Final = ErasedJobs(count=0, kept_files=())


class SqlPresenceStore:
    """The port `PresenceStore` over the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def known(self) -> Mapping[GuildId, datetime | None]:
        left_at = select(guild_settings.c.guild_id, guild_settings.c.left_at)

        async def work(connection: AsyncConnection) -> Mapping[GuildId, datetime | None]:
            known: dict[GuildId, datetime | None] = {}
            # Whatever moderators decide is on record, so these two name every server.
            for column in (jobs.c.guild_id, audit_log.c.guild_id):
                found = await connection.execute(_each_once(column))
                known |= dict.fromkeys(map(GuildId, found.scalars()))
            return known | {row.guild_id: row.left_at for row in await connection.execute(left_at)}

        return await self._database.read(work)

    async def runs_as(self, application_id: int, *, at: datetime) -> datetime | None:
        own = select(switches.c.value).where(switches.c.key == _APPLICATION)

        async def work(connection: AsyncConnection) -> datetime | None:
            stored = (await connection.execute(own)).scalar_one_or_none()
            known = None if stored is None else json.loads(stored)
            if known is not None and known["id"] == application_id:
                return None if known["since"] is None else datetime.fromisoformat(known["since"])
            since = None if known is None else at
            value = json.dumps({"id": application_id, "since": since and since.isoformat()})
            await connection.execute(
                insert(switches)
                .values(key=_APPLICATION, value=value)
                .on_conflict_do_update(index_elements=["key"], set_={"value": value})
            )
            return since

        return await self._database.write(work)

    async def mark_left(self, guild_ids: Collection[GuildId], *, at: datetime) -> None:
        if not guild_ids:
            return
        rows = [{"guild_id": guild_id, "settings": {}, "left_at": at} for guild_id in guild_ids]
        written = insert(guild_settings)
        first = func.coalesce(guild_settings.c.left_at, written.excluded.left_at)

        async def work(connection: AsyncConnection) -> None:
            await connection.execute(
                written.on_conflict_do_update(index_elements=["guild_id"], set_={"left_at": first}),
                rows,
            )

        await self._database.write(work)

    async def mark_present(self, guild_ids: Collection[GuildId]) -> None:
        back = (
            update(guild_settings)
            .where(guild_settings.c.guild_id.in_(guild_ids), HAS_LEFT)
            .values(left_at=None)
        )

        async def work(connection: AsyncConnection) -> None:
            await connection.execute(back)

        await self._database.write(work)

    async def left(self, *, before: datetime, at_most: int) -> Sequence[GuildId]:
        longest_ago_first = (
            select(guild_settings.c.guild_id)
            .where(HAS_LEFT, guild_settings.c.left_at < before)
            .order_by(guild_settings.c.left_at)
            .limit(at_most)
        )

        async def work(connection: AsyncConnection) -> Sequence[GuildId]:
            return [
                GuildId(each) for each in (await connection.execute(longest_ago_first)).scalars()
            ]

        return await self._database.read(work)

    async def erase_jobs(
        self, guild_id: GuildId, *, left_before: datetime, at_most: int
    ) -> ErasedJobs:
        ended = (
            select(jobs.c.id, jobs.c.kept_file)
            .where(jobs.c.guild_id == guild_id, jobs.c.status.not_in(LIVE_STATES))
            .where(_is_still_gone(guild_id, left_before))
            .limit(at_most)
        )

        async def work(connection: AsyncConnection) -> ErasedJobs:
            rows = (await connection.execute(ended)).all()
            if not rows:
                return _NOTHING
            # Steps, reports and notes go with their attempt.
            await connection.execute(delete(jobs).where(jobs.c.id.in_([row.id for row in rows])))
            return ErasedJobs(
                count=len(rows), kept_files=[row.kept_file for row in rows if row.kept_file]
            )

        return await self._database.write(work)

    async def erase_records(self, guild_id: GuildId, *, left_before: datetime, at_most: int) -> int:
        still_gone = _is_still_gone(guild_id, left_before)

        async def work(connection: AsyncConnection) -> int:
            erased = 0
            for table in (audit_log, prompt_rules, blocks):
                due = _some_of(table, table.c.guild_id == guild_id, still_gone, at_most=at_most)
                rows = await connection.execute(delete(table).where(table.c.id.in_(due)))
                erased = max(erased, rows.rowcount)
            await connection.execute(
                delete(option_defaults).where(_is_default_of(guild_id), still_gone)
            )
            return erased

        return await self._database.write(work)

    async def finish(self, guild_id: GuildId, *, left_before: datetime) -> None:
        statement = delete(guild_settings).where(
            guild_settings.c.guild_id == guild_id,
            HAS_LEFT,
            guild_settings.c.left_at < left_before,
            ~exists().where(jobs.c.guild_id == guild_id),
        )

        async def work(connection: AsyncConnection) -> None:
            await connection.execute(statement)

        await self._database.write(work)


def _each_once(column: Column[int]) -> Select[Any]:
    """Jump from each value to the next one, by an index that it leads: a table may be long."""
    values = select(func.min(column).label("value")).cte("values", recursive=True)
    following = select(func.min(column)).where(column > values.c.value).scalar_subquery()
    values = values.union_all(select(following).where(values.c.value.is_not(None)))
    return select(values.c.value).where(values.c.value.is_not(None))


def _some_of(table: Table, *conditions: ColumnElement[bool], at_most: int) -> Select[Any]:
    return select(table.c.id).where(*conditions).limit(at_most)


def _is_still_gone(guild_id: GuildId, left_before: datetime) -> ColumnElement[bool]:
    return exists().where(
        guild_settings.c.guild_id == guild_id, HAS_LEFT, guild_settings.c.left_at < left_before
    )


def _is_default_of(guild_id: GuildId) -> ColumnElement[bool]:
    columns = option_defaults.c
    of_guild = and_(columns.scope == DefaultsScope.GUILD, columns.owner_id == guild_id)
    return or_(of_guild, columns.guild_id == guild_id)
