"""Where an export is written to, and how far it is, for whoever typed the command."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bot.endings import ExitStatus, give_up


@contextlib.contextmanager
def export_file(output: Path | None) -> Iterator[TextIO]:
    """Yield a UTF-8 file that leaves row ends as they are written."""
    target = os.dup(sys.stdout.fileno()) if output is None else output
    try:
        file = open(target, "w", encoding="utf-8", newline="")  # noqa: PTH123, SIM115 - a descriptor is no path; closed below
    except OSError as error:
        give_up(ExitStatus.FAILED, f"{output} cannot be written: {error.strerror}.")
    try:
        yield file
        file.close()
    except BrokenPipeError:
        give_up(ExitStatus.FAILED, "The reader went away before the end.")
    except OSError as error:
        where = "Standard output" if output is None else str(output)
        give_up(ExitStatus.FAILED, f"{where} cannot be written: {error.strerror}.")


def export_progress(total: int) -> Progress:
    """Show on a terminal how far it is."""
    progress = Progress(
        TextColumn("Exporting"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        disable=not sys.stderr.isatty(),
    )
    progress.add_task("export", total=total)
    return progress
