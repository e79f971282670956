"""Seals everything anew with the newest key, in small transactions that may end at any one."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Integer, Row, func, literal_column, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import UnreadableTextError
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.sealed_columns import SEALED, SealedColumns

BATCH_ROWS: Final = 200
_ROW_NUMBER: Final[Any] = literal_column("rowid", Integer)


@dataclass(frozen=True, kw_only=True, slots=True)
class Rekeyed:
    """How many texts were sealed anew, and how many no key opens; those stay as they are."""

    renewed: int = 0
    unreadable: int = 0

    def __add__(self, other: "Rekeyed") -> "Rekeyed":
        return Rekeyed(
            renewed=self.renewed + other.renewed, unreadable=self.unreadable + other.unreadable
        )


class Rekeying:
    """What is sealed with the newest key already is left alone, so it may be repeated."""

    def __init__(
        self, database: Database, *, cipher: TextCipher, batch_rows: int = BATCH_ROWS
    ) -> None:
        self._database = database
        self._cipher = cipher
        self._batch_rows = batch_rows

    async def count_rows(self) -> int:
        async def work(connection: AsyncConnection) -> int:
            counts = [
                (
                    await connection.execute(select(func.count()).select_from(each.table))
                ).scalar_one()
                for each in SEALED
            ]
            return sum(counts)

        return await self._database.read(work)

    async def run(self, *, on_progress: Callable[[int], None]) -> Rekeyed:
        """Go through all rows; `on_progress` hears how many are done."""
        total, done = Rekeyed(), 0
        for sealed in SEALED:
            after = 0
            while True:
                rows, after, rekeyed = await self._batch(sealed, after)
                total, done = total + rekeyed, done + rows
                on_progress(done)
                if rows < self._batch_rows:
                    break
                await asyncio.sleep(0)
        return total

    async def _batch(self, sealed: SealedColumns, after: int) -> tuple[int, int, Rekeyed]:
        """Return how many rows it had, the last one's number, and what became of them."""
        names = [column.name for column in sealed.columns]
        statement = (
            select(_ROW_NUMBER.label("row_number"), *sealed.columns)
            .select_from(sealed.table)
            .where(after < _ROW_NUMBER)
            .order_by(_ROW_NUMBER)
            .limit(self._batch_rows)
        )
        if sealed.rows is not None:
            statement = statement.where(sealed.rows)

        async def work(connection: AsyncConnection) -> tuple[int, int, Rekeyed]:
            rows = (await connection.execute(statement)).all()
            total = Rekeyed()
            for row in rows:
                changes, rekeyed = self._renewed(row, names, sealed.named_values)
                total += rekeyed
                if changes:
                    await connection.execute(
                        update(sealed.table).where(row.row_number == _ROW_NUMBER).values(**changes)
                    )
            return len(rows), rows[-1].row_number if rows else after, total

        return await self._database.write(work)

    def _renewed(
        self, row: Row[Any], names: list[str], named_values: frozenset[str]
    ) -> tuple[dict[str, Any], Rekeyed]:
        changes: dict[str, Any] = {}
        total = Rekeyed()
        for name in names:
            stored = getattr(row, name)
            renewed: str | dict[str, Any]
            if isinstance(stored, str):
                renewed, rekeyed = self._renewed_text(stored)
            elif isinstance(stored, Mapping):
                renewed, rekeyed = self._renewed_values(stored, named_values)
            else:
                continue
            total += rekeyed
            if renewed != stored:
                changes[name] = renewed
        return changes, total

    def _renewed_values(
        self, stored: Mapping[str, Any], named: frozenset[str]
    ) -> tuple[dict[str, Any], Rekeyed]:
        values, total = dict(stored), Rekeyed()
        for name in named & stored.keys():
            if isinstance(stored[name], str):
                values[name], rekeyed = self._renewed_text(stored[name])
                total += rekeyed
        return values, total

    def _renewed_text(self, stored: str) -> tuple[str, Rekeyed]:
        try:
            renewed = self._cipher.renewed(stored)
        except UnreadableTextError:
            return stored, Rekeyed(unreadable=1)
        return renewed, Rekeyed(renewed=0 if renewed == stored else 1)
