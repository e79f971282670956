"""The services, wired as the product wires them, on a real database and a manual clock."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path

from bot.domain.clip import ClipRequest
from bot.domain.ids import ChannelId, GuildId, JobId, MessageId, UserId
from bot.domain.job import Destination, Job, JobStatus
from bot.domain.limits import LimitPolicy
from bot.media.store import DirectoryClipStore
from bot.scheduling.budget import RequestBudget
from bot.scheduling.fair_queue import FairQueue
from bot.scheduling.poll_planner import RoundRobinPlanner
from bot.services.background import CriticalSections
from bot.services.cancellation import CancellationService
from bot.services.cards import CardKeeper
from bot.services.creation_gate import CreationGate
from bot.services.delivery import DeliveryService
from bot.services.generation import GenerationService
from bot.services.housekeeping import Housekeeping
from bot.services.incidents import IncidentDesk
from bot.services.job_life import JobLife
from bot.services.ledger import Ledger
from bot.services.people import Presser
from bot.services.poller import Poller
from bot.services.results import ResultService
from bot.services.submission import Accepted, Order, SubmissionService
from bot.services.worker import Worker
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.incidents import SqlIncidentStore
from bot.storage.jobs import SqlJobStore
from bot.storage.migrate import upgrade
from bot.storage.requests import SqlRequestLog
from bot.storage.switches import SqlSwitches
from tests.support.clock import ManualClock
from tests.support.fakes import FolderClipSource, RecordingMessenger, ScriptedApi
from tests.support.waiting import until_async

GUILD = GuildId(500)
OTHER_GUILD = GuildId(600)
MEMBER = UserId(70)
STRANGER = UserId(71)
MODERATOR = UserId(72)
JOB_TIMEOUT_S = 3600.0
MIB = 1024 * 1024

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


class Workshop:
    """Everything a test of the services touches."""

    def __init__(
        self,
        *,
        database: Database,
        clock: ManualClock,
        folder: Path,
        policy: LimitPolicy,
        slots: int,
        allowed_guilds: frozenset[GuildId] | None,
        max_media_bytes: int,
    ) -> None:
        self.clock = clock
        self.database = database
        self.store = SqlJobStore(database, cipher=TextCipher())
        self.switches = SqlSwitches(database)
        self.incident_store = SqlIncidentStore(database)
        self.api = ScriptedApi()
        self.messenger = RecordingMessenger()
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
        self.gate = CreationGate(
            api=self.api,
            incidents=self.incidents,
            clock=clock,
            random_source=random.Random(1),
            clip_price_usd=Decimal("1.40"),
        )
        self.poller = Poller(
            api=self.api, planner=RoundRobinPlanner(2.0), budget=self.budget, clock=clock
        )
        self.cards = CardKeeper(store=self.store, messenger=self.messenger, clock=clock)
        self.generation = GenerationService(
            api=self.api,
            ledger=self.ledger,
            gate=self.gate,
            poller=self.poller,
            incidents=self.incidents,
            critical=self.critical,
            clock=clock,
            job_timeout_s=JOB_TIMEOUT_S,
        )
        self.delivery = DeliveryService(
            ledger=self.ledger,
            clips=self.clips,
            kept_clips=self.kept_clips,
            messenger=self.messenger,
            critical=self.critical,
            clock=clock,
        )
        self.steps: list[Job] = []
        self.worker = Worker(
            store=self.store,
            ledger=self.ledger,
            switches=self.switches,
            queue=self.queue,
            life=JobLife(
                generation=self.generation,
                delivery=self.delivery,
                ledger=self.ledger,
                incidents=self.incidents,
                clock=clock,
            ),
            generation=self.generation,
            gate=self.gate,
            cards=self.cards,
            critical=self.critical,
            clock=clock,
            busy_guilds_changed=self.budget.set_busy_guilds,
            step_written=self.steps.append,
        )
        references = count(1)
        self.submission = SubmissionService(
            store=self.store,
            switches=self.switches,
            clips=self.kept_clips,
            incidents=self.incidents,
            clock=clock,
            policy=policy,
            prices_usd={5: Decimal("1.40"), 10: Decimal("2.80")},
            allowed_guilds=allowed_guilds,
            expected_wait_s=lambda _usage, _duration_s: 0.0,
            new_reference=lambda: f"REF{next(references):03}",
            wake_worker=self.worker.wake,
        )
        self.cancellation = CancellationService(
            store=self.store, clock=clock, cancel_wanted=self.worker.cancel_wanted
        )
        self.results = ResultService(store=self.store, messenger=self.messenger, clock=clock)
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

        async def arrived() -> bool:
            if (await self.job(job_id)).status in wanted:
                return True
            await self.clock.advance(1)
            return False

        await until_async(arrived)
        return await self.job(job_id)


def presser(user_id: UserId, *, moderator: bool = False, guild_id: GuildId = GUILD) -> Presser:
    return Presser(user_id=user_id, guild_id=guild_id, may_manage_messages=moderator)


@asynccontextmanager
async def open_workshop(
    folder: Path,
    *,
    clock: ManualClock | None = None,
    policy: LimitPolicy = GENEROUS,
    slots: int = 10,
    allowed_guilds: frozenset[GuildId] | None = None,
    max_media_bytes: int = 10**9,
) -> AsyncIterator[Workshop]:
    """Open over `folder`; opening the same folder again is a restart."""
    clock = clock or ManualClock()
    url = f"sqlite:///{folder / 'showreel.db'}"
    await asyncio.to_thread(upgrade, url)
    database = await Database.open(url, clock=clock)
    clock.is_busy = lambda: bool(database._running)
    workshop = Workshop(
        database=database,
        clock=clock,
        folder=folder,
        policy=policy,
        slots=slots,
        allowed_guilds=allowed_guilds,
        max_media_bytes=max_media_bytes,
    )
    try:
        yield workshop
    finally:
        await workshop.stop()
        await workshop.submission.close()
        await workshop.cards.stop()
        await database.close()
