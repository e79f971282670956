"""Our own disk is full or read-only: the clip is not to blame, and nothing half-made stays."""

import asyncio
import json
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from structlog.testing import capture_logs

from bot.domain.errors import ClipNotStoredError, ClipUnusableError, StorageUnavailableError
from bot.domain.ports import Clip
from bot.media import store as store_module
from bot.media.download import BLOCK_BYTES, SafeClipSource
from bot.media.store import DirectoryClipStore
from tests.support.full_disk import as_ordinary_user, full_disk, read_only

MIB = 1024 * 1024


@pytest.fixture
def incoming(tmp_path):
    return tmp_path / "media" / "incoming"


@pytest.fixture
async def source(incoming, clock):
    opened = SafeClipSource(directory=incoming, max_bytes=8 * MIB, allow_private=True, clock=clock)
    yield opened
    await opened.close()


def padded(film, size_bytes):
    """The same film with room in it that players skip."""
    room = size_bytes - len(film)
    return film if room < 8 else film + room.to_bytes(4) + b"free" + bytes(room - 8)


@pytest.fixture
async def serve():
    """Serve clips, each under an address of its own."""
    clips = []

    async def answer(request):
        return web.Response(body=clips[int(request.match_info["number"])])

    application = web.Application()
    application.router.add_get("/{number}", answer)
    server = TestServer(application)
    await server.start_server()

    def offer(clip):
        clips.append(clip)
        return str(server.make_url(f"/{len(clips) - 1}"))

    yield offer
    await server.close()


def files_under(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def open_files():
    return len(list(Path("/proc/self/fd").iterdir()))


async def refused(source, url):
    with pytest.raises(ClipNotStoredError, match="File too large"):
        async with source.fetch(url, name="job-1"):
            pass


@pytest.mark.parametrize("room_bytes", [0, 1, 4096, BLOCK_BYTES - 1, BLOCK_BYTES])
@pytest.mark.parametrize("size_bytes", [0, BLOCK_BYTES, 3 * BLOCK_BYTES], ids="{:,}".format)
async def test_a_clip_that_finds_no_room_is_told_apart_and_fetched_when_there_is_some(
    source, serve, film, incoming, room_bytes, size_bytes
):
    clip = padded(film, size_bytes)
    room_bytes = min(room_bytes, len(clip) - 1)
    url = serve(clip)
    async with source.fetch(url, name="job-1"):
        pass  # what is opened once, such as a resolver's thread, is open now
    before = open_files()

    for _ in range(3):
        with capture_logs() as logs, full_disk(at_bytes=room_bytes):
            await refused(source, url)
        assert [line["event"] for line in logs] == ["clip_not_written"]
        assert files_under(incoming) == []
    async with source.fetch(url, name="job-1") as fetched:
        assert fetched.path.read_bytes() == clip

    assert files_under(incoming) == []
    assert open_files() <= before + 1  # a connection may still be on its way out


def test_a_disk_that_refuses_never_ends_a_job(film):
    """Where a clip is to blame a job may fail; where storage is away, it waits."""
    assert film
    assert issubclass(ClipNotStoredError, StorageUnavailableError)
    assert not issubclass(ClipNotStoredError, ClipUnusableError)


async def test_a_folder_that_cannot_be_made_is_told_apart(serve, film, tmp_path, clock):
    (tmp_path / "in-the-way").write_bytes(b"")
    source = SafeClipSource(
        directory=tmp_path / "in-the-way" / "incoming",
        max_bytes=8 * MIB,
        allow_private=True,
        clock=clock,
    )

    with pytest.raises(ClipNotStoredError):
        async with source.fetch(serve(film), name="job-1"):
            pass

    await source.close()


@pytest.fixture
def clip(tmp_path):
    """A clip that was fetched, larger than one block of a copy."""
    path = tmp_path / "fetched.part"
    path.write_bytes(bytes(range(256)) * 8192)
    return Clip(path=path, size_bytes=path.stat().st_size)


@pytest.mark.parametrize("room_bytes", [0, 4096, MIB, 2 * MIB - 1])
async def test_a_clip_that_cannot_be_kept_stays_where_it_was_and_is_kept_later(
    tmp_path, clip, monkeypatch, room_bytes
):
    monkeypatch.setattr(store_module, "_are_on_one_disk", lambda _one, _other: False)
    folder = tmp_path / "media"
    store = DirectoryClipStore(folder, max_bytes=8 * MIB)
    before = open_files()

    for _ in range(3):
        with full_disk(at_bytes=room_bytes), pytest.raises(StorageUnavailableError):
            await store.keep(clip, name="job-1")
        assert files_under(folder) == []
        assert clip.path.stat().st_size == clip.size_bytes
    kept_file = await store.keep(clip, name="job-1")

    assert [path.name for path in folder.iterdir()] == [kept_file]
    assert (folder / kept_file).stat().st_size == clip.size_bytes
    assert not clip.path.exists()
    assert open_files() == before


async def test_an_older_copy_outlives_a_new_one_that_finds_no_room(tmp_path, clip, monkeypatch):
    monkeypatch.setattr(store_module, "_are_on_one_disk", lambda _one, _other: False)
    store = DirectoryClipStore(tmp_path / "media", max_bytes=8 * MIB)
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "job-1.mp4").write_bytes(b"older")

    with full_disk(at_bytes=MIB), pytest.raises(StorageUnavailableError):
        await store.keep(clip, name="job-1")

    assert (await store.clip("job-1.mp4")).path.read_bytes() == b"older"


async def test_on_one_disk_a_clip_is_kept_even_when_that_disk_is_full(tmp_path, clip):
    store = DirectoryClipStore(tmp_path / "media", max_bytes=8 * MIB)

    with capture_logs(), full_disk():
        kept_file = await store.keep(clip, name="job-1")

    assert (await store.clip(kept_file)).size_bytes == clip.size_bytes


# Root is above the modes of files, so this runs in a process that is not.
READ_ONLY_VISIT = """
    import asyncio, json, sys
    from pathlib import Path
    from bot.clock import SystemClock
    from bot.domain.ports import Clip
    from bot.media.download import SafeClipSource
    from bot.media.store import DirectoryClipStore

    url, media, fetched = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])

    async def name_of_error(step):
        try:
            await step
        except Exception as error:
            return type(error).__name__
        return "none"

    async def fetch(source):
        async with source.fetch(url, name="job-1"):
            pass

    async def visit():
        store = DirectoryClipStore(media, max_bytes=10**9, min_free_bytes=0)
        source = SafeClipSource(
            directory=media / "incoming", max_bytes=10**9, allow_private=True, clock=SystemClock()
        )
        clip = Clip(path=fetched, size_bytes=fetched.stat().st_size)
        found = {
            "has_room": await store.has_room(),
            "fetch": await name_of_error(fetch(source)),
            "keep": await name_of_error(store.keep(clip, name="job-2")),
            "clip": await name_of_error(store.clip("job-1.mp4")),
            "discard": await name_of_error(store.discard("job-1.mp4")),
            "swept": await source.sweep() + await store.sweep(),
        }
        await source.close()
        print(json.dumps(found))

    asyncio.run(visit())
"""


async def visit(url, media, fetched):
    """Use a folder as an ordinary user's process would, and tell what came of it."""
    child = await asyncio.create_subprocess_exec(
        *as_ordinary_user(),
        sys.executable,
        "-c",
        textwrap.dedent(READ_ONLY_VISIT),
        url,
        str(media),
        str(fetched),
        stdout=subprocess.PIPE,
    )
    output, _ = await child.communicate()
    return json.loads(output.splitlines()[-1])


async def test_a_read_only_folder_has_no_room_refuses_and_loses_nothing(
    incoming, serve, film, clip
):
    incoming.mkdir(parents=True)
    media = incoming.parent
    (media / "job-1.mp4").write_bytes(film)
    (incoming / "job-9-0123.part").write_bytes(b"half")

    with read_only(media, incoming):
        found = await visit(serve(film), media, clip.path)

    assert found == {
        "has_room": False,
        "fetch": "ClipNotStoredError",
        "keep": "StorageUnavailableError",
        "clip": "none",
        "discard": "StorageUnavailableError",
        "swept": 0,
    }
    assert (media / "job-1.mp4").read_bytes() == film
    assert clip.path.stat().st_size == clip.size_bytes
    found = await visit(serve(film), media, clip.path)
    assert found["has_room"]
    assert {found[step] for step in ("fetch", "keep", "clip", "discard")} == {"none"}
    assert (files_under(incoming), found["swept"]) == ([], 1)
