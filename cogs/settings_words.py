"""The fields of a server's settings in words: what stands, and what somebody sent."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from bot.domain.clip import ASPECT_RATIOS, DURATIONS_S
from bot.domain.guild_settings import Allowance
from bot.domain.opened_forms import ChangedMeanwhileError
from bot.domain.option_defaults import OptionValues
from bot.domain.settings_overview import Access
from bot.messaging.catalogue import Catalogue
from bot.messaging.defaults import value_in_words
from bot.messaging.form_fields import Fields
from cogs.settings_forms import LIMIT_LABELS, NO, YES, as_typed

# Of a long text: enough to tell which one it is.
STANDING_TEXT_CHARS: Final = 100

_OPTION_LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "duration_s": "edit-form-duration",
        "aspect_ratio": "edit-form-aspect-ratio",
        "cfg_scale": "edit-form-cfg-scale",
        "negative_prompt": "edit-form-negative-prompt",
        "private": "settings-form-private",
    }
)
_ACCESS_LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "private_use": "settings-form-private-use",
        "spoiler_results": "settings-form-spoiler",
        "age_restricted_only": "settings-form-age",
    }
)


class SettingsWords:
    """One reader's language. What a person typed stays as it is: it is shown where nothing acts."""

    def __init__(self, catalogue: Catalogue, locale: str) -> None:
        self._catalogue = catalogue
        self._locale = locale

    def standing(self, error: ChangedMeanwhileError) -> str:
        """Tell what stands now of what has changed meanwhile."""
        match error.standing:
            case Allowance() as limits:
                stands = as_typed(limits)
                none = self._say("settings-limits-none")
                words = {LIMIT_LABELS[name]: stands[name] or none for name in error.names}
            case Access() as access:
                all_words = self._access(access)
                words = {key: all_words[key] for key in map(_ACCESS_LABELS.get, error.names) if key}
            case OptionValues() as options:
                words = {_OPTION_LABELS[name]: self._option(options, name) for name in error.names}
        return " · ".join(self._line(key, value) for key, value in words.items())

    def typed_limits(self, typed: Mapping[str, str]) -> str:
        return self._lines({LIMIT_LABELS[name]: text for name, text in typed.items()})

    def chosen_access(self, access: Access) -> str:
        return self._lines(self._access(access))

    def sent_options(self, fields: Fields) -> str:
        """Whatever it is worth: a number that cannot be read comes back as well."""
        return self._lines(dict(self._sent_options(fields)))

    def _sent_options(self, fields: Fields) -> Iterator[tuple[str, str]]:
        duration, ratio = fields.text("duration"), fields.text("aspect_ratio")
        if duration in map(str, DURATIONS_S):
            yield "edit-form-duration", self._say(f"video-duration-{duration}")
        if ratio in ASPECT_RATIOS:
            yield "edit-form-aspect-ratio", ratio
        yield "edit-form-cfg-scale", fields.text("cfg_scale")
        yield "edit-form-negative-prompt", fields.text("negative_prompt")
        if fields.text("private") in {YES, NO}:
            yield "settings-form-private", self._answer(fields.text("private") == YES)

    def _access(self, access: Access) -> Mapping[str, str]:
        return {
            "settings-form-private-use": self._say(
                f"settings-form-private-use-{access.private_use}"
            ),
            "settings-form-spoiler": self._answer(access.spoiler_results),
            "settings-form-age": self._answer(access.age_restricted_only),
        }

    def _option(self, options: OptionValues, name: str) -> str:
        value = options.said.get(name)
        if value is None:
            return self._say("settings-form-unset")
        return value_in_words(
            self._catalogue, self._locale, name, value, max_chars=STANDING_TEXT_CHARS
        )

    def _lines(self, words: Mapping[str, str]) -> str:
        return "\n".join(self._line(key, text) for key, text in words.items() if text.strip())

    def _line(self, key: str, value: str) -> str:
        return self._catalogue.text(
            self._locale, "settings-option", option=self._say(key), value=value
        )

    def _answer(self, yes: bool) -> str:  # noqa: FBT001 -- a setting is what is asked about
        return self._say("defaults-value-yes" if yes else "defaults-value-no")

    def _say(self, key: str) -> str:
        return self._catalogue.text(self._locale, key)
