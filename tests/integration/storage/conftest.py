"""A real database file for each test, copied from one that was migrated once."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from bot.domain.clip import ClipRequest
from bot.domain.ids import ChannelId, GuildId, UserId
from bot.domain.job import Destination
from bot.domain.ports import NewAttempt
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.jobs import SqlJobStore
from tests.support.migrated import put_migrated

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


class StandingClock:
    """Time stands still until a test moves it."""

    def __init__(self) -> None:
        self.current = NOON
        self._sleepers: list[tuple[datetime, asyncio.Event]] = []

    def now(self) -> datetime:
        return self.current

    def monotonic(self) -> float:
        return (self.current - NOON).total_seconds()

    async def sleep(self, seconds: float) -> None:
        woken = asyncio.Event()
        self._sleepers.append((self.current + timedelta(seconds=seconds), woken))
        await woken.wait()

    def advance(self, step: timedelta) -> None:
        self.current += step
        for due, woken in self._sleepers:
            if due <= self.current:
                woken.set()


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def database_file(tmp_path: Path) -> Path:
    return put_migrated(tmp_path)


@pytest.fixture
async def database(database_file: Path, clock: StandingClock) -> AsyncIterator[Database]:
    database = await Database.open(f"sqlite:///{database_file}", clock=clock)
    yield database
    await database.close()


@pytest.fixture
def store(database: Database) -> SqlJobStore:
    return SqlJobStore(database, cipher=TextCipher())


@pytest.fixture
def new_attempt(clock: StandingClock) -> Callable[..., NewAttempt]:
    def build(
        *,
        user: int = 1,
        guild: int = 100,
        at: datetime | None = None,
        prompt: str = "A red fox",
        usd: str = "1.40",
        request: ClipRequest | None = None,
        token: str = "interaction-token",  # noqa: S107 -- no real secret
    ) -> NewAttempt:
        created_at = at or clock.now()
        return NewAttempt(
            request=request or ClipRequest(prompt=prompt, negative_prompt="blur"),
            destination=Destination(
                guild_id=GuildId(guild),
                channel_id=ChannelId(200),
                user_id=UserId(user),
                attachment_size_limit_bytes=10 * 1024**2,
                filesize_limit_bytes=50 * 1024**2,
                app_permissions=1 << 49,
                user_locale="de",
                guild_locale="en-GB",
                private=False,
            ),
            reference="A1B2C3",
            created_at=created_at,
            interaction_token=token,
            interaction_token_expires_at=created_at + timedelta(minutes=15),
            cost_estimated_usd=Decimal(usd),
        )

    return build
