"""A member takes their data along and has it erased, by wire: from the command to the last row."""

import json

from bot.domain.job import JobStatus
from tests.support.stage import Stage
from tests.support.waiting import until_async

MEMBER = "Mira"


async def run(stage: Stage, command: str):
    begun = await stage.world.run_command(command, {}, **stage.where(MEMBER))
    settled = await stage.world.settled(int(begun["id"]))
    return stage.answer(settled, MEMBER)


async def test_from_a_clip_to_an_export_to_nothing(stage):
    await stage.video("a fox in the snow")
    await stage.until_clip()
    await stage.until_status(JobStatus.DELIVERED)
    member_id = stage.world.person(MEMBER).id

    exported = await run(stage, "privacy export")
    assert exported["attachments"][0]["filename"] == "showreel-data.jsonl"
    assert "1 request" in exported["content"]
    asked = await run(stage, "privacy delete")
    await stage.press("Erase", asked, person=MEMBER)

    async def is_erased() -> bool:
        job = await stage.job()
        return job.request.prompt == "" and job.destination.user_id < 0

    await until_async(is_erased)
    job = await stage.job()
    assert (job.output_url, job.message_url, job.result_message_id) == (None, None, None)
    events = [event.actor for event in await stage.events(job.id)]
    assert str(member_id) not in json.dumps(events)
    listed = await run(stage, "videos list")
    assert "fox" not in listed["content"]
