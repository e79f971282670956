"""Prompt rules by server. Each change stands on record beside it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.audit import AuditAction, AuditValue, NewAuditEntry
from bot.domain.ids import GuildId, RuleId, UserId
from bot.domain.rules import KnownRuleError, NewRule, PromptRule, TooManyRulesError
from bot.storage.audit import write_entry
from bot.storage.database import Database
from bot.storage.moderation_tables import prompt_rules


class SqlRuleStore:
    """The port `RuleStore` over the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, guild_id: GuildId) -> Sequence[PromptRule]:
        return await self._database.read(lambda connection: _rules_of(connection, guild_id))

    async def add(self, rule: NewRule, *, at_most: int) -> PromptRule:
        async def work(connection: AsyncConnection) -> PromptRule:
            standing = await _rules_of(connection, rule.guild_id)
            if any((each.kind, each.text) == (rule.kind, rule.text) for each in standing):
                raise KnownRuleError
            if len(standing) >= at_most:
                raise TooManyRulesError
            row = await connection.execute(
                insert(prompt_rules).values(**_values(rule)).returning(*prompt_rules.c)
            )
            added = _rule(row.one())
            await write_entry(
                connection,
                _entry(added, AuditAction.RULE_ADDED, by=rule.created_by, at=added.created_at),
            )
            return added

        return await self._database.write(work)

    async def remove(
        self, rule_id: RuleId, *, guild_id: GuildId, by: UserId, at: datetime
    ) -> PromptRule | None:
        async def work(connection: AsyncConnection) -> PromptRule | None:
            row = (
                await connection.execute(
                    delete(prompt_rules)
                    .where(prompt_rules.c.id == rule_id, prompt_rules.c.guild_id == guild_id)
                    .returning(*prompt_rules.c)
                )
            ).one_or_none()
            if row is None:
                return None
            removed = _rule(row)
            await write_entry(connection, _entry(removed, AuditAction.RULE_REMOVED, by=by, at=at))
            return removed

        return await self._database.write(work)


async def _rules_of(connection: AsyncConnection, guild_id: GuildId) -> Sequence[PromptRule]:
    found = await connection.execute(
        select(prompt_rules).where(prompt_rules.c.guild_id == guild_id).order_by(prompt_rules.c.id)
    )
    return [_rule(row) for row in found]


def _values(rule: NewRule) -> dict[str, Any]:
    return {name: getattr(rule, name) for name in NewRule.__dataclass_fields__}


def _rule(row: Row[Any]) -> PromptRule:
    return PromptRule(
        id=RuleId(row.id), **{name: getattr(row, name) for name in NewRule.__dataclass_fields__}
    )


def _entry(rule: PromptRule, action: AuditAction, *, by: UserId, at: datetime) -> NewAuditEntry:
    what: dict[str, AuditValue] = {"kind": rule.kind.value, "text": rule.text}
    return NewAuditEntry(
        guild_id=rule.guild_id,
        actor_id=by,
        action=action,
        at=at,
        subject=str(rule.id),
        before=what if action is AuditAction.RULE_REMOVED else None,
        after=what if action is AuditAction.RULE_ADDED else None,
    )
