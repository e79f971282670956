"""What a moderator is shown who tries a feed: made up, and said to be."""

from datetime import datetime
from decimal import Decimal
from typing import Final

from bot.domain.clip import ClipRequest
from bot.domain.feed import End, Feed
from bot.domain.ids import EventId, JobId, ReportId, UserId
from bot.domain.job import Destination, Job, JobStatus
from bot.domain.report_cards import ReportCard, ReportHistory
from bot.domain.reporting import Report
from bot.messaging.catalogue import Catalogue

# No row has it, so no button finds anything by it.
NO_JOB: Final = JobId(0)
_PRICE_USD: Final = Decimal("1.40")
_REFERENCE: Final = "A1B2C3"


def sample_end(
    catalogue: Catalogue, locale: str, feed: Feed, *, user_id: UserId, at: datetime
) -> End:
    """A clip that was asked for by who tries the feed."""
    job = Job(
        id=NO_JOB,
        reference=_REFERENCE,
        status=JobStatus.DELIVERED,
        reason="",
        request=ClipRequest(prompt=catalogue.text(locale, "feed-sample-prompt")),
        destination=Destination(
            guild_id=feed.guild_id,
            channel_id=feed.channel_id,
            user_id=user_id,
            attachment_size_limit_bytes=0,
            filesize_limit_bytes=0,
            app_permissions=0,
            user_locale=locale,
            guild_locale=locale,
            private=False,
        ),
        created_at=at,
        cost_usd=_PRICE_USD,
    )
    return End(event_id=EventId(0), at=at, status=JobStatus.DELIVERED, job=job)


def sample_report(
    catalogue: Catalogue, locale: str, feed: Feed, *, user_id: UserId, at: datetime
) -> ReportCard:
    """A report by who tries the feed, about the clip of the sample line."""
    end = sample_end(catalogue, locale, feed, user_id=user_id, at=at)
    report = Report(
        id=ReportId(0),
        job_id=NO_JOB,
        guild_id=feed.guild_id,
        reporter_id=user_id,
        text=catalogue.text(locale, "feed-sample-report"),
        created_at=at,
    )
    return ReportCard(report=report, job=end.job, history=ReportHistory(clips=1))
