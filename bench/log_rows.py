"""Draws a log's rows as members make them: who asks, for what, and what becomes of it.

Every row keeps the promises of docs/usage-log.md: which columns its state fills, in which order
its times come, what it cost. The same seed gives the same rows.
"""

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from typing import Any, Final

from bench.log_shares import (
    CANCELLED_FOR,
    DELIVERIES,
    ENDS,
    FAILED_FOR,
    IN_FLIGHT,
    OUTPUT_FAILURES,
    RATIOS,
    REFUSED_FOR,
    Words,
)
from bench.log_texts import Texts
from bot.domain.job import JobStatus
from bot.domain.reasons import Reason
from bot.storage.tables import jobs

SPAN: Final = timedelta(days=365)
MODEL: Final = "kling-v2-text-to-video@0.0.1"
KEPT_FOR: Final = timedelta(days=7)
BIG_GUILD_SHARE: Final = 1 / 3

# Time, state before and after, actor, detail.
Event = tuple[int, str | None, str, str, str]

_S = JobStatus
_SECOND: Final = 1_000_000
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_DISCORD_EPOCH_MS: Final = 1_420_070_400_000
_MIB: Final = 1024 * 1024
# The newest jobs still live, in these last minutes; before them, all had the time to end.
_LIVE_FOR: Final = timedelta(minutes=15)
_LONGEST_LIFE: Final = timedelta(minutes=75)
_DEADLINE_S: Final = 3600
_PRICE_MICRO_USD: Final = {5: 1_400_000, 10: 2_800_000}
_TYPICAL_S: Final = {5: 340.0, 10: 720.0}
_SPREAD: Final = 0.2


@dataclass(frozen=True, kw_only=True, slots=True)
class DrawnJob:
    """A row of `jobs` by column, and the events that led there."""

    columns: dict[str, Any]
    events: Sequence[Event]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Member:
    guild_id: int
    user_id: int
    channel_ids: Sequence[int]
    locale: str


def microseconds(at: datetime) -> int:
    return (at - _EPOCH) // timedelta(microseconds=1)


def draw_jobs(
    *, rows: int, until: datetime, guilds: int, members: int, seed: int, in_flight: int
) -> Iterator[DrawnJob]:
    """Oldest first. The `in_flight` newest still wait or run; the first guild is the big one."""
    source = random.Random(seed)
    people, weights = _people(source, guilds=guilds, members=members)
    askers = source.choices(people, cum_weights=list(accumulate(weights)), k=rows)
    live = min(in_flight, rows)
    ended = rows - live
    ends = [_S(word) for word in source.choices(ENDS[0], cum_weights=ENDS[1], k=ended)]
    live_ends = (*IN_FLIGHT, *[_S.QUEUED] * live)[:live]
    life = _Life(source, until=microseconds(until))
    for n, (asker, end) in enumerate(zip(askers, (*ends, *live_ends), strict=True)):
        if n < ended:
            start, width = until - SPAN, SPAN - _LONGEST_LIFE
            share = (n + source.random()) / ended
        else:
            start, width = until - _LIVE_FOR, _LIVE_FOR
            share = (n - ended) / live
        created_at = microseconds(start) + int(share * (width / timedelta(microseconds=1)))
        yield life.job(asker, end, created_at)


def _people(
    source: random.Random, *, guilds: int, members: int
) -> tuple[Sequence[_Member], Sequence[float]]:
    """A guild with a third of all attempts, others ever smaller; in each a few keen members.

    Every fortieth member has asked a handful of times in a whole year.
    """
    others = [1 / rank for rank in range(2, guilds + 1)]
    rest = (1 - BIG_GUILD_SHARE) if others else 0.0
    shares = [1 - rest, *(rest * weight / sum(others) for weight in others)]
    people: list[_Member] = []
    weights: list[float] = []
    for share in shares:
        guild_id = source.randrange(10**17, 10**18)
        channels = tuple(source.randrange(10**17, 10**18) for _ in range(8))
        size = max(1, round(members * share))
        own = [1 / (rank + 3) * (0.01 if rank % 40 == 39 else 1) for rank in range(size)]
        for weight in own:
            people.append(
                _Member(
                    guild_id=guild_id,
                    user_id=source.randrange(10**17, 10**18),
                    channel_ids=channels,
                    locale=source.choice(("en-US", "en-GB", "de", "fr", "ja")),
                )
            )
            weights.append(share * weight / sum(own))
    return people, weights


class _Life:
    """Draws what becomes of one attempt."""

    def __init__(self, source: random.Random, *, until: int) -> None:
        self._source = source
        self._until = until
        self._texts = Texts(source)
        self._number = 0

    def job(self, asker: _Member, end: JobStatus, created_at: int) -> DrawnJob:
        self._number += 1
        if end is _S.KEPT and created_at < self._until - KEPT_FOR // timedelta(microseconds=1):
            end = _S.EXPIRED
        if end is _S.REFUSED:
            return self._refused(asker, created_at)
        row = self._accepted_row(asker, created_at)
        if end is _S.QUEUED:
            return self._told(row, (_S.QUEUED,))
        if end is _S.CANCELLED:
            return self._cancelled(row)
        row["submitted_at"] = row["acknowledged_at"] + self._between(0.3, 120)
        row["model"] = MODEL
        return self._submitted(row, end)

    def _submitted(self, row: dict[str, Any], end: JobStatus) -> DrawnJob:
        if end in {_S.SUBMITTING, _S.UNKNOWN}:
            return self._never_answered(row, end)
        if end is _S.FAILED:
            return self._failed(row)
        row["prediction_id"] = self._prediction_id()
        if end is _S.RUNNING:
            return self._told(row, (_S.QUEUED, _S.SUBMITTING, _S.RUNNING))
        if end is _S.EXPIRED and self._source.random() < 0.6:
            return self._deadline_passed(row)
        return self._made(row, end)

    def _refused(self, asker: _Member, created_at: int) -> DrawnJob:
        row = self._row(asker, created_at)
        row["status"] = _S.REFUSED.value
        row["reason"] = self._one_of(REFUSED_FOR)
        return self._told(row, (_S.REFUSED,), actor="front")

    def _cancelled(self, row: dict[str, Any]) -> DrawnJob:
        row["reason"] = reason = self._one_of(CANCELLED_FOR)
        if reason == Reason.CANCELLED_UPSTREAM:
            row["submitted_at"] = row["acknowledged_at"] + self._between(0.3, 120)
            row["model"] = MODEL
            row["prediction_id"] = self._prediction_id()
            row["finished_at"] = row["submitted_at"] + self._between(5, 300)
            return self._told(row, (_S.QUEUED, _S.SUBMITTING, _S.RUNNING, _S.CANCELLED))
        if reason == Reason.NOT_ACKNOWLEDGED:
            row["acknowledged_at"] = row["card_message_id"] = None
            row["finished_at"] = row["created_at"] + 61 * _SECOND
        else:
            row["finished_at"] = row["acknowledged_at"] + self._between(2, 90)
        row["cost_usd"] = 0
        return self._told(row, (_S.QUEUED, _S.CANCELLED))

    def _never_answered(self, row: dict[str, Any], end: JobStatus) -> DrawnJob:
        states = [_S.QUEUED, _S.SUBMITTING]
        if end is _S.UNKNOWN:
            row["reason"] = Reason.CREATE_OUTCOME_UNKNOWN.value
            states.append(_S.UNKNOWN)
        return self._told(row, states)

    def _failed(self, row: dict[str, Any]) -> DrawnJob:
        reason = self._one_of(FAILED_FOR)
        if reason in OUTPUT_FAILURES:
            row["prediction_id"] = self._prediction_id()
            return self._made(row, _S.FAILED, reason=reason)
        row["reason"] = reason
        row["cost_usd"] = 0
        if reason == Reason.CREATE_REJECTED:
            row["finished_at"] = row["submitted_at"] + self._between(0.2, 2)
            return self._told(row, (_S.QUEUED, _S.SUBMITTING, _S.FAILED))
        took_s = 20 * self._source.random() + 3
        row["prediction_id"] = self._prediction_id()
        row["predict_seconds"] = round(took_s, 3)
        row["finished_at"] = row["submitted_at"] + int((took_s + 1) * _SECOND)
        return self._told(row, (_S.QUEUED, _S.SUBMITTING, _S.RUNNING, _S.FAILED))

    def _deadline_passed(self, row: dict[str, Any]) -> DrawnJob:
        row["finished_at"] = row["submitted_at"] + _DEADLINE_S * _SECOND
        row["reason"] = Reason.DEADLINE_PASSED.value
        return self._told(row, (_S.QUEUED, _S.SUBMITTING, _S.RUNNING, _S.EXPIRED))

    def _made(self, row: dict[str, Any], end: JobStatus, *, reason: str = "") -> DrawnJob:
        """The clip was made and paid for, whatever happened to it then."""
        took_s = self._generation_s(row["duration_s"])
        row["finished_at"] = row["submitted_at"] + int((took_s + self._source.random()) * _SECOND)
        row["predict_seconds"] = round(took_s, 3)
        row["cost_usd"] = _PRICE_MICRO_USD[row["duration_s"]]
        row["output_url"] = f"https://outputs.example.com/{row['prediction_id']}/clip.mp4"
        row["reason"] = reason
        states = [_S.QUEUED, _S.SUBMITTING, _S.RUNNING, _S.DELIVERING]
        if end is _S.DELIVERED:
            self._deliver(row)
        elif end in {_S.KEPT, _S.EXPIRED}:
            row["output_bytes"] = self._output_bytes(row["duration_s"])
            row["reason"] = Reason.NOWHERE_TO_DELIVER.value
            states.append(_S.KEPT)
            if end is _S.KEPT:
                row["kept_file"] = f"job-{self._number}.mp4"
            else:
                row["reason"] = Reason.KEPT_TOO_LONG.value
        if end is not states[-1]:
            states.append(end)
        if end is _S.DELIVERING:
            row["finished_at"] = min(row["finished_at"], self._until)
        return self._told(row, states)

    def _deliver(self, row: dict[str, Any]) -> None:
        row["delivered_at"] = row["finished_at"] + self._between(1, 20)
        row["delivery"] = self._one_of(DELIVERIES)
        row["output_bytes"] = self._output_bytes(row["duration_s"])
        row["result_message_id"] = message_id = self._message_id(row["delivered_at"])
        row["message_url"] = (
            f"https://discord.com/channels/{row['guild_id']}/{row['channel_id']}/{message_id}"
        )
        if self._source.random() < 0.02:
            row["deleted_at"] = min(row["delivered_at"] + self._between(5, 86_400), self._until)

    def _told(
        self, row: dict[str, Any], states: Sequence[JobStatus], *, actor: str = "worker"
    ) -> DrawnJob:
        """Close the row in its last state, with an event for each."""
        row["status"] = states[-1].value
        # By the state that it came to: its time in the row, or soon after the step before.
        times = {
            _S.SUBMITTING: row["submitted_at"],
            _S.DELIVERING: row["finished_at"],
            _S.DELIVERED: row["delivered_at"],
        }
        if states[-1] in {_S.FAILED, _S.CANCELLED, _S.EXPIRED} and _S.DELIVERING not in states:
            times[states[-1]] = row["finished_at"]
        events: list[Event] = []
        at: int = row["created_at"]
        before: str | None = None
        for state in states:
            at = times.get(state) or at + (0 if before is None else _SECOND)
            is_last = state is states[-1]
            events.append(
                (
                    at,
                    before,
                    state.value,
                    actor if before else f"member:{row['user_id']}",
                    row["reason"] if is_last else "",
                )
            )
            before = state.value
        return DrawnJob(columns=row, events=events)

    def _row(self, asker: _Member, created_at: int) -> dict[str, Any]:
        source = self._source
        return {
            **_EMPTY,
            "reference": f"{source.getrandbits(24):06X}",
            "prompt": self._texts.prompt(),
            "negative_prompt": self._texts.negative_prompt(),
            "duration_s": 10 if source.random() < 0.18 else 5,
            "aspect_ratio": self._one_of(RATIOS),
            "cfg_scale": round(source.random(), 2) if source.random() < 0.3 else 0.5,
            "guild_id": asker.guild_id,
            "channel_id": source.choice(asker.channel_ids),
            "user_id": asker.user_id,
            "user_locale": asker.locale,
            "private": source.random() < 0.05,
            "created_at": created_at,
        }

    def _accepted_row(self, asker: _Member, created_at: int) -> dict[str, Any]:
        row = self._row(asker, created_at)
        row["queued_at"] = created_at
        row["acknowledged_at"] = created_at + self._between(0.2, 1.5)
        row["card_message_id"] = self._message_id(created_at)
        row["cost_estimated_usd"] = _PRICE_MICRO_USD[row["duration_s"]]
        return row

    def _generation_s(self, duration_s: int) -> float:
        """Log-normal, with the mean of the clip's length."""
        sigma = math.sqrt(math.log(1 + _SPREAD**2))
        drawn = self._source.lognormvariate(math.log(_TYPICAL_S[duration_s]) - sigma**2 / 2, sigma)
        return min(drawn, _DEADLINE_S - 60.0)

    def _output_bytes(self, duration_s: int) -> int:
        return duration_s * self._source.randint(_MIB // 2, 3 * _MIB)

    def _prediction_id(self) -> str:
        drawn = f"{self._source.getrandbits(128):032x}"
        return f"{drawn[:8]}-{drawn[8:12]}-{drawn[12:16]}-{drawn[16:20]}-{drawn[20:]}"

    def _message_id(self, at: int) -> int:
        return (at // 1000 - _DISCORD_EPOCH_MS) << 22 | self._number % 2**22

    def _between(self, least_s: float, most_s: float) -> int:
        return int(self._source.uniform(least_s, most_s) * _SECOND)

    def _one_of(self, words: Words) -> str:
        (word,) = self._source.choices(words[0], cum_weights=words[1])
        return str(word)


# What no row of the log needs to differ in; and nothing, where nothing has happened yet.
_EMPTY: Final[dict[str, Any]] = {
    **{column.name: None for column in jobs.c if column.nullable},
    "status": "",
    "reason": "",
    "attachment_size_limit_bytes": 10 * _MIB,
    "filesize_limit_bytes": 10 * _MIB,
    "app_permissions": 1 << 49,
    "guild_locale": "en-US",
    "texts_erased": False,
    "owes_word": False,
}
