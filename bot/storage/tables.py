"""The tables and their indexes. A migration makes them; a test holds the two together."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    and_,
    literal_column,
    or_,
    text,
)
from sqlalchemy.sql.elements import ColumnElement

from bot.domain.job import DeliveryWay, JobStatus, SendWay
from bot.domain.ports import RequestKind
from bot.storage.columns import MicroUsd, RowId, UtcMicroseconds, Word

metadata: Final = MetaData()


def one_of(column: str, words: Iterable[StrEnum]) -> CheckConstraint:
    """Let the database refuse a word that is none of these."""
    listed = ", ".join(f"'{word.value}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_is_known")


jobs: Final = Table(
    "jobs",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("reference", String, nullable=False),
    Column("status", Word(JobStatus), nullable=False),
    Column("reason", String, nullable=False),
    Column("prompt", Text, nullable=False),
    Column("negative_prompt", Text, nullable=False),
    Column("duration_s", Integer, nullable=False),
    Column("aspect_ratio", String, nullable=False),
    Column("cfg_scale", Float),  # NULL: a forged request asked for "not a number"
    Column("guild_id", BigInteger, nullable=False),
    Column("channel_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False),
    Column("attachment_size_limit_bytes", BigInteger, nullable=False),
    Column("filesize_limit_bytes", BigInteger, nullable=False),
    Column("app_permissions", BigInteger, nullable=False),
    Column("user_locale", String, nullable=False),
    Column("guild_locale", String, nullable=False),
    Column("private", Boolean, nullable=False),
    Column("created_at", UtcMicroseconds, nullable=False),
    Column("acknowledged_at", UtcMicroseconds),
    Column("queued_at", UtcMicroseconds),
    Column("submitted_at", UtcMicroseconds),
    Column("model", String),  # of the last create, with its version; NULL: older than this column
    Column("finished_at", UtcMicroseconds),
    Column("delivered_at", UtcMicroseconds),
    Column("deleted_at", UtcMicroseconds),
    Column("interaction_token", Text),
    Column("interaction_token_expires_at", UtcMicroseconds),
    Column("card_message_id", BigInteger),
    Column("cancel_requested_by", String),
    Column("cancel_requested_at", UtcMicroseconds),
    Column("prediction_id", String),
    Column("predict_seconds", Float),
    Column("cost_usd", MicroUsd),
    Column("cost_estimated_usd", MicroUsd),
    Column("output_url", Text),
    Column("output_bytes", BigInteger),
    Column("kept_file", String),
    Column("delivery", Word(DeliveryWay)),
    Column("result_message_id", BigInteger),
    Column("message_url", String),
    Column("texts_erased", Boolean, nullable=False),
    Column("sending", Word(SendWay)),
    Column("owes_word", Boolean, nullable=False, server_default=text("0")),
    Column("held", Boolean, nullable=False, server_default=text("0")),
    Column("held_by", BigInteger),  # the moderator who holds it; an undecided report holds it too
    Column("spoiler", Boolean, nullable=False, server_default=text("0")),
    one_of("status", JobStatus),
    one_of("delivery", DeliveryWay),
    sqlite_autoincrement=True,  # the id is Discord's nonce and stands in buttons: never reused
)


def _literals(*statuses: JobStatus) -> list[ColumnElement[JobStatus]]:
    return [literal_column(f"'{status.value}'", Word(JobStatus)) for status in statuses]


# SQLite uses a partial index only when the query repeats its condition word for word, with
# literals and not with bound values. So queries take these, and nobody writes them anew.
# What is not known to have cost nothing counts: a reservation goes only when nothing was charged.
COUNTS: Final = or_(
    jobs.c.status.not_in(_literals(JobStatus.REFUSED, JobStatus.FAILED, JobStatus.CANCELLED)),
    jobs.c.cost_usd > literal_column("0"),
    and_(
        jobs.c.cost_usd.is_(None),
        jobs.c.status.in_(_literals(JobStatus.FAILED, JobStatus.CANCELLED)),
    ),
)
HAS_TOKEN: Final = jobs.c.interaction_token.is_not(None)
HAS_REASON: Final = jobs.c.reason != literal_column("''")
HAS_KEPT_FILE: Final = jobs.c.kept_file.is_not(None)
HAS_TEXTS: Final = jobs.c.texts_erased == literal_column("0")
IS_EXPIRED: Final = jobs.c.status.in_(_literals(JobStatus.EXPIRED))
OWES_WORD: Final = jobs.c.owes_word == literal_column("1")
# Its member had everything about them erased: the id is a pseudonym of theirs, below nothing.
IS_PSEUDONYMOUS: Final = jobs.c.user_id < literal_column("0")
# Eachlabs brought it to an end by itself, so it tells how long such clips take.
RAN_TO_ITS_END: Final = and_(
    jobs.c.prediction_id.is_not(None),
    jobs.c.finished_at.is_not(None),
    jobs.c.status.not_in(_literals(JobStatus.CANCELLED, JobStatus.EXPIRED)),
)
# It was claimed, and no prediction is known to have come of it.
WITHOUT_PREDICTION: Final = and_(jobs.c.prediction_id.is_(None), jobs.c.submitted_at.is_not(None))

# All that counting reads, so that it never touches the rows with their long texts.
_SPENT: Final = (jobs.c.queued_at, jobs.c.cost_usd, jobs.c.cost_estimated_usd, jobs.c.status)
_NEWEST: Final = (jobs.c.created_at, jobs.c.id)
Index("jobs_counted", *_SPENT, sqlite_where=COUNTS)
Index("jobs_counted_by_guild", jobs.c.guild_id, *_SPENT, sqlite_where=COUNTS)
# With the guild behind, so that what a member asked for in one server is read from it too.
Index("jobs_counted_by_user", jobs.c.user_id, *_SPENT, jobs.c.guild_id, sqlite_where=COUNTS)
Index("jobs_by_status", jobs.c.status, jobs.c.guild_id, jobs.c.user_id)
Index("jobs_by_time", *_NEWEST)
# A month's figures are read from this one alone; a page only begins with it.
Index(
    "jobs_by_guild_and_time",
    jobs.c.guild_id,
    *_NEWEST,
    jobs.c.status,
    jobs.c.duration_s,
    jobs.c.user_id,
    jobs.c.channel_id,
    jobs.c.queued_at,
    jobs.c.submitted_at,
    jobs.c.finished_at,
    jobs.c.cost_usd,
    jobs.c.cost_estimated_usd,
)
# A page's filters: what leads is searched for, what trails is looked at without the rows.
Index("jobs_by_guild_and_status", jobs.c.guild_id, jobs.c.status, *_NEWEST, jobs.c.duration_s)
Index(
    "jobs_by_guild_and_reason",
    jobs.c.guild_id,
    jobs.c.reason,
    *_NEWEST,
    jobs.c.status,
    jobs.c.duration_s,
    sqlite_where=HAS_REASON,
)
Index(
    "jobs_by_user_and_time",
    jobs.c.user_id,
    *_NEWEST,
    jobs.c.guild_id,
    jobs.c.status,
    jobs.c.duration_s,
    jobs.c.reason,
)
Index("jobs_by_reference", jobs.c.guild_id, jobs.c.reference)
Index("jobs_with_token", jobs.c.interaction_token_expires_at, sqlite_where=HAS_TOKEN)
Index("jobs_with_texts", jobs.c.created_at, sqlite_where=HAS_TEXTS)
Index("jobs_with_kept_file", jobs.c.status, jobs.c.kept_file, sqlite_where=HAS_KEPT_FILE)
Index("jobs_pseudonymous", jobs.c.created_at, sqlite_where=IS_PSEUDONYMOUS)
Index("jobs_expired", jobs.c.status, jobs.c.submitted_at, sqlite_where=IS_EXPIRED)
Index("jobs_untold", jobs.c.created_at, sqlite_where=OWES_WORD)
Index("jobs_without_prediction", jobs.c.submitted_at, sqlite_where=WITHOUT_PREDICTION)
Index(
    "jobs_generation_times",
    jobs.c.model,
    jobs.c.duration_s,
    jobs.c.finished_at,
    sqlite_where=RAN_TO_ITS_END,
)
Index(
    "jobs_by_prediction",
    jobs.c.prediction_id,
    unique=True,
    sqlite_where=jobs.c.prediction_id.is_not(None),
)

job_events: Final = Table(
    "job_events",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("job_id", BigInteger, ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False),
    Column("at", UtcMicroseconds, nullable=False),
    Column("status_before", Word(JobStatus)),
    Column("status_after", Word(JobStatus), nullable=False),
    Column("actor", String, nullable=False),
    Column("detail", Text, nullable=False),
    one_of("status_before", JobStatus),
    one_of("status_after", JobStatus),
    Index("job_events_by_job", "job_id"),
)

api_requests: Final = Table(
    "api_requests",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("at", UtcMicroseconds, nullable=False),
    Column("kind", Word(RequestKind), nullable=False),
    Column("guild_id", BigInteger),
    one_of("kind", RequestKind),
    Index("api_requests_by_time", "at"),
)

switches: Final = Table(
    "switches",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", Text, nullable=False),
)

incidents: Final = Table(
    "incidents",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("kind", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("opened_at", UtcMicroseconds, nullable=False),
    Column("closed_at", UtcMicroseconds),
    Column("detail", Text, nullable=False),
)
IS_OPEN: Final = incidents.c.closed_at.is_(None)
Index("incidents_open", incidents.c.kind, incidents.c.subject, unique=True, sqlite_where=IS_OPEN)
