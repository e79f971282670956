"""A listening socket that can go away and come back on the same port."""

import asyncio
import socket
from typing import Final

from aiohttp import web

HOST: Final = "127.0.0.1"


class Listener:
    """Both ways take effect at once: the socket is bound and closed without waiting.

    A client that connects right after `come_back` waits in the backlog until the loop
    accepts it; one that connects right after `go_away` is refused.
    """

    def __init__(self, *, port: int) -> None:
        self._socket: socket.socket | None = socket.create_server((HOST, port))
        self.port: int = self._socket.getsockname()[1]
        self._server: web.Server | None = None
        self._serving: asyncio.Task[asyncio.Server] | None = None

    @property
    def is_away(self) -> bool:
        return self._socket is None

    def start(self, server: web.Server) -> None:
        """Answer what has connected since the socket was bound."""
        self._server = server
        self._serve()

    def go_away(self) -> None:
        """Refuse new connections and cut those that stand."""
        self._stop_listening()
        for connection in self._server.connections if self._server else ():
            if connection.transport is not None:
                connection.transport.abort()

    def come_back(self) -> None:
        if self._socket is None:
            self._socket = socket.create_server((HOST, self.port))
            self._serve()

    async def close(self) -> None:
        serving = self._serving
        self._stop_listening()
        if serving is not None:
            await asyncio.gather(serving, return_exceptions=True)

    def _serve(self) -> None:
        if self._socket is not None and self._server is not None:
            self._serving = asyncio.create_task(_serve(self._server, self._socket))

    def _stop_listening(self) -> None:
        if self._serving is not None and self._serving.done():
            self._serving.result().close()
        elif self._serving is not None:
            self._serving.cancel()
        if self._socket is not None:
            self._socket.close()
        self._serving = self._socket = None


async def _serve(server: web.Server, listening: socket.socket) -> asyncio.Server:
    loop = asyncio.get_running_loop()
    return await loop.create_server(server, sock=listening)
