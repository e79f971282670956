"""What is measured of the simulated account, at a size that takes a second."""

import pytest

from bench.detection_lag import measure
from bench.poll_cases import CASES, MAIN, STATUSES
from bench.poll_lags import PACED, Lags, Size, paced_lags, play, poll_gap_s
from bench.poll_simulation import Account, Noticed, Outcome

TINY = Size(seeds=1, clips=80, warm_up=10, first_seeds=1, first_clips=90)


def noticed(clip, lag_s):
    return Noticed(clip=clip, seen_after_s=300.0 + lag_s, lag_s=lag_s + 1, shown_lag_s=lag_s)


def test_means_and_the_95_percent_leave_the_warm_up_out():
    run = Outcome(
        noticed=[noticed(0, 1000.0), *(noticed(clip, float(clip)) for clip in range(1, 101))],
        requests=120,
        took_s=60.0,
    )
    lags = Lags.of([run], clips=range(1, 101))

    assert lags.mean_s == 50.5
    assert lags.p95_s == 95.0
    assert lags.mean_since_end_s == 51.5
    assert lags.requests_per_minute == 120.0


def test_every_policy_starts_the_same_clips_in_the_same_order():
    clips = MAIN.draw(60, seed=3)
    outcomes = play(MAIN, clips, Account())

    for outcome in outcomes.values():
        for each in outcome.noticed:
            took_s = clips[each.clip].generation_s
            assert each.seen_after_s - each.lag_s == pytest.approx(took_s)


def test_the_same_seed_measures_the_same():
    assert paced_lags(MAIN, Account(), TINY) == paced_lags(MAIN, Account(), TINY)


def test_paced_policies_stay_within_the_account():
    for lags in paced_lags(MAIN, Account(), TINY).values():
        assert lags.requests_per_minute <= 60
    assert poll_gap_s(Account()) > 1


def test_a_report_tells_every_case_and_holds_the_planner_to_its_goals():
    report = measure(TINY)
    names = [figure.name for figure in report.figures]

    assert len(names) == len(set(names))
    for case in CASES:
        for status in STATUSES:
            assert any(name.startswith(f"{case.name}, {status}:") for name in names)
    assert sum(figure.goal is not None for figure in report.figures) == 2 * len(CASES) + 2
    assert set(report.charts[0].series) == set(PACED)
    assert all(len(line) == 4 for line in report.charts[0].series.values())
    assert list(report.charts[1].bars.values())[1:] == sorted(
        list(report.charts[1].bars.values())[1:], reverse=True
    )
