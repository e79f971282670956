"""What each part of the front needs, and what it brings along."""

from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import chain
from typing import Any

from discord.ext import commands

from bot.client import DynamicItemType
from bot.domain.limits import LimitPolicy
from bot.domain.ports import Clock
from bot.messaging.catalogue import Catalogue
from bot.messaging.replies import Replies
from bot.messaging.rest import DiscordRest
from bot.messaging.throttle import Throttle
from bot.services.admission import Check, Term
from bot.services.bell import Bell
from bot.services.guild_settings import GuildSettingsService
from bot.services.incidents import IncidentDesk
from bot.services.results import ResultService
from bot.stores import Stores
from cogs.command_groups import CommandPart, UsageCog, VideoModCog
from cogs.modals import ModalKind

Loop = Callable[[], Coroutine[Any, Any, None]]


@dataclass(frozen=True, kw_only=True, slots=True)
class FrontTools:
    """What almost every part needs.

    `policy` is the operator's; `news` is rung when an attempt has ended.
    """

    stores: Stores
    catalogue: Catalogue
    replies: Replies
    clock: Clock
    guild_settings: GuildSettingsService
    policy: LimitPolicy
    results: ResultService
    rest: DiscordRest
    throttle: Throttle
    news: Bell
    incidents: IncidentDesk


@dataclass(frozen=True, kw_only=True, slots=True)
class Equipment:
    """What a part brings along.

    Subcommands by their group, buttons, forms, the terms and checks of requests, and loops that
    last as long as the run.
    """

    cogs: Sequence[commands.Cog] = ()
    items: Sequence[DynamicItemType] = ()
    forms: Sequence[ModalKind] = ()
    usage: Sequence[CommandPart] = ()
    video_mod: Sequence[CommandPart] = ()
    terms: Sequence[Term] = ()
    checks: Sequence[Check] = ()
    loops: Sequence[Loop] = ()


def together(parts: Iterable[Equipment]) -> Equipment:
    parts = tuple(parts)
    return Equipment(
        **{
            field.name: tuple(chain.from_iterable(getattr(part, field.name) for part in parts))
            for field in fields(Equipment)
        }
    )


def command_groups(parts: Equipment, catalogue: Catalogue) -> Sequence[commands.Cog]:
    """Discord takes no group without subcommands."""
    groups: list[commands.Cog] = []
    if parts.usage:
        groups.append(UsageCog(catalogue=catalogue, parts=parts.usage))
    if parts.video_mod:
        groups.append(VideoModCog(catalogue=catalogue, parts=parts.video_mod))
    return groups
