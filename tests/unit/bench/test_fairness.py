"""The race for slots, against cases worked out by hand."""

import pytest

from bench.fairness import Flood, guild_of, jain_index, measure, slot_time_s
from bench.slot_race import (
    CREATE_S,
    POLL_S,
    SLOTS,
    Clip,
    FirstInFirstOut,
    Wish,
    fair_queue,
    race,
)

FOX, OWL = 1, 2
# All ten are asked about once in that time, and each answer takes a moment.
ONE_TURN_S = SLOTS * (60 / 50 + POLL_S)


def wish(guild_id=FOX, *, at_s=0.0, takes_s=100.0, user_id=1):
    return Wish(asked_at_s=at_s, guild_id=guild_id, user_id=user_id, generation_s=takes_s)


def clip(guild_id=FOX, *, asked_at_s=0.0, started_at_s=0.0, takes_s=100.0, freed_at_s=0.0):
    return Clip(
        wish=wish(guild_id, at_s=asked_at_s, takes_s=takes_s),
        started_at_s=started_at_s,
        freed_at_s=freed_at_s,
    )


@pytest.mark.parametrize(
    ("shares", "index"), [((5, 5, 5, 5), 1.0), ((7, 0, 0, 0), 0.25), ((1, 3), 16 / 20)]
)
def test_jains_index_is_one_for_equals_and_the_nth_part_for_a_monopoly(shares, index):
    assert jain_index(shares) == pytest.approx(index)


def test_slot_time_counts_what_was_made_until_a_moment_and_nothing_for_the_idle():
    clips = [
        clip(FOX, started_at_s=0.0, takes_s=100.0),
        clip(FOX, started_at_s=150.0, takes_s=100.0),
        clip(OWL, started_at_s=300.0, takes_s=100.0),
    ]

    assert slot_time_s(clips, guild_of, parties=(FOX, OWL), until_s=200.0) == [150.0, 0.0]


def test_the_next_slot_of_each_is_one_that_nobody_who_asked_before_has():
    flood = [clip(FOX, freed_at_s=free) for free in (50.0, 90.0, 200.0)]
    others = [clip(OWL, asked_at_s=at, freed_at_s=1_000.0) for at in (40.0, 45.0, 100.0)]

    assert Flood(clips=[*flood, *others]).next_slots() == [10.0, 45.0, 100.0]


@pytest.mark.parametrize("new_line", [fair_queue, FirstInFirstOut])
def test_clips_beyond_the_slots_start_when_an_end_is_noticed(new_line):
    clips = race([wish() for _ in range(SLOTS + 1)], new_line)
    *first, last = clips

    # The tenth create waits for an answer: one open request is left to polls.
    assert [each.wait_s for each in first] == [CREATE_S] * 9 + [2 * CREATE_S]
    assert all(each.ended_at_s < each.freed_at_s <= each.ended_at_s + ONE_TURN_S for each in clips)
    assert last.wait_s == min(each.freed_at_s for each in first) + CREATE_S


def test_behind_a_flood_the_fair_queue_starts_a_newcomer_first_and_the_other_order_last():
    wishes = [*(wish() for _ in range(3 * SLOTS)), wish(OWL, at_s=50.0)]

    assert race(wishes, fair_queue)[SLOTS].wish.guild_id == OWL
    assert race(wishes, FirstInFirstOut)[-1].wish.guild_id == OWL


def test_a_race_that_is_stopped_tells_what_was_started_until_then():
    clips = race([wish() for _ in range(3 * SLOTS)], fair_queue, until_s=150.0)

    assert SLOTS < len(clips) <= 2 * SLOTS


def test_a_small_run_has_every_figure_and_both_charts():
    report = measure(flood=30, others=3, race_s=600.0)

    assert len(report.figures) == 10
    assert [chart.name for chart in report.charts] == ["fairness-waits", "fairness-jain"]
    figures = {figure.name: figure for figure in report.figures}
    assert figures["nine others, most beyond the next free slot"].goal_met
    fifo, fair = (
        figures[f"nine others, mean wait{order}"].value for order in (", first in, first out", "")
    )
    assert fair < fifo
