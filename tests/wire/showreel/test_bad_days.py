"""Days on which something goes wrong that is more than one fault at one moment.

The single faults of both services have a table of their own: `test_fault_table.py`.
"""

from decimal import Decimal

from bot.domain.job import DeliveryWay, JobStatus
from sandbox.discord.faults import FaultName
from tests.support.stage import PROMPT, Stage

WHOLE = Decimal("1.40")


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
