"""A line of thousands waits in the log: it must not hold up everything else."""

import asyncio
import contextlib
import sqlite3

import pytest

from bench.restart import lengthen_line
from bot.services.worker import LEARNED_AT_ONCE
from tests.support.workshop import open_workshop

WAITING = 4 * LEARNED_AT_ONCE + 10
LONGEST_S = 30


@pytest.fixture
async def workshop(tmp_path):
    """No slot is free, and a long line waits."""
    async with open_workshop(tmp_path, slots=0) as workshop:
        await workshop.accept()
        with contextlib.closing(sqlite3.connect(tmp_path / "showreel.db")) as connection:
            lengthen_line(connection, waiting=WAITING)
        yield workshop


async def test_a_long_line_is_learned_a_little_at_a_time(workshop):
    lengths = set()
    workshop.start()
    async with asyncio.timeout(LONGEST_S):
        while workshop.queue.waiting_count < WAITING:
            lengths.add(workshop.queue.waiting_count)
            await asyncio.sleep(0)

    assert {LEARNED_AT_ONCE * batch for batch in range(1, 5)} <= lengths


async def test_a_long_line_is_read_whole_and_in_its_order(workshop):
    line = await workshop.store.waiting()

    assert [waiting.job_id for waiting in line] == list(range(1, WAITING + 1))
    assert line == sorted(line, key=lambda waiting: waiting.queued_at)


async def test_the_lengthened_line_is_of_many_members_and_guilds(workshop):
    line = await workshop.store.waiting()

    assert len({waiting.guild_id for waiting in line}) == 50
    assert len({waiting.user_id for waiting in line}) > WAITING // 2
