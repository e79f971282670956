"""Turns what the driver raises into the one error that the services know."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError

from bot.domain.errors import StorageUnavailableError


@contextmanager
def driver_errors_become_ours() -> Iterator[None]:
    """A locked, full, read-only or broken database; a defect of ours stays what it is."""
    try:
        yield
    except IntegrityError:
        raise  # trying again would break the same rule again
    except DBAPIError as error:
        # The statement's values are hidden by the engine, so nothing private is chained here.
        raise StorageUnavailableError(f"{type(error.orig).__name__}: {error.orig}") from error
    except (sqlite3.Error, OSError) as error:
        raise StorageUnavailableError(f"{type(error).__name__}: {error}") from error
