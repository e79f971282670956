"""Buttons that are pressed while the bot is told to stop, over real connections."""

from bot.domain.job import JobStatus
from tests.support.stage import Stage


async def test_presses_while_the_bot_stops_are_answered_and_break_nothing(
    stage: Stage, capsys
) -> None:
    stage.eachlabs.faults.switch_on("create_no_balance")
    await stage.video()
    await stage.until_status(JobStatus.QUEUED)
    card = stage.answer(await stage.video("a second one, which waits"))
    ((custom_id,),) = (
        [button["custom_id"] for button in row["components"]] for row in card["components"]
    )

    presses = [
        await stage.world.press_button(custom_id, message_id=int(card["id"]), **stage.where())
        for _ in range(10)
    ]
    await stage.sandbox.stop_bot()

    answered = [await stage.world.settled(int(press["id"])) for press in presses]
    logged = capsys.readouterr()
    assert {press["state"] for press in answered} == {"answered"}
    assert "Traceback" not in logged.out + logged.err
    assert "Session is closed" not in logged.out + logged.err
