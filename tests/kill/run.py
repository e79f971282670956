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
from tests.kill.books import Books, is_settled, untold
from tests.kill.bot import BotProcess, ProcessEndedError
from tests.kill.database import Onlooker
from tests.kill.points import Point
from tests.kill.snare import Sight, Snare, Trap
from tests.kill.traps import Trapper
from tests.support.waiting import until

ATTEMPTS = 5
SPRING_WITHIN_S = 8.0
SETTLE_WITHIN_S = 90.0
SETTLE_LOOK_S = 0.1
START_KILLED_WITHIN_S = (0.05, 1.5)
KILLED_WITHIN_S = (0.0, 2.5)
GENERATION_S = (0.2, 0.9)
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
    Point.NOWHERE_TO_SEND: Manner.NOWHERE,
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
        incoming: Path,
    ) -> None:
        self._seed = seed
        self._bot = bot
        self._snare = snare
        self._clockwork = clockwork
        self._audience = audience
        self._trapper = trapper
        self._onlooker = onlooker
        self._eachlabs = eachlabs
        self._incoming = incoming
        self._leaps: list[float] = []
        self.kills: Counter[Point] = Counter()
        self.elsewhere = 0
        self.unsettled: list[str] = []

    @classmethod
    @asynccontextmanager
    async def open(cls, seed: int, *, folder: Path) -> AsyncIterator[Self]:
        chance = random.Random(f"{seed} generation")
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
            audience = Audience(world, faults=discord_server.faults)
            incoming = settings.media_dir / "incoming"
            snare.card_stands = audience.note_card
            trapper = Trapper(audience=audience, onlooker=onlooker, incoming=incoming)
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
                    incoming=incoming,
                )
            finally:
                bot.kill()
                await bot.wait_gone()
                await snare.close()
                onlooker.close()
                world.close()

    async def play(self, *, rounds: int, say: Callable[[str], None]) -> None:
        """Kill at every point in every round, and then let everything settle."""
        for number in range(rounds):
            order = random.Random(f"{self._seed} {number}").sample(list(Point), k=len(Point))
            say(f"round {number + 1}: {'; '.join(order)}")
            for point in order:
                await self._kill_at(point, number=number, say=say)
        await self._settle()

    def books(self) -> Books:
        return Books(
            audience=self._audience,
            onlooker=self._onlooker,
            eachlabs=self._eachlabs,
            incoming=self._incoming,
        )

    async def _kill_at(self, point: Point, *, number: int, say: Callable[[str], None]) -> None:
        if point is Point.FINDING_AGAIN:
            await self._kill_at(Point.CREATE_CARRIED_OUT, number=number, say=say)
        for attempt in range(ATTEMPTS):
            # A chance of its own, so that a try more here changes nothing elsewhere.
            chance = random.Random(f"{self._seed} {number} {point} {attempt}")
            if await self._was_killed_at(point, attempt=attempt, chance=chance):
                self.kills[point] += 1
                return
            self.elsewhere += not self._bot.runs
            say(f"  missed: {point}{' (never came)' if self._bot.runs else ''}")

    async def _was_killed_at(self, point: Point, *, attempt: int, chance: random.Random) -> bool:
        match point:
            case Point.STARTING:
                return await self._killed_while_starting(chance)
            case Point.ANY_TIME:
                return await self._killed_at_any_time(chance)
            case Point.BEFORE_CREATE:
                return await self._killed_before_create(chance)
        trap = self._trapper.trap(point, attempt=attempt, chance=chance)
        sight = await self._sprung(point, trap, chance)
        hit = sight is not None and self._trapper.was_hit(point, sight)
        if hit and point in FORGETTING_POINTS and chance.random() < 0.5:
            self._leap()
        return hit

    async def _sprung(self, point: Point, trap: Trap, chance: random.Random) -> Sight | None:
        """Set the trap before the start: what was left undone may already lead into it."""
        self._snare.set(trap)
        caught = self._snare.caught
        try:
            await self._bot.be_online()
            if not caught.done():
                await self._ask_for(point, chance)
            async with asyncio.timeout(SPRING_WITHIN_S):
                return await caught
        except TimeoutError:
            return None
        finally:
            self._snare.set(None)
            if not caught.cancelled() and caught.done():
                await self._bot.wait_gone()

    async def _ask_for(self, point: Point, chance: random.Random) -> None:
        if point is Point.FINDING_AGAIN:
            return
        manner = MANNERS.get(point, Manner.PUBLIC)
        if manner is Manner.PUBLIC and chance.random() < 0.5:
            beside = chance.choice((Manner.PUBLIC, Manner.PRIVATE))
            await self._audience.ask(beside, chance=chance)
        wish = await self._audience.ask(manner, chance=chance)
        if manner in {Manner.DIRECT, Manner.NOWHERE}:
            await self._audience.answered(wish)
            await until(lambda: self._is_running(wish.prompt), within_s=SPRING_WITHIN_S)
            self._audience.let_token_die(wish)

    def _is_running(self, prompt: str) -> bool:
        job = self._onlooker.job_of_prompt(prompt)
        return job is not None and job.status not in {"queued", "submitting"}

    async def _killed_while_starting(self, chance: random.Random) -> bool:
        await self._killed()
        await self._bot.start()
        await asyncio.sleep(chance.uniform(*START_KILLED_WITHIN_S))
        return await self._killed()

    async def _killed_at_any_time(self, chance: random.Random) -> bool:
        await self._bot.be_online()
        for manner in chance.choices((Manner.PUBLIC, Manner.PRIVATE), k=3):
            await self._audience.ask(manner, chance=chance)
        await asyncio.sleep(chance.uniform(*KILLED_WITHIN_S))
        return await self._killed()

    async def _killed_before_create(self, chance: random.Random) -> bool:
        """Look for the claimed row, every turn of the loop, and kill as soon as it is there."""
        claimed_before = self._onlooker.ids("submitting")
        await self._bot.be_online()
        await self._audience.ask(Manner.PUBLIC, chance=chance)
        looks_until = time.monotonic() + SPRING_WITHIN_S
        claimed: frozenset[int] = frozenset()
        while not claimed and time.monotonic() < looks_until:
            claimed = self._onlooker.ids("submitting") - claimed_before
            await asyncio.sleep(0)
        await self._killed()
        return any(
            job.id in claimed and job.prompt not in self._snare.prompts_received
            for job in self._onlooker.jobs("submitting")
        )

    async def _killed(self) -> bool:
        self._bot.kill()
        await self._bot.wait_gone()
        return True

    def _leap(self) -> None:
        """While no bot runs, Discord forgets the nonces; never so far that tokens die unseen."""
        now = time.monotonic()
        recent = [at for at in self._leaps if now - at < LEAPS_APART_S]
        if len(recent) < LEAPS_AT_ONCE:
            self._leaps.append(now)
            self._clockwork.leap(NONCE_FORGOTTEN)

    async def _settle(self) -> None:
        await self._bot.be_online()
        try:
            async with asyncio.timeout(SETTLE_WITHIN_S):
                while not self._is_settled():
                    await asyncio.sleep(SETTLE_LOOK_S)
        except TimeoutError:
            ledger = list(self._eachlabs.ledger)
            self.unsettled += [
                f"job {job.id} {job.reference} is still {job.status}"
                for job in self._onlooker.jobs()
                if not is_settled(job, ledger)
            ]
        status = await self._bot.stop()
        if status != 0:
            self.unsettled.append(f"the last stop ended with status {status}")

    def _is_settled(self) -> bool:
        """Whether nothing more is to be expected; what is said of an unknown job comes last."""
        ledger = list(self._eachlabs.ledger)
        jobs = self._onlooker.jobs()
        return all(is_settled(job, ledger) for job in jobs) and not untold(
            jobs, words=self._audience.words(), out_of_reach=self._audience.out_of_reach()
        )


async def play(seed: int, *, rounds: int, folder: Path, say: Callable[[str], None]) -> Outcome:
    """Play one run. The same seed gives the same order, wishes and delays."""
    started_at = time.monotonic()
    say(f"seed {seed}, {rounds} rounds")
    async with KillRun.open(seed, folder=folder) as run:
        breaches = []
        try:
            await run.play(rounds=rounds, say=say)
        except ProcessEndedError as error:
            breaches = [f"the process ended by itself: {error}"]
        books = run.books()
        return Outcome(
            seed=seed,
            rounds=rounds,
            kills={point.value: count for point, count in run.kills.items()},
            elsewhere=run.elsewhere,
            tally=asdict(books.tally()),
            breaches=[*breaches, *run.unsettled, *books.breaches()],
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
