"""Ranges that people are told hold as often as they say, and the line that shows it is right."""

import pytest

from bench.calibration import (
    JOBS,
    SCENES,
    cost_ms,
    kept_percentage,
    measure,
    run_lines,
    true_times,
)
from bench.report import Chart
from bench.simulated_line import FIRST_GUESS_S, Promise, Scene, SimulatedLine, Told
from bot.domain.forecast import TimeRange
from bot.scheduling.generation_times import GenerationTimes

# All but certain: a clip takes just so long.
EXACT = {
    duration_s: GenerationTimes.log_normal(mean_s=mean_s, cv=1e-9)
    for duration_s, mean_s in FIRST_GUESS_S.items()
}


def promise(*, earliest_s=0.0, latest_s=10.0, kind=Told.START, share_inside=0.8, at_s=100.0):
    return Promise(
        kind=kind,
        share_inside=share_inside,
        told_at_s=100.0,
        told=TimeRange(earliest_s=earliest_s, latest_s=latest_s),
        came_true_at_s=at_s,
    )


def moments(promises, kind):
    return [
        (round(told.told_at_s, 3), round(told.came_true_at_s, 3))
        for told in promises
        if told.kind is kind
    ]


@pytest.fixture(scope="module")
def thousand_jobs():
    assert JOBS == 1000
    scenes = {name: Scene(truth=SCENES[name].truth) for name in ("cv 0.2", "cv 0.3")}
    return {name: run_lines(scene, lines=1)[0] for name, scene in scenes.items()}


class TestCalibration:
    @pytest.mark.parametrize("kind", Told)
    @pytest.mark.parametrize("name", ["cv 0.2", "cv 0.3"])
    def test_of_a_thousand_jobs_eight_in_ten_are_as_told(self, name, kind, thousand_jobs):
        promises = thousand_jobs[name]

        assert kept_percentage(promises, kind) == pytest.approx(80, abs=5)

    def test_every_job_was_told_something(self, thousand_jobs):
        for promises in thousand_jobs.values():
            assert len(moments(promises, Told.END_AT_START)) == 1000
            # The others find a free slot.
            assert len(moments(promises, Told.START)) > 700


class TestPromise:
    @pytest.mark.parametrize(
        ("at_s", "is_kept"), [(104.9, False), (105.0, True), (110.0, True), (110.1, False)]
    )
    def test_it_is_kept_within_its_range_from_when_it_was_told(self, at_s, is_kept):
        assert promise(earliest_s=5.0, at_s=at_s).is_kept is is_kept

    def test_only_promises_of_a_kind_and_share_are_counted(self):
        promises = [
            promise(),
            promise(at_s=200.0),
            promise(kind=Told.END_AT_START, at_s=200.0),
            promise(share_inside=0.5, at_s=200.0),
        ]

        assert kept_percentage(promises, Told.START) == 50.0


class TestSimulatedLine:
    def test_clips_start_and_end_as_worked_out_by_hand(self):
        """Three people, one job each, one slot: starts at 0, 340 and 680."""
        scene = Scene(
            truth=EXACT,
            jobs=3,
            slots=1,
            guilds=1,
            members_each=1,
            burst=(3, 3),
            long_share=0.0,
            guild_max_running=None,
            user_max_running=None,
        )
        promises = SimulatedLine(scene, seed=1).run()

        assert moments(promises, Told.START) == [(0.0, 340.0), (0.0, 680.0)]
        assert moments(promises, Told.END_ON_ACCEPTANCE) == [(0.0, 680.0), (0.0, 1020.0)]
        assert moments(promises, Told.END_AT_START) == [
            (0.0, 340.0),
            (340.0, 680.0),
            (680.0, 1020.0),
        ]
        running = moments(promises, Told.END_WHILE_RUNNING)
        assert running[:3] == [(85.0, 340.0), (170.0, 340.0), (255.0, 340.0)]

    def test_a_burst_comes_only_when_nobody_waits_any_more(self):
        scene = Scene(truth=true_times(cv=0.2), jobs=120)
        told = moments(SimulatedLine(scene, seed=2).run(), Told.START)
        bursts = sorted({told_at_s for told_at_s, _ in told})
        last_starts = [max(start for at, start in told if at == burst) for burst in bursts]

        assert len(bursts) > 2
        assert all(end <= later for end, later in zip(last_starts, bursts[1:], strict=False))

    def test_bursts_that_do_not_wait_overtake(self):
        scene = Scene(truth=true_times(cv=0.2), jobs=200, bursts_wait=False, load=0.95)
        told = moments(SimulatedLine(scene, seed=2).run(), Told.START)

        assert any(
            later_told > first_told and later_start < first_start
            for first_told, first_start in told
            for later_told, later_start in told
        )

    def test_the_model_learns_from_what_it_sees(self):
        truth = true_times(cv=0.2, of_first_guess=1.5)
        line = SimulatedLine(Scene(truth=truth, jobs=300), seed=3)
        assert line.model.typical_s(5) == pytest.approx(340)
        line.run()

        assert line.model.typical_s(5) == pytest.approx(510, rel=0.05)

    def test_the_same_seed_gives_the_same_promises(self):
        scene = Scene(truth=true_times(cv=0.2), jobs=40)
        first, again, other = (SimulatedLine(scene, seed=seed).run() for seed in (1, 1, 2))

        assert first == again != other


class TestReport:
    def test_a_small_run_reports_every_scene_and_draws_what_was_kept(self):
        report = measure(jobs=60, lines=1)
        (chart,) = report.charts

        names = [figure.name for figure in report.figures]
        assert len(names) == len(set(names)) == len(SCENES) * 7 + 4 + 1
        assert isinstance(chart, Chart)
        assert chart.series["exactly as promised"] == [(50, 50), (80, 80), (90, 90)]
        for points in chart.series.values():
            shares = [share for _, share in points]
            assert shares == sorted(shares)

    def test_what_a_forecast_costs_is_measured(self):
        assert cost_ms() > 0
