"""However often strangers call, the log has a line a minute about it, and loses no count."""

import pytest
from structlog.testing import capture_logs

from bot.eachlabs.webhook_refusals import LINE_EVERY_S, RefusalTally
from tests.support.clock import ManualClock


@pytest.fixture
def clock():
    return ManualClock()


def causes(lines):
    return [line["causes"] for line in lines]


def test_the_first_refusal_is_told_at_once(clock):
    with capture_logs() as lines:
        RefusalTally(clock).add("other_path")

    assert causes(lines) == [{"other_path": 1}]


async def test_the_others_of_a_minute_make_one_line(clock):
    tally = RefusalTally(clock)
    with capture_logs() as lines:
        for _ in range(500):
            tally.add("other_path")
        tally.add("signature_wrong")
        await clock.advance(LINE_EVERY_S)
        tally.add("signature_wrong")

    assert causes(lines) == [{"other_path": 1}, {"other_path": 499, "signature_wrong": 2}]


def test_what_was_not_told_is_told_in_the_end(clock):
    tally = RefusalTally(clock)
    tally.add("other_path")
    tally.add("other_path")
    with capture_logs() as lines:
        tally.tell()
        tally.tell()

    assert causes(lines) == [{"other_path": 1}]
