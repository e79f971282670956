"""What members set and say: their defaults, their reports, and the evidence these hold."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | Sequence[str] | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column(
        "jobs", sa.Column("held", sa.Boolean, nullable=False, server_default=sa.text("0"))
    )
    op.create_table(
        "option_defaults",
        sa.Column("scope", sa.String, primary_key=True),
        sa.Column("owner_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("duration_s", sa.Integer),
        sa.Column("aspect_ratio", sa.String),
        sa.Column("cfg_scale", sa.Float),
        sa.Column("negative_prompt", sa.Text),
        sa.Column("private", sa.Boolean),
        sa.CheckConstraint("scope IN ('member', 'channel', 'guild')", name="scope_is_known"),
    )
    op.create_table(
        "reports",
        sa.Column("id", _ROW_ID, primary_key=True),
        sa.Column(
            "job_id", sa.BigInteger, sa.ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("reporter_id", sa.BigInteger, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("decided_at", sa.BigInteger),
        sa.Column("decided_by", sa.BigInteger),
        sa.Column("decision", sa.String),
        sa.CheckConstraint(
            "decision IN ('deleted', 'blocked', 'dismissed')", name="decision_is_known"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("reports_by_job", "reports", ["job_id", "reporter_id"], unique=True)
    op.create_index("reports_by_reporter", "reports", ["reporter_id", "created_at"])
    op.create_index(
        "reports_undecided",
        "reports",
        ["guild_id", "created_at"],
        sqlite_where=sa.text("decided_at IS NULL"),
    )
