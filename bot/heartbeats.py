"""Ends the threads in which discord.py sends its heartbeats."""

import asyncio
import threading
from typing import Final

from discord.gateway import KeepAliveHandler

END_WITHIN_S: Final = 2.0


async def end_heartbeats() -> None:
    """Call it with every client of this loop closed, and before the loop is closed itself.

    A thread that is in the middle of a beat, or whose connection was given up while it was being
    made, would go on, and break on the closed loop with a traceback.
    """
    loop = asyncio.get_running_loop()
    beating = [
        thread
        for thread in threading.enumerate()
        if isinstance(thread, KeepAliveHandler) and thread.ws.loop is loop
    ]
    for thread in beating:
        thread.stop()
    for thread in beating:
        await asyncio.to_thread(thread.join, END_WITHIN_S)
