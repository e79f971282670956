"""Report: anyone's in the server, from the press over the form to the answer, restarts between."""

import asyncio
import re
import sqlite3
from dataclasses import replace

import discord
import pytest

from bot.domain.ids import GuildId, UserId
from bot.domain.job import DeliveryWay, JobStatus
from bot.messaging.form_fields import Fields
from bot.services.reporting import ReportingService
from cogs.modals import ModalKind

pytestmark = pytest.mark.simcord(shard_count=1)

TEXT = "It shows a real person."
EXPIRY_S = 16 * 60


@pytest.fixture
def show_result(house, env, town):
    """Stand a message with the buttons of a job's result somewhere."""

    async def build(job, *, place=None):
        where = place or env.bot.get_partial_messageable(town.channel.id)
        return await where.send("the clip", view=house.buttons.result(job))

    return build


@pytest.fixture
def published(house, town, accepted):
    """A clip of alice that stands in the channel, and its message."""

    async def build():
        job = await accepted()
        sent = await house.messenger.send_to_channel(house.result(job))
        job = await house.delivered(job, sent, delivery=DeliveryWay.ATTACHMENT)
        return job, town.message(job.result_message_id)

    return build


def labelled(custom_id, **answer):
    return {"type": 18, "id": 1, "component": {"type": 4, "custom_id": custom_id, **answer}}


async def test_the_form_asks_one_thing_and_says_who_reads_it(town, published):
    job, message = await published()

    answer = await town.bob.click(message, label="Report")

    assert answer.modal["title"] == "Report this clip"
    assert answer.modal["custom_id"] == f"showreel:report-form:{job.id}"
    (label,) = answer.modal["components"]
    assert label["label"] == "What is wrong with it?"
    assert "moderators" in label["description"]
    field = label["component"]
    assert (field["style"], field["required"]) == (discord.TextStyle.paragraph.value, True)
    assert (field["min_length"], field["max_length"]) == (1, 1000)
    assert "value" not in field


@pytest.mark.parametrize("restarted", ["never", "before the press", "while the form is open"])
@pytest.mark.parametrize("who", ["bob", "mod"])
async def test_stranger_and_moderator_report_whatever_the_bot_went_through(
    house, town, env, published, who, restarted
):
    reporter = getattr(town, who)
    job, message = await published()
    if restarted == "before the press":
        await env.restart_bot(house.new_bot())
    opened = await reporter.click(message, label="Report")
    if restarted == "while the form is open":
        await env.restart_bot(house.new_bot())

    answer = await reporter.submit_modal(opened, {"text": TEXT})

    assert answer.response.ephemeral
    assert answer.response.content == (
        "Your report is filed. Nothing was charged. "
        "The moderators of this server see it; you need do nothing more."
    )
    (report,) = await house.reports.of_job(job.id)
    assert (report.reporter_id, report.guild_id, report.text) == (
        UserId(reporter.id),
        GuildId(town.guild.id),
        TEXT,
    )
    assert (await house.store.events(job.id))[-1].actor == f"member:{reporter.id}"


@pytest.mark.parametrize("restarted", [False, True], ids=["same bot", "after a restart"])
async def test_the_requester_is_pointed_to_delete_before_typing(
    house, town, env, published, restarted
):
    job, message = await published()
    if restarted:
        await env.restart_bot(house.new_bot())

    answer = await town.alice.click(message, label="Report")

    assert answer.modal is None
    assert answer.response.ephemeral
    assert answer.response.content.startswith("This is your own clip")
    assert await house.reports.of_job(job.id) == []


async def test_old_buttons_and_forms_work_because_each_press_brings_a_fresh_token(
    house, town, env, published
):
    job, message = await published()
    await env.advance_time(EXPIRY_S)
    opened = await town.bob.click(message, label="Report")
    await env.advance_time(EXPIRY_S)

    answer = await town.bob.submit_modal(opened, {"text": TEXT})

    assert answer.response.content.startswith("Your report is filed.")
    assert len(await house.reports.of_job(job.id)) == 1


async def test_a_thousand_characters_are_kept_whole(house, town, published):
    job, message = await published()
    long = "ä" * 1000

    await town.bob.submit_modal(await town.bob.click(message, label="Report"), {"text": long})

    assert [report.text for report in await house.reports.of_job(job.id)] == [long]


async def test_a_second_report_begins_with_the_first_and_replaces_it(house, town, published):
    job, message = await published()
    await town.bob.submit_modal(await town.bob.click(message, label="Report"), {"text": TEXT})

    opened = await town.bob.click(message, label="Report")
    assert opened.modal["components"][0]["component"]["value"] == TEXT
    answer = await town.bob.submit_modal(opened, {"text": "It is me."})

    assert answer.response.content.startswith("Your report of this clip now says")
    assert [report.text for report in await house.reports.of_job(job.id)] == ["It is me."]


async def test_who_has_changed_a_report_often_enough_is_told_before_typing(house, town, published):
    job, message = await published()
    forms = [await town.bob.click(message, label="Report") for _ in range(5)]
    for text, form in zip(("0", "1", "2", "3"), forms[:4], strict=True):
        await town.bob.submit_modal(form, {"text": text})

    answer = await town.bob.click(message, label="Report")
    late = await town.bob.submit_modal(forms[4], {"text": "4"})

    assert answer.modal is None
    for told in (answer, late):
        assert told.response.content.startswith("You may change a report 3 times, and have")
    assert [report.text for report in await house.reports.of_job(job.id)] == ["3"]


async def test_two_members_with_their_forms_open_at_once_both_report(house, town, published):
    job, message = await published()
    first = await town.bob.click(message, label="Report")
    second = await town.mod.click(message, label="Report")

    await town.mod.submit_modal(second, {"text": "two"})
    await town.bob.submit_modal(first, {"text": "one"})

    assert [report.text for report in await house.reports.of_job(job.id)] == ["two", "one"]


async def test_the_sixth_in_a_day_is_told_when_there_is_room_before_typing(house, town, published):
    for _ in range(5):
        _job, message = await published()
        await town.bob.submit_modal(await town.bob.click(message, label="Report"), {"text": TEXT})
    job, message = await published()

    answer = await town.bob.click(message, label="Report")

    assert answer.modal is None
    assert answer.response.content.startswith("You may file 5 reports in 24 hours")
    assert re.search(r"You may file again <t:\d+:R>", answer.response.content)
    assert await house.reports.of_job(job.id) == []


async def test_a_form_that_was_open_when_the_fifth_was_filed_is_refused(house, town, published):
    job, message = await published()
    opened = await town.bob.click(message, label="Report")
    for _ in range(5):
        _job, other = await published()
        await town.bob.submit_modal(await town.bob.click(other, label="Report"), {"text": TEXT})

    answer = await town.bob.submit_modal(opened, {"text": TEXT})

    assert answer.response.content.startswith("You may file 5 reports in 24 hours")
    assert await house.reports.of_job(job.id) == []


async def test_a_clip_that_was_deleted_meanwhile_is_still_reported(house, town, published):
    """Its deletion must not be a way out of the report."""
    job, message = await published()
    opened = await town.bob.click(message, label="Report")
    await town.alice.click(town.message(job.result_message_id), label="Delete")

    answer = await town.submit_forged(
        town.bob, town.channel, opened.modal["custom_id"], [labelled("text", value=TEXT)]
    )

    assert answer.response.content.startswith("Your report is filed.")
    assert len(await house.reports.of_job(job.id)) == 1


class TestForgery:
    @pytest.fixture
    def carol(self, env):
        elsewhere = env.create_guild("elsewhere")
        channel = elsewhere.create_text_channel("clips")
        return elsewhere.add_member(env.create_user("carol")), channel

    async def test_a_button_of_another_server_finds_no_such_clip(
        self, house, env, published, carol, show_result
    ):
        job, _message = await published()
        member, channel = carol
        copy = await show_result(job, place=env.bot.get_partial_messageable(channel.id))

        answer = await member.click(copy, label="Report")

        assert answer.modal is None
        assert answer.response.content.startswith("There is no such clip in this server.")
        assert await house.reports.of_job(job.id) == []

    async def test_a_form_of_another_server_finds_no_such_clip(self, house, town, published, carol):
        job, _message = await published()
        member, channel = carol

        answer = await town.submit_forged(
            member, channel, f"showreel:report-form:{job.id}", [labelled("text", value=TEXT)]
        )

        assert answer.response.content.startswith("There is no such clip in this server.")
        assert await house.reports.of_job(job.id) == []

    async def test_in_a_direct_message_it_is_for_servers_only(
        self, env, town, published, show_result
    ):
        job, _message = await published()
        dm = await env.bot.create_dm(discord.Object(town.bob.id))
        copy = await show_result(job, place=dm)

        answer = await town.bob.user.click(copy, label="Report")

        assert answer.response.content.startswith("Clips are made in servers only.")

    async def test_a_report_keeps_the_message_only_if_it_carries_this_clips_button(
        self, house, town, published
    ):
        """Whatever it names would be taken away by Delete result."""
        job, message = await published()
        other, _its_message = await published()
        honest = await town.bob.click(message, label="Report")
        forged = await town.bob.click(message, label="Report")
        forged._interaction.modal["custom_id"] = f"showreel:report-form:{other.id}"

        await town.bob.submit_modal(honest, {"text": TEXT})
        await town.bob.submit_modal(forged, {"text": TEXT})

        (first,) = await house.reports.of_job(job.id)
        (second,) = await house.reports.of_job(other.id)
        assert (first.message_id, second.message_id) == (message.id, None)

    @pytest.mark.parametrize(
        "components",
        [
            [],
            [labelled("text", value="")],
            [labelled("text", value=" \n ")],
            [labelled("text")],
            [labelled("other", value=TEXT)],
        ],
        ids=["no field", "empty", "blank", "no value", "another field"],
    )
    async def test_a_form_that_says_nothing_is_not_filed(self, house, town, published, components):
        job, _message = await published()

        answer = await town.submit_forged(
            town.bob, town.channel, f"showreel:report-form:{job.id}", components
        )

        assert answer.response.content.startswith("The report said nothing")
        assert await house.reports.of_job(job.id) == []

    async def test_a_clip_that_is_still_made_has_nothing_to_report(
        self, house, town, accepted, show_result
    ):
        job = await house.take(await accepted(), JobStatus.SUBMITTING, JobStatus.RUNNING)

        answer = await town.bob.click(await show_result(job), label="Report")

        assert answer.response.content.startswith("There is no clip to report yet.")

    async def test_a_private_clip_is_no_strangers_business(self, town, accepted, show_result):
        job = await accepted(private=True)
        seen = replace(job, destination=replace(job.destination, private=False))

        answer = await town.mod.click(await show_result(seen), label="Report")

        assert answer.response.content.startswith("There is no such clip in this server.")

    @pytest.mark.parametrize(
        "custom_id", ["showreel:older-form:1", "showreel:report-form:1:2", "another bot's"]
    )
    async def test_a_form_that_nobody_knows_any_more_is_answered(self, town, custom_id):
        answer = await town.submit_forged(town.bob, town.channel, custom_id, [])

        assert answer.response.ephemeral
        assert answer.response.content.startswith("This form is out of date")


class SlowReporting(ReportingService):
    """A service over a database that takes ten seconds."""

    async def draft(self, job_id, *, reporter):
        await asyncio.sleep(10)
        return await super().draft(job_id, reporter=reporter)

    async def file(self, job_id, *, reporter, text, message_id=None):
        await asyncio.sleep(10)
        return await super().file(job_id, reporter=reporter, text=text, message_id=message_id)


class FaultyReporting(ReportingService):
    """A service with a defect."""

    async def file(self, job_id, *, reporter, text):  # noqa: ARG002 -- the service's signature
        raise ZeroDivisionError("defect")


class TestTrouble:
    async def test_a_log_that_is_away_says_so_before_anything_is_typed(
        self, house, town, published
    ):
        _job, message = await published()
        await house.store._database.close()

        answer = await town.bob.click(message, label="Report")

        assert answer.modal is None
        assert answer.response.content.startswith("The log cannot be reached at the moment")

    async def test_a_log_that_goes_away_meanwhile_is_told_too(self, house, town, published):
        _job, message = await published()
        opened = await town.bob.click(message, label="Report")
        await house.store._database.close()

        answer = await town.bob.submit_modal(opened, {"text": TEXT})

        assert answer.response.content.startswith("The log did not answer")

    @pytest.mark.simcord(shard_count=1)
    async def test_a_slow_log_keeps_no_form_closed_and_the_answer_is_deferred(
        self, house, town, env, published
    ):
        job, message = await published()
        house.reporting.__class__ = SlowReporting

        opened = await town.bob.click(message, label="Report")
        await env.advance_time(1.1)
        assert opened.modal is not None
        answer = await town.bob.submit_modal(opened, {"text": TEXT})
        await env.advance_time(1.6)
        assert answer.deferred
        await env.advance_time(10)

        assert answer.ephemeral
        assert answer.response.content.startswith("Your report is filed.")
        assert len(await house.reports.of_job(job.id)) == 1

    async def test_a_locked_log_still_lets_the_form_be_opened(self, house, town, published):
        """Only writing waits for the lock; looking does not."""
        _job, message = await published()
        lock = sqlite3.connect(house.folder / "showreel.db")
        lock.execute("BEGIN IMMEDIATE")

        opened = await town.bob.click(message, label="Report")

        assert opened.modal is not None
        lock.rollback()
        lock.close()
        answer = await town.bob.submit_modal(opened, {"text": TEXT})
        assert answer.response.content.startswith("Your report is filed.")

    async def test_a_form_that_discord_does_not_open_is_said_so(self, house, town, env, published):
        job, message = await published()
        env.inject_error("POST", "/interactions/*", status=400, code=50035)

        answer = await town.bob.click(message, label="Report")

        assert answer.modal is None
        assert answer.response.content.startswith("The form could not be opened.")
        assert await house.reports.of_job(job.id) == []

    async def test_a_defect_is_answered_with_the_reference_that_stands_in_the_log(
        self, house, town, published, capsys
    ):
        _job, message = await published()
        opened = await town.bob.click(message, label="Report")
        house.reporting.__class__ = FaultyReporting

        answer = await town.bob.submit_modal(opened, {"text": TEXT})

        (reference,) = re.findall(r"`(REF\d+)`", answer.response.content)
        assert reference in capsys.readouterr().out

    async def test_a_leaving_bot_asks_to_come_again(self, house, town, env, published):
        job, message = await published()
        opened = await town.bob.click(message, label="Report")
        await env.bot.stop_answering()

        answer = await town.bob.submit_modal(opened, {"text": TEXT})

        assert answer.response.content.startswith("Showreel is just being restarted")
        assert await house.reports.of_job(job.id) == []


async def test_forms_that_are_never_submitted_leave_nothing_behind(town, env, published):
    for _ in range(3):
        _job, message = await published()
        await town.bob.click(message, label="Report")

    assert env.bot._connection._view_store._modals == {}


class TestFields:
    @pytest.fixture
    def taken(self):
        return []

    @pytest.fixture
    def house(self, house, taken):
        async def take(interaction, match, fields):
            taken.append((match["number"], fields))
            await interaction.response.send_message("taken", ephemeral=True)

        template = re.compile(r"showreel:other-form:(?P<number>\d+)")
        house.other_forms.append(ModalKind(template=template, submitted=take))
        return house

    async def test_whatever_a_field_is_and_stands_in_it_is_read_by_its_id(self, town, taken):
        answer = await town.submit_forged(
            town.bob,
            town.channel,
            "showreel:other-form:42",
            [
                {"type": 10, "id": 1},
                labelled("prompt", value="a red fox"),
                {
                    "type": 1,
                    "id": 2,
                    "components": [{"type": 4, "custom_id": "leaves_out", "value": "blur"}],
                },
                labelled("shape", values=["16:9"]),
                labelled("colours", values=["red", "blue"]),
                labelled("length", value=None),
            ],
        )

        assert answer.response.content == "taken"
        ((number, fields),) = taken
        assert number == "42"
        assert fields.text("prompt") == "a red fox"
        assert fields.text("leaves_out") == "blur"
        assert fields.text("shape") == "16:9"
        assert fields.chosen("colours") == ("red", "blue")
        assert (fields.text("length"), fields.chosen("length")) == ("", ())
        assert fields.text("not there") == ""

    def test_fields_do_not_change_after_they_were_read(self):
        values = {"prompt": ("a red fox",)}
        fields = Fields(values)
        values["prompt"] = ("a blue fox",)

        assert fields.text("prompt") == "a red fox"
