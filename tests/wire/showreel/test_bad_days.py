"""What a member reads, what it costs and what the log says when something goes wrong."""

from dataclasses import dataclass
from decimal import Decimal

import pytest

from bot.domain.job import DeliveryWay, JobStatus
from sandbox.discord.faults import FaultName
from tests.support.stage import PROMPT, Stage

NOTHING = Decimal(0)
WHOLE = Decimal("1.40")


@dataclass(frozen=True, kw_only=True)
class BadDay:
    """One fault of Eachlabs, and how it must end."""

    fault: str
    reason: str
    cost_usd: Decimal | None
    charged: int
    says: tuple[str, ...]
    status: JobStatus = JobStatus.FAILED


BAD_DAYS = [
    BadDay(
        fault="create_refused",
        reason="invalid_input",
        cost_usd=NOTHING,
        charged=0,
        says=("could not use this description", "Nothing was charged", "ask again"),
    ),
    BadDay(
        fault="create_error_after",
        status=JobStatus.UNKNOWN,
        reason="create_outcome_unknown",
        cost_usd=None,
        charged=1,
        says=("not certain", "Whether it was charged is not known yet", "operator"),
    ),
    BadDay(
        fault="create_cut_after",
        status=JobStatus.UNKNOWN,
        reason="create_outcome_unknown",
        cost_usd=None,
        charged=1,
        says=("not certain", "Whether it was charged is not known yet", "operator"),
    ),
    BadDay(
        fault="prompt_rejected",
        reason="provider_rejected",
        cost_usd=NOTHING,
        charged=0,
        says=("safety check", "Nothing was charged", "different description"),
    ),
    BadDay(
        fault="provider_error",
        reason="provider_error",
        cost_usd=NOTHING,
        charged=0,
        says=("had a fault", "Nothing was charged", "Ask again"),
    ),
    BadDay(
        fault="output_missing",
        reason="output_missing",
        cost_usd=WHOLE,
        charged=1,
        says=("there was no clip", "This clip was charged", "reference"),
    ),
    BadDay(
        fault="file_not_mp4",
        reason="output_not_mp4",
        cost_usd=WHOLE,
        charged=1,
        says=("not a video", "This clip was charged", "reference"),
    ),
]


@pytest.mark.parametrize("day", BAD_DAYS, ids=lambda day: day.fault)
async def test_a_bad_day_is_told_charged_and_logged_honestly(stage: Stage, day: BadDay) -> None:
    stage.eachlabs.faults.switch_on(day.fault)
    await stage.video()
    job = await stage.until_status(day.status)
    mira = stage.world.person("Mira")

    told = await stage.until_message(f"<@{mira.id}>", *day.says)

    assert told["pinged_user_ids"] == [str(mira.id)]
    assert job.reference in told["content"]
    assert not told["attachments"]
    assert (job.reason, job.cost_usd) == (day.reason, day.cost_usd)
    assert len(stage.eachlabs.ledger) <= 1
    await stage.world.until(lambda: _ended_at_eachlabs(stage), timeout_s=15)
    assert len(stage.charged) == day.charged
    stage.eachlabs.faults.clear()
    await stage.video("the bot lives on")
    assert await stage.until_clip()


def _ended_at_eachlabs(stage: Stage) -> bool | None:
    running = {"created", "starting", "processing"}
    return None if any(row.status.value in running for row in stage.eachlabs.ledger) else True


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("key_refused", "refuses the API key"),
        ("create_no_balance", "no balance left"),
        ("away", "does not answer"),
    ],
)
async def test_what_can_wait_waits_and_the_operator_is_told_once(
    stage: Stage, fault: str, said: str
) -> None:
    robin = stage.world.owner
    stage.eachlabs.faults.switch_on(fault)
    await stage.video()
    direct = await stage.world.open_direct_messages(person_id=robin.id)

    def told() -> list[str] | None:
        messages = stage.world.messages(int(direct["id"]), person_id=robin.id)
        texts = [message["content"] for message in messages if said in message["content"]]
        return texts or None

    assert len(await stage.world.until(told, timeout_s=15)) == 1
    job = await stage.until_status(JobStatus.QUEUED)
    assert job.cost_usd is None
    assert list(stage.eachlabs.ledger) == []


async def test_eachlabs_that_was_away_comes_back_and_the_clip_is_made(open_stage) -> None:
    async with open_stage() as stage:
        stage.eachlabs.faults.switch_on("away")
        await stage.video()
        stage.eachlabs.faults.switch_off("away")

        job = await stage.until_status(JobStatus.DELIVERED, within_s=60)

        assert job.cost_usd == WHOLE
        assert len(stage.charged) == 1


@pytest.mark.parametrize(
    "fault",
    [
        "poll_error",
        "poll_cut",
        "poll_html",
        "poll_wrong_shape",
        "poll_empty_error",
        "poll_unknown_status",
        "output_list",
        "output_object",
        "output_json_text",
    ],
)
async def test_nonsense_on_the_way_delays_a_clip_and_does_not_lose_it(
    stage: Stage, fault: str
) -> None:
    stage.eachlabs.faults.switch_on(fault, times=2)
    await stage.video()

    job = await stage.until_status(JobStatus.DELIVERED, within_s=30)

    assert job.cost_usd == WHOLE
    assert len(stage.charged) == 1


async def test_an_output_at_a_private_address_is_not_fetched(open_stage) -> None:
    async with open_stage(download_allow_private=False) as stage:
        await stage.video()
        job = await stage.until_status(JobStatus.FAILED)

        told = await stage.until_message("does not open", "This clip was charged")

        assert job.reason == "output_address_forbidden"
        assert not told["attachments"]
        assert "download" not in {kind.value for kind in stage.eachlabs.requests}


async def test_files_refused_by_discord_come_as_a_link(stage: Stage) -> None:
    stage.discord.faults.switch_on(FaultName.REFUSE_ATTACHMENTS)
    await stage.video()

    job = await stage.until_status(JobStatus.DELIVERED)

    assert job.delivery is DeliveryWay.LINK
    assert await stage.until_message(str(job.output_url))


async def test_a_job_that_outlives_its_token_is_delivered_with_the_bots_own(stage: Stage) -> None:
    await stage.video()
    stage.discord.faults.switch_on(FaultName.DEAD_INTERACTION_TOKEN)

    result = await stage.until_clip()

    assert result["author"]["id"] == str(stage.world.backend.bot_user.id)
    assert (await stage.until_status(JobStatus.DELIVERED)).delivery is DeliveryWay.ATTACHMENT


async def test_an_answer_that_discord_lost_never_makes_a_second_clip(stage: Stage) -> None:
    stage.discord.faults.switch_on(FaultName.LOSE_ANSWER, times=1, path="/channels/*/messages")
    await stage.video()

    await stage.until_status(JobStatus.DELIVERED)

    assert len([message for message in stage.sees() if message["attachments"]]) == 1
    assert len(stage.charged) == 1


async def test_discord_that_is_away_gets_the_clip_when_it_is_back(stage: Stage) -> None:
    await stage.video()
    stage.discord.faults.switch_on(
        FaultName.SERVER_ERROR, times=3, method="POST", path="/channels/*/messages"
    )

    job = await stage.until_status(JobStatus.DELIVERED, within_s=60)

    assert job.delivery is DeliveryWay.ATTACHMENT
    assert len([message for message in stage.sees() if message["attachments"]]) == 1


async def test_ill_options_are_answered_with_a_sentence_and_logged(stage: Stage) -> None:
    command = next(
        found
        for found in stage.world.commands(
            stage.world.place("showreel").id, person_id=stage.world.person("Mira").id
        )
        if found["name"] == "video"
    )
    forged = {
        "type": 2,
        "data": {
            "id": command["id"],
            "name": "video",
            "type": 1,
            "options": [
                {"name": "prompt", "type": 3, "value": PROMPT},
                {"name": "duration", "type": 4, "value": 60},
            ],
        },
    }
    begun = await stage.world.send_forged_interaction(forged, **stage.where())

    answered = dict(await stage.world.settled(int(begun["id"])))

    assert answered["ephemeral"]
    assert "5" in stage.answer(answered)["content"]
    assert list(stage.eachlabs.ledger) == []


async def test_a_member_at_their_limit_reads_when_it_frees(open_stage) -> None:
    async with open_stage(user_jobs_per_day=1) as stage:
        await stage.video()
        answered = await stage.video("another one")

        assert answered["ephemeral"]
        assert "<t:" in stage.answer(answered)["content"]
        refused = (await stage.jobs())[1]
        assert (refused.status, refused.reason) == (JobStatus.REFUSED, "user_daily_limit")
        assert refused.cost_usd is None


async def test_a_server_that_is_not_allowed_is_refused_and_the_operator_told(open_stage) -> None:
    async with open_stage(allowed_guild_ids=(1,)) as stage:
        answered = await stage.video()

        assert answered["ephemeral"]
        job = await stage.until_status(JobStatus.REFUSED)
        assert job.reason == "guild_not_allowed"
        assert list(stage.eachlabs.ledger) == []
