"""Runs the steps on the connection that `bot.storage.migrate` hands in."""

from alembic import context

from bot.storage import member_tables, moderation_tables
from bot.storage.tables import metadata

__all__ = ["member_tables", "moderation_tables"]  # imported so that their tables are known

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite takes back table changes too, once BEGIN is really sent: all steps or none.
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
