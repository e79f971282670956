"""What a step was about: words for people, and none where it is the program's own business."""

import pytest

from bot.messaging.step_words import step_words


@pytest.mark.parametrize(
    ("detail", "words"),
    [
        ("", ""),
        ("evidence_held", "held as evidence"),
        ("result_deleted", "clip deleted"),
        ("result_found_gone", "clip found deleted"),
        ("report_changed", "report changed"),
        ("report_decided", "report decided"),
        ("prompt_rule:12", "rule #12"),
        ("sending:channel", ""),
        ("request_not_logged", ""),
        ("settled as charged", "settled as charged"),
        ("The *provider* says no", r"The \*provider\* says no"),
    ],
)
def test_a_step_is_told_in_words(catalogue, detail, words):
    assert step_words(catalogue, "en-US", detail, max_chars=60) == words


def test_it_is_told_in_the_readers_language_and_cut_where_it_is_long(catalogue):
    assert step_words(catalogue, "de", "reported", max_chars=60) == "gemeldet"
    assert step_words(catalogue, "en-US", "so " * 100, max_chars=12).endswith("…")
