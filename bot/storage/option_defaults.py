"""Defaults by owner; the negative prompt is a private text and is sealed like any other."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any, Final

import structlog
from sqlalchemy import ColumnElement, Row, and_, delete, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.audit import AuditAction, NewAuditEntry
from bot.domain.errors import NotFoundError, UnreadableTextError
from bot.domain.ids import GuildId, UserId
from bot.domain.option_defaults import (
    OPTION_NAMES,
    DefaultsOwner,
    DefaultsPlace,
    DefaultsScope,
    OptionValues,
)
from bot.storage.audit import write_entry
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.member_tables import option_defaults

log = structlog.get_logger(__name__)

_COLUMNS: Final = option_defaults.c


class SqlDefaultsStore:
    """The ports `DefaultsStore` and `PlaceDefaultsStore` over the database."""

    def __init__(self, database: Database, *, cipher: TextCipher) -> None:
        self._database = database
        self._cipher = cipher

    async def of(self, *owners: DefaultsOwner) -> tuple[OptionValues, ...]:
        if not owners:
            return ()

        async def work(connection: AsyncConnection) -> tuple[OptionValues, ...]:
            rows = await connection.execute(
                select(option_defaults).where(or_(*_are_owned_by(owners)))
            )
            found = {(row.scope, row.owner_id): self._values(row) for row in rows}
            return tuple(found.get((owner.scope, owner.id), OptionValues()) for owner in owners)

        return await self._database.read(work)

    async def put(self, owner: DefaultsOwner, values: OptionValues) -> None:
        row = self._row(values)

        async def work(connection: AsyncConnection) -> None:
            await _replace(connection, owner, row)

        await self._database.write(work)

    async def change(self, owner: DefaultsOwner, said: OptionValues) -> None:
        changes = self._row(said)

        async def work(connection: AsyncConnection) -> None:
            # As it is stored: a text that no key opens any more must not stand in the way.
            before = (
                await connection.execute(select(option_defaults).where(_is_owned_by(owner)))
            ).one_or_none()
            kept = {} if before is None else {name: getattr(before, name) for name in OPTION_NAMES}
            await _replace(connection, owner, {**kept, **changes})

        await self._database.write(work)

    async def change_on_record(
        self,
        place: DefaultsPlace,
        change: Callable[[OptionValues], OptionValues],
        *,
        by: UserId,
        at: datetime,
    ) -> None:
        async def work(connection: AsyncConnection) -> None:
            row = await _standing(connection, place)
            before = OptionValues() if row is None else self._values(row).usable()
            values = change(before)
            changed = [
                name for name in OPTION_NAMES if before.said.get(name) != values.said.get(name)
            ]
            if not changed:
                return
            sealed = self._row(values)
            after = {name: sealed.get(name) for name in changed}
            # As it is stored: a text that no key opens any more stays until another is set.
            kept = {name: getattr(row, name, None) for name in OPTION_NAMES}
            await _replace(connection, place.owner, {**kept, **after}, guild_id=place.guild_id)
            entry = NewAuditEntry(
                guild_id=place.guild_id,
                actor_id=by,
                action=AuditAction.DEFAULTS_CHANGED,
                at=at,
                subject="" if place.channel_id is None else str(place.channel_id),
                # As they are stored: a private text is sealed on record too.
                before={name: getattr(row, name, None) for name in changed},
                after=after,
            )
            await write_entry(connection, entry)

        await self._database.write(work)

    def _row(self, values: OptionValues) -> dict[str, Any]:
        row: dict[str, Any] = dict(values.said)
        if values.negative_prompt is not None:
            row["negative_prompt"] = self._cipher.seal(values.negative_prompt)
        return row

    def _values(self, row: Row[Any]) -> OptionValues:
        values = {name: getattr(row, name) for name in OPTION_NAMES}
        values["negative_prompt"] = self._opened(row)
        return OptionValues(**values)

    def _opened(self, row: Row[Any]) -> str | None:
        """A text that no key opens any more is as good as none: requests go on without it."""
        if row.negative_prompt is None:
            return None
        try:
            return self._cipher.open(row.negative_prompt)
        except UnreadableTextError:
            log.warning("default_not_readable", scope=row.scope.value, owner_id=row.owner_id)
            return None


def _are_owned_by(owners: Sequence[DefaultsOwner]) -> Iterator[ColumnElement[bool]]:
    """One condition for each scope, so that a statement for hundreds is none to build anew."""
    for scope in DefaultsScope:
        owner_ids = [owner.id for owner in owners if owner.scope is scope]
        if owner_ids:
            yield and_(_COLUMNS.scope == scope, _COLUMNS.owner_id.in_(owner_ids))


def _is_owned_by(owner: DefaultsOwner) -> ColumnElement[bool]:
    return and_(_COLUMNS.scope == owner.scope, _COLUMNS.owner_id == owner.id)


async def _standing(connection: AsyncConnection, place: DefaultsPlace) -> Row[Any] | None:
    """Raise NotFoundError where it belongs to another server."""
    row = (
        await connection.execute(select(option_defaults).where(_is_owned_by(place.owner)))
    ).one_or_none()
    if row is not None and row.guild_id not in {None, place.guild_id}:
        raise NotFoundError("settings-channel-unknown")
    return row


async def _replace(
    connection: AsyncConnection,
    owner: DefaultsOwner,
    row: dict[str, Any],
    *,
    guild_id: GuildId | None = None,
) -> None:
    await connection.execute(delete(option_defaults).where(_is_owned_by(owner)))
    if any(value is not None for value in row.values()):
        await connection.execute(
            insert(option_defaults).values(
                scope=owner.scope, owner_id=owner.id, guild_id=guild_id, **row
            )
        )
