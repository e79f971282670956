"""`/usage case`: one attempt whole, and what moderators do about it; nobody else, nowhere else."""

from datetime import timedelta
from typing import Any

import discord
import pytest

from bot.domain.audit import AuditAction
from bot.domain.cases import NOTES_AT_MOST, CaseNote
from bot.domain.ids import GuildId, JobId, UserId
from bot.domain.job import DeliveryWay
from bot.domain.reporting import NewReport
from tests.integration.cogs.conftest import PROMPT, Town

# A refusal is an error until the command tree has made a sentence of it.
pytestmark = pytest.mark.simcord(shard_count=1, check_errors=False)

URL = "https://storage.example/out/fox.mp4?token=1"
NOT_FOUND = "There is no such case in this server."
MODERATORS_ONLY = "This is for moderators"
VERBS = ("case", "mod-delete", "note", "hold", "release")


@pytest.fixture
def published(house, accepted):
    """A clip of alice that stands in the channel."""

    async def build(**options: Any):
        job = await accepted(**options)
        sent = await house.messenger.send_to_channel(house.result(job))
        return await house.delivered(
            job,
            sent,
            delivery=DeliveryWay.ATTACHMENT,
            prediction_id="pred-1",
            output_url=URL,
        )

    return build


@pytest.fixture
def foreign_job(house, env):
    """An attempt of a server that the moderator here has no say in."""

    async def build():
        other = Town(env)
        await other.alice.slash(other.channel, "video", prompt="Not from here")
        return next(job for job in await house.jobs() if job.destination.guild_id == other.guild.id)

    return build


@pytest.fixture
def press(town):
    """Press a button of a message that anybody may have made up."""

    async def build(verb: str, job_id: int, *, who: str = "mod"):
        view = discord.ui.View(timeout=None)
        view.add_item(
            discord.ui.Button(label=verb, custom_id=f"showreel:{verb}:{job_id}")  # never stored
        )
        place = town.env.bot.get_partial_messageable(town.channel.id)
        message = await place.send("a line of the feed", view=view)
        view.stop()
        return await getattr(town, who).click(message, label=verb)

    return build


async def case(town: Town, typed: object, *, who: str = "mod") -> Any:
    answer = await getattr(town, who).slash(town.channel, "usage case", id=str(typed))
    assert answer.response.ephemeral
    return answer


def labels(message: Any) -> list[str]:
    return [button["label"] for row in message.components for button in row["components"]]


async def audited(house, town) -> list[AuditAction]:
    entries = await house.stores.audit.page(GuildId(town.guild.id), before=None, rows=50)
    return [entry.action for entry in entries]


class TestShowing:
    async def test_it_shows_what_was_asked_for_and_everything_that_became_of_it(
        self, town, published
    ):
        job = await published(negative_prompt="blur")

        lines = (await case(town, job.id)).response.content.splitlines()

        assert lines[0] == f"**Case {job.id}** · reference {job.reference} · done"
        assert lines[1] == f"> {PROMPT}"
        assert lines[2] == "Without: blur"
        assert lines[3] == "5 s · 16:9 · cfg 0.5"
        assert lines[4] == f"By <@{town.alice.id}> in <#{town.channel.id}>"
        assert "Cost not known yet, expected $1.40" in lines
        assert "Number at the video service: pred-1" in lines
        assert f"Clip at the video service: <{URL}>" in lines
        assert f"In the channel: {job.message_url}" in lines
        steps = lines[lines.index("**Steps**, newest first") + 1 :]
        assert [step.partition(" · ")[2] for step in steps] == [
            "done · the bot",
            "made, on its way · the bot",
            "being made · the bot",
            "being started · the bot",
            f"waiting in line · <@{town.alice.id}>",
        ]

    @pytest.mark.parametrize("typed", ["{job.id}", "#{job.id}", "{job.reference}", " ref001 "])
    async def test_it_is_found_by_its_number_and_by_the_reference_that_members_see(
        self, town, accepted, typed
    ):
        job = await accepted()

        answer = await case(town, typed.format(job=job))

        assert answer.response.content.startswith(f"**Case {job.id}**")

    async def test_its_button_opens_it_from_anywhere_for_the_presser_alone(self, accepted, press):
        job = await accepted()

        answer = await press("case", job.id)

        assert answer.response.ephemeral
        assert answer.response.content.startswith(f"**Case {job.id}**")

    async def test_the_newest_attempts_of_this_server_are_offered_and_one_is_opened(
        self, town, accepted, foreign_job
    ):
        await foreign_job()
        fox = await accepted()
        await town.alice.slash(town.channel, "video", prompt="A grey badger")

        offered = await town.mod.autocomplete(town.channel, "usage case", "id", "")
        narrowed = await town.mod.autocomplete(town.channel, "usage case", "id", "FOX dawn")

        assert [choice["name"] for choice in offered] == [
            "REF003 · waiting in line · A grey badger",
            f"{fox.reference} · waiting in line · {PROMPT}",
        ]
        assert narrowed == offered[1:]
        opened = await case(town, narrowed[0]["value"])
        assert opened.response.content.startswith(f"**Case {fox.id}**")

    async def test_a_private_request_is_in_the_log_like_any_other(self, town, accepted):
        job = await accepted(private=True)

        content = (await case(town, job.id)).response.content

        assert "Private: only its member saw it." in content
        assert PROMPT in content
        assert "In the channel" not in content

    async def test_a_long_case_comes_whole_as_a_file_and_nothing_in_the_message_acts(
        self, house, town
    ):
        prompt = "@everyone <@1> **loud** https://evil.example " + "x" * 2000
        await town.alice.slash(town.channel, "video", prompt=prompt)
        job = await house.only_job()

        answer = await case(town, job.id)

        content = answer.response.content
        assert len(content) <= 2000
        assert content.endswith("The whole case is in the file.")
        assert "@everyone" not in content
        assert "https://evil" not in content
        (file,) = answer.response.attachments
        assert file.filename == f"case-{job.id}.txt"

    async def test_an_id_that_cannot_be_read_is_explained_with_examples(self, town):
        content = (await case(town, "the fox one")).response.content

        assert content.startswith("A case is named by its number or by its reference.")
        assert "`#1234`, `A1B2C3`" in content


class TestForgery:
    @pytest.mark.parametrize("by", ["number", "reference"])
    async def test_another_servers_case_answers_like_one_that_does_not_exist(
        self, town, foreign_job, by
    ):
        theirs = await foreign_job()
        named = {"number": (theirs.id, 987654), "reference": (theirs.reference, "ZZZZZZ")}[by]

        answers = {(await case(town, typed)).response.content for typed in named}

        assert len(answers) == 1
        assert answers.pop().startswith(NOT_FOUND)

    @pytest.mark.parametrize("verb", VERBS)
    @pytest.mark.parametrize("who", ["alice", "bob"])
    async def test_members_and_strangers_press_in_vain(
        self, house, town, published, press, verb, who
    ):
        job = await published()

        answer = await press(verb, job.id, who=who)

        assert answer.response.ephemeral
        assert answer.response.content.startswith(MODERATORS_ONLY)
        assert await audited(house, town) == []

    @pytest.mark.parametrize("verb", [verb for verb in VERBS if verb != "note"])
    @pytest.mark.parametrize("named", ["theirs", "none", "too long"])
    async def test_a_forged_button_reaches_no_other_servers_case(
        self, house, foreign_job, press, verb, named
    ):
        theirs = await foreign_job()
        forged = {"theirs": theirs.id, "none": 987654, "too long": 10**18 - 1}[named]

        answer = await press(verb, forged)

        assert answer.response.content.startswith(NOT_FOUND)
        assert (await house.job(theirs.id)).deleted_at is None
        assert (
            await house.stores.audit.page(GuildId(theirs.destination.guild_id), before=None, rows=9)
            == []
        )

    @pytest.mark.parametrize("who", ["mod", "bob"])
    async def test_a_forged_note_reaches_nobody(self, house, town, foreign_job, accepted, who):
        job = await foreign_job() if who == "mod" else await accepted()
        fields = [
            {"type": 18, "id": 1, "component": {"type": 4, "custom_id": "text", "value": "hm"}}
        ]

        answer = await town.submit_forged(
            getattr(town, who), town.channel, f"showreel:note-form:{job.id}", fields
        )

        expected = NOT_FOUND if who == "mod" else MODERATORS_ONLY
        assert answer.response.content.startswith(expected)
        whole = await house.stores.cases.case(job.id, guild_id=job.destination.guild_id)
        assert whole.notes == []


class TestDeleting:
    async def test_delete_takes_the_clip_away_and_the_case_says_so_in_place(
        self, house, town, env, published
    ):
        job = await published()
        shown = await case(town, job.id)
        await env.restart_bot(house.new_bot())

        offered = labels(shown.response)
        await town.mod.click(shown.response, label="Delete result")

        assert offered == ["Delete result", "Block member", "Add note", "Hold"]
        renewed = shown.response.content
        assert renewed.startswith("The clip is deleted.")
        assert "done, deleted since" in renewed
        assert labels(shown.response) == offered[1:]
        assert job.result_message_id not in [message.id for message in town.messages()]
        assert await audited(house, town) == [AuditAction.RESULT_DELETED]
        assert (await house.store.events(job.id))[-1].actor == f"moderator:{town.mod.id}"

    async def test_pressed_where_others_read_along_only_the_presser_is_told(
        self, house, town, published, press
    ):
        job = await published()

        answer = await press("mod-delete", job.id)
        again = await press("mod-delete", job.id)

        assert answer.response.ephemeral
        assert answer.response.content.startswith("The clip is deleted.")
        assert again.response.content.startswith("The clip was deleted already, <t:")
        assert await audited(house, town) == [AuditAction.RESULT_DELETED]

    async def test_what_somebody_deleted_by_hand_is_noted_and_told_as_such(
        self, house, town, published, press
    ):
        job = await published()
        await town.mod.delete(town.message(job.result_message_id))

        answer = await press("mod-delete", job.id)

        assert answer.response.content.startswith("The message of this clip was gone already")
        assert (await house.job(job.id)).deleted_at is not None
        record = await town.mod.slash(town.channel, "usage audit")
        assert f"found the result of case #{job.id} gone already" in record.response.content

    async def test_where_no_clip_was_handed_over_it_says_so(self, house, accepted, press):
        job = await accepted()

        answer = await press("mod-delete", job.id)

        assert answer.response.content.startswith("There is no clip that could be deleted")
        assert (await house.job(job.id)).deleted_at is None

    @pytest.mark.parametrize(("minutes", "is_within_reach"), [(14, True), (16, False)])
    async def test_a_private_clip_is_within_reach_for_a_quarter_of_an_hour(
        self, house, town, env, accepted, minutes, is_within_reach
    ):
        job = await accepted(private=True)
        sent = await house.messenger.send_by_interaction(house.result(job))
        await house.delivered(job, sent)
        await env.advance_time(minutes * 60)

        shown = await case(town, job.id)

        assert ("Delete result" in labels(shown.response)) is is_within_reach
        if is_within_reach:
            await town.mod.click(shown.response, label="Delete result")
            assert shown.response.content.startswith("The clip is deleted.")
        assert ((await house.job(job.id)).deleted_at is not None) is is_within_reach

    async def test_what_only_its_member_sees_is_out_of_reach_and_it_says_so(
        self, house, accepted, press, env
    ):
        job = await accepted(private=True)
        sent = await house.messenger.send_by_interaction(house.result(job))
        await house.delivered(job, sent)
        await env.advance_time(16 * 60)

        answer = await press("mod-delete", job.id)

        assert answer.response.content.startswith("Only its member sees this clip")
        assert (await house.job(job.id)).deleted_at is None


class TestNotes:
    async def test_a_note_is_added_after_a_restart_and_shown_in_place(
        self, house, town, env, accepted
    ):
        job = await accepted()
        shown = await case(town, job.id)
        opened = await town.mod.click(shown.response, label="Add note")
        await env.restart_bot(house.new_bot())

        await town.mod.submit_modal(opened, {"text": "Second time *this* week"})

        content = shown.response.content
        assert content.startswith("The note is added.")
        assert f"<@{town.mod.id}> · Second time \\*this\\* week" in content
        assert await audited(house, town) == [AuditAction.NOTE_ADDED]

    async def test_an_empty_note_and_one_too_many_are_explained(self, house, town, accepted):
        job = await accepted()
        shown = await case(town, job.id)
        blank = await town.mod.submit_modal(
            await town.mod.click(shown.response, label="Add note"), {"text": "\u200b "}
        )
        for number in range(NOTES_AT_MOST):
            note = CaseNote(
                author_id=UserId(town.mod.id), text=f"{number}", created_at=house.clock.now()
            )
            await house.stores.cases.add_note(
                job.id, note, guild_id=GuildId(town.guild.id), at_most=NOTES_AT_MOST
            )
        full = await town.mod.submit_modal(
            await town.mod.click(shown.response, label="Add note"), {"text": "one more"}
        )

        assert blank.response.content.startswith("The note said nothing")
        assert full.response.content.startswith("A case may have 50 notes")
        assert "one more" in full.response.content


class TestEvidence:
    async def test_held_and_released_in_place_with_both_on_record(self, house, town, accepted):
        job = await accepted()
        shown = await case(town, job.id)

        await town.mod.click(shown.response, label="Hold")
        held = shown.response.content
        await town.mod.click(shown.response, label="Release")

        assert held.startswith("Held: texts and links")
        assert f"Held as evidence by <@{town.mod.id}>." in held
        assert shown.response.content.startswith("Released: texts and links")
        assert await audited(house, town) == [
            AuditAction.EVIDENCE_RELEASED,
            AuditAction.EVIDENCE_HELD,
        ]

    async def test_releasing_tells_of_a_report_that_still_holds_it(
        self, house, town, published, press
    ):
        job = await published()
        await house.reports.file(
            NewReport(
                job_id=job.id,
                guild_id=job.destination.guild_id,
                reporter_id=UserId(town.bob.id),
                text="It shows me.",
                created_at=house.clock.now(),
            ),
            since=house.clock.now() - timedelta(days=1),
            at_most=5,
        )
        shown = await case(town, job.id)
        assert "Held as evidence until its reports are decided." in shown.response.content
        assert f"<@{town.bob.id}> · undecided · It shows me." in shown.response.content

        await town.mod.click(shown.response, label="Hold")
        await town.mod.click(shown.response, label="Release")

        assert shown.response.content.startswith("Your server holds this case no longer, but")
        whole = await house.stores.cases.case(JobId(job.id), guild_id=job.destination.guild_id)
        assert (whole.is_held, whole.held_by) == (True, None)
        nothing_left = await press("release", job.id)
        assert nothing_left.response.content.startswith("No moderator holds this case.")
