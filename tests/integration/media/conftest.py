"""A real clip, a clock, and servers that do not keep to the rules."""

import asyncio
import contextlib
import socket

import av
import pytest
from aiohttp.abc import AbstractResolver

from bot.clock import SystemClock


class NamesTo(AbstractResolver):
    """Sends every name to the given addresses, or fails as a resolver does."""

    def __init__(self, *addresses, fails_with=None):
        self._addresses = addresses
        self._fails_with = fails_with
        self.asked = []

    async def resolve(self, host, port=0, family=socket.AF_UNSPEC):  # noqa: ARG002 - its port
        self.asked.append(host)
        if self._fails_with is not None:
            raise socket.gaierror(self._fails_with, "the lookup failed")
        return [
            {
                "hostname": host,
                "host": address,
                "port": port,
                "family": socket.AF_INET6 if ":" in address else socket.AF_INET,
                "proto": 0,
                "flags": socket.AI_NUMERICHOST,
            }
            for address in self._addresses
        ]

    async def close(self):
        pass


@pytest.fixture
def clock():
    return SystemClock()


@pytest.fixture
def names_to():
    return NamesTo


def _film(path, options):
    with av.open(str(path), "w", format="mp4", options=options) as container:
        stream = container.add_stream("libx264", rate=8)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for _ in range(4):
            for packet in stream.encode(av.VideoFrame(64, 48, "yuv420p")):
                container.mux(packet)
        for packet in stream.encode():
            container.mux(packet)
    return path.read_bytes()


@pytest.fixture(scope="session")
def film(tmp_path_factory):
    """A whole MP4, H.264, its index at the end."""
    return _film(tmp_path_factory.mktemp("film") / "clip.mp4", {})


@pytest.fixture(scope="session")
def quick_start_film(tmp_path_factory):
    """The same with its index in front, as for the web."""
    return _film(tmp_path_factory.mktemp("film") / "clip.mp4", {"movflags": "faststart"})


@pytest.fixture
async def raw_server():
    """Start servers that answer with whatever a test writes; yields a function to do so."""
    servers, conversations = [], []

    async def start(answer):
        async def converse(reader, writer):
            conversations.append(asyncio.current_task())
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
                await reader.readuntil(b"\r\n\r\n")
                await answer(reader, writer)
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()

        server = await asyncio.start_server(converse, "127.0.0.1", 0)
        servers.append(server)
        return f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/clip.mp4"

    yield start
    for server in servers:
        server.close()
    await asyncio.wait_for(asyncio.gather(*conversations), 30)
