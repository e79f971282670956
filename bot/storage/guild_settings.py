"""Settings by server. Each change stands on record beside it."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.audit import AuditAction, AuditValue, NewAuditEntry
from bot.domain.guild_settings import Allowance, GuildSettings, PrivateUse
from bot.domain.ids import GuildId, RoleId, UserId
from bot.storage.audit import write_entry
from bot.storage.database import Database
from bot.storage.moderation_tables import guild_settings

_MONEY: Final = frozenset({"usd_per_day", "usd_per_month"})
_ALLOWANCE_NAMES: Final = tuple(each.name for each in fields(Allowance))


class SqlGuildSettingsStore:
    """The port `GuildSettingsStore` over the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, guild_id: GuildId) -> GuildSettings:
        return await self._database.read(lambda connection: _read(connection, guild_id))

    async def change(
        self,
        guild_id: GuildId,
        change: Callable[[GuildSettings], GuildSettings],
        *,
        by: UserId,
        at: datetime,
    ) -> GuildSettings:
        async def work(connection: AsyncConnection) -> GuildSettings:
            before = await _read(connection, guild_id)
            after = change(before)
            if after == before:
                return after
            await _write(connection, guild_id, after)
            was, is_now = _flat(before), _flat(after)
            names = [name for name in {**was, **is_now} if was.get(name) != is_now.get(name)]
            entry = NewAuditEntry(
                guild_id=guild_id,
                actor_id=by,
                action=AuditAction.SETTINGS_CHANGED,
                at=at,
                before={name: was.get(name) for name in names},
                after={name: is_now.get(name) for name in names},
            )
            await write_entry(connection, entry)
            return after

        return await self._database.write(work)


async def _read(connection: AsyncConnection, guild_id: GuildId) -> GuildSettings:
    stored = await connection.execute(
        select(guild_settings.c.settings).where(guild_settings.c.guild_id == guild_id)
    )
    return _settings_from(stored.scalar_one_or_none() or {})


async def _write(connection: AsyncConnection, guild_id: GuildId, settings: GuildSettings) -> None:
    stored = _stored(settings)
    await connection.execute(
        insert(guild_settings)
        .values(guild_id=guild_id, settings=stored)
        .on_conflict_do_update(index_elements=["guild_id"], set_={"settings": stored})
    )


def _stored(settings: GuildSettings) -> dict[str, Any]:
    return {
        "server": _stored_allowance(settings.server),
        "member": _stored_allowance(settings.member),
        "roles": {
            str(role_id): _stored_allowance(allowance)
            for role_id, allowance in settings.roles.items()
        },
        "private_use": settings.private_use.value,
        "spoiler_results": settings.spoiler_results,
        "age_restricted_only": settings.age_restricted_only,
    }


def _stored_allowance(allowance: Allowance) -> dict[str, Any]:
    values = {name: getattr(allowance, name) for name in _ALLOWANCE_NAMES}
    return {
        name: str(value) if name in _MONEY else value
        for name, value in values.items()
        if value is not None
    }


def _settings_from(stored: Mapping[str, Any]) -> GuildSettings:
    """What an older version did not know yet is as if nothing were set."""
    roles = {
        RoleId(int(role_id)): _allowance_from(allowance)
        for role_id, allowance in stored.get("roles", {}).items()
    }
    return GuildSettings(
        server=_allowance_from(stored.get("server", {})),
        member=_allowance_from(stored.get("member", {})),
        roles=MappingProxyType(roles),
        private_use=PrivateUse(stored.get("private_use", PrivateUse.EVERYONE)),
        spoiler_results=stored.get("spoiler_results", False),
        age_restricted_only=stored.get("age_restricted_only", False),
    )


def _allowance_from(stored: Mapping[str, Any]) -> Allowance:
    values: dict[str, Any] = {name: stored[name] for name in _ALLOWANCE_NAMES if name in stored}
    values.update({name: Decimal(values[name]) for name in _MONEY & values.keys()})
    return Allowance(**values)


def _flat(settings: GuildSettings) -> Mapping[str, AuditValue]:
    """Every setting that is set, by a path such as `role.42.jobs_per_day`."""
    stored = _stored(settings)
    scopes = {"server": stored["server"], "member": stored["member"]}
    scopes |= {f"role.{role_id}": allowance for role_id, allowance in stored["roles"].items()}
    flat: dict[str, AuditValue] = {
        f"{scope}.{name}": value
        for scope, allowance in scopes.items()
        for name, value in allowance.items()
    }
    others = ("private_use", "spoiler_results", "age_restricted_only")
    return {**flat, **{name: stored[name] for name in others}}
