"""Whether anybody waits behind somebody else's flood, and whether equals get equal shares.

One server asks for a hundred clips at once; nine others ask for one each, at times when all slots
are taken. Then equals compete for hours: ten servers, seven servers, ten members of one server.
First in, first out is the reference. All in virtual time, with the bot's own queue and budget.
"""

import math
import random
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from statistics import fmean

from bench.report import BarChart, Chart, Figure, Report, publish
from bench.slot_race import Clip, FirstInFirstOut, Line, Wish, fair_queue, race
from bot.domain.ids import GuildId, UserId

SEED = 20310501
MEAN_S = {5: 340.0, 10: 720.0}
CV = 0.2
FLOOD = 100
OTHERS = 9
FLOODING = GuildId(1)
# The first of the others asks when the flood fills every slot; all have asked before it ends.
FIRST_OTHER_S = 200.0
OTHERS_EVERY_S = 240.0
# Long enough for every slot to change hands some thirty times.
RACE_S = 3 * 3600.0
JAIN_GOAL = 0.99
# Nothing but the create may lie between a free slot and the clip that takes it.
START_S = 2.0
MINUTE_S = 60.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Flood:
    """How the hundred and the nine fared under one order; the nine start as they asked."""

    clips: Sequence[Clip]

    @property
    def flood(self) -> list[float]:
        return [clip.wait_s for clip in self.clips if clip.wish.guild_id == FLOODING]

    @property
    def others(self) -> list[float]:
        return [clip.wait_s for clip in self.clips if clip.wish.guild_id != FLOODING]

    def next_slots(self) -> list[float]:
        """How long the nine would wait at the least: each until the next slot becomes free."""
        free = sorted(clip.freed_at_s for clip in self.clips)
        asked = [clip.wish.asked_at_s for clip in self.clips if clip.wish.guild_id != FLOODING]
        return [free.pop(bisect_left(free, at_s)) - at_s for at_s in asked]


def jain_index(shares: Sequence[float]) -> float:
    """1 when all are equal, 1/n when one has everything."""
    return sum(shares) ** 2 / (len(shares) * math.fsum(share**2 for share in shares))


def slot_time_s(
    clips: Sequence[Clip], who: Callable[[Wish], int], *, parties: Sequence[int], until_s: float
) -> list[float]:
    """The seconds for which each party's clips were made, up to that moment."""
    seconds = dict.fromkeys(parties, 0.0)
    for clip in clips:
        seconds[who(clip.wish)] += max(0.0, min(clip.ended_at_s, until_s) - clip.started_at_s)
    return list(seconds.values())


def guild_of(wish: Wish) -> int:
    return wish.guild_id


def member_of(wish: Wish) -> int:
    return wish.user_id


def play_flood(new_line: Callable[[], Line], *, flood: int, others: int) -> Flood:
    source = random.Random(SEED)
    wishes = [_wish(source, guild=FLOODING, user=number % 20) for number in range(flood)]
    for number in range(others):
        at_s = FIRST_OTHER_S + number * OTHERS_EVERY_S
        wishes.append(_wish(source, guild=2 + number, user=100 + number, at_s=at_s))
    return Flood(clips=race(wishes, new_line))


def play_equals(
    new_line: Callable[[], Line], *, guilds: int, members: int, race_s: float
) -> list[Clip]:
    """Each asks for more than it can get in that time, one party after another."""
    source = random.Random(SEED)
    each = math.ceil(2 * 10 * race_s / MEAN_S[5] / (guilds * members))
    users = count(1)
    parties = [(guild, next(users)) for guild in range(1, guilds + 1) for _ in range(members)]
    wishes = [_wish(source, guild=guild, user=user) for guild, user in parties for _ in range(each)]
    return race(wishes, new_line, until_s=race_s)


def measure(*, flood: int = FLOOD, others: int = OTHERS, race_s: float = RACE_S) -> Report:
    empty = play_flood(fair_queue, flood=0, others=others)
    fair = play_flood(fair_queue, flood=flood, others=others)
    fifo = play_flood(FirstInFirstOut, flood=flood, others=others)
    races = _races(race_s)
    return Report(
        name="fairness",
        title="Fairness: one server floods, nine ask once; equals compete for hours",
        figures=[*_flood_figures(empty, fair, fifo), *_race_figures(races, race_s)],
        charts=[_waits_chart(empty, fair, fifo), _jain_chart(races, race_s)],
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class _EqualRace:
    name: str
    clips: Sequence[Clip]
    who: Callable[[Wish], int]
    parties: Sequence[int]
    is_reference: bool = False

    def index(self, until_s: float) -> float:
        shares = slot_time_s(self.clips, self.who, parties=self.parties, until_s=until_s)
        return jain_index(shares)


def _races(race_s: float) -> list[_EqualRace]:
    ten, seven = range(1, 11), range(1, 8)
    return [
        _EqualRace(
            name="ten servers",
            clips=play_equals(fair_queue, guilds=10, members=1, race_s=race_s),
            who=guild_of,
            parties=ten,
        ),
        _EqualRace(
            name="seven servers",
            clips=play_equals(fair_queue, guilds=7, members=1, race_s=race_s),
            who=guild_of,
            parties=seven,
        ),
        _EqualRace(
            name="ten members of one server",
            clips=play_equals(fair_queue, guilds=1, members=10, race_s=race_s),
            who=member_of,
            parties=ten,
        ),
        _EqualRace(
            name="ten servers, first in, first out",
            clips=play_equals(FirstInFirstOut, guilds=10, members=1, race_s=race_s),
            who=guild_of,
            parties=ten,
            is_reference=True,
        ),
    ]


def _flood_figures(empty: Flood, fair: Flood, fifo: Flood) -> list[Figure]:
    next_slots = fair.next_slots()
    return [
        _seconds("nine others, mean wait, no flood", fmean(empty.others)),
        _seconds("nine others, mean wait", fmean(fair.others), fmean(next_slots)),
        _seconds("nine others, longest wait", max(fair.others), max(next_slots)),
        _seconds(
            "nine others, most beyond the next free slot",
            max(wait - bound for wait, bound in zip(fair.others, next_slots, strict=True)),
            goal=START_S,
        ),
        _seconds("nine others, mean wait, first in, first out", fmean(fifo.others)),
        _seconds("the flood, mean wait", fmean(fair.flood), fmean(fifo.flood)),
    ]


def _race_figures(races: Sequence[_EqualRace], race_s: float) -> list[Figure]:
    reference = next(each.index(race_s) for each in races if each.is_reference)
    return [
        Figure(
            name=f"Jain's index of slot time, {each.name}",
            value=each.index(race_s),
            unit="",
            reference=None if each.is_reference else reference,
            goal=None if each.is_reference else JAIN_GOAL,
            higher_is_better=True,
        )
        for each in races
    ]


def _waits_chart(empty: Flood, fair: Flood, fifo: Flood) -> BarChart:
    return BarChart(
        name="fairness-waits",
        title="Mean wait for a slot, one server having asked for a hundred clips",
        x_label="",
        y_label="minutes",
        bars={
            "nine others, no flood": _minutes(empty.others),
            "nine others, fair queue": _minutes(fair.others),
            "nine others, first in first out": _minutes(fifo.others),
            "the flood, fair queue": _minutes(fair.flood),
            "the flood, first in first out": _minutes(fifo.flood),
        },
    )


def _jain_chart(races: Sequence[_EqualRace], race_s: float) -> Chart:
    moments = [race_s * step / 36 for step in range(1, 37)]
    return Chart(
        name="fairness-jain",
        title="Jain's index of the slot time that equals have had",
        x_label="minutes since all of them asked",
        y_label="index (1: all alike)",
        series={
            each.name: [(at_s / MINUTE_S, each.index(at_s)) for at_s in moments] for each in races
        },
    )


def _minutes(waits_s: Sequence[float]) -> float:
    return round(fmean(waits_s) / MINUTE_S, 1)


def _wish(source: random.Random, *, guild: int, user: int, at_s: float = 0.0) -> Wish:
    spread = math.log(1 + CV**2)
    mean_s = MEAN_S[source.choice((5, 5, 5, 10))]
    return Wish(
        asked_at_s=at_s,
        guild_id=GuildId(guild),
        user_id=UserId(user),
        generation_s=source.lognormvariate(math.log(mean_s) - spread / 2, math.sqrt(spread)),
    )


def _seconds(
    name: str, value: float, reference: float | None = None, *, goal: float | None = None
) -> Figure:
    return Figure(name=name, value=value, unit="s", reference=reference, goal=goal)


if __name__ == "__main__":
    publish(measure())
