"""`/videos cancel`: a member finds their own live clip by its words, and it stops."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from simcord.actors import _dispatch_actor_interaction
from simcord.enums import InteractionType

from bot.domain.job import JobStatus
from bot.services.own_clips import OwnClips
from bot.storage.live_jobs import SqlLiveJobs
from tests.integration.cogs.conftest import PROMPT, Town

# A refusal is an error until the command tree has made a sentence of it.
pytestmark = pytest.mark.simcord(shard_count=1, check_errors=False)


async def offered(town: Town, typed: str = "", *, who: str = "alice") -> list[dict[str, Any]]:
    return await getattr(town, who).autocomplete(town.channel, "videos cancel", "clip", typed)


async def cancel(town: Town, clip: str, *, who: str = "alice") -> str:
    answer = await getattr(town, who).slash(town.channel, "videos cancel", clip=clip)
    assert answer.response.ephemeral
    return answer.response.content


class TestOffered:
    async def test_ones_own_live_clips_are_offered_newest_first(self, house, town, env, accepted):
        first = await accepted()
        await env.advance_time(60)
        second = await accepted()
        await house.take(second, JobStatus.SUBMITTING, JobStatus.RUNNING)

        assert await offered(town) == [
            {"name": f"{PROMPT} · being made", "value": second.reference},
            {"name": f"{PROMPT} · waiting in line", "value": first.reference},
        ]

    async def test_what_is_typed_narrows_it_down(self, town, accepted):
        job = await accepted()

        assert [each["value"] for each in await offered(town, "SNOWY road")] == [job.reference]
        assert [each["value"] for each in await offered(town, job.reference.lower())] == [
            job.reference
        ]
        assert await offered(town, "badger") == []

    @pytest.mark.usefixtures("accepted")
    @pytest.mark.parametrize("who", ["bob", "mod"])
    async def test_others_clips_are_offered_to_nobody(self, town, accepted, who):
        await accepted()

        assert await offered(town, who=who) == []

    async def test_elsewhere_it_is_not_offered_and_directly_it_is(self, town, env, accepted):
        job = await accepted()
        other = env.create_guild()
        alice_there = other.add_member(town.alice.user)

        there = await alice_there.autocomplete(
            other.create_text_channel("other"), "videos cancel", "clip", ""
        )
        directly = await town.alice.user.autocomplete("videos cancel", "clip", "")

        assert there == []
        assert [each["value"] for each in directly] == [job.reference]

    async def test_no_more_are_offered_than_discord_takes(self, town, accepted):
        for _ in range(27):
            await accepted()

        assert len(await offered(town)) == 25

    async def test_a_database_that_is_away_offers_nothing_and_nothing_breaks(
        self, house, town, accepted
    ):
        await accepted()
        await house.store._database.close()

        assert await offered(town) == []

    async def test_a_defect_offers_nothing_and_stands_in_the_log(
        self, house, town, accepted, monkeypatch, capsys
    ):
        class FaultyClips(OwnClips):
            async def cancellable(self, *_who, **_where):
                raise ZeroDivisionError("defect")

        await accepted()
        monkeypatch.setattr(house.videos._desk.own_clips, "__class__", FaultyClips)

        assert await offered(town) == []
        logged = capsys.readouterr().out
        assert "choices_not_offered" in logged
        assert "ZeroDivisionError" in logged


class SlowJobs(SqlLiveJobs):
    async def live_of(self, *_who, **_where):
        await asyncio.sleep(30)
        raise AssertionError("nobody waits that long")


class TestSlowLog:
    pytestmark = pytest.mark.simcord(shard_count=1)

    @pytest.mark.parametrize(("age_s", "waits_s"), [(0.0, 2.0), (1.2, 0.8), (60.0, 0.5)])
    async def test_nothing_is_offered_in_time(
        self, house, town, env, accepted, monkeypatch, age_s, waits_s
    ):
        await accepted()
        house.live_jobs.__class__ = SlowJobs
        now = house.clock.now
        monkeypatch.setattr(house.clock, "now", lambda: now() + timedelta(seconds=age_s))
        loop = asyncio.get_running_loop()
        answered_at = []

        class Watch:
            async def offer(self, interaction, typed):
                begun = loop.time()
                choices = await choosing.offer(interaction, typed)
                answered_at.append(loop.time() - begun)
                return choices

        choosing = house.videos._choices
        house.videos._choices = Watch()

        assert await offered(town) == []
        await env.advance_time(3)

        assert answered_at == [pytest.approx(waits_s, abs=0.05)]


@pytest.mark.parametrize("restarted", [False, True], ids=["same bot", "after a restart"])
class TestCancel:
    @pytest.fixture
    async def job(self, house, env, accepted, restarted):
        job = await accepted()
        if restarted:
            await env.restart_bot(house.new_bot())
        return job

    async def test_a_waiting_clip_ends_at_once(self, house, town, job):
        (choice,) = await offered(town, "fox")

        assert (await cancel(town, choice["value"])).startswith("Cancelled before it started.")

        ended = await house.job(job.id)
        assert (ended.status, ended.reason) == (JobStatus.CANCELLED, "cancelled_by_member")
        assert [each.id for each in house.cancels] == [job.id]
        assert await offered(town) == []

    @pytest.mark.parametrize(
        "steps",
        [
            (JobStatus.SUBMITTING,),
            (JobStatus.SUBMITTING, JobStatus.UNKNOWN),
            (JobStatus.SUBMITTING, JobStatus.RUNNING),
        ],
    )
    async def test_one_that_has_begun_is_asked_to_stop(self, house, town, job, steps):
        await house.take(job, *steps)

        assert (await cancel(town, f" {job.reference.lower()} ")).startswith("Asked to stop.")

        wished = await house.job(job.id)
        assert wished.status is steps[-1]
        assert wished.cancel_requested_by == f"member:{town.alice.id}"

    async def test_one_that_is_over_is_too_late(self, house, town, job):
        await house.take(job, JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.DELIVERING)

        assert (await cancel(town, job.reference)).startswith("This clip can no longer be")

    @pytest.mark.parametrize("who", ["bob", "mod"])
    async def test_somebody_elses_is_as_good_as_none(self, house, town, job, who):
        theirs = await cancel(town, job.reference, who=who)
        none = await cancel(town, "NOSUCH", who=who)

        assert theirs == none
        assert theirs.startswith("You have no such clip here")
        assert (await house.job(job.id)).status is JobStatus.QUEUED

    async def test_from_another_server_it_is_as_good_as_none(self, house, town, env, job):
        other = env.create_guild()
        alice_there = other.add_member(town.alice.user)

        answer = await alice_there.slash(
            other.create_text_channel("other"), "videos cancel", clip=job.reference
        )

        assert answer.response.content.startswith("You have no such clip here")
        assert (await house.job(job.id)).status is JobStatus.QUEUED

    async def test_in_direct_messages_it_ends_too(self, house, town, job):
        answer = await town.alice.user.slash("videos cancel", clip=job.reference)

        assert answer.response.content.startswith("Cancelled before it started.")
        assert (await house.job(job.id)).status is JobStatus.CANCELLED

    async def test_in_direct_messages_a_strangers_is_as_good_as_none(self, house, town, job):
        answer = await town.bob.user.slash("videos cancel", clip=job.reference)

        assert answer.response.content.startswith("You have no such clip here")
        assert (await house.job(job.id)).status is JobStatus.QUEUED


async def test_a_database_that_is_away_is_told(house, town, accepted):
    job = await accepted()
    await house.store._database.close()

    assert (await cancel(town, job.reference)).startswith("The log cannot be reached")


@pytest.mark.parametrize("value", [7, True, None, ["x"], "\0", "x" * 6000])
async def test_what_only_a_forged_client_sends_ends_as_a_sentence(town, accepted, value, capsys):
    await accepted()
    capsys.readouterr()
    root = town.alice._resolve_root("videos", 1, town.channel.id)
    option = {"name": "clip", "type": 3, "value": value}
    data = {
        "id": root["id"],
        "name": "videos",
        "type": 1,
        "options": [{"name": "cancel", "type": 1, "options": [option]}],
    }

    answer = await _dispatch_actor_interaction(
        town.alice, InteractionType.APPLICATION_COMMAND, town.channel, data
    )

    assert "Nothing was" in answer.response.content
    assert "Traceback" not in capsys.readouterr().out
