"""What was typed comes back whole: below the sentence, or in a file where it does not fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messaging.catalogue import Catalogue
from bot.messaging.typed_texts import MESSAGE_MAX_CHARS, give_back

CATALOGUE = Catalogue.load()
SENTENCE = "The log cannot be written at the moment."
HERE = "What you typed, so that it is not lost:"
ATTACHED = "What you typed is attached, so that it is not lost."


def given_back(*typed):
    return give_back(CATALOGUE, "en-US", SENTENCE, typed)


@pytest.mark.parametrize("typed", [(), ("",), ("", " \n", "\u200b")])
def test_nothing_typed_is_nothing_given_back(typed):
    given = given_back(*typed)

    assert (given.content, given.file) == (SENTENCE, None)


def test_each_text_stands_in_a_block_of_its_own():
    given = given_back("a *red* fox", "", "cars")

    assert given.content == f"{SENTENCE}\n{HERE}\n```\na *red* fox\n```\n```\ncars\n```"
    assert given.file is None


@pytest.mark.parametrize(
    "typed", [("x" * MESSAGE_MAX_CHARS, "cars"), ("a sign: ```boo```", "cars")]
)
def test_what_does_not_fit_is_attached(typed):
    given = given_back(*typed)

    assert given.content == f"{SENTENCE}\n{ATTACHED}"
    assert given.file == "\n\n".join(typed)


@given(st.lists(st.text(max_size=3000), max_size=3))
def test_any_text_fits_the_message_and_is_there_as_it_was_typed(typed):
    given = given_back(*typed)

    assert len(given.content) <= MESSAGE_MAX_CHARS
    whole = given.content if given.file is None else given.file
    assert all(text in whole for text in typed if text.strip().isalnum())
