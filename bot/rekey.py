"""`showreel rekey`: everything is encrypted anew with the first key of DATA_KEY."""

import sys

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bot.config import Settings, data_keys
from bot.endings import ExitStatus, finish, give_up
from bot.operator_tools import ready_stores
from bot.storage.encryption import TextCipher
from bot.storage.lock import DatabaseLock
from bot.storage.rekeying import Rekeyed, Rekeying


def run_rekey(settings: Settings) -> None:
    """Say what was done; end with a sentence and a status where something is left to do."""
    if not data_keys(settings.data_key):
        give_up(
            ExitStatus.CONFIGURATION,
            "DATA_KEY is empty, so there is no key to encrypt with. "
            "docs/operations.md tells how to make one.",
        )
    try:
        rekeyed = finish(_rekey(settings))
    except KeyboardInterrupt:
        give_up(ExitStatus.FAILED, "Stopped half way. Nothing is lost; run it again.")
    typer.echo(
        f"{rekeyed.renewed} texts are newly encrypted with the first key of DATA_KEY."
        if rekeyed.renewed
        else "Nothing was left to encrypt with the first key of DATA_KEY."
    )
    if rekeyed.unreadable:
        give_up(
            ExitStatus.FAILED,
            f"{rekeyed.unreadable} texts stay as they are: no key of DATA_KEY opens them. "
            "Add the key that they were encrypted with, and run it again.",
        )
    if len(data_keys(settings.data_key)) > 1:
        typer.echo("Older keys may be taken out of DATA_KEY now.")


async def _rekey(settings: Settings) -> Rekeyed:
    """Raise DatabaseHeldError, NotMigratedError and StorageUnavailableError."""
    with DatabaseLock.acquire(settings.database_url):
        async with ready_stores(settings) as stores:
            rekeying = Rekeying(stores.database, cipher=TextCipher(data_keys(settings.data_key)))
            with _progress(await rekeying.count_rows()) as progress:
                return await rekeying.run(
                    on_progress=lambda rows: progress.update(progress.task_ids[0], completed=rows)
                )


def _progress(total: int) -> Progress:
    progress = Progress(
        TextColumn("Encrypting"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        disable=not sys.stderr.isatty(),
    )
    progress.add_task("rekey", total=total)
    return progress
