"""Jobs in every state, and the catalogue that speaks of them."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from bot.domain.clip import ClipRequest
from bot.domain.ids import ChannelId, GuildId, JobId, MessageId, UserId
from bot.domain.job import Destination, Job, JobStatus
from bot.messaging.catalogue import Catalogue

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
JobMaker = Callable[..., Job]


@pytest.fixture(scope="session", autouse=True)
def _no_stray_loop() -> None:
    """looptime asks for a loop before a synchronous test, and the policy would make one to keep."""
    policy = asyncio.get_event_loop_policy()
    with suppress(RuntimeError):
        policy.get_event_loop().close()
    policy.set_event_loop(None)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue.load()


@pytest.fixture(scope="session")
def make_job() -> JobMaker:
    def build(
        *,
        prompt: str = "A red fox crosses a snowy road at dawn",
        negative_prompt: str = "",
        private: bool = False,
        user_locale: str = "en-US",
        guild_locale: str = "en-US",
        **values: object,
    ) -> Job:
        fields: dict[str, object] = {
            "id": JobId(42),
            "reference": "A1B2C3",
            "status": JobStatus.QUEUED,
            "reason": "",
            "created_at": NOON,
            "card_message_id": MessageId(900),
            "interaction_token": "secret-token",
            "interaction_token_expires_at": NOON + timedelta(minutes=15),
            "cost_estimated_usd": Decimal("1.40"),
            **values,
        }
        return Job(
            request=ClipRequest(prompt=prompt, negative_prompt=negative_prompt),
            destination=Destination(
                guild_id=GuildId(500),
                channel_id=ChannelId(800),
                user_id=UserId(123456789012345678),
                attachment_size_limit_bytes=10_000_000,
                filesize_limit_bytes=10_000_000,
                app_permissions=0,
                user_locale=user_locale,
                guild_locale=guild_locale,
                private=private,
            ),
            **fields,
        )

    return build
