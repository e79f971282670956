"""What a moderator's page and a month's figures are read from, without touching the rows."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | Sequence[str] | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_BY_TIME = ["created_at", "id"]
_STATS = [
    "status",
    "duration_s",
    "user_id",
    "channel_id",
    "queued_at",
    "submitted_at",
    "finished_at",
    "cost_usd",
    "cost_estimated_usd",
]


def upgrade() -> None:
    _widen("jobs_by_guild_and_time", ["guild_id", *_BY_TIME, *_STATS])
    _widen(
        "jobs_by_user_and_time",
        ["user_id", *_BY_TIME, "guild_id", "status", "duration_s", "reason"],
    )
    op.create_index(
        "jobs_by_guild_and_status", "jobs", ["guild_id", "status", *_BY_TIME, "duration_s"]
    )
    op.create_index(
        "jobs_by_guild_and_reason",
        "jobs",
        ["guild_id", "reason", *_BY_TIME, "status", "duration_s"],
        sqlite_where=sa.text("reason != ''"),
    )


def _widen(name: str, columns: list[str]) -> None:
    op.drop_index(name, "jobs")
    op.create_index(name, "jobs", columns)
