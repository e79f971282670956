"""Whether Discord throttles is heard from its own answers."""

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.messaging.throttle import DEFAULT_HOLD_S, LONGEST_HOLD_S, Throttle
from tests.support.clock import ManualClock


@pytest.fixture
def throttle():
    return Throttle(clock=ManualClock())


@pytest.fixture
async def answered(throttle):
    """Ask a server that answers with that status and that Retry-After."""

    async def ask(status, retry_after=None):
        async def answer(_request):
            headers = {} if retry_after is None else {"Retry-After": retry_after}
            return web.Response(status=status, headers=headers)

        app = web.Application()
        app.router.add_get("/", answer)
        async with (
            TestServer(app) as server,
            aiohttp.ClientSession(trace_configs=[throttle.trace()]) as session,
            session.get(server.make_url("/")),
        ):
            pass

    return ask


async def test_other_answers_hold_nothing(throttle, answered):
    for status in (200, 403, 404, 500):
        await answered(status)
    assert not throttle.is_on


@pytest.mark.parametrize(
    ("retry_after", "held_s"),
    [
        ("30", 30.0),
        ("0.5", DEFAULT_HOLD_S),
        (None, DEFAULT_HOLD_S),
        ("soon", DEFAULT_HOLD_S),
        ("nan", DEFAULT_HOLD_S),
        ("86400", LONGEST_HOLD_S),
    ],
)
async def test_a_429_holds_niceties_for_as_long_as_it_says(throttle, answered, retry_after, held_s):
    await answered(429, retry_after)

    assert throttle._holds_until == pytest.approx(throttle._clock.monotonic() + held_s)
    assert throttle.is_on


async def test_a_shorter_hold_does_not_end_a_longer_one(throttle, answered):
    await answered(429, "300")
    await answered(429, "1")
    assert throttle._holds_until == pytest.approx(throttle._clock.monotonic() + 300)
