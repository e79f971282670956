"""The product in its sandbox, as a person sees it and as the log tells it."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Self

from bot.clock import SystemClock
from bot.domain.ids import JobId
from bot.domain.job import Job, JobEvent, JobStatus
from bot.domain.usage import UsageFilter
from bot.stores import Stores
from sandbox.app import Sandbox
from tests.support.migrated import put_migrated
from tests.support.waiting import until_async

PROMPT = "a red fox crosses a snowy road at dawn"


class Stage:
    """Everything a test of the whole product touches. The log is read beside the running bot."""

    def __init__(self, sandbox: Sandbox, stores: Stores) -> None:
        self.sandbox = sandbox
        self.world = sandbox.world
        self.eachlabs = sandbox.eachlabs
        self.discord = sandbox.discord
        self._stores = stores

    @classmethod
    @asynccontextmanager
    async def open(cls, folder: Path, **options: Any) -> AsyncIterator[Self]:
        put_migrated(folder)
        async with (
            Sandbox.open(data_dir=folder, **options) as sandbox,
            Stores.open(sandbox.settings, clock=SystemClock()) as stores,
        ):
            yield cls(sandbox, stores)

    def where(self, person: str = "Mira", channel: str = "showreel") -> dict[str, int]:
        """Name a person in a channel, for the world's actions."""
        return {
            "person_id": self.world.person(person).id,
            "channel_id": self.world.place(channel).id,
        }

    async def video(
        self,
        prompt: str = PROMPT,
        *,
        person: str = "Mira",
        channel: str = "showreel",
        **options: Any,
    ) -> dict[str, Any]:
        """Ask for a clip; returns the interaction once it is answered (or has failed)."""
        begun = await self.world.run_command(
            "video", {"prompt": prompt, **options}, **self.where(person, channel)
        )
        return dict(await self.world.settled(int(begun["id"])))

    async def press(
        self,
        label: str,
        message: dict[str, Any],
        *,
        person: str = "Mira",
        channel: str = "showreel",
    ) -> dict[str, Any]:
        """Press the button with this label; returns the interaction once it is answered."""
        (custom_id,) = [
            button["custom_id"]
            for row in message["components"]
            for button in row["components"]
            if button["label"] == label
        ]
        begun = await self.world.press_button(
            custom_id, message_id=int(message["id"]), **self.where(person, channel)
        )
        return dict(await self.world.settled(int(begun["id"])))

    def sees(self, person: str = "Mira", channel: str = "showreel") -> list[dict[str, Any]]:
        """What a person sees in a channel, oldest first."""
        return self.world.messages(
            self.world.place(channel).id, person_id=self.world.person(person).id
        )

    def answer(self, interaction: dict[str, Any], person: str = "Mira") -> dict[str, Any]:
        """Find the message that answered an interaction."""
        channel_id = int(interaction["channel_id"])
        person_id = self.world.person(person).id
        (message,) = [
            message
            for message in self.world.messages(channel_id, person_id=person_id)
            if message["id"] == interaction["message_id"]
        ]
        return message

    async def until_message(
        self, *texts: str, person: str = "Mira", channel: str = "showreel", within_s: float = 30.0
    ) -> dict[str, Any]:
        """Wait for a message that has all of these texts."""

        def found() -> dict[str, Any] | None:
            for message in self.sees(person, channel):
                if all(text in message["content"] for text in texts):
                    return message
            return None

        return await self.world.until(found, timeout_s=within_s)

    async def until_clip(
        self, *, person: str = "Mira", channel: str = "showreel", within_s: float = 30.0
    ) -> dict[str, Any]:
        """Wait for a message with a file."""

        def found() -> dict[str, Any] | None:
            return next((m for m in self.sees(person, channel) if m["attachments"]), None)

        return await self.world.until(found, timeout_s=within_s)

    async def jobs(self) -> list[Job]:
        """Read the log, oldest first."""
        return [job async for job in self._stores.usage_log.stream(UsageFilter())]

    async def job(self, number: int = 0) -> Job:
        return (await self.jobs())[number]

    async def until_status(
        self, *wanted: JobStatus, number: int = 0, within_s: float = 30.0
    ) -> Job:
        """Wait until the job of that place in the log is there."""

        async def there() -> bool:
            jobs = await self.jobs()
            return len(jobs) > number and jobs[number].status in wanted

        await until_async(there, within_s=within_s)
        return await self.job(number)

    async def events(self, job_id: JobId) -> Sequence[JobEvent]:
        return await self._stores.jobs.events(job_id)

    @property
    def charged(self) -> list[tuple[str, Any]]:
        """What Eachlabs charged, row by row."""
        return [(row.prediction_id, row.cost_usd) for row in self.eachlabs.ledger if row.cost_usd]
