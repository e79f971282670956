"""The cap, as the server counts it."""

from hypothesis import given
from hypothesis import strategies as st

from bot.scheduling.window import RollingWindow

# Whole seconds are exact as floats, so that the edges of a window are tested too.
LENGTH_S = 10


@st.composite
def requests(draw):
    """When it is tried, how long its answer takes, and when in between the server has it."""
    wanted_at = draw(st.integers(0, 60))
    answer_s = draw(st.integers(0, 25))
    return wanted_at, answer_s, draw(st.integers(0, answer_s))


def most_in_any_window(arrivals, length_s):
    """A busiest window may be moved until it begins with an arrival."""
    return max(
        (sum(start <= other < start + length_s for other in arrivals) for start in arrivals),
        default=0,
    )


def run(window, tries):
    """Send whatever there is room for, second by second; tell when each reached the server."""
    arrivals, answers = [], []
    for second in range(100):
        for answered_at, entry in [pair for pair in answers if pair[0] == second]:
            window.leave(entry, float(answered_at))
        for wanted_at, answer_s, arrival_s in tries:
            if wanted_at == second and window.has_room(float(second)):
                arrivals.append(second + arrival_s)
                entry = window.enter(float(second))
                if answer_s == 0:
                    window.leave(entry, float(second))
                else:
                    answers.append((second + answer_s, entry))
    return arrivals


@given(limit=st.integers(0, 5), tries=st.lists(requests(), max_size=60))
def test_no_window_on_the_server_holds_more_than_the_limit(limit, tries):
    arrivals = run(RollingWindow(limit, float(LENGTH_S)), tries)

    assert most_in_any_window(arrivals, LENGTH_S) <= limit


@given(
    limit=st.integers(1, 5),
    ends=st.lists(st.floats(0, 100), max_size=20),
    open_count=st.integers(0, 6),
    now=st.floats(100, 130),
)
def test_the_time_told_is_the_first_with_room(limit, ends, open_count, now):
    window = RollingWindow(limit, 15.0)
    for ended_at in ends:
        window.restore(ended_at)
    for _ in range(open_count):
        window.enter(now)
    free_at = window.free_at(now)
    moments = sorted({now, *(ended_at + 15.0 for ended_at in ends if ended_at + 15.0 > now)})

    assert free_at == next((moment for moment in moments if window.has_room(moment)), None)
