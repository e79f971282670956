"""A listening socket that can go away and come back on the same port."""

import asyncio
import socket
from typing import Final

from aiohttp import web

HOST: Final = "127.0.0.1"


class Listener:
    """Both ways take effect at once: the socket is bound and closed without waiting.

    A client that connects right after `come_back` waits in the backlog until the loop
    accepts it; one that connects right after `go_away` is refused. It accepts by itself:
    closing an asyncio server leaks the connections that it accepted in the same turn.
    """

    def __init__(self, *, port: int) -> None:
        self._listening: socket.socket | None = socket.create_server((HOST, port))
        self.port: int = self._listening.getsockname()[1]
        self._reserving: socket.socket | None = None
        self._server: web.Server | None = None
        self._arriving: set[asyncio.Task[None]] = set()

    @property
    def is_away(self) -> bool:
        return self._listening is None

    def start(self, server: web.Server) -> None:
        """Answer what has connected since the socket was bound."""
        self._server = server
        self._listen()

    def go_away(self) -> None:
        """Refuse new connections and cut those that stand."""
        if self._listening is None:
            return
        self._stop_listening()
        self._reserving = _bound_socket(self.port)
        for connection in self._server.connections if self._server else ():
            if connection.transport is not None:
                connection.transport.abort()

    def come_back(self) -> None:
        if self._listening is None:
            self._release_port()
            self._listening = socket.create_server((HOST, self.port))
            self._listen()

    async def close(self) -> None:
        self.go_away()
        self._release_port()
        await asyncio.gather(*self._arriving)

    def _listen(self) -> None:
        if self._listening is None or self._server is None:
            return
        self._listening.setblocking(False)
        asyncio.get_running_loop().add_reader(
            self._listening, self._accept_all, self._listening, self._server
        )

    def _stop_listening(self) -> None:
        if self._listening is not None:
            asyncio.get_running_loop().remove_reader(self._listening)
            self._listening.close()
        self._listening = None

    def _release_port(self) -> None:
        if self._reserving is not None:
            self._reserving.close()
        self._reserving = None

    def _accept_all(self, listening: socket.socket, server: web.Server) -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except (BlockingIOError, ConnectionAbortedError):
                return
            arriving = asyncio.create_task(self._hand_over(connection, listening, server))
            self._arriving.add(arriving)
            arriving.add_done_callback(self._arriving.discard)

    async def _hand_over(
        self, connection: socket.socket, listening: socket.socket, server: web.Server
    ) -> None:
        connection.setblocking(False)
        transport, _ = await asyncio.get_running_loop().connect_accepted_socket(server, connection)
        if self._listening is not listening:
            transport.abort()


def _bound_socket(port: int) -> socket.socket:
    """Bound but not listening: nobody else gets the port, and whoever connects is refused."""
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    # On for the bind, past connections that are still ending; off against others after it.
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.bind((HOST, port))
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 0)
    return bound
