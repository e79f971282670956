"""What a member may ask for: forged options are refused, and never spoil the log."""

import math

import pytest

from bot.domain.clip import (
    ASPECT_RATIO_LOGGED_CHARS,
    NEGATIVE_PROMPT_MAX_CHARS,
    PROMPT_MAX_CHARS,
    AspectRatio,
    ClipRequest,
)
from bot.domain.errors import InvalidOptionError

FOX = "a red fox crosses a snowy road"


def refusal(request: ClipRequest) -> InvalidOptionError:
    with pytest.raises(InvalidOptionError) as raised:
        request.check()
    return raised.value


def test_what_is_not_named_is_as_the_command_says() -> None:
    assert ClipRequest(prompt=FOX) == ClipRequest(
        prompt=FOX, duration_s=5, aspect_ratio="16:9", cfg_scale=0.5, negative_prompt=""
    )


@pytest.mark.parametrize("duration_s", [5, 10])
@pytest.mark.parametrize("aspect_ratio", ["16:9", "9:16", "1:1"])
@pytest.mark.parametrize("cfg_scale", [0, 0.0, 0.5, 1, 1.0])
def test_whatever_the_command_offers_is_accepted(
    duration_s: int, aspect_ratio: str, cfg_scale: float
) -> None:
    ClipRequest(
        prompt=FOX, duration_s=duration_s, aspect_ratio=aspect_ratio, cfg_scale=cfg_scale
    ).check()


@pytest.mark.parametrize(
    "prompt",
    [
        "x",
        "x" * PROMPT_MAX_CHARS,
        "🦊" * PROMPT_MAX_CHARS,
        "fuchs\nim schnee",
    ],
)
def test_any_readable_text_up_to_its_length_is_accepted(prompt: str) -> None:
    request = ClipRequest(prompt=prompt, negative_prompt=prompt)

    request.check()

    assert request == request.loggable()


@pytest.mark.parametrize("prompt", ["", " ", "\n\t ", "\u2003"])
def test_a_prompt_of_nothing_is_refused(prompt: str) -> None:
    assert (
        refusal(ClipRequest(prompt=prompt)).key,
        refusal(ClipRequest(prompt=prompt)).reason,
    ) == ("invalid-prompt-empty", "invalid_prompt_empty")


def test_a_prompt_that_is_too_long_is_refused_with_both_lengths() -> None:
    error = refusal(ClipRequest(prompt="x" * (PROMPT_MAX_CHARS + 1)))

    assert error.reason == "invalid_text_too_long"
    assert error.values == {"option": "prompt", "max_chars": 2500, "chars": 2501}


def test_a_negative_prompt_that_is_too_long_is_refused_by_its_own_name() -> None:
    error = refusal(ClipRequest(prompt=FOX, negative_prompt="x" * (NEGATIVE_PROMPT_MAX_CHARS + 1)))

    assert error.values["option"] == "negative_prompt"


@pytest.mark.parametrize("text", ["fox\0", "\ud83e fox", "fox \udd8a"])
def test_text_that_no_database_holds_is_refused(text: str) -> None:
    for_prompt = refusal(ClipRequest(prompt=text))
    for_negative = refusal(ClipRequest(prompt=FOX, negative_prompt=text))

    assert (for_prompt.key, for_prompt.values) == ("invalid-text-unreadable", {"option": "prompt"})
    assert for_negative.values == {"option": "negative_prompt"}


@pytest.mark.parametrize("duration_s", [0, 1, 6, -5, 15, 10**30])
def test_a_duration_that_is_not_offered_is_refused(duration_s: int) -> None:
    assert (
        refusal(ClipRequest(prompt=FOX, duration_s=duration_s)).reason == "invalid_duration_unknown"
    )


@pytest.mark.parametrize("aspect_ratio", ["", "4:3", "16:9 ", "16/9", "\0", "x" * 5000])
def test_a_shape_that_is_not_offered_is_refused(aspect_ratio: str) -> None:
    assert (
        refusal(ClipRequest(prompt=FOX, aspect_ratio=aspect_ratio)).reason
        == "invalid_aspect_ratio_unknown"
    )


@pytest.mark.parametrize("cfg_scale", [-0.01, 1.01, math.nan, math.inf, -math.inf, 10**30])
def test_a_scale_outside_its_range_is_refused(cfg_scale: float) -> None:
    assert (
        refusal(ClipRequest(prompt=FOX, cfg_scale=cfg_scale)).reason
        == "invalid_cfg_scale_out_of_range"
    )


def test_a_forged_request_is_cut_to_what_the_log_holds() -> None:
    forged = ClipRequest(
        prompt="\ud83e\0" + "x" * 9000,
        negative_prompt="y" * 9000,
        aspect_ratio="\0" + "z" * 9000,
        duration_s=10**30,
    )

    logged = forged.loggable()

    assert logged.prompt == "?\N{REPLACEMENT CHARACTER}" + "x" * (PROMPT_MAX_CHARS - 2)
    assert logged.duration_s == 2**31 - 1
    assert logged.negative_prompt == "y" * NEGATIVE_PROMPT_MAX_CHARS
    assert logged.aspect_ratio == "\N{REPLACEMENT CHARACTER}" + "z" * (
        ASPECT_RATIO_LOGGED_CHARS - 1
    )


def test_the_model_is_sent_exactly_its_five_inputs() -> None:
    request = ClipRequest(
        prompt=FOX,
        duration_s=10,
        aspect_ratio=AspectRatio.SQUARE.value,
        cfg_scale=0.7,
        negative_prompt="blur",
    )

    assert request.model_input == {
        "prompt": FOX,
        "negative_prompt": "blur",
        "duration": 10,
        "aspect_ratio": "1:1",
        "cfg_scale": 0.7,
    }


@pytest.mark.parametrize(
    "prompt", ["\u200b", "\u200d\ufeff", "\u2800\u2800", "\u3164", "\u2066 \u2069", "\n\t"]
)
def test_a_prompt_in_which_nothing_can_be_seen_is_empty(prompt):
    with pytest.raises(InvalidOptionError) as refused:
        ClipRequest(prompt=prompt).check()

    assert refused.value.reason == "invalid_prompt_empty"


@pytest.mark.parametrize("prompt", ["\N{FOX FACE}", "?", "\u200bfox", "\u72d0"])
def test_a_prompt_of_any_script_or_sign_is_a_prompt(prompt):
    ClipRequest(prompt=prompt).check()
