"""The services, wired as the product wires them, on a real database and a manual clock."""

import asyncio
import functools
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import TypeVar

from bot.domain.clip import ClipRequest
from bot.domain.errors import ShowreelError, StorageUnavailableError
from bot.domain.ids import ChannelId, GuildId, JobId, MessageId, UserId
from bot.domain.job import Destination, Job, JobStatus
from bot.domain.limits import LimitPolicy
from bot.domain.order import Order
from bot.media.store import DirectoryClipStore
from bot.messaging.catalogue import Catalogue
from bot.messaging.ends import ending
from bot.scheduling.budget import RequestBudget
from bot.scheduling.fair_queue import FairQueue
from bot.scheduling.latency import LatencyModel
from bot.scheduling.poll_planner import PollPlanner
from bot.services.admission import Admission, OperatorChecks
from bot.services.background import CriticalSections
from bot.services.block_enforcement import BlockEnforcement
from bot.services.blocks import BlockCheck, BlockService
from bot.services.cancellation import CancellationService
from bot.services.card_views import CardViews
from bot.services.cards import CardKeeper
from bot.services.creation import CreationService
from bot.services.creation_gate import CreationGate
from bot.services.delivery import DeliveryService
from bot.services.erasure import Eraser
from bot.services.forecasts import Forecasts
from bot.services.generation import GenerationService
from bot.services.guild_pauses import GuildPauseCheck, GuildPauses
from bot.services.guild_settings import GuildSettingsService
from bot.services.hints import Hints
from bot.services.housekeeping import Housekeeping
from bot.services.incidents import IncidentDesk
from bot.services.job_life import JobLife
from bot.services.ledger import Ledger
from bot.services.people import Presser
from bot.services.poller import Poller
from bot.services.prompt_rules import RuleService
from bot.services.reconciliation import ReconciliationService
from bot.services.request_limits import RequestLimits
from bot.services.results import ResultService
from bot.services.rule_patterns import BoundedPattern
from bot.services.submission import Accepted, SubmissionService, WaitForecast
from bot.services.worker import Worker
from bot.storage.blocks import SqlBlockStore
from bot.storage.database import Database, Work
from bot.storage.encryption import TextCipher
from bot.storage.guild_pauses import SqlGuildPauseStore
from bot.storage.guild_settings import SqlGuildSettingsStore
from bot.storage.incidents import SqlIncidentStore
from bot.storage.jobs import SqlJobStore
from bot.storage.member_erasure import SqlErasureStore
from bot.storage.prompt_rules import SqlRuleStore
from bot.storage.pseudonyms import SqlPseudonyms
from bot.storage.requests import SqlRequestLog
from bot.storage.switches import SqlSwitches
from bot.storage.usage_views import SqlUsageViewStore
from tests.support.clock import ManualClock
from tests.support.fakes import FolderClipSource, RecordingMessenger, ScriptedApi
from tests.support.migrated import put_migrated

T = TypeVar("T")

GUILD = GuildId(500)
OTHER_GUILD = GuildId(600)
MEMBER = UserId(70)
STRANGER = UserId(71)
MODERATOR = UserId(72)
MODEL = "kling-v2-text-to-video@0.0.1"
JOB_TIMEOUT_S = 600.0
LONGEST_S = 1800
MIB = 1024 * 1024
UNSEALED = TextCipher()

GENEROUS = LimitPolicy(
    user_max_running=None,
    user_max_queued=None,
    user_jobs_per_day=None,
    user_usd_per_day=None,
    guild_max_running=None,
    guild_max_queued=None,
    guild_jobs_per_day=None,
    guild_usd_per_day=None,
    total_usd_per_day=None,
    max_wait_s=10**9,
)


class MoodyDatabase:
    """A real database that a test can take away: before the work, or after it unseen.

    Writes wait while `may_write` is not set, as behind another writer.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.is_away = False
        self.loses_written_answers = False
        self.may_write = asyncio.Event()
        self.may_write.set()
        self.waiting_writers = 0

    async def write(self, work: Work[T]) -> T:
        self.waiting_writers += 1
        await self.may_write.wait()
        self.waiting_writers -= 1
        self._refuse_if_away()
        answer = await self._database.write(work)
        if self.loses_written_answers:
            raise StorageUnavailableError("no answer; outcome unknown")
        return answer

    async def read(self, work: Work[T]) -> T:
        self._refuse_if_away()
        return await self._database.read(work)

    def _refuse_if_away(self) -> None:
        if self.is_away:
            raise StorageUnavailableError("away")


class Workshop:
    """Everything a test of the services touches."""

    def __init__(
        self,
        *,
        database: MoodyDatabase,
        clock: ManualClock,
        folder: Path,
        api: ScriptedApi,
        messenger: RecordingMessenger,
        policy: LimitPolicy,
        slots: int,
        allowed_guilds: frozenset[GuildId] | None,
        max_media_bytes: int,
        job_timeout_s: float,
        expected_wait_s: WaitForecast,
        cipher: TextCipher = UNSEALED,
    ) -> None:
        self.clock = clock
        self.folder = folder
        self.database = database
        self.catalogue = load_catalogue()
        self.store = SqlJobStore(database, cipher=cipher)
        self.switches = SqlSwitches(database)
        self.incident_store = SqlIncidentStore(database)
        self.pause_store = SqlGuildPauseStore(database, cipher=cipher)
        self.block_store = SqlBlockStore(database, cipher=cipher)
        self.usage_views = SqlUsageViewStore(database, cipher=cipher)
        self.api = api
        self.messenger = messenger
        self.clips = FolderClipSource(folder)
        self.kept_clips = DirectoryClipStore(
            folder / "kept", max_bytes=max_media_bytes, min_free_bytes=0
        )
        self.queue = FairQueue(
            slots=slots,
            guild_max_running=policy.guild_max_running,
            user_max_running=policy.user_max_running,
        )
        self.budget = RequestBudget(
            clock=clock,
            request_log=SqlRequestLog(database),
            rate_requests=60,
            rate_seconds=60.0,
            guild_rate_requests=30,
            max_open=10,
        )
        self.incidents = IncidentDesk(
            store=self.incident_store, messenger=self.messenger, clock=clock
        )
        self.critical = CriticalSections()
        self.ledger = Ledger(store=self.store, clock=clock)
        self.hints = Hints(clock=clock)
        self.gate = CreationGate(
            api=self.api,
            incidents=self.incidents,
            clock=clock,
            random_source=random.Random(1),
            dearest_clip_usd=Decimal("2.80"),
        )
        self.latency = LatencyModel({5: 340.0, 10: 720.0})
        planner = PollPlanner(self.latency.times, min_gap_s=2.0)
        self.poller = Poller(api=self.api, planner=planner, budget=self.budget, clock=clock)
        self.forecasts = Forecasts(
            store=self.store,
            queue=self.queue,
            latency=self.latency,
            clock=clock,
            model=MODEL,
            job_timeout_s=job_timeout_s,
            slots=slots,
            guild_max_running=policy.guild_max_running,
            user_max_running=policy.user_max_running,
        )
        self.cards = CardKeeper(
            store=self.store,
            messenger=self.messenger,
            views=CardViews(queue=self.queue, forecasts=self.forecasts, clock=clock),
            clock=clock,
        )
        self.creation = CreationService(
            model=MODEL,
            api=self.api,
            ledger=self.ledger,
            gate=self.gate,
            incidents=self.incidents,
            critical=self.critical,
            clock=clock,
        )
        self.generation = GenerationService(
            api=self.api,
            ledger=self.ledger,
            poller=self.poller,
            hints=self.hints,
            clock=clock,
            job_timeout_s=job_timeout_s,
        )
        self.delivery = DeliveryService(
            ledger=self.ledger,
            clips=self.clips,
            kept_clips=self.kept_clips,
            messenger=self.messenger,
            incidents=self.incidents,
            critical=self.critical,
            clock=clock,
        )
        self.steps: list[Job] = []
        self.worker = Worker(
            store=self.store,
            ledger=self.ledger,
            switches=self.switches,
            guild_pauses=self.pause_store,
            queue=self.queue,
            life=JobLife(
                creation=self.creation,
                reconciliation=ReconciliationService(
                    api=self.api,
                    store=self.store,
                    ledger=self.ledger,
                    incidents=self.incidents,
                    hints=self.hints,
                    clock=clock,
                ),
                generation=self.generation,
                delivery=self.delivery,
                ledger=self.ledger,
                incidents=self.incidents,
                clock=clock,
            ),
            creation=self.creation,
            generation=self.generation,
            gate=self.gate,
            cards=self.cards,
            forecasts=self.forecasts,
            poller=self.poller,
            hints=self.hints,
            incidents=self.incidents,
            critical=self.critical,
            clock=clock,
            busy_guilds_changed=self.budget.set_busy_guilds,
            step_written=self.steps.append,
        )
        references = count(1)
        self.rules = RuleService(
            store=SqlRuleStore(self.database), clock=clock, compile_pattern=BoundedPattern
        )
        self.guild_settings = GuildSettingsService(
            store=SqlGuildSettingsStore(self.database), clock=clock
        )
        self.cancellation = CancellationService(
            store=self.store, clock=clock, cancel_wanted=self.worker.cancel_wanted
        )
        self.enforcement = BlockEnforcement(
            store=self.block_store, jobs=self.store, cancellation=self.cancellation, clock=clock
        )
        self.blocks = BlockService(
            store=self.block_store, jobs=self.store, enforcement=self.enforcement, clock=clock
        )
        self.pauses = GuildPauses(
            store=self.pause_store,
            switches=self.switches,
            clock=clock,
            wake_worker=self.worker.wake,
        )
        self.pseudonyms = SqlPseudonyms(self.database, cipher=cipher)
        self.limits = RequestLimits(
            ceilings=policy, guild_settings=self.guild_settings, pseudonyms=self.pseudonyms
        )
        self.submission = SubmissionService(
            store=self.store,
            admission=Admission(
                operator=OperatorChecks(
                    switches=self.switches,
                    clips=self.kept_clips,
                    incidents=self.incidents,
                    allowed_guilds=allowed_guilds,
                ),
                moderation=(GuildPauseCheck(self.pauses), BlockCheck(self.blocks)),
                rules=self.rules,
            ),
            incidents=self.incidents,
            clock=clock,
            limits=self.limits,
            prices_usd={5: Decimal("1.40"), 10: Decimal("2.80")},
            expected_wait_s=expected_wait_s,
            new_reference=lambda: f"REF{next(references):03}",
            wake_worker=self.worker.wake,
        )
        self.results = ResultService(
            store=self.store,
            messenger=self.messenger,
            clock=clock,
            show_card=self.cards.changed,
        )
        self.housekeeping = Housekeeping(
            store=self.store,
            messenger=self.messenger,
            kept_clips=self.kept_clips,
            incidents=self.incidents,
            clock=clock,
            retention=timedelta(days=90),
            kept_for=timedelta(days=7),
            wake_worker=self.worker.wake,
            job_changed=self.worker.job_changed,
            cards=self.cards,
            usage_views=self.usage_views,
            blocks=self.enforcement,
        )
        self.erasures = SqlErasureStore(self.database, cipher=cipher)
        self.eraser = Eraser(
            store=self.erasures,
            jobs=self.store,
            pseudonyms=self.pseudonyms,
            kept_clips=self.kept_clips,
            clock=clock,
            kept_for=timedelta(days=7),
            job_changed=self.worker.job_changed,
        )
        self._running: list[asyncio.Task[None]] = []

    def order(self, request: ClipRequest | None = None, **destination: object) -> Order:
        """An order of MEMBER in GUILD; name what is to be different."""
        now = self.clock.now()
        where: dict[str, object] = {
            "guild_id": GUILD,
            "channel_id": ChannelId(800),
            "user_id": MEMBER,
            "attachment_size_limit_bytes": 10 * MIB,
            "filesize_limit_bytes": 10 * MIB,
            "app_permissions": 0,
            "user_locale": "en-US",
            "guild_locale": "en-US",
            "private": False,
            **destination,
        }
        return Order(
            request=request or ClipRequest(prompt="a red fox crosses a snowy road"),
            destination=Destination(**where),  # type: ignore[arg-type] - typed by Destination
            interaction_token="interaction-token",
            interaction_token_expires_at=now + timedelta(minutes=15),
        )

    async def accept(self, order: Order | None = None) -> Accepted:
        """Submit and confirm, as the cog does when all goes well."""
        accepted = await self.submission.submit(order or self.order())
        await self.submission.confirm(
            accepted.job.id, card_message_id=MessageId(1000 + accepted.job.id)
        )
        return accepted

    def start(self) -> None:
        """Start the worker and its poller."""
        self._running = [
            asyncio.create_task(self.worker.run()),
            asyncio.create_task(self.poller.run()),
        ]

    async def stop(self) -> None:
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        self._running = []

    async def job(self, job_id: JobId) -> Job:
        job = await self.store.get(job_id)
        assert job is not None
        return job

    async def until_status(self, job_id: JobId, *wanted: JobStatus) -> Job:
        """Let time pass, a second at a time, until the job is there."""
        for _ in range(LONGEST_S):
            job = await self.job(job_id)
            if job.status in wanted:
                await self.clock.settle()
                return job
            await self.clock.advance(1)
        raise TimeoutError(f"the job is {job.status}, and never came to be {wanted}")

    async def until(self, condition: Callable[[], object]) -> None:
        """Let time pass, a second at a time, until it is true."""
        for _ in range(LONGEST_S):
            if condition():
                return
            await self.clock.advance(1)
        raise TimeoutError("it never became true")

    async def running_job(self, order: Order | None = None) -> Job:
        """Accept a job and let it get as far as a running prediction."""
        accepted = await self.accept(order)
        return await self.until_status(accepted.job.id, JobStatus.RUNNING)

    async def states(self, job_id: JobId) -> list[JobStatus]:
        """The job's whole life, as the event log tells it."""
        return [event.after for event in await self.store.events(job_id)]

    def sentence(self, error: ShowreelError) -> str:
        return self.catalogue.text("en-US", error.key, **error.values)

    def ending(self, job: Job) -> str:
        """What the member reads of a job that ended without a clip."""
        return ending(self.catalogue, "en-US", job)

    async def jobs(self) -> Sequence[Job]:
        """Every attempt there was, refused ones too, oldest first."""
        return await self.store.with_status(*JobStatus)

    async def close(self) -> None:
        self.database.may_write.set()
        await self._ended(self.stop())
        await self._ended(self.submission.close())
        await self._ended(self.cards.stop())

    async def _ended(self, closing: Awaitable[object]) -> None:
        """Let it end by itself, or else run into its own time-outs, for which time has to pass."""
        future = asyncio.ensure_future(closing)
        await self.clock.settle()
        await self.until(future.done)
        await future


def presser(user_id: UserId, *, moderator: bool = False, guild_id: GuildId = GUILD) -> Presser:
    return Presser(user_id=user_id, guild_id=guild_id, may_manage_messages=moderator)


@functools.cache
def load_catalogue() -> Catalogue:
    return Catalogue.load()


@asynccontextmanager
async def open_workshop(
    folder: Path,
    *,
    clock: ManualClock | None = None,
    api: ScriptedApi | None = None,
    messenger: RecordingMessenger | None = None,
    policy: LimitPolicy = GENEROUS,
    slots: int = 10,
    allowed_guilds: frozenset[GuildId] | None = None,
    max_media_bytes: int = 10**9,
    job_timeout_s: float = JOB_TIMEOUT_S,
    expected_wait_s: WaitForecast = lambda _duration_s: lambda _usage: 0.0,
    cipher: TextCipher = UNSEALED,
) -> AsyncIterator[Workshop]:
    """Open over `folder`; opening the same folder again, with the same clock, is a restart."""
    clock = clock or ManualClock()
    path = put_migrated(folder)
    database = await Database.open(f"sqlite:///{path}", clock=clock)
    clock.busy_tasks = lambda: tuple(database._running)
    workshop = Workshop(
        database=MoodyDatabase(database),
        clock=clock,
        folder=folder,
        api=api or ScriptedApi(),
        messenger=messenger or RecordingMessenger(),
        policy=policy,
        slots=slots,
        allowed_guilds=allowed_guilds,
        max_media_bytes=max_media_bytes,
        job_timeout_s=job_timeout_s,
        expected_wait_s=expected_wait_s,
        cipher=cipher,
    )
    try:
        yield workshop
    finally:
        await workshop.close()
        await database.close()
