"""Where on the picture everything stands, in pixels from its top left. Pure arithmetic."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.charts import BarPanel, ChartSheet

WIDTH_PX: Final = 1000
HEIGHT_PX: Final = 1250
MARGIN_PX: Final = 32

_HEADING_PX: Final = 138
_PANEL_TITLE_PX: Final = 50
LEGEND_LINE_PX: Final = 38
# From the top of a line to where its letters stand.
_TITLE_BASE_PX: Final = 26
_LEGEND_BASE_PX: Final = 24
_BEFORE_PLOT_PX: Final = 16
_BELOW_PLOT_PX: Final = 84
_LENGTH_PX: Final = 68
_FOOT_PX: Final = 22
# Of the room that is left; those with a legend are the ones to look at first.
_MAIN_SHARE: Final = 3
_SHARE: Final = 2
# Wide enough for the letters that are wide, so that no text is measured.
_LETTER_PX: Final = 16
_LEGEND_MARK_PX: Final = 44


@dataclass(frozen=True, kw_only=True, slots=True)
class Area:
    """The places of one panel, from its top downwards; without columns there is no legend.

    Of what is written, the place is the line that it stands on.
    """

    title_px: float
    legend_px: float
    legend_columns: int
    plot_px: float
    plot_height_px: float


def areas_of(sheet: ChartSheet) -> Sequence[Area]:
    """Give each panel what it needs, and the panels of bars what is left."""
    columns = [_legend_columns(panel) for panel in sheet.bars]
    legends = [
        LEGEND_LINE_PX * -(-len(panel.layers) // count) if count else 0
        for panel, count in zip(sheet.bars, columns, strict=True)
    ]
    lengths = [_LENGTH_PX * len(panel.lengths) for panel in sheet.lengths]
    titles = _PANEL_TITLE_PX * (len(sheet.bars) + len(sheet.lengths))
    around = len(sheet.bars) * (_BEFORE_PLOT_PX + _BELOW_PLOT_PX)
    left = HEIGHT_PX - _HEADING_PX - _FOOT_PX - titles - around - sum(legends) - sum(lengths)
    shares = [_MAIN_SHARE if count else _SHARE for count in columns]
    areas: list[Area] = []
    top: float = _HEADING_PX
    for legend, count, share in zip(legends, columns, shares, strict=True):
        plot = left * share / sum(shares)
        area = _area(top, legend, count, plot)
        areas.append(area)
        top = area.plot_px + plot + _BELOW_PLOT_PX
    for plot in lengths:
        areas.append(_area(top, 0, 0, plot))
        top += _PANEL_TITLE_PX + plot
    return areas


def axis_px(sheet: ChartSheet) -> float:
    """Where the bars of all panels begin, to the right of the longest figure."""
    longest = max((len(tick.text) for panel in sheet.bars for tick in panel.up), default=0)
    return MARGIN_PX + 8 + longest * _LETTER_PX


def _area(top: float, legend_px: float, columns: int, plot_px: float) -> Area:
    before = legend_px + _BEFORE_PLOT_PX if columns else 0
    return Area(
        title_px=top + _TITLE_BASE_PX,
        legend_px=top + _PANEL_TITLE_PX + _LEGEND_BASE_PX,
        legend_columns=columns,
        plot_px=top + _PANEL_TITLE_PX + before,
        plot_height_px=plot_px,
    )


def _legend_columns(panel: BarPanel) -> int:
    """As many as fit beside one another, three at most."""
    if not any(layer.name for layer in panel.layers):
        return 0
    widest = max(len(layer.name) for layer in panel.layers) * _LETTER_PX + _LEGEND_MARK_PX
    return min(3, max(1, (WIDTH_PX - 2 * MARGIN_PX) // widest), len(panel.layers))
