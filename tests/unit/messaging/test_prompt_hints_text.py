"""A hint is one short message that asks for nothing."""

import pytest

from bot.domain.prompt_hints import Hint
from bot.messaging.prompt_hints import render_hints


@pytest.mark.parametrize("hint", Hint)
def test_every_hint_has_a_sentence_and_says_that_nothing_needs_to_be_done(catalogue, hint):
    advice, goes_on = render_hints(catalogue, "en-US", [hint]).splitlines()

    assert advice.startswith("A hint: ")
    assert goes_on == "Your request goes on as it is; there is nothing to do."


def test_several_hints_are_one_message_that_fits(catalogue):
    text = render_hints(catalogue, "en-US", list(Hint))

    assert len(text.splitlines()) == len(Hint) + 1
    assert len(text) <= 2000


def test_what_was_chosen_and_is_gone_is_told_with_its_cost_and_a_way_out(catalogue):
    text = catalogue.text("en-US", "suggestion-gone")

    assert "Nothing was charged." in text
    assert text.endswith("choose another one.")
