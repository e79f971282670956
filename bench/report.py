"""What every benchmark hands over, and how it is shown and kept.

A report is printed as a table, written as JSON to `bench/results/`, so that documents can be held
to it, and drawn as SVG into `docs/images/bench/`.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bench.machine import Machine

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "bench" / "results"
IMAGES = ROOT / "docs" / "images" / "bench"
TABLE_WIDTH = 110


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """One line of the table. `goal` is the limit of the value; without one it only informs."""

    name: str
    value: float
    unit: str
    reference: float | None
    goal: float | None = None
    higher_is_better: bool = False

    @property
    def ratio(self) -> float | None:
        """How often the reference goes into the value."""
        return self.value / self.reference if self.reference else None

    @property
    def goal_met(self) -> bool | None:
        """None when there is no goal."""
        if self.goal is None:
            return None
        return self.value >= self.goal if self.higher_is_better else self.value <= self.goal


@dataclass(frozen=True, kw_only=True, slots=True)
class Chart:
    """One plot of lines. `name` is the file's stem."""

    name: str
    title: str
    x_label: str
    y_label: str
    series: Mapping[str, Sequence[tuple[float, float]]]


@dataclass(frozen=True, kw_only=True, slots=True)
class BarChart:
    """`x_label` says what the bars are (it may be empty), `y_label` what their length measures."""

    name: str
    title: str
    x_label: str
    y_label: str
    bars: Mapping[str, float]


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """`name` is the module's own, with hyphens: `bench.detection_lag` reports "detection-lag"."""

    name: str
    title: str
    figures: Sequence[Figure]
    charts: Sequence[Chart | BarChart] = ()

    @property
    def missed(self) -> list[Figure]:
        return [figure for figure in self.figures if figure.goal_met is False]


def publish(report: Report) -> None:
    """Print the table, and write the figures and the pictures into the repository."""
    show(report, Console(width=TABLE_WIDTH, highlight=False))
    write(report, folder=RESULTS)
    if report.charts:
        # Loaded late: matplotlib would stand in the figures of a benchmark that measures memory.
        from bench.plots import draw  # noqa: PLC0415 - see above

        for chart in report.charts:
            draw(chart, folder=IMAGES)


def show(report: Report, console: Console) -> None:
    """Print one table: figure, value, reference, ratio, and whether the goal was met."""
    table = Table(title=report.title, title_justify="left", box=box.SIMPLE_HEAD)
    table.add_column("figure", overflow="fold")
    for heading in ("value", "reference", "ratio", "goal"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    for figure in report.figures:
        table.add_row(*(Text(cell) for cell in cells(figure)))
    console.print(table)


def write(report: Report, *, folder: Path, day: date | None = None) -> Path:
    """Write the report with the machine and the day, in a form that differs only where it must."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{report.name}.json"
    record = {
        "name": report.name,
        "title": report.title,
        "date": (day or datetime.now(UTC).date()).isoformat(),
        "machine": asdict(Machine.this()),
        "figures": [_record(figure) for figure in report.figures],
    }
    path.write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def _record(figure: Figure) -> dict[str, Any]:
    # Measured digits beyond the fifth are noise.
    rounded = {
        name: float(f"{value:.5g}") if isinstance(value, float) else value
        for name, value in asdict(figure).items()
    }
    ratio = None if figure.ratio is None else float(f"{figure.ratio:.5g}")
    return {**rounded, "ratio": ratio, "goal_met": figure.goal_met}


def cells(figure: Figure) -> tuple[str, ...]:
    """One line of the table, ready to be read."""
    verdict = {True: "met", False: "MISSED", None: ""}[figure.goal_met]
    sign = "≥" if figure.higher_is_better else "≤"
    return (
        figure.name,
        _amount(figure.value, figure.unit),
        "" if figure.reference is None else _amount(figure.reference, figure.unit),
        "" if figure.ratio is None else f"{figure.ratio:.2f}",
        "" if figure.goal is None else f"{sign} {_amount(figure.goal, figure.unit)}",
        verdict,
    )


def _amount(value: float, unit: str) -> str:
    """Four digits tell enough; whole numbers stay whole."""
    whole = float(value).is_integer() or abs(value) >= 1000
    number = f"{value:,.0f}" if whole else f"{value:,.4g}"
    return f"{number} {unit}".rstrip()
