"""`/privacy`: everyone's, about nobody but themselves, in servers and in direct messages."""

import gzip
import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import discord
import pytest

from bot.domain.blocks import NewBlock
from bot.domain.cases import CaseNote
from bot.domain.erasure import Erasure
from bot.domain.errors import StorageUnavailableError
from bot.domain.ids import GuildId, UserId
from bot.domain.job import JobStatus
from bot.domain.option_defaults import DefaultsOwner, DefaultsScope, OptionValues
from bot.domain.reporting import NewReport
from bot.domain.usage import COLUMNS, PageFilter
from bot.domain.usage_views import LogQuery, LogView
from cogs.forget_buttons import Choice
from tests.integration.cogs.conftest import PROMPT

pytestmark = pytest.mark.simcord(shard_count=1, check_errors=False)

MOMENT = timedelta(seconds=1)


def labels(message) -> list[str]:
    return [button.label for row in message.components for button in row.children]


def shown(town, answer, *, who="alice", directly=False):
    """The answer as its asker sees it now."""
    actor = getattr(town, who)
    channel = actor.user.dm_channel if directly else town.channel
    viewer = actor.user if directly else actor
    (found,) = [m for m in channel.history(viewer=viewer) if m.id == answer.response.id]
    return found


async def ask(town, command: str, *, who="alice", directly=False) -> Any:
    actor = getattr(town, who)
    if directly:
        answer = await actor.user.slash(f"privacy {command}")
    else:
        answer = await actor.slash(town.channel, f"privacy {command}")
    assert answer.response.ephemeral
    return answer


async def pending(house) -> list[int]:
    return [each.user_id for each in await house.stores.erasures.pending(after=None, at_most=9)]


async def lines_of(answer) -> list[dict[str, Any]]:
    (file,) = answer.response.attachments
    content = await file.read()
    if file.filename.endswith(".gz"):
        content = gzip.decompress(content)
    return [json.loads(line) for line in content.decode().splitlines()]


@pytest.mark.parametrize("who", ["alice", "bob", "mod"])
@pytest.mark.parametrize("command", ["policy", "delete", "export"])
async def test_member_stranger_and_moderator_may_all_ask(town, who, command):
    answer = await ask(town, command, who=who)

    assert answer.response.content


class TestPolicy:
    @pytest.mark.parametrize("directly", [False, True])
    async def test_it_says_what_how_long_who_and_how_to_be_erased(self, town, directly):
        text = (await ask(town, "policy", directly=directly)).response.content

        for said in (
            "erased after 90 days",
            "kept for 7 days",
            "**Why:**",
            "Eachlabs",
            "Moderators of a server",
            "`/privacy export`",
            "`/privacy delete`",
        ):
            assert said in text
        assert "operator's own" not in text

    async def test_the_operators_own_policy_is_linked(self, house, town, env):
        house.privacy_terms = replace(
            house.privacy_terms, policy_url="https://bot.example/privacy", retention_days=1.0
        )
        await env.restart_bot(house.new_bot())

        text = (await ask(town, "policy")).response.content

        assert text.endswith("**The operator\u2019s own policy:** <https://bot.example/privacy>")
        assert "erased after one day" in text


class TestExport:
    async def test_all_of_a_members_own_comes_as_a_file_and_nobody_elses(
        self, house, town, accepted
    ):
        job = await accepted()
        await town.bob.slash(town.channel, "video", prompt="bob's own")
        alice, guild_id = UserId(town.alice.id), GuildId(town.guild.id)
        owner = DefaultsOwner(scope=DefaultsScope.MEMBER, id=alice)
        await house.defaults_store.put(owner, OptionValues(negative_prompt="mist"))
        now = house.clock.now()
        filed = NewReport(
            job_id=job.id, guild_id=guild_id, reporter_id=alice, text="It is me.", created_at=now
        )
        await house.reports.file(filed, since=now - timedelta(days=1), at_most=5)
        block = NewBlock(
            guild_id=guild_id,
            user_id=alice,
            reason="too many",
            created_at=now,
            created_by=UserId(town.mod.id),
            expires_at=None,
        )
        await house.stores.blocks.block(block, at_most=9, about=None)

        answer = await ask(town, "export", directly=True)

        lines = await lines_of(answer)
        assert [line.pop("kind") for line in lines] == [
            "export",
            "defaults",
            "report",
            "block",
            "member_blocked",
            "request",
        ]
        request = lines[-1]
        assert tuple(request) == COLUMNS
        assert (request["prompt"], request["user_id"]) == (PROMPT, str(alice))
        assert lines[1] == {"negative_prompt": "mist"}
        assert (lines[2]["text"], lines[3]["reason"]) == ("It is me.", "too many")
        assert (lines[4]["reason"], lines[4]["expires_at"]) == ("too many", None)
        assert str(town.mod.id) not in json.dumps(lines)
        assert "bob" not in json.dumps(lines)
        assert "1 request," in answer.response.content

    async def test_what_they_did_as_a_moderator_comes_too_and_nothing_of_others(
        self, house, town, accepted
    ):
        job = await accepted()
        mod, guild_id, now = UserId(town.mod.id), GuildId(town.guild.id), house.clock.now()
        note = CaseNote(author_id=mod, text="Talked to them.", created_at=now)
        await house.stores.cases.add_note(job.id, note, guild_id=guild_id, at_most=9)
        block = NewBlock(
            guild_id=guild_id,
            user_id=UserId(town.alice.id),
            reason="too many",
            created_at=now,
            created_by=mod,
            expires_at=None,
        )
        await house.stores.blocks.block(block, at_most=9, about=job.id)
        query = LogQuery(page_filter=PageFilter(guild_id=guild_id), words="fox")
        await house.stores.usage_views.add(
            LogView(guild_id=guild_id, user_id=mod, as_moderator=True, query=query, created_at=now)
        )
        await house.stores.erasures.request(Erasure(user_id=mod, requested_at=now - MOMENT))

        lines = await lines_of(await ask(town, "export", who="mod"))

        at, server = now.isoformat(), str(guild_id)
        asked_at = (now - MOMENT).isoformat()
        assert lines[1] == {"kind": "erasure", "requested_at": asked_at}
        assert lines[2] == {
            "kind": "note",
            "job_id": job.id,
            "guild_id": server,
            "created_at": at,
            "text": "Talked to them.",
        }
        assert (lines[3]["kind"], json.loads(lines[3]["looked_for"])["words"]) == ("search", "fox")
        deed = {"kind": "deed", "guild_id": server, "at": at, "job_id": job.id}
        assert lines[4:] == [
            {**deed, "action": "note_added"},
            {**deed, "action": "member_blocked"},
        ]
        assert str(town.alice.id) not in json.dumps(lines)

    async def test_who_asked_for_nothing_gets_a_file_that_says_so(self, town):
        answer = await ask(town, "export", who="bob")

        assert "0 requests" in answer.response.content
        assert [line["kind"] for line in await lines_of(answer)] == ["export"]

    async def test_a_log_that_is_away_is_told_in_a_sentence(self, house, town, monkeypatch):
        async def away(*_: object) -> None:
            raise StorageUnavailableError("away")

        monkeypatch.setattr(house.stores.own_data, "reports_by", away)

        answer = await ask(town, "export")

        assert answer.response.content.startswith("The log cannot be reached at the moment.")


class TestDelete:
    async def test_it_is_asked_once_more_and_says_what_goes_and_stays(self, house, town, accepted):
        await accepted()

        answer = await ask(town, "delete")

        text = answer.response.content
        for said in ("cannot be undone", "(1 request)", "What stays", "For 30 days", "One clip"):
            assert said in text
        assert labels(shown(town, answer)) == [
            "Erase, and let clips finish",
            "Erase, and cancel clips",
            "Keep everything",
        ]
        assert await pending(house) == []

    @pytest.mark.parametrize("directly", [False, True])
    @pytest.mark.parametrize("restarted", [False, True])
    async def test_a_press_writes_the_wish_down_and_says_so_in_place(
        self, house, town, env, directly, restarted
    ):
        answer = await ask(town, "delete", directly=directly)
        assert labels(shown(town, answer, directly=directly)) == ["Erase", "Keep everything"]
        if restarted:
            await env.restart_bot(house.new_bot())
        actor = town.alice.user if directly else town.alice

        await actor.click(shown(town, answer, directly=directly), label="Erase")

        after = shown(town, answer, directly=directly)
        assert after.content.startswith("What you have asked for until now is being erased")
        assert labels(after) == []
        assert await pending(house) == [town.alice.id]
        assert len(house.erasers_woken) == 1

    async def test_clips_under_way_finish_or_are_cancelled_as_chosen(self, house, town, accepted):
        first = await accepted()
        answer = await ask(town, "delete")
        await town.alice.click(shown(town, answer), label="Erase, and let clips finish")
        assert "One clip is still under way." in shown(town, answer).content
        assert (await house.job(first.id)).status is JobStatus.QUEUED

        running = await accepted()
        await house.take(running, JobStatus.SUBMITTING, JobStatus.RUNNING)
        again = await ask(town, "delete", directly=True)
        await town.alice.user.click(
            shown(town, again, directly=True), label="Erase, and cancel clips"
        )

        assert (await house.job(first.id)).status is JobStatus.CANCELLED
        assert (await house.job(running.id)).cancel_requested_at is not None
        assert {job.id for job in house.cancels} == {first.id, running.id}
        assert "One clip is still under way." in shown(town, again, directly=True).content

    async def test_keeping_everything_erases_nothing(self, house, town):
        answer = await ask(town, "delete")

        await town.alice.click(shown(town, answer), label="Keep everything")

        assert shown(town, answer).content == "Nothing was erased. All stays as it was."
        assert await pending(house) == []

    async def test_what_is_held_as_evidence_is_told(self, house, town, accepted):
        job = await accepted()
        now = house.clock.now()
        filed = NewReport(
            job_id=job.id,
            guild_id=GuildId(town.guild.id),
            reporter_id=UserId(town.bob.id),
            text="!",
            created_at=now,
        )
        await house.reports.file(filed, since=now - timedelta(days=1), at_most=5)

        answer = await ask(town, "delete")

        assert "One request is held by moderators as evidence." in answer.response.content

    @pytest.mark.parametrize("choice", ["finish", "cancel", "keep"])
    @pytest.mark.parametrize("who", ["bob", "mod"])
    async def test_nobody_presses_for_another(self, house, town, env, accepted, choice, who):
        job = await accepted()
        button = next(item for item in house.privacy_buttons if item.__name__ == "ForgetButton")
        standing = discord.ui.View(timeout=None)
        standing.add_item(button(Choice(choice), UserId(town.alice.id), label="Erase"))
        message = await env.bot.get_partial_messageable(town.channel.id).send("?", view=standing)

        answer = await getattr(town, who).click(town.message(message.id), label="Erase")

        assert answer.response.ephemeral
        assert answer.response.content.startswith("Somebody else was asked this.")
        assert await pending(house) == []
        assert (await house.job(job.id)).status is JobStatus.QUEUED

    async def test_a_log_that_is_away_leaves_it_open_and_says_so(self, house, town, monkeypatch):
        async def away(*_: object) -> None:
            raise StorageUnavailableError("away")

        answer = await ask(town, "delete")
        monkeypatch.setattr(house.stores.erasures, "request", away)
        pressed = await town.alice.click(shown(town, answer), label="Erase")

        assert pressed.response.content.startswith("The log did not answer")
        assert labels(shown(town, answer)) == ["Erase", "Keep everything"]
