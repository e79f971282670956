"""A real process, killed at every point of the life of its jobs and started again each time.

A seed that fails is played again with `python -m tests.kill.soak --seed N --rounds 1`.
"""

from pathlib import Path

import pytest

from tests.kill.run import play

SEEDS = (11, 12, 13)


@pytest.mark.timeout(240)
@pytest.mark.parametrize("seed", SEEDS)
async def test_whatever_moment_it_dies_nothing_paid_is_lost_and_nothing_paid_twice(
    seed: int, tmp_path: Path
) -> None:
    outcome = await play(seed, rounds=1, folder=tmp_path, say=print)

    assert outcome.breaches == []
    assert outcome.missed == []
    assert outcome.tally["charges"] == outcome.tally["creates"] > 0
