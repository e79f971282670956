"""Slot use, held to cases that were worked out by hand."""

import math

import pytest

from bench.slots import Life, slot_use


def life(created_at, ended_at, noticed_at):
    return Life(created_at=created_at, ended_at=ended_at, noticed_at=noticed_at)


# Two slots, full from 1 to 20: the first is empty from 12 to 13, and once its clip of 10 was only
# noticed at 12; the second works until 21.
TWO_SLOTS = [
    life(0, 10, 12),
    life(1, 21, 22),
    life(13, 20, 20),
    life(20, 30, None),
]


def test_every_slot_second_is_at_work_unnoticed_or_empty():
    use = slot_use(TWO_SLOTS, slots=2)

    assert use.busy_s == pytest.approx(9 + 19 + 7)
    assert use.unnoticed_s == pytest.approx(2)
    assert use.empty_s == pytest.approx(1)
    assert (use.ends, use.refills) == (1, 2)


def test_the_count_is_the_share_at_work():
    use = slot_use(TWO_SLOTS, slots=2)

    assert use.counted == pytest.approx(35 / 38)
    assert use.notice_s == pytest.approx(2)
    assert use.refill_s == pytest.approx(0.5)


def test_at_lifes_pace_only_the_refill_stays_as_long_as_it_was():
    use = slot_use(TWO_SLOTS, slots=2)

    assert use.at_lifes_pace(10) == pytest.approx(350 / (350 + 20 + 1))
    assert use.at_lifes_pace(1) == pytest.approx(use.counted)


def test_slots_that_never_idle_are_used_wholly():
    back_to_back = [life(0, 5, 5), life(5, 10, 10), life(10, math.inf, None)]

    assert slot_use(back_to_back, slots=1).counted == 1


def test_what_nobody_noticed_counts_until_the_last_create():
    use = slot_use([life(0, 4, None), life(0, 12, 12), life(10, 15, 15)], slots=2)

    assert use.unnoticed_s == pytest.approx(6)
