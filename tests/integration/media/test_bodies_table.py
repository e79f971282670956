"""Whatever a server sends, or never stops sending: it costs little, it ends, and nothing stays."""

import asyncio
import contextlib
import gzip
import tracemalloc
import zlib

import pytest

from bot.domain.errors import ClipTooLargeError, ClipUnusableError
from bot.domain.reasons import Reason
from bot.media.download import MAX_REDIRECTS, SafeClipSource
from bot.media.session import FetchTimeouts

MIB = 1024 * 1024
CAP_BYTES = MIB
TOTAL_S = 0.6
# Far more than it may take, so that only what hangs is cut here.
HANGS_S = 30.0
# A server of ours is stopped here, so that a failing test does not fill the memory.
MOST_SENT_BYTES = 256 * MIB
# What a socket's buffers may hold beside what was read.
IN_THE_PIPES_BYTES = 32 * MIB
MOST_MEMORY_BYTES = 16 * MIB
WHOLE = b"HTTP/1.1 200 OK\r\n"
CHUNKED = WHOLE + b"Transfer-Encoding: chunked\r\n\r\n"
BLOCK = bytes(65536)
BOMB_BYTES = 64 * MIB


def bomb(pack):
    packer = pack()
    return b"".join(packer.compress(bytes(MIB)) for _ in range(BOMB_BYTES // MIB)) + packer.flush()


GZIP_BOMB = bomb(lambda: zlib.compressobj(9, zlib.DEFLATED, 31))
DEFLATE_BOMB = bomb(lambda: zlib.compressobj(9))


def chunk(data):
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


class Sender:
    """Writes what a table row says, and counts it."""

    def __init__(self, writer):
        self._writer = writer
        self.sent_bytes = 0

    async def send(self, data):
        self._writer.write(data)
        await self._writer.drain()
        self.sent_bytes += len(data)

    async def for_ever(self, data):
        while self.sent_bytes < MOST_SENT_BYTES:
            await self.send(data)

    async def drip(self, data):
        while True:
            await self.send(data)
            await asyncio.sleep(0.01)


ENDLESS = {
    "body": (WHOLE + b"\r\n", "film", BLOCK),
    "body in chunks": (CHUNKED, "chunked film", chunk(BLOCK)),
    "body of tiny chunks": (CHUNKED, "chunked film", chunk(b"x") * 1000),
    "body that says it is packed": (WHOLE + b"Content-Encoding: gzip\r\n\r\n", "film", BLOCK),
    "body of another kind": (WHOLE + b"\r\n<!doctype html>", None, BLOCK),
    "body of a redirect": (b"HTTP/1.1 302 Found\r\nLocation: /next\r\n\r\n", None, BLOCK),
    "body of a refusal": (b"HTTP/1.1 404 Not Found\r\n\r\n", None, BLOCK),
    "first line": (b"HTTP/1.1 200 ", None, b"O" * 65536),
    "line of a header": (WHOLE + b"X-Header: ", None, b"x" * 65536),
    "headers": (WHOLE, None, b"X-Header: some value\r\n" * 100),
    "beginnings": (b"", None, b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" * 100),
    "redirects": (b"", None, b"HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n"),
    "size of a chunk": (CHUNKED, None, b"0" * 65536),
    "word behind a chunk's size": (CHUNKED + b"5;", None, b"x" * 65536),
    "last words": (CHUNKED, "chunked film and end", b"X-Trailer: some value\r\n" * 100),
}


def opening(name, film):
    """Begin as a real clip does, so that it is not refused at its first bytes."""
    match name:
        case "film":
            return film
        case "chunked film":
            return chunk(film)
        case "chunked film and end":
            return chunk(film) + b"0\r\n"
        case _:
            return b""


@pytest.fixture
async def source(tmp_path, clock):
    opened = SafeClipSource(
        directory=tmp_path / "incoming",
        max_bytes=CAP_BYTES,
        allow_private=True,
        clock=clock,
        timeouts=FetchTimeouts(connect_s=2, read_s=0.3, total_s=TOTAL_S),
    )
    yield opened
    await opened.close()


@contextlib.contextmanager
def little_memory():
    """Check that at no moment much was held, whatever passed through."""
    tracemalloc.start()
    try:
        yield
        _, peak_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak_bytes < MOST_MEMORY_BYTES


async def refusal(source, url):
    """Fetch; expect a refusal in time, and that nothing stays on the disk."""
    with pytest.raises(ClipUnusableError) as caught:
        async with asyncio.timeout(HANGS_S), source.fetch(url, name="job-1"):
            pass
    assert not list(source._directory.glob("*"))
    return caught.value


# What a parser throws away is never part of a body: the time for all of it ends that.
ENDED_BY_THE_CLOCK = {"size of a chunk", "word behind a chunk's size", "beginnings"}


@pytest.mark.parametrize("kind", ENDLESS)
async def test_what_never_ends_is_ended(source, raw_server, film, kind):
    begin, name, block = ENDLESS[kind]
    senders = []

    async def answer(_reader, writer):
        senders.append(Sender(writer))
        await senders[-1].send(begin + opening(name, film))
        await senders[-1].for_ever(block)

    url = await raw_server(answer)

    with little_memory():
        await refusal(source, url)

    if kind not in ENDED_BY_THE_CLOCK:
        assert sum(sender.sent_bytes for sender in senders) < IN_THE_PIPES_BYTES


DRIPS = {
    "the first line": (b"HTTP/1.1 200 ", b"O"),
    "the headers": (WHOLE, b"X-Header: some value\r\n"),
    "the body": (WHOLE + b"Content-Length: 1000000\r\n\r\n\0\0\0 ftypisom", b"x"),
    "the chunks": (CHUNKED + chunk(b"\0\0\0 ftypisom"), chunk(b"x")),
    "beginnings": (b"", b"HTTP/1.1 103 Early Hints\r\n\r\n"),
}


@pytest.mark.parametrize(("begin", "drop"), DRIPS.values(), ids=DRIPS)
async def test_what_drips_in_ends_with_the_time_for_all_of_it(source, raw_server, begin, drop):
    async def answer(_reader, writer):
        await Sender(writer).send(begin)
        with contextlib.suppress(ConnectionError):
            async with asyncio.timeout(TOTAL_S * 3):
                await Sender(writer).drip(drop)

    error = await refusal(source, await raw_server(answer))

    assert error.reason == Reason.OUTPUT_UNREACHABLE


async def test_a_server_that_says_nothing_at_all_is_given_up(source, raw_server):
    async def answer(reader, _writer):
        await reader.read()  # until the other side hangs up

    error = await refusal(source, await raw_server(answer))

    assert error.reason == Reason.OUTPUT_UNREACHABLE


async def test_each_hop_of_a_redirect_takes_from_the_same_time(source, raw_server):
    hops = 0

    async def answer(_reader, writer):
        nonlocal hops
        hops += 1
        await asyncio.sleep(TOTAL_S * 0.4)
        await Sender(writer).send(
            b"HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n"
        )

    await refusal(source, await raw_server(answer))

    assert hops < 1 + MAX_REDIRECTS


def lengths(film):
    true = len(film)
    return {
        "one less than it is": f"Content-Length: {true - 1}",
        "half of it": f"Content-Length: {true // 2}",
        "none": "Content-Length: 0",
        "one more than it is": f"Content-Length: {true + 1}",
        "much more than it is": f"Content-Length: {CAP_BYTES}",
        "below zero": "Content-Length: -1",
        "with a sign": f"Content-Length: +{true}",
        "a word": "Content-Length: much",
        "in hexadecimal": f"Content-Length: {true:#x}",
        "a fraction": f"Content-Length: {true}.0",
        "two that differ": f"Content-Length: {true}\r\nContent-Length: {true - 1}",
        "a list": f"Content-Length: {true}, {true - 1}",
        "beyond all numbers": f"Content-Length: 1{'0' * 5000}",
        "in other digits": "Content-Length: ٤٢",
        "in chunks that are none": "Transfer-Encoding: chunked",
        "a length and chunks": f"Content-Length: {true}\r\nTransfer-Encoding: chunked",
        "packed on the way": "Transfer-Encoding: gzip, chunked",
    }


@pytest.mark.parametrize("lie", list(lengths(b"")))
async def test_a_length_that_is_not_true_never_passes_a_part_for_the_whole(
    source, raw_server, film, lie
):
    async def answer(_reader, writer):
        await Sender(writer).send(WHOLE + lengths(film)[lie].encode() + b"\r\n\r\n" + film)

    await refusal(source, await raw_server(answer))


@pytest.mark.parametrize(
    "announced", [CAP_BYTES + 1, 2**31, 2**32 + 100, 2**63], ids=lambda size: f"{size:.0e}"
)
async def test_an_announced_size_above_the_cap_is_refused_before_the_body(
    source, raw_server, film, announced
):
    async def answer(reader, writer):
        await Sender(writer).send(
            WHOLE + f"Content-Length: {announced}\r\n\r\n".encode() + film[:100]
        )
        await reader.read()  # until the other side hangs up

    assert type(await refusal(source, await raw_server(answer))) is ClipTooLargeError


@pytest.mark.parametrize(
    "size", [b"FFFFFFFFFFFFFFFF", b"7FFFFFFFFFFFFFFF", b"-1", b"0x10", b"", b"zz"]
)
async def test_a_chunk_of_an_impossible_size_is_refused(source, raw_server, film, size):
    async def answer(_reader, writer):
        await Sender(writer).send(CHUNKED + size + b"\r\n" + film)

    await refusal(source, await raw_server(answer))


BOMBS = {
    "gzip": (b"Content-Encoding: gzip\r\n", GZIP_BOMB),
    "deflate": (b"Content-Encoding: deflate\r\n", DEFLATE_BOMB),
    "gzip in gzip": (b"Content-Encoding: gzip, gzip\r\n", gzip.compress(GZIP_BOMB)),
    "an unknown packing": (b"Content-Encoding: x-unheard-of\r\n", GZIP_BOMB),
    "gzip that does not say so": (b"", GZIP_BOMB),
}


@pytest.mark.parametrize(("header", "bomb_bytes"), BOMBS.values(), ids=BOMBS)
async def test_a_packed_body_is_never_unpacked(source, raw_server, header, bomb_bytes):
    async def answer(_reader, writer):
        length = f"Content-Length: {len(bomb_bytes)}\r\n\r\n".encode()
        await Sender(writer).send(WHOLE + header + length + bomb_bytes)

    url = await raw_server(answer)

    with little_memory():
        error = await refusal(source, url)

    assert error.reason == Reason.OUTPUT_NOT_MP4


async def test_a_bomb_behind_the_head_of_a_film_stays_as_small_as_it_was_sent(
    source, raw_server, film
):
    """Were it unpacked, the size cap and the announced length would mean something else."""

    async def answer(_reader, writer):
        data = film + GZIP_BOMB[:1000]
        head = f"Content-Encoding: gzip\r\nContent-Length: {len(data)}\r\n\r\n"
        await Sender(writer).send(WHOLE + head.encode() + data)

    await refusal(source, await raw_server(answer))
