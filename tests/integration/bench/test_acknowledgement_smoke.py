"""The benchmark of answers runs against the real bot, and tells what it promises to tell."""

from bench import acknowledgement

ROWS = 1_000
RUSHES = {1: 1, 3: 1}
OVERLOAD = 5


def test_answers_are_timed_over_the_wire_on_both_logs():
    report = acknowledgement.measure(long_log_rows=ROWS, rushes=RUSHES, overload=OVERLOAD)

    told = {figure.name: figure for figure in report.figures}
    for log_name in ("an empty log", "1,000 rows"):
        for members in (*RUSHES, OVERLOAD):
            what = f"{members} at once, {log_name}"
            assert 0 < told[f"accepted, {what}"].value <= members
            assert told[f"99 of 100 are answered within, {what}"].value > 0
            assert told[f"the local Discord's work for each, {what}"].value > 0
        what = f"{OVERLOAD} at once, {log_name}"
        refused = told[f"refused with a sentence, {what}"].value
        assert told[f"accepted, {what}"].value + refused == OVERLOAD
    assert len(told) == len(report.figures)
    assert [len(chart.bars) for chart in report.charts] == [4]
