"""How sheets travel to the process that draws them: as JSON."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from bot.domain.charts import BarPanel, ChartSheet, Layer, Length, LengthPanel, Tick


def packed(sheets: Sequence[ChartSheet]) -> bytes:
    return json.dumps([asdict(sheet) for sheet in sheets]).encode()


def unpacked(data: bytes) -> Sequence[ChartSheet]:
    return [_sheet(values) for values in json.loads(data)]


def _sheet(values: Mapping[str, Any]) -> ChartSheet:
    return ChartSheet(
        title=values["title"],
        subtitle=values["subtitle"],
        bars=[_bar_panel(panel) for panel in values["bars"]],
        lengths=[_length_panel(panel) for panel in values["lengths"]],
    )


def _bar_panel(values: Mapping[str, Any]) -> BarPanel:
    return BarPanel(
        title=values["title"],
        layers=[Layer(**layer) for layer in values["layers"]],
        along=[Tick(**tick) for tick in values["along"]],
        up=[Tick(**tick) for tick in values["up"]],
    )


def _length_panel(values: Mapping[str, Any]) -> LengthPanel:
    return LengthPanel(
        title=values["title"], lengths=[Length(**length) for length in values["lengths"]]
    )
