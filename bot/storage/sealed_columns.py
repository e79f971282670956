"""Every column whose texts are written through the cipher: what a new key has to seal anew."""

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Table

from bot.storage.audit import SEALED_VALUES
from bot.storage.member_tables import option_defaults, reports
from bot.storage.moderation_tables import (
    audit_log,
    blocks,
    case_notes,
    guild_settings,
    usage_views,
)
from bot.storage.tables import jobs, switches

PSEUDONYM_KEY: Final = "pseudonym_key"


@dataclass(frozen=True, kw_only=True, slots=True)
class SealedColumns:
    """The sealed columns of one table; `rows` tells where only some of its rows have them.

    `named_values` are those of columns that hold values by name; there, the others are open.
    """

    table: Table
    columns: tuple[Column[Any], ...]
    rows: ColumnElement[bool] | None = None
    named_values: frozenset[str] = frozenset()


SEALED: Final = (
    SealedColumns(
        table=jobs, columns=(jobs.c.prompt, jobs.c.negative_prompt, jobs.c.interaction_token)
    ),
    SealedColumns(table=option_defaults, columns=(option_defaults.c.negative_prompt,)),
    SealedColumns(table=reports, columns=(reports.c.text,)),
    SealedColumns(table=case_notes, columns=(case_notes.c.text,)),
    SealedColumns(table=usage_views, columns=(usage_views.c.filter,)),
    SealedColumns(table=blocks, columns=(blocks.c.reason,)),
    SealedColumns(table=guild_settings, columns=(guild_settings.c.pause_reason,)),
    SealedColumns(
        table=audit_log,
        columns=(audit_log.c.before, audit_log.c.after),
        named_values=SEALED_VALUES,
    ),
    # The other switches are no secrets, and stand as they are.
    SealedColumns(
        table=switches, columns=(switches.c.value,), rows=switches.c.key == PSEUDONYM_KEY
    ),
)
