"""What is asked of a log whose cost is measured: by whom, and with which filters."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, Self

from bot.domain.clip import ClipRequest
from bot.domain.ids import ChannelId, GuildId, UserId
from bot.domain.job import Destination, JobStatus
from bot.domain.limits import LimitBreach, LimitPolicy, LimitScope, LimitUsage, find_breach
from bot.domain.ports import NewAttempt
from bot.domain.usage import PageFilter

MONTH: Final = timedelta(days=30)
USD: Final = Decimal("1.40")
SIZE_LIMIT_BYTES: Final = 10 * 1024 * 1024
# So high that none refuses: what they count is counted all the same.
LIMITS: Final = LimitPolicy(
    user_max_running=10**6,
    user_max_queued=10**6,
    user_jobs_per_day=10**6,
    user_usd_per_day=Decimal(10**9),
    guild_max_running=10**6,
    guild_max_queued=10**6,
    guild_jobs_per_day=10**6,
    guild_usd_per_day=Decimal(10**9),
    total_usd_per_day=Decimal(10**9),
    max_wait_s=10.0**9,
)
MONTHLY_LIMITS: Final = replace(
    LIMITS,
    member_jobs_per_month=10**6,
    member_usd_per_month=Decimal(10**9),
    guild_jobs_per_month=10**6,
    guild_usd_per_month=Decimal(10**9),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class People:
    """Of the server with most attempts: its keenest member, one who hardly asks, and some more."""

    guild_id: GuildId
    keenest: UserId
    rarest: UserId
    members: Sequence[UserId]
    rarest_reason: str

    @classmethod
    def of(cls, path: Path) -> Self:
        with closing(sqlite3.connect(path)) as connection:

            def ranked(column: str, condition: str = "1") -> list[Any]:
                rows = connection.execute(
                    f"SELECT {column} FROM jobs WHERE {condition} "  # noqa: S608 -- our own names
                    f"GROUP BY {column} ORDER BY count(*) DESC, {column}"
                )
                return [value for (value,) in rows]

            guild_id = ranked("guild_id")[0]
            members = ranked("user_id", f"guild_id = {guild_id}")
            reasons = ranked("reason", f"guild_id = {guild_id} AND reason != ''")
        return cls(
            guild_id=GuildId(guild_id),
            keenest=UserId(members[0]),
            rarest=UserId(members[-1]),
            members=[UserId(member) for member in members[:50]],
            rarest_reason=reasons[-1],
        )


def asked_for(people: People, ends_at: datetime) -> Sequence[tuple[str, PageFilter]]:
    """What a moderator may ask for, often found and hardly ever, by its name in the table."""
    everything = PageFilter(guild_id=people.guild_id)
    ill = frozenset({JobStatus.REFUSED, JobStatus.FAILED, JobStatus.CANCELLED, JobStatus.EXPIRED})
    live = frozenset({JobStatus.QUEUED, JobStatus.RUNNING, JobStatus.UNKNOWN})
    a_month = replace(everything, since=ends_at - 3 * MONTH, until=ends_at - 2 * MONTH)
    rare = people.rarest_reason
    return [
        ("everything", everything),
        ("keenest member", replace(everything, user_id=people.keenest)),
        ("member of a few", replace(everything, user_id=people.rarest)),
        ("one state", replace(everything, statuses=frozenset({JobStatus.FAILED}))),
        ("four states", replace(everything, statuses=ill)),
        ("live states", replace(everything, statuses=live)),
        ("frequent reason", replace(everything, reason="user_daily_limit")),
        ("rare reason", replace(everything, reason=rare)),
        ("reason that fits no state", replace(everything, reason=rare, statuses=live)),
        ("length", replace(everything, duration_s=10)),
        ("length that never occurs", replace(everything, duration_s=7)),
        ("states and length that never occur", replace(everything, statuses=ill, duration_s=7)),
        ("a month", a_month),
        ("a month, states and length", replace(a_month, statuses=ill, duration_s=10)),
        (
            "all at once",
            replace(a_month, user_id=people.keenest, statuses=ill, duration_s=10, reason=rare),
        ),
    ]


def decision_by(policy: LimitPolicy) -> Callable[[LimitUsage], LimitBreach | None]:
    return lambda usage: find_breach(
        policy, usage, estimate_usd=USD, expected_wait_s=float(usage.ahead)
    )


def scope_of(user_id: UserId, guild_id: GuildId, policy: LimitPolicy) -> LimitScope:
    """With a pseudonym, as the bot counts: it is looked for whether there is one or not."""
    return LimitScope(user_ids=(user_id, UserId(-user_id)), guild_id=guild_id, months=policy.months)


def new_attempt(user_id: UserId, guild_id: GuildId, at: datetime) -> NewAttempt:
    return NewAttempt(
        request=ClipRequest(prompt="A red fox crosses a snowy road at dawn, in slow motion"),
        destination=Destination(
            guild_id=guild_id,
            channel_id=ChannelId(1),
            user_id=user_id,
            attachment_size_limit_bytes=SIZE_LIMIT_BYTES,
            filesize_limit_bytes=SIZE_LIMIT_BYTES,
            app_permissions=0,
            user_locale="en-GB",
            guild_locale="en-GB",
            private=False,
        ),
        reference="A1B2C3",
        created_at=at,
        interaction_token="a" * 200,
        interaction_token_expires_at=at + timedelta(minutes=15),
        cost_estimated_usd=USD,
    )
