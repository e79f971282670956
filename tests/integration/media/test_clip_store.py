"""Clips that could not be handed over stay, and stay within their folder and its room."""

import os
import shutil
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.errors import ClipUnusableError, StorageUnavailableError
from bot.domain.ports import Clip
from bot.domain.reasons import Reason
from bot.media import store as store_module
from bot.media.scratch import ScratchFile
from bot.media.store import DirectoryClipStore, _is_clip_made_before, _size_bytes

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
OTHER_DISK = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "media"


@pytest.fixture
def store(folder):
    return DirectoryClipStore(folder, max_bytes=1000)


@pytest.fixture
def new_clip(tmp_path):
    def make(data=b"clip", *, under=tmp_path):
        path = under / f"fetched-{len(list(under.iterdir()))}.part"
        path.write_bytes(data)
        return Clip(path=path, size_bytes=len(data))

    return make


@pytest.fixture
def other_disk(folder, monkeypatch):
    """A folder from which a file can only be copied over; played where there is one disk only."""
    folder.mkdir()
    if not OTHER_DISK.is_dir() or OTHER_DISK.stat().st_dev == folder.stat().st_dev:
        monkeypatch.setattr(store_module, "_are_on_one_disk", lambda _one, _other: False)
    base = OTHER_DISK if os.access(OTHER_DISK, os.W_OK) else folder.parent
    place = base / f"showreel-{folder.stat().st_ino}"
    place.mkdir()
    yield place
    shutil.rmtree(place)


async def test_a_kept_clip_is_moved_in_and_found_again(store, folder, new_clip):
    clip = new_clip()

    kept_file = await store.keep(clip, name="job-12")

    assert kept_file == "job-12.mp4"
    assert await store.clip(kept_file) == Clip(path=folder / "job-12.mp4", size_bytes=4)
    assert not clip.path.exists()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


async def test_a_clip_from_another_disk_is_copied_whole(store, folder, new_clip, other_disk):
    data = bytes(range(256)) * 9000
    clip = new_clip(data, under=other_disk)

    await store.keep(clip, name="job-12")

    assert (folder / "job-12.mp4").read_bytes() == data
    assert stat.S_IMODE((folder / "job-12.mp4").stat().st_mode) == 0o600
    assert [path.name for path in folder.iterdir()] == ["job-12.mp4"]
    assert not clip.path.exists()


async def test_keeping_the_same_job_twice_keeps_one_clip(store, folder, new_clip):
    await store.keep(new_clip(b"first"), name="job-12")
    await store.keep(new_clip(b"second"), name="job-12.mp4")

    assert [path.read_bytes() for path in folder.iterdir()] == [b"second"]


@pytest.mark.parametrize("name", ["../../etc/cron.d/x", "/etc/passwd", "..", "", "a\0b", "x" * 300])
async def test_no_name_leaves_the_folder(store, folder, new_clip, name):
    kept_file = await store.keep(new_clip(), name=name)

    assert [path.name for path in folder.iterdir()] == [kept_file]
    assert (await store.clip(kept_file)).path.parent == folder


@pytest.mark.parametrize("kept_file", ["../secret", "/etc/passwd", "..", "", "a/b", "x.part"])
async def test_a_name_that_is_none_of_ours_is_a_defect(store, kept_file):
    with pytest.raises(ValueError, match="kept clip"):
        await store.clip(kept_file)
    with pytest.raises(ValueError, match="kept clip"):
        await store.discard(kept_file)


async def test_a_discarded_clip_is_gone_and_may_be_discarded_again(store, new_clip):
    kept_file = await store.keep(new_clip(), name="job-12")

    await store.discard(kept_file)
    await store.discard(kept_file)

    with pytest.raises(ClipUnusableError) as caught:
        await store.clip(kept_file)
    assert caught.value.reason == Reason.OUTPUT_MISSING


async def test_a_new_folder_has_room_and_a_full_one_has_none(folder, new_clip):
    store = DirectoryClipStore(folder, max_bytes=1000, min_free_bytes=1)

    assert await store.usage_bytes() == 0
    assert await store.has_room()
    kept_file = await store.keep(new_clip(b"x" * 999), name="a")
    assert await store.has_room()
    await store.keep(new_clip(b"x"), name="b")
    assert not await store.has_room()
    assert await store.usage_bytes() == 1000
    await store.discard(kept_file)
    assert await store.has_room()


async def test_a_full_folder_still_takes_what_was_paid_for(folder, new_clip):
    store = DirectoryClipStore(folder, max_bytes=0)

    assert not await store.has_room()
    assert await store.keep(new_clip(), name="a") == "a.mp4"


async def test_a_full_disk_has_no_room(folder):
    store = DirectoryClipStore(folder, max_bytes=1000, min_free_bytes=2**62)

    assert not await store.has_room()


async def test_only_kept_clips_count(store, folder, new_clip):
    await store.keep(new_clip(), name="a")
    (folder / "tmp").mkdir()
    (folder / "tmp" / "half.part").write_bytes(b"x" * 100)
    (folder / "half.part").write_bytes(b"x" * 100)

    assert await store.usage_bytes() == 4


async def test_a_folder_that_cannot_be_used_is_told_apart(tmp_path, new_clip):
    (tmp_path / "file").write_bytes(b"")
    store = DirectoryClipStore(tmp_path / "file" / "media", max_bytes=1000)

    assert not await store.has_room()
    for step in (
        store.keep(new_clip(), name="a"),
        store.clip("a.mp4"),
        store.discard("a.mp4"),
    ):
        with pytest.raises(StorageUnavailableError):
            await step


async def test_a_folder_that_cannot_be_counted_is_told_apart(tmp_path):
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(StorageUnavailableError):
        await DirectoryClipStore(tmp_path / "file", max_bytes=1000).usage_bytes()


async def test_a_clip_that_vanished_cannot_be_kept(store, tmp_path):
    with pytest.raises(StorageUnavailableError):
        await store.keep(Clip(path=tmp_path / "gone.part", size_bytes=1), name="a")


async def test_half_a_copy_of_an_earlier_process_is_swept(store, folder, new_clip):
    await store.keep(new_clip(), name="a")
    (folder / "b-0123.part").write_bytes(b"half")
    in_use = ScratchFile(folder, name="c")
    in_use.create()
    try:
        assert await store.sweep() == 1
    finally:
        in_use.close_and_remove()

    assert [path.name for path in folder.iterdir()] == ["a.mp4"]


def test_a_clip_that_vanishes_while_being_counted_counts_nothing(tmp_path):
    clip = tmp_path / "a.mp4"
    clip.write_bytes(b"clip")
    with os.scandir(tmp_path) as entries:
        entry = next(entries)
    clip.unlink()

    assert _size_bytes(entry) == 0


async def test_old_clips_are_named_and_nothing_else(store, folder):
    assert await store.kept_before(NOON) == []
    folder.mkdir()
    old, young = (NOON - timedelta(seconds=1)).timestamp(), NOON.timestamp()
    for name, at in {
        "old.mp4": old,
        "young.mp4": young,
        "note.txt": old,
        "not safe.mp4": old,
    }.items():
        (folder / name).write_bytes(b"clip")
        os.utime(folder / name, (at, at))
    (folder / "folder.mp4").mkdir()
    os.utime(folder / "folder.mp4", (old, old))

    assert await store.kept_before(NOON) == ["old.mp4"]


async def test_a_folder_that_cannot_be_read_names_nothing(store, folder):
    folder.write_bytes(b"not a folder")

    with pytest.raises(StorageUnavailableError):
        await store.kept_before(NOON)


def test_a_clip_that_goes_while_it_is_looked_at_is_not_named(folder):
    folder.mkdir()
    (folder / "gone.mp4").write_bytes(b"clip")
    with os.scandir(folder) as entries:
        (entry,) = entries
    (folder / "gone.mp4").unlink()

    assert not _is_clip_made_before(entry, NOON.timestamp())
