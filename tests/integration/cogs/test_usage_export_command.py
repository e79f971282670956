"""`/usage export`: a server's own log as files, for its moderators alone."""

import asyncio
import csv
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.audit import AuditAction
from bot.domain.exporting import Exported, ExportFormat, Part
from bot.domain.ids import GuildId
from bot.messaging.exports import MESSAGE_MAX_BYTES, uploads_of
from bot.services import log_export
from bot.storage.usage_log import SqlUsageLog
from tests.integration.cogs.conftest import PROMPT, Town

# What cannot be read is an error until the command tree has made a sentence of it.
pytestmark = pytest.mark.simcord(shard_count=1, check_errors=False)


async def rows_of(attachment):
    data = await attachment.read()
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


class TestModerators:
    async def test_the_log_comes_as_a_file_that_only_its_asker_sees(self, house, town, accepted):
        await accepted()
        await accepted(private=True)

        answer = await town.mod.slash(town.channel, "usage export")

        assert answer.response.ephemeral
        assert answer.response.content.startswith("2 requests from the log of this server, in one")
        (file,) = answer.response.attachments
        assert file.filename == "showreel-usage-2026-01-01.csv"
        assert [row["prompt"] for row in await rows_of(file)] == [PROMPT, PROMPT]
        assert list((house.folder / "exports").iterdir()) == []

    async def test_it_is_on_record(self, house, town, accepted):
        await accepted()
        await town.mod.slash(town.channel, "usage export", format="jsonl", since="1d")

        (entry,) = await house.stores.audit.page(GuildId(town.guild.id), rows=5)

        assert (entry.action, entry.actor_id) == (AuditAction.LOG_EXPORTED, town.mod.id)
        told = await town.mod.slash(town.channel, "usage audit")
        assert told.response.content.endswith(": one request as jsonl")

    async def test_progress_is_told_while_it_is_written(self, town, env, accepted, monkeypatch):
        await accepted()
        may_go_on = asyncio.Event()
        stream = SqlUsageLog.stream

        async def slow(self, usage_filter):
            await env.external_wait(may_go_on.wait(), reason="the test's own gate")
            async for job in stream(self, usage_filter):
                yield job

        monkeypatch.setattr(SqlUsageLog, "stream", slow)
        answer = await town.mod.slash(town.channel, "usage export")
        assert answer.deferred
        await env.advance_time(4)
        assert answer.response.content == "Writing the log: 0 of 1 requests so far."
        again = await town.mod.slash(town.channel, "usage export")
        assert again.response.content.startswith("An export of this server is being written")

        may_go_on.set()
        await env.advance_time(1)

        assert answer.response.content.startswith("One request from the log")
        assert len(answer.response.attachments) == 1

    async def test_more_files_than_a_message_takes_come_in_several(
        self, town, accepted, monkeypatch
    ):
        for _ in range(3):
            await accepted()
        monkeypatch.setattr("bot.messaging.exports.FILES_IN_MESSAGE", 1)
        monkeypatch.setattr("cogs.usage_export.ATTACHMENT_SHARE", 300 / 26_214_400)

        answer = await town.mod.slash(town.channel, "usage export")

        shown = [answer.response, *answer.followups]
        names = [file.filename for each in shown for file in each.attachments]
        assert len(names) > 1
        assert names[0] == f"showreel-usage-2026-01-01-part-1-of-{len(names)}.csv.gz"
        assert all(each.ephemeral for each in shown)
        assert shown[1].content == f"Message 2 of {len(names)}."

    async def test_files_that_discord_does_not_take_are_not_said_to_be_there(
        self, house, town, env, accepted
    ):
        await accepted()
        env.inject_error("PATCH", "*/messages/@original", status=413, times=1)

        answer = await town.mod.slash(town.channel, "usage export")

        said = [answer.response, *answer.followups][-1].content
        assert said.startswith("Discord did not take all of the files.")
        assert list((house.folder / "exports").iterdir()) == []

    @pytest.mark.parametrize(
        ("options", "begin"),
        [
            ({"since": "yesterday"}, "This cannot be read as a time (yesterday)."),
            (
                {"until": "2025-01-01"},
                "The log of this server has no request in that time (until <t:1735776000:f>).",
            ),
        ],
    )
    async def test_what_cannot_be_done_is_explained(self, town, accepted, options, begin):
        await accepted()

        answer = await town.mod.slash(town.channel, "usage export", **options)

        assert answer.ephemeral
        assert answer.response.content.startswith(begin)

    async def test_a_log_without_any_request_is_told_as_empty(self, town):
        answer = await town.mod.slash(town.channel, "usage export")

        assert answer.response.content == (
            "Nothing was asked for in this server yet."
            " What members ask for with `/video` comes to stand here."
        )


class TestOthers:
    async def test_members_are_not_offered_it(self, town):
        with pytest.raises(Exception, match="permission"):
            await town.alice.slash(town.channel, "usage export")

    async def test_another_servers_log_is_never_in_it(self, env, accepted):
        await accepted()
        elsewhere = Town(env)
        await elsewhere.alice.slash(elsewhere.channel, "video", prompt="A badger")

        answer = await elsewhere.mod.slash(elsewhere.channel, "usage export")

        (file,) = answer.response.attachments
        assert [row["prompt"] for row in await rows_of(file)] == ["A badger"]


def test_no_message_holds_more_than_discord_takes():
    half = MESSAGE_MAX_BYTES // 2
    exported = Exported(
        rows=1,
        format=ExportFormat.CSV,
        parts=[
            Part(path=Path("x"), size_bytes=size, is_compressed=True)
            for size in (half, half, 1, MESSAGE_MAX_BYTES + 1, *[1] * 11)
        ],
    )

    messages = uploads_of(exported, now=datetime(2026, 1, 1, tzinfo=UTC))

    assert [len(uploads) for uploads in messages] == [2, 1, 1, 10, 1]
    names = [upload.name for uploads in messages for upload in uploads]
    assert names[0] == "showreel-usage-2026-01-01-part-1-of-15.csv.gz"
    assert len(set(names)) == len(names)


def test_what_can_be_sent_fits_into_the_life_of_an_answer():
    assert log_export.WRITTEN_WITHIN_S < 15 * 60 / 2
