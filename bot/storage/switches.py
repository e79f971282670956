"""What commands set beside a running bot."""

import json
from datetime import datetime
from typing import Final

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ports import Pause
from bot.storage.database import Database
from bot.storage.tables import switches

_PAUSE: Final = "pause"
_COMMAND_HASH: Final = "command_hash"


class SqlSwitches:
    """The port `Switches`; nothing is cached, since another process may have written."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def pause(self) -> Pause | None:
        stored = await self._get(_PAUSE)
        if stored is None:
            return None
        values = json.loads(stored)
        return Pause(reason=values["reason"], since=datetime.fromisoformat(values["since"]))

    async def set_pause(self, pause: Pause | None) -> None:
        if pause is None:
            await self._set(_PAUSE, None)
            return
        values = {"reason": pause.reason, "since": pause.since.isoformat()}
        await self._set(_PAUSE, json.dumps(values))

    async def command_hash(self) -> str | None:
        return await self._get(_COMMAND_HASH)

    async def set_command_hash(self, value: str) -> None:
        await self._set(_COMMAND_HASH, value)

    async def _get(self, key: str) -> str | None:
        async def work(connection: AsyncConnection) -> str | None:
            found = await connection.execute(select(switches.c.value).where(switches.c.key == key))
            return found.scalar_one_or_none()

        return await self._database.read(work)

    async def _set(self, key: str, value: str | None) -> None:
        async def work(connection: AsyncConnection) -> None:
            await connection.execute(delete(switches).where(switches.c.key == key))
            if value is not None:
                await connection.execute(insert(switches).values(key=key, value=value))

        await self._database.write(work)
