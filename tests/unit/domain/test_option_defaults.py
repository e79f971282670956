"""Options that were set beforehand: the nearest holds, and what cannot be used holds nobody up."""

import math
from typing import Any

import pytest

from bot.domain.clip import NEGATIVE_PROMPT_MAX_CHARS
from bot.domain.ids import ChannelId, GuildId, UserId
from bot.domain.option_defaults import (
    OPTION_NAMES,
    STANDARD,
    DefaultsOwner,
    DefaultsScope,
    OptionValues,
    ResolvedOptions,
    held_options,
)

ALL: dict[str, Any] = {
    "duration_s": 10,
    "aspect_ratio": "9:16",
    "cfg_scale": 0.0,
    "negative_prompt": "blur",
    "private": True,
}
USER = DefaultsOwner(scope=DefaultsScope.MEMBER, id=UserId(1))
CHANNEL = DefaultsOwner(scope=DefaultsScope.CHANNEL, id=ChannelId(2))
GUILD = DefaultsOwner(scope=DefaultsScope.GUILD, id=GuildId(3))


def test_the_standard_values_are_those_of_a_request_that_says_nothing():
    standard = ResolvedOptions(**STANDARD.said)

    request = standard.request("a fox")
    assert (request.duration_s, request.aspect_ratio, request.cfg_scale) == (5, "16:9", 0.5)
    assert (request.prompt, request.negative_prompt) == ("a fox", "")
    assert not standard.private
    assert STANDARD.unusable == []


def test_a_request_is_made_with_every_option():
    request = ResolvedOptions(**ALL).request("a fox")

    assert (request.duration_s, request.aspect_ratio, request.cfg_scale) == (10, "9:16", 0.0)
    assert request.negative_prompt == "blur"


def test_what_is_said_goes_before_what_is_further_off_even_where_it_is_nothing():
    near = OptionValues(cfg_scale=0.0, negative_prompt="", private=False)

    assert near.or_else(OptionValues(**ALL)) == OptionValues(
        duration_s=10, aspect_ratio="9:16", cfg_scale=0.0, negative_prompt="", private=False
    )
    assert not near.is_empty
    assert OptionValues().is_empty


@pytest.mark.parametrize("name", OPTION_NAMES)
def test_what_a_request_can_be_made_with_is_kept(name):
    values = OptionValues(**{name: ALL[name]})

    assert values.unusable == []
    assert values.usable() == values


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("duration_s", 7),
        ("duration_s", 5.0),
        ("duration_s", True),
        ("duration_s", "10"),
        ("duration_s", [5]),
        ("aspect_ratio", "4:3"),
        ("aspect_ratio", ["16:9"]),
        ("aspect_ratio", 1),
        ("cfg_scale", 1.01),
        ("cfg_scale", -0.01),
        ("cfg_scale", math.nan),
        ("cfg_scale", math.inf),
        ("cfg_scale", "0.5"),
        ("cfg_scale", True),
        ("negative_prompt", "x" * (NEGATIVE_PROMPT_MAX_CHARS + 1)),
        ("negative_prompt", "half \ud800 a character"),
        ("negative_prompt", "nul \0"),
        ("negative_prompt", 7),
        ("private", "yes"),
        ("private", 1),
    ],
)
def test_what_no_request_can_be_made_with_is_ignored_and_the_rest_is_not(name, value):
    values = OptionValues(**{**ALL, name: value})

    assert values.unusable == [name]
    assert values.usable() == OptionValues(**{**ALL, name: None})


@pytest.mark.parametrize("dash", ["-", " ", "", "—", "...", "\u200b", "( )"])
def test_a_dash_means_that_nothing_is_left_out(dash):
    assert OptionValues(negative_prompt=dash).tidied() == OptionValues(negative_prompt="")


@pytest.mark.parametrize("text", ["a", "7", "-blur", "ぼけ", "🐶", None, 7, ["-"]])
def test_everything_else_stays_as_it_was_said(text):
    values = OptionValues(negative_prompt=text)

    assert values.tidied() == values


def test_of_each_option_is_told_whose_it_is():
    own = OptionValues(duration_s=10)
    channels = OptionValues(duration_s=5, aspect_ratio="1:1")
    guilds = OptionValues(aspect_ratio="9:16", private=True)

    held = held_options([USER, CHANNEL, GUILD], [own, channels, guilds])

    assert [(each.name, each.value, each.scope) for each in held] == [
        ("duration_s", 10, DefaultsScope.MEMBER),
        ("aspect_ratio", "1:1", DefaultsScope.CHANNEL),
        ("cfg_scale", 0.5, None),
        ("negative_prompt", "", None),
        ("private", True, DefaultsScope.GUILD),
    ]
