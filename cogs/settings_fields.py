"""What moderators chose and typed in the forms of a server's settings."""

import re
from collections.abc import Mapping
from typing import Final

from bot.domain.clip import CFG_SCALE_MAX, CFG_SCALE_MIN
from bot.domain.errors import ShowreelError
from bot.domain.guild_settings import PrivateUse
from bot.domain.option_defaults import OptionValues
from bot.domain.settings_overview import Access
from bot.domain.typed_numbers import NotANumberError, number_of
from bot.messaging.form_fields import Fields
from cogs.settings_forms import NO, UNSET, YES

_ANSWERS: Final[Mapping[str, bool]] = {YES: True, NO: False}
_DIGITS: Final = re.compile("[0-9]{1,20}")


def number_in(digits: str) -> int:
    """Menus send ids and figures, and forgers send anything: nothing has the id 0."""
    return int(digits) if _DIGITS.fullmatch(digits) else 0


def options_in(fields: Fields) -> OptionValues:
    """Read the form; what no request could be made with is refused by whoever sets it."""
    duration = _choice(fields, "duration")
    negative_prompt = fields.text("negative_prompt").strip()
    private = _choice(fields, "private")
    return OptionValues(
        duration_s=None if duration is None else number_in(duration),
        aspect_ratio=_choice(fields, "aspect_ratio"),
        cfg_scale=_cfg_scale(fields.text("cfg_scale")),
        negative_prompt=negative_prompt or None,
        private=None if private is None else _yes_or_no(private),
    )


def access_in(fields: Fields) -> Access:
    private_use = fields.text("private_use")
    if private_use not in set(PrivateUse):
        raise ShowreelError("settings-choice-unknown")
    return Access(
        private_use=PrivateUse(private_use),
        spoiler_results=_yes_or_no(fields.text("spoiler")),
        age_restricted_only=_yes_or_no(fields.text("age")),
    )


def _choice(fields: Fields, name: str) -> str | None:
    chosen = fields.text(name)
    return None if chosen in {UNSET, ""} else chosen


def _yes_or_no(chosen: str) -> bool:
    if chosen not in _ANSWERS:
        raise ShowreelError("settings-choice-unknown")
    return _ANSWERS[chosen]


def _cfg_scale(typed: str) -> float | None:
    try:
        number = number_of(typed)
    except NotANumberError:
        raise ShowreelError("settings-cfg-scale-unreadable") from None
    if number is not None and not CFG_SCALE_MIN <= number <= CFG_SCALE_MAX:
        raise ShowreelError("settings-cfg-scale-unreadable")
    return None if number is None else float(number)
