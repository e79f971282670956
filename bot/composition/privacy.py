"""What members can know, take along and have erased of what is kept about them."""

from datetime import timedelta

from bot.composition.core import Core
from bot.services.erasure import Eraser
from bot.services.worker import Worker


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
