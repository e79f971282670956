"""Every column whose texts are written through the cipher: what a new key has to seal anew."""

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Table

from bot.storage.member_tables import option_defaults, reports
from bot.storage.moderation_tables import blocks, case_notes, usage_views
from bot.storage.tables import jobs, switches

PSEUDONYM_KEY: Final = "pseudonym_key"


@dataclass(frozen=True, kw_only=True, slots=True)
class SealedColumns:
    """The sealed columns of one table; `rows` tells where only some of its rows have them."""

    table: Table
    columns: tuple[Column[Any], ...]
    rows: ColumnElement[bool] | None = None


SEALED: Final = (
    SealedColumns(
        table=jobs, columns=(jobs.c.prompt, jobs.c.negative_prompt, jobs.c.interaction_token)
    ),
    SealedColumns(table=option_defaults, columns=(option_defaults.c.negative_prompt,)),
    SealedColumns(table=reports, columns=(reports.c.text,)),
    SealedColumns(table=case_notes, columns=(case_notes.c.text,)),
    SealedColumns(table=usage_views, columns=(usage_views.c.filter,)),
    SealedColumns(table=blocks, columns=(blocks.c.reason,)),
    # The other switches are no secrets, and stand as they are.
    SealedColumns(
        table=switches, columns=(switches.c.value,), rows=switches.c.key == PSEUDONYM_KEY
    ),
)
