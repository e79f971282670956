"""Has charts drawn by a child process, one at a time and in bounded time."""

import asyncio
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import structlog

from bot.charts.wire import packed
from bot.domain.charts import ChartError, ChartSheet

log = structlog.get_logger(__name__)

# A child takes about half a second and 80 MiB: more than one at once gains nothing.
DRAWN_WITHIN_S: Final = 20.0
_PNG_START: Final = b"\x89PNG\r\n\x1a\n"
_STDERR_TAIL_CHARS: Final = 1000
_COMMAND: Final = (sys.executable, "-m", "bot.charts.draw")
# What a program needs to run at all. Keys, tokens and prompts are none of its business.
_HANDED_ON: Final = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TZ")


class ChildPainter:
    """The port `ChartPainter`. The drawing library keeps its list of fonts in `cache_folder`."""

    def __init__(
        self,
        cache_folder: Path,
        *,
        within_s: float = DRAWN_WITHIN_S,
        command: Sequence[str] = _COMMAND,
    ) -> None:
        self._cache_folder = cache_folder
        self._within_s = within_s
        self._command = command
        self._turn = asyncio.Lock()

    async def paint(self, sheets: Sequence[ChartSheet]) -> bytes:
        try:
            async with asyncio.timeout(self._within_s):
                await self._turn.acquire()
        except TimeoutError as error:
            raise _no_picture("others_first") from error
        try:
            return await self._drawn(packed(sheets))
        finally:
            self._turn.release()

    async def _drawn(self, sheets: bytes) -> bytes:
        try:
            child = await asyncio.create_subprocess_exec(
                *self._command,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
                env=self._environment(),
            )
        except OSError as error:
            raise _no_picture("not_started", detail=type(error).__name__) from error
        try:
            async with asyncio.timeout(self._within_s):
                picture, complaints = await child.communicate(sheets)
        except TimeoutError as error:
            raise _no_picture("too_slow") from error
        finally:
            await _ended(child)
        if child.returncode != 0 or not picture.startswith(_PNG_START):
            tail = complaints.decode(errors="replace").strip()[-_STDERR_TAIL_CHARS:]
            raise _no_picture("failed", detail=tail)
        return picture

    def _environment(self) -> dict[str, str]:
        own = {name: os.environ[name] for name in _HANDED_ON if name in os.environ}
        return {
            **own,
            # The one folder that it may write to, where everything else is read only.
            "MPLCONFIGDIR": str(self._cache_folder),
            "MPLBACKEND": "agg",
            "HOME": str(self._cache_folder),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONSAFEPATH": "1",
            "PYTHONUTF8": "1",
            # Its libraries would start a thread for each processor.
            "OPENBLAS_NUM_THREADS": "1",
        }


async def _ended(child: asyncio.subprocess.Process) -> None:
    if child.returncode is None:
        with suppress(ProcessLookupError):
            child.kill()
        await child.wait()


def _no_picture(why: str, *, detail: str = "") -> ChartError:
    log.warning("chart_not_drawn", why=why, detail=detail)
    return ChartError(why)
