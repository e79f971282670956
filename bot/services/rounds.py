"""Work that comes round again and again, whatever one round meets."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from bot.domain.errors import StorageUnavailableError
from bot.domain.ports import Clock
from bot.services.waiting import ended_within

log = structlog.get_logger(__name__)


async def repeat(
    work: Callable[[], Awaitable[None]],
    *,
    every_s: float,
    clock: Clock,
    wakened: asyncio.Event | None = None,
) -> None:
    """Do it until cancelled; what `wakened` is set for does not wait for the next round."""
    while True:
        if wakened is not None:
            wakened.clear()
        try:
            await work()
        except StorageUnavailableError:
            log.warning("housekeeping_waits_for_database")
        except asyncio.CancelledError:
            if _is_being_cancelled():
                raise
            log.warning("housekeeping_round_cut_off")
        except Exception:  # the supervisor: the next round must come whatever this one met
            log.exception("housekeeping_failed")
        if wakened is None:
            await clock.sleep(every_s)
        else:
            await ended_within(wakened.wait(), clock, timeout_s=every_s)


def _is_being_cancelled() -> bool:
    """A wait for something that others cancelled looks the same, and must not end a loop."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
