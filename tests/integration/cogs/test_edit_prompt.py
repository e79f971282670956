"""Edit prompt: a form with all that was asked for, for its requester, submitted as a request."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import discord
import pytest

from bot.domain.clip import ClipRequest
from bot.domain.job import DeliveryWay, JobStatus
from bot.domain.reasons import Reason
from bot.storage.jobs import SqlJobStore

pytestmark = pytest.mark.simcord(shard_count=1)

EXPIRY_S = 16 * 60
OPTIONS = {
    "prompt": "A lighthouse in a storm",
    "duration": 10,
    "aspect_ratio": "9:16",
    "cfg_scale": 0.7,
    "negative_prompt": "ships",
}
FILLED_IN = {
    "prompt": "A lighthouse in the sun",
    "negative_prompt": "rain",
    "duration": ["5"],
    "aspect_ratio": ["1:1"],
    "cfg_scale": "0,25",
}
EDITED = ClipRequest(
    prompt="A lighthouse in the sun",
    negative_prompt="rain",
    duration_s=5,
    aspect_ratio="1:1",
    cfg_scale=0.25,
)


@pytest.fixture
def published(house, town):
    """A clip of alice, made with options of all kinds, and its message."""

    async def build(*, private=False, **options):
        answer = await town.alice.slash(
            town.channel, "video", private=private, **{**OPTIONS, **options}
        )
        (job,) = [job for job in await house.jobs() if job.card_message_id == answer.response.id]
        job = await house.job(job.id)
        send = house.messenger.send_by_interaction if private else house.messenger.send_to_channel
        sent = await send(house.result(job))
        job = await house.delivered(job, sent, delivery=DeliveryWay.ATTACHMENT)
        return job, town.message(job.result_message_id)

    return build


async def newest(house):
    jobs = await house.jobs()
    return await house.job(max(job.id for job in jobs))


def fields_of(answer):
    return {
        label["component"]["custom_id"]: label["component"] for label in answer.modal["components"]
    }


def preselected(field):
    return [option["value"] for option in field["options"] if option.get("default")]


class TestForm:
    async def test_it_shows_all_that_was_asked_for(self, town, published):
        job, message = await published()

        opened = await town.alice.click(message, label="Edit prompt")

        assert opened.modal["title"] == "Edit the prompt"
        assert opened.modal["custom_id"] == f"showreel:edit-form:public:{job.id}"
        fields = fields_of(opened)
        assert list(fields) == [
            "prompt",
            "negative_prompt",
            "duration",
            "aspect_ratio",
            "cfg_scale",
        ]
        prompt = fields["prompt"]
        assert (prompt["value"], prompt["style"]) == (OPTIONS["prompt"], 2)
        assert (prompt["min_length"], prompt["max_length"], prompt["required"]) == (1, 2500, True)
        leaves_out = fields["negative_prompt"]
        assert (leaves_out["value"], leaves_out["style"]) == ("ships", 2)
        assert (leaves_out["max_length"], leaves_out["required"]) == (2500, False)
        assert preselected(fields["duration"]) == ["10"]
        assert [option["label"] for option in fields["duration"]["options"]] == [
            "5 seconds",
            "10 seconds",
        ]
        assert preselected(fields["aspect_ratio"]) == ["9:16"]
        assert (fields["cfg_scale"]["value"], fields["cfg_scale"]["style"]) == ("0.7", 1)

    async def test_nothing_to_leave_out_is_an_empty_field(self, town, accepted):
        await accepted()
        card = town.messages()[-1]
        await town.alice.click(card, label="Cancel")

        opened = await town.alice.click(await self._refused(town), label="Edit prompt")

        assert "value" not in fields_of(opened)["negative_prompt"]

    async def _refused(self, town):
        answer = await town.forge(prompt="a fox", duration=7)
        return town.message(answer.response.id)

    async def test_an_option_that_is_none_is_left_to_be_chosen(self, town):
        opened = await town.alice.click(await self._refused(town), label="Edit prompt")

        fields = fields_of(opened)
        assert preselected(fields["duration"]) == []
        assert preselected(fields["aspect_ratio"]) == ["16:9"]

    async def test_the_longest_texts_and_a_third_fit_the_form(self, town, published):
        job, message = await published(
            prompt="p" * 2500, negative_prompt="n" * 2500, cfg_scale=1 / 3
        )

        opened = await town.alice.click(message, label="Edit prompt")

        fields = fields_of(opened)
        assert fields["prompt"]["value"] == job.request.prompt
        assert fields["negative_prompt"]["value"] == job.request.negative_prompt
        assert float(fields["cfg_scale"]["value"]) == pytest.approx(1 / 3)
        assert len(fields["cfg_scale"]["value"]) <= fields["cfg_scale"]["max_length"]


@pytest.mark.parametrize("restarted", ["never", "before the press", "while the form is open"])
async def test_the_requester_asks_for_what_they_made_of_it(house, town, env, published, restarted):
    job, message = await published()
    if restarted == "before the press":
        await env.restart_bot(house.new_bot())
    opened = await town.alice.click(message, label="Edit prompt")
    if restarted == "while the form is open":
        await env.restart_bot(house.new_bot())

    answer = await town.alice.submit_modal(opened, FILLED_IN)

    edited = await newest(house)
    assert edited.id != job.id
    assert edited.request == EDITED
    assert (edited.status, edited.acknowledged_at) == (JobStatus.QUEUED, env.now())
    assert edited.card_message_id == answer.response.id
    assert not answer.response.ephemeral
    assert answer.response.content.startswith("**A lighthouse in the sun**\n5 s · 1:1 · cfg 0.25")


@pytest.mark.parametrize("restarted", [False, True], ids=["same bot", "after a restart"])
@pytest.mark.parametrize("who", ["bob", "mod"])
async def test_anybody_else_is_told_politely(house, town, env, published, who, restarted):
    _job, message = await published()
    if restarted:
        await env.restart_bot(house.new_bot())

    answer = await getattr(town, who).click(message, label="Edit prompt")

    assert answer.modal is None
    assert answer.response.ephemeral
    assert answer.response.content == (
        "Only the person who asked for this clip can edit its prompt. "
        "Nothing was changed or charged. Type `/video` to ask for one of your own."
    )


async def test_old_buttons_and_forms_work_because_each_press_brings_a_fresh_token(
    house, town, env, published
):
    _job, message = await published()
    await env.advance_time(EXPIRY_S)
    opened = await town.alice.click(message, label="Edit prompt")
    await env.advance_time(EXPIRY_S)

    answer = await town.alice.submit_modal(opened, FILLED_IN)

    assert (await newest(house)).card_message_id == answer.response.id


async def test_a_private_clip_stays_private_when_it_is_edited(house, town, env, published):
    await published(private=True)
    await env.advance_time(EXPIRY_S)
    job = await house.only_job()

    opened = await town.alice.click(town.message(job.result_message_id), label="Edit prompt")
    answer = await town.alice.submit_modal(opened, FILLED_IN)

    assert answer.response.ephemeral
    assert (await newest(house)).destination.private
    assert town.channel.history(viewer=town.bob) == []


async def test_the_form_works_though_its_clip_and_its_row_are_gone_meanwhile(
    house, town, env, published
):
    job, message = await published()
    opened = await town.alice.click(message, label="Edit prompt")
    await house.store.erase_texts(created_before=env.now() + timedelta(days=1), at_most=10)

    await town.alice.submit_modal(opened, FILLED_IN)

    assert (await newest(house)).request == EDITED
    assert (await house.job(job.id)).request.prompt == ""


class TestNumber:
    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("0.25", 0.25),
            ("0,25", 0.25),
            (" ,5 ", 0.5),
            ("1.", 1.0),
            ("0", 0.0),
            ("\u0660\u066b\u0667", 0.7),
            ("\uff10\uff0e\uff18", 0.8),
            ("", 0.5),
        ],
    )
    async def test_it_is_read_as_people_write_it(self, house, town, published, typed, meant):
        _job, message = await published()
        opened = await town.alice.click(message, label="Edit prompt")

        await town.alice.submit_modal(opened, {**FILLED_IN, "cfg_scale": typed})

        assert (await newest(house)).request.cfg_scale == pytest.approx(meant)

    @pytest.mark.parametrize("typed", ["1.5", "-1", "half", "nan", "inf", "0.5.5", "1e-1", "0_5"])
    async def test_what_is_none_is_explained_and_everything_typed_comes_back(
        self, house, town, published, typed
    ):
        _job, message = await published()
        opened = await town.alice.click(message, label="Edit prompt")

        answer = await town.alice.submit_modal(opened, {**FILLED_IN, "cfg_scale": typed})

        assert answer.response.ephemeral
        assert answer.response.content.startswith(
            "How closely a clip keeps to the description goes from 0 to 1. Nothing was charged."
        )
        reopened = await town.alice.click(town.message(answer.response.id), label="Edit prompt")
        fields = fields_of(reopened)
        assert fields["prompt"]["value"] == FILLED_IN["prompt"]
        assert fields["negative_prompt"]["value"] == FILLED_IN["negative_prompt"]
        assert preselected(fields["duration"]) == ["5"]
        assert preselected(fields["aspect_ratio"]) == ["1:1"]
        assert fields["cfg_scale"]["value"] == "0.5"
        await town.alice.submit_modal(reopened, FILLED_IN)
        assert (await newest(house)).request == EDITED


class TestLimits:
    @pytest.fixture
    def simcord_bot(self, house):
        house.policy = replace(house.policy, user_jobs_per_day=1)
        return house.new_bot()

    async def test_a_used_up_day_refuses_and_keeps_what_was_typed(self, house, town, published):
        _job, message = await published()
        opened = await town.alice.click(message, label="Edit prompt")

        answer = await town.alice.submit_modal(opened, FILLED_IN)

        refused = await newest(house)
        assert (refused.status, refused.reason) == (JobStatus.REFUSED, Reason.USER_DAILY_LIMIT)
        assert refused.request == EDITED
        (button,) = answer.response.components[0]["components"]
        assert button["custom_id"] == f"showreel:edit:{refused.id}"


class TestForgery:
    @pytest.fixture
    def carol(self, env):
        elsewhere = env.create_guild("elsewhere")
        channel = elsewhere.create_text_channel("clips")
        return elsewhere.add_member(env.create_user("carol")), channel

    async def test_a_button_of_another_server_shows_nothing(self, house, env, published, carol):
        job, _message = await published()
        member, channel = carol
        copy = await env.bot.get_partial_messageable(channel.id).send(
            "copied", view=house.buttons.result(job)
        )

        answer = await member.click(copy, label="Edit prompt")

        assert answer.modal is None
        assert answer.response.content.startswith("There is no such clip in this server.")

    async def test_a_form_of_another_server_only_asks_for_what_its_forger_typed(
        self, house, town, published, carol
    ):
        """Nothing of somebody else's request is read, and the forger's own share pays."""
        job, _message = await published(private=True)
        member, channel = carol

        await town.submit_forged(
            member, channel, f"showreel:edit-form:public:{job.id}", labelled(FILLED_IN)
        )

        forged = await newest(house)
        assert forged.request == EDITED
        assert (forged.destination.user_id, forged.destination.guild_id) == (
            member.id,
            member.guild.id,
        )

    async def test_in_a_direct_message_it_is_for_servers_only(self, house, env, town, published):
        job, _message = await published()
        dm = await env.bot.create_dm(discord.Object(town.alice.id))
        copy = await dm.send("copied", view=house.buttons.result(job))

        answer = await town.alice.user.click(copy, label="Edit prompt")

        assert answer.response.content.startswith("Clips are made in servers only.")

    @pytest.mark.parametrize(
        ("changed", "reason"),
        [
            ({"prompt": ""}, "invalid_prompt_empty"),
            ({"prompt": " \n"}, "invalid_prompt_empty"),
            ({"prompt": "x" * 2501}, "invalid_text_too_long"),
            ({"duration": ["7"]}, "invalid_duration_unknown"),
            ({"duration": ["9" * 5000]}, "invalid_duration_unknown"),
            ({"duration": ["ten"]}, "invalid_duration_unknown"),
            ({"duration": []}, "invalid_duration_unknown"),
            ({"aspect_ratio": ["4:3"]}, "invalid_aspect_ratio_unknown"),
            ({"aspect_ratio": []}, "invalid_aspect_ratio_unknown"),
            ({"cfg_scale": "9" * 5000}, "invalid_cfg_scale_out_of_range"),
        ],
    )
    async def test_what_no_form_of_ours_sends_is_refused_told_and_logged(
        self, house, town, changed, reason
    ):
        answer = await town.submit_forged(
            town.alice,
            town.channel,
            "showreel:edit-form:public:1",
            labelled({**FILLED_IN, **changed}),
        )

        assert answer.response.ephemeral
        assert "Nothing was charged." in answer.response.content
        refused = await house.only_job()
        assert (refused.status, refused.reason) == (JobStatus.REFUSED, reason)

    async def test_a_form_for_nobody_in_particular_is_out_of_date(self, house, town):
        answer = await town.submit_forged(
            town.alice, town.channel, "showreel:edit-form:1", labelled(FILLED_IN)
        )

        assert answer.response.content.startswith("This form is out of date")
        assert await house.jobs() == []


def labelled(values):
    return [
        {
            "type": 18,
            "id": number,
            "component": {
                "custom_id": name,
                **(
                    {"type": 3, "values": value}
                    if isinstance(value, list)
                    else {"type": 4, "value": value}
                ),
            },
        }
        for number, (name, value) in enumerate(values.items(), start=1)
    ]


class SlowToRead(SqlJobStore):
    """A database that takes ten seconds over a row."""

    async def get(self, job_id):
        await asyncio.sleep(10)
        return await super().get(job_id)


class TestTrouble:
    async def test_a_log_that_is_away_says_so_before_anything_is_typed(
        self, house, town, published
    ):
        _job, message = await published()
        await house.store._database.close()

        answer = await town.alice.click(message, label="Edit prompt")

        assert answer.modal is None
        assert answer.response.content.startswith("The log does not answer at the moment")

    @pytest.mark.simcord(shard_count=1)
    async def test_a_slow_log_is_told_in_time(self, house, town, env, published):
        _job, message = await published()
        house.store.__class__ = SlowToRead

        answer = await town.alice.click(message, label="Edit prompt")
        await env.advance_time(1.1)

        assert answer.modal is None
        assert answer.response.content.startswith("The log does not answer at the moment")

    async def test_a_request_that_is_no_longer_kept_is_said_so(self, house, town, env, published):
        _job, message = await published()
        await house.store.erase_texts(created_before=env.now() + timedelta(days=1), at_most=10)

        answer = await town.alice.click(message, label="Edit prompt")

        assert answer.modal is None
        assert answer.response.content.startswith("What was asked for here is no longer kept.")

    async def test_a_form_that_discord_does_not_open_is_said_so(self, town, env, published):
        _job, message = await published()
        env.inject_error("POST", "/interactions/*", status=400, code=50035)

        answer = await town.alice.click(message, label="Edit prompt")

        assert answer.modal is None
        assert answer.response.content.startswith("The form could not be opened.")


async def test_forms_that_are_never_submitted_leave_nothing_behind(town, env, published):
    _job, message = await published()
    for _ in range(3):
        await town.alice.click(message, label="Edit prompt")

    assert env.bot._connection._view_store._modals == {}
