"""A choice names its clip by its words and its state, within what Discord takes."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.job import JobStatus
from bot.messaging.cancel_choices import LABEL_MAX_CHARS, cancel_label

LIVE = (JobStatus.QUEUED, JobStatus.SUBMITTING, JobStatus.UNKNOWN, JobStatus.RUNNING)


@pytest.fixture
def label(catalogue, make_job):
    return lambda **values: cancel_label(catalogue, "en-US", make_job(**values))


@pytest.mark.parametrize(
    ("status", "state"), [(JobStatus.QUEUED, "waiting in line"), (JobStatus.RUNNING, "being made")]
)
def test_a_choice_tells_prompt_and_state(label, status, state):
    assert label(status=status) == f"A red fox crosses a snowy road at dawn · {state}"


def test_markup_is_left_as_it_is_since_a_choice_has_none(label):
    assert label(prompt="*bold* <@1>").startswith("*bold* <@1> · ")


def test_a_long_prompt_gives_way_to_the_state(label):
    text = label(prompt="a very long walk through the autumn forest " * 9)

    assert text.endswith("… · waiting in line")
    assert LABEL_MAX_CHARS - 30 < len(text) <= LABEL_MAX_CHARS


def test_emoji_count_twice_and_are_still_shown(label):
    text = label(prompt="🦊" * 200)

    assert text.endswith("… · waiting in line")
    assert len(text.encode("utf-16-le")) // 2 in {LABEL_MAX_CHARS - 1, LABEL_MAX_CHARS}


def test_a_prompt_of_nothing_that_can_be_seen_has_a_name_too(label):
    assert label(prompt="\u200b").startswith("A clip whose description is no longer kept · ")


def test_a_state_as_long_as_the_whole_choice_is_cut_and_not_refused(make_job):
    class Wordy:
        def text(self, _locale, _key, **values):
            return f"{values['title']} · {values['state']}" if values else "state " * 40

    assert len(cancel_label(Wordy(), "en-US", make_job())) <= LABEL_MAX_CHARS


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(prompt=st.text(max_size=300), status=st.sampled_from(LIVE))
def test_any_choice_of_any_prompt_fits(label, prompt, status):
    text = label(prompt=prompt, status=status)

    assert 1 <= len(text.encode("utf-16-le")) // 2 <= LABEL_MAX_CHARS
