"""The name of a choice fits what Discord takes, whatever was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.suggestions import choice_units
from bot.messaging.choice_labels import LABEL_MAX_CHARS, label_of


def test_a_short_text_is_shown_as_it_is_since_choices_know_no_markup():
    assert label_of("*bold* <@1> [x](https://bad.example)") == (
        "*bold* <@1> [x](https://bad.example)"
    )


def test_a_long_text_is_cut_at_a_words_end():
    label = label_of("a very long walk through the autumn forest " * 9)

    assert label.endswith(" forest a very long…")
    assert len(label) <= LABEL_MAX_CHARS


@pytest.mark.parametrize("text", ["a\nfox", "a \t fox", "a \u202efox\u202c"])
def test_lines_and_marks_of_direction_are_smoothed(text):
    assert label_of(text) == "a fox"


def test_where_there_is_nothing_to_read_there_is_no_label():
    assert label_of("\u200d\u200b") == ""


@given(st.text(max_size=400))
def test_no_label_is_too_long(text):
    assert choice_units(label_of(text)) <= LABEL_MAX_CHARS
