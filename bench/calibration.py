"""Whether a range that people are told holds as often as it says: eight times out of ten.

Each line takes a thousand jobs through ten slots, in bursts, with caps. The model learns from the
clips as they end, and is never told the truth. Several lines are run, as those who wait together
share their luck: the figures are of all lines together, beside the worst line by itself.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Final

from bench.report import Chart, Figure, Report, publish
from bench.simulated_line import BEGINNING, FIRST_GUESS_S, Promise, Scene, SimulatedLine, Told
from bot.domain.ids import GuildId, JobId, UserId
from bot.domain.ports import WaitingJob
from bot.scheduling.forecast import SHARE_INSIDE, Belief, forecast_line
from bot.scheduling.generation_times import GenerationTimes
from bot.scheduling.line_simulation import Line, RunningClip

EARLY_SHARE: Final = 0.02
LINES: Final = 6
JOBS: Final = 1000
PROMISED: Final = 100 * SHARE_INSIDE
SHARES_INSIDE: Final = (0.5, SHARE_INSIDE, 0.9)
GOAL_POINTS: Final = 5.0
GOAL_COST_MS: Final = 30.0
COST_ROUNDS: Final = 20
Lines = Sequence[Sequence[Promise]]


def true_times(*, cv: float, of_first_guess: float = 1.0) -> Mapping[int, GenerationTimes]:
    """What clips really take; `of_first_guess` is how far off the settings are."""
    return {
        duration_s: GenerationTimes.log_normal(
            mean_s=guess_s * of_first_guess, cv=cv, early_share=EARLY_SHARE
        )
        for duration_s, guess_s in FIRST_GUESS_S.items()
    }


SCENES: Final = {
    "cv 0.2": Scene(truth=true_times(cv=0.2), shares_inside=SHARES_INSIDE),
    "cv 0.3": Scene(truth=true_times(cv=0.3)),
    "cv 0.5": Scene(truth=true_times(cv=0.5)),
    "times 0.8 of the guess": Scene(truth=true_times(cv=0.2, of_first_guess=0.8)),
    "times 1.25 of the guess": Scene(truth=true_times(cv=0.2, of_first_guess=1.25)),
}
OVERTAKEN: Final = Scene(truth=true_times(cv=0.2), bursts_wait=False)


def measure(*, jobs: int = JOBS, lines: int = LINES) -> Report:
    runs = {
        name: run_lines(replace(scene, jobs=jobs), lines=lines) for name, scene in SCENES.items()
    }
    overtaken = run_lines(replace(OVERTAKEN, jobs=jobs), lines=lines)
    figures = [figure for name, run in runs.items() for figure in _scene_figures(name, run)]
    return Report(
        name="calibration",
        title=f"Forecasts: how many of the {PROMISED:.0f} % ranges held",
        figures=[
            *figures,
            *_kept_figures("if later jobs overtake", overtaken),
            Figure(
                name="processor time of one forecast: 50 wait, 10 run",
                value=cost_ms(),
                unit="ms",
                reference=None,
                goal=GOAL_COST_MS,
            ),
        ],
        charts=[_reliability(next(iter(runs.values())))],
    )


def run_lines(scene: Scene, *, lines: int) -> Lines:
    return [SimulatedLine(scene, seed=1000 * number).run() for number in range(1, lines + 1)]


def kept_percentage(
    promises: Sequence[Promise], kind: Told, *, share_inside: float = SHARE_INSIDE
) -> float:
    held = [
        promise.is_kept
        for promise in promises
        if promise.kind is kind and promise.share_inside == share_inside
    ]
    return 100 * sum(held) / len(held)


def cost_ms() -> float:
    """The mean processor time of a full forecast, for five servers with ten people each."""
    times = true_times(cv=0.2)
    line = _full_line()
    began_at = time.process_time()
    for _ in range(COST_ROUNDS):
        forecast_line(
            line,
            beliefs=lambda duration_s: Belief(times=times[duration_s], doubt=0.02),
            random_source=Random(1),
        )
    return 1000 * (time.process_time() - began_at) / COST_ROUNDS


def _scene_figures(name: str, lines: Lines) -> Sequence[Figure]:
    ends = [kind for kind in Told if kind is not Told.START]
    return (
        *_kept_figures(name, lines),
        Figure(
            name=f"{name}: starts, off by",
            value=_off_by(_pooled(lines), [Told.START]),
            unit="points",
            reference=None,
            goal=GOAL_POINTS,
        ),
        Figure(
            name=f"{name}: ends, off by",
            value=_off_by(_pooled(lines), ends),
            unit="points",
            reference=None,
            goal=GOAL_POINTS,
        ),
        Figure(
            name=f"{name}: ends, worst line off by",
            value=max(_off_by(line, ends) for line in lines),
            unit="points",
            reference=GOAL_POINTS,
        ),
    )


def _off_by(promises: Sequence[Promise], kinds: Sequence[Told]) -> float:
    return max(abs(kept_percentage(promises, kind) - PROMISED) for kind in kinds)


def _kept_figures(name: str, lines: Lines) -> Sequence[Figure]:
    return [
        Figure(
            name=f"{name}: {kind}",
            value=kept_percentage(_pooled(lines), kind),
            unit="%",
            reference=PROMISED,
        )
        for kind in Told
    ]


def _reliability(lines: Lines) -> Chart:
    promised = [(100 * share_inside, 100 * share_inside) for share_inside in SHARES_INSIDE]
    series = {
        kind.value: [
            (100 * share, kept_percentage(_pooled(lines), kind, share_inside=share))
            for share in SHARES_INSIDE
        ]
        for kind in Told
    }
    return Chart(
        name="forecast-reliability",
        title="Forecasts hold as often as they say",
        x_label="promised (%)",
        y_label="held (%)",
        series={"exactly as promised": promised, **series},
    )


def _pooled(lines: Lines) -> Sequence[Promise]:
    return [promise for line in lines for promise in line]


def _full_line() -> Line:
    waiting = [
        WaitingJob(
            job_id=JobId(100 + number),
            guild_id=GuildId(number % 5),
            user_id=UserId(number),
            queued_at=BEGINNING + timedelta(seconds=number),
            duration_s=10 if number % 5 == 0 else 5,
        )
        for number in range(50)
    ]
    running = [
        RunningClip(
            job_id=JobId(number),
            guild_id=GuildId(number % 5),
            user_id=UserId(number),
            duration_s=5,
            age_s=30.0 * number,
        )
        for number in range(10)
    ]
    members = {(job.guild_id, job.user_id) for job in waiting}
    return Line(
        running=running,
        waiting=waiting,
        last_turns=dict.fromkeys((*members, *(guild_id for guild_id, _ in members)), 0),
        slots=10,
        guild_max_running=10,
        user_max_running=2,
    )


if __name__ == "__main__":
    publish(measure())
