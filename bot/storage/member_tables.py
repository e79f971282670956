"""The tables of what members set and say beside their requests."""

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    and_,
    literal_column,
    text,
)

from bot.domain.option_defaults import DefaultsScope
from bot.domain.reporting import ReportDecision
from bot.storage.columns import RowId, UtcMicroseconds, Word
from bot.storage.tables import metadata, one_of

option_defaults: Final = Table(
    "option_defaults",
    metadata,
    Column("scope", Word(DefaultsScope), primary_key=True),
    Column("owner_id", BigInteger, primary_key=True, autoincrement=False),
    Column("duration_s", Integer),
    Column("aspect_ratio", String),
    Column("cfg_scale", Float),
    Column("negative_prompt", Text),
    Column("private", Boolean),
    Column("guild_id", BigInteger),  # of a channel: whose defaults go when the bot has left
    one_of("scope", DefaultsScope),
)
Index(
    "option_defaults_by_guild",
    option_defaults.c.guild_id,
    sqlite_where=option_defaults.c.guild_id.is_not(None),
)

reports: Final = Table(
    "reports",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("job_id", BigInteger, ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False),
    Column("guild_id", BigInteger, nullable=False),
    Column("reporter_id", BigInteger, nullable=False),
    Column("text", Text, nullable=False),
    Column("created_at", UtcMicroseconds, nullable=False),
    Column("decided_at", UtcMicroseconds),
    Column("decided_by", BigInteger),
    Column("decision", Word(ReportDecision)),
    Column("message_id", BigInteger),  # of the clip, until the report is decided
    Column("card_channel_id", BigInteger),
    Column("card_message_id", BigInteger),
    Column("card_due", Boolean, nullable=False, server_default=text("1")),
    one_of("decision", ReportDecision),
    Index("reports_by_job", "job_id", "reporter_id", unique=True),
    Index("reports_by_reporter", "reporter_id", "created_at"),
    sqlite_autoincrement=True,  # the id stands in buttons: never reused
)
IS_UNDECIDED: Final = reports.c.decided_at.is_(None)
# Its card does not stand yet, or says what was so before.
CARD_IS_DUE: Final = reports.c.card_due == literal_column("1")
Index("reports_with_card_due", reports.c.guild_id, sqlite_where=CARD_IS_DUE)
Index("reports_undecided", reports.c.guild_id, reports.c.created_at, sqlite_where=IS_UNDECIDED)
IS_DECIDED_TEXT: Final = and_(
    reports.c.decided_at.is_not(None), reports.c.text != literal_column("''")
)
Index("reports_with_text", reports.c.created_at, sqlite_where=IS_DECIDED_TEXT)
# As of jobs. Once the pseudonym has gone, the report's own number stands there, below nothing.
IS_PSEUDONYMOUS_REPORT: Final = reports.c.reporter_id < -reports.c.id
Index("reports_pseudonymous", reports.c.created_at, sqlite_where=IS_PSEUDONYMOUS_REPORT)

# Who asked for erasure: all that was asked for before then, once it has ended and nothing holds it.
erasures: Final = Table(
    "erasures",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("requested_at", UtcMicroseconds, nullable=False),
)
