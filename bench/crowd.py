"""Many members who type `/video` in the same moment, and a Discord that only takes the answers.

The model behind the local Discord checks and shows every answer, on one of the same two cores that
the bot needs. So in a rush it steps aside: interactions are built beforehand, and a first answer is
noted when the last byte of its body is there, and confirmed in the shape that the model itself gave
an earlier one.
"""

import asyncio
import json
import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final, Self

from aiohttp import web
from simcord.enums import InteractionType

from sandbox.discord.commands import CommandForm
from sandbox.discord.occasions import Occasion, begin_interaction
from sandbox.discord.world import World

SERVERS: Final = 10
MEMBERS_EACH: Final = 30
PROMPT: Final = "a red fox crosses a snowy road at dawn, filmed from a slow drone, soft light"

_FIRST_ANSWER: Final = re.compile(r"/api/v10/interactions/(\d+)/[^/]+/callback")
_MESSAGE: Final = re.compile(r"/api/v10/(?:webhooks|channels)/.+/messages/[^/]+")
_EPHEMERAL: Final = 1 << 6

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What one `/video` got. `after_s` is from the gateway's hand to the answer's last byte."""

    after_s: float
    accepted: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Rush:
    """What became of those who asked at once. Who was not answered is not among the answers."""

    asked: int
    answers: tuple[Answer, ...]
    discord_cpu_s: float

    @property
    def accepted_s(self) -> list[float]:
        return [answer.after_s for answer in self.answers if answer.accepted]

    @property
    def refused_s(self) -> list[float]:
        return [answer.after_s for answer in self.answers if not answer.accepted]


class AnswerDesk:
    """Stands before the local Discord's model, as a middleware; closed, it lets everything by."""

    def __init__(self) -> None:
        self._is_open = False
        self._shape: _Shape | None = None
        self._asked_at: dict[str, float] = {}
        self._arrived: dict[str, tuple[float, bytes]] = {}
        self._all_answered = asyncio.Event()
        self._expected = 0
        self._was_answered_twice = False

    def open(self) -> None:
        """Take answers in the model's place from now on; the model must have taken one before."""
        if self._shape is None:
            raise RuntimeError("no answer was seen yet whose shape could be given back")
        self._is_open = True

    def begin(self, *, expected: int) -> None:
        self._asked_at.clear()
        self._arrived.clear()
        self._all_answered.clear()
        self._expected = expected

    def ask(self, interaction_id: str) -> None:
        self._asked_at[interaction_id] = time.perf_counter()

    async def until_answered(self, *, within_s: float) -> tuple[Answer, ...]:
        """Return what arrived when every request has its answer, or when time is up.

        Raises RuntimeError when one was answered twice.
        """
        waiting = asyncio.create_task(self._all_answered.wait())
        await asyncio.wait({waiting}, timeout=within_s)
        waiting.cancel()
        if self._was_answered_twice:
            raise RuntimeError("a request was answered twice")
        return tuple(
            Answer(after_s=at - self._asked_at[number], accepted=not _is_ephemeral(body))
            for number, (at, body) in self._arrived.items()
        )

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        first = _FIRST_ANSWER.fullmatch(request.path)
        if first is not None:
            return await self._first_answer(request, handler, first[1])
        if self._is_open and request.method == "PATCH" and _MESSAGE.fullmatch(request.path):
            await request.read()
            return _json_response(self._known_shape.message)
        return await handler(request)

    async def _first_answer(
        self, request: web.Request, handler: Handler, interaction_id: str
    ) -> web.StreamResponse:
        body = await request.read()
        if self._is_open:
            self._note(interaction_id, body)
            return _json_response(self._known_shape.confirmation(interaction_id))
        confirmed = await handler(request)
        if isinstance(confirmed, web.Response) and isinstance(confirmed.body, bytes):
            self._shape = _Shape.of(confirmed.body)
        return confirmed

    def _note(self, interaction_id: str, body: bytes) -> None:
        if interaction_id not in self._asked_at:
            return  # of an earlier rush, whose end it missed
        self._was_answered_twice |= interaction_id in self._arrived
        self._arrived[interaction_id] = time.perf_counter(), body
        if len(self._arrived) == self._expected:
            self._all_answered.set()

    @property
    def _known_shape(self) -> "_Shape":
        if self._shape is None:
            raise RuntimeError("the desk is not open")
        return self._shape


@dataclass(frozen=True, kw_only=True, slots=True)
class _Shape:
    """An answer of the model, to be given again for other interactions."""

    text: bytes
    interaction_id: bytes
    message: bytes

    @classmethod
    def of(cls, body: bytes) -> Self:
        confirmed = json.loads(body)
        return cls(
            text=body,
            interaction_id=confirmed["interaction"]["id"].encode(),
            message=json.dumps(confirmed["resource"]["message"]).encode(),
        )

    def confirmation(self, interaction_id: str) -> bytes:
        return self.text.replace(self.interaction_id, interaction_id.encode())


class Crowd:
    """Members of several servers. Bring them in before the bot connects."""

    def __init__(self, world: World) -> None:
        self._world = world
        names = [f"Guest {number}" for number in range(SERVERS * MEMBERS_EACH)]
        for server in range(SERVERS):
            world.add_server(
                f"Pier {server}",
                channel_names=(f"pier-{server}",),
                member_names=names[server::SERVERS],
            )
        self._names = names

    async def ask_once(self) -> None:
        """One `/video` that the model takes itself, from first to last."""
        begun = await self._world.run_command(
            "video",
            {"prompt": PROMPT},
            person_id=self._person_id(0),
            channel_id=self._channel_id(0),
        )
        settled = await self._world.settled(int(begun["id"]))
        if settled["state"] != "answered":
            raise RuntimeError(f"a single request was not answered: {settled['state']}")

    async def rush(self, desk: AnswerDesk, *, members: int, within_s: float) -> Rush:
        """Let this many type `/video` at once, one server's member after another's."""
        payloads = [self.request(number) for number in range(members)]
        desk.begin(expected=members)
        cpu_s = time.process_time()
        for payload in payloads:
            # Made now: the bot reads from it how long ago the member asked.
            interaction_id = str(self._world.backend.snowflake())
            desk.ask(interaction_id)
            self._world.backend.emit("INTERACTION_CREATE", {**payload, "id": interaction_id})
            await asyncio.sleep(0)
        answers = await desk.until_answered(within_s=within_s)
        return Rush(asked=members, answers=answers, discord_cpu_s=time.process_time() - cpu_s)

    def request(self, number: int) -> dict[str, Any]:
        """What the gateway tells of the `/video` of the guest with this number."""
        person_id, channel_id = self._person_id(number), self._channel_id(number)
        form = CommandForm(
            self._world.backend, person_id=person_id, channel_id=channel_id, name="video"
        )
        _, payload = begin_interaction(
            self._world.backend,
            Occasion(person_id=person_id, channel_id=channel_id, locale="en-GB"),
            kind=InteractionType.APPLICATION_COMMAND,
            data=form.filled_in({"prompt": PROMPT}),
        )
        return payload

    def _person_id(self, number: int) -> int:
        return self._world.person(self._names[number % len(self._names)]).id

    def _channel_id(self, number: int) -> int:
        return self._world.place(f"pier-{number % SERVERS}").id


def _json_response(body: bytes) -> web.Response:
    return web.Response(body=body, content_type="application/json", headers={"Via": "1.1 google"})


def _is_ephemeral(body: bytes) -> bool:
    data = json.loads(body)["data"]
    return bool(data.get("flags", 0) & _EPHEMERAL)
