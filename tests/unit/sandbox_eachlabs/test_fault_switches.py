"""Switches: until switched off, a number of times, or a share of the calls."""

import random

import pytest

from sandbox.eachlabs.faults import FaultKind, Faults


@pytest.fixture
def changes():
    return []


@pytest.fixture
def faults(changes):
    return Faults(chance=random.Random(0), on_change=lambda: changes.append("changed"))


def test_a_switch_strikes_until_it_is_switched_off(faults):
    faults.switch_on("poll_error")
    struck = [faults.strike(FaultKind.POLL_ERROR) is not None for _ in range(3)]
    faults.switch_off("poll_error")
    faults.switch_off("poll_error")

    assert struck == [True] * 3
    assert faults.strike(FaultKind.POLL_ERROR) is None
    assert faults.struck == {FaultKind.POLL_ERROR: 3}


def test_a_switch_with_a_number_of_times_switches_itself_off(faults):
    faults.switch_on(FaultKind.POLL_ERROR, times=2)
    struck = [faults.strike(FaultKind.POLL_ERROR) is not None for _ in range(3)]

    assert struck == [True, True, False]
    assert not faults.is_on(FaultKind.POLL_ERROR)


def test_the_first_switch_that_is_on_strikes_and_the_others_are_not_used_up(faults):
    faults.switch_on(FaultKind.POLL_CUT, times=1)
    faults.switch_on(FaultKind.POLL_HTML, times=1)
    struck = faults.strike(FaultKind.POLL_ERROR, FaultKind.POLL_HTML, FaultKind.POLL_CUT)

    assert FaultKind.POLL_HTML is struck.kind
    assert [switch.kind for switch in faults.active] == [FaultKind.POLL_CUT]


def test_a_share_strikes_that_part_of_the_calls(faults):
    faults.switch_on(FaultKind.PROMPT_REJECTED, share=0.1)
    struck = sum(faults.strike(FaultKind.PROMPT_REJECTED) is not None for _ in range(2000))

    assert 150 < struck < 250


def test_an_amount_is_the_usual_one_unless_told(faults):
    faults.switch_on(FaultKind.FILE_HUGE)
    faults.switch_on(FaultKind.POLL_SLOW, amount=0.5)

    assert [switch.amount for switch in faults.active] == [30, 0.5]


@pytest.mark.parametrize(
    "figures", [{"times": 0}, {"share": 0.0}, {"share": 1.1}, {"amount": -1.0}]
)
def test_a_figure_that_makes_no_sense_is_refused(faults, figures):
    with pytest.raises(ValueError, match="poll_slow"):
        faults.switch_on(FaultKind.POLL_SLOW, **figures)

    assert faults.active == ()


def test_a_name_nobody_knows_is_refused(faults):
    with pytest.raises(ValueError, match="nonsense"):
        faults.switch_on("nonsense")


def test_each_turn_of_a_switch_is_told(faults, changes):
    faults.switch_on(FaultKind.AWAY)
    faults.switch_off(FaultKind.AWAY)
    faults.clear()

    assert len(changes) == 3
