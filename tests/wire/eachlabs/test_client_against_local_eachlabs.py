"""The product's own client, over real HTTP, against the local service."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from decimal import Decimal

import aiohttp
import pytest
from pydantic import SecretStr

from bot.domain.clip import ClipRequest
from bot.domain.errors import (
    ConcurrencyCapError,
    KeyRefusedError,
    NeverAgainError,
    NoBalanceError,
    OutcomeUnknownError,
    UnknownPredictionError,
)
from bot.domain.ids import GuildId, JobId, PredictionId
from bot.domain.prediction import PredictionStatus
from bot.eachlabs.adapter import EachlabsPredictionApi
from bot.eachlabs.client import EachlabsClient
from sandbox.eachlabs import FaultKind

GUILD = GuildId(1)
JOB = JobId(7)
REQUEST = ClipRequest(prompt="A red fox crosses a snowy road at dawn", duration_s=10)


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
async def api(caller, clock) -> AsyncIterator[EachlabsPredictionApi]:
    async with aiohttp.ClientSession() as session:
        client = EachlabsClient(
            session,
            base_url=caller.eachlabs.base_url,
            api_key=SecretStr(caller.eachlabs.api_key),
            clock=ProductClock(clock),
            create_timeout=aiohttp.ClientTimeout(total=1.0),
        )
        yield EachlabsPredictionApi(
            client,
            gate=OpenGate(),
            clock=ProductClock(clock),
            model="kling-v2-text-to-video",
            version="0.0.1",
        )


async def test_a_clip_is_made_charged_and_found_in_the_list(api, caller, clock):
    began = clock.now()
    prediction_id = await api.create(REQUEST, guild_id=GUILD, job_id=JOB)
    running = await api.get(prediction_id, guild_id=GUILD)
    clock.pass_s(100)
    done = await api.get(prediction_id, guild_id=GUILD)
    (execution,) = await api.executions(since=began, until=clock.now() + timedelta(seconds=1))

    assert PredictionStatus.RUNNING is running.status
    assert PredictionStatus.SUCCEEDED is done.status
    assert f"{caller.eachlabs.base_url}/uploads/{prediction_id}.mp4" == done.output_url
    assert (100, Decimal("2.8")) == (done.predict_seconds, done.cost_usd)
    assert REQUEST.model_input == done.input == caller.eachlabs.ledger[0].input
    assert (prediction_id, PredictionStatus.SUCCEEDED) == (execution.id, execution.status)
    assert Decimal("247.2") == await api.balance_usd()
    assert caller.eachlabs.violations == ()


async def test_a_cancel_is_confirmed_by_the_next_poll(api):
    prediction_id = await api.create(REQUEST, guild_id=GUILD, job_id=JOB)
    await api.cancel(prediction_id, guild_id=GUILD)

    cancelled = await api.get(prediction_id, guild_id=GUILD)
    assert PredictionStatus.CANCELLED is cancelled.status


async def test_a_safety_rejection_is_told_apart_from_a_provider_error(api, caller, clock):
    caller.eachlabs.faults.switch_on(FaultKind.PROMPT_REJECTED, times=1)
    rejected_id = await api.create(REQUEST, guild_id=GUILD, job_id=JOB)
    caller.eachlabs.faults.switch_on(FaultKind.PROVIDER_ERROR, times=1)
    failed_id = await api.create(REQUEST, guild_id=GUILD, job_id=JOB)
    clock.pass_s(100)
    rejected = await api.get(rejected_id, guild_id=GUILD)
    failed = await api.get(failed_id, guild_id=GUILD)

    assert [rejected.status, failed.status] == [PredictionStatus.FAILED] * 2
    assert rejected.reason == "provider_rejected"
    assert rejected.reason != failed.reason


@pytest.mark.parametrize(
    ("kind", "error", "created"),
    [
        (FaultKind.KEY_REFUSED, KeyRefusedError, 0),
        (FaultKind.CREATE_NO_BALANCE, NoBalanceError, 0),
        (FaultKind.CREATE_TOO_MANY, ConcurrencyCapError, 0),
        (FaultKind.CREATE_REFUSED, NeverAgainError, 0),
        (FaultKind.CREATE_EMPTY_ERROR, NeverAgainError, 0),
        (FaultKind.CREATE_ERROR_BEFORE, OutcomeUnknownError, 0),
        (FaultKind.CREATE_ERROR_AFTER, OutcomeUnknownError, 1),
        (FaultKind.CREATE_CUT_BEFORE, OutcomeUnknownError, 0),
        (FaultKind.CREATE_CUT_AFTER, OutcomeUnknownError, 1),
        (FaultKind.CREATE_HANGS, OutcomeUnknownError, 1),
        (FaultKind.CREATE_NONSENSE, OutcomeUnknownError, 1),
    ],
)
async def test_a_create_that_went_wrong_is_sent_once_and_judged_by_what_is_certain(
    api, caller, kind, error, created
):
    caller.eachlabs.faults.switch_on(kind)
    with pytest.raises(error):
        await api.create(REQUEST, guild_id=GUILD, job_id=JOB)

    assert created == len(caller.eachlabs.ledger)
    assert caller.eachlabs.requests["create"] == 1


@pytest.mark.parametrize(
    "kind",
    [
        FaultKind.POLL_ERROR,
        FaultKind.POLL_EMPTY_ERROR,
        FaultKind.POLL_CUT,
        FaultKind.POLL_UNKNOWN_STATUS,
    ],
)
async def test_a_passing_disturbance_of_a_poll_is_not_noticed(api, caller, kind):
    prediction_id = await api.create(REQUEST, guild_id=GUILD, job_id=JOB)
    caller.eachlabs.faults.switch_on(kind, times=1)
    running = await api.get(prediction_id, guild_id=GUILD)

    assert PredictionStatus.RUNNING is running.status
    assert caller.eachlabs.faults.struck[kind] == 1


@pytest.mark.parametrize(
    "kind", [FaultKind.OUTPUT_LIST, FaultKind.OUTPUT_OBJECT, FaultKind.OUTPUT_JSON_TEXT]
)
async def test_an_address_is_found_in_every_shape_of_output(api, caller, clock, kind):
    prediction_id = await api.create(REQUEST, guild_id=GUILD, job_id=JOB)
    caller.eachlabs.faults.switch_on(kind)
    clock.pass_s(100)
    done = await api.get(prediction_id, guild_id=GUILD)

    assert f"{caller.eachlabs.base_url}/uploads/{prediction_id}.mp4" == done.output_url


async def test_an_unknown_prediction_is_told_as_such(api):
    with pytest.raises(UnknownPredictionError):
        await api.get(PredictionId("00000000-0000-4000-8000-000000000000"), guild_id=GUILD)


async def test_all_pages_of_the_list_are_read(api, caller, clock):
    began = clock.now()
    for number in range(205):
        prediction_id = await caller.created_id(prompt=f"Fox {number}")
        await caller.cancel(prediction_id)
    rows = await api.executions(since=began, until=clock.now())

    assert len({row.id for row in rows}) == 205
    assert caller.eachlabs.requests["list"] == 3
