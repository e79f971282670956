"""What docs/performance.md says was measured is what the results say."""

import json

import pytest

from bench.__main__ import BENCHMARKS
from bench.document import DOCUMENT, documented, marked_names
from bench.report import RESULTS, ROOT

RECORD = {
    "name": "small-thing",
    "date": "2026-03-01",
    "machine": {"cpu": "A CPU", "cores": 2, "memory_gib": 24, "os": "An OS", "python": "3.11.7"},
    "figures": [
        {
            "name": "time taken",
            "value": 1.25,
            "unit": "s",
            "reference": 2.5,
            "goal": 2.0,
            "higher_is_better": False,
            "ratio": 0.5,
            "goal_met": True,
        }
    ],
}
MARKED = "Before.\n<!-- figures: small-thing -->\nold\n<!-- end of figures -->\nAfter.\n"


@pytest.fixture
def results(tmp_path):
    (tmp_path / "small-thing.json").write_text(json.dumps(RECORD), encoding="utf-8")
    return tmp_path


def test_a_marked_table_is_filled_from_its_result(results):
    text = documented(MARKED, results=results)

    assert "| time taken | 1.25 s | 2.5 s | 0.50 | ≤ 2 s | met |" in text.splitlines()
    assert "Measured on 2026-03-01: 2 cores of A CPU, 24 GiB, An OS, Python 3.11.7." in text
    assert "old" not in text
    assert text.startswith("Before.\n")
    assert text.endswith("After.\n")


def test_filling_it_again_changes_nothing(results):
    once = documented(MARKED, results=results)
    assert documented(once, results=results) == once


def test_a_mark_without_a_result_is_not_passed_over(tmp_path):
    with pytest.raises(FileNotFoundError):
        documented(MARKED, results=tmp_path)


def test_the_document_shows_every_benchmark_as_its_result_has_it():
    text = DOCUMENT.read_text(encoding="utf-8")

    assert marked_names(text) == {name.replace("_", "-") for name in BENCHMARKS}
    assert documented(text, results=RESULTS) == text


def test_every_picture_of_the_document_is_there():
    text = DOCUMENT.read_text(encoding="utf-8")
    pictures = {line.split("](")[1].rstrip(")") for line in text.splitlines() if line[:2] == "!["}

    assert pictures
    assert {name for name in pictures if not (ROOT / "docs" / name).is_file()} == set()
