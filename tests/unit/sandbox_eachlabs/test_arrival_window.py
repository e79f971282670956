"""The server's own count must be beyond doubt, since others are measured by it."""

from hypothesis import given
from hypothesis import strategies as st

from sandbox.eachlabs.limits import ArrivalWindow, BalanceLimit

GAPS = st.lists(st.integers(min_value=0, max_value=40), min_size=1, max_size=60)


@given(GAPS)
def test_the_count_is_that_of_every_arrival_in_the_window_that_ends_now(gaps):
    window = ArrivalWindow(length_s=60.0)
    arrivals = []
    now = 0.0
    for gap in gaps:
        now += gap
        arrivals.append(now)
        counted = window.arrive(now)

        assert sum(now - 60 < arrival <= now for arrival in arrivals) == counted


def test_an_empty_window_is_free_now():
    assert ArrivalWindow(length_s=60.0).free_again_in_s(5.0) == 0.0


def test_the_balance_bucket_never_holds_more_than_three():
    now = [0.0]
    limit = BalanceLimit(clock=lambda: now[0])
    now[0] = 3600.0

    assert [limit.allow() for _ in range(4)] == [True, True, True, False]
