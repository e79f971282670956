"""The database: SQLAlchemy Core over SQLite, one writer, and nothing above it knows the SQL."""
