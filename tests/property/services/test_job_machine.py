"""Any story of a few jobs, with faults between any two steps, keeps every promise."""

import asyncio
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.property.services.actions import Action, Kill
from tests.property.services.promises import broken_always, broken_at_the_end
from tests.property.services.stories import KNOWN_STORIES, STORIES
from tests.property.services.world import World

# For a long hunt, name a number of stories: then they are other ones each time.
_HUNTED = int(os.environ.get("SHOWREEL_JOB_STORIES") or 0)
LONGEST_LIFE_STEPS = 100
# No story is about the disk, and in memory each is told in half the time.
_MEMORY = Path("/dev/shm")  # noqa: S108 - the folder within has a name of its own


async def tell(story: Sequence[Action], folder: Path) -> int:
    """Return how often the process was killed or stopped in it."""
    world = await World.open(folder)
    try:
        with world.watching():
            for number, action in enumerate(story):
                await action.on(world)
                await world.settle()
                _keeps(world, broken_always(world), f"after step {number}, {action}")
            await world.calm_down()
            _keeps(world, broken_at_the_end(world), "when all trouble was over")
            return world.restarts
    finally:
        with world.watching():
            await world.close()


def tell_in_memory(story: Sequence[Action]) -> int:
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
        return asyncio.run(tell(story, Path(folder)))


def _keeps(world: World, broken: Sequence[str], when: str) -> None:
    if broken:
        told = (when, *broken, "of these jobs:", *map(str, world.rows()))
        pytest.fail("\n".join(told))


@given(story=STORIES)
@settings(
    max_examples=_HUNTED or 60,
    derandomize=not _HUNTED,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_every_story_of_a_job_keeps_every_promise(story):
    tell_in_memory(story)


@pytest.mark.parametrize("story", KNOWN_STORIES.values(), ids=KNOWN_STORIES.keys())
def test_stories_of_the_narrow_places_keep_every_promise(story):
    tell_in_memory(story)


def test_a_job_may_be_killed_at_any_of_its_steps():
    """The whole life of one job and its clip, with a death after each number of effects."""
    life = KNOWN_STORIES["all goes well"]
    for steps in range(LONGEST_LIFE_STEPS):
        story = [Kill(after_steps=steps, and_again_after=None), *life]
        if not tell_in_memory(story):
            return
    pytest.fail("a life has more steps than were tried")
