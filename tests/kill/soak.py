"""`make soak`: a thousand kills, two worlds side by side; or one seed again, to look closer.

python -m tests.kill.soak [--kills 1000] [--first-seed 1]
python -m tests.kill.soak --seed 7 --rounds 1
"""

import argparse
import asyncio
import json
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Coroutine
from dataclasses import asdict
from itertools import count
from pathlib import Path
from typing import Any

from bot.log import configure_logging
from tests.kill.points import Point
from tests.kill.run import Outcome, play

KILLS = 1000
ROUNDS = 6
# What is looked for in the list was cut off first.
KILLS_A_ROUND = len(Point) + 1
WORLDS = 2
# A run that takes longer hangs, which is a finding of its own.
LONGEST_RUN_S = 1200.0
FIGURES = (
    ("creates carried out", "creates"),
    ("charges", "charges"),
    ("second copies, logged, where nobody can look", "second_copies"),
)


def main() -> None:
    arguments = _arguments()
    configure_logging(level="CRITICAL", fmt="console", secrets=())
    if arguments.seed is not None:
        sys.exit(asyncio.run(_ended_well(_one(arguments))))
    soak = _soak(kills=arguments.kills, first_seed=arguments.first_seed)
    sys.exit(asyncio.run(_ended_well(soak)))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Kill the bot again and again.")
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--first-seed", type=int, default=1)
    parser.add_argument("--seed", type=int, help="play this one only")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="with --seed")
    parser.add_argument("--folder", type=Path, help="with --seed: what is left stays here")
    parser.add_argument("--json", type=Path, help="with --seed: write the outcome here")
    return parser.parse_args()


async def _ended_well(work: Coroutine[Any, Any, int]) -> int:
    """Let SIGTERM unwind, too, so that no process that was started here outlives this one."""
    working = asyncio.ensure_future(work)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, working.cancel)
    try:
        return await working
    except asyncio.CancelledError:
        return 128 + signal.SIGTERM


async def _one(arguments: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory(prefix="kills-") as scratch:
        outcome = await play(
            arguments.seed,
            rounds=arguments.rounds,
            folder=arguments.folder or Path(scratch),
            say=say,
        )
    if arguments.json is not None:
        arguments.json.write_text(json.dumps(asdict(outcome)))
    say(summary([outcome], seconds=outcome.seconds))
    return 1 if troubles([outcome]) else 0


async def _soak(*, kills: int, first_seed: int) -> int:
    started_at = time.monotonic()
    rounds = max(1, min(ROUNDS, kills // (WORLDS * KILLS_A_ROUND)))
    seeds = count(first_seed)
    outcomes: list[Outcome] = []
    broken: list[str] = []

    async def world() -> None:
        while len(broken) < WORLDS * 10 and _kills(outcomes) + _expected_now() < kills:
            seed = next(seeds)
            under_way.add(seed)
            outcome = await _in_own_process(seed, rounds=rounds)
            under_way.discard(seed)
            if isinstance(outcome, str):
                broken.append(outcome)
                say(outcome)
                continue
            outcomes.append(outcome)
            say(_line(outcome))

    def _expected_now() -> int:
        return len(under_way) * rounds * KILLS_A_ROUND

    under_way: set[int] = set()
    await asyncio.gather(*(world() for _ in range(WORLDS)))
    say(summary(outcomes, seconds=time.monotonic() - started_at))
    for trouble in broken:
        say(trouble)
    return 1 if broken or troubles(outcomes) else 0


async def _in_own_process(seed: int, *, rounds: int) -> Outcome | str:
    """A process for each world, so that neither takes the other's turns."""
    again = _again(seed, rounds=rounds)
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        report = Path(folder) / "outcome.json"
        world = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "tests.kill.soak", "--seed", str(seed), "--rounds", str(rounds)),
            *("--json", str(report)),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        try:
            async with asyncio.timeout(LONGEST_RUN_S):
                said, _ = await world.communicate()
        except TimeoutError:
            return f"seed {seed} did not end in {LONGEST_RUN_S:.0f} s; {again}"
        finally:
            if world.returncode is None:
                world.terminate()
                await world.wait()
        if not report.exists():
            return f"seed {seed} broke off; {again}\n{said.decode(errors='replace')}"
        return Outcome(**json.loads(report.read_text()))


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def summary(outcomes: list[Outcome], *, seconds: float) -> str:
    by_point: Counter[str] = Counter()
    by_state: Counter[str] = Counter()
    for outcome in outcomes:
        by_point.update(outcome.kills)
        by_state.update(outcome.tally["jobs_by_state"])
    lines = [
        "",
        "kills by point",
        *(f"  {point.value:52} {by_point[point.value]:5}" for point in Point),
        f"  {'all named points':52} {sum(by_point.values()):5}",
        f"  {'beside the point aimed at':52} {sum(o.elsewhere for o in outcomes):5}",
        "jobs by end",
        *(f"  {state:52} {number:5}" for state, number in sorted(by_state.items())),
        *(f"{name:54} {_sum(outcomes, key):5}" for name, key in FIGURES),
        f"seeds {_seeds(outcomes)}",
        f"took {seconds / 60:.1f} minutes, {seconds / max(1, sum(by_point.values())):.1f} s a kill",
    ]
    return "\n".join([*lines, *(troubles(outcomes) or ["every promise was kept"])])


def troubles(outcomes: list[Outcome]) -> list[str]:
    """Each breach, and how to play it again."""
    return [
        f"seed {outcome.seed}: {trouble}; {_again(outcome.seed, rounds=outcome.rounds)}"
        for outcome in outcomes
        for trouble in (
            *outcome.breaches,
            *(f"never killed {point}" for point in outcome.missed),
        )
    ]


def _again(seed: int, *, rounds: int) -> str:
    return f"again: python -m tests.kill.soak --seed {seed} --rounds {rounds}"


def _line(outcome: Outcome) -> str:
    found = len(troubles([outcome]))
    kills = sum(outcome.kills.values())
    return f"seed {outcome.seed}: {kills} kills, {found} troubles, {outcome.seconds:.0f} s"


def _kills(outcomes: list[Outcome]) -> int:
    return sum(sum(outcome.kills.values()) for outcome in outcomes)


def _sum(outcomes: list[Outcome], name: str) -> int:
    return sum(int(outcome.tally[name]) for outcome in outcomes)


def _seeds(outcomes: list[Outcome]) -> str:
    seeds = sorted(outcome.seed for outcome in outcomes)
    return f"{seeds[0]} to {seeds[-1]}" if seeds else "none"


if __name__ == "__main__":
    main()
