"""Slash commands are registered beside the run: tried while it makes sense, refused in a line."""

import asyncio
from types import SimpleNamespace

import aiohttp
import discord
import pytest
from structlog.testing import capture_logs

from bot.domain.errors import StorageUnavailableError
from bot.registration import REGISTRATION_WAITS_S, CommandRegistration
from tests.support.clock import ManualClock


def answer(status: int, code: int = 0) -> discord.HTTPException:
    response = SimpleNamespace(status=status, reason="as it is")
    kind = {403: discord.Forbidden, 404: discord.NotFound}.get(status, discord.HTTPException)
    if status >= 500:
        kind = discord.DiscordServerError
    return kind(response, {"code": code, "message": "no"})


class Registry:
    """What Discord answers, one after the other, and then yes."""

    def __init__(self, *errors: Exception) -> None:
        self._errors = list(errors)
        self.asked = 0

    async def register(self) -> None:
        self.asked += 1
        if self._errors:
            raise self._errors.pop(0)


@pytest.mark.parametrize(
    "error",
    [
        answer(500),
        answer(503),
        answer(429),
        answer(408),
        discord.RateLimited(600.0),
        aiohttp.ClientConnectionError("away"),
        TimeoutError(),
        ConnectionResetError(),
        StorageUnavailableError("away"),
    ],
    ids=repr,
)
async def test_it_is_tried_again_alone_while_somebody_is_away(error: Exception) -> None:
    registry, clock = Registry(error, error, error), ManualClock()
    registration = CommandRegistration(register=registry.register, clock=clock)

    running = asyncio.create_task(registration.run())
    await clock.settle()
    await registration.wait_until_tried()
    assert (registry.asked, running.done()) == (1, False)
    await clock.advance(sum(REGISTRATION_WAITS_S[:3]))

    assert running.done()
    assert registry.asked == 4


async def test_a_long_absence_is_asked_about_every_minute() -> None:
    registry, clock = Registry(*[answer(503)] * 500), ManualClock()
    running = asyncio.create_task(
        CommandRegistration(register=registry.register, clock=clock).run()
    )

    await clock.settle()
    await clock.advance(sum(REGISTRATION_WAITS_S))
    asked = registry.asked
    await clock.advance(600)

    assert registry.asked == asked + 10
    running.cancel()


@pytest.mark.parametrize(
    ("error", "hint"),
    [
        (answer(403, 50001), "Check DISCORD_DEV_GUILD_ID"),
        (answer(400, 50035), "Discord refuses the slash commands."),
        (answer(404, 10004), "Discord refuses the slash commands."),
    ],
    ids=repr,
)
async def test_a_refusal_is_one_clear_line_and_not_asked_about_again(
    error: discord.HTTPException, hint: str
) -> None:
    registry = Registry(error)

    with capture_logs() as lines:
        await CommandRegistration(register=registry.register, clock=ManualClock()).run()

    (line,) = lines
    assert (line["log_level"], line["event"]) == ("error", "commands_refused")
    assert (line["status"], line["code"]) == (error.status, error.code)
    assert hint in line["hint"]
    assert registry.asked == 1


async def test_a_defect_is_not_hidden_and_holds_nobody_up() -> None:
    registration = CommandRegistration(
        register=Registry(ZeroDivisionError()).register, clock=ManualClock()
    )

    with pytest.raises(ZeroDivisionError):
        await registration.run()

    await asyncio.wait_for(registration.wait_until_tried(), 10)
