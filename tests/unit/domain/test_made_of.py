"""Which inputs are those of a request: what finds a create whose answer was lost."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.clip import ASPECT_RATIOS, DURATIONS_S, ClipRequest

FOX = ClipRequest(prompt="A red fox", negative_prompt="blur", cfg_scale=0.3)
REQUESTS = st.builds(
    ClipRequest,
    prompt=st.text(min_size=1, max_size=50),
    duration_s=st.sampled_from(DURATIONS_S),
    aspect_ratio=st.sampled_from(sorted(ASPECT_RATIOS)),
    cfg_scale=st.floats(0, 1),
    negative_prompt=st.text(max_size=50),
)
ANYTHING = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.none())
)


@given(REQUESTS)
def test_a_request_knows_its_own_inputs(request_made):
    assert request_made.is_input(request_made.model_input)


@given(REQUESTS, REQUESTS)
def test_other_inputs_are_another_requests(one, other):
    same_scale = math.isclose(one.cfg_scale, other.cfg_scale, abs_tol=1e-6)
    is_same = replace(one, cfg_scale=0) == replace(other, cfg_scale=0) and same_scale
    assert one.is_input(other.model_input) is is_same


@given(REQUESTS, st.dictionaries(st.sampled_from(sorted(FOX.model_input)), ANYTHING))
def test_no_answer_is_too_strange_to_be_compared(request_made, model_input):
    assert request_made.is_input(model_input) in {True, False}


@pytest.mark.parametrize(
    "echo",
    [
        {"duration": "5"},
        {"duration": 5.0},
        {"cfg_scale": "0.3"},
        {"cfg_scale": 0.30000000000000004},
        {"sound": False},
    ],
)
def test_the_same_value_in_other_clothes_is_the_same(echo):
    assert FOX.is_input({**FOX.model_input, **echo})


def test_an_empty_text_may_be_left_out():
    request_made = replace(FOX, negative_prompt="")
    echo = {key: value for key, value in request_made.model_input.items() if value != ""}

    assert request_made.is_input(echo)
    assert not FOX.is_input(echo)


@pytest.mark.parametrize("missing", ["prompt", "duration", "aspect_ratio", "cfg_scale"])
def test_an_input_that_is_missing_is_no_match(missing):
    echo = {key: value for key, value in FOX.model_input.items() if key != missing}

    assert not FOX.is_input(echo)
