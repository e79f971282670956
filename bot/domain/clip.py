"""What a member may ask the model for, and the bounds it must keep."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from bot.domain.errors import InvalidOptionError
from bot.domain.texts import is_visible, storable

# Kling hosts agree on 2500 characters for both prompts; Eachlabs states no limit of its own.
PROMPT_MAX_CHARS: Final = 2500
NEGATIVE_PROMPT_MAX_CHARS: Final = 2500
CFG_SCALE_MIN: Final = 0.0
CFG_SCALE_MAX: Final = 1.0
CFG_SCALE_DEFAULT: Final = 0.5
ASPECT_RATIO_LOGGED_CHARS: Final = 16
DURATION_LOGGED_MAX_S: Final = 2**31 - 1
DURATIONS_S: Final = (5, 10)
DURATION_DEFAULT_S: Final = 5


class AspectRatio(StrEnum):
    """The shapes Kling v2 offers."""

    LANDSCAPE = "16:9"
    PORTRAIT = "9:16"
    SQUARE = "1:1"


ASPECT_RATIOS: Final = frozenset(ratio.value for ratio in AspectRatio)


@dataclass(frozen=True, kw_only=True, slots=True)
class ClipRequest:
    """The five inputs of the model, as asked for; `check` says whether they may be sent."""

    prompt: str
    duration_s: int = DURATION_DEFAULT_S
    aspect_ratio: str = AspectRatio.LANDSCAPE.value
    cfg_scale: float = CFG_SCALE_DEFAULT
    negative_prompt: str = ""

    def check(self) -> None:
        """Raise InvalidOptionError, since a client can forge what Discord would have refused."""
        if not is_visible(self.prompt):
            raise InvalidOptionError("prompt-empty")
        _check_text("prompt", self.prompt, PROMPT_MAX_CHARS)
        _check_text("negative_prompt", self.negative_prompt, NEGATIVE_PROMPT_MAX_CHARS)
        if self.duration_s not in DURATIONS_S:
            raise InvalidOptionError("duration-unknown")
        if self.aspect_ratio not in ASPECT_RATIOS:
            raise InvalidOptionError("aspect-ratio-unknown")
        if not CFG_SCALE_MIN <= self.cfg_scale <= CFG_SCALE_MAX:
            raise InvalidOptionError("cfg-scale-out-of-range")

    def loggable(self) -> "ClipRequest":
        """Cut a forged request to what the log can hold; a checked one is unchanged."""
        return replace(
            self,
            prompt=storable(self.prompt, PROMPT_MAX_CHARS),
            negative_prompt=storable(self.negative_prompt, NEGATIVE_PROMPT_MAX_CHARS),
            aspect_ratio=storable(self.aspect_ratio, ASPECT_RATIO_LOGGED_CHARS),
            duration_s=max(-DURATION_LOGGED_MAX_S, min(self.duration_s, DURATION_LOGGED_MAX_S)),
        )

    @property
    def model_input(self) -> Mapping[str, str | int | float]:
        """Exactly the keys of the model's schema: an unknown key is refused by some models."""
        return {
            "prompt": self.prompt,
            "negative_prompt": self.negative_prompt,
            "duration": self.duration_s,
            "aspect_ratio": self.aspect_ratio,
            "cfg_scale": self.cfg_scale,
        }

    def is_input(self, model_input: Mapping[str, Any]) -> bool:
        """Whether a prediction was made of exactly this request: all five inputs are compared.

        A service may hand numbers back as texts, and leave out an empty text.
        """
        return (
            model_input.get("prompt") == self.prompt
            and (model_input.get("negative_prompt") or "") == self.negative_prompt
            and _number(model_input.get("duration")) == self.duration_s
            and model_input.get("aspect_ratio") == self.aspect_ratio
            and math.isclose(_number(model_input.get("cfg_scale")), self.cfg_scale, abs_tol=1e-6)
        )


def _number(value: Any) -> float:
    """Read what should be a number; "not a number" equals nothing."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return math.nan
    try:
        return float(value)
    except (ValueError, OverflowError):
        return math.nan


def _check_text(option: str, text: str, max_chars: int) -> None:
    if len(text) > max_chars:
        raise InvalidOptionError(
            "text-too-long", option=option, max_chars=max_chars, chars=len(text)
        )
    if text != storable(text, max_chars):
        raise InvalidOptionError("text-unreadable", option=option)
