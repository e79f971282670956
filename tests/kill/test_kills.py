"""A real process, killed at every point of the life of its jobs and started again each time.

A seed that fails is played again with `python -m tests.kill.soak --seed N --rounds 1`.
"""

import asyncio
import sys
from pathlib import Path

from tests.kill.run import Outcome, play

SEEDS = (11, 12, 13)


async def test_whatever_moment_it_dies_nothing_paid_is_lost_and_nothing_is_paid_twice(
    tmp_path: Path,
) -> None:
    """Side by side: each spends a minute waiting until the bot has looked for every create."""
    outcomes = await asyncio.gather(*(_played(seed, tmp_path / str(seed)) for seed in SEEDS))

    assert {o.seed: o.breaches for o in outcomes if o.breaches} == {}
    assert {o.seed: o.missed for o in outcomes if o.missed} == {}
    for outcome in outcomes:
        assert outcome.tally["charges"] == outcome.tally["creates"] > 0


async def _played(seed: int, folder: Path) -> Outcome:
    def say(line: str) -> None:
        sys.stdout.write(f"seed {seed}: {line}\n")

    return await play(seed, rounds=1, folder=folder, say=say)
