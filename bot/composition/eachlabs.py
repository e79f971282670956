"""Eachlabs: who asks it, and who listens when it calls."""

from contextlib import AsyncExitStack

import aiohttp

from bot.composition.core import Core
from bot.domain.ports import PredictionApi, RequestGate
from bot.eachlabs.adapter import EachlabsPredictionApi
from bot.eachlabs.client import EachlabsClient
from bot.eachlabs.webhook_receiver import WebhookReceiver
from bot.eachlabs.webhook_target import WebhookTarget
from bot.observability.measured_gate import MeasuredGate
from bot.services.worker import Worker


async def open_api(core: Core, stack: AsyncExitStack) -> PredictionApi:
    # A create must never meet a connection that the server has just closed: it could not be
    # told from one that was carried out. So every request opens its own.
    connector = aiohttp.TCPConnector(force_close=True, limit=core.settings.eachlabs_max_concurrent)
    session = await stack.enter_async_context(
        aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
    )
    gate: RequestGate = MeasuredGate(core.budget, metrics=core.metrics, clock=core.clock)
    return EachlabsPredictionApi(
        EachlabsClient(
            session,
            base_url=core.settings.eachlabs_base_url,
            api_key=core.settings.eachlabs_api_key,
            clock=core.clock,
        ),
        gate=gate,
        clock=core.clock,
        model=core.settings.eachlabs_model,
        version=core.settings.eachlabs_model_version,
        poll_min_s=core.settings.poll_min_seconds,
        jitter=core.edges.random_source.random,
        webhook=_webhook_target(core),
    )


def open_webhooks(core: Core, worker: Worker) -> WebhookReceiver | None:
    if core.settings.webhook_public_url is None:
        return None
    return WebhookReceiver(
        host=core.settings.webhook_host,
        port=core.settings.webhook_port,
        secret=core.settings.webhook_secret,
        clock=core.clock,
        called=worker.hint,
    )


def _webhook_target(core: Core) -> WebhookTarget | None:
    public_url = core.settings.webhook_public_url
    if public_url is None:
        return None
    return WebhookTarget(public_url=public_url, secret=core.settings.webhook_secret)
