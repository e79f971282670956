"""Finds clips that were given up lately, however many were in all the years before."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | Sequence[str] | None = "0005"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_index(
        "jobs_expired",
        "jobs",
        ["status", "submitted_at"],
        sqlite_where=sa.text("status IN ('expired')"),
    )
