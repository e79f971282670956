"""One row of the usage log, as other programs read it."""

import math
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from bot.domain.clip import ClipRequest
from bot.domain.ids import ChannelId, GuildId, JobId, PredictionId, UserId
from bot.domain.job import DeliveryWay, Destination, Job, JobStatus
from bot.domain.usage import COLUMNS, log_row

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)

DELIVERED = Job(
    id=JobId(7),
    reference="A1B2C3",
    status=JobStatus.DELIVERED,
    reason="",
    request=ClipRequest(prompt="a fox", negative_prompt="blur", duration_s=10, cfg_scale=0.7),
    destination=Destination(
        guild_id=GuildId(1234567890123456789),
        channel_id=ChannelId(800),
        user_id=UserId(70),
        attachment_size_limit_bytes=1,
        filesize_limit_bytes=1,
        app_permissions=0,
        user_locale="en-US",
        guild_locale="en-US",
        private=True,
    ),
    created_at=NOON,
    queued_at=NOON.astimezone(timezone(timedelta(hours=2))),
    submitted_at=NOON + timedelta(seconds=1),
    finished_at=NOON + timedelta(minutes=6),
    delivered_at=NOON + timedelta(minutes=7),
    deleted_at=NOON + timedelta(minutes=8),
    interaction_token="secret-token",
    prediction_id=PredictionId("p-1"),
    predict_seconds=340.5,
    cost_usd=Decimal("2.80"),
    cost_estimated_usd=Decimal("2.800000"),
    output_url="https://clips.example/fox.mp4",
    output_bytes=1000,
    delivery=DeliveryWay.LINK,
    message_url="https://discord.test/1",
)


def test_a_row_has_the_contracts_columns_in_their_order() -> None:
    assert ", ".join(COLUMNS) == (
        "job_id, guild_id, channel_id, user_id, created_at, queued_at, submitted_at, finished_at, "
        "delivered_at, deleted_at, status, reason, prompt, negative_prompt, duration_s, "
        "aspect_ratio, cfg_scale, private, prediction_id, predict_seconds, cost_usd, "
        "cost_estimated_usd, output_url, output_bytes, delivery, message_url"
    )
    assert tuple(log_row(DELIVERED)) == COLUMNS


def test_a_row_says_everything_in_plain_words() -> None:
    assert log_row(DELIVERED) == {
        "job_id": 7,
        "guild_id": "1234567890123456789",
        "channel_id": "800",
        "user_id": "70",
        "created_at": "2026-03-01T12:00:00+00:00",
        "queued_at": "2026-03-01T12:00:00+00:00",
        "submitted_at": "2026-03-01T12:00:01+00:00",
        "finished_at": "2026-03-01T12:06:00+00:00",
        "delivered_at": "2026-03-01T12:07:00+00:00",
        "deleted_at": "2026-03-01T12:08:00+00:00",
        "status": "delivered",
        "reason": "",
        "prompt": "a fox",
        "negative_prompt": "blur",
        "duration_s": 10,
        "aspect_ratio": "16:9",
        "cfg_scale": 0.7,
        "private": True,
        "prediction_id": "p-1",
        "predict_seconds": 340.5,
        "cost_usd": "2.80",
        "cost_estimated_usd": "2.800000",
        "output_url": "https://clips.example/fox.mp4",
        "output_bytes": 1000,
        "delivery": "link",
        "message_url": "https://discord.test/1",
    }


def test_the_interaction_token_is_in_no_row() -> None:
    assert "secret-token" not in str(log_row(DELIVERED))


def test_what_is_not_known_is_empty_and_not_zero() -> None:
    row = log_row(
        replace(
            DELIVERED,
            queued_at=None,
            cost_usd=None,
            cost_estimated_usd=None,
            delivery=None,
            output_bytes=None,
        )
    )

    assert {None} == {
        row[column]
        for column in ("queued_at", "cost_usd", "cost_estimated_usd", "delivery", "output_bytes")
    }


@pytest.mark.parametrize("scale", [math.nan, math.inf, -math.inf])
def test_a_forged_scale_that_is_no_number_is_logged_as_empty(scale: float) -> None:
    request = replace(DELIVERED.request, cfg_scale=scale)

    assert log_row(replace(DELIVERED, request=request))["cfg_scale"] is None
