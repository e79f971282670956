"""What finds paid work again: who owns a prediction, what was being sent, who was told."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | Sequence[str] | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_SPENT = ["queued_at", "cost_usd", "cost_estimated_usd", "status"]
_COUNTED_INDEXES = {
    "jobs_counted": _SPENT,
    "jobs_counted_by_guild": ["guild_id", *_SPENT],
    "jobs_counted_by_user": ["user_id", *_SPENT],
}
_COUNTS = (
    "(status NOT IN ('refused', 'failed', 'cancelled')) OR cost_usd > 0 "
    "OR cost_usd IS NULL AND status IN ('failed', 'cancelled')"
)


def upgrade() -> None:
    op.add_column("jobs", sa.Column("sending", sa.String))
    op.add_column(
        "jobs", sa.Column("owes_word", sa.Boolean, nullable=False, server_default=sa.text("0"))
    )
    _count_what_may_have_cost()
    op.create_index("jobs_untold", "jobs", ["created_at"], sqlite_where=sa.text("owes_word = 1"))
    op.create_index(
        "jobs_without_prediction",
        "jobs",
        ["submitted_at"],
        sqlite_where=sa.text("prediction_id IS NULL AND submitted_at IS NOT NULL"),
    )
    op.create_index("jobs_by_user_and_time", "jobs", ["user_id", "created_at", "id"])
    op.create_index(
        "jobs_by_prediction",
        "jobs",
        ["prediction_id"],
        unique=True,
        sqlite_where=sa.text("prediction_id IS NOT NULL"),
    )


def _count_what_may_have_cost() -> None:
    for name, columns in _COUNTED_INDEXES.items():
        op.drop_index(name, "jobs")
        op.create_index(name, "jobs", columns, sqlite_where=sa.text(_COUNTS))
