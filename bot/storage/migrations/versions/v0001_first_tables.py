"""The first tables: jobs, their events, requests sent, switches, incidents."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0001"
down_revision: str | Sequence[str] | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_STATUSES = (
    "('refused', 'queued', 'submitting', 'unknown', 'running', 'delivering', 'delivered', "
    "'kept', 'failed', 'cancelled', 'expired')"
)
_COUNTS = "(status NOT IN ('refused', 'failed', 'cancelled')) OR cost_usd > 0"


def upgrade() -> None:
    _create_jobs()
    _index_jobs()
    _create_job_events()
    _create_api_requests()
    _create_switches()
    _create_incidents()


def _create_jobs() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", _ROW_ID, primary_key=True),
        sa.Column("reference", sa.String, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("prompt", sa.Text, nullable=False),
        sa.Column("negative_prompt", sa.Text, nullable=False),
        sa.Column("duration_s", sa.Integer, nullable=False),
        sa.Column("aspect_ratio", sa.String, nullable=False),
        sa.Column("cfg_scale", sa.Float),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        sa.Column("attachment_size_limit_bytes", sa.BigInteger, nullable=False),
        sa.Column("filesize_limit_bytes", sa.BigInteger, nullable=False),
        sa.Column("app_permissions", sa.BigInteger, nullable=False),
        sa.Column("user_locale", sa.String, nullable=False),
        sa.Column("guild_locale", sa.String, nullable=False),
        sa.Column("private", sa.Boolean, nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("acknowledged_at", sa.BigInteger),
        sa.Column("queued_at", sa.BigInteger),
        sa.Column("submitted_at", sa.BigInteger),
        sa.Column("finished_at", sa.BigInteger),
        sa.Column("delivered_at", sa.BigInteger),
        sa.Column("deleted_at", sa.BigInteger),
        sa.Column("interaction_token", sa.Text),
        sa.Column("interaction_token_expires_at", sa.BigInteger),
        sa.Column("card_message_id", sa.BigInteger),
        sa.Column("cancel_requested_by", sa.String),
        sa.Column("cancel_requested_at", sa.BigInteger),
        sa.Column("prediction_id", sa.String),
        sa.Column("predict_seconds", sa.Float),
        sa.Column("cost_usd", sa.BigInteger),
        sa.Column("cost_estimated_usd", sa.BigInteger),
        sa.Column("output_url", sa.Text),
        sa.Column("output_bytes", sa.BigInteger),
        sa.Column("kept_file", sa.String),
        sa.Column("delivery", sa.String),
        sa.Column("result_message_id", sa.BigInteger),
        sa.Column("message_url", sa.String),
        sa.Column("texts_erased", sa.Boolean, nullable=False),
        sa.CheckConstraint(f"status IN {_STATUSES}", name="status_is_known"),
        sa.CheckConstraint(
            "delivery IN ('attachment', 'link', 'direct_message')", name="delivery_is_known"
        ),
        sqlite_autoincrement=True,
    )


def _index_jobs() -> None:
    spent = ["queued_at", "cost_usd", "cost_estimated_usd", "status"]
    counts = sa.text(_COUNTS)
    op.create_index("jobs_counted", "jobs", spent, sqlite_where=counts)
    op.create_index("jobs_counted_by_guild", "jobs", ["guild_id", *spent], sqlite_where=counts)
    op.create_index("jobs_counted_by_user", "jobs", ["user_id", *spent], sqlite_where=counts)
    op.create_index("jobs_by_status", "jobs", ["status", "guild_id", "user_id"])
    op.create_index("jobs_by_time", "jobs", ["created_at", "id"])
    op.create_index("jobs_by_guild_and_time", "jobs", ["guild_id", "created_at", "id"])
    op.create_index(
        "jobs_with_token",
        "jobs",
        ["interaction_token_expires_at"],
        sqlite_where=sa.text("interaction_token IS NOT NULL"),
    )
    op.create_index(
        "jobs_with_texts", "jobs", ["created_at"], sqlite_where=sa.text("texts_erased = 0")
    )


def _create_job_events() -> None:
    op.create_table(
        "job_events",
        sa.Column("id", _ROW_ID, primary_key=True),
        sa.Column(
            "job_id", sa.BigInteger, sa.ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("status_before", sa.String),
        sa.Column("status_after", sa.String, nullable=False),
        sa.Column("actor", sa.String, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.CheckConstraint(f"status_before IN {_STATUSES}", name="status_before_is_known"),
        sa.CheckConstraint(f"status_after IN {_STATUSES}", name="status_after_is_known"),
    )
    op.create_index("job_events_by_job", "job_events", ["job_id"])


def _create_api_requests() -> None:
    op.create_table(
        "api_requests",
        sa.Column("id", _ROW_ID, primary_key=True),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("guild_id", sa.BigInteger),
        sa.CheckConstraint(
            "kind IN ('create', 'cancel', 'poll', 'list', 'balance')", name="kind_is_known"
        ),
    )
    op.create_index("api_requests_by_time", "api_requests", ["at"])


def _create_switches() -> None:
    op.create_table(
        "switches",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )


def _create_incidents() -> None:
    op.create_table(
        "incidents",
        sa.Column("id", _ROW_ID, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("subject", sa.String, nullable=False),
        sa.Column("opened_at", sa.BigInteger, nullable=False),
        sa.Column("closed_at", sa.BigInteger),
        sa.Column("detail", sa.Text, nullable=False),
    )
    op.create_index(
        "incidents_open",
        "incidents",
        ["kind", "subject"],
        unique=True,
        sqlite_where=sa.text("closed_at IS NULL"),
    )
