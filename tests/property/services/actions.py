"""What can happen in a story. Each prints as it is written, so that a failure can be retold."""

from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from bot.domain.errors import IllegalTransitionError, StorageUnavailableError
from bot.domain.ids import PredictionId
from bot.domain.job import OPERATOR, JobStatus
from bot.services.blocks import BlockWish
from tests.property.services.world import World, job_id_of
from tests.support.workshop import GUILD, MEMBER, MODERATOR, presser


class Action(Protocol):
    async def on(self, world: World) -> None: ...


@dataclass(frozen=True)
class Ask:
    prompt: str
    card: str
    private: bool

    async def on(self, world: World) -> None:
        world.order(self.prompt, card=self.card, private=self.private)


@dataclass(frozen=True)
class Wait:
    seconds: float

    async def on(self, world: World) -> None:
        await world.pass_time(self.seconds)


@dataclass(frozen=True)
class Finish:
    """A prediction ends."""

    which: int
    outcome: str

    async def on(self, world: World) -> None:
        running = world.eachlabs.running()
        if running:
            world.eachlabs.end(running[self.which % len(running)], self.outcome)


@dataclass(frozen=True)
class Cancel:
    which: int
    by_moderator: bool

    async def on(self, world: World) -> None:
        row = world.chosen(self.which)
        if row is None:
            return
        who = presser(MODERATOR, moderator=True) if self.by_moderator else presser(MEMBER)
        cancellation = world.process.workshop.cancellation

        async def cancel() -> None:
            await cancellation.cancel(job_id_of(row), presser=who)

        world.process.begin(cancel())


@dataclass(frozen=True)
class Decide:
    """Moderators pause their server, let it go on, or block the member."""

    what: str

    async def on(self, world: World) -> None:
        workshop = world.process.workshop
        wish = BlockWish(user_id=MEMBER, guild_id=GUILD, by=MODERATOR, length="1h")

        async def decide() -> None:
            match self.what:
                case "pause":
                    await workshop.pauses.pause(GUILD, by=MODERATOR, reason="")
                case "resume":
                    await workshop.pauses.resume(GUILD, by=MODERATOR)
                case _:
                    await workshop.blocks.block(wish)

        async def unless_away() -> None:
            with suppress(StorageUnavailableError):
                await decide()

        world.process.begin(unless_away())


@dataclass(frozen=True)
class Settle:
    """The operator closes an unknown job, from a process of their own."""

    which: int
    charged: bool

    async def on(self, world: World) -> None:
        row = world.chosen(self.which, JobStatus.UNKNOWN)
        if row is None:
            return
        now = world.clock.now()
        try:
            await world.process.workshop.store.transition(
                job_id_of(row),
                JobStatus.FAILED,
                actor=OPERATOR,
                at=now,
                detail="settled",
                only_from=JobStatus.UNKNOWN,
                finished_at=now,
                cost_usd=row.cost_estimated_usd if self.charged else Decimal(0),
            )
        except (StorageUnavailableError, IllegalTransitionError):
            return


@dataclass(frozen=True)
class Fail:
    """The next calls of a kind go wrong in this way."""

    call: str
    fault: str
    times: int

    async def on(self, world: World) -> None:
        world.trouble.line_up(self.call, self.fault, times=self.times)


@dataclass(frozen=True)
class SendAway:
    part: str
    seconds: float

    async def on(self, world: World) -> None:
        world.trouble.send_away(self.part, seconds=self.seconds)


@dataclass(frozen=True)
class Shut:
    """A way to the member, or the bot's look at the channel, is closed until the trouble ends."""

    way: str

    async def on(self, world: World) -> None:
        world.trouble.closed_ways.add(self.way)


@dataclass(frozen=True)
class Kill:
    """The process dies some steps from now, and perhaps once more soon after its restart."""

    after_steps: int
    and_again_after: int | None

    async def on(self, world: World) -> None:
        world.die_after(self.after_steps, and_again_after=self.and_again_after)


@dataclass(frozen=True)
class Restart:
    """SIGTERM, and a new process."""

    async def on(self, world: World) -> None:
        await world.stop_and_start()


@dataclass(frozen=True)
class Hint:
    """A webhook names a job and a prediction: its own one, another job's, or nobody's."""

    which: int
    names: str

    async def on(self, world: World) -> None:
        row = world.chosen(self.which)
        if row is None:
            return
        made = world.eachlabs.made.values()
        ids = {
            "own": [each.id for each in made if each.job_id == row.id],
            "foreign": [each.id for each in made if each.input["prompt"] != row.prompt],
            "nobodys": [PredictionId("nobodys")],
        }
        prediction_id = next(iter(ids.get(self.names, ())), None)
        world.process.workshop.worker.hint(job_id_of(row), prediction_id)
