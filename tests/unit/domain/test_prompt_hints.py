"""Hints come where the documentation gives advice, and never for an ordinary request."""

import math

import pytest

from bot.domain.clip import PROMPT_MAX_CHARS, ClipRequest
from bot.domain.prompt_hints import Hint, hints_for

PROMPT = "A red fox crosses a snowy road at dawn"


def hints(prompt: str = PROMPT, **options):
    return list(hints_for(ClipRequest(prompt=prompt, **options)))


def test_an_ordinary_request_needs_no_hint():
    assert hints() == []


@pytest.mark.parametrize(
    ("cfg_scale", "expected"),
    [
        (0.0, []),
        (0.5, []),
        (0.8, []),
        (0.81, [Hint.HIGH_CFG_SCALE]),
        (1.0, [Hint.HIGH_CFG_SCALE]),
        (math.nan, []),
    ],
)
def test_keeping_too_closely_to_the_description_is_advised_against(cfg_scale, expected):
    assert hints(cfg_scale=cfg_scale) == expected


@pytest.mark.parametrize(
    ("chars", "expected"),
    [(1000, []), (1001, [Hint.LONG_PROMPT]), (PROMPT_MAX_CHARS, [Hint.LONG_PROMPT])],
)
def test_a_very_long_description_is_advised_against(chars, expected):
    assert hints(("a fox runs " * 300)[:chars]) == expected


@pytest.mark.parametrize("prompt", ["love", "pure freedom", "wow!!!", "...", "🦊", "time, space"])
def test_fewer_than_three_words_leave_most_to_chance(prompt):
    assert hints(prompt) == [Hint.BRIEF_PROMPT]


@pytest.mark.parametrize(
    "prompt",
    [
        "a fox runs",
        "Füchse jagen nachts",
        "лиса бежит быстро",
        "one,two,three",
        "l'eau coule doucement",
        # Scripts that say much in one word, or part no words at all.
        "狐狸在雪地里奔跑",
        "キツネが走る",
        "狐",
        "여우가 달린다",
        "ثعلب يركض",
        "สุนัขจิ้งจอกวิ่ง",
        "fox 狐",
    ],
)
def test_what_may_say_enough_is_left_alone(prompt):
    assert hints(prompt) == []


def test_the_weightiest_comes_first():
    assert hints("love", cfg_scale=0.9) == [Hint.HIGH_CFG_SCALE, Hint.BRIEF_PROMPT]
    assert hints("x y z " * 400, cfg_scale=0.9) == [Hint.HIGH_CFG_SCALE, Hint.LONG_PROMPT]
