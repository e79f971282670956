"""The feed over real connections, told by the bot as it runs."""

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
