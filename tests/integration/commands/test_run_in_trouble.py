"""A run outlives Discord's bad moments, and ends with an error when it cannot do its work."""

import asyncio
import gc
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.app import Edges, open_showreel
from bot.clock import SystemClock
from bot.runner import Runner, TokenRefusedError, UnexpectedEndError
from sandbox.discord.connector import NEXT_GUILD_WITHIN_S
from sandbox.discord.faults import FaultName
from sandbox.discord.gateway import CloseCode
from sandbox.discord.server import LocalDiscord
from sandbox.settings import sandbox_settings
from tests.support.migrated import put_migrated
from tests.support.waiting import until_async

PATIENCE_S = 20.0
COMMANDS = "/applications/*/commands"


@pytest.fixture
async def local_discord() -> AsyncIterator[LocalDiscord]:
    async with LocalDiscord.open() as server:
        yield server


@pytest.fixture
async def runner(local_discord: LocalDiscord, tmp_path: Path) -> AsyncIterator[Runner]:
    put_migrated(tmp_path)
    settings = sandbox_settings(
        data_dir=tmp_path,
        discord_token=local_discord.token,
        eachlabs_base_url="http://127.0.0.1:9",
        eachlabs_api_key="key",
        speed=1,
    )
    edges = Edges(
        clock=SystemClock(),
        random_source=random.Random(1),
        discord_connector=local_discord.connector(),
        next_guild_within_s=NEXT_GUILD_WITHIN_S,
    )
    async with open_showreel(settings, edges) as opened:
        yield opened


@asynccontextmanager
async def running(runner: Runner) -> AsyncIterator["asyncio.Task[None]"]:
    """Run until the block ends, and then to a clean end."""
    stop = asyncio.Event()
    task = asyncio.create_task(runner.run(stop))
    try:
        yield task
    finally:
        stop.set()
        await asyncio.wait_for(task, PATIENCE_S)


async def until_ready(runner: Runner, task: "asyncio.Task[None]") -> None:
    """A run that ends instead raises what ended it."""
    ready = asyncio.create_task(runner.wait_until_ready())
    await asyncio.wait({task, ready}, timeout=PATIENCE_S, return_when=asyncio.FIRST_COMPLETED)
    if task.done():
        ready.cancel()
        await task
    assert ready.done()


async def until_registered(discord_server: LocalDiscord) -> None:
    person = discord_server.world.person("Mira")
    channel = discord_server.world.place("showreel")

    async def offered() -> bool:
        commands = discord_server.world.commands(channel.id, person_id=person.id)
        return "video" in [command["name"] for command in commands]

    await until_async(offered, within_s=PATIENCE_S)


async def test_a_registration_that_fails_at_first_is_made_up_for_beside_the_run(
    runner: Runner, local_discord: LocalDiscord
) -> None:
    local_discord.faults.switch_on(FaultName.SERVER_ERROR, times=2, method="PUT", path=COMMANDS)

    async with running(runner) as task:
        await until_ready(runner, task)
        await until_registered(local_discord)


async def test_a_registration_that_is_refused_ends_nothing(
    runner: Runner, local_discord: LocalDiscord, caplog: pytest.LogCaptureFixture
) -> None:
    local_discord.faults.switch_on(FaultName.SERVER_ERROR, method="PUT", path=COMMANDS, status=403)

    async with running(runner) as task:
        await until_ready(runner, task)
        assert not task.done()

    assert "Traceback" not in caplog.text


@pytest.mark.parametrize("path", ["/users/@me", "/oauth2/applications/@me", "/gateway/bot"])
async def test_each_step_of_a_start_is_tried_again_and_nothing_is_left_open(
    runner: Runner, local_discord: LocalDiscord, path: str
) -> None:
    local_discord.faults.switch_on(FaultName.SERVER_ERROR, times=1, path=path)

    async with running(runner) as task:
        await until_ready(runner, task)
        await until_registered(local_discord)
    assert local_discord.faults.active() == []

    gc.collect()  # a session that was left open would say so now


async def test_a_token_that_is_reset_during_the_run_ends_it(
    runner: Runner, local_discord: LocalDiscord
) -> None:
    task = asyncio.create_task(runner.run(asyncio.Event()))
    await until_ready(runner, task)

    for connection in list(local_discord.gateway._connections):
        await connection.socket.close(code=CloseCode.AUTHENTICATION_FAILED)

    with pytest.raises(TokenRefusedError):
        await asyncio.wait_for(task, PATIENCE_S)


async def test_a_run_does_not_go_on_without_its_poller(
    runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(runner._poller, "run", broken)

    with pytest.raises(ZeroDivisionError):
        await asyncio.wait_for(runner.run(asyncio.Event()), PATIENCE_S)


@pytest.mark.parametrize("number", range(5))
async def test_a_part_that_ends_by_itself_is_an_error(
    runner: Runner, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    async def finished() -> None:
        return

    parts = (runner._poller, runner._worker, *runner._chores)
    assert len(parts) == 5
    monkeypatch.setattr(parts[number], "run", finished)

    with pytest.raises(UnexpectedEndError):
        await asyncio.wait_for(runner.run(asyncio.Event()), PATIENCE_S)


async def test_a_client_that_was_closed_is_not_connected_again(
    runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    client: Any = runner._discord

    async def closed_and_cut(**_options: object) -> None:
        await client.close()
        raise ConnectionResetError

    monkeypatch.setattr(client, "connect", closed_and_cut)

    with pytest.raises(ConnectionResetError):
        await asyncio.wait_for(runner.run(asyncio.Event()), PATIENCE_S)
