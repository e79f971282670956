"""The tables of what moderators decide, and the record of who decided it."""

from typing import Final

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ForeignKey,
    Index,
    String,
    Table,
    Text,
    literal_column,
)

from bot.domain.audit import AuditAction
from bot.domain.rules import RuleKind
from bot.storage.columns import RowId, UtcMicroseconds, Word
from bot.storage.tables import metadata, one_of

audit_log: Final = Table(
    "audit_log",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("guild_id", BigInteger, nullable=False),
    Column("at", UtcMicroseconds, nullable=False),
    Column("actor_id", BigInteger, nullable=False),
    Column("action", Word(AuditAction), nullable=False),
    Column("subject", String, nullable=False),
    Column("job_id", BigInteger, ForeignKey("jobs.id", ondelete="SET NULL")),
    Column("before", JSON),
    Column("after", JSON),
    Index("audit_log_by_guild", "guild_id", "id"),
    Index("audit_log_by_job", "job_id"),
    Index("audit_log_by_actor", "actor_id", "id"),
    sqlite_autoincrement=True,
)
# With the words in the statement itself, as a partial index wants it.
IS_ABOUT_MEMBER: Final = audit_log.c.action.in_(
    [
        literal_column(f"'{action.value}'", Word(AuditAction))
        for action in (AuditAction.MEMBER_BLOCKED, AuditAction.MEMBER_UNBLOCKED)
    ]
)
Index("audit_log_about_members", audit_log.c.subject, audit_log.c.id, sqlite_where=IS_ABOUT_MEMBER)

prompt_rules: Final = Table(
    "prompt_rules",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("guild_id", BigInteger, nullable=False),
    Column("kind", Word(RuleKind), nullable=False),
    Column("text", Text, nullable=False),
    Column("created_at", UtcMicroseconds, nullable=False),
    Column("created_by", BigInteger, nullable=False),
    one_of("kind", RuleKind),
    Index("prompt_rules_by_guild", "guild_id", "id"),
    sqlite_autoincrement=True,  # the id stands in the log's reasons: never reused
)

blocks: Final = Table(
    "blocks",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("guild_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False),
    Column("reason", Text, nullable=False),
    Column("created_at", UtcMicroseconds, nullable=False),
    Column("created_by", BigInteger, nullable=False),
    Column("expires_at", UtcMicroseconds),
    Index("blocks_by_member", "guild_id", "user_id", unique=True),
    Index("blocks_by_user", "user_id"),
    sqlite_autoincrement=True,
)
Index("blocks_ending", blocks.c.expires_at, sqlite_where=blocks.c.expires_at.is_not(None))

guild_settings: Final = Table(
    "guild_settings",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("settings", JSON, nullable=False),
    Column("paused_at", UtcMicroseconds),
    Column("paused_by", BigInteger),
    Column("pause_reason", Text),
    Column("left_at", UtcMicroseconds),
    Column("feed_channel_id", BigInteger),
    Column("feed_categories", JSON),
    Column("feed_set_at", UtcMicroseconds),
)
IS_PAUSED: Final = guild_settings.c.paused_at.is_not(None)
Index("guild_settings_paused", guild_settings.c.guild_id, sqlite_where=IS_PAUSED)

HAS_LEFT: Final = guild_settings.c.left_at.is_not(None)
Index("guild_settings_left", guild_settings.c.left_at, sqlite_where=HAS_LEFT)
HAS_FEED: Final = guild_settings.c.feed_channel_id.is_not(None)
Index("guild_settings_with_feed", guild_settings.c.guild_id, sqlite_where=HAS_FEED)

case_notes: Final = Table(
    "case_notes",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("job_id", BigInteger, ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False),
    Column("author_id", BigInteger, nullable=False),
    Column("text", Text, nullable=False),
    Column("created_at", UtcMicroseconds, nullable=False),
    Index("case_notes_by_job", "job_id", "id"),
    Index("case_notes_by_time", "created_at"),
    Index("case_notes_by_author", "author_id", "id"),
)

# What a moderator looks for in the log, so that its pages turn after a restart. The filter may
# hold words of prompts: it is sealed, and goes after a day.
usage_views: Final = Table(
    "usage_views",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("guild_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, nullable=False),
    Column("filter", Text, nullable=False),
    Column("created_at", UtcMicroseconds, nullable=False),
    Index("usage_views_by_time", "created_at"),
    sqlite_autoincrement=True,  # the id stands in buttons: never reused
)
