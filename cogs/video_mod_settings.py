"""`/video-mod settings`: what a server decides for itself, shown whole and set in forms."""

import asyncio
import re
from collections.abc import Awaitable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, TypeVar

import discord
import structlog
from discord import app_commands

from bot.domain.errors import ShowreelError, StorageUnavailableError
from bot.domain.guild_settings import LimitsOwner, LimitsScope
from bot.domain.ids import GuildId
from bot.domain.limit_ceilings import Ceilings
from bot.domain.opened_forms import ChangedMeanwhileError
from bot.domain.option_defaults import DefaultsPlace
from bot.domain.settings_overview import Access, SettingsOverview
from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue
from bot.messaging.form_fields import Fields
from bot.messaging.replies import Replies
from bot.messaging.server_settings import render_settings
from bot.services.server_settings import ServerSettings
from cogs.command_groups import CommandPart
from cogs.lasting import moderator_of
from cogs.modals import ModalKind, open_modal
from cogs.places import channel_ids_of, guild_of
from cogs.settings_fields import access_in, options_in
from cogs.settings_forms import LIMIT_LABELS, SettingsForms, as_typed
from cogs.settings_menu import SettingsForm, SettingsMenu
from cogs.settings_opened import OPENED, access_opened, limits_opened, options_opened
from cogs.settings_targets import (
    ID,
    channel_name,
    defaults_place,
    limits_owner,
    standing_roles,
)
from cogs.settings_words import SettingsWords

log = structlog.get_logger(__name__)

T = TypeVar("T")

# A form must be the first answer, and Discord waits three seconds for that.
LOOK_WITHIN_S: Final = 1.0

_LIMITS_TEMPLATE: Final = re.compile(
    rf"showreel:settings-limits:(?P<whose>server|member|{ID}):{OPENED}"
)
_DEFAULTS_TEMPLATE: Final = re.compile(
    rf"showreel:settings-defaults:(?P<where>server|{ID}):{OPENED}"
)
_ACCESS_TEMPLATE: Final = re.compile(rf"showreel:settings-access:{OPENED}")


@dataclass(frozen=True, kw_only=True, slots=True)
class SettingsDesk:
    """What the command, the buttons and menus under it, and their forms need."""

    settings: ServerSettings
    ceilings: Ceilings
    catalogue: Catalogue
    replies: Replies
    menu: SettingsMenu

    @property
    def modal_kinds(self) -> Sequence[ModalKind]:
        return (
            ModalKind(template=_LIMITS_TEMPLATE, submitted=self.take_limits),
            ModalKind(template=_DEFAULTS_TEMPLATE, submitted=self.take_defaults),
            ModalKind(template=_ACCESS_TEMPLATE, submitted=self.take_access),
        )

    async def show(self, interaction: discord.Interaction[Any]) -> None:
        overview = await self.replies.while_waiting(
            interaction, self._overview(interaction, guild_of(interaction)), in_place=False
        )
        locale = interaction.locale.value
        content = render_settings(self.catalogue, locale, overview)
        await self.replies.show(interaction, content, about="settings", view=self.menu.view(locale))

    async def open_form(self, interaction: discord.Interaction[Any], form: SettingsForm) -> None:
        match form:
            case SettingsForm.SERVER_LIMITS:
                await self._open_limits(interaction, LimitsOwner(scope=LimitsScope.SERVER))
            case SettingsForm.MEMBER_LIMITS:
                await self._open_limits(interaction, LimitsOwner(scope=LimitsScope.MEMBER))
            case SettingsForm.SERVER_DEFAULTS:
                guild_id = moderator_of(interaction).guild_id
                await self._open_defaults(interaction, DefaultsPlace(guild_id=guild_id))
            case SettingsForm.ACCESS:
                guild_id = moderator_of(interaction).guild_id
                settings = await _in_time(self.settings.settings(guild_id))
                await self._open(interaction, self._forms(interaction).access(Access.of(settings)))

    async def open_role(self, interaction: discord.Interaction[Any], role: str) -> None:
        moderator_of(interaction)
        await self._open_limits(interaction, limits_owner(interaction, role))

    async def open_channel(self, interaction: discord.Interaction[Any], channel: str) -> None:
        moderator_of(interaction)
        await self._open_defaults(interaction, defaults_place(interaction, channel))

    async def open_again(
        self, interaction: discord.Interaction[Any], whose: str, typed: Sequence[str | None]
    ) -> None:
        moderator_of(interaction)
        named = zip(LIMIT_LABELS, typed, strict=True)
        await self._open_limits(
            interaction,
            limits_owner(interaction, whose),
            typed={name: text for name, text in named if text is not None},
        )

    async def take_limits(
        self, interaction: discord.Interaction[Any], match: re.Match[str], fields: Fields
    ) -> None:
        moderator = moderator_of(interaction)
        owner = limits_owner(interaction, match["whose"])
        opened = limits_opened(match["opened"])
        typed = {name: fields.text(name) for name in LIMIT_LABELS}
        change = self.settings.set_limits(
            owner,
            typed,
            opened=opened,
            guild_id=moderator.guild_id,
            by=moderator.user_id,
            standing_roles=None if owner.role_id is None else standing_roles(interaction),
        )
        shown = as_typed(opened)
        own = [None if text.strip() == shown[name] else text for name, text in typed.items()]
        again = self.menu.again(match["whose"], own, locale=interaction.locale.value)
        given = self._words(interaction).typed_limits(typed)
        await self._change_and_show(interaction, change, typed=given, again=again)

    async def take_defaults(
        self, interaction: discord.Interaction[Any], match: re.Match[str], fields: Fields
    ) -> None:
        moderator = moderator_of(interaction)
        place = defaults_place(interaction, match["where"])
        opened = options_opened(match["opened"])

        async def change() -> None:
            await self.settings.set_defaults(
                place, options_in(fields), opened=opened, by=moderator.user_id
            )

        given = self._words(interaction).sent_options(fields)
        await self._change_and_show(interaction, change(), typed=given)

    async def take_access(
        self, interaction: discord.Interaction[Any], match: re.Match[str], fields: Fields
    ) -> None:
        moderator = moderator_of(interaction)
        sent, opened = access_in(fields), access_opened(match["opened"])
        change = self.settings.set_access(
            sent, opened=opened, guild_id=moderator.guild_id, by=moderator.user_id
        )
        given = self._words(interaction).chosen_access(sent)
        await self._change_and_show(interaction, change, typed=given)

    async def _change_and_show(
        self,
        interaction: discord.Interaction[Any],
        change: Coroutine[Any, Any, None],
        *,
        typed: str,
        again: discord.ui.View | None = None,
    ) -> None:
        """Show all that holds now in the place of what held, or give back what was typed.

        `again` opens the form with it.
        """
        in_place = interaction.message is not None
        locale = interaction.locale.value
        try:
            overview = await self.replies.while_waiting(
                interaction, self._changed(interaction, change), in_place=in_place
            )
        except ChangedMeanwhileError as error:
            told = ShowreelError(error.key, standing=self._words(interaction).standing(error))
            await self.replies.report(interaction, told, typed=[typed], view=again)
            return
        except (ShowreelError, StorageUnavailableError) as error:
            await self.replies.report(interaction, error, typed=[typed], view=again)
            return
        content = render_settings(self.catalogue, locale, overview, news_key="settings-saved")
        view = self.menu.view(locale)
        put = self.replies.put_in_place if in_place else self.replies.show
        await put(interaction, content, about="settings", view=view)

    async def _changed(
        self, interaction: discord.Interaction[Any], change: Awaitable[None]
    ) -> SettingsOverview:
        await change
        return await self._overview(interaction, guild_of(interaction))

    async def _overview(
        self, interaction: discord.Interaction[Any], guild_id: GuildId
    ) -> SettingsOverview:
        """A thread is shown as the channel that it belongs to: that is where defaults are set."""
        channel_id = next(reversed(channel_ids_of(interaction)), None)
        return await self.settings.overview(guild_id, channel_id=channel_id)

    async def _open_limits(
        self,
        interaction: discord.Interaction[Any],
        owner: LimitsOwner,
        *,
        typed: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        guild_id = moderator_of(interaction).guild_id
        standing = owner.limits_in(await _in_time(self.settings.settings(guild_id)))
        of_server = owner.scope is LimitsScope.SERVER
        ceiling = self.ceilings.server if of_server else self.ceilings.member
        modal = self._forms(interaction).limits(owner, standing, ceiling=ceiling, typed=typed)
        await self._open(interaction, modal)

    async def _open_defaults(
        self, interaction: discord.Interaction[Any], place: DefaultsPlace
    ) -> None:
        values = await _in_time(self.settings.defaults(place))
        modal = self._forms(interaction).defaults(
            place, values, channel_name=channel_name(interaction, place)
        )
        await self._open(interaction, modal)

    async def _open(self, interaction: discord.Interaction[Any], modal: discord.ui.Modal) -> None:
        await open_modal(interaction, modal, replies=self.replies)

    def _forms(self, interaction: discord.Interaction[Any]) -> SettingsForms:
        return SettingsForms(self.catalogue, interaction.locale.value)

    def _words(self, interaction: discord.Interaction[Any]) -> SettingsWords:
        return SettingsWords(self.catalogue, interaction.locale.value)


def settings_command(desk: SettingsDesk) -> CommandPart:
    description = desk.catalogue.text(FALLBACK_LOCALE, "video-mod-settings-description")

    @app_commands.command(name="settings", description=description)
    async def settings(interaction: discord.Interaction) -> None:
        await desk.show(interaction)

    return settings


async def _in_time(reading: Coroutine[Any, Any, T]) -> T:
    """A form that is not filled in would take away what it does not show, so none is opened."""
    try:
        async with asyncio.timeout(LOOK_WITHIN_S):
            return await reading
    except (StorageUnavailableError, TimeoutError) as error:
        log.warning("settings_form_not_opened", cause=type(error).__name__)
        raise ShowreelError("settings-away") from None
