"""The product's own receiver, called over real HTTP by the local service."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
from pydantic import SecretStr
from structlog.testing import capture_logs

from bot.domain.clip import ClipRequest
from bot.domain.errors import OutcomeUnknownError
from bot.domain.ids import GuildId, JobId
from bot.domain.prediction import PredictionStatus
from bot.eachlabs.adapter import EachlabsPredictionApi
from bot.eachlabs.client import EachlabsClient
from bot.eachlabs.webhook_receiver import WebhookReceiver
from bot.eachlabs.webhook_target import WebhookTarget
from sandbox.eachlabs import FaultKind
from tests.support.waiting import until

GUILD = GuildId(1)
JOB = JobId(7)
REQUEST = ClipRequest(prompt="A red fox crosses a snowy road at dawn", duration_s=10)
SECRET = SecretStr("of the tests")


class OpenGate:
    """Lets everything through: the limits are another part's."""

    @asynccontextmanager
    async def admit(self, _kind, _guild_id=None) -> AsyncIterator[None]:
        yield

    def hold_until(self, monotonic: float) -> None:
        """Nothing waits here."""


class ProductClock:
    """The test's clock in the shape the product asks for."""

    def __init__(self, clock) -> None:
        self._clock = clock

    def now(self):
        return self._clock.now()

    def monotonic(self) -> float:
        return self._clock()

    async def sleep(self, seconds: float) -> None:
        self._clock.pass_s(seconds)
        await asyncio.sleep(0)


@pytest.fixture
def hints():
    return []


@pytest.fixture
async def new_receiver(clock, hints):
    """Start receivers, each with a secret and perhaps on a port that a create has named."""
    receivers = []

    async def new_receiver(*, secret=SECRET, port=0):
        receivers.append(
            WebhookReceiver(
                host="127.0.0.1",
                port=port,
                secret=secret,
                clock=ProductClock(clock),
                called=lambda job_id, prediction_id: hints.append((job_id, prediction_id)),
            )
        )
        await receivers[-1].start()
        return receivers[-1]

    yield new_receiver
    for receiver in receivers:
        await receiver.stop()


@pytest.fixture
async def api_calling(clock):
    """Build the adapter for a local service, with creates that are to be called at a port."""
    async with aiohttp.ClientSession() as session:

        def api_calling(eachlabs, port):
            return EachlabsPredictionApi(
                EachlabsClient(
                    session,
                    base_url=eachlabs.base_url,
                    api_key=SecretStr(eachlabs.api_key),
                    clock=ProductClock(clock),
                    create_timeout=aiohttp.ClientTimeout(total=1.0),
                ),
                gate=OpenGate(),
                clock=ProductClock(clock),
                model="kling-v2-text-to-video",
                version="0.0.1",
                webhook=WebhookTarget(public_url=f"http://127.0.0.1:{port}", secret=SECRET),
            )

        yield api_calling


@pytest.fixture
async def api(caller, new_receiver, api_calling):
    return api_calling(caller.eachlabs, (await new_receiver()).port)


async def end_all(caller, clock):
    """Let every prediction end; the service notices when it is next looked at."""
    clock.pass_s(100)
    return [row.status for row in caller.eachlabs.ledger]


async def test_the_end_of_a_clip_is_a_hint_about_its_own_job(api, caller, clock, hints):
    ids = {job_id: await api.create(REQUEST, guild_id=GUILD, job_id=job_id) for job_id in (7, 8)}
    await end_all(caller, clock)
    await until(lambda: len(hints) == 2)

    assert set(hints) == set(ids.items())


async def test_a_failure_is_announced_too(api, caller, clock, hints):
    caller.eachlabs.faults.switch_on(FaultKind.PROVIDER_ERROR)
    prediction_id = await api.create(REQUEST, guild_id=GUILD, job_id=JOB)
    await end_all(caller, clock)
    await until(lambda: hints)

    assert hints == [(JOB, prediction_id)]


async def test_a_create_that_was_cut_off_is_found_by_the_call_it_asked_for(
    api, caller, clock, hints
):
    caller.eachlabs.faults.switch_on(FaultKind.CREATE_CUT_AFTER, times=1)
    with pytest.raises(OutcomeUnknownError):
        await api.create(REQUEST, guild_id=GUILD, job_id=JOB)
    await end_all(caller, clock)
    await until(lambda: hints)

    assert hints == [(JOB, caller.eachlabs.ledger[0].prediction_id)]


async def test_a_lost_webhook_is_missed_by_nobody_who_polls(api, caller, clock, hints):
    caller.eachlabs.faults.switch_on(FaultKind.WEBHOOK_LOST)
    prediction_id = await api.create(REQUEST, guild_id=GUILD, job_id=JOB)
    await end_all(caller, clock)
    done = await api.get(prediction_id, guild_id=GUILD)

    assert (done.status, hints) == (PredictionStatus.SUCCEEDED, [])


async def test_a_receiver_that_comes_up_late_takes_a_later_attempt(
    opened, clock, api_calling, new_receiver, hints, unused_tcp_port
):
    """The signature is of the first attempt; it is still fresh enough."""
    async with opened(webhook_retry_s=0.05) as caller:
        api = api_calling(caller.eachlabs, unused_tcp_port)
        prediction_id = await api.create(REQUEST, guild_id=GUILD, job_id=JOB)
        await end_all(caller, clock)
        await asyncio.sleep(0.02)
        await new_receiver(port=unused_tcp_port)
        clock.pass_s(20)
        await until(lambda: hints)

    assert hints == [(JOB, prediction_id)]


async def test_a_call_signed_with_another_secret_is_refused_each_time(
    opened, clock, api_calling, new_receiver, hints
):
    async with opened(webhook_retry_s=0.01) as caller:
        receiver = await new_receiver(secret=SecretStr("another"))
        api = api_calling(caller.eachlabs, receiver.port)
        await api.create(REQUEST, guild_id=GUILD, job_id=JOB)
        with capture_logs() as lines:
            await end_all(caller, clock)
            await until(lambda: sum(line["event"] == "webhook_not_taken" for line in lines) == 3)
            await receiver.stop()

    refused = [line["causes"] for line in lines if line["event"] == "webhook_calls_refused"]
    assert refused == [{"signature_wrong": 1}, {"signature_wrong": 2}]
    assert hints == []
