"""The front: what members type and press."""

from datetime import timedelta

from bot.composition.core import Core, new_reference
from bot.domain.ports import ClipSource
from bot.messaging.handover import Handover
from bot.scheduling.expected_wait import expected_wait_s
from bot.services.cancellation import CancellationService
from bot.services.results import ResultService
from bot.services.shelf import Shelf
from bot.services.submission import SubmissionService
from bot.services.worker import Worker
from cogs.buttons import ButtonDesk
from cogs.video import VideoCog
from cogs.videos import VideosCog


def compose_front(core: Core, worker: Worker, clips: ClipSource) -> SubmissionService:
    settings, clock, jobs = core.settings, core.clock, core.stores.jobs
    submission = SubmissionService(
        store=jobs,
        switches=core.stores.switches,
        clips=core.kept_clips,
        incidents=core.incidents,
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
            model=core.latency,
        ),
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
    core.buttons.serve(
        ButtonDesk(
            cancellation=CancellationService(
                store=jobs, clock=clock, cancel_wanted=worker.cancel_wanted
            ),
            results=ResultService(
                store=jobs,
                messenger=core.messenger,
                clock=clock,
                show_card=core.cards.changed,
            ),
            shelf=shelf,
            handover=Handover(core.rest, catalogue=core.catalogue),
            replies=core.replies,
        )
    )
    video = VideoCog(
        submission=submission,
        catalogue=core.catalogue,
        views=core.buttons,
        replies=core.replies,
        clock=clock,
    )
    videos = VideosCog(
        shelf=shelf, catalogue=core.catalogue, buttons=core.buttons, replies=core.replies
    )
    core.client.equip(cogs=(video, videos), buttons=core.buttons.classes)
    return submission
