"""Brings a row of the fault table about: does its steps, and waits for its end."""

import asyncio
from dataclasses import asdict
from typing import Any, Final

from bot.domain.ids import JobId
from bot.domain.job import Job, JobStatus
from sandbox.discord.faults import FaultName
from sandbox.eachlabs.faults import FaultKind
from tests.support.stage import Stage
from tests.support.waiting import until_async
from tests.wire.showreel.fault_table_row import FaultRow
from tests.wire.showreel.fault_table_stage import (
    BRISK,
    HALTED,
    LEAVING_CHANNEL,
    LEAVING_MEMBER,
    LEAVING_SERVER,
    LEAVING_SOON,
    MEMBER,
    SERVER,
    PushableClock,
)
from tests.wire.showreel.fault_table_steps import (
    Ask,
    Cancel,
    Discord,
    Eachlabs,
    Finish,
    Happens,
    Mend,
    Pass,
    Step,
    Until,
    UntilCosted,
    UntilPutOff,
    UntilStruck,
    WorldEvent,
)

ENDS_WITHIN_S: Final = 15.0
# What is due after a push needs this long for its round trip before the next one.
ROUND_TRIP_S: Final = 0.04
STRIDES_AT_MOST: Final = 200
WHILE_HELD_S: Final = 70.0
RETRY_STRIDE_S: Final = 0.5


class Play:
    """One row on one stage. `prompt` tells its job from every other row's."""

    def __init__(self, row: FaultRow, *, stage: Stage, clock: PushableClock) -> None:
        self.row = row
        self.stage = stage
        self.clock = clock
        self.prompt = f"the row {row.id}".replace("-", " ").replace("_", " ")
        self.channel, self.person = _scene(row)
        self.answered: dict[str, Any] = {}
        self.missed: list[str] = []
        self._struck_before = dict(stage.eachlabs.faults.struck)

    async def perform(self) -> Job:
        """Do every step; returns the job once it has ended as the row says, or at last.

        `missed` then names the faults that were switched on and never met.
        """
        try:
            for step in self.row.steps:
                await self._do(step)
            await self._until_ended()
            return await self.job()
        finally:
            self._mend()
            self.stage.eachlabs.speed = BRISK
            person_id = self.stage.world.person(self.person).id
            self.stage.world.set_direct_messages(person_id=person_id, is_open=True)

    async def job(self) -> Job:
        (job,) = await self._jobs()
        return job

    async def _jobs(self) -> list[Job]:
        return [job for job in await self.stage.jobs() if job.request.prompt == self.prompt]

    async def _do(self, step: Step) -> None:
        match step:
            case Eachlabs():
                self.stage.eachlabs.faults.switch_on(
                    step.kind, times=step.times, amount=step.amount
                )
            case Discord():
                self._switch_on(step)
            case Happens():
                self._let_happen(step.event)
            case Ask():
                await self._ask(step)
            case Cancel():
                await self._press_cancel()
            case Finish():
                self.stage.eachlabs.speed = BRISK
            case Mend():
                self._mend()
            case _:
                await self._wait(step)

    async def _wait(self, step: Step) -> None:
        match step:
            case Until():
                await self._until_status(step.status)
            case UntilStruck():
                await self._until_struck(step)
            case UntilPutOff():
                await until_async(self._was_put_off)
            case UntilCosted():
                await self._until_costed()
            case Pass():
                await self._pass(step)

    async def _until_struck(self, step: UntilStruck) -> None:
        """Push the moment on at which the product tries again, by so little that no more is due."""
        async with asyncio.timeout(ENDS_WITHIN_S):
            while self._struck(step.kind) < step.times:
                await asyncio.sleep(ROUND_TRIP_S)
                await self.clock.push(RETRY_STRIDE_S)

    def _struck(self, kind: FaultKind) -> int:
        return self.stage.eachlabs.faults.struck.get(kind, 0) - self._struck_before.get(kind, 0)

    def _switch_on(self, step: Discord) -> None:
        channel_id = self.stage.world.place(self.channel).id
        values = asdict(step) | {"path": step.path.format(channel=channel_id)}
        self.stage.discord.faults.switch_on(values.pop("name"), **values)

    def _let_happen(self, event: WorldEvent) -> None:
        world = self.stage.world
        channel_id, person_id = world.place(self.channel).id, world.person(self.person).id
        match event:
            case WorldEvent.CHANNEL_DELETED:
                world.delete_channel(channel_id)
            case WorldEvent.MAY_NOT_ATTACH:
                world.set_bot_permission("attach_files", channel_id=channel_id, allowed=False)
            case WorldEvent.MAY_NOT_SEND:
                world.set_bot_permission("send_messages", channel_id=channel_id, allowed=False)
            case WorldEvent.MEMBER_LEFT:
                world.backend.remove_member(world.place(SERVER).id, person_id)
            case WorldEvent.BOT_REMOVED:
                world.remove_bot(world.place(LEAVING_SERVER).id)
            case WorldEvent.DIRECT_MESSAGES_CLOSED:
                world.set_direct_messages(person_id=person_id, is_open=False)

    async def _ask(self, step: Ask) -> None:
        self.stage.eachlabs.speed = HALTED if step.slow else BRISK
        options: dict[str, Any] = {"private": True} if step.private else {}
        self.answered = await self.stage.video(
            self.prompt, person=self.person, channel=self.channel, **options
        )
        await until_async(self._is_settled_with_discord)

    async def _is_settled_with_discord(self) -> bool:
        """Confirmed, or so much in doubt that only time will tell."""
        jobs = await self._jobs()
        return bool(jobs) and (
            jobs[0].acknowledged_at is not None
            or not self.row.created
            or self.row.fault is FaultName.LOSE_CALLBACK_ANSWER
        )

    async def _press_cancel(self) -> None:
        card = await self.card()
        assert card is not None
        await self.stage.press("Cancel", card, person=self.person, channel=self.channel)

    async def card(self) -> dict[str, Any] | None:
        """The row's card, as the member sees it; None when nobody sees it any more."""
        job = await self.job()
        seen = self.stage.sees(self.person, self.channel)
        return next((m for m in seen if m["id"] == str(job.card_message_id)), None)

    async def _until_status(self, *wanted: JobStatus) -> None:
        async def there() -> bool:
            jobs = await self._jobs()
            return bool(jobs) and jobs[0].status in wanted

        await until_async(there, within_s=ENDS_WITHIN_S)

    async def _was_put_off(self) -> bool:
        steps = await self.stage.events(JobId((await self.job()).id))
        return any(
            event.before is JobStatus.SUBMITTING and event.after is JobStatus.QUEUED
            for event in steps
        )

    async def _pass(self, step: Pass) -> None:
        """Push on only while the job waits there: the rest of its life runs in real time."""
        await self._until_status(step.while_in, self.row.status)
        for _ in range(step.at_most or STRIDES_AT_MOST):
            if (await self.job()).status is not step.while_in:
                return
            await self.clock.push(step.stride_s)
            await asyncio.sleep(ROUND_TRIP_S)

    async def _until_costed(self) -> None:
        await self._until_status(self.row.status)
        for _ in range(STRIDES_AT_MOST):
            if (await self.job()).cost_usd is not None:
                return
            await self.clock.push(WHILE_HELD_S)
            await asyncio.sleep(ROUND_TRIP_S)

    async def _until_ended(self) -> None:
        try:
            await self._until_status(self.row.status)
        except TimeoutError:
            return  # the comparison with the row says where it stands instead

    def _mend(self) -> None:
        self._note_missed()
        self.stage.eachlabs.faults.clear()
        self.stage.discord.faults.all_off()

    def _note_missed(self) -> None:
        """A row says nothing about a fault that did not strike.

        Two strike as they are switched on, and nothing counts that.
        """
        switched_on = {switch.kind for switch in self.stage.eachlabs.faults.active}
        self.missed += [kind for kind in switched_on - {FaultKind.AWAY} if not self._struck(kind)]
        left = self.stage.discord.faults.active()
        self.missed += [
            fault["name"]
            for fault in left
            if fault["times_left"] is not None and fault["name"] != FaultName.CUT_GATEWAY
        ]


def channel_of(row: FaultRow) -> str:
    """A name that Discord takes."""
    return row.id.replace("_", "-").replace("'", "")


def _scene(row: FaultRow) -> tuple[str, str]:
    match row.fault:
        case WorldEvent.BOT_REMOVED:
            return LEAVING_CHANNEL, LEAVING_MEMBER
        case WorldEvent.MEMBER_LEFT:
            return channel_of(row), LEAVING_SOON
        case _:
            return channel_of(row), MEMBER
