"""What a moderator is shown who tries a feed: made up, and said to be."""

from datetime import datetime
from decimal import Decimal
from typing import Final

from bot.domain.clip import ClipRequest
from bot.domain.feed import End, Feed
from bot.domain.ids import EventId, JobId, UserId
from bot.domain.job import Destination, Job, JobStatus
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
