"""How full the ten slots are while work waits, and where the rest of their time goes.

Four servers, twenty people, clips of 5 s and of 10 s, some rejected and some failing. The bot runs
in a process of its own; Discord and Eachlabs are the local ones, and the local Eachlabs counts.

A time-lapse magnifies what takes as long as in life: a write to the disk, a request on the wire.
So two figures are shown: the use as it was counted, and the use at life's pace, where the time
from noticing an end to the next create counts as the seconds it really took.
"""

import argparse
import asyncio
import itertools
import random
import re
import shutil
import tempfile
import time
from asyncio.subprocess import Process
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from aiohttp import hdrs, web

from bench.report import Figure, Report, publish
from bench.stage import UNLIMITED, Stage
from bot.log import configure_logging
from sandbox.discord.world import World
from sandbox.eachlabs.clip_maker import ClipPlan, make_clip
from sandbox.eachlabs.options import OptionKeywords
from sandbox.eachlabs.server import LocalEachlabs

SLOTS = 10
# The seconds of a commit and of a request are magnified as often as that.
SPEED = 16.0
CLIPS = 60
LONGEST_S = 400.0
SERVERS = {
    "Pier Nine": ("Nia", "Noor", "Nils", "Nell", "Nico"),
    "Quay Two": ("Quinn", "Qadir", "Queta", "Quim", "Qiao"),
    "Reel Four": ("Rhea", "Rune", "Ravi", "Rosa", "Remy"),
    "Set One": ("Saga", "Sami", "Sven", "Suki", "Shay"),
}
LONG_SHARE = 0.25
REJECTED_SHARE = 0.03
BROKEN_SHARE = 0.03
USE_GOAL = 99.0
USE_BEFORE = 98.0
_PREDICTION_PATH = re.compile(r"/v1/prediction/([0-9a-f-]{36})/?")

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Inquiries:
    """A middleware that notes when each prediction was asked about."""

    def __init__(self) -> None:
        self.asked_at: dict[str, list[float]] = {}

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        response = await handler(request)
        asked = _PREDICTION_PATH.fullmatch(request.path)
        if request.method == hdrs.METH_GET and asked is not None:
            self.asked_at.setdefault(asked[1], []).append(time.time())
        return response


@dataclass(frozen=True, kw_only=True, slots=True)
class Life:
    """One prediction on the wall clock. `noticed_at` is None when nobody asked after its end."""

    created_at: float
    ended_at: float
    noticed_at: float | None


@dataclass(frozen=True, kw_only=True, slots=True)
class SlotUse:
    """Slot-seconds of the wall clock: at work, ended and not noticed, noticed and not refilled."""

    busy_s: float
    unnoticed_s: float
    empty_s: float
    ends: int
    refills: int

    @property
    def counted(self) -> float:
        """The share in use, as the time-lapse has it."""
        return self.busy_s / (self.busy_s + self.unnoticed_s + self.empty_s)

    def at_lifes_pace(self, speed: float) -> float:
        """The share if generations and polls took their real time, and the rest as long as here."""
        real_busy_s = self.busy_s * speed
        return real_busy_s / (real_busy_s + self.unnoticed_s * speed + self.empty_s)

    @property
    def notice_s(self) -> float:
        """Seconds of the wall clock until an end is noticed, on average."""
        return self.unnoticed_s / self.ends

    @property
    def refill_s(self) -> float:
        """Real seconds from noticing an end to the next create, on average."""
        return self.empty_s / self.refills


def slot_use(lives: Sequence[Life], *, slots: int) -> SlotUse:
    """Add up the stretch from when all slots were first taken to the last create."""
    starts = sorted(life.created_at for life in lives)
    begin, end = starts[slots - 1], starts[-1]

    def within(from_at: float, to_at: float) -> float:
        return max(0.0, min(to_at, end) - max(from_at, begin))

    busy_s = sum(within(life.created_at, life.ended_at) for life in lives)
    unnoticed_s = sum(
        within(life.ended_at, end if life.noticed_at is None else life.noticed_at) for life in lives
    )
    return SlotUse(
        busy_s=busy_s,
        unnoticed_s=unnoticed_s,
        empty_s=(end - begin) * slots - busy_s - unnoticed_s,
        ends=sum(begin < life.ended_at < end for life in lives),
        refills=sum(start > begin for start in starts),
    )


def measure(*, clips: int = CLIPS, speed: float = SPEED) -> Report:
    with tempfile.TemporaryDirectory() as scratch:
        return asyncio.run(_measure(Path(scratch), clips=clips, speed=speed))


async def _measure(folder: Path, *, clips: int, speed: float) -> Report:
    inquiries = Inquiries()
    world = World()
    for server, people in SERVERS.items():
        world.add_server(server, channel_names=(f"{server} films",), member_names=people)
    async with Stage.open(
        folder,
        speed=speed,
        world=world,
        eachlabs=OptionKeywords(make_clip=_copying(folder / "sample.mp4")),
        eachlabs_middlewares=(inquiries.middleware,),
        settings=UNLIMITED,
    ) as stage:
        stage.eachlabs.faults.switch_on("prompt_rejected", share=REJECTED_SHARE)
        stage.eachlabs.faults.switch_on("provider_error", share=BROKEN_SHARE)
        async with stage.bot() as process:
            await stage.until_ready(process)
            await _ask(world, clips)
            await _until_created(stage, process, clips)
        use = slot_use(_lives(stage.eachlabs, inquiries), slots=SLOTS)
        return _report(use, stage.eachlabs, clips=clips, speed=speed)


def _copying(sample: Path) -> Callable[[ClipPlan, Path], None]:
    """Clips are cheap here: the encoder must not take the processor from the bot."""
    make_clip(ClipPlan(prompt="a sample", duration_s=5, aspect_ratio="16:9"), sample)

    def copy_sample(_plan: ClipPlan, path: Path) -> None:
        shutil.copyfile(sample, path)

    return copy_sample


async def _ask(world: World, clips: int) -> None:
    """Everybody in turn, across the servers."""
    chance = random.Random(1)
    everybody = [
        (server, person)
        for people in zip(*SERVERS.values(), strict=True)
        for server, person in zip(SERVERS, people, strict=True)
    ]
    for number, (server, person) in zip(range(clips), itertools.cycle(everybody), strict=False):
        is_long = chance.random() < LONG_SHARE
        asked = await world.run_command(
            "video",
            {"prompt": f"clip {number} of {person}", "duration": 10 if is_long else 5},
            person_id=world.person(person).id,
            channel_id=world.place(f"{server} films").id,
        )
        await world.settled(int(asked["id"]))


async def _until_created(stage: Stage, process: Process, clips: int) -> None:
    async with asyncio.timeout(LONGEST_S):
        while len(stage.eachlabs.ledger) < clips:
            stage.check_runs(process)
            await asyncio.sleep(0.1)


def _lives(eachlabs: LocalEachlabs, inquiries: Inquiries) -> list[Life]:
    lives = []
    for row in eachlabs.ledger:
        created_at = row.created_at.timestamp()
        ended_at = created_at + row.run_time_s if row.run_time_s else float("inf")
        later = (at for at in inquiries.asked_at.get(row.prediction_id, ()) if at >= ended_at)
        lives.append(Life(created_at=created_at, ended_at=ended_at, noticed_at=next(later, None)))
    return lives


def _report(use: SlotUse, eachlabs: LocalEachlabs, *, clips: int, speed: float) -> Report:
    all_s = use.busy_s + use.unnoticed_s + use.empty_s
    breaches, peak = len(eachlabs.violations), eachlabs.concurrency_peak
    return Report(
        name="slots",
        title=f"Ten slots, {clips} clips from four servers, {speed:g} times as fast as life",
        figures=(
            Figure(
                name="slots in use while work waited, as counted",
                value=100 * use.counted,
                unit="%",
                reference=USE_BEFORE,
                goal=USE_GOAL,
                higher_is_better=True,
            ),
            Figure(
                name="slots in use while work waited, at life's pace",
                value=100 * use.at_lifes_pace(speed),
                unit="%",
                reference=USE_BEFORE,
                goal=USE_GOAL,
                higher_is_better=True,
            ),
            Figure(
                name="lost until an end is noticed",
                value=100 * use.unnoticed_s / all_s,
                unit="%",
                reference=None,
            ),
            Figure(
                name="mean time until an end is noticed, in life's seconds",
                value=use.notice_s * speed,
                unit="s",
                reference=None,
            ),
            Figure(
                name="from noticing an end to the next create, in real seconds",
                value=use.refill_s,
                unit="s",
                reference=None,
            ),
            Figure(
                name="breaches of a promise to the account",
                value=breaches,
                unit="",
                reference=None,
                goal=0,
            ),
            Figure(
                name="predictions in flight at the most",
                value=peak,
                unit="",
                reference=SLOTS,
                goal=SLOTS,
            ),
        ),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clips", type=int, default=CLIPS)
    parser.add_argument("--speed", type=float, default=SPEED)
    arguments = parser.parse_args()
    configure_logging(level="ERROR", fmt="console", secrets=())
    publish(measure(clips=arguments.clips, speed=arguments.speed))


if __name__ == "__main__":
    main()
