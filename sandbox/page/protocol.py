"""The page's JSON protocol, over one WebSocket at ``/live``. Everything about it stands here.

**Requests** (page to server) are ``{"id": 7, "do": "press", …}``. Each gets exactly one
answer: ``{"re": 7, "ok": true, …}`` or ``{"re": 7, "ok": false, "error": "A sentence."}``,
the latter with ``"option"`` when one field of a command is at fault. Ids are strings, as on
Discord's wire. A connection speaks for one person at a time.

=============== ============================================= ==================================
do              fields                                        answer
=============== ============================================= ==================================
be              person                                        view
open            channel                                       messages, oldest first
commands        channel                                       commands: name, label, description,
                                                              options
say             channel, content
run             channel, command ("videos list"), options     modal, if the bot opened one
suggest         channel, command, option, typed, options      choices: name, value
press           channel, message, custom_id                   modal, if the bot opened one
choose          channel, message, custom_id, values           modal, if the bot opened one
submit          interaction, values by custom_id              modal, if the bot opened one
remove          channel, message                              (an ephemeral one is dismissed)
language        value: the language that one reads
server_language server, value: the language of a server
speed           value
fault           service, name, on
=============== ============================================= ==================================

``run``, ``press``, ``choose`` and ``submit`` are answered once the bot has reacted, and
refused when it stays silent for Discord's three seconds. A **modal** is Discord's own
``{title, custom_id, components}`` plus the ``interaction`` to name in ``submit``.

**Events** (server to page) are ``{"event": "message", …}``:

================= ==========================================================================
event             fields
================= ==========================================================================
people            people: id, name, note, locale, bot. Sent first; the page then says who it is
view              view, after servers, channels or permissions changed
message           message, is_new (false for an edit)
gone              channel, messages (ids)
ping              person: somebody other than the connection's person was mentioned
commands_changed  the bot registered other commands
bot               online
stale             the page fell behind and should open its channel again
backstage         speed, spend, window, faults (see ``backstage.py``)
================= ==========================================================================

A command's and an option's ``name`` is what the bot is sent; ``label`` and ``description``
are what the person reads, in their language.

A **view** is what one person may see: ``you``, ``languages`` (code, name), ``servers`` (id,
name, locale, channels, members, roles) and ``direct`` (channels). A channel has id, name,
label, kind (``text`` or ``direct``), type, topic, can_send and can_moderate.

A **message** is Discord's message object with ``ephemeral``, ``thinking`` and
``pinged_user_ids`` beside it; the addresses of its files lead to this server, so that the
browser need not trust the local Discord's certificate.
"""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

ValueT = TypeVar("ValueT")


class Action(StrEnum):
    """What a page may ask for."""

    BE = "be"
    OPEN = "open"
    COMMANDS = "commands"
    SAY = "say"
    RUN = "run"
    SUGGEST = "suggest"
    PRESS = "press"
    CHOOSE = "choose"
    SUBMIT = "submit"
    REMOVE = "remove"
    LANGUAGE = "language"
    SERVER_LANGUAGE = "server_language"
    SPEED = "speed"
    FAULT = "fault"


Event = dict[str, Any]


class RequestError(Exception):
    """The page asked for something that makes no sense; the text is safe to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request, its fields still unread: each reader checks the type it needs."""

    id: int
    action: Action
    fields: dict[str, Any]

    def text(self, name: str) -> str:
        return self._typed(name, str)

    def snowflake(self, name: str) -> int:
        value = self.text(name)
        if not (value.isascii() and value.isdecimal()):
            raise RequestError(f"{name} is not an id.")
        return int(value)

    def mapping(self, name: str) -> dict[str, Any]:
        return self._typed(name, dict)

    def texts(self, name: str) -> list[str]:
        values = self._typed(name, list)
        if not all(isinstance(value, str) for value in values):
            raise RequestError(f"{name} is not a list of texts.")
        return values

    def switch(self, name: str) -> bool:
        return self._typed(name, bool)

    def number(self, name: str) -> float:
        value = self.fields.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise RequestError(f"{name} is not a number.")
        return float(value)

    def _typed(self, name: str, kind: type[ValueT]) -> ValueT:
        value = self.fields.get(name)
        if not isinstance(value, kind):
            raise RequestError(f"{name} is missing or of the wrong kind.")
        return value


def read_request(frame: str) -> Request:
    """Raise RequestError when the frame is no request at all."""
    try:
        fields = json.loads(frame)
    except ValueError as error:
        raise RequestError("That is not JSON.") from error
    if not isinstance(fields, dict) or not isinstance(fields.get("id"), int):
        raise RequestError("A request is an object with an id.")
    try:
        action = Action(str(fields.get("do")))
    except ValueError as error:
        raise RequestError("There is no such action.") from error
    return Request(id=fields["id"], action=action, fields=fields)


def answer(request_id: int, **fields: Any) -> Event:
    return {"re": request_id, "ok": True, **fields}


def refusal(request_id: int, sentence: str, *, option: str | None = None) -> Event:
    refused: Event = {"re": request_id, "ok": False, "error": sentence}
    return refused if option is None else {**refused, "option": option}


def event(name: str, **fields: Any) -> Event:
    return {"event": name, **fields}
