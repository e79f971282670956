"""A moderator finds a clip in the log, opens its case, notes, holds and deletes it, all by wire."""

from tests.support.stage import Stage

MODERATOR = "Ada"


async def run(stage: Stage, command: str, **options: str):
    begun = await stage.world.run_command(command, options, **stage.where(MODERATOR))
    settled = await stage.world.settled(int(begun["id"]))
    return stage.answer(settled, MODERATOR)


def menu_of(message):
    return message["components"][0]["components"][0]


def now(stage: Stage, message):
    """The message as it reads after a press changed it."""
    return next(each for each in stage.sees(MODERATOR) if each["id"] == message["id"])


async def test_from_the_log_to_a_case_to_a_deleted_clip(stage):
    await stage.video("a fox in the snow")
    clip = await stage.until_clip()
    job = await stage.job()

    page = await run(stage, "usage log", text="FOX snow")
    assert job.reference in page["content"]
    opened = await stage.world.choose(
        menu_of(page)["custom_id"],
        [str(job.id)],
        message_id=int(page["id"]),
        **stage.where(MODERATOR),
    )
    case = stage.answer(await stage.world.settled(int(opened["id"])), MODERATOR)
    assert case["content"].startswith(f"**Case {job.id}**")
    assert "a fox in the snow" in case["content"]
    assert job.prediction_id in case["content"].replace("\\", "")

    await stage.press("Hold", case, person=MODERATOR)
    held = now(stage, case)
    assert held["content"].startswith("Held: ")
    await stage.press("Delete result", held, person=MODERATOR)

    assert now(stage, case)["content"].startswith("The clip is deleted.")
    assert clip["id"] not in [message["id"] for message in stage.sees()]
    details = [event.detail for event in await stage.events(job.id)]
    assert details[-2:] == ["evidence_held", "result_deleted"]
