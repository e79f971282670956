"""The way from the bot to the local Discord, and to nowhere else."""

import fnmatch
import socket
import ssl

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.messaging.rest import MOST_CONNECTIONS
from sandbox.discord.tls import HOST_NAMES

LOOPBACK = "127.0.0.1"
# The local Discord tells of its few servers in one go.
NEXT_GUILD_WITHIN_S = 0.2


class LocalResolver(AbstractResolver):
    """Knows Discord's names only; a name that is not Discord's cannot be looked up."""

    def __init__(self, port: int) -> None:
        self._port = port

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        del port, family
        if not any(fnmatch.fnmatch(host, known) for known in HOST_NAMES):
            raise OSError(f"{host} is not part of the local Discord")
        return [
            {
                "hostname": host,
                "host": LOOPBACK,
                "port": self._port,
                "family": socket.AF_INET,
                "proto": socket.IPPROTO_TCP,
                "flags": socket.AI_NUMERICHOST,
            }
        ]

    async def close(self) -> None:
        """Nothing is held open."""


def local_connector(*, port: int, context: ssl.SSLContext) -> aiohttp.TCPConnector:
    """Must be called in a running loop.

    Addresses given as numbers skip the resolver, so the sockets are guarded too.
    """

    def guarded_socket(address: aiohttp.AddrInfoType) -> socket.socket:
        family, kind, protocol, _, target = address
        if target[:2] != (LOOPBACK, port):
            raise OSError(f"{target[0]} is not part of the local Discord")
        return socket.socket(family, kind, protocol)

    return aiohttp.TCPConnector(
        resolver=LocalResolver(port),
        ssl=context,
        limit=MOST_CONNECTIONS,
        use_dns_cache=False,
        socket_factory=guarded_socket,
    )
