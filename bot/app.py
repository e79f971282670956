"""The composition root: opens everything, and closes it in reverse."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial

from bot.composition.core import Core, Edges
from bot.composition.eachlabs import open_api, open_webhooks
from bot.composition.front import compose_front
from bot.composition.privacy import compose_eraser, compose_presence
from bot.composition.worker import compose_housekeeping, compose_worker, open_clip_source
from bot.config import Settings
from bot.migration import migrate_if_needed
from bot.runner import Runner
from bot.scheduling.poll_planner import PollPlanner
from bot.services.poller import Poller
from bot.storage.lock import DatabaseLock
from bot.storage.writability import is_writable
from bot.stores import Stores

__all__ = ["Edges", "open_showreel"]


@asynccontextmanager
async def open_showreel(settings: Settings, edges: Edges) -> AsyncIterator[Runner]:
    """Take the lock, migrate, open everything.

    Raises DatabaseHeldError, MigrationError and StorageUnavailableError.
    """
    async with AsyncExitStack() as stack:
        lock = stack.enter_context(DatabaseLock.acquire(settings.database_url))
        await migrate_if_needed(settings, lock, clock=edges.clock)
        stores = await stack.enter_async_context(Stores.open(settings, clock=edges.clock))
        await stores.pseudonyms.load()
        yield await _compose(Core(settings, edges, stores), stack)


async def _compose(core: Core, stack: AsyncExitStack) -> Runner:
    api = await open_api(core, stack)
    poller = Poller(
        api=api,
        planner=PollPlanner(core.latency.times, min_gap_s=core.settings.poll_min_seconds),
        budget=core.budget,
        clock=core.clock,
    )
    clips = await open_clip_source(core, stack)
    worker = compose_worker(core, api=api, poller=poller, clips=clips)
    eraser = compose_eraser(core, worker)
    presence = compose_presence(core, worker)
    front = compose_front(core, worker, clips, eraser, presence)
    stack.push_async_callback(front.submission.close)
    return Runner(
        discord_token=core.settings.discord_token.get_secret_value(),
        slots=core.settings.eachlabs_max_concurrent,
        health_host=core.settings.http_host,
        health_port=core.settings.http_port,
        clock=core.clock,
        jobs=core.stores.jobs,
        incidents=core.stores.incidents,
        database_writable=partial(is_writable, core.stores.database),
        discord_client=core.client,
        budget=core.budget,
        queue=core.queue,
        worker=worker,
        poller=poller,
        webhooks=open_webhooks(core, worker),
        chores=(compose_housekeeping(core, worker), eraser, presence),
        metrics=core.metrics,
        loops=front.loops,
    )
