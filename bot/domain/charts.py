"""What a picture of charts shows: every word, figure and colour, with nothing left to decide."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


class ChartError(Exception):
    """There is no picture; the figures stand without it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Tick:
    """A mark at an axis. Along the bars, `at` counts them from 0."""

    at: float
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Layer:
    """One colour of bars that stand on one another, each as high as its value."""

    name: str
    color: str
    values: Sequence[float]


@dataclass(frozen=True, kw_only=True, slots=True)
class BarPanel:
    """Bars over time. Layers without a name are not explained."""

    title: str
    layers: Sequence[Layer]
    along: Sequence[Tick]
    up: Sequence[Tick]


@dataclass(frozen=True, kw_only=True, slots=True)
class Length:
    """A bar that lies, with its name above it and its figure behind it."""

    name: str
    color: str
    value: float
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class LengthPanel:
    """Few bars, one below the other."""

    title: str
    lengths: Sequence[Length]


@dataclass(frozen=True, kw_only=True, slots=True)
class ChartSheet:
    """One picture: panels below one another."""

    title: str
    subtitle: str
    bars: Sequence[BarPanel]
    lengths: Sequence[LengthPanel]


class ChartPainter(Protocol):
    """Makes pictures, elsewhere than on the event loop and in bounded time."""

    async def paint(self, sheets: Sequence[ChartSheet]) -> bytes:
        """Return a PNG of the first sheet whose every letter can be drawn here, else of the last.

        Raises ChartError.
        """
        ...
