"""Signals to a process that may be about to end by itself."""

import os
from asyncio.subprocess import Process
from contextlib import suppress


def send_signal(process: Process, number: int) -> None:
    """Send it; one that has ended is left alone.

    The method of Process looks first whether it has ended, and takes its exit status away from
    asyncio, which then makes up another one.
    """
    with suppress(ProcessLookupError):
        os.kill(process.pid, number)
