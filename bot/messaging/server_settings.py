"""What a server has set, as its moderators read it. Pure text."""

from collections.abc import Mapping, Sequence
from typing import Final

from bot.domain.errors import MessageValue
from bot.domain.feed import Feed
from bot.domain.guild_settings import Allowance, GuildSettings
from bot.domain.ids import RoleId
from bot.domain.limit_ceilings import ALLOWANCE_NAMES
from bot.domain.option_defaults import OptionValues
from bot.domain.settings_overview import SettingsOverview
from bot.messaging.catalogue import Catalogue
from bot.messaging.defaults import option_in_words, value_in_words
from bot.messaging.feed_answers import categories_in_words, channel_mention
from bot.messaging.plain_text import role_mention

MESSAGE_MAX_CHARS: Final = 2000
# How much is shown of what a default leaves out: it must not push the rest out of the message.
NEGATIVE_CHARS: Final = (40, 20, 10, 5)
_BETWEEN: Final = " · "
# Those of a month follow from them.
_CEILINGS_SHOWN: Final = frozenset({"jobs_per_day", "usd_per_day"})


def render_settings(
    catalogue: Catalogue,
    locale: str,
    overview: SettingsOverview,
    *,
    news_key: str | None = None,
) -> str:
    """`news_key` names the sentence about what was just changed."""
    *fuller, shortest = NEGATIVE_CHARS

    def with_at_most(chars: int) -> str:
        return _rendered(_Words(catalogue, locale, negative_chars=chars), overview, news_key)

    texts = map(with_at_most, fuller)
    fits = (text for text in texts if len(text) <= MESSAGE_MAX_CHARS)
    return next(fits, None) or with_at_most(shortest)


def _rendered(words: "_Words", overview: SettingsOverview, news_key: str | None) -> str:
    settings, ceilings = overview.settings, overview.ceilings
    above = [
        *([] if news_key is None else [words.say(news_key)]),
        words.say("settings-server", limits=words.limits(settings.server)),
        words.ceiling(ceilings.server),
        words.say("settings-member", limits=words.limits(settings.member)),
        words.ceiling(ceilings.member),
    ]
    below = [
        *words.access(settings),
        words.say("settings-server-defaults", options=words.options(overview.server_defaults)),
        words.say("settings-channel-defaults", options=words.options(overview.channel_defaults)),
        words.feed(overview.feed),
        words.say("settings-hint"),
    ]
    room = MESSAGE_MAX_CHARS - sum(len(line) + 1 for line in (*above, *below))
    return "\n".join([*above, *words.roles(settings.roles, max_chars=room), *below])


class _Words:
    """One reader's language."""

    def __init__(self, catalogue: Catalogue, locale: str, *, negative_chars: int) -> None:
        self._catalogue = catalogue
        self._locale = locale
        self._negative_chars = negative_chars

    def say(self, key: str, /, **values: MessageValue) -> str:
        return self._catalogue.text(self._locale, key, **values)

    def limits(self, allowance: Allowance) -> str:
        parts = [
            self._limit(name, float(limit))
            for name in ALLOWANCE_NAMES
            if (limit := getattr(allowance, name)) is not None
        ]
        return _BETWEEN.join(parts) or self.say("settings-limits-none")

    def ceiling(self, ceiling: Allowance) -> str:
        parts = [
            self._limit(name, float(limit))
            for name in ALLOWANCE_NAMES
            if name in _CEILINGS_SHOWN and (limit := getattr(ceiling, name)) is not None
        ]
        if not parts:
            return self.say("settings-ceiling-none")
        return self.say("settings-ceiling", limits=_BETWEEN.join(parts))

    def roles(self, roles: Mapping[RoleId, Allowance], *, max_chars: int) -> Sequence[str]:
        """Name every role; the limits of those that the message has no room for are in forms."""
        if not roles:
            return [self.say("settings-roles-none")]
        lines = [self.say("settings-roles")]
        whole = [
            self.say("settings-role", role=role_mention(role), limits=self.limits(limits))
            for role, limits in roles.items()
        ]
        rest = [role_mention(role) for role in roles]
        used = len(lines[0]) + 1
        while whole and _fits(whole[0], self._more(rest[1:]), room=max_chars - used):
            lines.append(whole.pop(0))
            rest.pop(0)
            used += len(lines[-1]) + 1
        return [*lines, self._more(rest)] if rest else lines

    def access(self, settings: GuildSettings) -> Sequence[str]:
        return [
            self.say("settings-private-use", who=settings.private_use.value),
            self.say("settings-spoiler", answer=self._yes_or_no(settings.spoiler_results)),
            self.say("settings-age", answer=self._yes_or_no(settings.age_restricted_only)),
        ]

    def feed(self, feed: Feed | None) -> str:
        if feed is None:
            return self.say("settings-feed-none")
        told = categories_in_words(self._catalogue, self._locale, feed)
        return self.say("settings-feed", channel=channel_mention(feed), categories=told)

    def options(self, values: OptionValues) -> str:
        parts = [
            self.say(
                "settings-option",
                option=self._option(name),
                value=value_in_words(
                    self._catalogue, self._locale, name, value, max_chars=self._negative_chars
                ),
            )
            for name, value in values.usable().said.items()
        ]
        return _BETWEEN.join(parts) or self.say("settings-defaults-none")

    def _option(self, name: str) -> str:
        """Who reads it is not the member whose clip it is."""
        if name == "private":
            return self.say("settings-option-private")
        return option_in_words(self._catalogue, self._locale, name)

    def _limit(self, name: str, limit: float) -> str:
        match name:
            case "jobs_per_day":
                return self.say("settings-jobs-per-day", jobs=limit)
            case "jobs_per_month":
                return self.say("settings-jobs-per-month", jobs=limit)
            case "usd_per_day":
                return self.say("settings-usd-per-day", usd=limit)
            case _:
                return self.say("settings-usd-per-month", usd=limit)

    def _more(self, mentions: Sequence[str]) -> str:
        return self.say("settings-roles-more", roles=" ".join(mentions)) if mentions else ""

    def _yes_or_no(self, answer: bool) -> str:  # noqa: FBT001 -- a setting is what is asked about
        return self.say("defaults-value-yes" if answer else "defaults-value-no")


def _fits(line: str, after: str, *, room: int) -> bool:
    return len(line) + 1 + len(after) + 1 <= room
