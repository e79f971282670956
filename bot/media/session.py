"""An HTTP session that connects to public addresses only, and brings nothing along."""

import socket
import ssl
from dataclasses import dataclass
from typing import Any, Final

import aiohttp
from aiohttp.abc import AbstractResolver

from bot.media.addresses import is_public

# Compressed bodies would make the announced length and the size cap mean something else.
_HEADERS: Final = {"Accept": "video/mp4, */*;q=0.1", "Accept-Encoding": "identity"}

AddressInfo = tuple[int, int, int, str, tuple[Any, ...]]


class NotPublicError(OSError):
    """Raised in place of connecting to an address inside our own network."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FetchTimeouts:
    """How long a server may take to answer, to go on, and altogether."""

    connect_s: float = 10.0
    read_s: float = 30.0
    total_s: float = 900.0


def open_session(
    *,
    allow_private: bool,
    timeouts: FetchTimeouts,
    resolver: AbstractResolver | None,
    ssl_context: ssl.SSLContext | None,
) -> aiohttp.ClientSession:
    """Open it inside a running event loop. Proxies, cookies and caches have no say."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(
            resolver=resolver or aiohttp.ThreadedResolver(),
            use_dns_cache=False,
            force_close=True,
            ssl=ssl_context or True,
            socket_factory=_any_socket if allow_private else _public_socket,
        ),
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=aiohttp.ClientTimeout(
            total=None, sock_connect=timeouts.connect_s, sock_read=timeouts.read_s
        ),
        headers=_HEADERS,
        auto_decompress=False,
        trust_env=False,
    )


def _public_socket(info: AddressInfo) -> socket.socket:
    """Check at the last moment, when every name and spelling has become an address."""
    host = str(info[4][0])
    if not is_public(host):
        raise NotPublicError("not a public address")
    return _any_socket(info)


def _any_socket(info: AddressInfo) -> socket.socket:
    family, kind, protocol, _, _ = info
    return socket.socket(family, kind, protocol)
