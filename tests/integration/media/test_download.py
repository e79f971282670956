"""What comes from an output's address, and what of it is let through."""

import asyncio
import gzip
import socket
import stat
import tracemalloc

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from structlog.testing import capture_logs

from bot.domain.errors import (
    ClipHostAwayError,
    ClipTooLargeError,
    ClipUnreachableError,
    ClipUnusableError,
)
from bot.domain.reasons import Reason
from bot.media.download import SafeClipSource
from bot.media.session import FetchTimeouts

MIB = 1024 * 1024


@pytest.fixture
async def new_source(tmp_path, clock):
    """Make clip sources that may reach this machine."""
    sources = []

    def make(**changes):
        arguments = {
            "directory": tmp_path / "tmp",
            "max_bytes": 8 * MIB,
            "allow_private": True,
            "clock": clock,
        }
        sources.append(SafeClipSource(**{**arguments, **changes}))
        return sources[-1]

    yield make
    for source in sources:
        await source.close()


@pytest.fixture
async def source(new_source):
    return new_source()


@pytest.fixture
async def serve():
    """Serve each path of a table with its handler."""
    servers = []

    async def start(handlers):
        application = web.Application()
        for path, handler in handlers.items():
            application.router.add_get(path, handler)
        server = TestServer(application)
        await server.start_server()
        servers.append(server)
        return str(server.make_url("")).rstrip("/")

    yield start
    for server in servers:
        await server.close()


def body(data, **keywords):
    async def handler(_request):
        return web.Response(body=data, **keywords)

    return handler


def raw_body(data, *, length=None):
    """Answer with a body of no length, or of one that need not be true."""

    async def answer(_reader, writer):
        header = "Connection: close" if length is None else f"Content-Length: {length}"
        writer.write(f"HTTP/1.1 200 OK\r\n{header}\r\n\r\n".encode() + data)
        await writer.drain()

    return answer


async def refused(source, url, error=ClipUnusableError):
    """Fetch, expect that error exactly, and that nothing stays on the disk."""
    with pytest.raises(error) as caught:
        async with source.fetch(url, name="job-1"):
            pass
    assert type(caught.value) is error
    assert not list(source._directory.glob("*"))
    return caught.value.reason


async def test_a_clip_arrives_whole_and_is_gone_afterwards(source, serve, film):
    url = await serve({"/clip.mp4": body(film)})

    async with source.fetch(f"{url}/clip.mp4", name="job-1") as clip:
        assert clip.path.read_bytes() == film
        assert clip.size_bytes == len(film)
        assert stat.S_IMODE(clip.path.stat().st_mode) == 0o600
    assert not clip.path.exists()


async def test_a_clip_that_was_moved_away_stays(source, serve, quick_start_film, tmp_path):
    url = await serve({"/clip.mp4": body(quick_start_film)})

    async with source.fetch(f"{url}/clip.mp4", name="job-1") as clip:
        clip.path.rename(tmp_path / "kept.mp4")

    assert (tmp_path / "kept.mp4").read_bytes() == quick_start_film


async def test_an_error_of_the_caller_passes_untouched_and_removes_the_file(source, serve, film):
    url = await serve({"/clip.mp4": body(film)})

    with pytest.raises(ValueError, match="mine"):
        async with source.fetch(f"{url}/clip.mp4", name="job-1") as clip:
            raise ValueError("mine")

    assert not clip.path.exists()


async def test_two_fetches_of_one_name_do_not_meet(source, serve, film):
    url = await serve({"/clip.mp4": body(film)})

    async with (
        source.fetch(f"{url}/clip.mp4", name="job-1") as one,
        source.fetch(f"{url}/clip.mp4", name="job-1") as other,
    ):
        assert one.path != other.path


async def test_a_clip_in_chunks_without_a_length_arrives(source, serve, film):
    async def handler(request):
        response = web.StreamResponse()
        response.enable_chunked_encoding()
        await response.prepare(request)
        for start in range(0, len(film), 100):
            await response.write(film[start : start + 100])
        return response

    url = await serve({"/clip.mp4": handler})

    async with source.fetch(f"{url}/clip.mp4", name="job-1") as clip:
        assert clip.path.read_bytes() == film


async def test_the_log_names_the_clip_and_never_its_address(new_source, serve, film):
    fetched = []
    source = new_source(on_fetched=fetched.append)
    url = await serve({"/clip.mp4": body(film)})

    with capture_logs() as logs:
        async with source.fetch(f"{url}/clip.mp4?signature=s3cret", name="job-1"):
            pass

    assert [line["event"] for line in logs] == ["clip_fetched"]
    assert logs[0]["name"] == "job-1"
    assert url not in str(logs)
    assert "s3cret" not in str(logs)
    assert fetched == [len(film)]


async def test_a_signed_address_is_asked_for_as_it_was_given(source, serve, film):
    asked = []

    async def handler(request):
        asked.append(request.raw_path)
        return web.Response(body=film)

    url = await serve({"/clip.mp4": handler})
    path = "/clip.mp4?sig=a%2Fb%3D%3d&at=2026-01-01T00%3A00+00"

    async with source.fetch(url + path, name="job-1"):
        assert asked == [path]


async def test_an_address_with_odd_letters_is_quoted(source, serve, film):
    url = await serve({"/a clip ü.mp4": body(film)})

    async with source.fetch(f"{url}/a clip ü.mp4", name="job-1") as clip:
        assert clip.size_bytes == len(film)


class TestNotAClip:
    async def test_a_web_page_is_refused_at_its_first_bytes(self, source, raw_server):
        noticed = asyncio.Event()

        async def answer(reader, writer):
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 4000000\r\n\r\n<!doctype html>")
            await reader.read()
            noticed.set()

        reason = await refused(source, await raw_server(answer))

        assert reason == Reason.OUTPUT_NOT_MP4
        async with asyncio.timeout(30):
            await noticed.wait()

    async def test_a_compressed_body_is_not_unpacked(self, source, serve, film):
        packed = gzip.compress(film)
        url = await serve({"/clip.mp4": body(packed, headers={"Content-Encoding": "gzip"})})

        assert await refused(source, f"{url}/clip.mp4") == Reason.OUTPUT_NOT_MP4

    async def test_a_whole_file_without_a_film_is_refused(self, source, serve, film):
        size = int.from_bytes(film[:4])
        url = await serve({"/clip.mp4": body(film[:size])})

        assert await refused(source, f"{url}/clip.mp4") == Reason.OUTPUT_NOT_MP4


class TestCutShort:
    async def test_less_than_announced_is_worth_another_try(self, source, raw_server, film):
        url = await raw_server(raw_body(film, length=len(film) + 1))

        assert await refused(source, url, ClipUnreachableError) == Reason.OUTPUT_CUT_SHORT

    async def test_a_stored_half_is_noticed_though_all_of_it_came(self, source, serve, film):
        url = await serve({"/clip.mp4": body(film[:-1])})

        reason = await refused(source, f"{url}/clip.mp4", ClipUnreachableError)

        assert reason == Reason.OUTPUT_CUT_SHORT

    async def test_more_than_announced_never_passes(self, source, raw_server, film):
        url = await raw_server(raw_body(film, length=len(film) - 1))

        reason = await refused(source, url, ClipUnreachableError)

        assert reason in {Reason.OUTPUT_CUT_SHORT, Reason.OUTPUT_UNREACHABLE}

    @pytest.mark.parametrize("length", [0, 5, 8, 40, 200, -1])
    async def test_an_end_without_an_announcement_is_noticed(
        self, source, raw_server, film, length
    ):
        url = await raw_server(raw_body(film[:length]))

        assert await refused(source, url, ClipUnreachableError) == Reason.OUTPUT_CUT_SHORT

    async def test_an_end_between_two_boxes_is_noticed_too(self, source, raw_server, film):
        url = await raw_server(raw_body(film[: film.rindex(b"moov") - 4]))

        assert await refused(source, url, ClipUnreachableError) == Reason.OUTPUT_CUT_SHORT

    async def test_a_missing_last_chunk_is_noticed(self, source, raw_server, film):
        async def answer(_reader, writer):
            writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            writer.write(f"{len(film):x}\r\n".encode() + film + b"\r\n")

        url = await raw_server(answer)

        assert await refused(source, url, ClipUnreachableError) == Reason.OUTPUT_CUT_SHORT


class TestTooLarge:
    async def test_an_announced_size_is_refused_before_the_body(self, new_source, raw_server, film):
        async def answer(reader, writer):
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000001\r\n\r\n" + film[:8])
            await reader.read()

        source = new_source(max_bytes=1_000_000)

        reason = await refused(source, await raw_server(answer), ClipTooLargeError)

        assert reason == Reason.OUTPUT_TOO_LARGE

    async def test_a_body_without_end_is_stopped_at_the_cap(self, new_source, raw_server, film):
        sent_bytes = 0

        async def answer(_reader, writer):
            nonlocal sent_bytes
            writer.write(b"HTTP/1.1 200 OK\r\n\r\n" + film[:32])
            while sent_bytes < 64 * MIB:
                writer.write(bytes(65536))
                await writer.drain()
                sent_bytes += 65536

        source = new_source(max_bytes=MIB)

        reason = await refused(source, await raw_server(answer), ClipTooLargeError)

        assert reason == Reason.OUTPUT_TOO_LARGE
        assert sent_bytes < 32 * MIB

    async def test_exactly_the_cap_passes(self, new_source, serve, film):
        url = await serve({"/clip.mp4": body(film)})

        async with new_source(max_bytes=len(film)).fetch(f"{url}/clip.mp4", name="a") as clip:
            assert clip.size_bytes == len(film)

    async def test_a_large_clip_is_never_held_in_memory(
        self, new_source, raw_server, quick_start_film
    ):
        large = 40 * MIB
        padding = (large + 8).to_bytes(4) + b"free"

        async def answer(_reader, writer):
            length = len(quick_start_film) + 8 + large
            writer.write(f"HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n".encode())
            writer.write(quick_start_film + padding)
            block = bytes(MIB)
            for _ in range(large // MIB):
                writer.write(block)
                await writer.drain()

        source, url = new_source(max_bytes=64 * MIB), await raw_server(answer)
        tracemalloc.start()
        try:
            async with source.fetch(url, name="large") as clip:
                _, peak_bytes = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()

        assert clip.size_bytes > large
        assert peak_bytes < 10 * MIB


class TestUnreachable:
    @pytest.mark.parametrize("status", [204, 206, 304, 403, 404, 410])
    async def test_any_other_answer_is_worth_another_try(self, source, serve, film, status):
        data = None if status in {204, 304} else film
        url = await serve({"/clip.mp4": body(data, status=status)})

        reason = await refused(source, f"{url}/clip.mp4", ClipUnreachableError)

        assert reason == Reason.OUTPUT_UNREACHABLE

    async def test_the_name_is_unknown(self, new_source, names_to):
        source = new_source(resolver=names_to(fails_with=socket.EAI_NONAME))

        reason = await refused(source, "http://clips.example/a", ClipUnreachableError)

        assert reason == Reason.OUTPUT_UNREACHABLE

    async def test_the_answer_is_no_http(self, source, raw_server):
        async def answer(_reader, writer):
            writer.write(b"SSH-2.0-OpenSSH_9.2\r\n")

        reason = await refused(source, await raw_server(answer), ClipUnreachableError)

        assert reason == Reason.OUTPUT_UNREACHABLE


class TestAway:
    """Nobody answers, or the host says that it cannot: it may be our own network."""

    @pytest.mark.parametrize("status", [408, 429, 500, 502, 503])
    async def test_a_host_with_a_fault(self, source, serve, film, status):
        url = await serve({"/clip.mp4": body(film, status=status)})

        reason = await refused(source, f"{url}/clip.mp4", ClipHostAwayError)

        assert reason == Reason.OUTPUT_UNREACHABLE

    async def test_nobody_listens(self, source, unused_tcp_port):
        url = f"http://127.0.0.1:{unused_tcp_port}/clip.mp4"

        assert await refused(source, url, ClipHostAwayError) == Reason.OUTPUT_UNREACHABLE

    async def test_names_cannot_be_looked_up(self, new_source, names_to):
        source = new_source(resolver=names_to(fails_with=socket.EAI_AGAIN))

        reason = await refused(source, "http://clips.example/a", ClipHostAwayError)

        assert reason == Reason.OUTPUT_UNREACHABLE

    async def test_a_connection_is_cut_before_the_answer(self, source, raw_server):
        async def answer(_reader, writer):
            writer.transport.abort()

        reason = await refused(source, await raw_server(answer), ClipHostAwayError)

        assert reason == Reason.OUTPUT_UNREACHABLE

    async def test_a_server_that_falls_silent_is_given_up(self, new_source, raw_server, film):
        async def answer(reader, writer):
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + film[:100])
            await reader.read()

        source = new_source(timeouts=FetchTimeouts(read_s=0.05))

        reason = await refused(source, await raw_server(answer), ClipHostAwayError)

        assert reason == Reason.OUTPUT_UNREACHABLE

    async def test_a_slow_drip_ends_with_the_time_for_all_of_it(self, new_source, raw_server, film):
        async def answer(_reader, writer):
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + film[:32])
            for _ in range(1000):
                writer.write(b"x")
                await writer.drain()
                await asyncio.sleep(0.01)

        source = new_source(timeouts=FetchTimeouts(read_s=5, total_s=0.1))

        reason = await refused(source, await raw_server(answer), ClipHostAwayError)

        assert reason == Reason.OUTPUT_UNREACHABLE


async def test_a_cancelled_fetch_leaves_nothing_behind(source, raw_server, film):
    begun = asyncio.Event()

    async def answer(reader, writer):
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + film[:100])
        begun.set()
        await reader.read()

    url = await raw_server(answer)

    async def fetch():
        async with source.fetch(url, name="job-1"):
            pass

    task = asyncio.create_task(fetch())
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert not list(source._directory.glob("*"))


async def test_what_an_earlier_process_left_is_swept(source):
    source._directory.mkdir()
    (source._directory / "job-1-0123.part").write_bytes(b"half")

    assert await source.sweep() == 1
    assert not list(source._directory.iterdir())
