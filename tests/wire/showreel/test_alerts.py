"""What the operator is told at night, and that the remedy of the operations page ends it.

Each trial goes as the page says: the fault strikes, its sentence arrives once, `showreel status`
names it, the remedy is done, and the sentence of its end arrives.
"""

import asyncio
import re
import sqlite3
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from cryptography.fernet import Fernet
from pydantic import SecretStr

from bot import operator_tools
from bot.config import GIB
from bot.domain.job import Job, JobStatus
from bot.domain.reasons import Reason
from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue
from bot.services.delivery import DeliveryService
from sandbox.bot_process import environment_of
from sandbox.discord.faults import FaultName
from tests.meta.repository import document, section
from tests.support.migrated import put_migrated
from tests.support.stage import Stage
from tests.support.waiting import until_async
from tests.wire.showreel.fault_table_stage import (
    BRISK,
    HALTED,
    MEMBER,
    PushableClock,
    open_fault_stage,
)

ROOT = Path(__file__).parents[3]
CATALOGUE = Catalogue.load()
CHANNEL = "alerts"
FEED = "feed"
A_DAY_S = 86_400.0
TOLD_WITHIN_S = 20.0
TINY_GIB = 0.00001
# What the bot waits for by itself passes in strides that leave room for what becomes due.
STRIDE_S = 5.0
LONG_STRIDE_S = 1800.0
ROUND_TRIP_S = 0.02

IN_THE_NIGHT = pytest.mark.asyncio(loop_scope="module")
OpenStage = Callable[..., AbstractAsyncContextManager[Stage]]


class Operator:
    """Reads the direct messages of the application's owner, and types commands beside the bot."""

    def __init__(self, stage: Stage, clock: PushableClock | None = None) -> None:
        self.stage = stage
        self._clock = clock
        self._known_before = 0

    async def told(self) -> list[str]:
        """All that was told since this trial began."""
        return (await self._all_told())[self._known_before :]

    async def begin_trial(self) -> None:
        """Each ends what it begins, so that the next one starts on a stage where all is well."""
        assert await self.open_incidents() == []
        self._known_before = len(await self._all_told())

    async def _all_told(self) -> list[str]:
        owner_id = self.stage.world.owner.id
        direct = await self.stage.world.open_direct_messages(person_id=owner_id)
        messages = self.stage.world.messages(int(direct["id"]), person_id=owner_id)
        return [message["content"] for message in messages]

    async def until_told(self, *sentences: str, stride_s: float = STRIDE_S) -> None:
        """Wait until exactly these have been told, in this order, however much time that takes."""

        async def all_told() -> bool:
            told = await self.told()
            assert told == list(sentences[: len(told)])
            if len(told) < len(sentences) and self._clock is not None:
                await self._clock.push(stride_s)
            return len(told) == len(sentences)

        await until_async(all_told, within_s=TOLD_WITHIN_S)

    async def pass_time(self, seconds: float, *, stride_s: float = STRIDE_S) -> None:
        assert self._clock is not None
        for _ in range(int(seconds / stride_s)):
            await self._clock.push(stride_s)
            await asyncio.sleep(ROUND_TRIP_S)

    async def until_newest(self, status: JobStatus) -> None:
        await self.stage.until_status(status, number=len(await self.stage.jobs()) - 1)

    async def until_delivered(self) -> None:
        await self.until_newest(JobStatus.DELIVERED)

    async def open_incidents(self) -> list[str]:
        """What `showreel status` lists, without a process of its own."""
        status = await operator_tools.status(self.stage.sandbox.settings)
        return [f"{found.kind} {found.subject}".strip() for found in status.incidents]

    async def types(self, *arguments: str) -> str:
        """Run a command of the program in a process of its own; returns what it printed."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            *arguments,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            cwd=ROOT,
            env={**environment_of(self.stage.sandbox.settings), "COLUMNS": "200"},
        )
        output, _ = await process.communicate()
        assert process.returncode == 0, output.decode()
        return output.decode()


def sentence(kind: str, *, subject: object = "") -> str:
    return CATALOGUE.text(FALLBACK_LOCALE, f"incident-{kind}", subject=str(subject))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def long_night(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Operator]:
    """One stage for all trials; the clock of the bot and its surroundings can be pushed on."""
    folder = tmp_path_factory.mktemp("night")
    put_migrated(folder)
    async with open_fault_stage(folder, channels=[CHANNEL, FEED], media_max_gib=TINY_GIB) as opened:
        yield Operator(*opened)


@pytest_asyncio.fixture(loop_scope="module")
async def night(long_night: Operator) -> AsyncIterator[Operator]:
    await long_night.begin_trial()
    yield long_night
    long_night.stage.eachlabs.faults.clear()


async def ask(operator: Operator, prompt: str = "a lighthouse in the rain") -> dict[str, Any]:
    return await operator.stage.video(prompt, person=MEMBER, channel=CHANNEL)


async def restart(stage: Stage, **changes: Any) -> None:
    """Stop the bot, change settings as an operator does, and start it again."""
    await stage.sandbox.stop_bot()
    stage.sandbox.settings = stage.sandbox.settings.model_copy(update=changes)
    await stage.sandbox.start_bot()


async def test_a_refused_server_is_let_in_and_a_refused_key_replaced(
    open_stage: OpenStage,
) -> None:
    """Both are settings, so both take a restart; who waited meanwhile has kept their place."""
    async with open_stage(allowed_guild_ids=(1,)) as stage:
        operator = Operator(stage)
        await stage.video()
        await stage.video("once more")
        guild_id = (await stage.job()).destination.guild_id
        guild_refused = sentence("guild-refused", subject=guild_id)
        await operator.until_told(guild_refused)
        assert await operator.open_incidents() == [f"guild-refused {guild_id}"]

        revoked = SecretStr("a-key-that-was-revoked")
        await restart(stage, allowed_guild_ids=(1, guild_id), eachlabs_api_key=revoked)
        await stage.video("and now")
        guild_over = sentence("guild-refused-over", subject=guild_id)
        await operator.until_told(guild_refused, guild_over, sentence("key-refused"))
        assert await operator.open_incidents() == ["key-refused"]
        assert list(stage.eachlabs.ledger) == []

        await restart(stage, eachlabs_api_key=SecretStr(stage.eachlabs.api_key))
        await operator.until_told(
            guild_refused, guild_over, sentence("key-refused"), sentence("key-refused-over")
        )
        await stage.until_status(JobStatus.DELIVERED, number=2)


@IN_THE_NIGHT
class TestTheAccount:
    """Nothing is lost or charged: requests keep their place until the operator has acted."""

    async def test_an_empty_account_is_topped_up(self, night: Operator) -> None:
        made_before = len(night.stage.eachlabs.ledger)
        night.stage.eachlabs.balance_usd = Decimal(0)
        await ask(night)
        await ask(night, "a second clip that waits")

        await night.until_told(sentence("no-balance"))
        await night.pass_time(130)
        assert await night.open_incidents() == ["no-balance"]
        assert len(night.stage.eachlabs.ledger) == made_before
        night.stage.eachlabs.balance_usd = Decimal(100)

        await night.until_told(sentence("no-balance"), sentence("no-balance-over"))
        assert await night.open_incidents() == []

    async def test_too_many_at_once_go_on_by_themselves(self, night: Operator) -> None:
        night.stage.eachlabs.faults.switch_on("create_too_many", times=2)
        await ask(night)

        await night.until_told(sentence("concurrency-cap"), sentence("concurrency-cap-over"))
        await night.until_delivered()

    async def test_eachlabs_comes_back(self, night: Operator) -> None:
        night.stage.eachlabs.faults.switch_on("away")
        await ask(night)
        await night.until_told(sentence("eachlabs-away"))
        await night.pass_time(60)
        assert await night.open_incidents() == ["eachlabs-away"]
        night.stage.eachlabs.faults.clear()

        await night.until_told(sentence("eachlabs-away"), sentence("eachlabs-away-over"))


@IN_THE_NIGHT
class TestOneJob:
    async def test_an_unknown_outcome_is_settled(self, night: Operator) -> None:
        night.stage.eachlabs.faults.switch_on("create_cut_before", times=1)
        await ask(night)
        job = await job_of(night)
        told = sentence("outcome-unknown", subject=job.id)
        await night.until_told(told)
        status = await night.types("status")
        assert f"- outcome-unknown {job.id}" in status
        assert f"{(await job_of(night)).submitted_at:%Y-%m-%d %H:%M:%S}" in status

        await night.types("jobs", "settle", str(job.id), "--not-charged")

        await night.until_told(told, sentence("outcome-unknown-over", subject=job.id))
        assert (await job_of(night)).cost_usd == 0

    async def test_an_unknown_outcome_may_be_found_after_all(self, night: Operator) -> None:
        faults = night.stage.eachlabs.faults
        faults.switch_on("create_cut_after", times=1)
        faults.switch_on("list_error")
        await ask(night)
        job = await job_of(night)
        told = sentence("outcome-unknown", subject=job.id)
        await night.until_told(told)
        faults.clear()

        await night.until_told(told, sentence("outcome-unknown-over", subject=job.id))
        await night.until_delivered()

    async def test_a_clip_out_of_reach_comes_later(self, night: Operator) -> None:
        night.stage.eachlabs.faults.switch_on("file_late", amount=8)
        await ask(night)
        job = await job_of(night)
        told = sentence("output-unreachable", subject=job.id)
        await night.until_told(told)
        assert await night.open_incidents() == [f"output-unreachable {job.id}"]

        await night.until_told(told, sentence("output-unreachable-over", subject=job.id))
        await night.until_delivered()

    async def test_a_clip_out_of_reach_for_a_day_is_given_up(self, night: Operator) -> None:
        night.stage.eachlabs.faults.switch_on("file_gone")
        await ask(night)
        job = await job_of(night)
        told = sentence("output-unreachable", subject=job.id)
        await night.until_told(told)

        over = sentence("output-unreachable-over", subject=job.id)
        await night.until_told(told, over, stride_s=LONG_STRIDE_S)
        await night.until_newest(JobStatus.FAILED)

    async def test_a_job_that_meets_a_defect_goes_on_without_it(
        self, night: Operator, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async def defect(_self: DeliveryService, _job: Job) -> Job:
            raise ZeroDivisionError

        monkeypatch.setattr(DeliveryService, "deliver", defect)
        await ask(night)
        job = await job_of(night)
        told = sentence("job-stuck", subject=job.id)
        await night.until_told(told)
        await night.pass_time(60)
        assert await night.open_incidents() == [f"job-stuck {job.id}"]
        monkeypatch.undo()

        await night.until_told(told, sentence("job-stuck-over", subject=job.id))
        await night.until_delivered()


@IN_THE_NIGHT
class TestTheFeed:
    async def test_a_line_that_discord_refuses_is_left_out_and_told_once(
        self, night: Operator
    ) -> None:
        world, faults = night.stage.world, night.stage.discord.faults
        feed_id = world.place(FEED).id
        by = {"person_id": world.owner.id, "channel_id": world.place(CHANNEL).id}
        begun = await world.run_command("video-mod feed set", {"channel": str(feed_id)}, **by)
        await world.settled(int(begun["id"]))
        faults.switch_on(FaultName.REFUSE_MESSAGES, path=f"/channels/{feed_id}/messages")
        for _ in range(2):
            await ask(night)
            await night.until_delivered()
        guild_id = (await job_of(night)).destination.guild_id
        told = sentence("feed-line-refused", subject=guild_id)
        await night.until_told(told)
        assert await night.open_incidents() == [f"feed-line-refused {guild_id}"]
        await night.pass_time(60)
        faults.switch_off(FaultName.REFUSE_MESSAGES)
        await night.pass_time(A_DAY_S, stride_s=LONG_STRIDE_S)

        await ask(night)

        over = sentence("feed-line-refused-over", subject=guild_id)
        await night.until_told(told, over)
        begun = await world.run_command("video-mod feed off", {}, **by)
        await world.settled(int(begun["id"]))


@IN_THE_NIGHT
class TestTheMachine:
    async def test_a_full_folder_for_kept_clips_gets_room(self, night: Operator) -> None:
        """What is under way is delivered all the same; new requests are refused."""
        stage = night.stage
        stage.eachlabs.speed = HALTED
        await ask(night)
        number = len(await stage.jobs())
        leftover = stage.sandbox.settings.media_dir / "job-900-A1B2C3.mp4"
        leftover.write_bytes(bytes(int(TINY_GIB * GIB) + 1))
        await ask(night, "too late")
        await night.until_told(sentence("media-full"))
        assert await night.open_incidents() == ["media-full"]
        assert (await stage.job(number)).reason == Reason.STORAGE_FULL
        stage.eachlabs.speed = BRISK
        await stage.until_status(JobStatus.DELIVERED, number=number - 1)

        leftover.unlink()

        await night.until_told(sentence("media-full"), sentence("media-full-over"))

    async def test_a_disk_that_refuses_clips_is_mended(self, night: Operator) -> None:
        incoming = night.stage.sandbox.settings.media_dir / "incoming"
        if incoming.is_dir():
            incoming.rmdir()
        incoming.parent.mkdir(exist_ok=True)
        incoming.write_text("a file where the folder should be")
        await ask(night)
        await night.until_told(sentence("disk-full"))
        await night.pass_time(60)
        assert await night.open_incidents() == ["disk-full"]
        incoming.unlink()

        await night.until_told(sentence("disk-full"), sentence("disk-full-over"))
        await night.until_delivered()


async def test_a_job_whose_key_is_lost_is_given_up_and_the_one_being_made_is_delivered(
    open_stage: OpenStage,
) -> None:
    lost, other = (SecretStr(Fernet.generate_key().decode()) for _ in range(2))
    async with open_stage(data_key=lost, eachlabs_max_concurrent=1, speed=60.0) as stage:
        operator = Operator(stage)
        await stage.video("being made")
        await stage.until_status(JobStatus.RUNNING)
        await stage.video("waiting")
        await restart(stage, data_key=other)
        waiting = (await stage.jobs())[1]
        told = sentence("key-missing", subject=waiting.id)
        await operator.until_told(told)
        assert await operator.open_incidents() == [f"key-missing {waiting.id}"]
        assert f"key-missing {waiting.id}" in await operator.types("status")

        await operator.types("jobs", "cancel", str(waiting.id))
        await restart(stage)

        await operator.until_told(told, sentence("key-missing-over", subject=waiting.id))
        await stage.until_status(JobStatus.DELIVERED, number=0)
        await stage.until_status(JobStatus.CANCELLED, number=1)
        assert len(stage.charged) == 1


async def test_a_restored_backup_makes_nothing_twice_and_hides_nothing(
    open_stage: OpenStage, tmp_path: Path
) -> None:
    async with open_stage(eachlabs_max_concurrent=1) as stage:
        for prompt in ("being made", "waiting"):
            await stage.video(prompt)
        await stage.until_status(JobStatus.RUNNING)
        path = tmp_path / "showreel.db"
        with (
            closing(sqlite3.connect(path)) as live,
            closing(sqlite3.connect(":memory:")) as old,
        ):
            live.backup(old)
            await stage.video("after the backup")
            for number in range(3):
                await stage.until_status(JobStatus.DELIVERED, number=number)
            await stage.sandbox.stop_bot()
            old.backup(live)
            for statement in restoring_statements():
                live.execute(statement)
            live.commit()
        await stage.sandbox.start_bot()
        await stage.video("after the restoring")

        await stage.until_status(JobStatus.DELIVERED, number=2)
        states = [job.status for job in await stage.jobs()]
        assert states == [JobStatus.DELIVERED, JobStatus.CANCELLED, JobStatus.DELIVERED]
        clips = [message for message in stage.sees() if message["attachments"]]
        assert len(clips) == len(stage.charged) == 4


def test_every_incident_has_its_trial() -> None:
    begun_and_over = set(re.findall(r'sentence\("([a-z-]+)"', Path(__file__).read_text("utf-8")))

    assert begun_and_over == {
        key.removeprefix("incident-") for key in CATALOGUE.keys_of() if key.startswith("incident-")
    }


def restoring_statements() -> list[str]:
    """What the operations page has typed into the restored database, the old one not at hand."""
    text = section(document("docs/operations.md"), "### Restoring")
    statements = re.findall(r'^ +sqlite3 data/showreel\.db "(.+)"$', text, re.MULTILINE)
    return [each for each in statements if not each.startswith("attach")]


async def job_of(operator: Operator) -> Job:
    return (await operator.stage.jobs())[-1]
