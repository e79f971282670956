"""The child process: sheets come in as JSON, one PNG goes out.

Whatever is told here fits a phone: a picture of 1000 pixels is shown there about 360 wide.
"""

import io
import sys
from collections.abc import Sequence
from typing import Any, Final

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from bot.charts.fonts import BUNDLED_FAMILY, family_for
from bot.charts.layout import (
    HEIGHT_PX,
    LEGEND_LINE_PX,
    MARGIN_PX,
    WIDTH_PX,
    Area,
    areas_of,
    axis_px,
)
from bot.charts.wire import unpacked
from bot.domain.charts import BarPanel, ChartSheet, LengthPanel

_DPI: Final = 100
# Opaque, and dark enough for a dark page without being lost on a light one.
_BACKGROUND: Final = "#1e1f24"
_INK: Final = "#f2f3f5"
_FAINT_INK: Final = "#c3c6cc"
_GRID: Final = "#3d4048"
# In points, each of 1.4 pixels here.
_TITLE_PT: Final = 27
_PANEL_PT: Final = 22
_TEXT_PT: Final = 19
_BAR_WIDTH: Final = 0.82
# A lone bar as wide as the whole picture reads as a wall.
_FEWEST_PLACES: Final = 5
_MANY_PLACES: Final = 31
_HEADROOM: Final = 1.04
_LENGTH_HEIGHT: Final = 0.34
_MARK_PX: Final = 22


def main() -> None:
    sheets = unpacked(sys.stdin.buffer.read())
    sys.stdout.buffer.write(drawn(sheets))


def drawn(sheets: Sequence[ChartSheet]) -> bytes:
    """Draw the first that the fonts here can write, else the last."""
    for sheet in sheets:
        family = family_for(texts_of(sheet))
        if family is not None:
            return _png(sheet, family=family)
    return _png(sheets[-1], family=BUNDLED_FAMILY)


def texts_of(sheet: ChartSheet) -> str:
    texts = [sheet.title, sheet.subtitle]
    for bars in sheet.bars:
        texts += [bars.title, *(layer.name for layer in bars.layers)]
        texts += [tick.text for tick in (*bars.along, *bars.up)]
    for panel in sheet.lengths:
        texts.append(panel.title)
        texts += [text for length in panel.lengths for text in (length.name, length.text)]
    return "".join(texts)


def _png(sheet: ChartSheet, *, family: str) -> bytes:
    figure = Figure(figsize=(WIDTH_PX / _DPI, HEIGHT_PX / _DPI), dpi=_DPI)
    FigureCanvasAgg(figure)
    _Pens(figure, family=family).write(sheet)
    file = io.BytesIO()
    figure.savefig(file, format="png", facecolor=_BACKGROUND)
    return file.getvalue()


class _Pens:
    """Draws in one font onto one figure."""

    def __init__(self, figure: Figure, *, family: str) -> None:
        self._figure = figure
        self._family = family

    def write(self, sheet: ChartSheet) -> None:
        self._text(MARGIN_PX, 60, sheet.title, size=_TITLE_PT, color=_INK, weight="bold")
        self._text(MARGIN_PX, 100, sheet.subtitle, size=_TEXT_PT, color=_FAINT_INK)
        areas = areas_of(sheet)
        for bars, area in zip(sheet.bars, areas, strict=False):
            self._bars(bars, area, axis_px=axis_px(sheet))
        for panel, area in zip(sheet.lengths, areas[len(sheet.bars) :], strict=True):
            self._lengths(panel, area)

    def _text(self, left_px: float, top_px: float, text: str, **style: Any) -> None:
        self._figure.text(
            left_px / WIDTH_PX,
            1 - top_px / HEIGHT_PX,
            text,
            va="baseline",
            family=self._family,
            **style,
        )

    def _axes(self, left_px: float, top_px: float, height_px: float) -> Axes:
        width_px = WIDTH_PX - MARGIN_PX - left_px
        return self._figure.add_axes(
            (
                left_px / WIDTH_PX,
                1 - (top_px + height_px) / HEIGHT_PX,
                width_px / WIDTH_PX,
                height_px / HEIGHT_PX,
            )
        )

    def _bars(self, panel: BarPanel, area: Area, *, axis_px: float) -> None:
        self._text(MARGIN_PX, area.title_px, panel.title, size=_PANEL_PT, color=_INK, weight="bold")
        ax = self._axes(axis_px, area.plot_px, area.plot_height_px)
        places = max(len(layer.values) for layer in panel.layers)
        below = [0.0] * places
        for layer in panel.layers:
            ax.bar(
                range(places),
                layer.values,
                _BAR_WIDTH,
                bottom=below,
                color=layer.color,
                # Seams keep layers apart for those who do not tell the colours.
                edgecolor=_BACKGROUND,
                linewidth=1.0 if places <= _MANY_PLACES else 0.3,
            )
            below = [base + value for base, value in zip(below, layer.values, strict=True)]
        spare = max(0, _FEWEST_PLACES - places) / 2
        ax.set_xlim(-0.6 - spare, places - 0.4 + spare)
        ax.set_ylim(0, (max(tick.at for tick in panel.up) or 1) * _HEADROOM)
        self._frame(ax, panel)
        if area.legend_columns:
            self._legend(panel, area)

    def _frame(self, ax: Axes, panel: BarPanel) -> None:
        ax.set_facecolor(_BACKGROUND)
        for side in ("top", "right", "left"):
            ax.spines[side].set_visible(False)
        ax.spines["bottom"].set_color(_FAINT_INK)
        ax.set_axisbelow(True)
        ax.grid(axis="y", color=_GRID, linewidth=1.5)
        ax.tick_params(axis="x", length=0, pad=14)
        ax.tick_params(axis="y", length=0, pad=8)
        words: dict[str, Any] = {"size": _TEXT_PT, "color": _FAINT_INK, "family": self._family}
        ax.set_xticks([tick.at for tick in panel.along], [t.text for t in panel.along], **words)
        ax.set_yticks([tick.at for tick in panel.up], [t.text for t in panel.up], **words)

    def _legend(self, panel: BarPanel, area: Area) -> None:
        column_px = (WIDTH_PX - 2 * MARGIN_PX) / area.legend_columns
        for number, layer in enumerate(panel.layers):
            line, column = divmod(number, area.legend_columns)
            left, baseline = MARGIN_PX + column * column_px, area.legend_px + line * LEGEND_LINE_PX
            self._figure.add_artist(
                Rectangle(
                    (left / WIDTH_PX, 1 - baseline / HEIGHT_PX),
                    _MARK_PX / WIDTH_PX,
                    _MARK_PX / HEIGHT_PX,
                    color=layer.color,
                )
            )
            self._text(left + 1.5 * _MARK_PX, baseline, layer.name, size=_TEXT_PT, color=_INK)

    def _lengths(self, panel: LengthPanel, area: Area) -> None:
        self._text(MARGIN_PX, area.title_px, panel.title, size=_PANEL_PT, color=_INK, weight="bold")
        ax = self._axes(MARGIN_PX, area.plot_px, area.plot_height_px)
        longest = max(length.value for length in panel.lengths) or 1
        words: dict[str, Any] = {"size": _TEXT_PT, "family": self._family, "va": "bottom"}
        for row, length in enumerate(panel.lengths):
            ax.barh(row, length.value, _LENGTH_HEIGHT, color=length.color)
            above = row - _LENGTH_HEIGHT / 2 - 0.1
            ax.text(0, above, length.name, color=_FAINT_INK, **words)
            ax.text(longest, above, length.text, color=_INK, ha="right", **words)
        ax.set_xlim(0, longest)
        ax.set_ylim(len(panel.lengths) - 0.75, -0.75)
        ax.set_axis_off()


if __name__ == "__main__":
    main()
