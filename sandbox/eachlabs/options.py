"""How a local Eachlabs may be opened."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypedDict

from sandbox.eachlabs.clip_maker import make_clip
from sandbox.eachlabs.time_lapse import GENERATION_MEAN_S, GenerationSeconds
from sandbox.eachlabs.workshop import MakeClip

LOCAL_API_KEY: Final = "smk_local"
MODEL: Final = "kling-v2-text-to-video"
PRICES_USD: Final[Mapping[int, Decimal]] = MappingProxyType(
    {5: Decimal("1.40"), 10: Decimal("2.80")}
)
BALANCE_USD: Final = Decimal(250)


def utc_now() -> datetime:
    return datetime.now(UTC)


class OptionKeywords(TypedDict, total=False):
    """The keywords of `LocalEachlabs.open`; Options tells what they mean."""

    port: int
    speed: float
    api_key: str
    model: str
    rate_requests: int
    rate_seconds: float
    enforce_rate: bool
    max_concurrent: int
    enforce_concurrency: bool
    max_open_requests: int
    balance_usd: Decimal
    prices_usd: Mapping[int, Decimal]
    generation_seconds: GenerationSeconds
    seed: int
    clip_directory: Path | None
    make_clip: MakeClip
    webhook_retry_s: float
    clock: Callable[[], float]
    now: Callable[[], datetime]


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """`speed` divides generation times and nothing else.

    The request rate is only watched unless `enforce_rate` is set, because the service of
    today has no such limit; the cap on predictions in flight is enforced unless it is
    switched off. `generation_seconds` gives a mean for each duration, or is asked for the
    exact time. Without a `clip_directory` the clips go when the server does.
    """

    port: int = 0
    speed: float = 30.0
    api_key: str = LOCAL_API_KEY
    model: str = MODEL
    rate_requests: int = 60
    rate_seconds: float = 60.0
    enforce_rate: bool = False
    max_concurrent: int = 10
    enforce_concurrency: bool = True
    max_open_requests: int = 10
    balance_usd: Decimal = BALANCE_USD
    prices_usd: Mapping[int, Decimal] = field(default_factory=lambda: PRICES_USD)
    generation_seconds: GenerationSeconds = field(default_factory=lambda: GENERATION_MEAN_S)
    seed: int = 0
    clip_directory: Path | None = None
    make_clip: MakeClip = make_clip
    webhook_retry_s: float = 10.0
    clock: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = utc_now
