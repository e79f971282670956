"""Moderators read the log's reasons in their own words."""

import pytest

from bot.domain.ids import RoleId, RuleId
from bot.domain.reasons import ROLE_LIMITS, Reason, of_role, prompt_rule
from bot.messaging.reason_words import reason_words


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_its_words(catalogue, reason):
    said = reason_words(catalogue, "en-US", reason)

    assert said
    assert said != reason


def test_a_rule_is_named_by_its_number(catalogue):
    assert reason_words(catalogue, "en-US", prompt_rule(RuleId(12))) == "rule #12"


@pytest.mark.parametrize("reason", sorted(ROLE_LIMITS))
def test_a_limit_of_a_role_is_named_with_its_role(catalogue, reason):
    for locale in catalogue.locales:
        said = reason_words(catalogue, locale, of_role(reason, RoleId(5)))

        assert "<@&5>" in said
    assert of_role(reason, None) == reason


def test_a_word_of_another_version_stands_as_it_is(catalogue):
    assert reason_words(catalogue, "de", "from_the_future") == "from_the_future"
    assert reason_words(catalogue, "de", "") == ""
