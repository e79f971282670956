"""The frame of the benchmarks: verdicts, tables, records and pictures."""

import io
import json
import sys
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from rich.console import Console

from bench import __main__ as bench_main
from bench.__main__ import BENCHMARKS, Outcome, run, summary
from bench.machine import Machine
from bench.plots import draw
from bench.report import ROOT, BarChart, Chart, Figure, Report, show, write

LAG = Figure(name="mean lag", value=2.5, unit="s", reference=5.0, goal=3.0)
USE = Figure(
    name="slots in use", value=98.0, unit="%", reference=98.0, goal=99.0, higher_is_better=True
)
ROWS = Figure(name="rows", value=1_000_000, unit="", reference=None)
REPORT = Report(name="example", title="An example", figures=(LAG, USE, ROWS))
LINES = Chart(
    name="lines",
    title="Mean time until a finished clip is noticed, by policy",
    x_label="spread",
    y_label="seconds",
    series={"learned": [(0.1, 1.0), (0.2, 2.0)], "in turn": [(0.1, 5.0), (0.2, 5.1)]},
)
BARS = BarChart(
    name="bars", title="Memory", x_label="", y_label="MiB", bars={"idle": 106.0, "busy": 130.0}
)


def shown(report):
    console = Console(file=io.StringIO(), width=110)
    show(report, console)
    return console.file.getvalue()


def test_a_ratio_says_how_the_value_stands_to_its_reference():
    assert LAG.ratio == 0.5
    assert ROWS.ratio is None


@pytest.mark.parametrize(
    ("value", "higher_is_better", "is_met"),
    [(3.0, False, True), (3.1, False, False), (3.0, True, True), (2.9, True, False)],
)
def test_a_goal_is_a_limit_that_may_be_reached(value, higher_is_better, is_met):
    figure = Figure(
        name="x",
        value=value,
        unit="s",
        reference=None,
        goal=3.0,
        higher_is_better=higher_is_better,
    )

    assert figure.goal_met is is_met


def test_a_figure_without_a_goal_only_informs():
    assert ROWS.goal_met is None


def test_a_report_names_the_figures_that_missed():
    assert REPORT.missed == [USE]


def test_the_table_shows_value_reference_ratio_and_verdict():
    table = shown(REPORT)
    lag, use, rows = (line.split() for line in table.splitlines()[4:7])

    assert lag == ["mean", "lag", "2.5", "s", "5", "s", "0.50", "≤", "3", "s", "met"]
    assert use == ["slots", "in", "use", "98", "%", "98", "%", "1.00", "≥", "99", "%", "MISSED"]
    assert rows == ["rows", "1,000,000"]


def test_brackets_in_a_name_are_shown_as_they_are():
    figure = Figure(name="[red]x[/red]", value=1, unit="", reference=None)

    assert "[red]x[/red]" in shown(Report(name="x", title="x", figures=(figure,)))


def test_a_record_holds_figures_day_and_machine(tmp_path):
    path = write(REPORT, folder=tmp_path / "results", day=date(2026, 11, 22))
    record = json.loads(path.read_text())

    assert path.name == "example.json"
    assert record["date"] == "2026-11-22"
    assert set(record["machine"]) == {"cpu", "cores", "memory_gib", "os", "python"}
    assert record["figures"][0] == {
        "name": "mean lag",
        "value": 2.5,
        "unit": "s",
        "reference": 5.0,
        "goal": 3.0,
        "higher_is_better": False,
        "ratio": 0.5,
        "goal_met": True,
    }


def test_a_record_tells_nothing_that_names_the_computer(tmp_path):
    record = write(REPORT, folder=tmp_path).read_text()

    assert str(ROOT) not in record
    assert f"{sys.prefix}" not in record
    assert Machine.this().cores >= 1


def test_noise_in_the_digits_is_not_recorded(tmp_path):
    figure = Figure(name="x", value=2.123456789, unit="s", reference=None)
    path = write(Report(name="x", title="x", figures=(figure,)), folder=tmp_path)

    assert json.loads(path.read_text())["figures"][0]["value"] == 2.1235


@pytest.mark.parametrize("chart", [LINES, BARS])
def test_the_same_figures_give_the_same_picture(chart, tmp_path):
    first = draw(chart, folder=tmp_path / "first").read_bytes()
    second = draw(chart, folder=tmp_path / "second").read_bytes()

    assert first == second


@pytest.mark.parametrize("chart", [LINES, BARS])
def test_a_picture_is_small_and_its_text_is_text(chart, tmp_path):
    path = draw(chart, folder=tmp_path)
    words = "".join(ET.parse(path).getroot().itertext())  # noqa: S314 -- our own file

    assert path.stat().st_size < 40_000
    assert chart.y_label in words
    assert set(getattr(chart, "series", None) or chart.bars) <= set(words.splitlines()) | {
        word.strip() for word in words.splitlines()
    }


def test_a_picture_names_no_day_and_no_program(tmp_path):
    text = draw(BARS, folder=tmp_path).read_text()

    assert "<dc:date>" not in text
    assert "matplotlib.org" not in text.lower().replace("<dc:", "")


def test_every_benchmark_is_run_by_its_module_and_none_is_forgotten():
    measuring = {
        path.stem
        for path in (ROOT / "bench").glob("*.py")
        if "\ndef measure(" in path.read_text() or "\nasync def measure(" in path.read_text()
    }

    assert set(BENCHMARKS) == measuring


def outcome(**changes):
    record = {"figures": [{"name": "lag", "goal_met": True}, {"name": "rows", "goal_met": None}]}
    return Outcome(**{"name": "x", "exit_status": 0, "took_s": 1.0, "record": record, **changes})


def test_a_benchmark_is_good_when_it_ended_and_met_its_goals():
    missed = {"figures": [{"name": "lag", "goal_met": False}]}

    assert outcome().is_good
    assert not outcome(record=missed).is_good
    assert not outcome(exit_status=1).is_good
    assert not outcome(record=None).is_good


def test_the_summary_says_what_was_missed_and_who_died():
    missed = {"figures": [{"name": "lag", "goal_met": False}]}
    console = Console(file=io.StringIO(), width=110)
    console.print(summary([outcome(), outcome(record=missed), outcome(exit_status=-9)]))
    text = console.file.getvalue()

    assert "goals met" in text
    assert "missed: lag" in text
    assert "died (-9)" in text


def test_one_that_dies_is_told_apart_from_one_that_published_before(tmp_path):
    (tmp_path / "no-such.json").write_text('{"figures": []}')

    ended = run("no_such", results=tmp_path)

    assert ended.exit_status != 0
    assert ended.record is None


def test_unknown_names_are_refused_with_the_known_ones_in_the_help(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["bench", "nonsense"])
    with pytest.raises(SystemExit) as refused:
        bench_main.main()

    assert refused.value.code == 2
    assert "no such benchmark: nonsense" in capsys.readouterr().err
