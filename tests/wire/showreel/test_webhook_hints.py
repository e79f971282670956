"""Completion webhooks at the running product: a hint that saves waiting, and never more."""

import hashlib
import hmac
import json
import time

import aiohttp
import pytest
from pydantic import SecretStr
from yarl import URL

from bot.domain.job import JobStatus
from sandbox.eachlabs.faults import FaultKind
from sandbox.eachlabs.prediction import Status

SECRET = "a-secret-of-eachlabs-and-us"
# So slow that no clip is found by asking before the test is over.
POLL_MIN_S = 600.0


@pytest.fixture
async def stage(open_stage):
    async with open_stage(
        webhook_public_url="https://showreel.example",
        webhook_secret=SecretStr(SECRET),
        webhook_port=0,
        poll_min_seconds=POLL_MIN_S,
    ) as opened:
        yield opened


async def call(stage, job_id, body, *, secret=SECRET):
    """Pass a signed call on as a proxy would; returns the status of the answer."""
    port = stage.sandbox.runner.webhooks.port
    timestamp = str(int(time.time()))
    signed = timestamp.encode() + b"." + body
    digest = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    headers = {"X-Webhook-Timestamp": timestamp, "X-Webhook-Signature": f"sha256={digest}"}
    url = URL.build(scheme="http", host="127.0.0.1", port=port, path=f"/eachlabs/{job_id}")
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data=body, headers=headers) as response,
    ):
        return response.status


def ended(prediction_id):
    body = {"exec_id": prediction_id, "flow_id": None, "status": "succeeded", "output": ""}
    return json.dumps(body).encode()


async def made(stage):
    """Wait until the only prediction has ended."""

    def found():
        ids = (row.prediction_id for row in stage.eachlabs.ledger if row.status is Status.SUCCESS)
        return next(ids, None)

    return await stage.world.until(found, timeout_s=30)


async def test_a_call_makes_the_bot_ask_at_once(stage):
    await stage.video()
    job = await stage.until_status(JobStatus.RUNNING)
    prediction_id = await made(stage)

    assert await call(stage, job.id, ended(prediction_id), secret="a stranger") == 401
    assert JobStatus.RUNNING is (await stage.job()).status
    assert await call(stage, job.id, ended(prediction_id)) == 204
    await stage.until_clip(within_s=30)


async def test_a_call_finds_a_clip_whose_create_was_cut_off(stage):
    stage.eachlabs.faults.switch_on(FaultKind.CREATE_CUT_AFTER, times=1)
    stage.eachlabs.faults.switch_on(FaultKind.LIST_ERROR)
    await stage.video()
    prediction_id = await made(stage)
    job = await stage.until_status(JobStatus.SUBMITTING, JobStatus.UNKNOWN)

    assert await call(stage, job.id, ended(prediction_id)) == 204
    await stage.until_status(JobStatus.RUNNING)
    assert await call(stage, job.id, ended(prediction_id) + b" ") == 204
    await stage.until_clip()

    assert (await stage.job()).prediction_id == prediction_id
    assert len(stage.eachlabs.ledger) == 1
