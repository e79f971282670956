"""What members can know, take along and have erased of what is kept about them."""

from collections.abc import Callable
from datetime import timedelta

from bot.composition.core import Core
from bot.composition.equipment import Equipment, FrontTools
from bot.config import Settings
from bot.domain.privacy import PrivacyTerms
from bot.services.cancellation import CancellationService
from bot.services.erasure import Eraser
from bot.services.forgetting import ForgettingService
from bot.services.own_data import OwnData, OwnDataService
from bot.services.presence import PresenceService
from bot.services.worker import Worker
from cogs.forget_buttons import ForgetButtons, ForgetDesk
from cogs.presence import PresenceCog
from cogs.privacy import PrivacyCog, PrivacyDesk


def compose_eraser(core: Core, worker: Worker) -> Eraser:
    return Eraser(
        store=core.stores.erasures,
        jobs=core.stores.jobs,
        pseudonyms=core.stores.pseudonyms,
        kept_clips=core.kept_clips,
        clock=core.clock,
        kept_for=timedelta(days=core.settings.kept_days),
        job_changed=worker.job_changed,
    )


def compose_presence(core: Core, worker: Worker) -> PresenceService:
    return PresenceService(
        store=core.stores.presence,
        jobs=core.stores.jobs,
        kept_clips=core.kept_clips,
        clock=core.clock,
        present=core.client.guild_ids,
        application_id=lambda: core.client.application_id,
        cancelled=worker.cancel_wanted,
    )


def presence_part(presence: PresenceService) -> Equipment:
    return Equipment(cogs=(PresenceCog(presence),))


def privacy_terms(settings: Settings) -> PrivacyTerms:
    return PrivacyTerms(
        retention_days=settings.retention_days,
        kept_days=settings.kept_days,
        policy_url=settings.privacy_url,
    )


def privacy_part(
    tools: FrontTools,
    *,
    terms: PrivacyTerms,
    cancellation: CancellationService,
    wake_eraser: Callable[[], None],
) -> Equipment:
    stores, catalogue, replies = tools.stores, tools.catalogue, tools.replies
    forgetting = ForgettingService(
        store=stores.erasures,
        live_jobs=stores.live_jobs,
        cancellation=cancellation,
        clock=tools.clock,
        wake_eraser=wake_eraser,
    )
    buttons = ForgetButtons(ForgetDesk(forgetting=forgetting, catalogue=catalogue, replies=replies))
    desk = PrivacyDesk(
        terms=terms,
        own_data=OwnDataService(
            OwnData(
                usage_log=stores.usage_log,
                defaults=stores.defaults,
                own_data=stores.own_data,
                clock=tools.clock,
            )
        ),
        forgetting=forgetting,
        buttons=buttons,
    )
    return Equipment(
        cogs=(PrivacyCog(desk=desk, catalogue=catalogue, replies=replies),), items=buttons.classes
    )
