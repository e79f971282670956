"""The local Discord as a whole: one loopback server that a real bot cannot tell apart."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Self

import aiohttp
from aiohttp import web
from aiohttp.typedefs import Middleware

from sandbox.discord.cdn import FileHost
from sandbox.discord.connector import LOOPBACK, local_connector
from sandbox.discord.faults import FaultSwitches
from sandbox.discord.gateway import Gateway
from sandbox.discord.ratelimits import RateLimits
from sandbox.discord.records import RequestLog
from sandbox.discord.rest import RestApi
from sandbox.discord.tls import LocalAuthority
from sandbox.discord.world import World

MAX_JSON_BYTES = 8 * 1024 * 1024
SHUTDOWN_TIMEOUT_S = 1.0


class LocalDiscord:
    """Open it with ``async with LocalDiscord.open() as discord_server``."""

    def __init__(
        self, world: World, *, token: str, shards: int, rate_limits: RateLimits | None
    ) -> None:
        self.world = world
        self.token = token
        self.faults = FaultSwitches()
        self.requests = RequestLog()
        self.gateway = Gateway(world, token=token, faults=self.faults)
        self._rest = RestApi(
            world,
            token=token,
            shards=shards,
            faults=self.faults,
            requests=self.requests,
            rate_limits=rate_limits or RateLimits(monotonic=asyncio.get_running_loop().time),
        )
        self._authority = LocalAuthority()
        self._port = 0

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        *,
        world: World | None = None,
        port: int = 0,
        token: str | None = None,
        shards: int = 1,
        rate_limits: RateLimits | None = None,
        middlewares: Sequence[Middleware] = (),
    ) -> AsyncIterator[Self]:
        """A world that is handed in outlives the server: the next one may take it over.

        `middlewares` may watch, hold or end any request.
        """
        inhabited = world or World()
        local = cls(
            inhabited,
            token=token or secrets.token_urlsafe(48),
            shards=shards,
            rate_limits=rate_limits,
        )
        runner = web.AppRunner(
            local._app(middlewares), access_log=None, shutdown_timeout=SHUTDOWN_TIMEOUT_S
        )
        await runner.setup()
        try:
            site = web.TCPSite(
                runner, LOOPBACK, port, ssl_context=local._authority.server_context()
            )
            await site.start()
            local._port = runner.addresses[0][1]
            yield local
        finally:
            await local.gateway.close()
            await runner.cleanup()
            if world is None:
                inhabited.close()

    @property
    def port(self) -> int:
        return self._port

    def connector(self) -> aiohttp.TCPConnector:
        """A new way in, for one client that closes it: Discord's names lead here, others nowhere.

        Must be called in a running loop.
        """
        return local_connector(port=self._port, context=self._authority.client_context())

    def certificate_pem(self) -> bytes:
        """What a bot in another process must trust."""
        return self._authority.certificate_pem()

    def _app(self, middlewares: Sequence[Middleware]) -> web.Application:
        app = web.Application(client_max_size=MAX_JSON_BYTES, middlewares=middlewares)
        app.router.add_get("/", self.gateway.handle)
        files = FileHost(self.world)
        app.router.add_get(
            r"/attachments/{channel_id:\d+}/{attachment_id:\d+}/{filename}", files.handle
        )
        app.router.add_route("*", "/api/v10/{path:.*}", self._rest.handle)
        return app
