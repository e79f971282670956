"""How long a new job would wait for its slot."""

import math

from bot.domain.limits import LimitUsage


def expected_wait_s(
    usage: LimitUsage,
    *,
    typical_s: float,
    slots: int,
    guild_max_running: int | None,
    user_max_running: int | None,
) -> float:
    """Estimate how long a new job would wait for its slot; 0 when one is free for it.

    A line with `places` running side by side, `running` of them taken and `ahead` jobs before
    the new one, must see `running + ahead + 1 - places` clips end first. Full, it ends `places`
    clips per typical time T, at moments that are spread evenly, so that takes

        max(0, running + ahead + 1 - places) * T / places

    A new job stands in three such lines and waits for the slowest:

        everyone   places = slots                  ahead = all that the fair order puts first
        its guild  places = the guild's cap        ahead = those of its guild among them
        its member places = the member's cap       ahead = the member's own waiting jobs

    A cap above the slots counts as the slots; with no place at all the wait has no end. T is
    the new job's own typical time, as the log's counts do not tell the lengths of the others.
    """
    lines = (
        (slots, usage.running, usage.ahead),
        (guild_max_running, usage.guild_running, usage.guild_ahead),
        (user_max_running, usage.user_running, usage.user_queued),
    )
    return max(
        _line_wait_s(slots if cap is None else min(cap, slots), running, ahead, typical_s)
        for cap, running, ahead in lines
    )


def _line_wait_s(places: int, running: int, ahead: int, typical_s: float) -> float:
    if places <= 0:
        return math.inf
    return max(0, running + ahead + 1 - places) * typical_s / places
