"""The members: who asks for what, where, and what of it stands in Discord afterwards."""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum, auto
from typing import Any

from sandbox.discord.faults import FaultName, FaultSwitches
from sandbox.discord.views import message_view
from sandbox.discord.world import World
from tests.support.waiting import until

JOB_BUTTON = re.compile(r"showreel:[a-z]+:(\d+)")
CLIP_FILE = re.compile(r"showreel-([0-9A-Z]+)\.mp4")
WRITABLE_PLACES = (("Mira", "showreel"), ("Ada", "general"), ("Sol", "lobby"))
UNREADABLE_PLACE = ("Sol", "late-cuts")
# Takes no direct messages.
UNREACHABLE_PLACE = ("Jonas", "showreel")
DURATIONS_S = (5, 10)
RATIOS = ("16:9", "9:16", "1:1")
CFG_SCALES = (0.0, 0.3, 0.5, 1.0)


class Manner(Enum):
    """How a result comes back. Where the bot may not read, it cannot look for it again."""

    PUBLIC = auto()
    PRIVATE = auto()
    UNREADABLE = auto()
    DIRECT = auto()
    NOWHERE = auto()

    @property
    def can_be_looked_up(self) -> bool:
        return self in {Manner.PUBLIC, Manner.DIRECT}


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    prompt: str
    person: str
    manner: Manner
    interaction_id: int


class Clockwork:
    """Discord's clock, which may leap while no bot runs."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def leap(self, by: timedelta) -> None:
        self._ahead += by


class Audience:
    def __init__(self, world: World, *, faults: FaultSwitches) -> None:
        self._world = world
        self._faults = faults
        self.wishes: list[Wish] = []
        # The job id on each card that stood, by the prompt that was asked for.
        self.cards: dict[str, int] = {}
        for permission in ("read_message_history", "send_messages"):
            world.set_bot_permission(
                permission, channel_id=world.place(UNREADABLE_PLACE[1]).id, allowed=False
            )
        world.set_direct_messages(person_id=world.person(UNREACHABLE_PLACE[0]).id, is_open=False)

    async def ask(self, manner: Manner, *, chance: random.Random) -> Wish:
        person, channel = chance.choice(_places(manner))
        where = {
            "person_id": self._world.person(person).id,
            "channel_id": self._world.place(channel).id,
        }
        await until(lambda: self._offers_video(**where), within_s=20)
        prompt = f"clip {len(self.wishes)} for {person}"
        begun = await self._world.run_command(
            "video",
            {
                "prompt": prompt,
                "duration": chance.choice(DURATIONS_S),
                "aspect_ratio": chance.choice(RATIOS),
                "cfg_scale": chance.choice(CFG_SCALES),
                "private": manner in {Manner.PRIVATE, Manner.DIRECT, Manner.NOWHERE},
            },
            **where,
        )
        wish = Wish(prompt=prompt, person=person, manner=manner, interaction_id=int(begun["id"]))
        self.wishes.append(wish)
        return wish

    async def answered(self, wish: Wish) -> None:
        await self._world.settled(wish.interaction_id)

    def let_token_die(self, wish: Wish) -> None:
        """As after a quarter of an hour: what is still to come must go directly."""
        token = self._world.backend.interactions[wish.interaction_id].token
        self._faults.switch_on(FaultName.DEAD_INTERACTION_TOKEN, path=f"/webhooks/*/{token}*")

    def is_direct(self, channel_id: int) -> bool:
        return self._world.backend.get_channel(channel_id).guild_id is None

    def wish_of(self, interaction_id: int) -> Wish:
        return next(wish for wish in self.wishes if wish.interaction_id == interaction_id)

    def note_card(self, interaction_id: int) -> None:
        """A card's buttons go when it folds, so it is read as soon as it stands."""
        wish = self.wish_of(interaction_id)
        job_id = self._card_of(wish)
        if job_id is not None:
            self.cards[wish.prompt] = job_id

    def out_of_reach(self) -> frozenset[str]:
        """Prompts of whom only an interaction's token reaches, which dies after a quarter hour."""
        person = UNREACHABLE_PLACE[0]
        return frozenset(
            wish.prompt
            for wish in self.wishes
            if wish.person == person and wish.manner in {Manner.PRIVATE, Manner.NOWHERE}
        )

    def words(self) -> list[str]:
        """What every message says, wherever it stands."""
        return [
            message.content
            for messages in self._world.backend.messages.values()
            for message in messages.values()
        ]

    def clips(self) -> Mapping[str, Sequence[int]]:
        """The messages that carry the clip of each reference, wherever they stand."""
        found: dict[str, list[int]] = {}
        for message in self._messages():
            for reference in clip_references(message):
                found.setdefault(reference, []).append(int(message["id"]))
        return found

    def _offers_video(self, *, person_id: int, channel_id: int) -> bool:
        offered = self._world.commands(channel_id, person_id=person_id)
        return any(command["name"] == "video" for command in offered)

    def _card_of(self, wish: Wish) -> int | None:
        interaction = self._world.interaction(wish.interaction_id)
        if interaction["message_id"] is None:
            return None
        stored = self._world.backend.messages[int(interaction["channel_id"])]
        card = stored.get(int(interaction["message_id"]))
        if card is None:
            return None
        found = JOB_BUTTON.search(str(message_view(self._world.backend, card)["components"]))
        return None if found is None else int(found[1])

    def _messages(self) -> Iterator[dict[str, Any]]:
        for messages in self._world.backend.messages.values():
            for message in messages.values():
                yield message_view(self._world.backend, message)


def _places(manner: Manner) -> Sequence[tuple[str, str]]:
    match manner:
        case Manner.UNREADABLE:
            return (UNREADABLE_PLACE,)
        case Manner.NOWHERE:
            return (UNREACHABLE_PLACE,)
        case Manner.DIRECT:
            return WRITABLE_PLACES
        case _:
            return (*WRITABLE_PLACES, UNREACHABLE_PLACE)


def clip_references(message: dict[str, Any]) -> list[str]:
    names = [str(attachment["filename"]) for attachment in message.get("attachments", ())]
    return [found[1] for name in names if (found := CLIP_FILE.fullmatch(name))]
