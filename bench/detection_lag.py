"""How long after its end a clip is noticed, with ten slots always full and 60 requests a minute.

In virtual time, on the same drawn generation times: the product's planner with what it learns on
the way, the same planner knowing the true distribution, asking in turn, and asking about every
clip at a fixed interval, as clients of the API do, which the account would not allow.

The paced policies ask at the pace of the product's own request budget. Each case is run once with
the exact status, and once with a status that changes in steps of 5 s. In steps the lag counts from
when the API shows the end: before that nobody can notice it. The first clips of each run, by which
the planner still learns, count in figures of their own only.
"""

from collections.abc import Mapping, Sequence
from itertools import chain

from bench.poll_cases import CASES, EXACT, MAIN, PLAIN, STATUSES, STEPPED, WRONG_GUESS
from bench.poll_lags import (
    IN_TURN,
    LEARNED,
    PACED,
    TRUE,
    Lags,
    Size,
    first_lags,
    interval_lags,
    paced_lags,
)
from bench.report import BarChart, Chart, Figure, Report, publish

MOST_OF_TRUE = 1.15
MOST_OF_IN_TURN = 0.55
# Mean and 95 % as designed, at one question a second: the budget leaves room to creates besides.
DESIGNED_S: Mapping[str, tuple[float, float]] = {TRUE: (2.3, 5.6), IN_TURN: (5.1, 9.8)}
LEARNING = (range(20), range(20, 40), range(40, 80))

Measured = Mapping[tuple[str, str], Mapping[str, Lags]]


def measure(size: Size | None = None) -> Report:
    size = size or Size()
    paced = {
        (case.name, status): paced_lags(case, account, size)
        for case in CASES
        for status, account in STATUSES.items()
    }
    fixed = {status: interval_lags(MAIN, account, size) for status, account in STATUSES.items()}
    learned = paced[MAIN.name, EXACT][LEARNED]
    return Report(
        name="detection-lag",
        title="Detection lag with ten slots always full",
        figures=[
            *chain.from_iterable(_case_figures(*where, lags) for where, lags in paced.items()),
            *_main_figures(paced),
            *_interval_figures(fixed, learned),
            *_learning_figures(size),
        ],
        charts=(_lag_chart(paced), _request_chart(fixed[EXACT], learned)),
    )


def _case_figures(name: str, status: str, lags: Mapping[str, Lags]) -> Sequence[Figure]:
    learned, true, in_turn = (lags[policy] for policy in PACED)
    goal_s = MOST_OF_IN_TURN * in_turn.mean_s if name == MAIN.name else None
    where = f"{name}, {status}:"
    return [
        _lag(f"{where} mean, to {TRUE}", learned.mean_s, true.mean_s, MOST_OF_TRUE * true.mean_s),
        _lag(f"{where} mean, to {IN_TURN}", learned.mean_s, in_turn.mean_s, goal_s),
        _lag(f"{where} 95 %, to {TRUE}", learned.p95_s, true.p95_s),
        _lag(f"{where} 95 %, to {IN_TURN}", learned.p95_s, in_turn.p95_s),
    ]


def _main_figures(paced: Measured) -> Sequence[Figure]:
    exact, stepped = paced[MAIN.name, EXACT], paced[MAIN.name, STEPPED]
    designed = [
        _lag(f"{MAIN.name}, {EXACT}: {what}, {policy}, to the design", value_s, reference_s)
        for policy, references_s in DESIGNED_S.items()
        for what, value_s, reference_s in zip(
            ("mean", "95 %"), (exact[policy].mean_s, exact[policy].p95_s), references_s, strict=True
        )
    ]
    since_end = _lag(
        f"{MAIN.name}, {STEPPED}: mean since the end itself, to {IN_TURN}",
        stepped[LEARNED].mean_since_end_s,
        stepped[IN_TURN].mean_since_end_s,
    )
    return [*designed, since_end]


def _interval_figures(fixed: Mapping[str, Mapping[float, Lags]], learned: Lags) -> Sequence[Figure]:
    figures = []
    for interval_s, lags in fixed[EXACT].items():
        where = f"{MAIN.name}, every {interval_s:g} s:"
        stepped = fixed[STEPPED][interval_s]
        figures += [
            _lag(f"{where} mean, to {LEARNED}", lags.mean_s, learned.mean_s),
            _lag(f"{where} 95 %, to {LEARNED}", lags.p95_s, learned.p95_s),
            _lag(f"{where} mean, {STEPPED}", stepped.mean_s),
            Figure(
                name=f"{where} requests a minute, to what is allowed",
                value=lags.requests_per_minute,
                unit="",
                reference=float(STATUSES[EXACT].rate_requests),
            ),
        ]
    return figures


def _learning_figures(size: Size) -> Sequence[Figure]:
    measured = first_lags(WRONG_GUESS, STATUSES[EXACT], size, stretches=LEARNING)
    return [
        _lag(
            f"{MAIN.name}, {WRONG_GUESS.name}, clips {stretch.start + 1} to {stretch.stop}: mean",
            lags[LEARNED].mean_s,
            lags[TRUE].mean_s,
        )
        for stretch, lags in zip(LEARNING, measured, strict=True)
    ]


def _lag(
    name: str, value_s: float, reference_s: float | None = None, goal_s: float | None = None
) -> Figure:
    return Figure(name=name, value=value_s, unit="s", reference=reference_s, goal=goal_s)


def _lag_chart(paced: Measured) -> Chart:
    return Chart(
        name="detection-lag-cv",
        title="Mean time until a finished clip is noticed",
        x_label="coefficient of variation of the generation time",
        y_label="seconds",
        series={
            policy: [(cv, paced[case.name, EXACT][policy].mean_s) for cv, case in PLAIN.items()]
            for policy in PACED
        },
    )


def _request_chart(fixed: Mapping[float, Lags], learned: Lags) -> BarChart:
    return BarChart(
        name="detection-lag-requests",
        title="Requests a minute for ten clips; the account allows 60",
        x_label="",
        y_label="requests a minute",
        bars={
            f"planner: lag {learned.mean_s:.1f} s": learned.requests_per_minute,
            **{
                f"every {interval_s:g} s: lag {lags.mean_s:.1f} s": lags.requests_per_minute
                for interval_s, lags in fixed.items()
            },
        },
    )


if __name__ == "__main__":
    publish(measure())
