"""A run from log-in to the last parked job."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from itertools import chain, repeat
from typing import Any, Final, Protocol

import aiohttp
import discord
import structlog

from bot.client import ShowreelBot
from bot.domain.errors import StorageUnavailableError
from bot.domain.limits import DAY
from bot.domain.ports import Clock, IncidentStore, JobStore
from bot.eachlabs.webhook_receiver import WebhookReceiver
from bot.observability.health import Check, HealthServer
from bot.observability.loop_lag import LoopLagMonitor
from bot.observability.metrics import Metrics
from bot.registration import CommandRegistration
from bot.scheduling.budget import RequestBudget
from bot.scheduling.fair_queue import FairQueue
from bot.services.background import BackgroundTasks
from bot.services.poller import Poller
from bot.services.worker import Worker

log = structlog.get_logger(__name__)

# Discord's login is one request; while Discord is away it is tried again, ever more slowly.
LOGIN_WAITS_S: Final = (1.0, 2.0, 5.0, 10.0, 30.0)
# The worker turns every two seconds, and beats when a turn went well; silent for longer than
# this, it is stuck or cannot reach the database.
BEAT_MAX_AGE_S: Final = 15.0
GAUGES_EVERY_S: Final = 5.0
READY_LOOK_S: Final = 0.05
# How the gateway says that the token is no longer valid.
TOKEN_REFUSED_CLOSE_CODE: Final = 4004


class TokenRefusedError(Exception):
    """Discord does not know the bot's token."""


class UnexpectedEndError(Exception):
    """Something that must last as long as the run ended by itself."""


class Chore(Protocol):
    """Something that goes on beside the worker for as long as the run lasts."""

    async def run(self) -> None: ...


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
        webhooks: WebhookReceiver | None,
        chores: Sequence[Chore],
        metrics: Metrics,
        loops: Sequence[Callable[[], Coroutine[Any, Any, None]]] = (),
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
        self.webhooks = webhooks
        self._chores = chores
        self._metrics = metrics
        self._loops = loops
        self._registration = CommandRegistration(
            register=discord_client.register_commands, clock=clock
        )
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
        """Work until `stop` is set.

        Raises TokenRefusedError, CannotListenError, and whatever ends the worker, the poller
        or a chore.
        """
        await self._budget.restore()
        await self.health.start()
        try:
            if self.webhooks is not None:
                await self.webhooks.start()
            await self._serve(stop)
        finally:
            if self.webhooks is not None:
                await self.webhooks.stop()
            await self.health.stop()

    async def wait_until_ready(self) -> None:
        """Return once the gateway is connected, the commands were offered, the worker works."""
        await self._registration.wait_until_tried()
        while not (await self._gateway_ready() and await self._worker_beating()):
            await self._clock.sleep(READY_LOOK_S)

    async def _serve(self, stop: asyncio.Event) -> None:
        """Close the client in any case from here on; one that never tried to log in cannot be."""
        try:
            if await self._log_in_unless(stop):
                await self._run_until(stop)
        finally:
            await self._discord.close()

    async def _run_until(self, stop: asyncio.Event) -> None:
        asides = BackgroundTasks()
        asides.start(self._registration.run(), name="register-commands")
        asides.start(LoopLagMonitor(self._clock, self._metrics).run(), name="loop-lag")
        asides.start(self._show_gauges(), name="gauges")
        for loop in self._loops:
            asides.start(loop(), name=getattr(loop, "__qualname__", "loop"))
        worker = asyncio.create_task(self._worker.run(), name="worker")
        poller = asyncio.create_task(self._poller.run(), name="poller")
        chores = [
            asyncio.create_task(chore.run(), name=type(chore).__name__) for chore in self._chores
        ]
        gateway = asyncio.create_task(self._stay_connected(), name="gateway")
        stopped = asyncio.create_task(stop.wait(), name="stop")
        try:
            await asyncio.wait(
                {worker, poller, *chores, gateway, stopped},
                return_when=asyncio.FIRST_COMPLETED,
            )
            was_asked = stopped.done()
            log.info("stopping", asked=was_asked)
        finally:
            await _cancel(stopped)
            await self._discord.stop_answering()
            # The worker parks while everything it may still need is open.
            errors = [await _cancel(task) for task in (worker, poller, *chores)]
            await asides.stop()
            errors.append(await self._leave(gateway))
        _raise_first(*errors)
        if not was_asked:
            raise UnexpectedEndError

    async def _stay_connected(self) -> None:
        """The client itself comes back after a cut; only a first connection can be refused it."""
        waits_s = chain(LOGIN_WAITS_S, repeat(LOGIN_WAITS_S[-1]))
        while True:
            try:
                return await self._discord.connect(reconnect=True)
            except (discord.GatewayNotFound, aiohttp.ClientError, OSError) as error:
                if self._discord.is_closed():
                    raise
                wait_s = next(waits_s)
                log.warning("gateway_not_found", error=type(error).__name__, retry_s=wait_s)
                await self._clock.sleep(wait_s)

    async def _leave(self, gateway: asyncio.Task[None]) -> BaseException | None:
        """Close the client first: while it connects, it may swallow a cancel and go on for ever.

        What breaks because it was closed is no error.
        """
        had_ended = gateway.done()
        await self._discord.close()
        error = await _cancel(gateway)
        return error if had_ended else None

    async def _log_in_unless(self, stop: asyncio.Event) -> bool:
        """Say whether it is logged in: while Discord is away, only a stop ends the trying."""
        logging_in = asyncio.create_task(self._log_in(), name="log-in")
        stopped = asyncio.create_task(stop.wait(), name="stop")
        try:
            await asyncio.wait({logging_in, stopped}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            await _cancel(stopped)
            error = await _cancel(logging_in)
        _raise_first(error)
        return not logging_in.cancelled()

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
        if _is_token_refusal(error):
            raise TokenRefusedError from error
        if error is not None:
            raise error


def _is_token_refusal(error: BaseException | None) -> bool:
    """A token that is reset during the run closes the gateway; only a login knows its failure."""
    if isinstance(error, discord.ConnectionClosed):
        return error.code == TOKEN_REFUSED_CLOSE_CODE
    return isinstance(error, discord.LoginFailure)
