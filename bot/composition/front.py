"""The front: what members type and press."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from functools import partial

from bot.composition.core import Core, new_reference
from bot.composition.equipment import Equipment, FrontTools, Loop, command_groups, together
from bot.composition.moderation import moderation_parts
from bot.composition.privacy import presence_part, privacy_part, privacy_terms
from bot.composition.usage_figures import FiguresTools
from bot.domain.limits import LimitUsage
from bot.domain.ports import ClipSource
from bot.messaging.handover import Handover
from bot.scheduling.expected_wait import expected_wait_s
from bot.services.admission import Admission, OperatorChecks
from bot.services.advice import Advice
from bot.services.cancellation import CancellationService
from bot.services.drafting import DraftService
from bot.services.erasure import Eraser
from bot.services.guild_settings import GuildSettingsService
from bot.services.option_defaults import DefaultsService
from bot.services.own_clips import OwnClips
from bot.services.own_requests import OwnRequests
from bot.services.presence import PresenceService
from bot.services.prompt_rules import RuleService
from bot.services.quota import QuotaService
from bot.services.reporting import ReportingService
from bot.services.request_limits import RequestLimits
from bot.services.results import ResultService
from bot.services.rule_patterns import BoundedPattern
from bot.services.shelf import Shelf
from bot.services.submission import SubmissionService
from bot.services.suggestions import SuggestionService
from bot.services.worker import Worker
from cogs.again_button import AgainDesk
from cogs.asking import Asking
from cogs.buttons import ButtonDesk
from cogs.edit_prompt import EditDesk
from cogs.modals import ModalKind, ModalsCog
from cogs.report_button import ReportDesk
from cogs.text_choices import TextChoices
from cogs.video import VideoCog, VideoDesk
from cogs.videos import VideosCog, VideosDesk


@dataclass(frozen=True, kw_only=True, slots=True)
class Front:
    """What is left to be run, and to be closed at the end."""

    submission: SubmissionService
    loops: Sequence[Loop]


def compose_front(
    core: Core,
    worker: Worker,
    clips: ClipSource,
    eraser: Eraser,
    presence: PresenceService,
) -> Front:
    settings, clock, jobs = core.settings, core.clock, core.stores.jobs
    rules = RuleService(store=core.stores.rules, clock=clock, compile_pattern=BoundedPattern)
    results = ResultService(
        store=jobs, messenger=core.messenger, clock=clock, show_card=core.cards.changed
    )
    tools = FrontTools(
        stores=core.stores,
        catalogue=core.catalogue,
        replies=core.replies,
        clock=clock,
        guild_settings=GuildSettingsService(store=core.stores.guild_settings, clock=clock),
        policy=settings.limit_policy,
        results=results,
        rest=core.rest,
        throttle=core.throttle,
        news=core.news,
        incidents=core.incidents,
    )
    cancellation = CancellationService(store=jobs, clock=clock, cancel_wanted=worker.cancel_wanted)
    figures = FiguresTools(painter=core.painter, exports=core.exports)
    parts = together(
        moderation_parts(
            tools,
            rules=rules,
            cancellation=cancellation,
            wake_worker=worker.wake,
            figures=figures,
        )
    )
    limits = RequestLimits(
        ceilings=settings.limit_policy,
        guild_settings=tools.guild_settings,
        pseudonyms=core.stores.pseudonyms,
    )
    privacy = privacy_part(
        tools,
        terms=privacy_terms(settings),
        cancellation=cancellation,
        wake_eraser=eraser.wake,
    )
    parts = together((parts, privacy, presence_part(presence)))
    submission = SubmissionService(
        store=jobs,
        admission=_admission(core, parts, rules),
        incidents=core.incidents,
        clock=clock,
        limits=limits,
        prices_usd=_prices_usd(core),
        expected_wait_s=partial(_wait_forecast, core),
        new_reference=new_reference,
        wake_worker=worker.wake,
    )
    shelf = Shelf(
        store=jobs,
        ledger=core.ledger,
        kept_clips=core.kept_clips,
        clips=clips,
        critical=core.critical,
        clock=clock,
        kept_for=timedelta(days=settings.kept_days),
    )
    asking = Asking(
        submission=submission,
        catalogue=core.catalogue,
        views=core.buttons,
        replies=core.replies,
        clock=clock,
        show_prices=settings.show_prices,
    )
    forms = _serve_buttons(core, results, shelf, cancellation, asking)
    defaults = DefaultsService(store=core.stores.defaults, clock=clock)
    core.client.equip(
        cogs=(
            _video(core, asking, defaults),
            _videos(core, shelf, cancellation, defaults, limits),
            *command_groups(parts, core.catalogue),
            *parts.cogs,
            ModalsCog(kinds=(*forms, *parts.forms), replies=core.replies),
        ),
        buttons=(*core.buttons.classes, *parts.items),
    )
    return Front(submission=submission, loops=parts.loops)


def _admission(core: Core, parts: Equipment, rules: RuleService) -> Admission:
    operator = OperatorChecks(
        switches=core.stores.switches,
        clips=core.kept_clips,
        incidents=core.incidents,
        allowed_guilds=core.settings.allowed_guilds,
    )
    return Admission(operator=operator, terms=parts.terms, moderation=parts.checks, rules=rules)


def _serve_buttons(
    core: Core,
    results: ResultService,
    shelf: Shelf,
    cancellation: CancellationService,
    asking: Asking,
) -> Sequence[ModalKind]:
    """Return the forms that some of the buttons open."""
    jobs, catalogue, replies = core.stores.jobs, core.catalogue, core.replies
    own_requests = OwnRequests(store=jobs)
    edit = EditDesk(own_requests=own_requests, asking=asking, catalogue=catalogue, replies=replies)
    report = ReportDesk(
        reporting=ReportingService(jobs=jobs, reports=core.stores.reports, clock=core.clock),
        catalogue=catalogue,
        replies=replies,
    )
    core.buttons.serve(
        ButtonDesk(
            cancellation=cancellation,
            results=results,
            shelf=shelf,
            handover=Handover(core.rest, catalogue=catalogue),
            replies=replies,
        ),
        again=AgainDesk(
            own_requests=own_requests, asking=asking, replies=replies, clock=core.clock
        ),
        edit=edit,
        report=report,
    )
    return edit.modal_kind, report.modal_kind


def _video(core: Core, asking: Asking, defaults: DefaultsService) -> VideoCog:
    suggestions = SuggestionService(
        recent_texts=core.stores.recent_texts, store=core.stores.jobs, clock=core.clock
    )
    return VideoCog(
        desk=VideoDesk(
            choices=TextChoices(suggestions=suggestions, clock=core.clock),
            drafts=DraftService(
                suggestions=suggestions, defaults=defaults, new_reference=new_reference
            ),
            asking=asking,
            advice=Advice(clock=core.clock),
        ),
        catalogue=core.catalogue,
        replies=core.replies,
    )


def _videos(
    core: Core,
    shelf: Shelf,
    cancellation: CancellationService,
    defaults: DefaultsService,
    limits: RequestLimits,
) -> VideosCog:
    stores = core.stores
    return VideosCog(
        desk=VideosDesk(
            shelf=shelf,
            own_clips=OwnClips(
                live_jobs=stores.live_jobs, store=stores.jobs, cancellation=cancellation
            ),
            quota=QuotaService(
                limit_log=stores.limit_log,
                switches=stores.switches,
                guild_pauses=stores.guild_pauses,
                blocks=stores.blocks,
                clock=core.clock,
                limits=limits,
                prices_usd=_prices_usd(core),
                show_prices=core.settings.show_prices,
                allowed_guilds=core.settings.allowed_guilds,
            ),
            defaults=defaults,
        ),
        catalogue=core.catalogue,
        buttons=core.buttons,
        replies=core.replies,
        clock=core.clock,
    )


def _prices_usd(core: Core) -> Mapping[int, Decimal]:
    return {5: core.settings.price_usd_5s, 10: core.settings.price_usd_10s}


def _wait_forecast(core: Core, duration_s: int) -> Callable[[LimitUsage], float]:
    """What is learned of generation times is read now: the forecast is made in another thread."""
    settings = core.settings
    return partial(
        expected_wait_s,
        typical_s=core.latency.typical_s(duration_s),
        slots=settings.eachlabs_max_concurrent,
        guild_max_running=settings.guild_max_running,
        user_max_running=settings.user_max_running,
    )
