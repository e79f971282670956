"""Whatever refuses a request or ends it, its member has their words again with one press."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.clip import ClipRequest
from bot.domain.errors import ShowreelError
from bot.domain.ids import GuildId, JobId
from bot.domain.job import JobStatus
from bot.domain.messenger import CardView
from bot.domain.ports import Pause
from bot.domain.reasons import Reason
from bot.domain.suggestions import TextKind, reference_to
from bot.services.submission import SubmissionService
from bot.storage.jobs import SqlJobStore

pytestmark = pytest.mark.simcord(shard_count=1)

EXPIRY_S = 16 * 60
PROMPT = "A red fox crosses a snowy road at dawn, slowly, while the first light touches the trees"
OPTIONS = {"prompt": PROMPT, "negative_prompt": "cars and people", "cfg_scale": 0.7}
EDITED = {
    "prompt": "A fox",
    "negative_prompt": "",
    "duration": ["5"],
    "aspect_ratio": ["16:9"],
    "cfg_scale": "0.5",
}


def buttons_of(message):
    return [button.custom_id for row in message.components for button in row.children]


def shown(answer):
    return [button["label"] for row in answer.response.components for button in row["components"]]


def texts_in(opened):
    fields = [label["component"] for label in opened.modal["components"]]
    return fields[0].get("value"), fields[1].get("value")


async def read_attached(answer, town):
    (attachment,) = town.message(answer.response.id).attachments
    assert attachment.filename == "prompt.txt"
    return (await attachment.read()).decode()


class TestRefused:
    """A row keeps the request, so a button opens it for editing."""

    @pytest.mark.parametrize("restarted", [False, True], ids=["same bot", "after a restart"])
    @pytest.mark.parametrize("private", [False, True], ids=["public", "private"])
    async def test_a_pause_answers_with_a_button_that_works_when_it_is_over(
        self, house, town, env, restarted, private
    ):
        await house.switches.set_pause(Pause(reason="back at noon", since=env.now()))
        answer = await town.alice.slash(town.channel, "video", private=private, **OPTIONS)
        assert answer.response.content.startswith("No new clips are being made")
        assert shown(answer) == ["Edit prompt"]
        await house.switches.set_pause(None)
        if restarted:
            await env.restart_bot(house.new_bot())
        await env.advance_time(EXPIRY_S)

        opened = await town.alice.click(town.message(answer.response.id), label="Edit prompt")
        assert texts_in(opened) == (PROMPT, "cars and people")
        card = await town.alice.submit_modal(opened, EDITED)

        assert card.response.ephemeral is private
        assert card.response.content.startswith("**A fox**")

    async def test_a_form_that_is_refused_keeps_what_was_typed_into_it(self, house, town, env):
        await house.switches.set_pause(Pause(reason="back at noon", since=env.now()))
        first = await town.alice.slash(town.channel, "video", **OPTIONS)
        opened = await town.alice.click(town.message(first.response.id), label="Edit prompt")

        second = await town.alice.submit_modal(opened, EDITED)

        assert second.response.content.startswith("No new clips are being made")
        opened = await town.alice.click(town.message(second.response.id), label="Edit prompt")
        assert texts_in(opened) == ("A fox", None)

    async def test_an_option_that_is_none_answers_with_the_button_too(self, town):
        answer = await town.forge(prompt=PROMPT, duration=7)

        assert shown(answer) == ["Edit prompt"]
        opened = await town.alice.click(town.message(answer.response.id), label="Edit prompt")
        assert texts_in(opened) == (PROMPT, None)

    async def test_a_card_that_could_not_be_shown_answers_with_the_button(self, town, env):
        env.inject_error("POST", "/interactions/*/callback", status=400, code=50035)

        answer = await town.alice.slash(town.channel, "video", **OPTIONS)

        assert answer.response.content.startswith("The card could not be shown here")
        opened = await town.alice.click(town.message(answer.response.id), label="Edit prompt")
        assert texts_in(opened) == (PROMPT, "cars and people")


class TestLimit:
    @pytest.fixture
    def simcord_bot(self, house):
        house.policy = replace(house.policy, user_jobs_per_day=0)
        return house.new_bot()

    async def test_a_limit_answers_with_the_button(self, town):
        answer = await town.alice.slash(town.channel, "video", **OPTIONS)

        assert answer.response.ephemeral
        assert shown(answer) == ["Edit prompt"]


class TestForeignServer:
    @pytest.fixture
    def simcord_bot(self, house):
        house.allowed_guilds = frozenset({GuildId(1)})
        return house.new_bot()

    async def test_a_server_that_is_not_served_answers_with_the_button(self, town):
        answer = await town.alice.slash(town.channel, "video", **OPTIONS)

        assert shown(answer) == ["Edit prompt"]


class SlowToWrite(SqlJobStore):
    """A database that takes a minute over a reservation."""

    async def submit(self, attempt, decide, **scope):
        await asyncio.sleep(60)
        return await super().submit(attempt, decide, **scope)


class Overloaded(SubmissionService):
    """A service that has no time to write anything down."""

    async def submit(self, order):  # noqa: ARG002 -- the service's signature
        raise ShowreelError("answer-too-slow")


class Faulty(SubmissionService):
    """A service with a defect."""

    async def submit(self, order):  # noqa: ARG002 -- the service's signature
        raise ZeroDivisionError("defect")


class TestNoRow:
    """Nothing keeps the request, so its words stand in the answer itself."""

    async def test_a_log_that_is_away_gives_the_words_back_to_be_copied(self, house, town):
        await house.store._database.close()

        answer = await town.alice.slash(town.channel, "video", **OPTIONS)

        sentence, *given = answer.response.content.split("\n")
        assert sentence.startswith("The log cannot be written at the moment")
        assert given == [
            "What you typed, so that it is not lost:",
            "```",
            PROMPT,
            "```",
            "```",
            "cars and people",
            "```",
        ]
        assert answer.response.components == []

    @pytest.mark.parametrize(
        "prompt", ["A fox. " * 300, "A sign that says ```boo``` in red"], ids=["long", "fences"]
    )
    async def test_what_does_not_fit_the_answer_comes_as_a_file(self, house, town, prompt):
        await house.store._database.close()

        answer = await town.alice.slash(
            town.channel, "video", prompt=prompt, negative_prompt="cars and people"
        )

        assert answer.response.content.endswith(
            "\nWhat you typed is attached, so that it is not lost."
        )
        assert await read_attached(answer, town) == f"{prompt}\n\ncars and people"

    async def test_no_time_to_write_anything_down_gives_them_back(self, house, town):
        house.submission.__class__ = Overloaded

        answer = await town.alice.slash(town.channel, "video", **OPTIONS)

        assert answer.response.content.startswith("Showreel is very busy")
        assert f"```\n{PROMPT}\n```" in answer.response.content

    @pytest.mark.simcord(shard_count=1)
    async def test_a_form_that_came_too_late_to_be_written_down_gives_them_back(
        self, house, town, env
    ):
        refused = await town.forge(prompt=PROMPT, duration=7)
        opened = await town.alice.click(town.message(refused.response.id), label="Edit prompt")
        house.store.__class__ = SlowToWrite

        answer = await town.alice.submit_modal(opened, {**EDITED, "negative_prompt": "rain"})
        await env.advance_time(2.3)

        assert answer.response.content.startswith("Showreel is very busy")
        assert answer.response.content.endswith("```\nA fox\n```\n```\nrain\n```")

    @pytest.mark.simcord(shard_count=1, check_errors=False)
    @pytest.mark.parametrize("how", ["command", "form"])
    async def test_a_defect_gives_them_back(self, house, town, how):
        refused = await town.forge(prompt=PROMPT, duration=7)
        opened = await town.alice.click(town.message(refused.response.id), label="Edit prompt")
        house.submission.__class__ = Faulty

        if how == "command":
            answer = await town.alice.slash(town.channel, "video", **OPTIONS)
        else:
            answer = await town.alice.submit_modal(opened, {**EDITED, "prompt": PROMPT})

        assert answer.response.content.startswith("Something went wrong here")
        assert f"```\n{PROMPT}\n```" in answer.response.content

    @pytest.mark.parametrize("how", ["command", "form", "report"])
    async def test_a_leaving_bot_gives_them_back(self, house, town, env, accepted, how):
        refused = await town.forge(prompt=PROMPT, duration=7)
        opened = await town.alice.click(town.message(refused.response.id), label="Edit prompt")
        job = await accepted()
        sent = await house.messenger.send_to_channel(house.result(job))
        await house.delivered(job, sent)
        report = await town.bob.click(town.message(sent.message_id), label="Report")
        await env.bot.stop_answering()

        match how:
            case "command":
                answer = await town.alice.slash(town.channel, "video", **OPTIONS)
            case "form":
                answer = await town.alice.submit_modal(opened, {**EDITED, "prompt": PROMPT})
            case _:
                answer = await town.bob.submit_modal(report, {"text": PROMPT})

        assert answer.response.content.startswith("Showreel is just being restarted")
        assert f"```\n{PROMPT}\n```" in answer.response.content

    async def test_a_chosen_suggestion_is_not_given_back_as_its_reference(self, town, env):
        await env.bot.stop_answering()
        chosen = reference_to(TextKind.PROMPT, JobId(1))

        answer = await town.alice.slash(town.channel, "video", prompt=chosen)

        assert answer.response.content.startswith("Showreel is just being restarted")
        assert chosen not in answer.response.content

    async def test_in_a_direct_message_they_come_back_too(self, town):
        answer = await town.forge(directly=True, prompt=PROMPT)

        assert answer.response.content.startswith("Clips are made in servers only.")
        assert f"```\n{PROMPT}\n```" in answer.response.content

    async def test_what_calls_people_or_hides_links_is_inert_and_whole(self, house, town):
        await house.store._database.close()
        trap = "@everyone <@1> [win](https://bad.example) `boo`"

        answer = await town.alice.slash(town.channel, "video", prompt=trap)

        message = town.message(answer.response.id)
        assert f"```\n{trap}\n```" in message.content
        assert not message.mention_everyone
        assert message.mentions == []


NO_CLIP = {
    Reason.PROVIDER_REJECTED: ["edit"],
    Reason.INVALID_INPUT: ["edit"],
    Reason.PROVIDER_ERROR: ["again", "edit"],
    Reason.OUTPUT_MISSING: ["again", "edit"],
    Reason.OUTPUT_TOO_LARGE: ["edit"],
}


@pytest.fixture
def failed(house, accepted):
    """A request of alice that brought no clip."""

    async def build(reason=Reason.PROVIDER_REJECTED, *, private=False):
        job = await accepted(private=private)
        return await house.take(
            job,
            JobStatus.SUBMITTING,
            JobStatus.RUNNING,
            JobStatus.FAILED,
            reason=reason,
            finished_at=house.clock.now(),
        )

    return build


class TestEnds:
    @pytest.mark.parametrize(("reason", "verbs"), NO_CLIP.items())
    async def test_an_end_brings_the_buttons_that_may_help(
        self, house, town, failed, reason, verbs
    ):
        job = await failed(reason)

        await house.messenger.announce_end(job)

        assert buttons_of(town.messages()[-1]) == [f"showreel:{verb}:{job.id}" for verb in verbs]

    @pytest.mark.parametrize("restarted", [False, True], ids=["same bot", "after a restart"])
    async def test_a_rejected_prompt_comes_back_and_only_to_its_member(
        self, house, town, env, failed, restarted
    ):
        await house.messenger.announce_end(await failed())
        if restarted:
            await env.restart_bot(house.new_bot())
        await env.advance_time(EXPIRY_S)
        told = town.messages()[-1]

        for stranger in (town.bob, town.mod):
            answer = await stranger.click(told, label="Edit prompt")
            assert answer.modal is None
            assert answer.response.content.startswith("Only the person who asked")
        opened = await town.alice.click(told, label="Edit prompt")
        card = await town.alice.submit_modal(opened, EDITED)

        assert card.response.content.startswith("**A fox**")

    async def test_a_fault_of_the_service_is_tried_again_with_one_press(self, house, town, failed):
        job = await failed(Reason.PROVIDER_ERROR)
        await house.messenger.announce_end(job)

        answer = await town.alice.click(town.messages()[-1], label="Again")

        assert not answer.response.ephemeral
        assert [found.request for found in await house.jobs()] == [job.request] * 2

    async def test_a_private_end_brings_them_in_private(self, house, town, failed):
        job = await failed(private=True)

        await house.messenger.announce_end(job)

        told = town.channel.history(viewer=town.alice)[-1]
        assert told.flags.ephemeral
        assert buttons_of(told) == [f"showreel:edit:{job.id}"]
        opened = await town.alice.click(told, label="Edit prompt")
        assert opened.modal["custom_id"] == f"showreel:edit-form:private:{job.id}"

    async def test_a_direct_end_has_no_buttons_and_brings_the_words_themselves(
        self, house, town, env
    ):
        answer = await town.alice.slash(town.channel, "video", private=True, **OPTIONS)
        assert answer.response.ephemeral
        job = await house.take(
            await house.only_job(),
            JobStatus.SUBMITTING,
            JobStatus.RUNNING,
            JobStatus.FAILED,
            reason=Reason.PROVIDER_REJECTED,
        )
        await env.advance_time(EXPIRY_S)

        await house.messenger.announce_end(await house.job(job.id))

        (told,) = town.alice.user.dm_channel.history()
        assert "did not pass the video service\u2019s safety check" in told.content
        assert told.components == []
        (attachment,) = told.attachments
        assert attachment.filename == "prompt.txt"
        assert (await attachment.read()).decode() == f"{PROMPT}\n\nWithout: cars and people"

    async def test_one_that_may_still_come_is_not_offered_again(self, house, town, accepted):
        job = await house.take(
            await accepted(),
            JobStatus.SUBMITTING,
            JobStatus.UNKNOWN,
            reason=Reason.CREATE_OUTCOME_UNKNOWN,
        )

        await house.messenger.announce_end(job)

        assert town.messages()[-1].components == []

    async def test_a_cancelled_request_is_taken_up_again_from_its_card(self, house, town, accepted):
        job = await accepted()
        await town.mod.click(town.message(job.card_message_id), label="Cancel")
        await house.messenger.show_card(await house.job(job.id), CardView())

        opened = await town.alice.click(town.message(job.card_message_id), label="Edit prompt")

        assert texts_in(opened) == ("A red fox crosses a snowy road at dawn", None)

    async def test_what_is_no_longer_kept_offers_nothing(self, house, env, failed):
        job = await failed()
        await house.store.erase_texts(created_before=env.now() + timedelta(days=1), at_most=10)

        assert house.buttons.end(await house.job(job.id)) is None


class TestForgery:
    async def test_a_refused_request_of_another_server_is_nobodys(self, house, env, town):
        await town.forge(prompt=PROMPT, duration=7)
        (job,) = await house.jobs()
        elsewhere = env.create_guild("elsewhere")
        channel = elsewhere.create_text_channel("clips")
        alice_there = elsewhere.add_member(town.alice.user)
        copy = await env.bot.get_partial_messageable(channel.id).send(
            "copied", view=house.buttons.request(job.id, locale="en-US")
        )

        answer = await alice_there.click(copy, label="Edit prompt")

        assert answer.modal is None
        assert answer.response.content.startswith("There is no such clip in this server.")

    async def test_a_refused_request_is_its_members_alone(self, house, env, town):
        await town.forge(prompt=PROMPT, duration=7)
        (job,) = await house.jobs()
        copy = await env.bot.get_partial_messageable(town.channel.id).send(
            "copied", view=house.buttons.request(job.id, locale="en-US")
        )

        answer = await town.mod.click(copy, label="Edit prompt")

        assert answer.modal is None
        assert answer.response.content.startswith("Only the person who asked")


async def test_the_rows_of_refusals_hold_whole_requests(house, town):
    await town.forge(**OPTIONS, duration=7)

    assert (await house.only_job()).request == ClipRequest(
        prompt=PROMPT, negative_prompt="cars and people", cfg_scale=0.7, duration_s=7
    )


async def test_a_button_press_has_nothing_typed_to_give_back(house, town, accepted):
    job = await accepted()
    await house.store._database.close()

    answer = await town.alice.click(town.message(job.card_message_id), label="Cancel")

    assert "What you typed" not in answer.response.content
