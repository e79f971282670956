"""What a form showed when it was opened: only what its reader has changed is written."""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, Final, TypeVar

from bot.domain.errors import ShowreelError
from bot.domain.guild_settings import Allowance
from bot.domain.option_defaults import OptionValues
from bot.domain.settings_overview import Access

Shown = TypeVar("Shown", Allowance, Access, OptionValues)

# As many digits as a form shows of a share.
_SHARE_DIGITS: Final = 15
# Enough to tell that a text is another one, and short enough for the id of a form.
_FINGERPRINT_BYTES: Final = 6


class ChangedMeanwhileError(ShowreelError):
    """Somebody else has changed what this form would change: `names` of what stands now."""

    def __init__(self, names: Sequence[str], standing: Allowance | Access | OptionValues) -> None:
        super().__init__("settings-changed-meanwhile")
        self.names = tuple(names)
        self.standing = standing


def changed_in(opened: Shown, sent: Shown) -> Mapping[str, Any]:
    """Tell what was sent otherwise than it was shown, by its name."""
    return {
        field.name: getattr(sent, field.name)
        for field in fields(sent)
        if getattr(sent, field.name) != getattr(opened, field.name)
    }


def carried_over(
    standing: Shown,
    *,
    opened: Shown,
    sent: Shown,
    as_shown: Callable[[Shown], Shown] = lambda values: values,
) -> Shown:
    """Put what was changed in the form into what stands, and leave the rest.

    `opened` is as `as_shown` makes it. Raises ChangedMeanwhileError, so that nobody undoes
    unawares what they have not seen.
    """
    wanted, stands = changed_in(opened, as_shown(sent)), as_shown(standing)
    moved = [
        name
        for name, value in wanted.items()
        if getattr(stands, name) not in (getattr(opened, name), value)
    ]
    if moved:
        raise ChangedMeanwhileError(moved, standing)
    return replace(standing, **{name: getattr(sent, name) for name in wanted})


def options_as_shown(values: OptionValues) -> OptionValues:
    """Stand a fingerprint in for the text, which fits no id."""
    text, share = values.negative_prompt, values.cfg_scale
    return replace(
        values,
        negative_prompt=None if text is None else _fingerprint(text),
        cfg_scale=None if share is None else round(share, _SHARE_DIGITS),
    )


def _fingerprint(text: str) -> str:
    """A form trims a text, and may hand it back with other line ends."""
    written = "\n".join(text.strip().splitlines()).encode(errors="surrogatepass")
    digest = hashlib.blake2b(written, digest_size=_FINGERPRINT_BYTES).digest()
    return urlsafe_b64encode(digest).decode()
