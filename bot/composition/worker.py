"""The worker: everything between a claimed job and its last word."""

from contextlib import AsyncExitStack
from datetime import timedelta
from functools import partial

from bot.composition.core import Core
from bot.config import MIB
from bot.domain.job import TOLD_STATES, Job
from bot.domain.ports import ClipSource, PredictionApi
from bot.media.download import SafeClipSource
from bot.observability.steps import count_step
from bot.services.block_enforcement import BlockEnforcement
from bot.services.cancellation import CancellationService
from bot.services.creation import CreationService
from bot.services.creation_gate import CreationGate
from bot.services.delivery import DeliveryService
from bot.services.generation import GenerationService
from bot.services.hints import Hints
from bot.services.housekeeping import Housekeeping
from bot.services.job_life import JobLife
from bot.services.poller import Poller
from bot.services.reconciliation import ReconciliationService
from bot.services.worker import Worker


def compose_worker(core: Core, *, api: PredictionApi, poller: Poller, clips: ClipSource) -> Worker:
    settings, clock, jobs = core.settings, core.clock, core.stores.jobs
    critical, ledger = core.critical, core.ledger
    hints = Hints(clock=clock)
    gate = CreationGate(
        api=api,
        incidents=core.incidents,
        clock=clock,
        random_source=core.edges.random_source,
        dearest_clip_usd=max(settings.price_usd_5s, settings.price_usd_10s),
    )
    creation = CreationService(
        model=settings.model_and_version,
        api=api,
        ledger=ledger,
        gate=gate,
        incidents=core.incidents,
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
        kept_clips=core.kept_clips,
        messenger=core.messenger,
        incidents=core.incidents,
        critical=critical,
        clock=clock,
    )
    return Worker(
        store=jobs,
        ledger=ledger,
        switches=core.stores.switches,
        guild_pauses=core.stores.guild_pauses,
        queue=core.queue,
        life=JobLife(
            creation=creation,
            reconciliation=ReconciliationService(
                api=api,
                store=jobs,
                ledger=ledger,
                incidents=core.incidents,
                hints=hints,
                clock=clock,
            ),
            generation=generation,
            delivery=delivery,
            ledger=ledger,
            incidents=core.incidents,
            clock=clock,
        ),
        creation=creation,
        generation=generation,
        gate=gate,
        cards=core.cards,
        forecasts=core.forecasts,
        poller=poller,
        hints=hints,
        incidents=core.incidents,
        critical=critical,
        clock=clock,
        busy_guilds_changed=core.budget.set_busy_guilds,
        step_written=partial(_step_written, core),
    )


def _step_written(core: Core, job: Job) -> None:
    count_step(core.metrics, job)
    if job.status in TOLD_STATES:
        core.news.ring()


async def open_clip_source(core: Core, stack: AsyncExitStack) -> SafeClipSource:
    await core.kept_clips.sweep()
    await core.exports.sweep()
    clips = SafeClipSource(
        directory=core.settings.media_dir / "incoming",
        max_bytes=int(core.settings.max_download_mib * MIB),
        allow_private=core.settings.download_allow_private,
        clock=core.clock,
        on_fetched=core.metrics.clip_fetched,
    )
    stack.push_async_callback(clips.close)
    await clips.sweep()
    return clips


def compose_housekeeping(core: Core, worker: Worker) -> Housekeeping:
    cancellation = CancellationService(
        store=core.stores.jobs, clock=core.clock, cancel_wanted=worker.cancel_wanted
    )
    return Housekeeping(
        store=core.stores.jobs,
        messenger=core.messenger,
        kept_clips=core.kept_clips,
        incidents=core.incidents,
        clock=core.clock,
        retention=timedelta(days=core.settings.retention_days),
        kept_for=timedelta(days=core.settings.kept_days),
        wake_worker=worker.wake,
        job_changed=worker.job_changed,
        cards=core.cards,
        usage_views=core.stores.usage_views,
        blocks=BlockEnforcement(
            store=core.stores.blocks,
            jobs=core.stores.jobs,
            cancellation=cancellation,
            clock=core.clock,
        ),
    )
