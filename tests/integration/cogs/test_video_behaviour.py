"""`/video` as a member meets it: a card in time, or a sentence; never both a charge and silence."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import discord
import pytest

from bot.domain.clip import ClipRequest
from bot.domain.ids import GuildId
from bot.domain.job import JobStatus
from bot.domain.ports import Pause
from bot.domain.reasons import Reason
from bot.services.refusal_log import WRITE_AFTER_S
from bot.services.submission import ANSWER_WITHIN_S, SubmissionService
from bot.storage.jobs import SqlJobStore

PROMPT = "A red fox crosses a snowy road at dawn"

pytestmark = pytest.mark.simcord(shard_count=1)


async def test_a_request_gets_a_public_card_at_once(house, town):
    answer = await town.alice.slash(town.channel, "video", prompt=PROMPT)

    assert not answer.response.ephemeral
    assert answer.response.content == (
        "**A red fox crosses a snowy road at dawn**\n5 s · 16:9 · cfg 0.5\nNext in line."
    )
    (button,) = answer.response.components[0]["components"]
    assert button["label"] == "Cancel"
    job = await house.only_job()
    assert button["custom_id"] == f"showreel:cancel:{job.id}"


async def test_the_row_holds_all_that_the_delivery_needs_later(house, town, env):
    answer = await town.alice.slash(
        town.channel,
        "video",
        prompt=PROMPT,
        duration=10,
        aspect_ratio="9:16",
        cfg_scale=0.7,
        negative_prompt="blur",
        private=True,
    )

    job = await house.only_job()
    assert job.request == ClipRequest(
        prompt=PROMPT, duration_s=10, aspect_ratio="9:16", cfg_scale=0.7, negative_prompt="blur"
    )
    where = job.destination
    assert (where.guild_id, where.channel_id, where.user_id) == (
        town.guild.id,
        town.channel.id,
        town.alice.id,
    )
    assert where.private
    assert where.attachment_size_limit_bytes == 26214400
    assert where.filesize_limit_bytes == 10 * 1024 * 1024
    assert discord.Permissions(where.app_permissions).view_channel
    assert (where.user_locale, where.guild_locale) == ("en-US", "en-US")
    assert job.interaction_token == answer._interaction.token
    left = job.interaction_token_expires_at - env.now()
    assert timedelta(minutes=14, seconds=59) < left <= timedelta(minutes=15)


async def test_a_server_that_discord_has_not_told_of_yet_is_served(house, town, monkeypatch):
    monkeypatch.setattr(discord.Interaction, "guild", None)

    answer = await town.alice.slash(town.channel, "video", prompt=PROMPT)

    where = (await house.only_job()).destination
    assert (where.guild_id, where.filesize_limit_bytes) == (town.guild.id, 10 * 1024 * 1024)
    assert not answer.response.ephemeral


async def test_accepted_means_that_discord_confirmed_the_card(house, town, env):
    answer = await town.alice.slash(town.channel, "video", prompt=PROMPT)

    job = await house.only_job()
    assert job.status is JobStatus.QUEUED
    assert job.acknowledged_at == env.now()
    assert job.card_message_id == answer.response.id


async def test_a_private_card_is_seen_by_its_member_alone(house, town):
    answer = await town.alice.slash(town.channel, "video", prompt=PROMPT, private=True)

    assert answer.response.ephemeral
    assert town.channel.history(viewer=town.bob) == []
    assert (await house.only_job()).acknowledged_at is not None


async def test_places_in_line_count_up(town):
    answers = [await town.alice.slash(town.channel, "video", prompt=PROMPT) for _ in range(3)]

    assert [answer.response.content.splitlines()[-1] for answer in answers] == [
        "Next in line.",
        "Second in line.",
        "Third in line.",
    ]


async def test_a_prompt_full_of_mentions_and_links_calls_nobody(town, env):
    trap = "@everyone <@1> [win](https://bad.example) discord.gg/abc"

    answer = await town.alice.slash(town.channel, "video", prompt=trap)

    message = town.message(answer.response.id)
    assert message.mentions == []
    assert not message.mention_everyone
    (sent,) = [r for r in env.http_requests if r.path.endswith("/callback")]
    assert sent.json["data"]["allowed_mentions"] == {"parse": []}


@pytest.mark.parametrize(
    ("options", "reason", "told"),
    [
        (
            {"prompt": PROMPT, "duration": 7},
            "invalid_duration_unknown",
            "A clip is 5 or 10",
        ),
        (
            {"prompt": PROMPT, "aspect_ratio": "4:3"},
            "invalid_aspect_ratio_unknown",
            "The shape of a clip is",
        ),
        (
            {"prompt": PROMPT, "cfg_scale": 1.5},
            "invalid_cfg_scale_out_of_range",
            "How closely a clip keeps",
        ),
        ({"prompt": "x" * 2501}, "invalid_text_too_long", "The description has 2,501 characters"),
        (
            {"prompt": PROMPT, "negative_prompt": "x" * 2501},
            "invalid_text_too_long",
            "The list of what to leave out has 2,501",
        ),
        ({"prompt": "   "}, "invalid_prompt_empty", "The description is empty."),
    ],
)
async def test_forged_options_are_refused_told_and_logged(house, town, options, reason, told):
    answer = await town.forge(**options)

    assert answer.response.ephemeral
    assert answer.response.content.startswith(told)
    assert "Nothing was charged." in answer.response.content
    job = await house.only_job()
    assert (job.status, job.reason) == (JobStatus.REFUSED, reason)
    assert f"Reference `{job.reference}`." in answer.response.content


async def test_a_request_forged_into_a_direct_message_is_for_servers_only(house, town):
    answer = await town.forge(directly=True, prompt=PROMPT)

    assert answer.response.content.startswith("Clips are made in servers only.")
    assert await house.jobs() == []


class TestLimits:
    """A refusal is a sentence for one, and a row in the log."""

    @pytest.fixture
    def simcord_bot(self, house):
        house.policy = replace(house.policy, user_jobs_per_day=1)
        return house.new_bot()

    async def test_a_used_up_day_tells_when_it_frees(self, house, town):
        await town.alice.slash(town.channel, "video", prompt=PROMPT)
        first = await house.only_job()

        answer = await town.alice.slash(town.channel, "video", prompt=PROMPT)

        frees_at = int((first.queued_at + timedelta(hours=24)).timestamp())
        assert answer.response.ephemeral
        assert answer.response.content.startswith(
            "You may ask for one clip in 24 hours, and have used it. Nothing was charged. "
            f"You may ask again <t:{frees_at}:R>. Reference `"
        )
        refused = [job for job in await house.jobs() if job.status is JobStatus.REFUSED]
        assert [job.reason for job in refused] == [Reason.USER_DAILY_LIMIT]


class TestForeignServer:
    """A server that may not spend the operator's money."""

    @pytest.fixture
    def simcord_bot(self, house):
        house.allowed_guilds = frozenset({GuildId(1)})
        return house.new_bot()

    async def test_is_refused_and_the_operator_is_told_once(self, town, env):
        answers = [await town.alice.slash(town.channel, "video", prompt=PROMPT) for _ in range(2)]

        for answer in answers:
            assert answer.response.ephemeral
            assert "video account yet" in answer.response.content
        told = [r for r in env.http_requests if "ALLOWED_GUILD_IDS" in str(r.json)]
        assert len(told) == 1
        assert str(town.guild.id) in told[0].json["content"]


async def test_a_pause_is_told_with_its_reason(house, town, env):
    await house.switches.set_pause(Pause(reason="back at **noon**", since=env.now()))

    answer = await town.alice.slash(town.channel, "video", prompt=PROMPT)

    assert answer.response.ephemeral
    assert "(back at \\*\\*noon\\*\\*)" in answer.response.content


@pytest.mark.parametrize(("status", "code"), [(404, 10062), (400, 50035), (403, 50001)])
async def test_a_card_that_certainly_does_not_stand_is_withdrawn(house, town, env, status, code):
    env.inject_error("POST", "/interactions/*/callback", status=status, code=code)

    answer = await town.alice.slash(town.channel, "video", prompt=PROMPT)

    job = await house.only_job()
    assert (job.status, job.reason) == (JobStatus.CANCELLED, Reason.NOT_ACKNOWLEDGED)
    assert job.acknowledged_at is None
    assert answer.response.content.startswith("The card could not be shown here")


@pytest.mark.parametrize(("status", "code"), [(500, 0), (503, 0), (400, 40060), (429, 0)])
async def test_a_card_that_may_stand_is_left_for_the_sweeper(house, town, env, status, code):
    env.inject_error("POST", "/interactions/*/callback", status=status, code=code)

    answer = await town.alice.slash(town.channel, "video", prompt=PROMPT)

    job = await house.only_job()
    assert (job.status, job.acknowledged_at) == (JobStatus.QUEUED, None)
    assert answer.response is None


class HangingStore(SqlJobStore):
    """A database that takes a minute over a reservation."""

    async def submit(self, attempt, decide, **scope):
        await asyncio.sleep(60)
        return await super().submit(attempt, decide, **scope)


class TestSlowDatabase:
    """The three seconds are kept whatever the database does."""

    pytestmark = pytest.mark.simcord(shard_count=1)

    @pytest.fixture
    def simcord_bot(self, house):
        house.store.__class__ = HangingStore
        return house.new_bot()

    async def test_the_member_is_answered_in_time_and_the_late_row_is_withdrawn(
        self, house, town, env
    ):
        asked_at = env.now()
        answer = await town.alice.slash(town.channel, "video", prompt=PROMPT)
        await env.advance_time(2.1)
        assert not answer.acknowledged

        await env.advance_time(0.2)

        assert answer.response.ephemeral
        assert answer.response.content == (
            "Showreel is very busy and did not get to your request in time. "
            "Nothing was charged. Try again in a minute.\n"
            f"What you typed, so that it is not lost:\n```\n{PROMPT}\n```"
        )
        assert env.now() - asked_at < timedelta(seconds=3)
        await env.advance_time(60)
        job = await house.only_job()
        assert (job.status, job.reason) == (JobStatus.CANCELLED, Reason.NOT_ACKNOWLEDGED)


async def test_a_database_that_is_away_refuses_and_says_so(house, town):
    await house.store._database.close()

    answer = await town.alice.slash(town.channel, "video", prompt=PROMPT)

    assert answer.response.ephemeral
    assert answer.response.content.startswith("The log cannot be written at the moment")


class TestRush:
    """More at once than can be answered within Discord's three seconds."""

    async def test_who_cannot_be_answered_in_time_is_refused_at_once_and_logged(
        self, house, town, env
    ):
        house.submission._answer_within_s = 0.0
        answer = await town.alice.slash(town.channel, "video", prompt=PROMPT)
        house.submission._answer_within_s = ANSWER_WITHIN_S

        assert answer.response.ephemeral
        assert answer.response.content.startswith(
            "More requests came at once than can be answered in time. Nothing was charged. "
            "Try again in a minute. Reference `"
        )
        await env.advance_time(WRITE_AFTER_S)
        job = await house.only_job()
        assert (job.status, job.reason) == (JobStatus.REFUSED, Reason.OVERLOADED)
        assert f"`{job.reference}`" in answer.response.content

    async def test_an_answered_request_is_no_longer_in_the_way(self, house, town):
        for prompt in (PROMPT, " ", PROMPT):
            await town.forge(prompt=prompt)

        assert house.submission._pace.in_hand == 0


class FaultySubmission(SubmissionService):
    """A service whose own work ran out of time, with time left for Discord."""

    async def submit(self, order):  # noqa: ARG002 -- the service's signature
        raise TimeoutError


@pytest.mark.simcord(shard_count=1, check_errors=False)
async def test_a_time_out_of_something_else_is_a_defect_with_a_reference(house, town):
    house.submission.__class__ = FaultySubmission

    answer = await town.alice.slash(town.channel, "video", prompt=PROMPT)

    assert answer.response.content.startswith("Something went wrong here")


async def test_a_machine_whose_clock_runs_ahead_still_serves(house, town, env):
    ahead = env.now() + timedelta(minutes=5)
    house.clock.now = lambda: ahead

    answer = await town.alice.slash(town.channel, "video", prompt=PROMPT)

    assert answer.response.content.splitlines()[-1] == "Next in line."


async def test_a_card_that_discord_does_not_name_is_left_for_the_sweeper(house, town, monkeypatch):
    async def unnamed(*_args, **_kwargs):
        return None

    monkeypatch.setattr(house.replies, "open_card", unnamed)

    await town.alice.slash(town.channel, "video", prompt=PROMPT)

    job = await house.only_job()
    assert (job.status, job.acknowledged_at) == (JobStatus.QUEUED, None)


@pytest.mark.parametrize("status", [200, 404, 500])
async def test_neither_prompt_nor_token_is_ever_logged(house, town, env, capsys, status):
    if status != 200:
        env.inject_error("POST", "/interactions/*/callback", status=status, code=10062)

    await town.alice.slash(town.channel, "video", prompt=PROMPT, negative_prompt="smoke and fog")

    (job,) = [await house.job(job.id) for job in await house.jobs()]
    logged = capsys.readouterr().out
    assert "job_submitted" in logged
    for secret in (PROMPT, "smoke and fog", job.interaction_token):
        assert secret not in logged
