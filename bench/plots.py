"""Draws a report's charts as SVG: the same figures always give the same bytes.

A picture carries its own soft background, so that it reads alike on a light and on a dark page, and
is small enough that its letters stay readable on a phone.
"""

import textwrap
from pathlib import Path
from typing import Any, Final

import matplotlib as mpl
from matplotlib.figure import Figure as Picture
from matplotlib.typing import RcKeyType

from bench.report import BarChart, Chart

BACKGROUND = "#f7f6f2"
INK = "#2b2b2b"
GRID = "#d9d7cf"
# Okabe and Ito: told apart with any kind of colour vision. Line styles and marks tell them, too.
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#5b5b5b")
LINES = ("-", "--", "-.", ":")
MARKS = ("o", "s", "^", "D", "v", "P", "X")
WIDTH_IN = 5.0
LINES_HEIGHT_IN = 3.4
BAR_HEIGHT_IN = 0.42
BARS_ROOM_IN = 1.2
MARKED_POINTS = 25
TITLE_CHARS = 50
NAME_CHARS = 26

STYLE: Final[dict[RcKeyType, Any]] = {
    "svg.hashsalt": "showreel",  # without it every run names its clips anew
    "svg.fonttype": "none",  # text stays text: small, and it can be searched
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans", "Verdana", "Helvetica", "Arial", "sans-serif"],
    "font.size": 10.5,
    "figure.titlesize": 12,
    "figure.titleweight": "bold",
    "figure.constrained_layout.h_pad": 0.08,
    "figure.constrained_layout.w_pad": 0.08,
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.facecolor": BACKGROUND,
    "figure.facecolor": BACKGROUND,
    "figure.constrained_layout.use": True,
    "grid.color": GRID,
    "legend.frameon": False,
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
}


def draw(chart: Chart | BarChart, *, folder: Path) -> Path:
    """Write `<name>.svg` and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{chart.name}.svg"
    with mpl.rc_context(STYLE):
        picture = _lines(chart) if isinstance(chart, Chart) else _bars(chart)
        picture.savefig(path, metadata={"Date": None, "Creator": None})
    return path


def _lines(chart: Chart) -> Picture:
    picture = Picture(figsize=(WIDTH_IN, LINES_HEIGHT_IN))
    axes = picture.add_subplot()
    for number, (name, points) in enumerate(chart.series.items()):
        axes.plot(
            [x for x, _ in points],
            [y for _, y in points],
            label=name,
            color=COLOURS[number % len(COLOURS)],
            linestyle=LINES[number % len(LINES)],
            linewidth=2,
            marker=MARKS[number % len(MARKS)] if len(points) <= MARKED_POINTS else None,
            markersize=5,
        )
    axes.set_ylim(bottom=0)
    axes.grid(axis="y")
    axes.set_xlabel(chart.x_label)
    axes.set_ylabel(chart.y_label)
    _title(picture, chart.title)
    if len(chart.series) > 1:
        picture.legend(loc="outside lower left", ncols=1 if _has_long_names(chart) else 2)
    return picture


def _bars(chart: BarChart) -> Picture:
    """Bars lie, so that their names have room."""
    names = [textwrap.fill(name, NAME_CHARS) for name in chart.bars]
    lengths = list(chart.bars.values())
    picture = Picture(figsize=(WIDTH_IN, BARS_ROOM_IN + BAR_HEIGHT_IN * len(names)))
    axes = picture.add_subplot()
    bars = axes.barh(names, lengths, color=COLOURS[0], height=0.68)
    axes.bar_label(bars, labels=[_told(length) for length in lengths], padding=4, color=INK)
    axes.margins(x=0.14)
    axes.invert_yaxis()
    axes.grid(axis="x")
    axes.tick_params(axis="y", length=0)
    axes.set_xlabel(chart.y_label)
    axes.set_ylabel(chart.x_label)
    _title(picture, chart.title)
    return picture


def _title(picture: Picture, title: str) -> None:
    """Begin at the picture's edge, not the axes': there a long title has room."""
    picture.suptitle(textwrap.fill(title, TITLE_CHARS), x=0.02, horizontalalignment="left")


def _told(length: float) -> str:
    return f"{length:,.0f}" if abs(length) >= 100 else f"{length:.3g}"


def _has_long_names(chart: Chart) -> bool:
    return max(map(len, chart.series)) > NAME_CHARS
