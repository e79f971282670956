"""How a command ends: with a sentence and an exit status, and never with a traceback."""

import asyncio
import signal
from collections.abc import Coroutine
from enum import IntEnum
from types import FrameType
from typing import Any, Final, NoReturn, TypeVar

import typer

T = TypeVar("T")

STOP_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)


class ExitStatus(IntEnum):
    """The contract's, in the words of sysexits.h."""

    FAILED = 1
    UNAVAILABLE = 69
    TEMPORARY_FAILURE = 75
    CONFIGURATION = 78


def finish(work: Coroutine[Any, Any, T]) -> T:
    """Run it to its end; what an operator can mend becomes a sentence and an exit status."""
    from bot.domain.errors import StorageUnavailableError
    from bot.domain.listening import CannotListenError
    from bot.operator_tools import NotMigratedError
    from bot.runner import TokenRefusedError, UnexpectedEndError
    from bot.storage.lock import DatabaseHeldError
    from bot.storage.migration_child import MigrationError

    try:
        return asyncio.run(work)
    except DatabaseHeldError:
        give_up(
            ExitStatus.TEMPORARY_FAILURE,
            "Another Showreel holds this database. Stop it first, or set another DATABASE_URL.",
        )
    except TokenRefusedError:
        give_up(
            ExitStatus.UNAVAILABLE,
            "Discord refuses the token. Reset it in the developer portal and set DISCORD_TOKEN.",
        )
    except UnexpectedEndError:
        give_up(
            ExitStatus.FAILED,
            "A part of the bot ended by itself; the log says why. No job is lost by a new start.",
        )
    except CannotListenError as error:
        give_up(ExitStatus.CONFIGURATION, str(error.strerror))
    except NotMigratedError:
        give_up(
            ExitStatus.FAILED,
            "The database is not at this version's schema. Run `showreel migrate`.",
        )
    except (MigrationError, StorageUnavailableError) as error:
        give_up(ExitStatus.FAILED, f"The database cannot be used: {error}")


def give_up(status: ExitStatus, sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise SystemExit(status) from None


def stop_event() -> asyncio.Event:
    """Set by SIGINT and SIGTERM: under asyncio.run alone, SIGTERM would skip every clean-up.

    The loop's own handlers would go with the loop: a further signal, come between then and the
    process's last words, would kill it.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()

    def stop_soon(_number: int, _frame: FrameType | None) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(stop.set)

    for number in STOP_SIGNALS:
        signal.signal(number, stop_soon)
    return stop


def ignore_stop_signals() -> None:
    """All is written: a second, impatient signal must not turn a clean end into a bad one."""
    for number in STOP_SIGNALS:
        signal.signal(number, signal.SIG_IGN)
