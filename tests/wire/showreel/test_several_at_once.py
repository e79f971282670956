"""Many clips of one member at once: each comes once, with buttons of its own, and none waits."""

import asyncio
from collections import Counter
from typing import Any

from bot.domain.job import JobStatus
from tests.support.stage import Stage
from tests.support.waiting import until_async

CLIPS = 10
ROOM = {
    "user_max_running": CLIPS,
    "user_max_queued": CLIPS,
    "user_jobs_per_day": 3 * CLIPS,
    "total_usd_per_day": 1000,
}


def buttons_of(message: dict[str, Any]) -> list[str]:
    return [button["custom_id"] for row in message["components"] for button in row["components"]]


def results(stage: Stage) -> list[dict[str, Any]]:
    return [message for message in stage.sees() if message["attachments"]]


async def ask_for_ten(stage: Stage) -> None:
    await asyncio.gather(*(stage.video(f"the fox number {number}") for number in range(CLIPS)))
    assert len(await stage.jobs()) == CLIPS


async def until_made(stage: Stage) -> None:
    async def all_made() -> bool:
        rows = stage.eachlabs.ledger
        return len(rows) == CLIPS and all(row.status.value == "success" for row in rows)

    await until_async(all_made, within_s=30)


async def until_delivered(stage: Stage, count: int) -> None:
    async def all_delivered() -> bool:
        jobs = await stage.jobs()
        return len(jobs) == count and all(job.status is JobStatus.DELIVERED for job in jobs)

    await until_async(all_delivered, within_s=60)


async def test_ten_clips_that_are_found_finished_together_come_once_each_and_their_buttons_work(
    open_stage,
) -> None:
    async with open_stage(speed=100, **ROOM) as stage:
        await ask_for_ten(stage)
        for number in range(CLIPS):
            await stage.until_status(JobStatus.RUNNING, number=number)
        await stage.sandbox.stop_bot()
        await until_made(stage)
        await stage.sandbox.start_bot()
        await until_delivered(stage, CLIPS)

        jobs = {job.id: job for job in await stage.jobs()}
        shown = {message["id"]: message for message in results(stage)}
        assert sorted(str(job.result_message_id) for job in jobs.values()) == sorted(shown)
        assert len(results(stage)) == CLIPS
        for job in jobs.values():
            message = shown[str(job.result_message_id)]
            assert message["message_reference"]["message_id"] == str(job.card_message_id)
            assert message["pinged_user_ids"] == [str(stage.world.person("Mira").id)]
            assert buttons_of(message) == [
                f"showreel:{verb}:{job.id}" for verb in ("again", "edit", "delete", "report")
            ]
        assert len(stage.charged) == CLIPS

        one, two, three = list(shown.values())[:3]
        again, edit, deleted = await asyncio.gather(
            stage.press("Again", one),
            stage.press("Edit prompt", two),
            stage.press("Delete", three),
        )
        form = stage.world.interaction(int(edit["id"]))
        assert form["modal"] is not None
        sent = await stage.world.submit_modal(
            {
                "prompt": "a fox of another kind",
                "negative_prompt": "",
                "duration": ["5"],
                "aspect_ratio": ["1:1"],
                "cfg_scale": "0.5",
            },
            person_id=stage.world.person("Mira").id,
            interaction_id=int(edit["id"]),
        )
        edited = await stage.world.settled(int(sent["id"]))
        await until_delivered(stage, CLIPS + 2)

        assert "The clip is deleted." in stage.answer(deleted)["content"]
        for answered in (again, edited):
            assert not answered["ephemeral"]
        prompts = Counter(job.request.prompt for job in await stage.jobs())
        assert prompts["a fox of another kind"] == 1
        assert prompts.most_common(1)[0][1] == 2
        assert len(results(stage)) == CLIPS + 1


async def test_three_that_finish_at_the_same_moment_while_others_run_come_once_each(
    open_stage,
) -> None:
    options = {"generation_seconds": lambda duration_s: 340.0 if duration_s == 5 else 34_000.0}
    async with open_stage(speed=340, eachlabs_options=options, **ROOM) as stage:
        await asyncio.gather(
            *(stage.video(f"the long fox {number}", duration=10) for number in range(2)),
            *(stage.video(f"the fox number {number}") for number in range(3)),
        )

        async def three_delivered() -> bool:
            statuses = [job.status for job in await stage.jobs()]
            return statuses.count(JobStatus.DELIVERED) == 3

        await until_async(three_delivered, within_s=60)

        assert len(results(stage)) == 3
        assert len({tuple(buttons_of(message)) for message in results(stage)}) == 3
        assert len(stage.eachlabs.ledger) == 5
        assert len(stage.charged) == 3
