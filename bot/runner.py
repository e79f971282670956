"""A run from log-in to the last parked job."""

import asyncio
from typing import Any, Final

import aiohttp
import discord
import structlog

from bot.client import ShowreelBot
from bot.domain.errors import StorageUnavailableError
from bot.domain.limits import DAY
from bot.domain.ports import Clock, IncidentStore, JobStore
from bot.observability.health import Check, HealthServer
from bot.observability.loop_lag import LoopLagMonitor
from bot.observability.metrics import Metrics
from bot.scheduling.budget import RequestBudget
from bot.scheduling.fair_queue import FairQueue
from bot.services.background import BackgroundTasks
from bot.services.housekeeping import Housekeeping
from bot.services.poller import Poller
from bot.services.worker import Worker

log = structlog.get_logger(__name__)

# Discord's login is one request; while Discord is away it is tried again, ever more slowly.
LOGIN_WAITS_S: Final = (1.0, 2.0, 5.0, 10.0, 30.0)
# Unconnected for longer than this, the worker is not ready.
BEAT_MAX_AGE_S: Final = 15.0
GAUGES_EVERY_S: Final = 5.0
READY_LOOK_S: Final = 0.05


class TokenRefusedError(Exception):
    """Discord does not know the bot's token."""


class Runner:
    """Starts what was opened, in order, and parks it again when it is told to stop."""

    def __init__(
        self,
        *,
        discord_token: str,
        slots: int,
        health_host: str,
        health_port: int,
        clock: Clock,
        jobs: JobStore,
        incidents: IncidentStore,
        database_writable: Check,
        discord_client: ShowreelBot,
        budget: RequestBudget,
        queue: FairQueue,
        worker: Worker,
        poller: Poller,
        housekeeping: Housekeeping,
        metrics: Metrics,
    ) -> None:
        self._discord_token = discord_token
        self._slots = slots
        self._clock = clock
        self._jobs = jobs
        self._incidents = incidents
        self._discord = discord_client
        self._budget = budget
        self._queue = queue
        self._worker = worker
        self._poller = poller
        self._housekeeping = housekeeping
        self._metrics = metrics
        self.health = HealthServer(
            host=health_host,
            port=health_port,
            readiness={
                "gateway": self._gateway_ready,
                "database": database_writable,
                "worker": self._worker_beating,
            },
            metrics=metrics,
        )

    async def run(self, stop: asyncio.Event) -> None:
        """Work until `stop` is set. Raises TokenRefusedError and PortTakenError."""
        await self._budget.restore()
        await self.health.start()
        try:
            await self._log_in()
            await self._run_until(stop)
        finally:
            await self._discord.close()
            await self.health.stop()

    async def wait_until_ready(self) -> None:
        """Return once the gateway is connected and the worker works."""
        while not (await self._gateway_ready() and await self._worker_beating()):
            await self._clock.sleep(READY_LOOK_S)

    async def _run_until(self, stop: asyncio.Event) -> None:
        asides = BackgroundTasks()
        asides.start(self._poller.run(), name="poller")
        asides.start(self._housekeeping.run(), name="housekeeping")
        asides.start(LoopLagMonitor(self._clock, self._metrics).run(), name="loop-lag")
        asides.start(self._show_gauges(), name="gauges")
        worker = asyncio.create_task(self._worker.run(), name="worker")
        gateway = asyncio.create_task(self._discord.connect(reconnect=True), name="gateway")
        stopped = asyncio.create_task(stop.wait(), name="stop")
        try:
            await asyncio.wait({worker, gateway, stopped}, return_when=asyncio.FIRST_COMPLETED)
            log.info("stopping", asked=stopped.done())
        finally:
            await _cancel(stopped)
            # The worker parks while everything it may still need is open.
            worker_error = await _cancel(worker)
            gateway_error = await _cancel(gateway)
            await asides.stop()
        _raise_first(worker_error, gateway_error)

    async def _log_in(self) -> None:
        waits_s = iter(LOGIN_WAITS_S)
        wait_s = LOGIN_WAITS_S[-1]
        while True:
            try:
                return await self._discord.login(self._discord_token)
            except discord.LoginFailure as error:
                raise TokenRefusedError from error
            except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
                wait_s = next(waits_s, wait_s)
                log.warning("login_failed", error=type(error).__name__, retry_s=wait_s)
                await self._clock.sleep(wait_s)

    async def _gateway_ready(self) -> bool:
        shards = self._discord.shards
        return (
            self._discord.is_ready()
            and bool(shards)
            and not any(shard.is_closed() for shard in shards.values())
        )

    async def _worker_beating(self) -> bool:
        beat = self._worker.last_beat
        return beat is not None and self._clock.monotonic() - beat <= BEAT_MAX_AGE_S

    async def _show_gauges(self) -> None:
        while True:
            window = self._budget.snapshot()
            self._metrics.show_request_window(used=window.used, limit=window.limit)
            self._metrics.show_load(
                waiting=self._queue.waiting_count,
                running=self._queue.running_count,
                slots=self._slots,
            )
            try:
                spent_usd = await self._jobs.usd_since(self._clock.now() - DAY)
                incidents = await self._incidents.open_incidents()
            except StorageUnavailableError:
                log.warning("gauges_wait_for_database")
            else:
                self._metrics.show_spend(spent_usd)
                self._metrics.show_open_incidents(len(incidents))
            await self._clock.sleep(GAUGES_EVERY_S)


async def _cancel(task: asyncio.Task[Any]) -> BaseException | None:
    """End a task; returns what it raised by itself."""
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    return None if task.cancelled() else task.exception()


def _raise_first(*errors: BaseException | None) -> None:
    for error in errors:
        if isinstance(error, discord.LoginFailure):
            raise TokenRefusedError from error
        if error is not None:
            raise error
