"""What moderators decide: rules, blocks, settings, notes, and the record of who decided it."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | Sequence[str] | None = "0006"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _create_audit_log()
    _create_prompt_rules()
    _create_blocks()
    _create_guild_settings()
    _create_case_notes()


def _create_audit_log() -> None:
    op.create_table(
        "audit_log",
        sa.Column("id", _ROW_ID, primary_key=True),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("actor_id", sa.BigInteger, nullable=False),
        sa.Column("action", sa.String, nullable=False),
        sa.Column("subject", sa.String, nullable=False),
        sa.Column("job_id", sa.BigInteger, sa.ForeignKey("jobs.id", ondelete="SET NULL")),
        sa.Column("before", sa.JSON),
        sa.Column("after", sa.JSON),
        sqlite_autoincrement=True,
    )
    op.create_index("audit_log_by_guild", "audit_log", ["guild_id", "id"])
    op.create_index("audit_log_by_job", "audit_log", ["job_id"])


def _create_prompt_rules() -> None:
    op.create_table(
        "prompt_rules",
        sa.Column("id", _ROW_ID, primary_key=True),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("created_by", sa.BigInteger, nullable=False),
        sa.CheckConstraint("kind IN ('word', 'phrase', 'pattern')", name="kind_is_known"),
        sqlite_autoincrement=True,
    )
    op.create_index("prompt_rules_by_guild", "prompt_rules", ["guild_id", "id"])


def _create_blocks() -> None:
    op.create_table(
        "blocks",
        sa.Column("id", _ROW_ID, primary_key=True),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("created_by", sa.BigInteger, nullable=False),
        sa.Column("expires_at", sa.BigInteger),
        sqlite_autoincrement=True,
    )
    op.create_index("blocks_by_member", "blocks", ["guild_id", "user_id"], unique=True)


def _create_guild_settings() -> None:
    op.create_table(
        "guild_settings",
        sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("settings", sa.JSON, nullable=False),
        sa.Column("paused_at", sa.BigInteger),
        sa.Column("paused_by", sa.BigInteger),
        sa.Column("pause_reason", sa.Text),
        sa.Column("left_at", sa.BigInteger),
    )


def _create_case_notes() -> None:
    op.create_table(
        "case_notes",
        sa.Column("id", _ROW_ID, primary_key=True),
        sa.Column(
            "job_id", sa.BigInteger, sa.ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("author_id", sa.BigInteger, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
    )
    op.create_index("case_notes_by_job", "case_notes", ["job_id", "id"])
