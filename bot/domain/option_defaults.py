"""Options that somebody set beforehand: a member for themselves, moderators for a place."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, Protocol

from bot.domain.clip import (
    ASPECT_RATIOS,
    CFG_SCALE_DEFAULT,
    CFG_SCALE_MAX,
    CFG_SCALE_MIN,
    DURATION_DEFAULT_S,
    DURATIONS_S,
    AspectRatio,
    ClipRequest,
)
from bot.domain.errors import InvalidOptionError
from bot.domain.ids import ChannelId, GuildId, UserId

OptionValue = int | str | float | bool


class DefaultsScope(StrEnum):
    """Whose defaults they are, nearest first: each goes before the ones after it."""

    MEMBER = "member"
    CHANNEL = "channel"
    GUILD = "guild"


@dataclass(frozen=True, kw_only=True, slots=True)
class OptionValues:
    """The options of `/video` but the prompt; None where nothing was said."""

    duration_s: int | None = None
    aspect_ratio: str | None = None
    cfg_scale: float | None = None
    negative_prompt: str | None = None
    private: bool | None = None

    @property
    def is_empty(self) -> bool:
        return self == OptionValues()

    @property
    def unusable(self) -> Sequence[str]:
        """Name what no request could be made with: forged by a client, or stored in other days."""
        return [name for name, value in self.said.items() if not _IS_USABLE[name](value)]

    @property
    def said(self) -> Mapping[str, OptionValue]:
        """What was said, by name."""
        values = {name: getattr(self, name) for name in OPTION_NAMES}
        return {name: value for name, value in values.items() if value is not None}

    def usable(self) -> "OptionValues":
        """Leave out what no request could be made with."""
        nothing: dict[str, Any] = dict.fromkeys(self.unusable)
        return replace(self, **nothing)

    def tidied(self) -> "OptionValues":
        """Take a negative prompt of nothing but marks, such as a dash, for an empty one.

        Discord's own client lets nobody send an empty text.
        """
        if not isinstance(self.negative_prompt, str) or _has_content(self.negative_prompt):
            return self
        return replace(self, negative_prompt="")

    def or_else(self, further: "OptionValues") -> "OptionValues":
        """Fill in from `further` what is not said here."""
        values: dict[str, Any] = {**further.said, **self.said}
        return OptionValues(**values)


OPTION_NAMES: Final = tuple(field.name for field in fields(OptionValues))
STANDARD: Final = OptionValues(
    duration_s=DURATION_DEFAULT_S,
    aspect_ratio=AspectRatio.LANDSCAPE.value,
    cfg_scale=CFG_SCALE_DEFAULT,
    negative_prompt="",
    private=False,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ResolvedOptions:
    """The options of one request, after all defaults.

    `private_by` is whose default made it private; None where that was said, or it is not.
    """

    duration_s: int
    aspect_ratio: str
    cfg_scale: float
    negative_prompt: str
    private: bool
    private_by: DefaultsScope | None = None

    def request(self, prompt: str) -> ClipRequest:
        return ClipRequest(
            prompt=prompt,
            duration_s=self.duration_s,
            aspect_ratio=self.aspect_ratio,
            cfg_scale=self.cfg_scale,
            negative_prompt=self.negative_prompt,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class HeldOption:
    """One option as it holds, and whose default it is; None where nobody set one."""

    name: str
    value: OptionValue
    scope: DefaultsScope | None


@dataclass(frozen=True, kw_only=True, slots=True)
class DefaultsOwner:
    """Whose defaults: a member's hold in every server, a channel's and a guild's there only."""

    scope: DefaultsScope
    id: UserId | ChannelId | GuildId


@dataclass(frozen=True, kw_only=True, slots=True)
class DefaultsPlace:
    """A server, or one channel of it: its moderators set what holds there."""

    guild_id: GuildId
    channel_id: ChannelId | None = None

    @property
    def owner(self) -> DefaultsOwner:
        if self.channel_id is None:
            return DefaultsOwner(scope=DefaultsScope.GUILD, id=self.guild_id)
        return DefaultsOwner(scope=DefaultsScope.CHANNEL, id=self.channel_id)


class DefaultsStore(Protocol):
    """Defaults by owner. Every method may raise StorageUnavailableError."""

    async def of(self, *owners: DefaultsOwner) -> tuple[OptionValues, ...]:
        """In the order asked for, empty ones for owners that set nothing. One statement."""
        ...

    async def put(self, owner: DefaultsOwner, values: OptionValues) -> None:
        """Set all of an owner's defaults; empty ones take the row away."""
        ...

    async def change(self, owner: DefaultsOwner, said: OptionValues) -> None:
        """Set what is said, and leave the owner's others as they are."""
        ...


class PlaceDefaultsStore(Protocol):
    """Defaults of servers and channels. Every method may raise StorageUnavailableError."""

    async def of(self, *owners: DefaultsOwner) -> tuple[OptionValues, ...]: ...

    async def change_on_record(
        self,
        place: DefaultsPlace,
        change: Callable[[OptionValues], OptionValues],
        *,
        by: UserId,
        at: datetime,
    ) -> None:
        """Read a place's usable defaults, write what changes, and put it on record, at once.

        What `change` raises is passed on, and nothing is written. Raises NotFoundError for a
        channel of another server.
        """
        ...


def held_options(
    owners: Sequence[DefaultsOwner], defaults: Sequence[OptionValues]
) -> Sequence[HeldOption]:
    """Tell of each option what holds, and whose default it is; the nearest owner comes first."""
    return [_held(name, owners, defaults) for name in OPTION_NAMES]


def _held(
    name: str, owners: Sequence[DefaultsOwner], defaults: Sequence[OptionValues]
) -> HeldOption:
    for owner, values in zip(owners, defaults, strict=True):
        value = getattr(values, name)
        if value is not None:
            return HeldOption(name=name, value=value, scope=owner.scope)
    return HeldOption(name=name, value=getattr(STANDARD, name), scope=None)


def _is_duration(value: object) -> bool:
    return type(value) is int and value in DURATIONS_S


def _is_aspect_ratio(value: object) -> bool:
    return isinstance(value, str) and value in ASPECT_RATIOS


def _is_cfg_scale(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return CFG_SCALE_MIN <= value <= CFG_SCALE_MAX


def _is_negative_prompt(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        ClipRequest(prompt="a clip", negative_prompt=value).check()
    except InvalidOptionError:
        return False
    return True


def _is_yes_or_no(value: object) -> bool:
    return isinstance(value, bool)


_IS_USABLE: Final[Mapping[str, Callable[[object], bool]]] = MappingProxyType(
    {
        "duration_s": _is_duration,
        "aspect_ratio": _is_aspect_ratio,
        "cfg_scale": _is_cfg_scale,
        "negative_prompt": _is_negative_prompt,
        "private": _is_yes_or_no,
    }
)


def _has_content(text: str) -> bool:
    """Whether there is more than spaces, punctuation and what cannot be seen."""
    return any(unicodedata.category(character)[0] not in "CZP" for character in text)
