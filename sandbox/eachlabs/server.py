"""A local Eachlabs: the same shapes, limits, charges and failures, and clips that play."""

import random
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Final, Self, Unpack

import aiohttp
from aiohttp import web
from aiohttp.typedefs import Middleware

from sandbox.eachlabs.account import Account, AccountEvents, AccountTerms
from sandbox.eachlabs.api import Api
from sandbox.eachlabs.faults import FaultKind, Faults
from sandbox.eachlabs.file_host import FileHost
from sandbox.eachlabs.gate import UPLOADS_PATH, Gate, echo_request_id
from sandbox.eachlabs.limits import BalanceLimit, Promises, RequestKind, Violation
from sandbox.eachlabs.listener import HOST, Listener
from sandbox.eachlabs.options import OptionKeywords, Options
from sandbox.eachlabs.prediction import LedgerRow, Prediction, Status
from sandbox.eachlabs.slot_log import SlotLog
from sandbox.eachlabs.ticker import Ticker
from sandbox.eachlabs.time_lapse import TimeLapse
from sandbox.eachlabs.webhooks import Webhooks
from sandbox.eachlabs.workshop import Workshop

# Handlers that hang on purpose must not hold up the end of a test.
SHUTDOWN_S: Final = 0.1


class LocalEachlabs:
    """What a test, or a panel of the sandbox, sees and turns.

    async with LocalEachlabs.open() as eachlabs:
        eachlabs.faults.switch_on("create_cut_after", times=1)
    """

    def __init__(
        self,
        options: Options,
        *,
        listener: Listener,
        workshop: Workshop,
        webhook_session: aiohttp.ClientSession,
    ) -> None:
        self.api_key = options.api_key
        self.base_url = f"http://{HOST}:{listener.port}"
        self._options = options
        self._listener = listener
        self._workshop = workshop
        self._chance = random.Random(options.seed)  # noqa: S311 - drawn times are no secrets
        self.faults = Faults(chance=self._chance, on_change=self._follow_away_switch)
        self._promises = Promises(
            clock=options.clock,
            rate_requests=options.rate_requests,
            rate_seconds=options.rate_seconds,
            max_concurrent=options.max_concurrent,
            max_open_requests=options.max_open_requests,
        )
        self._webhooks = Webhooks(
            session=webhook_session,
            faults=self.faults,
            now=options.now,
            retry_s=options.webhook_retry_s,
        )
        self._time_lapse = TimeLapse(clock=options.clock, speed=options.speed)
        self._account = self._new_account()
        self._ticker = Ticker(account=self._account, clock=options.clock)
        self._gate = Gate(
            api_key=options.api_key,
            promises=self._promises,
            faults=self.faults,
            enforce_rate=options.enforce_rate,
        )

    @classmethod
    @asynccontextmanager
    async def open(
        cls, *, middlewares: Sequence[Middleware] = (), **keywords: Unpack[OptionKeywords]
    ) -> AsyncIterator[Self]:
        """Serve on 127.0.0.1 until the context ends. Options says what the keywords mean.

        `middlewares` stand before everything else: they may watch, hold or end any request.
        """
        options = Options(**keywords)
        async with AsyncExitStack() as stack:
            listener = Listener(port=options.port)
            stack.push_async_callback(listener.close)
            directory = options.clip_directory or stack.enter_context(_temporary_directory())
            workshop = Workshop(directory=directory, make=options.make_clip)
            stack.push_async_callback(workshop.close)
            session = await stack.enter_async_context(aiohttp.ClientSession())
            eachlabs = cls(options, listener=listener, workshop=workshop, webhook_session=session)
            stack.push_async_callback(eachlabs._webhooks.close)
            stack.callback(eachlabs._ticker.stop)
            runner = await eachlabs._started_runner(middlewares)
            stack.push_async_callback(runner.cleanup)
            yield eachlabs

    @property
    def speed(self) -> float:
        """The time-lapse; it may change while predictions run."""
        return self._time_lapse.speed

    @speed.setter
    def speed(self, speed: float) -> None:
        self._account.change_speed(speed)
        self._ticker.reset()

    @property
    def clock(self) -> Callable[[], float]:
        """The clock that stamps violations and the slot log."""
        return self._options.clock

    @property
    def is_away(self) -> bool:
        return self._listener.is_away

    @property
    def ledger(self) -> Sequence[LedgerRow]:
        """Every create that was carried out, oldest first, and what it was charged."""
        return self._account.ledger

    @property
    def charged_usd(self) -> Decimal:
        return sum((row.cost_usd for row in self.ledger), Decimal(0))

    @property
    def balance_usd(self) -> Decimal:
        return self._account.balance_usd

    @balance_usd.setter
    def balance_usd(self, balance_usd: Decimal) -> None:
        self._account.balance_usd = balance_usd

    @property
    def in_flight(self) -> int:
        return self._account.in_flight

    @property
    def slot_log(self) -> SlotLog:
        self._account.advance()
        return self._account.slot_log

    @property
    def violations(self) -> Sequence[Violation]:
        """Each breach of what the client promises; empty is what a test wants to see."""
        return self._promises.violations

    @property
    def requests(self) -> Mapping[RequestKind, int]:
        return self._promises.requests

    @property
    def answers(self) -> Mapping[tuple[RequestKind, int], int]:
        """How often each kind of call was answered with each HTTP status."""
        return self._gate.answers

    @property
    def rate(self) -> tuple[int, float]:
        """How many requests are promised at most, in how many seconds."""
        return self._options.rate_requests, self._options.rate_seconds

    @property
    def requests_in_window(self) -> int:
        return self._promises.in_window

    @property
    def window_peak(self) -> int:
        return self._promises.window_peak

    @property
    def open_requests(self) -> int:
        return self._promises.open_requests

    @property
    def open_peak(self) -> int:
        return self._promises.open_peak

    @property
    def concurrency_peak(self) -> int:
        return self._promises.concurrency_peak

    def _new_account(self) -> Account:
        options = self._options
        return Account(
            terms=AccountTerms(
                max_concurrent=options.max_concurrent,
                enforce_concurrency=options.enforce_concurrency,
                prices_usd=options.prices_usd,
                balance_usd=options.balance_usd,
                generation_seconds=options.generation_seconds,
            ),
            faults=self.faults,
            promises=self._promises,
            time_lapse=self._time_lapse,
            clock=options.clock,
            now=options.now,
            chance=self._chance,
            output_url=lambda prediction_id: f"{self.base_url}{UPLOADS_PATH}{prediction_id}.mp4",
            events=AccountEvents(started=self._prediction_started, ended=self._prediction_ended),
        )

    async def _started_runner(self, middlewares: Sequence[Middleware]) -> web.AppRunner:
        api = Api(
            account=self._account,
            faults=self.faults,
            balance_limit=BalanceLimit(clock=self._options.clock),
            model=self._options.model,
            max_concurrent=self._options.max_concurrent,
            base_url=self.base_url,
        )
        files = FileHost(account=self._account, workshop=self._workshop)
        app = web.Application(middlewares=[*middlewares, self._gate.middleware])
        app.add_routes([*api.routes(), *files.routes()])
        app.on_response_prepare.append(echo_request_id)
        # A client that gives up frees its open request at once, as behind a real proxy.
        runner = web.AppRunner(
            app, handler_cancellation=True, access_log=None, shutdown_timeout=SHUTDOWN_S
        )
        await runner.setup()
        if runner.server is not None:
            self._listener.start(runner.server)
        return runner

    def _prediction_started(self, prediction: Prediction) -> None:
        if prediction.will_make_a_clip:
            self._workshop.order(prediction)
        self._ticker.reset()

    def _prediction_ended(self, prediction: Prediction) -> None:
        if prediction.ending is not None and prediction.ending.status is Status.CANCELLED:
            self._workshop.abandon(prediction)
        self._webhooks.announce(prediction)

    def _follow_away_switch(self) -> None:
        if self.faults.is_on(FaultKind.AWAY):
            self._listener.go_away()
        else:
            self._listener.come_back()


@contextmanager
def _temporary_directory() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="clips-") as name:
        yield Path(name)
