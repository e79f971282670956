"""No schedule of requests, failures, holds and restarts breaks what the gate promises."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.ports import RequestKind
from tests.property.scheduling.simulated_budget import LENGTH_S, Schedule, Wish, simulate

# Times are whole ticks of an eighth of a second: exact as floats, and as the loop's microseconds.
TICK_S = 0.125
GUILDS = (100, 200)
# What a restart takes into account between a request's row in the log and its arrival.
LATEST_ARRIVAL_S = 4.0
LOGGED_WITHIN_S = 1.0


def ticks(most_s):
    return st.integers(0, int(most_s / TICK_S)).map(lambda count: count * TICK_S)


@st.composite
def wishes(draw, *, latest_arrival_s=10.0):
    answer_s = draw(ticks(10.0))
    return Wish(
        at_s=draw(ticks(20.0)),
        kind=draw(st.sampled_from(RequestKind)),
        guild_id=draw(st.sampled_from((*GUILDS, None))),
        log_s=draw(st.sampled_from((0.0, 0.0, TICK_S, LOGGED_WITHIN_S))),
        log_fails=draw(st.integers(0, 9)) == 9,
        answer_s=answer_s,
        arrives_after_s=draw(ticks(min(answer_s, latest_arrival_s))),
        retry_after_s=draw(ticks(10.0)) if draw(st.integers(0, 9)) == 9 else None,
        cancelled_at_s=draw(st.none() | st.none() | ticks(50.0)),
    )


caps = st.fixed_dictionaries(
    {
        "rate_requests": st.integers(1, 9),
        "guild_rate_requests": st.integers(1, 5),
        "max_open": st.integers(1, 4),
    }
)
holds = st.lists(st.tuples(ticks(25.0), ticks(10.0)), max_size=3)
busy_changes = st.lists(st.tuples(ticks(37.5), st.frozensets(st.sampled_from(GUILDS))), max_size=4)
kills = st.lists(
    st.tuples(ticks(40.0), ticks(5.0)), max_size=3, unique_by=lambda kill: kill[0] // 6
)


def schedules(*, holds=holds, busy_changes=busy_changes):
    return st.builds(
        Schedule,
        wishes=st.lists(wishes(), min_size=1, max_size=25),
        caps=caps,
        holds=holds,
        busy_changes=busy_changes,
    )


@st.composite
def crashes(draw):
    """A full window and slow requests just before a kill, and as many at the start after it."""
    requests = st.builds(
        Wish,
        at_s=st.sampled_from((0.0, 1.0, 3.0, 9.0, 12.0)),
        kind=st.sampled_from((RequestKind.CREATE, RequestKind.POLL)),
        guild_id=st.none(),
        log_s=st.sampled_from((0.0, LOGGED_WITHIN_S)),
        log_fails=st.just(False),
        answer_s=st.just(10.0),
        arrives_after_s=st.sampled_from((0.0, LATEST_ARRIVAL_S)),
        retry_after_s=st.none(),
        cancelled_at_s=st.none(),
    )
    return Schedule(
        wishes=draw(st.lists(requests, min_size=8, max_size=16)),
        caps={
            "rate_requests": draw(st.integers(1, 5)),
            "guild_rate_requests": 5,
            "max_open": draw(st.integers(2, 5)),
        },
        kills=[(draw(st.sampled_from((4.0, 6.0, 7.5))), draw(ticks(1.0)))],
    )


schedules_with_restarts = st.builds(
    Schedule,
    wishes=st.lists(wishes(latest_arrival_s=LATEST_ARRIVAL_S), min_size=1, max_size=25),
    caps=caps,
    holds=holds,
    busy_changes=busy_changes,
    kills=kills,
)
without_shares = schedules(busy_changes=st.just(()))


def most_in_any_window(arrivals, length_s):
    """A busiest window may be moved until it begins with an arrival."""
    return max(
        (sum(start <= other < start + length_s for other in arrivals) for start in arrivals),
        default=0,
    )


def urgent_limit(limit):
    return limit - max(1, limit // 4) if limit > 1 else 1


def assert_no_cap_was_passed(schedule, run):
    limit, max_open = schedule.caps["rate_requests"], schedule.caps["max_open"]
    arrived = [wish for wish in schedule.wishes if wish.arrived_at_s is not None]
    urgent = [wish.arrived_at_s for wish in arrived if wish.is_urgent]

    assert most_in_any_window([wish.arrived_at_s for wish in arrived], LENGTH_S) <= limit
    assert most_in_any_window(urgent, LENGTH_S) <= urgent_limit(limit)
    if limit == 1:
        assert most_in_any_window(urgent, 2 * LENGTH_S) <= 1
    assert run.most_open <= max_open
    assert run.most_urgent_open <= max(1, max_open - 1)


@settings(max_examples=50)
@given(schedule=schedules())
def test_no_cap_is_ever_passed_and_nobody_is_lost(schedule):
    assert_no_cap_was_passed(schedule, simulate(schedule))

    for wish in schedule.wishes:
        assert wish.started_at_s is not None or wish.was_given_up


@settings(max_examples=80)
@given(schedule=crashes() | schedules_with_restarts)
def test_no_cap_is_ever_passed_across_kills_and_restarts(schedule):
    assert_no_cap_was_passed(schedule, simulate(schedule))

    for wish in schedule.wishes:
        assert wish.started_at_s is not None or wish.was_given_up


@settings(max_examples=30)
@given(schedule=schedules_with_restarts)
def test_everything_is_given_back_in_the_end(schedule):
    left_over = simulate(schedule).left_over

    assert (left_over.open, left_over.used) == (0, 0)
    assert not any(left_over.waiting.values())


@settings(max_examples=50)
@given(schedule=schedules())
def test_nothing_is_sent_during_a_hold(schedule):
    run = simulate(schedule)
    started = [wish.started_at_s for wish in schedule.wishes if wish.started_at_s is not None]

    for hold in run.holds:
        assert not any(hold.set_at_s < started_at_s < hold.until_s for started_at_s in started)


@settings(max_examples=50)
@given(schedule=schedules_with_restarts)
def test_beside_another_busy_guild_a_guild_keeps_to_its_share(schedule):
    run = simulate(schedule)
    share = schedule.caps["guild_rate_requests"]

    for guild_id, bound in run.granted_while_bound.items():
        sent = [
            wish
            for wish in schedule.wishes
            if wish.guild_id == guild_id and wish.arrived_at_s is not None
        ]
        for wish in (wish for wish in bound if wish.arrived_at_s is not None):
            near = [
                other.is_urgent
                for other in sent
                if other.granted_no <= wish.granted_no
                and other.arrived_at_s > wish.arrived_at_s - LENGTH_S
            ]
            assert len(near) <= share
            if wish.is_urgent:
                assert sum(near) <= urgent_limit(share)


@settings(max_examples=50)
@given(schedule=without_shares)
def test_creates_and_cancels_overtake_unless_the_reserve_stops_them_and_equals_never_do(schedule):
    simulate(schedule)
    granted = [wish for wish in schedule.wishes if wish.granted_no is not None]

    for later in granted:
        for earlier in granted:
            if later.is_urgent == earlier.is_urgent and earlier.at_s < later.at_s:
                assert earlier.granted_at_s <= later.granted_at_s
            was_passed = later.at_s < earlier.granted_at_s < later.granted_at_s
            if later.is_urgent and not earlier.is_urgent and was_passed:
                assert reserve_binds(schedule, at_s=earlier.granted_at_s)


def reserve_binds(schedule, *, at_s):
    """Whether creates and cancels hold as much as they ever may at that moment."""
    limit, max_open = schedule.caps["rate_requests"], schedule.caps["max_open"]
    length_s = LENGTH_S if limit > 1 else 2 * LENGTH_S
    begun = [
        wish
        for wish in schedule.wishes
        if wish.is_urgent and wish.granted_at_s is not None and wish.granted_at_s <= at_s
    ]
    is_open = [at_s <= wish.over_at_s for wish in begun]
    counts = [
        is_open or (wish.started_at_s is not None and at_s <= wish.over_at_s + length_s)
        for wish, is_open in zip(begun, is_open, strict=True)
    ]
    return sum(counts) >= urgent_limit(limit) or sum(is_open) >= max(1, max_open - 1)
