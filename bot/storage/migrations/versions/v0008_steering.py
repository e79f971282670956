"""Feeds, lasting pages, spoilers, pseudonyms, limits of a server, and who asked for erasure."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | Sequence[str] | None = "0007"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_COUNTS = (
    "(status NOT IN ('refused', 'failed', 'cancelled')) OR cost_usd > 0 "
    "OR cost_usd IS NULL AND status IN ('failed', 'cancelled')"
)
_ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column(
        "jobs", sa.Column("spoiler", sa.Boolean, nullable=False, server_default=sa.text("0"))
    )
    op.add_column("jobs", sa.Column("held_by", sa.BigInteger))
    op.create_index("jobs_by_reference", "jobs", ["guild_id", "reference"])
    op.create_index(
        "jobs_pseudonymous", "jobs", ["created_at"], sqlite_where=sa.text("user_id < 0")
    )
    op.create_index(
        "jobs_with_kept_file",
        "jobs",
        ["status", "kept_file"],
        sqlite_where=sa.text("kept_file IS NOT NULL"),
    )
    _count_a_members_rows_by_guild()
    op.add_column("guild_settings", sa.Column("feed_channel_id", sa.BigInteger))
    op.add_column("guild_settings", sa.Column("feed_categories", sa.JSON))
    op.create_index(
        "guild_settings_paused",
        "guild_settings",
        ["guild_id"],
        sqlite_where=sa.text("paused_at IS NOT NULL"),
    )
    op.create_index(
        "blocks_ending", "blocks", ["expires_at"], sqlite_where=sa.text("expires_at IS NOT NULL")
    )
    op.add_column("guild_settings", sa.Column("feed_set_at", sa.BigInteger))
    op.create_index(
        "guild_settings_with_feed",
        "guild_settings",
        ["guild_id"],
        sqlite_where=sa.text("feed_channel_id IS NOT NULL"),
    )
    op.add_column("option_defaults", sa.Column("guild_id", sa.BigInteger))
    op.add_column("reports", sa.Column("message_id", sa.BigInteger))
    op.add_column("reports", sa.Column("card_channel_id", sa.BigInteger))
    op.add_column("reports", sa.Column("card_message_id", sa.BigInteger))
    op.add_column(
        "reports", sa.Column("card_due", sa.Boolean, nullable=False, server_default=sa.text("1"))
    )
    op.create_index(
        "reports_with_card_due", "reports", ["guild_id"], sqlite_where=sa.text("card_due = 1")
    )
    _create_usage_views()
    _create_erasures()


def _count_a_members_rows_by_guild() -> None:
    op.drop_index("jobs_counted_by_user", "jobs")
    op.create_index(
        "jobs_counted_by_user",
        "jobs",
        ["user_id", "queued_at", "cost_usd", "cost_estimated_usd", "status", "guild_id"],
        sqlite_where=sa.text(_COUNTS),
    )


def _create_usage_views() -> None:
    op.create_table(
        "usage_views",
        sa.Column("id", _ROW_ID, primary_key=True),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        sa.Column("filter", sa.Text, nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("usage_views_by_time", "usage_views", ["created_at"])


def _create_erasures() -> None:
    op.create_table(
        "erasures",
        sa.Column("user_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("requested_at", sa.BigInteger, nullable=False),
    )
    op.create_index(
        "reports_pseudonymous",
        "reports",
        ["created_at"],
        sqlite_where=sa.text("reporter_id < -id"),
    )
    op.create_index(
        "reports_with_text",
        "reports",
        ["created_at"],
        sqlite_where=sa.text("decided_at IS NOT NULL AND text != ''"),
    )
    op.create_index(
        "option_defaults_by_guild",
        "option_defaults",
        ["guild_id"],
        sqlite_where=sa.text("guild_id IS NOT NULL"),
    )
    op.create_index("case_notes_by_time", "case_notes", ["created_at"])
    op.create_index("case_notes_by_author", "case_notes", ["author_id", "id"])
    op.create_index("audit_log_by_actor", "audit_log", ["actor_id", "id"])
    op.create_index(
        "audit_log_about_members",
        "audit_log",
        ["subject", "id"],
        sqlite_where=sa.text("action IN ('member_blocked', 'member_unblocked')"),
    )
    op.create_index("blocks_by_user", "blocks", ["user_id"])
    op.create_index(
        "guild_settings_left",
        "guild_settings",
        ["left_at"],
        sqlite_where=sa.text("left_at IS NOT NULL"),
    )
