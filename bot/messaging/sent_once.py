"""A message sent by an interaction's token carries no nonce, so nobody may repeat it unseen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from bot.domain.errors import DiscordAwayError
from bot.messaging.discord_errors import SERVER_ERRORS_FROM


class SentOnceSession:
    """Stands in for the session of a webhook: discord.py repeats a 5xx by itself otherwise.

    A server error may come after the message was made, and then the repetition is a second one.
    """

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    @asynccontextmanager
    async def request(
        self, method: str, url: str, **options: Any
    ) -> AsyncIterator[aiohttp.ClientResponse]:
        async with self._session.request(method, url, **options) as response:
            if response.status >= SERVER_ERRORS_FROM:
                raise DiscordAwayError(str(response.status))
            yield response
