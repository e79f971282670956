"""Two bots over one database, by mistake or after a sudden death: one works, and none waits."""

import time

from bot.domain.job import JobStatus
from sandbox.eachlabs.limits import RequestKind
from tests.support.process_stage import ProcessStage

DELIVERED = JobStatus.DELIVERED
RUNNING = JobStatus.RUNNING
# A start with nothing to migrate; most of it is loading the program.
START_WITHIN_S = 20.0


async def three_clips(stage: ProcessStage) -> None:
    for number in range(3):
        await stage.video(f"clip {number}")
    await stage.until_statuses(RUNNING, RUNNING, RUNNING)


async def test_a_second_instance_says_so_and_the_first_notices_nothing(tmp_path) -> None:
    async with ProcessStage.open(tmp_path, generation_s=[6.0]) as stage:
        first = await stage.start_ready()
        await three_clips(stage)
        asked_of_discord = len(stage.discord.requests.matching("GET", "/gateway/bot"))
        said_before = stage.output.read_text()

        others = [await stage.start(http_port=0) for _ in range(2)]
        assert [await other.wait() for other in others] == [75, 75]

        said = stage.output.read_text().removeprefix(said_before)
        assert said.count("Another Showreel holds this database. Stop it first") == 2
        assert "Traceback" not in said
        assert len(stage.discord.requests.matching("GET", "/gateway/bot")) == asked_of_discord
        jobs = await stage.until_statuses(DELIVERED, DELIVERED, DELIVERED)
        assert first.returncode is None
        assert await stage.is_ready()
        assert len(stage.clips()) == len(stage.charged) == len(stage.eachlabs.ledger) == 3
        for job in jobs:
            states = dict.fromkeys(event.after for event in await stage.events(job.id))
            assert list(states) == [
                JobStatus.QUEUED,
                JobStatus.SUBMITTING,
                RUNNING,
                JobStatus.DELIVERING,
                DELIVERED,
            ]


async def test_after_a_sudden_death_the_next_one_starts_at_once_and_goes_on(
    tmp_path, record_property
) -> None:
    async with ProcessStage.open(tmp_path, generation_s=[6.0]) as stage:
        first = await stage.start_ready()
        await three_clips(stage)

        await stage.kill(first)
        begun = time.monotonic()
        await stage.start_ready()
        start_s = time.monotonic() - begun

        record_property("start_after_sigkill_s", round(start_s, 2))
        print(f"ready {start_s:.2f} s after a SIGKILL")  # noqa: T201 - a figure to read
        assert start_s < START_WITHIN_S
        await stage.until_statuses(DELIVERED, DELIVERED, DELIVERED)
        assert stage.eachlabs.requests[RequestKind.CREATE] == 3
        assert stage.eachlabs.requests.get(RequestKind.CANCEL, 0) == 0
        assert len(stage.clips()) == len(stage.charged) == 3
        assert "Another Showreel" not in stage.output.read_text()
