"""The command line in a folder of its own, over a real database."""

import asyncio
import logging
import os
import threading
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import structlog
from click.testing import Result
from discord.gateway import KeepAliveHandler
from typer.testing import CliRunner

from bot.__main__ import app
from bot.clock import SystemClock
from bot.config import Settings, load_settings
from bot.domain.clip import ClipRequest
from bot.domain.ids import ChannelId, GuildId, MessageId, UserId
from bot.domain.job import WORKER, Destination, Job, JobStatus
from bot.domain.ports import NewAttempt
from bot.stores import Stores
from tests.support.migrated import migrated_file

GUILD = GuildId(500)
TOKEN = "discord-token-of-the-test"
API_KEY = "eachlabs-key-of-the-test"

Command = Callable[..., Result]
Beside = Callable[[Callable[[Stores], Awaitable[Any]]], Any]


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    """Every command sets logging up for its own process, which here is everybody's."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    names = ("aiohttp", "aiosqlite", "alembic", "discord", "sqlalchemy")
    levels = {name: logging.getLogger(name).level for name in names}
    yield
    logging.captureWarnings(capture=False)
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)
    structlog.reset_defaults()


@pytest.fixture(autouse=True)
def no_heartbeats_left() -> Iterator[None]:
    """A client that is closed while it connects leaves its heartbeat's thread behind."""
    yield
    for thread in threading.enumerate():
        if isinstance(thread, KeepAliveHandler):
            thread.stop()
            thread.join(5)


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """Hold the settings of a fresh folder, and none of the machine's."""
    known = {name.upper() for name in Settings.model_fields}
    for name in known & set(os.environ):
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    monkeypatch.setenv("EACHLABS_API_KEY", API_KEY)
    monkeypatch.setenv("ALLOWED_GUILD_IDS", "*")
    monkeypatch.setenv("COLUMNS", "200")
    return monkeypatch


@pytest.fixture
def command(environment: pytest.MonkeyPatch) -> Command:
    """Run one command in this process, and show that it never ends in a traceback."""
    del environment

    def run(*arguments: str) -> Result:
        result = CliRunner().invoke(app, arguments)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        for secret in (TOKEN, API_KEY):
            assert secret not in result.output
        return result

    return run


@pytest.fixture
def migrated(command: Command) -> Command:
    Path("data").mkdir()
    Path("data/showreel.db").write_bytes(migrated_file())
    return command


@pytest.fixture
def beside(environment: pytest.MonkeyPatch) -> Beside:
    """Read or write the database as another process would."""
    del environment

    def work(with_stores: Callable[[Stores], Awaitable[Any]]) -> Any:
        async def run() -> Any:
            async with Stores.open(load_settings(), clock=SystemClock()) as stores:
                return await with_stores(stores)

        return asyncio.run(run())

    return work


async def accepted(
    stores: Stores,
    *,
    guild_id: GuildId = GUILD,
    prompt: str = "a red fox",
    created_at: datetime | None = None,
) -> Job:
    """A waiting job, confirmed."""
    now = created_at or datetime.now(UTC)
    attempt = NewAttempt(
        request=ClipRequest(prompt=prompt),
        destination=Destination(
            guild_id=guild_id,
            channel_id=ChannelId(800),
            user_id=UserId(70),
            attachment_size_limit_bytes=1,
            filesize_limit_bytes=1,
            app_permissions=0,
            user_locale="en-US",
            guild_locale="en-US",
            private=False,
        ),
        reference="A1B2C3",
        created_at=now,
        interaction_token="interaction-token",
        interaction_token_expires_at=now + timedelta(minutes=15),
        cost_estimated_usd=Decimal("1.40"),
    )
    submission = await stores.jobs.submit(attempt, lambda _usage: None)
    await stores.jobs.acknowledge(submission.job.id, card_message_id=MessageId(1), at=now)
    return submission.job


async def in_status(stores: Stores, *steps: JobStatus, **changes: Any) -> Job:
    """A job that was taken through these steps, from `queued`."""
    job = await accepted(stores, **changes)
    for status in steps:
        job = await stores.jobs.transition(
            job.id, status, actor=WORKER, at=datetime.now(UTC), submitted_at=datetime.now(UTC)
        )
    return job
