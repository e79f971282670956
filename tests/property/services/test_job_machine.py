"""Any story of a few jobs, with faults between any two steps, keeps every promise."""

import asyncio
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, given, note, settings

from tests.property.services.actions import Action
from tests.property.services.promises import broken_always, broken_at_the_end
from tests.property.services.stories import STORIES
from tests.property.services.world import World

# For a long hunt, name a number of stories: then they are other ones each time.
_HUNTED = int(os.environ.get("SHOWREEL_JOB_STORIES", "0"))
# No story is about the disk, and in memory each is told in half the time.
_MEMORY = Path("/dev/shm")  # noqa: S108 - the folder within has a name of its own


async def tell(story: Sequence[Action], folder: Path) -> None:
    world = await World.open(folder)
    try:
        with world.watching():
            for number, action in enumerate(story):
                await action.on(world)
                await world.settle()
                _keeps(world, broken_always(world), f"after step {number}, {action}")
            await world.calm_down()
            _keeps(world, broken_at_the_end(world), "when all trouble was over")
    finally:
        with world.watching():
            await world.close()


def _keeps(world: World, broken: Sequence[str], when: str) -> None:
    if broken:
        for row in world.rows():
            note(str(row))
    assert not broken, "\n".join((when, *broken))


@given(story=STORIES)
@settings(
    max_examples=_HUNTED or 80,
    derandomize=not _HUNTED,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_every_story_of_a_job_keeps_every_promise(story):
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
        asyncio.run(tell(story, Path(folder)))
