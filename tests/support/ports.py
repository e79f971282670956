"""Ports for servers that begin to listen later, in whatever process."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def reserved_port() -> Iterator[int]:
    """A port of 127.0.0.1 on which nobody listens, and that no other test is given meanwhile.

    The socket that holds it never listens: whoever connects is refused, and a server that binds
    with SO_REUSEADDR, as asyncio's do, may still take it.
    """
    with socket.socket() as holding:
        holding.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        holding.bind(("127.0.0.1", 0))
        yield holding.getsockname()[1]
