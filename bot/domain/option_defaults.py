"""Options that somebody set beforehand: a member for themselves, moderators for a place."""

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Protocol

from bot.domain.ids import ChannelId, GuildId, UserId


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

    def or_else(self, further: "OptionValues") -> "OptionValues":
        """Fill in from `further` what is not said here."""
        names = [field.name for field in fields(self)]
        said = {name: getattr(self, name) for name in names}
        return OptionValues(
            **{
                name: getattr(further, name) if value is None else value
                for name, value in said.items()
            }
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class DefaultsOwner:
    """Whose defaults: a member's hold in every server, a channel's and a guild's there only."""

    scope: DefaultsScope
    id: UserId | ChannelId | GuildId


class DefaultsStore(Protocol):
    """Defaults by owner. Every method may raise StorageUnavailableError."""

    async def of(self, *owners: DefaultsOwner) -> tuple[OptionValues, ...]:
        """In the order asked for, empty ones for owners that set nothing. One statement."""
        ...

    async def put(self, owner: DefaultsOwner, values: OptionValues) -> None:
        """Set all of an owner's defaults; empty ones take the row away."""
        ...
