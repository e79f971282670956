"""The page's HTTP server, on this machine's loopback address only."""

import weakref
from pathlib import Path
from types import TracebackType
from typing import Self

from aiohttp import WSCloseCode, web

from sandbox.discord.server import LocalDiscord
from sandbox.discord.world import World
from sandbox.eachlabs.server import LocalEachlabs
from sandbox.page.backstage import Backstage
from sandbox.page.files import Files
from sandbox.page.guards import add_headers, check_same_origin, loopback_only
from sandbox.page.session import Session

HOST = "127.0.0.1"
STATIC_FOLDER = Path(__file__).parent / "static"
MAX_FRAME_BYTES = 256 * 1024
HEARTBEAT_S = 30.0


class PageServer:
    """Serves the page, its files and its live connection; see ``protocol.py``.

    Use as ``async with``. With port 0 the system picks one; ``url`` tells which.
    """

    def __init__(
        self, *, world: World, discord_server: LocalDiscord, eachlabs: LocalEachlabs, port: int
    ) -> None:
        self._world = world
        self._port = port
        self._backstage = Backstage(discord_server=discord_server, eachlabs=eachlabs)
        self._sockets: weakref.WeakSet[web.WebSocketResponse] = weakref.WeakSet()
        self._runner = web.AppRunner(self._application(), access_log=None)

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self._port}/"

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        site = web.TCPSite(self._runner, HOST, self._port)
        try:
            await site.start()
        except OSError:
            await self._runner.cleanup()
            raise
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._runner.cleanup()

    def _application(self) -> web.Application:
        application = web.Application(middlewares=[loopback_only])
        application.on_response_prepare.append(add_headers)
        application.on_shutdown.append(self._say_goodbye)
        application.router.add_get("/", self._page)
        application.router.add_get("/live", self._live)
        files = Files(self._world)
        application.router.add_get(r"/files/{attachment_id:\d{1,20}}/{name}", files.serve)
        application.router.add_static("/static", STATIC_FOLDER)
        return application

    async def _page(self, _request: web.Request) -> web.StreamResponse:
        return web.FileResponse(STATIC_FOLDER / "index.html")

    async def _live(self, request: web.Request) -> web.StreamResponse:
        check_same_origin(request)
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT_S, max_msg_size=MAX_FRAME_BYTES)
        await socket.prepare(request)
        self._sockets.add(socket)
        await Session(socket=socket, world=self._world, backstage=self._backstage).run()
        return socket

    async def _say_goodbye(self, _application: web.Application) -> None:
        """Open pages would otherwise hold the shutdown up."""
        for socket in list(self._sockets):
            await socket.close(code=WSCloseCode.GOING_AWAY)
