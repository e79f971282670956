"""The feed over real connections, told by the bot as it runs."""

from bot.domain.job import JobStatus
from sandbox.discord.faults import FaultName
from tests.support.stage import Stage

MODERATOR = "Ada"


async def run(stage: Stage, command: str, options: dict[str, str]):
    begun = await stage.world.run_command(command, options, **stage.where(MODERATOR))
    return await stage.world.settled(int(begun["id"]))


async def test_a_feed_that_is_set_in_discord_tells_of_the_next_clip(stage):
    channel = str(stage.where(MODERATOR)["channel_id"])
    await run(stage, "video-mod feed set", {"channel": channel})

    await stage.video("a red fox in the snow")
    clip = await stage.until_clip()
    line = await stage.until_message("**Delivered**", "a red fox in the snow", person=MODERATOR)

    job = await stage.job()
    assert job.reference in line["content"]
    assert str(clip["id"]) in line["content"]
    assert len([each for each in stage.sees(MODERATOR) if "**Delivered**" in each["content"]]) == 1


async def test_a_line_whose_answer_was_lost_stands_once(stage):
    feed = stage.world.place("moderators").id
    await run(stage, "video-mod feed set", {"channel": str(feed)})
    stage.discord.faults.switch_on(
        FaultName.LOSE_ANSWER, times=1, method="POST", path=f"/channels/{feed}/messages"
    )
    for _ in range(2):
        await stage.video("a red fox in the snow")
    both = [await stage.until_status(JobStatus.DELIVERED, number=number) for number in (0, 1)]

    for job in both:
        await stage.until_message(job.reference, person=MODERATOR, channel="moderators")

    lines = [each["content"] for each in stage.sees(MODERATOR, "moderators")]
    assert sum(content.count("**Delivered**") for content in lines) == 2
