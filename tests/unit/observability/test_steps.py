"""Which steps of a job count as a delivery."""

from datetime import UTC, datetime

import pytest

from bot.domain.clip import ClipRequest
from bot.domain.ids import ChannelId, GuildId, JobId, UserId
from bot.domain.job import DeliveryWay, Destination, Job, JobStatus
from bot.observability.metrics import Metrics
from bot.observability.steps import count_step

HERE = Destination(
    guild_id=GuildId(1),
    channel_id=ChannelId(2),
    user_id=UserId(3),
    attachment_size_limit_bytes=0,
    filesize_limit_bytes=0,
    app_permissions=0,
    user_locale="en-US",
    guild_locale="en-US",
    private=False,
)


def job(status: JobStatus, delivery: DeliveryWay | None) -> Job:
    return Job(
        id=JobId(42),
        reference="A1B2C3",
        status=status,
        reason="",
        request=ClipRequest(prompt="an owl"),
        destination=HERE,
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
        delivery=delivery,
    )


@pytest.mark.parametrize(
    ("status", "delivery", "counted"),
    [
        (JobStatus.DELIVERED, DeliveryWay.LINK, ["link"]),
        (JobStatus.KEPT, None, ["kept"]),
        (JobStatus.DELIVERED, None, []),
        (JobStatus.RUNNING, None, []),
    ],
)
def test_a_clip_counts_by_the_way_that_is_known(
    status: JobStatus, delivery: DeliveryWay | None, counted: list[str]
) -> None:
    metrics = Metrics(version="1.2.3")

    count_step(metrics, job(status, delivery))

    text = metrics.render().decode()
    ways = ("attachment", "link", "direct_message", "kept")
    assert [way for way in ways if f'deliveries_total{{way="{way}"}} 1' in text] == counted
