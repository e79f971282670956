"""What stands under a server's settings: buttons and menus, each of which opens a form."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Any, ClassVar, Final, Protocol, Self

import discord

from bot.client import DynamicItemType
from bot.messaging.catalogue import Catalogue
from bot.messaging.form_fields import data_of
from bot.messaging.replies import Replies
from cogs.lasting import Lasting, LastingButton
from cogs.settings_forms import AMOUNT_MAX_CHARS
from cogs.settings_opened import BETWEEN

# Where clips may be asked for; what holds for a channel holds for its threads.
_CHANNEL_TYPES: Final = (
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.voice,
    discord.ChannelType.stage_voice,
    discord.ChannelType.forum,
    discord.ChannelType.media,
)


class SettingsForm(StrEnum):
    """The forms that have a button; the others need a role or a channel to be chosen."""

    SERVER_LIMITS = "server-limits"
    MEMBER_LIMITS = "member-limits"
    SERVER_DEFAULTS = "server-defaults"
    ACCESS = "access"


class FormDesk(Protocol):
    """Opens forms; every one asks for a moderator."""

    @property
    def replies(self) -> Replies: ...

    async def open_form(
        self, interaction: discord.Interaction[Any], form: SettingsForm
    ) -> None: ...

    async def open_role(self, interaction: discord.Interaction[Any], role: str) -> None: ...

    async def open_channel(self, interaction: discord.Interaction[Any], channel: str) -> None: ...

    async def open_again(
        self, interaction: discord.Interaction[Any], whose: str, typed: Sequence[str | None]
    ) -> None: ...


class SettingsButton(
    LastingButton,
    template=re.compile(rf"showreel:settings:(?P<form>{'|'.join(SettingsForm)})"),
):
    """Opens the form that it names."""

    desk: ClassVar[FormDesk]

    def __init__(self, form: SettingsForm, *, label: str | None) -> None:
        super().__init__(f"showreel:settings:{form}", label=label)
        self._form = form

    @classmethod
    def matched(cls, match: re.Match[str], *, label: str | None) -> Self:
        return cls(SettingsForm(match["form"]), label=label)

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await self.desk.open_form(interaction, self._form)


class RoleMenu(
    Lasting,
    discord.ui.DynamicItem[discord.ui.RoleSelect[Any]],
    template=re.compile("showreel:settings-role"),
):
    """Opens the form for the limits of the role that is chosen."""

    desk: ClassVar[FormDesk]

    def __init__(self, *, placeholder: str | None) -> None:
        super().__init__(
            discord.ui.RoleSelect(custom_id="showreel:settings-role", placeholder=placeholder)
        )

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],  # noqa: ARG003 -- Discord's library hands it over
        item: discord.ui.Item[Any],
        match: re.Match[str],  # noqa: ARG003 -- as above
        /,
    ) -> Self:
        return cls(placeholder=getattr(item, "placeholder", None))

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await self.desk.open_role(interaction, _chosen(interaction))


class ChannelMenu(
    Lasting,
    discord.ui.DynamicItem[discord.ui.ChannelSelect[Any]],
    template=re.compile("showreel:settings-channel"),
):
    """Opens the form for the default options of the channel that is chosen."""

    desk: ClassVar[FormDesk]

    def __init__(self, *, placeholder: str | None) -> None:
        super().__init__(
            discord.ui.ChannelSelect(
                custom_id="showreel:settings-channel",
                placeholder=placeholder,
                channel_types=list(_CHANNEL_TYPES),
            )
        )

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],  # noqa: ARG003 -- Discord's library hands it over
        item: discord.ui.Item[Any],
        match: re.Match[str],  # noqa: ARG003 -- as above
        /,
    ) -> Self:
        return cls(placeholder=getattr(item, "placeholder", None))

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await self.desk.open_channel(interaction, _chosen(interaction))


class LimitsAgainButton(
    LastingButton,
    template=re.compile(
        r"showreel:settings-again:(?P<whose>server|member|[0-9]{1,20})-(?P<left>[0-9a-f]):"
        rf"(?P<typed>[^{BETWEEN}]*(?:\{BETWEEN}[^{BETWEEN}]*){{3}})"
    ),
):
    """Opens the form for limits with what was typed into it, so that one slip costs one field.

    None is a field that was left as it was shown: it shows what stands then.
    """

    desk: ClassVar[FormDesk]

    def __init__(self, whose: str, typed: Sequence[str | None], *, label: str | None) -> None:
        texts = [(text or "").strip()[:AMOUNT_MAX_CHARS].replace(BETWEEN, " ") for text in typed]
        left = sum(1 << place for place, text in enumerate(typed) if text is None)
        super().__init__(
            f"showreel:settings-again:{whose}-{left:x}:{BETWEEN.join(texts)}", label=label
        )
        self._whose = whose
        self._typed = [
            None if was_left is None else text for was_left, text in zip(typed, texts, strict=True)
        ]

    @classmethod
    def matched(cls, match: re.Match[str], *, label: str | None) -> Self:
        left = int(match["left"], 16)
        typed = [
            None if left >> place & 1 else text
            for place, text in enumerate(match["typed"].split(BETWEEN))
        ]
        return cls(match["whose"], typed, label=label)

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await self.desk.open_again(interaction, self._whose, self._typed)


class SettingsMenu:
    """One bot's own classes of them, and the view that holds nothing else."""

    def __init__(self, *, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._button = SettingsButton.for_one_bot()
        self._role = RoleMenu.for_one_bot()
        self._channel = ChannelMenu.for_one_bot()
        self._again = LimitsAgainButton.for_one_bot()

    @property
    def classes(self) -> tuple[DynamicItemType, ...]:
        return self._button, self._role, self._channel, self._again

    def serve(self, desk: FormDesk) -> None:
        for item in (self._button, self._role, self._channel, self._again):
            item.desk = desk

    def view(self, locale: str) -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        for form in SettingsForm:
            label = self._catalogue.text(locale, f"button-settings-{form}")
            view.add_item(self._button(form, label=label))
        role, channel = (
            self._catalogue.text(locale, f"settings-form-{what}-placeholder")
            for what in ("role", "channel")
        )
        view.add_item(self._role(placeholder=role))
        view.add_item(self._channel(placeholder=channel))
        return view

    def again(self, whose: str, typed: Sequence[str | None], *, locale: str) -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        label = self._catalogue.text(locale, "button-settings-again")
        view.add_item(self._again(whose, typed, label=label))
        return view


def _chosen(interaction: discord.Interaction[Any]) -> str:
    """Menus send ids, and forgers send anything."""
    values = data_of(interaction).get("values") or ("",)
    return str(values[0])
