"""The panel beside the stage: time-lapse, money, request budget, and faults to switch on.

Figures are ``speed {value, max, clip_s}``, ``spend {usd, clips, balance_usd}``,
``window {used, limit, seconds, running}`` and ``faults``, a list of
``{service, name, group, title, about, on}``.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from sandbox.discord.faults import FaultName
from sandbox.discord.server import LocalDiscord
from sandbox.eachlabs.faults import FAULTS, FaultKind
from sandbox.eachlabs.server import LocalEachlabs
from sandbox.eachlabs.time_lapse import GENERATION_MEAN_S
from sandbox.page.protocol import RequestError

MIN_SPEED: Final = 1.0
MAX_SPEED: Final = 200.0
SHORT_CLIP_S: Final = 5
DISCORD: Final = "discord"
EACHLABS: Final = "eachlabs"
SLOW_S: Final = 2.0
WHOLE: Final = "Eachlabs as a whole"

DISCORD_WORDS: Final[Mapping[FaultName, tuple[str, str]]] = MappingProxyType(
    {
        FaultName.SERVER_ERROR: ("Server errors", "Requests fail with 503; nothing is done."),
        FaultName.RATE_LIMIT: ("Rate limit", "Every request is told to come back later."),
        FaultName.SLOW_REQUEST: ("Slow requests", "They take two seconds to arrive."),
        FaultName.SLOW_ANSWER: ("Slow answers", "Done at once, answered after two seconds."),
        FaultName.REFUSE_ATTACHMENTS: ("Files refused", "Every upload is too large."),
        FaultName.REFUSE_MESSAGES: ("Messages refused", "Every new message is ill-formed."),
        FaultName.LOSE_CALLBACK_ANSWER: (
            "First answer lost",
            "The bot's first answer stands, but the bot never hears so.",
        ),
        FaultName.LOSE_ANSWER: ("Answers lost", "What the bot changes stands, unconfirmed."),
        FaultName.DEAD_INTERACTION_TOKEN: (
            "Tokens run out",
            "Commands and buttons can no longer be answered directly.",
        ),
        FaultName.CLOSED_DIRECT_MESSAGES: (
            "Direct messages closed",
            "Nobody takes direct messages from the bot.",
        ),
        FaultName.CUT_GATEWAY: ("Gateway cut", "The bot hears nothing until you switch this off."),
    }
)

# The first word of a fault's name says where at Eachlabs it strikes.
EACHLABS_GROUPS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "away": WHOLE,
        "key": WHOLE,
        "balance": WHOLE,
        "list": WHOLE,
        "webhook": WHOLE,
        "create": "Asking for a clip",
        "prompt": "Making a clip",
        "provider": "Making a clip",
        "stuck": "Making a clip",
        "poll": "Asking how far it is",
        "cancel": "Cancelling",
        "output": "What comes out",
        "file": "Fetching the file",
    }
)


class Backstage:
    """Reads and turns the two local services."""

    def __init__(self, *, discord_server: LocalDiscord, eachlabs: LocalEachlabs) -> None:
        self._discord = discord_server
        self._eachlabs = eachlabs

    @property
    def bot_is_online(self) -> bool:
        return self._discord.gateway.is_bot_online

    def figures(self) -> dict[str, Any]:
        ledger = self._eachlabs.ledger
        limit, seconds = self._eachlabs.rate
        return {
            "speed": {
                "value": self._eachlabs.speed,
                "max": MAX_SPEED,
                "clip_s": GENERATION_MEAN_S[SHORT_CLIP_S] / self._eachlabs.speed,
            },
            "spend": {
                "usd": str(self._eachlabs.charged_usd),
                "clips": sum(1 for row in ledger if row.cost_usd > 0),
                "balance_usd": str(self._eachlabs.balance_usd),
            },
            "window": {
                "used": self._eachlabs.requests_in_window,
                "limit": limit,
                "seconds": seconds,
                "running": self._eachlabs.in_flight,
            },
            "faults": [*self._eachlabs_faults(), *self._discord_faults()],
        }

    def set_speed(self, speed: float) -> None:
        if not MIN_SPEED <= speed <= MAX_SPEED:
            raise RequestError(f"The speed goes from {MIN_SPEED:g} to {MAX_SPEED:g}.")
        self._eachlabs.speed = speed

    def set_fault(self, *, service: str, name: str, is_on: bool) -> None:
        try:
            if service == EACHLABS:
                self._set_eachlabs_fault(FaultKind(name), is_on=is_on)
            elif service == DISCORD:
                self._set_discord_fault(FaultName(name), is_on=is_on)
            else:
                raise RequestError("There is no such service.")
        except ValueError as error:
            raise RequestError("There is no such switch.") from error

    def _set_eachlabs_fault(self, kind: FaultKind, *, is_on: bool) -> None:
        if is_on:
            self._eachlabs.faults.switch_on(kind)
        else:
            self._eachlabs.faults.switch_off(kind)

    def _set_discord_fault(self, name: FaultName, *, is_on: bool) -> None:
        # A panel has one switch for each, so a second one of the same name has no place.
        self._discord.faults.switch_off(name)
        if is_on:
            self._discord.faults.switch_on(name, seconds=SLOW_S)

    def _eachlabs_faults(self) -> list[dict[str, Any]]:
        return [
            {
                "service": EACHLABS,
                "name": kind.value,
                "group": _group(kind),
                "title": _title(kind, description.title),
                "about": _amount(description.usual_amount, description.unit),
                "on": self._eachlabs.faults.is_on(kind),
            }
            for kind, description in FAULTS.items()
        ]

    def _discord_faults(self) -> list[dict[str, Any]]:
        active = {fault["name"] for fault in self._discord.faults.active()}
        return [
            {
                "service": DISCORD,
                "name": name.value,
                "group": "Discord",
                "title": title,
                "about": about,
                "on": name.value in active,
            }
            for name, (title, about) in DISCORD_WORDS.items()
        ]


def _group(kind: FaultKind) -> str:
    return EACHLABS_GROUPS[kind.value.split("_")[0]]


def _title(kind: FaultKind, title: str) -> str:
    """Where a group is one place, the words before the colon would only name it again."""
    if _group(kind) == WHOLE:
        return title
    words = title.split(": ", 1)[-1]
    return words[:1].upper() + words[1:]


def _amount(amount: float, unit: str) -> str:
    return f"{amount:g} {unit}." if unit else ""
