"""What a server decides for itself, as its moderators see and change it in forms."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import Final

import structlog

from bot.domain.errors import MessageValue, ShowreelError
from bot.domain.feed import FeedStore
from bot.domain.guild_settings import (
    Allowance,
    GuildSettings,
    LimitsOwner,
    LimitsScope,
)
from bot.domain.ids import ChannelId, GuildId, RoleId, UserId
from bot.domain.limit_ceilings import Ceilings, first_above
from bot.domain.opened_forms import carried_over, changed_in, options_as_shown
from bot.domain.option_defaults import (
    DefaultsPlace,
    OptionValues,
    PlaceDefaultsStore,
)
from bot.domain.ports import Clock
from bot.domain.settings_overview import Access, SettingsOverview
from bot.domain.typed_numbers import NotANumberError, count_of, usd_of
from bot.services.guild_settings import GuildSettingsService
from bot.services.option_defaults import checked_defaults

log = structlog.get_logger(__name__)

# Each is looked at with every request of its members, and all of them stand in one answer.
ROLES_AT_MOST: Final = 25

_READERS: Final[Mapping[str, tuple[Callable[[str], int | Decimal | None], str]]] = MappingProxyType(
    {
        "jobs_per_day": (count_of, "settings-count-unreadable"),
        "jobs_per_month": (count_of, "settings-count-unreadable"),
        "usd_per_day": (usd_of, "settings-usd-unreadable"),
        "usd_per_month": (usd_of, "settings-usd-unreadable"),
    }
)


class ServerSettings:
    """Reads are bounded by the database; every method may raise StorageUnavailableError."""

    def __init__(
        self,
        *,
        settings: GuildSettingsService,
        defaults: PlaceDefaultsStore,
        feeds: FeedStore,
        ceilings: Ceilings,
        clock: Clock,
    ) -> None:
        self._settings = settings
        self._defaults = defaults
        self._feeds = feeds
        self._ceilings = ceilings
        self._clock = clock

    async def overview(
        self, guild_id: GuildId, *, channel_id: ChannelId | None
    ) -> SettingsOverview:
        server = DefaultsPlace(guild_id=guild_id)
        channel = DefaultsPlace(guild_id=guild_id, channel_id=channel_id)
        server_defaults, channel_defaults = await self._defaults.of(server.owner, channel.owner)
        return SettingsOverview(
            settings=await self._settings.of(guild_id),
            ceilings=self._ceilings,
            server_defaults=server_defaults,
            channel_defaults=OptionValues() if channel_id is None else channel_defaults,
            feed=await self._feeds.of(guild_id),
        )

    async def settings(self, guild_id: GuildId) -> GuildSettings:
        return await self._settings.of(guild_id)

    async def defaults(self, place: DefaultsPlace) -> OptionValues:
        (values,) = await self._defaults.of(place.owner)
        return values.usable()

    async def set_limits(
        self,
        owner: LimitsOwner,
        typed: Mapping[str, str],
        *,
        opened: Allowance,
        guild_id: GuildId,
        by: UserId,
        standing_roles: frozenset[RoleId] | None = None,
    ) -> None:
        """Set what was typed otherwise than the form showed it, which is `opened`.

        Raises ShowreelError for what cannot be read or is above what the operator allows, and
        ChangedMeanwhileError.

        `standing_roles` are those that the server has now, where that is known: limits of the
        others go on this occasion, since nobody can choose them any more.
        """
        sent = _read(typed)
        self._check_ceiling(owner, Allowance(**changed_in(opened, sent)))

        def change(before: GuildSettings) -> GuildSettings:
            kept = before if standing_roles is None else _without_gone(before, standing_roles)
            limits = carried_over(owner.limits_in(kept), opened=opened, sent=sent)
            after = owner.with_limits(kept, limits)
            if len(after.roles) > max(ROLES_AT_MOST, len(kept.roles)):
                raise ShowreelError("settings-too-many-roles", limit=ROLES_AT_MOST)
            return after

        await self._settings.change(guild_id, change, by=by)

    async def set_access(
        self, sent: Access, *, opened: Access, guild_id: GuildId, by: UserId
    ) -> None:
        """Set what was chosen otherwise than the form showed it. Raises ChangedMeanwhileError."""

        def change(before: GuildSettings) -> GuildSettings:
            access = carried_over(Access.of(before), opened=opened, sent=sent)
            return replace(
                before,
                private_use=access.private_use,
                spoiler_results=access.spoiler_results,
                age_restricted_only=access.age_restricted_only,
            )

        await self._settings.change(guild_id, change, by=by)

    async def set_defaults(
        self, place: DefaultsPlace, values: OptionValues, *, opened: OptionValues, by: UserId
    ) -> None:
        """Set what was said otherwise than the form showed it, as `options_as_shown` has it.

        Raises ShowreelError for what no request could be made with, and ChangedMeanwhileError.
        """
        sent = checked_defaults(values)

        def change(before: OptionValues) -> OptionValues:
            return carried_over(before, opened=opened, sent=sent, as_shown=options_as_shown)

        await self._defaults.change_on_record(place, change, by=by, at=self._clock.now())
        log.info(
            "place_defaults_changed",
            guild_id=place.guild_id,
            channel_id=place.channel_id,
            user_id=by,
            options=list(sent.said),
        )

    def _check_ceiling(self, owner: LimitsOwner, limits: Allowance) -> None:
        of_server = owner.scope is LimitsScope.SERVER
        ceiling = self._ceilings.server if of_server else self._ceilings.member
        name = first_above(limits, ceiling)
        if name is None:
            return
        highest = getattr(ceiling, name)
        values: dict[str, MessageValue] = {
            "field": name,
            "scope": "server" if of_server else "member",
            "highest": float(highest),
        }
        if name.startswith("jobs"):
            raise ShowreelError("settings-jobs-above-ceiling", **values)
        raise ShowreelError("settings-usd-above-ceiling", **values)


def _read(typed: Mapping[str, str]) -> Allowance:
    read: dict[str, int | Decimal | None] = {}
    for name, (reader, ill_key) in _READERS.items():
        try:
            read[name] = reader(typed.get(name, ""))
        except NotANumberError:
            raise ShowreelError(ill_key, field=name) from None
    return Allowance(**read)  # type: ignore[arg-type]  # each reader gives its field's kind


def _without_gone(settings: GuildSettings, standing: frozenset[RoleId]) -> GuildSettings:
    roles = {role: limits for role, limits in settings.roles.items() if role in standing}
    return replace(settings, roles=MappingProxyType(roles))
