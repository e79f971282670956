"""Fills in what a request leaves unsaid, and lets members set that beforehand."""

import asyncio
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

import structlog

from bot.domain.errors import ShowreelError, StorageUnavailableError
from bot.domain.ids import ChannelId, GuildId, UserId
from bot.domain.option_defaults import (
    STANDARD,
    DefaultsOwner,
    DefaultsScope,
    DefaultsStore,
    HeldOption,
    OptionValues,
    ResolvedOptions,
    held_options,
)
from bot.domain.ports import Clock
from bot.services.gathered_defaults import GatheredDefaults
from bot.services.waiting import ended_within

log = structlog.get_logger(__name__)

# A part of Discord's three seconds: the request itself is still to be written.
READ_WITHIN_S: Final = 1.0

_ILL: Final[Mapping[str, str]] = MappingProxyType(
    {
        "duration_s": "defaults-duration-unknown",
        "aspect_ratio": "defaults-aspect-ratio-unknown",
        "cfg_scale": "defaults-cfg-scale-out-of-range",
        "negative_prompt": "defaults-negative-prompt-ill",
        "private": "defaults-private-unknown",
    }
)


class DefaultsService:
    """What is said in the command goes first, then the member's, the channel's, the server's."""

    def __init__(self, *, store: DefaultsStore, clock: Clock) -> None:
        self._store = GatheredDefaults(store)
        self._clock = clock

    async def resolve(
        self,
        given: OptionValues,
        *,
        user_id: UserId,
        channel_ids: Sequence[ChannelId] = (),
        guild_id: GuildId | None = None,
    ) -> ResolvedOptions:
        """Fill in what is not given; what is given stays, and is checked with the request.

        `channel_ids`: the nearest first, a thread's before its parent's.
        Raises StorageUnavailableError.
        """
        owners = _owners(user_id, channel_ids, guild_id)
        options = given.tidied()
        private_by = None
        for owner, defaults in zip(owners, await self._usable_defaults(owners), strict=True):
            if options.private is None and defaults.private:
                private_by = owner.scope
            options = options.or_else(defaults)
        values: dict[str, Any] = dict(options.or_else(STANDARD).said)
        return ResolvedOptions(**values, private_by=private_by)

    async def held(
        self,
        *,
        user_id: UserId,
        channel_ids: Sequence[ChannelId] = (),
        guild_id: GuildId | None = None,
    ) -> Sequence[HeldOption]:
        """Tell what a request without options would be made with, and why."""
        owners = _owners(user_id, channel_ids, guild_id)
        try:
            return held_options(owners, await self._usable_defaults(owners))
        except StorageUnavailableError:
            log.exception("defaults_not_read")
            raise ShowreelError("defaults-away") from None

    async def change(self, user_id: UserId, said: OptionValues) -> None:
        """Set some of a member's defaults and keep the others. Raises ShowreelError for ill ones.

        Raises StorageUnavailableError: then it is not known whether it was done.
        """
        await self._store.change(_member(user_id), checked_defaults(said))
        log.info("defaults_changed", user_id=user_id, options=list(said.said))

    async def start_over(self, user_id: UserId, said: OptionValues) -> None:
        """Forget a member's defaults, and set what is said. Raises as `change` does."""
        await self._store.put(_member(user_id), checked_defaults(said))
        log.info("defaults_forgotten", user_id=user_id, options=list(said.said))

    async def _usable_defaults(self, owners: Sequence[DefaultsOwner]) -> Sequence[OptionValues]:
        """An old or forged row must not keep anybody from asking, so its ill values are ignored."""
        reading = asyncio.create_task(self._store.of(*owners))
        try:
            if not await ended_within(reading, self._clock, timeout_s=READ_WITHIN_S):
                raise StorageUnavailableError(f"no defaults within {READ_WITHIN_S} s")
            found = reading.result()
        finally:
            reading.cancel()
        for owner, values in zip(owners, found, strict=True):
            if values.unusable:
                log.warning(
                    "defaults_ignored",
                    scope=owner.scope.value,
                    owner_id=owner.id,
                    options=values.unusable,
                )
        return [values.usable() for values in found]


def checked_defaults(said: OptionValues) -> OptionValues:
    """Raise ShowreelError for what no request could be made with."""
    tidied = said.tidied()
    for name in tidied.unusable:
        raise ShowreelError(_ILL[name])
    return tidied


def _member(user_id: UserId) -> DefaultsOwner:
    return DefaultsOwner(scope=DefaultsScope.MEMBER, id=user_id)


def _owners(
    user_id: UserId, channel_ids: Sequence[ChannelId], guild_id: GuildId | None
) -> Sequence[DefaultsOwner]:
    channels = [DefaultsOwner(scope=DefaultsScope.CHANNEL, id=each) for each in channel_ids]
    guilds = [] if guild_id is None else [DefaultsOwner(scope=DefaultsScope.GUILD, id=guild_id)]
    return [_member(user_id), *channels, *guilds]
