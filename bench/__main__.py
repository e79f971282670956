"""Runs benchmarks one after another, each in a process of its own, and sums up."""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

from bench.report import RESULTS, ROOT, TABLE_WIDTH

# What is over soonest comes first.
BENCHMARKS = (
    "calibration",
    "fairness",
    "restart",
    "memory",
    "acknowledgement",
    "log_at_size",
    "slots",
    "detection_lag",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """How one benchmark ended. `record` is what it wrote, or None when it wrote nothing."""

    name: str
    exit_status: int
    took_s: float
    record: dict[str, Any] | None

    @property
    def verdict(self) -> str:
        if self.exit_status != 0 or self.record is None:
            return f"died ({self.exit_status})"
        return "goals met" if not self.missed else f"missed: {', '.join(self.missed)}"

    @property
    def missed(self) -> list[str]:
        figures = self.record["figures"] if self.record else []
        return [figure["name"] for figure in figures if figure["goal_met"] is False]

    @property
    def is_good(self) -> bool:
        return self.exit_status == 0 and self.record is not None and not self.missed


def run(name: str, *, results: Path) -> Outcome:
    """Run one benchmark; its table goes where this process prints."""
    path = results / f"{name.replace('_', '-')}.json"
    written_before = _written_at(path)
    began_at = time.monotonic()
    ended = subprocess.run([sys.executable, "-m", f"bench.{name}"], cwd=ROOT, check=False)
    is_new = _written_at(path) != written_before
    return Outcome(
        name=name,
        exit_status=ended.returncode,
        took_s=time.monotonic() - began_at,
        record=json.loads(path.read_text(encoding="utf-8")) if is_new else None,
    )


def summary(outcomes: Sequence[Outcome]) -> Table:
    table = Table(title="All benchmarks", title_justify="left", box=box.SIMPLE_HEAD)
    table.add_column("benchmark")
    table.add_column("took", justify="right")
    table.add_column("figures", justify="right")
    table.add_column("goals")
    for outcome in outcomes:
        figures = len(outcome.record["figures"]) if outcome.record else 0
        table.add_row(outcome.name, f"{outcome.took_s:.0f} s", str(figures), outcome.verdict)
    return table


def main() -> int:
    names = _chosen_names()
    console = Console(width=TABLE_WIDTH, highlight=False)
    outcomes = []
    for name in names:
        console.rule(name, align="left", style="default")
        outcomes.append(run(name, results=RESULTS))
    console.print(summary(outcomes))
    return 0 if all(outcome.is_good for outcome in outcomes) else 1


def _chosen_names() -> Sequence[str]:
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        description=__doc__,
        epilog="The exit status is 1 when a goal was missed or a benchmark died.",
    )
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"run these only: {', '.join(BENCHMARKS)}"
    )
    names: list[str] = parser.parse_args().names
    if unknown := set(names).difference(BENCHMARKS):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    return names or BENCHMARKS


def _written_at(path: Path) -> int | None:
    try:
        return path.stat().st_mtime_ns
    except FileNotFoundError:
        return None


if __name__ == "__main__":
    sys.exit(main())
