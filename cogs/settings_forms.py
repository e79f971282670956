"""The forms in which a server's moderators set what it decides, filled in with what holds."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

import discord

from bot.domain.clip import DURATIONS_S, NEGATIVE_PROMPT_MAX_CHARS, AspectRatio
from bot.domain.guild_settings import Allowance, LimitsOwner, LimitsScope, PrivateUse
from bot.domain.opened_forms import options_as_shown
from bot.domain.option_defaults import DefaultsPlace, OptionValues
from bot.domain.settings_overview import Access
from bot.messaging.catalogue import Catalogue
from bot.messaging.plain_text import cut, role_mention
from cogs.settings_opened import access_written, limits_written, options_written

# Room for a million with its signs, and for a slip of the finger; four of them fit a button's id.
AMOUNT_MAX_CHARS: Final = 12
SHARE_MAX_CHARS: Final = 20
CHANNEL_NAME_MAX_CHARS: Final = 40
# What stands for "nothing is set" and for yes and no, in menus and in what they send.
UNSET: Final = "unset"
YES: Final = "yes"
NO: Final = "no"
# A dash for a text that is set to nothing: an empty field sets none.
NOTHING: Final = "-"

_Choice = tuple[str, str]


class SettingsForms:
    """One reader's language."""

    def __init__(self, catalogue: Catalogue, locale: str) -> None:
        self._catalogue = catalogue
        self._locale = locale

    def limits(
        self,
        owner: LimitsOwner,
        standing: Allowance,
        *,
        ceiling: Allowance,
        typed: Mapping[str, str] = MappingProxyType({}),
    ) -> discord.ui.Modal:
        """Show the limits that stand, or what was `typed` before in their place."""
        whose = owner.scope.value if owner.role_id is None else str(owner.role_id)
        modal = discord.ui.Modal(
            title=self._limits_title(owner.scope),
            custom_id=f"showreel:settings-limits:{whose}:{limits_written(standing)}",
        )
        stands = as_typed(standing)
        shown = {**stands, **typed}
        if owner.role_id is not None:
            about = self._catalogue.text(
                self._locale, "settings-about-role", role=role_mention(owner.role_id)
            )
            modal.add_item(discord.ui.TextDisplay(about))
        for name, key in LIMIT_LABELS.items():
            modal.add_item(
                self._text(
                    name,
                    label=self._say(key),
                    note=self._limit_note(name, ceiling)
                    if shown[name] == stands[name]
                    else self._standing_note(stands[name]),
                    shown=shown[name] or None,
                    max_chars=AMOUNT_MAX_CHARS,
                )
            )
        return modal

    def defaults(
        self, place: DefaultsPlace, values: OptionValues, *, channel_name: str | None
    ) -> discord.ui.Modal:
        of_server = place.channel_id is None
        where = "server" if place.channel_id is None else str(place.channel_id)
        title = (
            "settings-form-server-defaults-title"
            if of_server
            else "settings-form-channel-defaults-title"
        )
        modal = discord.ui.Modal(
            title=self._say(title),
            custom_id=f"showreel:settings-defaults:{where}:"
            + options_written(options_as_shown(values)),
        )
        for item in (
            self._menu(
                "duration",
                label=self._say("edit-form-duration"),
                note=self._channel_note(channel_name),
                choices=self._offered("video-duration", map(str, DURATIONS_S)),
                chosen=_chosen(values.duration_s),
            ),
            self._menu(
                "aspect_ratio",
                label=self._say("edit-form-aspect-ratio"),
                choices=self._offered("video-aspect-ratio", (each.value for each in AspectRatio)),
                chosen=_chosen(values.aspect_ratio),
            ),
            self._text(
                "cfg_scale",
                label=self._say("edit-form-cfg-scale"),
                note=self._say("settings-form-cfg-scale-note"),
                shown=self._share(values.cfg_scale),
                max_chars=SHARE_MAX_CHARS,
            ),
            self._negative_prompt(values.negative_prompt),
            self._menu(
                "private",
                label=self._say("settings-form-private"),
                choices=((UNSET, self._say("settings-form-unset")), *self._yes_and_no()),
                chosen=UNSET if values.private is None else _answer(values.private),
            ),
        ):
            modal.add_item(item)
        return modal

    def access(self, standing: Access) -> discord.ui.Modal:
        modal = discord.ui.Modal(
            title=self._say("settings-form-access-title"),
            custom_id=f"showreel:settings-access:{access_written(standing)}",
        )
        uses = [(use.value, self._say(f"settings-form-private-use-{use}")) for use in PrivateUse]
        for item in (
            self._menu(
                "private_use",
                label=self._say("settings-form-private-use"),
                note=self._say("settings-form-private-use-note"),
                choices=uses,
                chosen=standing.private_use.value,
            ),
            self._menu(
                "spoiler",
                label=self._say("settings-form-spoiler"),
                note=self._say("settings-form-spoiler-note"),
                choices=self._yes_and_no(),
                chosen=_answer(standing.spoiler_results),
            ),
            self._menu(
                "age",
                label=self._say("settings-form-age"),
                note=self._say("settings-form-age-note"),
                choices=self._yes_and_no(),
                chosen=_answer(standing.age_restricted_only),
            ),
        ):
            modal.add_item(item)
        return modal

    def _limits_title(self, scope: LimitsScope) -> str:
        return self._say(f"settings-form-{scope}-limits-title")

    def _limit_note(self, name: str, ceiling: Allowance) -> str:
        highest = getattr(ceiling, name)
        if highest is None:
            return self._say("settings-form-limit-note")
        key = "settings-form-jobs-note" if name.startswith("jobs") else "settings-form-usd-note"
        return self._catalogue.text(self._locale, key, highest=float(highest))

    def _standing_note(self, stands: str) -> str:
        """Whoever opens a form again with what they typed sees what it would replace."""
        value = stands or self._say("settings-limits-none")
        return self._catalogue.text(self._locale, "settings-form-standing-note", value=value)

    def _channel_note(self, channel_name: str | None) -> str | None:
        """Five fields leave no room for a line of text above them."""
        if channel_name is None:
            return None
        shown = cut(channel_name, CHANNEL_NAME_MAX_CHARS)
        return self._catalogue.text(self._locale, "settings-form-channel-note", channel=shown)

    def _negative_prompt(self, text: str | None) -> discord.ui.Label[Any]:
        field: discord.ui.TextInput[Any] = discord.ui.TextInput(
            custom_id="negative_prompt",
            style=discord.TextStyle.paragraph,
            max_length=NEGATIVE_PROMPT_MAX_CHARS,
            default=NOTHING if text == "" else text,
            required=False,
        )
        return discord.ui.Label(
            text=self._say("edit-form-negative-prompt"),
            description=self._say("settings-form-negative-prompt-note"),
            component=field,
        )

    def _text(
        self, name: str, *, label: str, note: str, shown: str | None, max_chars: int
    ) -> discord.ui.Label[Any]:
        field: discord.ui.TextInput[Any] = discord.ui.TextInput(
            custom_id=name, max_length=max_chars, default=shown, required=False
        )
        return discord.ui.Label(text=label, description=note, component=field)

    def _menu(
        self,
        name: str,
        *,
        label: str,
        choices: Iterable[_Choice],
        chosen: str,
        note: str | None = None,
    ) -> discord.ui.Label[Any]:
        menu: discord.ui.Select[Any] = discord.ui.Select(
            custom_id=name,
            options=[
                discord.SelectOption(label=words, value=value, default=value == chosen)
                for value, words in choices
            ],
        )
        return discord.ui.Label(text=label, description=note, component=menu)

    def _offered(self, key: str, values: Iterable[str]) -> Sequence[_Choice]:
        """The same words as in `/video`."""
        offered = [(value, self._say(f"{key}-{value.replace(':', '-')}")) for value in values]
        return [(UNSET, self._say("settings-form-unset")), *offered]

    def _yes_and_no(self) -> Sequence[_Choice]:
        return (YES, self._say("defaults-value-yes")), (NO, self._say("defaults-value-no"))

    def _share(self, number: float | None) -> str | None:
        if number is None:
            return None
        return self._catalogue.text(self._locale, "edit-form-number", number=number)

    def _say(self, key: str) -> str:
        return self._catalogue.text(self._locale, key)


LIMIT_LABELS: Final = {
    "jobs_per_day": "settings-form-jobs-per-day",
    "jobs_per_month": "settings-form-jobs-per-month",
    "usd_per_day": "settings-form-usd-per-day",
    "usd_per_month": "settings-form-usd-per-month",
}


def as_typed(limits: Allowance) -> Mapping[str, str]:
    return {
        name: "" if (limit := getattr(limits, name)) is None else str(limit)
        for name in LIMIT_LABELS
    }


def _chosen(value: object) -> str:
    return UNSET if value is None else str(value)


def _answer(yes: bool) -> str:  # noqa: FBT001 -- a setting is what is asked about
    return YES if yes else NO
