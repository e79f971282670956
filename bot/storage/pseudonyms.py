"""Pseudonyms by a random key, which is written down on the first need, and sealed."""

import base64
import hmac
import secrets
from typing import Final

import structlog
from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import UnreadableTextError
from bot.domain.ids import UserId
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.sealed_columns import PSEUDONYM_KEY
from bot.storage.tables import switches

log = structlog.get_logger(__name__)

KEY_BYTES: Final = 32


class SqlPseudonyms:
    """The ports `Pseudonyms` and `LastingPseudonyms`.

    Until somebody needs one that lasts, a key that is written nowhere does: it fits no row, and
    there is none to fit.
    """

    def __init__(self, database: Database, *, cipher: TextCipher) -> None:
        self._database = database
        self._cipher = cipher
        self._key = secrets.token_bytes(KEY_BYTES)

    def of(self, user_id: UserId) -> UserId:
        return pseudonym_of(user_id, self._key)

    async def load(self) -> None:
        async def work(connection: AsyncConnection) -> bytes:
            return self._opened(await _stored(connection)) or self._key

        self._key = await self._database.read(work)

    async def keep(self) -> None:
        self._key = await self._database.write(self._stored_or_own)

    async def _stored_or_own(self, connection: AsyncConnection) -> bytes:
        stored = self._opened(await _stored(connection))
        if stored is not None:
            return stored
        value = self._cipher.seal(base64.b64encode(self._key).decode())
        await connection.execute(delete(switches).where(switches.c.key == PSEUDONYM_KEY))
        await connection.execute(insert(switches).values(key=PSEUDONYM_KEY, value=value))
        return self._key

    def _opened(self, stored: str | None) -> bytes | None:
        """A key that nothing opens any more is as good as none: another one takes its place.

        What stands under old pseudonyms counts towards no limit then, and goes in time.
        """
        if stored is None:
            return None
        try:
            return base64.b64decode(self._cipher.open(stored))
        except UnreadableTextError:
            log.warning("pseudonym_key_not_readable")
            return None


def pseudonym_of(user_id: UserId, key: bytes) -> UserId:
    """Return a negative 63-bit number: never some member's id, and the same one each time."""
    digest = hmac.digest(key, str(user_id).encode(), "sha256")
    return UserId(-1 - (int.from_bytes(digest[:8], "big") >> 1))


async def _stored(connection: AsyncConnection) -> str | None:
    found = await connection.execute(
        select(switches.c.value).where(switches.c.key == PSEUDONYM_KEY)
    )
    return found.scalar_one_or_none()
