"""A run ends in time and says why, whatever state the world is in."""

import asyncio
import random
import signal
import socket
import threading
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import discord
import pytest
from discord.gateway import KeepAliveHandler

from bot.__main__ import run_bot
from bot.app import Edges, open_showreel
from bot.clock import SystemClock
from bot.config import Settings, load_settings
from bot.domain.errors import StorageUnavailableError
from bot.domain.job import JobStatus
from bot.domain.listening import CannotListenError, PortTakenError
from bot.endings import ExitStatus
from bot.observability.health import ask_ready
from bot.runner import Runner, TokenRefusedError
from bot.storage.lock import DatabaseHeldError, DatabaseLock
from bot.stores import Stores
from sandbox.app import SandboxNotReadyError
from sandbox.bot_process import start_bot_process
from sandbox.discord import gateway
from sandbox.discord.connector import NEXT_GUILD_WITHIN_S
from sandbox.discord.faults import FaultName
from sandbox.discord.server import LocalDiscord
from sandbox.eachlabs import LocalEachlabs
from sandbox.settings import sandbox_settings
from tests.integration.commands.conftest import Command
from tests.support.migrated import put_migrated
from tests.support.signals import send_signal
from tests.support.waiting import until, until_async

SECONDS_TO_END = 10.0


class Neighbourhood:
    """A local Discord and a local Eachlabs, and settings that lead to them."""

    def __init__(self, discord: LocalDiscord, eachlabs: LocalEachlabs, folder: Path) -> None:
        self.discord = discord
        self.eachlabs = eachlabs
        self.folder = folder

    def settings(self, **changes: Any) -> Settings:
        return sandbox_settings(
            **{
                "data_dir": self.folder,
                "discord_token": self.discord.token,
                "eachlabs_base_url": self.eachlabs.base_url,
                "eachlabs_api_key": self.eachlabs.api_key,
                "speed": 30,
                **changes,
            }
        )

    @asynccontextmanager
    async def opened(self, **changes: Any) -> AsyncIterator[Runner]:
        put_migrated(self.folder)
        edges = Edges(
            clock=SystemClock(),
            random_source=random.Random(1),
            discord_connector=self.discord.connector(),
            next_guild_within_s=NEXT_GUILD_WITHIN_S,
        )
        async with open_showreel(self.settings(**changes), edges) as runner:
            yield runner


@pytest.fixture
async def neighbourhood(tmp_path: Path) -> AsyncIterator[Neighbourhood]:
    async with LocalDiscord.open() as discord, LocalEachlabs.open(speed=30) as eachlabs:
        yield Neighbourhood(discord, eachlabs, tmp_path)


async def ended(running: "asyncio.Task[None]") -> None:
    """Wait for the end of a run, which must not take long."""
    await asyncio.wait_for(running, SECONDS_TO_END)


def heartbeats() -> list[KeepAliveHandler]:
    return [thread for thread in threading.enumerate() if isinstance(thread, KeepAliveHandler)]


class TestInThisProcess:
    async def test_it_is_ready_and_ends_when_it_is_told_to(
        self, neighbourhood: Neighbourhood, command: Command, environment: pytest.MonkeyPatch
    ) -> None:
        stop = asyncio.Event()
        async with neighbourhood.opened() as runner:
            running = asyncio.create_task(runner.run(stop))
            await asyncio.wait_for(runner.wait_until_ready(), 30)
            assert await ask_ready("127.0.0.1", runner.health.port)
            environment.setenv("HTTP_PORT", str(runner.health.port))
            asked = await asyncio.to_thread(command, "healthcheck")
            async with (
                aiohttp.ClientSession() as session,
                session.get(f"http://127.0.0.1:{runner.health.port}/metrics") as response,
            ):
                metrics = await response.text()
            stop.set()
            await ended(running)

        assert "showreel_" in metrics
        assert (asked.exit_code, asked.stdout) == (0, "The bot is ready.\n")

    async def test_a_wrong_token_ends_it(self, neighbourhood: Neighbourhood) -> None:
        async with neighbourhood.opened(discord_token="someone.elses.token") as runner:
            with pytest.raises(TokenRefusedError):
                await runner.run(asyncio.Event())

    async def test_while_discord_is_away_it_tries_again_and_comes_up(
        self, neighbourhood: Neighbourhood
    ) -> None:
        neighbourhood.discord.faults.switch_on(
            FaultName.SERVER_ERROR, status=500, path="/users/@me", times=1
        )
        stop = asyncio.Event()
        async with neighbourhood.opened() as runner:
            running = asyncio.create_task(runner.run(stop))
            await asyncio.wait_for(runner.wait_until_ready(), 30)
            stop.set()
            await ended(running)

    async def test_it_ends_at_once_while_it_cannot_log_in(
        self, neighbourhood: Neighbourhood
    ) -> None:
        neighbourhood.discord.faults.switch_on(FaultName.SERVER_ERROR)
        stop = asyncio.Event()
        async with neighbourhood.opened() as runner:
            running = asyncio.create_task(runner.run(stop))
            await asyncio.sleep(0.05)
            assert not running.done()
            stop.set()
            await asyncio.wait_for(running, SECONDS_TO_END)

    async def test_told_to_stop_while_it_connects_it_ends_at_once(
        self, neighbourhood: Neighbourhood, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        stop = asyncio.Event()
        async with neighbourhood.opened() as runner:
            connect = runner._discord.connect

            async def connect_and_stop(*, reconnect: bool) -> None:
                stop.set()
                await connect(reconnect=reconnect)

            monkeypatch.setattr(runner._discord, "connect", connect_and_stop)
            await ended(asyncio.create_task(runner.run(stop)))

    async def test_told_to_stop_before_it_began_it_does_nothing(
        self, neighbourhood: Neighbourhood
    ) -> None:
        stop = asyncio.Event()
        stop.set()
        async with neighbourhood.opened() as runner:
            await ended(asyncio.create_task(runner.run(stop)))

        assert list(neighbourhood.eachlabs.ledger) == []

    async def test_a_second_run_over_the_same_database_is_refused(
        self, neighbourhood: Neighbourhood
    ) -> None:
        async with neighbourhood.opened():
            with pytest.raises(DatabaseHeldError):
                async with neighbourhood.opened():
                    pass

        async with neighbourhood.opened():
            pass  # the first one let go of it

    async def test_a_port_that_is_taken_is_told(self, neighbourhood: Neighbourhood) -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            async with neighbourhood.opened(http_port=taken.getsockname()[1]) as runner:
                with pytest.raises(PortTakenError, match="is taken by another program"):
                    await runner.run(asyncio.Event())

    @pytest.mark.parametrize(
        ("host", "words"),
        [
            ("192.0.2.1", "(Cannot assign requested address)"),
            ("no-such-host.invalid", "(no such host)"),
            ("x" * 64, "(no such host)"),
        ],
    )
    async def test_a_host_that_is_not_here_is_told(
        self, neighbourhood: Neighbourhood, host: str, words: str
    ) -> None:
        async with neighbourhood.opened(http_host=host) as runner:
            with pytest.raises(CannotListenError) as raised:
                await runner.run(asyncio.Event())

        assert f"of {host} {words}; mend HTTP_HOST or HTTP_PORT." in str(raised.value.strerror)

    async def test_a_token_that_is_refused_later_ends_it_too(
        self, neighbourhood: Neighbourhood, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async with neighbourhood.opened() as runner:

            async def refused(**_options: object) -> None:
                raise discord.LoginFailure("reset meanwhile")

            monkeypatch.setattr(runner._discord, "connect", refused)
            with pytest.raises(TokenRefusedError):
                await runner.run(asyncio.Event())

    async def test_a_defect_of_the_worker_is_not_hidden(
        self, neighbourhood: Neighbourhood, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async with neighbourhood.opened() as runner:

            async def broken() -> None:
                raise ZeroDivisionError

            monkeypatch.setattr(runner._worker, "run", broken)
            with pytest.raises(ZeroDivisionError):
                await runner.run(asyncio.Event())

    async def test_gauges_wait_for_a_database_that_is_away(
        self, neighbourhood: Neighbourhood, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked = asyncio.Event()

        async def away(_since: object) -> None:
            asked.set()
            raise StorageUnavailableError("away")

        stop = asyncio.Event()
        async with neighbourhood.opened() as runner:
            monkeypatch.setattr(runner._jobs, "usd_since", away)
            running = asyncio.create_task(runner.run(stop))
            await asyncio.wait_for(asked.wait(), 30)
            assert not running.done()
            stop.set()
            await ended(running)

    async def test_no_heartbeat_outlives_a_run_that_ends_while_it_connects(
        self, neighbourhood: Neighbourhood
    ) -> None:
        stop = asyncio.Event()
        async with neighbourhood.opened() as runner:
            running = asyncio.create_task(runner.run(stop))
            await until(heartbeats)
            stop.set()
            await ended(running)

            assert heartbeats() == []

    async def test_no_heartbeat_that_is_late_outlives_a_run(
        self, neighbourhood: Neighbourhood, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        beating = threading.Event()

        def slow_payload(_handler: KeepAliveHandler) -> dict[str, Any]:
            beating.set()
            time.sleep(0.3)
            return {"op": 1, "d": None}

        monkeypatch.setattr(gateway, "HEARTBEAT_INTERVAL_MS", 300)
        stop = asyncio.Event()
        async with neighbourhood.opened() as runner:
            running = asyncio.create_task(runner.run(stop))
            await asyncio.wait_for(runner.wait_until_ready(), 30)
            monkeypatch.setattr(KeepAliveHandler, "get_payload", slow_payload)
            await asyncio.to_thread(beating.wait)
            stop.set()
            await ended(running)

            assert heartbeats() == []


@pytest.fixture
def discord_next_door() -> Iterator[LocalDiscord]:
    """A local Discord in a thread of its own, for a command that owns this one."""
    opened: list[LocalDiscord] = []
    is_open, close = threading.Event(), asyncio.Event()
    loops: list[asyncio.AbstractEventLoop] = []

    async def serve() -> None:
        loops.append(asyncio.get_running_loop())
        async with LocalDiscord.open() as discord:
            opened.append(discord)
            is_open.set()
            await close.wait()

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    assert is_open.wait(10)
    yield opened[0]
    loops[0].call_soon_threadsafe(close.set)
    thread.join(10)


class TestTheCommand:
    def run(self, discord: LocalDiscord) -> int:
        """Run until the command gives up; returns its exit status."""
        with pytest.raises(SystemExit) as raised:
            run_bot(discord.connector, next_guild_within_s=NEXT_GUILD_WITHIN_S)
        return int(raised.value.code or 0)

    def test_a_refused_token_ends_it_with_69(
        self,
        environment: pytest.MonkeyPatch,
        discord_next_door: LocalDiscord,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        environment.setenv("HTTP_PORT", "0")

        assert self.run(discord_next_door) == ExitStatus.UNAVAILABLE == 69
        assert (
            "Discord refuses the token. Reset it in the developer portal and set DISCORD_TOKEN."
            in capsys.readouterr().err
        )

    def test_a_taken_port_ends_it_with_78(
        self,
        environment: pytest.MonkeyPatch,
        discord_next_door: LocalDiscord,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            environment.setenv("HTTP_PORT", str(taken.getsockname()[1]))

            assert self.run(discord_next_door) == ExitStatus.CONFIGURATION

        assert "set HTTP_PORT to a free one." in capsys.readouterr().err

    def test_a_taken_webhook_port_ends_it_with_78_too(
        self,
        environment: pytest.MonkeyPatch,
        discord_next_door: LocalDiscord,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            environment.setenv("HTTP_PORT", "0")
            environment.setenv("WEBHOOK_PUBLIC_URL", "https://showreel.example")
            environment.setenv("WEBHOOK_SECRET", "a-secret-of-eachlabs-and-us-of-this-length")
            environment.setenv("WEBHOOK_PORT", str(taken.getsockname()[1]))

            assert self.run(discord_next_door) == ExitStatus.CONFIGURATION

        assert "set WEBHOOK_PORT to a free one" in capsys.readouterr().err

    def test_a_held_database_ends_it_with_75_before_anything_else(
        self, command: Command, environment: pytest.MonkeyPatch
    ) -> None:
        environment.setenv("HTTP_PORT", "0")
        with DatabaseLock.acquire(load_settings().database_url):
            held = command("run")

        assert held.exit_code == ExitStatus.TEMPORARY_FAILURE
        assert held.stderr.startswith("Another Showreel holds this database.")


class TestTheSandboxCommand:
    def test_a_taken_page_port_is_told(self, command: Command) -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]

            told = command("sandbox", "--port", str(port))

        assert told.exit_code == ExitStatus.FAILED
        assert told.stderr.startswith(f"Port {port} is taken by another program;")

    def test_a_bot_that_does_not_come_up_is_told(
        self, command: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async def never_ready(**_options: object) -> None:
            raise SandboxNotReadyError

        monkeypatch.setattr("sandbox.app.serve_sandbox", never_ready)

        told = command("sandbox")

        assert told.exit_code == ExitStatus.FAILED
        assert told.stderr == "The bot did not come up; the log above says why.\n"

    def test_other_troubles_of_the_machine_are_not_hidden(
        self, command: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async def no_files_left(**_options: object) -> None:
            raise OSError(24, "Too many open files")

        monkeypatch.setattr("sandbox.app.serve_sandbox", no_files_left)

        with pytest.raises(OSError, match="Too many open files"):
            command("sandbox")


class TestInAProcessOfItsOwn:
    @asynccontextmanager
    async def process(
        self, neighbourhood: Neighbourhood, settings: Settings
    ) -> AsyncIterator[Process]:
        certificate = neighbourhood.folder / "discord.pem"
        certificate.write_bytes(neighbourhood.discord.certificate_pem())
        with (neighbourhood.folder / "output.txt").open("ab") as output:
            process = await start_bot_process(
                settings,
                discord_port=neighbourhood.discord.port,
                certificate=certificate,
                output=output,
                next_guild_within_s=NEXT_GUILD_WITHIN_S,
            )
            try:
                yield process
            finally:
                if process.returncode is None:
                    send_signal(process, signal.SIGKILL)
                    await process.wait()

    async def test_sigterm_ends_it_with_0_and_frees_the_database(
        self, neighbourhood: Neighbourhood, unused_tcp_port: int
    ) -> None:
        settings = neighbourhood.settings(http_port=unused_tcp_port)
        async with self.process(neighbourhood, settings) as bot:
            await until_async(
                lambda: ask_ready("127.0.0.1", settings.http_port), within_s=SECONDS_TO_END * 3
            )
            async with self.process(neighbourhood, settings) as second:
                assert await asyncio.wait_for(second.wait(), SECONDS_TO_END * 3) == 75
            send_signal(bot, signal.SIGTERM)

            assert await asyncio.wait_for(bot.wait(), SECONDS_TO_END) == 0
        async with Stores.open(settings, clock=SystemClock()) as stores:
            assert list(await stores.jobs.with_status(*JobStatus)) == []
        output = (neighbourhood.folder / "output.txt").read_text()
        assert "Traceback" not in output
        assert settings.discord_token.get_secret_value() not in output

    async def test_sigint_ends_it_with_0_even_while_discord_is_away(
        self, neighbourhood: Neighbourhood, unused_tcp_port: int
    ) -> None:
        neighbourhood.discord.faults.switch_on(FaultName.SERVER_ERROR)
        settings = neighbourhood.settings(http_port=unused_tcp_port)
        async with self.process(neighbourhood, settings) as bot:
            await until_async(lambda: is_alive(settings.http_port), within_s=SECONDS_TO_END * 3)
            send_signal(bot, signal.SIGINT)

            assert await asyncio.wait_for(bot.wait(), SECONDS_TO_END) == 0
        assert "Traceback" not in (neighbourhood.folder / "output.txt").read_text()


async def is_alive(port: int) -> bool:
    try:
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{port}/livez") as response,
        ):
            return response.status == 200
    except aiohttp.ClientError:
        return False
