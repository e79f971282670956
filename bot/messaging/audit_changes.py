"""What a setting was before and is now, by the names that moderators know. Pure text."""

from collections.abc import Sequence
from typing import Final

from bot.domain.audit import AuditEntry, AuditValue
from bot.domain.guild_settings import PrivateUse
from bot.messaging.catalogue import Catalogue
from bot.messaging.plain_text import excerpt

LIMITS: Final = frozenset({"jobs_per_day", "jobs_per_month", "usd_per_day", "usd_per_month"})
SWITCHES: Final = frozenset({"private_use", "spoiler_results", "age_restricted_only"})
_OPTIONS: Final = {
    "duration_s": "defaults-duration",
    "aspect_ratio": "defaults-aspect-ratio",
    "cfg_scale": "defaults-cfg-scale",
    "negative_prompt": "defaults-negative-prompt",
    "private": "defaults-private",
}


class Changes:
    """Everything that one entry changed."""

    def __init__(
        self, catalogue: Catalogue, locale: str, entry: AuditEntry, *, text_max: int
    ) -> None:
        self._text_max = text_max
        self._catalogue = catalogue
        self._locale = locale
        self._before = entry.before or {}
        self._after = entry.after or {}
        self._unreadable = entry.unreadable

    def texts(self) -> Sequence[str]:
        return [
            self._say(
                "audit-change",
                name=self._name(path),
                before=self._side("before", path, self._before.get(path)),
                after=self._side("after", path, self._after.get(path)),
            )
            for path in {**self._before, **self._after}
        ]

    def _name(self, path: str) -> str:
        scope, _, name = path.rpartition(".")
        if name in LIMITS and scope:
            key = f"audit-setting-{name.replace('_', '-')}"
            return self._say(key, scope=self._scope(scope))
        if path in SWITCHES:
            return self._say(f"audit-setting-{path.replace('_', '-')}")
        if path in _OPTIONS:
            return self._say(_OPTIONS[path])
        return excerpt(path, self._text_max)

    def _scope(self, scope: str) -> str:
        kind, _, number = scope.partition(".")
        if kind == "role" and number.isdecimal():
            return f"<@&{number}>"
        return self._say("audit-scope-server" if kind == "server" else "audit-scope-member")

    def _side(self, side: str, path: str, value: AuditValue) -> str:
        if f"{side}.{path}" in self._unreadable:
            return self._say("text-unreadable")
        return self._value(path, value)

    def _value(self, path: str, value: AuditValue) -> str:
        name = path.rpartition(".")[2]
        match value:
            case None:
                return self._say("audit-value-unset")
            case bool():
                return self._say("defaults-value-yes" if value else "defaults-value-no")
            case int() | float():
                return self._number(name, value)
            case _ if name.startswith("usd_") and _is_amount(value):
                return self._say("audit-value-usd", usd=float(value))
            case _ if name == "private_use" and value in set(PrivateUse):
                return self._say(f"audit-value-{value}")
            case _:
                shown = excerpt(value, self._text_max)
                return shown or self._say("defaults-value-nothing")

    def _number(self, name: str, value: float) -> str:
        match name:
            case "duration_s":
                return self._say("defaults-value-duration", duration=value)
            case "cfg_scale":
                return self._say("defaults-value-cfg-scale", cfg=value)
            case _:
                return self._say("audit-value-count", number=value)

    def _say(self, key: str, **values: str | float) -> str:
        return self._catalogue.text(self._locale, key, **values)


def _is_amount(text: str) -> bool:
    return text.replace(".", "", 1).isdecimal()
