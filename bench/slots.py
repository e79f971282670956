"""How full the ten slots are while work waits: forty clips, ten people, the whole product.

Discord and Eachlabs are the local ones. Clips are cheap to make here, so that the encoder does not
take the time of the bot that shares the process.
"""

import asyncio
import itertools
import shutil
import tempfile
from pathlib import Path

from bot.clock import SystemClock
from bot.domain.job import JobStatus
from bot.domain.usage import UsageFilter
from bot.log import configure_logging
from bot.stores import Stores
from sandbox.app import Sandbox
from sandbox.discord.world import World
from sandbox.eachlabs.clip_maker import ClipPlan, make_clip
from sandbox.eachlabs.server import LocalEachlabs

SPEED = 40.0
SLOTS = 10
PEOPLE = [f"Person {number}" for number in range(10)]
CLIPS_EACH = 4
CLIPS = CLIPS_EACH * len(PEOPLE)
LONGEST_S = 300
GOAL = 0.9
UNLIMITED = {
    "user_max_running": None,
    "user_max_queued": None,
    "user_jobs_per_day": None,
    "guild_max_queued": None,
    "guild_jobs_per_day": None,
    "total_usd_per_day": None,
    "max_wait_seconds": 10**6,
}


async def measure(folder: Path) -> None:
    world = World()
    world.add_server("Pier Nine", channel_names=("pier",), member_names=PEOPLE)
    sample = folder / "sample.mp4"
    make_clip(ClipPlan(prompt="a sample", duration_s=5, aspect_ratio="16:9"), sample)

    def copy_sample(_plan: ClipPlan, path: Path) -> None:
        shutil.copyfile(sample, path)

    async with Sandbox.open(
        speed=SPEED,
        data_dir=folder,
        world=world,
        eachlabs_options={"make_clip": copy_sample},
        **UNLIMITED,
    ) as sandbox:
        for number, person in itertools.product(range(CLIPS_EACH), PEOPLE):
            await world.run_command(
                "video",
                {"prompt": f"clip {number} of {person}"},
                person_id=world.person(person).id,
                channel_id=world.place("pier").id,
            )
        await _until_delivered(sandbox)
        _print(sandbox.eachlabs)


async def _until_delivered(sandbox: Sandbox) -> None:
    async with (
        asyncio.timeout(LONGEST_S),
        Stores.open(sandbox.settings, clock=SystemClock()) as stores,
    ):
        delivered = 0
        while delivered < CLIPS:
            await asyncio.sleep(0.5)
            jobs = [job async for job in stores.usage_log.stream(UsageFilter())]
            delivered = sum(job.status is JobStatus.DELIVERED for job in jobs)


def _print(eachlabs: LocalEachlabs) -> None:
    use = _slot_use(eachlabs)
    print(f"slots in use while work waited    {use:6.1%}   reference {GOAL:.0%}")
    print(f"breaches of a promise             {len(eachlabs.violations):6}   reference 0")
    print(f"predictions in flight at the most {eachlabs.concurrency_peak:6}   reference {SLOTS}")
    print(f"charges                           {len(eachlabs.ledger):6}   reference {CLIPS}")


def _slot_use(eachlabs: LocalEachlabs) -> float:
    """The mean share in use, from when the slots were first full to the last create."""
    samples = eachlabs.slot_log.samples
    first_full = next(sample.at for sample in samples if sample.in_flight == SLOTS)
    last_create = [
        after.at
        for before, after in itertools.pairwise(samples)
        if after.in_flight > before.in_flight
    ][-1]
    return eachlabs.slot_log.mean_in_flight(since=first_full, until=last_create) / SLOTS


if __name__ == "__main__":
    configure_logging(level="ERROR", fmt="console", secrets=())
    with tempfile.TemporaryDirectory() as scratch:
        asyncio.run(measure(Path(scratch)))
