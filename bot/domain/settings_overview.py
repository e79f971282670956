"""What a server decides for itself, as its moderators see and change it."""

from dataclasses import dataclass

from bot.domain.feed import Feed
from bot.domain.guild_settings import GuildSettings, PrivateUse
from bot.domain.limit_ceilings import Ceilings
from bot.domain.option_defaults import OptionValues


@dataclass(frozen=True, kw_only=True, slots=True)
class SettingsOverview:
    """All that a server has set, and what it has set for one of its channels.

    The feed is set by commands of its own.
    """

    settings: GuildSettings
    ceilings: Ceilings
    server_defaults: OptionValues
    channel_defaults: OptionValues
    feed: Feed | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Access:
    """Who may hide clips, and how and where they show."""

    private_use: PrivateUse
    spoiler_results: bool
    age_restricted_only: bool

    @classmethod
    def of(cls, settings: GuildSettings) -> "Access":
        return cls(
            private_use=settings.private_use,
            spoiler_results=settings.spoiler_results,
            age_restricted_only=settings.age_restricted_only,
        )
