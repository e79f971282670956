"""The real bot, services and database before SimCord's model of Discord, in its virtual time."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from simcord import Env

from bot.client import ShowreelBot
from bot.composition.equipment import FrontTools, command_groups, together
from bot.composition.moderation import moderation_parts
from bot.composition.privacy import privacy_part
from bot.composition.usage_figures import FiguresTools
from bot.domain.ids import GuildId, JobId, MessageId
from bot.domain.job import WORKER, Job, JobStatus
from bot.domain.limits import LimitPolicy
from bot.domain.messenger import Result, SentMessage
from bot.domain.ports import Clip
from bot.domain.privacy import PrivacyTerms
from bot.domain.usage import UsageFilter
from bot.media.scratch_folder import DirectoryScratchFolder
from bot.media.store import DirectoryClipStore
from bot.messaging.catalogue import Catalogue
from bot.messaging.command_words import CommandTranslator
from bot.messaging.discord_messenger import DiscordMessenger
from bot.messaging.handover import Handover
from bot.messaging.replies import Replies
from bot.messaging.rest import DiscordRest
from bot.messaging.throttle import Throttle
from bot.services.admission import Admission, OperatorChecks
from bot.services.advice import Advice
from bot.services.background import CriticalSections
from bot.services.bell import Bell
from bot.services.cancellation import CancellationService
from bot.services.drafting import DraftService
from bot.services.guild_settings import GuildSettingsService
from bot.services.incidents import IncidentDesk
from bot.services.ledger import Ledger
from bot.services.option_defaults import DefaultsService
from bot.services.own_clips import OwnClips
from bot.services.own_requests import OwnRequests
from bot.services.prompt_rules import RuleService
from bot.services.quota import QuotaService
from bot.services.reporting import ReportingService
from bot.services.request_limits import RequestLimits
from bot.services.results import ResultService
from bot.services.rule_patterns import BoundedPattern
from bot.services.shelf import Shelf
from bot.services.submission import SubmissionService
from bot.services.suggestions import SuggestionService
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.stores import Stores
from cogs.again_button import AgainDesk
from cogs.asking import Asking
from cogs.buttons import ButtonDesk, JobButtons
from cogs.edit_prompt import EditDesk
from cogs.modals import ModalKind, ModalsCog
from cogs.report_button import ReportDesk
from cogs.text_choices import TextChoices
from cogs.video import VideoCog, VideoDesk
from cogs.videos import VideosCog, VideosDesk
from tests.support.fakes import FakePainter, FolderClipSource
from tests.support.migrated import put_migrated
from tests.support.town import Town

# Read once: it never changes, and every language takes its time.
CATALOGUE = Catalogue.load()
# SimCord's clock starts here.
START = datetime(2026, 1, 1, tzinfo=UTC)
PROMPT = "A red fox crosses a snowy road at dawn"
# Real seconds, for a machine that has much else to do.
SETTLES_WITHIN_S = 60.0
MP4 = b"\x00\x00\x00\x18ftypmp42" + b"\x00" * 500


class SimcordClock:
    """The Clock port over SimCord's virtual time."""

    def __init__(self) -> None:
        self.env: Env | None = None

    def now(self) -> datetime:
        return START if self.env is None else self.env.now()

    def monotonic(self) -> float:
        return (self.now() - START).total_seconds()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class House:
    """What outlives a bot: the database. `new_bot` wires a fresh bot to it, as a start does."""

    def __init__(self, database: Database, folder: Path, clock: SimcordClock) -> None:
        self.clock = clock
        self.folder = folder
        self.catalogue = CATALOGUE
        self.stores = Stores.over(database, cipher=TextCipher())
        self.store = self.stores.jobs
        self.log = self.stores.usage_log
        self.switches = self.stores.switches
        self.incident_store = self.stores.incidents
        self.live_jobs = self.stores.live_jobs
        self.limit_log = self.stores.limit_log
        self.defaults_store = self.stores.defaults
        self.recent_texts = self.stores.recent_texts
        self.rule_store = self.stores.rules
        self.reports = self.stores.reports
        self.other_forms: list[ModalKind] = []
        self.source = FolderClipSource(folder)
        self.clips = DirectoryClipStore(folder / "kept", max_bytes=10**9, min_free_bytes=0)
        self.policy = LimitPolicy(
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
        self.allowed_guilds: frozenset[GuildId] | None = None
        self.show_prices = False
        self.painter = FakePainter()
        self.exports = DirectoryScratchFolder(folder / "exports")
        self.operator_channel_id: Any = None
        self.privacy_terms = PrivacyTerms(retention_days=90.0, kept_days=7.0, policy_url=None)
        self.erasers_woken: list[datetime] = []
        self.news = Bell()
        self.cancels: list[Job] = []
        self.folded: list[Job] = []
        self._references = count(1)

    def new_bot(self, **options: Any) -> ShowreelBot:
        buttons = JobButtons(catalogue=self.catalogue)
        replies = Replies(
            catalogue=self.catalogue,
            views=buttons,
            clock=self.clock,
            new_reference=self._new_reference,
        )
        throttle = Throttle(clock=self.clock)
        bot = ShowreelBot(
            replies=replies,
            switches=self.switches,
            http_trace=throttle.trace(),
            translator=CommandTranslator(self.catalogue),
            **options,
        )
        rest = DiscordRest(bot)
        self.messenger = DiscordMessenger(
            rest,
            catalogue=self.catalogue,
            views=buttons,
            throttle=throttle,
            clock=self.clock,
            operator_channel_id=self.operator_channel_id,
            show_prices=self.show_prices,
        )
        self.rules = RuleService(
            store=self.rule_store, clock=self.clock, compile_pattern=BoundedPattern
        )
        self.guild_settings = GuildSettingsService(
            store=self.stores.guild_settings, clock=self.clock
        )
        self.results = ResultService(
            store=self.store,
            messenger=self.messenger,
            clock=self.clock,
            show_card=self.folded.append,
        )
        self.limits = RequestLimits(
            ceilings=self.policy,
            guild_settings=self.guild_settings,
            pseudonyms=self.stores.pseudonyms,
        )
        tools = FrontTools(
            stores=self.stores,
            catalogue=self.catalogue,
            replies=replies,
            clock=self.clock,
            guild_settings=self.guild_settings,
            policy=self.policy,
            results=self.results,
            rest=rest,
            throttle=throttle,
            news=self.news,
            incidents=IncidentDesk(
                store=self.stores.incidents, messenger=self.messenger, clock=self.clock
            ),
        )
        self.cancellation = CancellationService(
            store=self.store, clock=self.clock, cancel_wanted=self.cancels.append
        )
        parts = together(
            moderation_parts(
                tools,
                rules=self.rules,
                cancellation=self.cancellation,
                wake_worker=lambda: None,
                figures=FiguresTools(painter=self.painter, exports=self.exports),
            )
        )
        privacy = privacy_part(
            tools,
            terms=self.privacy_terms,
            cancellation=self.cancellation,
            wake_eraser=lambda: self.erasers_woken.append(self.clock.now()),
        )
        self.privacy_buttons = privacy.items
        parts = together((parts, privacy))
        self.parts = parts
        incidents = IncidentDesk(
            store=self.incident_store, messenger=self.messenger, clock=self.clock
        )
        self.submission = SubmissionService(
            store=self.store,
            admission=Admission(
                operator=OperatorChecks(
                    switches=self.switches,
                    clips=self.clips,
                    incidents=incidents,
                    allowed_guilds=self.allowed_guilds,
                ),
                terms=parts.terms,
                moderation=parts.checks,
                rules=self.rules,
            ),
            incidents=incidents,
            clock=self.clock,
            limits=self.limits,
            prices_usd={5: Decimal("1.40"), 10: Decimal("2.80")},
            expected_wait_s=lambda _duration_s: lambda _usage: 0.0,
            new_reference=self._new_reference,
            wake_worker=lambda: None,
        )
        self.shelf = Shelf(
            store=self.store,
            ledger=Ledger(store=self.store, clock=self.clock),
            kept_clips=self.clips,
            clips=self.source,
            critical=CriticalSections(),
            clock=self.clock,
            kept_for=timedelta(days=7),
        )
        self.reporting = ReportingService(jobs=self.store, reports=self.reports, clock=self.clock)
        asking = Asking(
            submission=self.submission,
            catalogue=self.catalogue,
            views=buttons,
            replies=replies,
            clock=self.clock,
            show_prices=self.show_prices,
        )
        own_requests = OwnRequests(store=self.store)
        edit = EditDesk(
            own_requests=own_requests, asking=asking, catalogue=self.catalogue, replies=replies
        )
        report = ReportDesk(reporting=self.reporting, catalogue=self.catalogue, replies=replies)
        buttons.serve(
            ButtonDesk(
                cancellation=self.cancellation,
                results=self.results,
                shelf=self.shelf,
                handover=Handover(rest, catalogue=self.catalogue),
                replies=replies,
            ),
            again=AgainDesk(
                own_requests=own_requests, asking=asking, replies=replies, clock=self.clock
            ),
            edit=edit,
            report=report,
        )
        modals = ModalsCog(
            kinds=(edit.modal_kind, report.modal_kind, *parts.forms, *self.other_forms),
            replies=replies,
        )
        self.buttons = buttons
        self.replies = replies
        self.video = VideoCog(
            desk=self._video_desk(asking), catalogue=self.catalogue, replies=replies
        )
        self.videos = VideosCog(
            desk=self._videos_desk(),
            catalogue=self.catalogue,
            buttons=buttons,
            replies=replies,
            clock=self.clock,
        )
        bot.equip(
            cogs=(
                self.video,
                self.videos,
                *command_groups(parts, self.catalogue),
                *parts.cogs,
                modals,
            ),
            buttons=(*buttons.classes, *parts.items),
        )
        return bot

    def _video_desk(self, asking: Asking) -> VideoDesk:
        self.suggestions = SuggestionService(
            recent_texts=self.recent_texts, store=self.store, clock=self.clock
        )
        return VideoDesk(
            choices=TextChoices(suggestions=self.suggestions, clock=self.clock),
            drafts=DraftService(
                suggestions=self.suggestions,
                defaults=DefaultsService(store=self.defaults_store, clock=self.clock),
                new_reference=self._new_reference,
            ),
            asking=asking,
            advice=Advice(clock=self.clock),
        )

    def _videos_desk(self) -> VideosDesk:
        return VideosDesk(
            shelf=self.shelf,
            own_clips=OwnClips(
                live_jobs=self.live_jobs, store=self.store, cancellation=self.cancellation
            ),
            quota=QuotaService(
                limit_log=self.limit_log,
                switches=self.switches,
                guild_pauses=self.stores.guild_pauses,
                blocks=self.stores.blocks,
                clock=self.clock,
                limits=self.limits,
                prices_usd={5: Decimal("1.40"), 10: Decimal("2.80")},
                show_prices=self.show_prices,
                allowed_guilds=self.allowed_guilds,
            ),
            defaults=DefaultsService(store=self.defaults_store, clock=self.clock),
        )

    async def jobs(self) -> list[Job]:
        return [job async for job in self.log.stream(UsageFilter())]

    async def only_job(self) -> Job:
        (job,) = await self.jobs()
        return await self.job(job.id)

    async def job(self, job_id: JobId) -> Job:
        job = await self.store.get(job_id)
        assert job is not None
        return job

    async def take(self, job: Job, *steps: JobStatus, **changes: Any) -> Job:
        """Lead the job through its states; `changes` belong to the last step."""
        for step in steps:
            own = changes if step is steps[-1] else {}
            at = self.clock.now()
            extra = {"submitted_at": at} if step is JobStatus.SUBMITTING else {}
            job = await self.store.transition(job.id, step, actor=WORKER, at=at, **{**extra, **own})
        return job

    def result(self, job: Job, *, link: str | None = None) -> Result:
        if link is not None:
            return Result(job=job, clip=None, link=link)
        return Result(job=job, clip=self.made_clip(job), link=None)

    def made_clip(self, job: Job) -> Clip:
        path = self.folder / f"clip-{job.id}.mp4"
        path.write_bytes(MP4)
        return Clip(path=path, size_bytes=len(MP4))

    async def delivered(self, job: Job, sent: SentMessage, **changes: Any) -> Job:
        return await self.take(
            job,
            JobStatus.SUBMITTING,
            JobStatus.RUNNING,
            JobStatus.DELIVERING,
            JobStatus.DELIVERED,
            delivered_at=self.clock.now(),
            result_message_id=sent.message_id,
            message_url=sent.url,
            **changes,
        )

    async def keep(self, job: Job, **changes: Any) -> Job:
        """Save the clip: there is no way to hand it over."""
        kept_file = await self.clips.keep(self.made_clip(job), name=f"job-{job.id}.mp4")
        at = self.clock.now()
        job = await self.take(
            job,
            JobStatus.SUBMITTING,
            JobStatus.RUNNING,
            JobStatus.DELIVERING,
            finished_at=at,
            output_url="https://clips.example/fox.mp4",
        )
        return await self.take(
            job,
            JobStatus.KEPT,
            **{"reason": "nowhere_to_deliver", "kept_file": kept_file, **changes},
        )

    def _new_reference(self) -> str:
        return f"REF{next(self._references):03}"


@pytest.fixture(scope="session", autouse=True)
def _no_stray_loop() -> None:
    """looptime asks for a loop before a synchronous test, and the policy would make one to keep."""
    policy = asyncio.get_event_loop_policy()
    with suppress(RuntimeError):
        policy.get_event_loop().close()
    policy.set_event_loop(None)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    clock = SimcordClock()
    database = await Database.open(f"sqlite:///{put_migrated(tmp_path)}", clock=clock)
    house = House(database, tmp_path, clock)
    yield house
    await house.submission.close()
    await database.close()


@pytest.fixture(autouse=True)
def _time_outs_are_virtual(monkeypatch: pytest.MonkeyPatch) -> None:
    """A time-out of the bot ends when a test moves the clock, and never because a machine is busy.

    SimCord would also end each in real time.
    """
    monkeypatch.setattr(Env, "_schedule_timer", lambda *_: None)


@pytest.fixture
def simcord_bot(house: House) -> ShowreelBot:
    return house.new_bot()


@pytest.fixture
async def env(simcord_env: Env, house: House) -> Env:
    house.clock.env = simcord_env
    simcord_env.settle_timeout = SETTLES_WITHIN_S
    await simcord_env.bot.register_commands()
    return simcord_env


@pytest.fixture
def town(env: Env) -> Town:
    return Town(env)


@pytest.fixture
def accepted(house: House, town: Town):
    """A request of alice whose card stands."""

    async def build(**options: Any) -> Job:
        answer = await town.alice.slash(town.channel, "video", prompt=PROMPT, **options)
        assert answer.response is not None
        jobs = await house.jobs()
        return next(
            job
            for job in [await house.job(job.id) for job in jobs]
            if job.card_message_id == MessageId(answer.response.id)
        )

    return build
