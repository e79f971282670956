import pytest

from sandbox.eachlabs.slot_log import SlotLog


@pytest.fixture
def log():
    log = SlotLog()
    for at, in_flight in ((10.0, 1), (20.0, 2), (30.0, 0)):
        log.note(at=at, in_flight=in_flight)
    return log


@pytest.mark.parametrize(
    ("since", "until", "mean"),
    [(10, 30, 1.5), (0, 40, 0.75), (15, 25, 1.5), (22, 24, 2), (30, 50, 0), (0, 5, 0)],
)
def test_the_mean_is_taken_over_exactly_the_stretch_asked_for(log, since, until, mean):
    assert mean == log.mean_in_flight(since=since, until=until)


def test_an_empty_stretch_has_no_mean(log):
    with pytest.raises(ValueError, match="stretch"):
        log.mean_in_flight(since=10, until=10)
