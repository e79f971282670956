"""A server's log as files: bounded in size and time, on record, and gone afterwards."""

import asyncio
import csv
import gzip
import io
import json
import random
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from bot.composition.worker import open_clip_source
from bot.domain.audit import AuditAction
from bot.domain.clip import ClipRequest
from bot.domain.errors import ShowreelError, StorageUnavailableError
from bot.domain.exporting import NothingToExportError
from bot.domain.ids import ChannelId, GuildId, JobId, UserId
from bot.domain.job import Destination, Job, JobStatus
from bot.domain.usage import COLUMNS
from bot.media.scratch_folder import DirectoryScratchFolder
from bot.media.store import DirectoryClipStore
from bot.services.log_export import (
    EXPORTS_AT_ONCE,
    ExportProgress,
    ExportWish,
    LogExportService,
)
from tests.support.clock import ManualClock
from tests.support.full_disk import full_disk

HERE, MOD = GuildId(100), UserId(7)
MIB = 1024 * 1024


class Log:
    """A UsageLog of so many attempts, which may stop in the middle."""

    def __init__(self, count, *, chars=40):
        self.jobs = [_job(number, chars=chars) for number in range(count)]
        self.may_go_on = asyncio.Event()
        self.may_go_on.set()
        self.asked = []

    async def count(self, usage_filter):
        self.asked.append(usage_filter)
        return len(self.jobs)

    async def stream(self, usage_filter):
        self.asked.append(usage_filter)
        for number, job in enumerate(self.jobs):
            if number == len(self.jobs) // 2:
                await self.may_go_on.wait()
            yield job


class Record:
    """An AuditLog of what was handed in."""

    def __init__(self):
        self.entries = []
        self.is_away = False

    async def record(self, entry):
        if self.is_away:
            raise StorageUnavailableError("away")
        self.entries.append(entry)


def _job(number, *, chars):
    # Words that do not repeat: what repeats shrinks to nothing.
    prompt = "".join(random.Random(number).choices("abcdefghijklmnop qrstuvwxyz", k=chars))
    return Job(
        id=JobId(number + 1),
        reference="A1B2C3",
        status=JobStatus.QUEUED,
        reason="",
        request=ClipRequest(prompt=f'x{prompt}\n,"', cfg_scale=0.5),
        destination=Destination(
            guild_id=HERE,
            channel_id=ChannelId(2),
            user_id=UserId(3),
            attachment_size_limit_bytes=1,
            filesize_limit_bytes=1,
            app_permissions=0,
            user_locale="en-GB",
            guild_locale="en-GB",
            private=False,
        ),
        created_at=datetime(2026, 3, 1, 12, tzinfo=UTC),
    )


@pytest.fixture
def house(tmp_path):
    folder = tmp_path / "exports"
    house = SimpleNamespace(folder=folder, audit=Record(), log=Log(10))

    def service(**options):
        return LogExportService(
            log=house.log,
            audit=house.audit,
            folder=DirectoryScratchFolder(folder),
            clock=ManualClock(start=datetime(2026, 3, 10, tzinfo=UTC)),
            **options,
        )

    house.service = service
    return house


def wish(**values):
    standard = {
        "guild_id": HERE,
        "by": MOD,
        "format": None,
        "since": None,
        "until": None,
        "part_max_bytes": MIB,
    }
    return ExportWish(**{**standard, **values})


def left_in(folder):
    return list(folder.glob("*")) if folder.exists() else []


def texts_of(exported):
    return [
        (gzip.decompress(data) if part.is_compressed else data).decode()
        for part, data in ((part, part.path.read_bytes()) for part in exported.parts)
    ]


async def refused(service, asked):
    with pytest.raises(ShowreelError) as error:
        async with service.export(asked, ExportProgress()):
            raise AssertionError("there is nothing to hand over")
    return error.value.key


async def test_a_small_log_is_one_plain_file_of_this_server(house):
    progress = ExportProgress()
    async with house.service().export(wish(), progress) as exported:
        (text,) = texts_of(exported)

    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert list(rows[0]) == list(COLUMNS)
    assert [row["job_id"] for row in rows] == [str(number + 1) for number in range(10)]
    assert (progress.written, progress.total) == (10, 10)
    assert {asked.guild_id for asked in house.log.asked} == {HERE}
    assert left_in(house.folder) == []


async def test_json_lines_have_no_header(house):
    async with house.service().export(wish(format="jsonl"), ExportProgress()) as exported:
        (text,) = texts_of(exported)

    assert [json.loads(line)["job_id"] for line in text.splitlines()] == list(range(1, 11))


async def test_what_is_too_large_is_compressed_first(house):
    house.log = Log(400)
    async with house.service().export(wish(part_max_bytes=40_000), ExportProgress()) as exported:
        (text,) = texts_of(exported)
        assert exported.parts[0].is_compressed
        assert exported.parts[0].size_bytes < 40_000 < len(text)


async def test_what_is_still_too_large_comes_in_parts_that_are_each_a_valid_file(house):
    house.log = Log(400)
    async with house.service().export(wish(part_max_bytes=12_000), ExportProgress()) as exported:
        texts = texts_of(exported)
        assert all(part.size_bytes <= 12_000 for part in exported.parts)

    assert len(texts) > 1
    rows = [row for text in texts for row in csv.DictReader(io.StringIO(text, newline=""))]
    assert [row["job_id"] for row in rows] == [str(number + 1) for number in range(400)]


async def test_more_than_can_be_sent_is_refused_with_the_number(house):
    house.log = Log(400)
    service = house.service(parts_at_most=2)

    assert await refused(service, wish(part_max_bytes=6_000)) == "export-too-large"
    assert house.audit.entries == []
    assert left_in(house.folder) == []


async def test_an_export_is_on_record_with_its_range_and_rows(house):
    span = {"since": "2026-03-01", "until": "2026-03-02"}
    async with house.service().export(wish(**span), ExportProgress()):
        (entry,) = house.audit.entries

    assert (entry.action, entry.actor_id, entry.guild_id) == (AuditAction.LOG_EXPORTED, MOD, HERE)
    assert entry.after == {
        "format": "csv",
        "since": "2026-03-01T00:00:00+00:00",
        "until": "2026-03-03T00:00:00+00:00",
        "rows": 10,
    }


async def test_nothing_is_handed_over_that_cannot_be_put_on_record(house):
    house.audit.is_away = True

    with pytest.raises(StorageUnavailableError):
        async with house.service().export(wish(), ExportProgress()):
            raise AssertionError("it is not on record")

    assert left_in(house.folder) == []


async def test_an_empty_range_is_said_and_leaves_nothing(house):
    house.log = Log(0)

    with pytest.raises(NothingToExportError):
        async with house.service().export(wish(), ExportProgress()):
            raise AssertionError("there is nothing to hand over")
    assert house.audit.entries == []


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        ({"format": "xlsx"}, "export-format-unknown"),
        ({"since": "soon"}, "moment-unreadable"),
        ({"since": "2d", "until": "3d"}, "range-backwards"),
        ({"since": "2990-01-01"}, "range-ahead"),
    ],
)
async def test_what_cannot_be_read_is_refused(house, asked, key):
    assert await refused(house.service(), wish(**asked)) == key


async def test_a_server_has_one_export_at_a_time_and_all_together_few(house):
    house.log.may_go_on.clear()
    service = house.service()

    async def hold(guild_id):
        async with service.export(wish(guild_id=GuildId(guild_id)), ExportProgress()) as exported:
            return exported.rows

    running = [asyncio.create_task(hold(100 + number)) for number in range(EXPORTS_AT_ONCE)]
    while len(house.log.asked) < 2 * EXPORTS_AT_ONCE:
        await asyncio.sleep(0)

    assert await refused(service, wish()) == "export-busy-here"
    assert await refused(service, wish(guild_id=GuildId(999))) == "export-busy"
    house.log.may_go_on.set()
    assert await asyncio.gather(*running) == [10, 10]
    assert await hold(999) == 10


async def test_one_that_takes_too_long_is_given_up(house):
    house.log.may_go_on.clear()

    key = await refused(house.service(written_within_s=0.05), wish())

    assert key == "export-too-slow"
    assert left_in(house.folder) == []


async def test_a_cancelled_export_leaves_no_file_and_frees_its_place(house):
    house.log = Log(450)
    house.log.may_go_on.clear()
    service = house.service()

    async def export():
        async with service.export(wish(), ExportProgress()) as exported:
            return exported.rows

    task = asyncio.create_task(export())
    while not left_in(house.folder):
        await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    house.log.may_go_on.set()

    assert left_in(house.folder) == []
    assert await export() == 450


async def test_a_disk_without_room_is_said_and_nothing_is_left(house):
    house.log = Log(450)

    with full_disk(at_bytes=2_000):
        assert await refused(house.service(), wish()) == "export-no-room"

    assert house.audit.entries == []
    assert left_in(house.folder) == []


async def test_a_start_sweeps_what_was_left(house, tmp_path):
    house.folder.mkdir()
    (house.folder / "compressed-0123456789abcdef.part").write_bytes(b"left")
    core = SimpleNamespace(
        kept_clips=DirectoryClipStore(tmp_path / "media", max_bytes=1),
        exports=DirectoryScratchFolder(house.folder),
        settings=SimpleNamespace(
            media_dir=tmp_path / "media", max_download_mib=1, download_allow_private=False
        ),
        clock=ManualClock(),
        metrics=SimpleNamespace(clip_fetched=lambda *_: None),
    )

    async with AsyncExitStack() as stack:
        await open_clip_source(core, stack)

    assert left_in(house.folder) == []


async def test_what_a_killed_process_left_is_swept_at_the_next_start(house):
    folder = DirectoryScratchFolder(house.folder)
    held = folder.file("plain")
    held.create()
    (house.folder / "plain-0123456789abcdef.part").write_bytes(b"left")

    assert await folder.sweep() == 1
    assert left_in(house.folder) == [held.path]
    held.close_and_remove()
