import math
from decimal import Decimal

import pytest

from bot.domain.limits import LimitUsage
from bot.scheduling.expected_wait import expected_wait_s
from bot.scheduling.latency import LatencyModel

MODEL = LatencyModel({5: 340.0, 10: 720.0})
COUNTS = (
    "user_queued",
    "user_running",
    "user_jobs_day",
    "guild_queued",
    "guild_running",
    "guild_jobs_day",
    "running",
    "guild_ahead",
    "ahead",
)


def wait_s(*, slots=10, guild_max_running=10, user_max_running=2, duration_s=5, **counts):
    usage = LimitUsage(
        **{**dict.fromkeys(COUNTS, 0), **counts},
        user_usd_day=Decimal(0),
        member_jobs_day=0,
        member_usd_day=Decimal(0),
        guild_usd_day=Decimal(0),
        total_usd_day=Decimal(0),
    )
    return expected_wait_s(
        usage,
        typical_s=MODEL.typical_s(duration_s),
        slots=slots,
        guild_max_running=guild_max_running,
        user_max_running=user_max_running,
    )


class TestExpectedWait:
    def test_a_free_slot_means_no_wait(self):
        assert wait_s() == 0
        assert wait_s(running=9) == 0
        assert wait_s(running=7, ahead=2) == 0

    def test_the_next_of_ten_full_slots_frees_in_a_tenth_of_a_clips_time(self):
        assert wait_s(running=10) == pytest.approx(34)

    def test_work_ahead_adds_up(self):
        assert wait_s(running=10, ahead=19) == pytest.approx(20 * 34)

    def test_a_long_clip_waits_for_long_ones(self):
        assert wait_s(running=10, duration_s=10) == pytest.approx(72)

    def test_a_member_at_the_cap_waits_for_their_own_clips(self):
        assert wait_s(running=2, user_running=2) == pytest.approx(170)
        assert wait_s(running=2, user_running=2, user_queued=3, ahead=3) == pytest.approx(4 * 170)

    def test_a_guild_at_its_cap_waits_for_its_own_clips(self):
        wait = wait_s(guild_max_running=4, running=4, guild_running=4, guild_ahead=1, ahead=1)

        assert wait == pytest.approx(2 * 85)

    def test_the_slowest_line_decides(self):
        wait = wait_s(running=10, ahead=40, user_running=2, guild_running=10, guild_ahead=5)

        assert wait == pytest.approx(41 * 34)

    def test_without_caps_only_the_slots_count(self):
        wait = wait_s(
            guild_max_running=None,
            user_max_running=None,
            user_running=9,
            guild_running=9,
            running=9,
        )

        assert wait == 0

    def test_a_cap_above_the_slots_promises_nothing_more(self):
        wait = wait_s(slots=2, guild_max_running=50, running=2, guild_running=2)

        assert wait == pytest.approx(170)

    @pytest.mark.parametrize(
        "cap", [{"slots": 0}, {"guild_max_running": 0}, {"user_max_running": 0}]
    )
    def test_where_nothing_may_run_the_wait_has_no_end(self, cap):
        assert wait_s(**cap) == math.inf
