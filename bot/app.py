"""The composition root: opens everything, names every concrete class, closes in reverse."""

import random
import secrets
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Final

import aiohttp
import structlog

from bot.client import ShowreelBot
from bot.config import GIB, MIB, Settings
from bot.domain.ids import ChannelId, GuildId
from bot.domain.ports import ClipSource, Clock, PredictionApi, RequestGate
from bot.eachlabs.adapter import EachlabsPredictionApi
from bot.eachlabs.client import EachlabsClient
from bot.eachlabs.webhook_receiver import WebhookReceiver
from bot.eachlabs.webhook_target import WebhookTarget
from bot.media.download import SafeClipSource
from bot.media.store import DirectoryClipStore
from bot.messaging.catalogue import Catalogue
from bot.messaging.discord_messenger import DiscordMessenger
from bot.messaging.handover import Handover
from bot.messaging.replies import Replies
from bot.messaging.rest import DiscordRest
from bot.migration import migrate_if_needed
from bot.observability.measured_gate import MeasuredGate
from bot.observability.metrics import Metrics
from bot.observability.steps import count_step
from bot.runner import Runner
from bot.scheduling.budget import RequestBudget
from bot.scheduling.fair_queue import FairQueue
from bot.scheduling.latency import LatencyModel, expected_wait_s
from bot.scheduling.poll_planner import RoundRobinPlanner
from bot.services.background import CriticalSections
from bot.services.cancellation import CancellationService
from bot.services.cards import CardKeeper
from bot.services.creation import CreationService
from bot.services.creation_gate import CreationGate
from bot.services.delivery import DeliveryService
from bot.services.generation import GenerationService
from bot.services.hints import Hints
from bot.services.housekeeping import Housekeeping
from bot.services.incidents import IncidentDesk
from bot.services.job_life import JobLife
from bot.services.ledger import Ledger
from bot.services.poller import Poller
from bot.services.reconciliation import ReconciliationService
from bot.services.results import ResultService
from bot.services.shelf import Shelf
from bot.services.submission import SubmissionService
from bot.services.worker import Worker
from bot.storage.lock import DatabaseLock
from bot.storage.writability import is_writable
from bot.stores import Stores
from bot.version import VERSION
from cogs.buttons import ButtonDesk, JobButtons
from cogs.video import VideoCog
from cogs.videos import VideosCog

REFERENCE_BYTES: Final = 3
IDLE_SETTINGS: Final = ("privacy_url", "show_prices")

log = structlog.get_logger(__name__)


@dataclass(frozen=True, kw_only=True, slots=True)
class Edges:
    """What a run hands in: the real ones, or those of the sandbox and of tests."""

    clock: Clock
    random_source: random.Random
    discord_connector: aiohttp.BaseConnector | None = None


@asynccontextmanager
async def open_showreel(settings: Settings, edges: Edges) -> AsyncIterator[Runner]:
    """Take the lock, migrate, open everything.

    Raises DatabaseHeldError, MigrationError and StorageUnavailableError.
    """
    async with AsyncExitStack() as stack:
        _warn_of_idle_settings(settings)
        lock = stack.enter_context(DatabaseLock.acquire(settings.database_url))
        await migrate_if_needed(settings, lock, clock=edges.clock)
        stores = await stack.enter_async_context(Stores.open(settings, clock=edges.clock))
        yield await _Composition(settings, edges, stores).compose(stack)


class _Composition:
    """The parts that most others need, and the steps that put the rest on top of them."""

    def __init__(self, settings: Settings, edges: Edges, stores: Stores) -> None:
        self.settings = settings
        self.edges = edges
        self.stores = stores
        self.clock = edges.clock
        self.metrics = Metrics(version=VERSION)
        self.catalogue = Catalogue.load()
        self.replies = Replies(
            catalogue=self.catalogue, clock=self.clock, new_reference=new_reference
        )
        self.client = ShowreelBot(
            replies=self.replies,
            switches=stores.switches,
            dev_guild_id=_guild_or_none(settings.discord_dev_guild_id),
            connector=edges.discord_connector,
        )
        self.buttons = JobButtons(catalogue=self.catalogue)
        self.rest = DiscordRest(self.client)
        self.messenger = DiscordMessenger(
            self.rest,
            catalogue=self.catalogue,
            views=self.buttons,
            clock=self.clock,
            operator_channel_id=_channel_or_none(settings.operator_channel_id),
        )
        self.incidents = IncidentDesk(
            store=stores.incidents, messenger=self.messenger, clock=self.clock
        )
        self.critical = CriticalSections()
        self.ledger = Ledger(store=stores.jobs, clock=self.clock)
        self.cards = CardKeeper(store=stores.jobs, messenger=self.messenger, clock=self.clock)
        self.kept_clips = DirectoryClipStore(
            settings.media_dir, max_bytes=int(settings.media_max_gib * GIB)
        )
        self.budget = RequestBudget(
            clock=self.clock,
            request_log=stores.requests,
            rate_requests=settings.eachlabs_rate_requests,
            rate_seconds=settings.eachlabs_rate_seconds,
            guild_rate_requests=settings.guild_rate_requests,
            max_open=settings.eachlabs_max_concurrent,
        )
        self.queue = FairQueue(
            slots=settings.eachlabs_max_concurrent,
            guild_max_running=settings.guild_max_running,
            user_max_running=settings.user_max_running,
        )

    async def compose(self, stack: AsyncExitStack) -> Runner:
        api = await self._open_api(stack)
        poller = Poller(
            api=api,
            planner=RoundRobinPlanner(self.settings.poll_min_seconds),
            budget=self.budget,
            clock=self.clock,
        )
        clips = await self._open_clip_source(stack)
        worker = self._compose_worker(api, poller, clips)
        submission = self._compose_front(worker, clips)
        stack.push_async_callback(submission.close)
        return Runner(
            discord_token=self.settings.discord_token.get_secret_value(),
            slots=self.settings.eachlabs_max_concurrent,
            health_host=self.settings.http_host,
            health_port=self.settings.http_port,
            clock=self.clock,
            jobs=self.stores.jobs,
            incidents=self.stores.incidents,
            database_writable=partial(is_writable, self.stores.database),
            discord_client=self.client,
            budget=self.budget,
            queue=self.queue,
            worker=worker,
            poller=poller,
            webhooks=self._open_webhooks(worker),
            housekeeping=self._compose_housekeeping(worker),
            metrics=self.metrics,
        )

    async def _open_api(self, stack: AsyncExitStack) -> PredictionApi:
        # A create must never meet a connection that the server has just closed: it could not be
        # told from one that was carried out. So every request opens its own.
        connector = aiohttp.TCPConnector(
            force_close=True, limit=self.settings.eachlabs_max_concurrent
        )
        session = await stack.enter_async_context(
            aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        )
        gate: RequestGate = MeasuredGate(self.budget, metrics=self.metrics, clock=self.clock)
        return EachlabsPredictionApi(
            EachlabsClient(
                session,
                base_url=self.settings.eachlabs_base_url,
                api_key=self.settings.eachlabs_api_key,
                clock=self.clock,
            ),
            gate=gate,
            clock=self.clock,
            model=self.settings.eachlabs_model,
            version=self.settings.eachlabs_model_version,
            jitter=self.edges.random_source.random,
            webhook=self._webhook_target(),
        )

    def _webhook_target(self) -> WebhookTarget | None:
        public_url = self.settings.webhook_public_url
        if public_url is None:
            return None
        return WebhookTarget(public_url=public_url, secret=self.settings.webhook_secret)

    def _open_webhooks(self, worker: Worker) -> WebhookReceiver | None:
        if self.settings.webhook_public_url is None:
            return None
        return WebhookReceiver(
            host=self.settings.webhook_host,
            port=self.settings.webhook_port,
            secret=self.settings.webhook_secret,
            clock=self.clock,
            called=worker.hint,
        )

    def _compose_worker(self, api: PredictionApi, poller: Poller, clips: ClipSource) -> Worker:
        settings, clock, jobs = self.settings, self.clock, self.stores.jobs
        critical, ledger = self.critical, self.ledger
        hints = Hints(clock=clock)
        gate = CreationGate(
            api=api,
            incidents=self.incidents,
            clock=clock,
            random_source=self.edges.random_source,
            dearest_clip_usd=max(settings.price_usd_5s, settings.price_usd_10s),
        )
        creation = CreationService(
            model=settings.model_and_version,
            api=api,
            ledger=ledger,
            gate=gate,
            incidents=self.incidents,
            critical=critical,
            clock=clock,
        )
        generation = GenerationService(
            api=api,
            ledger=ledger,
            poller=poller,
            hints=hints,
            clock=clock,
            job_timeout_s=settings.job_timeout_seconds,
        )
        delivery = DeliveryService(
            ledger=ledger,
            clips=clips,
            kept_clips=self.kept_clips,
            messenger=self.messenger,
            incidents=self.incidents,
            critical=critical,
            clock=clock,
        )
        return Worker(
            store=jobs,
            ledger=ledger,
            switches=self.stores.switches,
            queue=self.queue,
            life=JobLife(
                creation=creation,
                reconciliation=ReconciliationService(
                    api=api,
                    store=jobs,
                    ledger=ledger,
                    incidents=self.incidents,
                    hints=hints,
                    clock=clock,
                ),
                generation=generation,
                delivery=delivery,
                ledger=ledger,
                incidents=self.incidents,
                clock=clock,
            ),
            creation=creation,
            generation=generation,
            gate=gate,
            cards=self.cards,
            poller=poller,
            hints=hints,
            incidents=self.incidents,
            critical=critical,
            clock=clock,
            busy_guilds_changed=self.budget.set_busy_guilds,
            step_written=partial(count_step, self.metrics),
        )

    async def _open_clip_source(self, stack: AsyncExitStack) -> SafeClipSource:
        await self.kept_clips.sweep()
        clips = SafeClipSource(
            directory=self.settings.media_dir / "incoming",
            max_bytes=int(self.settings.max_download_mib * MIB),
            allow_private=self.settings.download_allow_private,
            clock=self.clock,
            on_fetched=self.metrics.clip_fetched,
        )
        stack.push_async_callback(clips.close)
        await clips.sweep()
        return clips

    def _compose_front(self, worker: Worker, clips: ClipSource) -> SubmissionService:
        settings, clock, jobs = self.settings, self.clock, self.stores.jobs
        submission = SubmissionService(
            store=jobs,
            switches=self.stores.switches,
            clips=self.kept_clips,
            incidents=self.incidents,
            clock=clock,
            policy=settings.limit_policy,
            prices_usd={5: settings.price_usd_5s, 10: settings.price_usd_10s},
            allowed_guilds=settings.allowed_guilds,
            expected_wait_s=lambda usage, duration_s: expected_wait_s(
                usage,
                duration_s=duration_s,
                slots=settings.eachlabs_max_concurrent,
                guild_max_running=settings.guild_max_running,
                user_max_running=settings.user_max_running,
                model=LatencyModel(
                    {5: settings.typical_seconds_5s, 10: settings.typical_seconds_10s}
                ),
            ),
            new_reference=new_reference,
            wake_worker=worker.wake,
        )
        shelf = Shelf(
            store=jobs,
            ledger=self.ledger,
            kept_clips=self.kept_clips,
            clips=clips,
            critical=self.critical,
            clock=clock,
            kept_for=timedelta(days=settings.kept_days),
        )
        self.buttons.serve(
            ButtonDesk(
                cancellation=CancellationService(
                    store=jobs, clock=clock, cancel_wanted=worker.cancel_wanted
                ),
                results=ResultService(
                    store=jobs,
                    messenger=self.messenger,
                    clock=clock,
                    show_card=self.cards.changed,
                ),
                shelf=shelf,
                handover=Handover(self.rest, catalogue=self.catalogue),
                replies=self.replies,
            )
        )
        video = VideoCog(
            submission=submission,
            catalogue=self.catalogue,
            views=self.buttons,
            replies=self.replies,
            clock=clock,
        )
        videos = VideosCog(
            shelf=shelf, catalogue=self.catalogue, buttons=self.buttons, replies=self.replies
        )
        self.client.equip(cogs=(video, videos), buttons=self.buttons.classes)
        return submission

    def _compose_housekeeping(self, worker: Worker) -> Housekeeping:
        return Housekeeping(
            store=self.stores.jobs,
            messenger=self.messenger,
            kept_clips=self.kept_clips,
            incidents=self.incidents,
            clock=self.clock,
            retention=timedelta(days=self.settings.retention_days),
            kept_for=timedelta(days=self.settings.kept_days),
            wake_worker=worker.wake,
            job_changed=worker.job_changed,
            cards=self.cards,
        )


def _warn_of_idle_settings(settings: Settings) -> None:
    """Say which settings are filled in and change nothing in this version."""
    for name in IDLE_SETTINGS:
        if getattr(settings, name):
            log.warning("setting_not_in_use", setting=name.upper())


def new_reference() -> str:
    """Six characters that a person can read out, and that stand in the log."""
    return secrets.token_hex(REFERENCE_BYTES).upper()


def _guild_or_none(guild_id: int | None) -> GuildId | None:
    return None if guild_id is None else GuildId(guild_id)


def _channel_or_none(channel_id: int | None) -> ChannelId | None:
    return None if channel_id is None else ChannelId(channel_id)
