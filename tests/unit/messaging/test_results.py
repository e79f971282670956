"""The result: one call to the requester, the facts, and the clip or its link."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.job import JobStatus
from bot.domain.messenger import Result
from bot.domain.ports import Clip
from bot.messaging.results import (
    render_direct_end,
    render_private_end,
    render_private_result,
    render_public_end,
    render_public_result,
)

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
REQUESTER = "<@123456789012345678>"
LINK = "https://storage.example/clip.mp4"


@pytest.fixture
def result_of():
    def build(job, *, link=None):
        clip = None if link else Clip(path=Path("clip.mp4"), size_bytes=1000)
        return Result(job=job, clip=clip, link=link)

    return build


def test_a_public_result_calls_its_requester_and_tells_the_facts(catalogue, make_job, result_of):
    job = make_job(submitted_at=NOON, finished_at=NOON + timedelta(seconds=341))

    text = render_public_result(catalogue, result_of(job))

    assert text.content == (
        f"{REQUESTER}\n"
        "**A red fox crosses a snowy road at dawn**\n"
        "5 s · 16:9 · cfg 0.5 · made in 5 min 41 s\n"
        "AI-generated · reference `A1B2C3`"
    )
    assert text.file_name == "showreel-A1B2C3.mp4"
    assert text.alt_text == "AI-generated video: A red fox crosses a snowy road at dawn"
    assert text.prompt_file is None


def test_a_private_result_calls_nobody(catalogue, make_job, result_of):
    text = render_private_result(catalogue, result_of(make_job(private=True)))

    assert "<@" not in text.content
    assert text.content.startswith("**A red fox")


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"predict_seconds": 59.6}, "made in 1 min 0 s"),
        ({"predict_seconds": 12.0}, "made in 12 s"),
        (
            {
                "submitted_at": NOON,
                "finished_at": NOON + timedelta(seconds=60),
                "predict_seconds": 1,
            },
            "made in 1 min 0 s",
        ),
    ],
)
def test_the_time_taken_is_the_members_own(catalogue, make_job, result_of, values, told):
    content = render_public_result(catalogue, result_of(make_job(**values))).content

    assert told in content


def test_an_unknown_time_is_not_told(catalogue, make_job, result_of):
    content = render_public_result(catalogue, result_of(make_job())).content

    assert "made in" not in content


def test_a_link_stands_alone_on_the_last_line_so_that_it_unfolds(catalogue, make_job, result_of):
    content = render_public_result(catalogue, result_of(make_job(), link=LINK)).content

    assert content.splitlines()[-2:] == [
        "The clip could not be attached here. This link works for about a day after it was made:",
        LINK,
    ]


def test_a_long_prompt_is_cut_in_the_message_and_whole_in_the_file(catalogue, make_job, result_of):
    prompt = "a fox and " * 200

    text = render_public_result(catalogue, result_of(make_job(prompt=prompt)))

    assert "…**" in text.content
    assert text.prompt_file == prompt


def test_a_long_list_to_leave_out_is_in_the_file_too(catalogue, make_job, result_of):
    job = make_job(prompt="a fox", negative_prompt="blur " * 50)

    text = render_private_result(catalogue, result_of(job))

    assert text.prompt_file == f"a fox\n\nWithout: {'blur ' * 50}"


def test_an_end_calls_the_requester_in_public_and_nobody_in_private(catalogue, make_job):
    job = make_job(status=JobStatus.FAILED, reason="provider_error")

    assert render_public_end(catalogue, job).startswith(f"{REQUESTER}\n**A red fox")
    assert render_private_end(catalogue, job).startswith("**A red fox")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    prompt=st.text(max_size=2500)
    | st.sampled_from(["@everyone " * 200, "<@1> " * 400, "*" * 2500, "[a](https://b.c) " * 100]),
    negative_prompt=st.text(max_size=2500) | st.just("@here <@&2> " * 100),
    link=st.none() | st.just("https://storage.example/" + "x" * 976),
)
def test_any_result_fits_and_calls_nobody_but_its_requester(
    catalogue, make_job, result_of, prompt, negative_prompt, link
):
    job = make_job(
        prompt=prompt,
        negative_prompt=negative_prompt,
        submitted_at=NOON,
        finished_at=NOON + timedelta(hours=1),
    )

    text = render_public_result(catalogue, result_of(job, link=link))

    rest = text.content.removeprefix(REQUESTER)
    assert len(text.content.encode("utf-16-le")) // 2 <= 2000
    assert len(text.alt_text) <= 1024
    assert text.content.count(REQUESTER) == 1
    assert "@everyone" not in rest
    assert "@here" not in rest
    assert "<@" not in rest.replace("\\<@", "")


@pytest.mark.parametrize(
    ("values", "prompt_file"),
    [
        ({}, None),
        ({"negative_prompt": "cars"}, "A red fox crosses a snowy road at dawn\n\nWithout: cars"),
        ({"prompt": "fox " * 40}, "fox " * 40),
        ({"prompt": "fox " * 40, "status": JobStatus.KEPT, "reason": "nowhere_to_deliver"}, None),
    ],
)
def test_a_direct_end_brings_the_words_that_it_does_not_show(
    catalogue, make_job, values, prompt_file
):
    failed = {"status": JobStatus.FAILED, "reason": "provider_rejected"}

    text = render_direct_end(catalogue, make_job(**{**failed, **values}))

    assert text.content.startswith("**")
    assert text.prompt_file == prompt_file
