"""Which model made a clip, and how long it took: what waiting times are learned from."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | Sequence[str] | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("jobs", sa.Column("model", sa.String))
    op.create_index(
        "jobs_generation_times",
        "jobs",
        ["model", "duration_s", "finished_at"],
        sqlite_where=sa.text(
            "prediction_id IS NOT NULL AND finished_at IS NOT NULL "
            "AND (status NOT IN ('cancelled', 'expired'))"
        ),
    )
