"""Moderators read the log's reasons in their own words."""

import pytest

from bot.domain.ids import RuleId
from bot.domain.reasons import Reason, prompt_rule
from bot.messaging.reason_words import reason_words


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_its_words(catalogue, reason):
    said = reason_words(catalogue, "en-US", reason)

    assert said
    assert said != reason


def test_a_rule_is_named_by_its_number(catalogue):
    assert reason_words(catalogue, "en-US", prompt_rule(RuleId(12))) == "rule #12"


def test_a_word_of_another_version_stands_as_it_is(catalogue):
    assert reason_words(catalogue, "de", "from_the_future") == "from_the_future"
    assert reason_words(catalogue, "de", "") == ""
