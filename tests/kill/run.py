"""One run: a seed decides the order of the points, who asks for what, and every delay."""

import asyncio
import random
import shutil
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Self

from sandbox.discord.server import LocalDiscord
from sandbox.discord.world import World
from sandbox.eachlabs.clip_maker import ClipPlan, make_clip
from sandbox.eachlabs.file_host import padded_clip
from sandbox.eachlabs.server import LocalEachlabs
from sandbox.settings import sandbox_settings
from tests.kill.audience import Audience, Clockwork, Manner
from tests.kill.books import Books, Tally, is_settled
from tests.kill.bot import BotProcess
from tests.kill.database import Onlooker
from tests.kill.points import Point
from tests.kill.snare import Sight, Snare, Trap
from tests.kill.traps import Trapper
from tests.support.waiting import until

ATTEMPTS = 5
SPRING_WITHIN_S = 8.0
SETTLE_WITHIN_S = 90.0
START_KILLED_WITHIN_S = (0.05, 2.0)
GENERATION_S = (0.3, 1.2)
# More than a block that the bot writes at once, so that a part of it can be on disk.
CLIP_BYTES = 1_300_000
DOWNLOAD_S = 0.4
SLOTS = 60
RATE_REQUESTS, RATE_SECONDS = 120, 2.0
# Longer than Discord remembers a nonce. Twice in a while, the tokens still live.
NONCE_FORGOTTEN = timedelta(minutes=6)
LEAPS_AT_ONCE, LEAPS_APART_S = 2, 60.0
UNLIMITED: dict[str, Any] = {
    "user_max_running": SLOTS,
    "user_max_queued": None,
    "user_jobs_per_day": None,
    "guild_max_running": SLOTS,
    "guild_max_queued": None,
    "guild_jobs_per_day": None,
    "guild_rate_requests": RATE_REQUESTS,
    "total_usd_per_day": None,
    "max_wait_seconds": 10**6,
    "job_timeout_seconds": 900,
    "poll_min_seconds": 0.1,
    "typical_seconds_5s": 0.8,
    "typical_seconds_10s": 0.8,
    "eachlabs_max_concurrent": SLOTS,
    "eachlabs_rate_requests": RATE_REQUESTS,
    "eachlabs_rate_seconds": RATE_SECONDS,
}
MANNERS = {
    Point.PRIVATE_RESULT_SENT: Manner.PRIVATE,
    Point.TOKEN_RESULT_SENT: Manner.UNREADABLE,
    Point.DIRECT_RESULT_SENT: Manner.DIRECT,
}
FORGETTING_POINTS = frozenset({Point.RESULT_SENT, Point.RESULT_ANSWERED, Point.DIRECT_RESULT_SENT})


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What a run gave, as plain data."""

    seed: int
    rounds: int
    kills: dict[str, int]
    elsewhere: int
    tally: dict[str, Any]
    breaches: list[str]
    seconds: float

    @property
    def missed(self) -> list[str]:
        """Points at which the process was not killed once: such a run proves too little."""
        return [point for point in Point if not self.kills.get(point)]


class KillRun:
    """Two servers that live on, and a process that does not."""

    def __init__(
        self,
        *,
        seed: int,
        bot: BotProcess,
        snare: Snare,
        clockwork: Clockwork,
        audience: Audience,
        trapper: Trapper,
        onlooker: Onlooker,
        eachlabs: LocalEachlabs,
    ) -> None:
        self._chance = random.Random(seed)
        self._bot = bot
        self._snare = snare
        self._clockwork = clockwork
        self._audience = audience
        self._trapper = trapper
        self._onlooker = onlooker
        self._eachlabs = eachlabs
        self._leaps: list[float] = []
        self.kills: Counter[Point] = Counter()
        self.elsewhere = 0

    @classmethod
    @asynccontextmanager
    async def open(cls, seed: int, *, folder: Path) -> AsyncIterator[Self]:
        chance = random.Random(f"world {seed}")
        clockwork = Clockwork()
        world = World(now=clockwork.now, media_dir=_made(folder / "discord"))
        sample = await asyncio.to_thread(_sample, folder)
        snare = Snare()
        async with (
            LocalDiscord.open(world=world, middlewares=[snare.watch]) as discord_server,
            LocalEachlabs.open(
                middlewares=[snare.watch],
                speed=1.0,
                generation_seconds=lambda _duration_s: chance.uniform(*GENERATION_S),
                make_clip=lambda _plan, path: path.hardlink_to(sample),
                clip_directory=_made(folder / "clips"),
                balance_usd=Decimal(10**6),
                max_concurrent=SLOTS,
                max_open_requests=SLOTS,
                rate_requests=RATE_REQUESTS,
                rate_seconds=RATE_SECONDS,
            ) as eachlabs,
        ):
            eachlabs.faults.switch_on("file_slow", amount=DOWNLOAD_S)
            settings = sandbox_settings(
                data_dir=_made(folder / "data"),
                discord_token=discord_server.token,
                eachlabs_base_url=eachlabs.base_url,
                eachlabs_api_key=eachlabs.api_key,
                speed=1.0,
                **UNLIMITED,
            )
            bot = BotProcess(settings, discord=discord_server, folder=folder)
            snare.kill = bot.kill
            onlooker = Onlooker(folder / "data" / "showreel.db")
            audience = Audience(world, faults=discord_server.faults, chance=chance)
            snare.card_stands = audience.note_card
            trapper = Trapper(
                audience=audience,
                onlooker=onlooker,
                incoming=settings.media_dir / "incoming",
                chance=chance,
            )
            try:
                yield cls(
                    seed=seed,
                    bot=bot,
                    snare=snare,
                    clockwork=clockwork,
                    audience=audience,
                    trapper=trapper,
                    onlooker=onlooker,
                    eachlabs=eachlabs,
                )
            finally:
                bot.kill()
                await bot.wait_gone()
                await snare.close()
                onlooker.close()
                world.close()

    def order(self) -> list[Point]:
        return self._chance.sample(list(Point), k=len(Point))

    async def play(self, *, rounds: int, say: Callable[[str], None]) -> tuple[Tally, list[str]]:
        """Kill at every point in every round, let it settle, and read the books."""
        for number in range(rounds):
            order = self.order()
            say(f"round {number + 1}: {'; '.join(order)}")
            for point in order:
                await self._kill_at(point, say=say)
        breaches = await self._settle()
        books = Books(audience=self._audience, onlooker=self._onlooker, eachlabs=self._eachlabs)
        return books.tally(), [*breaches, *books.breaches()]

    async def _kill_at(self, point: Point, *, say: Callable[[str], None]) -> None:
        for attempt in range(ATTEMPTS):
            if await self._was_killed_at(point, attempt=attempt, say=say):
                self.kills[point] += 1
                return
            self.elsewhere += not self._bot.runs
            say(f"  missed: {point}{' (never came)' if self._bot.runs else ''}")

    async def _was_killed_at(
        self, point: Point, *, attempt: int, say: Callable[[str], None]
    ) -> bool:
        if point is Point.STARTING:
            return await self._killed_while_starting()
        if point is Point.FINDING_AGAIN:
            await self._kill_at(Point.CREATE_CARRIED_OUT, say=say)
        if point is Point.BEFORE_CREATE:
            return await self._killed_before_create()
        trap = self._trapper.trap(point, attempt=attempt)
        sight = await self._sprung(point, trap)
        hit = sight is not None and self._trapper.was_hit(point, sight)
        if hit and point in FORGETTING_POINTS and self._chance.random() < 0.5:
            self._leap()
        return hit

    async def _sprung(self, point: Point, trap: Trap | None) -> Sight | None:
        """Set the trap before the start: what was left undone may already lead into it."""
        self._snare.set(trap)
        caught = self._snare.caught
        try:
            await self._bot.be_online()
            if not caught.done():
                await self._ask_for(point)
            async with asyncio.timeout(SPRING_WITHIN_S):
                return await caught
        except TimeoutError:
            return None
        finally:
            self._snare.set(None)
            if not caught.cancelled() and caught.done():
                await self._bot.wait_gone()

    async def _ask_for(self, point: Point) -> None:
        if point is Point.FINDING_AGAIN:
            return
        manner = MANNERS.get(point, Manner.PUBLIC)
        if manner is Manner.PUBLIC and self._chance.random() < 0.5:
            await self._audience.ask(self._chance.choice((Manner.PUBLIC, Manner.PRIVATE)))
        wish = await self._audience.ask(manner)
        if manner is Manner.DIRECT:
            await self._audience.answered(wish)
            await until(lambda: self._is_running(wish.prompt), within_s=SPRING_WITHIN_S)
            self._audience.let_token_die(wish)

    def _is_running(self, prompt: str) -> bool:
        job = self._onlooker.job_of_prompt(prompt)
        return job is not None and job.status not in {"queued", "submitting"}

    async def _killed_while_starting(self) -> bool:
        self._bot.kill()
        await self._bot.wait_gone()
        await self._bot.start()
        await asyncio.sleep(self._chance.uniform(*START_KILLED_WITHIN_S))
        self._bot.kill()
        await self._bot.wait_gone()
        return True

    async def _killed_before_create(self) -> bool:
        """Look for the claimed row, every turn of the loop, and kill as soon as it is there."""
        claimed_before = self._onlooker.ids("submitting")
        await self._bot.be_online()
        await self._audience.ask(Manner.PUBLIC)
        claimed: frozenset[int] = frozenset()
        async with asyncio.timeout(SPRING_WITHIN_S):
            while not claimed:
                claimed = self._onlooker.ids("submitting") - claimed_before
                await asyncio.sleep(0)
        self._bot.kill()
        await self._bot.wait_gone()
        return any(
            job.id in claimed and job.prompt not in self._snare.prompts_received
            for job in self._onlooker.jobs("submitting")
        )

    def _leap(self) -> None:
        """While no bot runs, Discord forgets the nonces; never so far that tokens die unseen."""
        now = time.monotonic()
        recent = [at for at in self._leaps if now - at < LEAPS_APART_S]
        if len(recent) < LEAPS_AT_ONCE:
            self._leaps.append(now)
            self._clockwork.leap(NONCE_FORGOTTEN)

    async def _settle(self) -> list[str]:
        breaches = []
        await self._bot.be_online()
        try:
            await until(self._is_settled, within_s=SETTLE_WITHIN_S)
        except TimeoutError:
            ledger = list(self._eachlabs.ledger)
            breaches = [
                f"job {job.id} {job.reference} is still {job.status}"
                for job in self._onlooker.jobs()
                if not is_settled(job, ledger)
            ]
        status = await self._bot.stop()
        if status != 0:
            breaches.append(f"the last stop ended with status {status}")
        return breaches

    def _is_settled(self) -> bool:
        ledger = list(self._eachlabs.ledger)
        return all(is_settled(job, ledger) for job in self._onlooker.jobs())


async def play(seed: int, *, rounds: int, folder: Path, say: Callable[[str], None]) -> Outcome:
    """Play one run. The same seed gives the same order, wishes and delays."""
    started_at = time.monotonic()
    say(f"seed {seed}, {rounds} rounds")
    async with KillRun.open(seed, folder=folder) as run:
        tally, breaches = await run.play(rounds=rounds, say=say)
        return Outcome(
            seed=seed,
            rounds=rounds,
            kills={point.value: count for point, count in run.kills.items()},
            elsewhere=run.elsewhere,
            tally=asdict(tally),
            breaches=breaches,
            seconds=time.monotonic() - started_at,
        )


def _sample(folder: Path) -> Path:
    """One film for all: its content is nobody's question here."""
    short = folder / "sample.mp4"
    make_clip(ClipPlan(prompt="a sample", duration_s=5, aspect_ratio="1:1"), short)
    padded = padded_clip(short, at_least_bytes=CLIP_BYTES)
    shutil.copyfile(padded, short)  # without the hole, so that it takes its time on disk, too
    return short


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
