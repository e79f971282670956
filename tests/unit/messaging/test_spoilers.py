"""Where a server wants it so, what others see is covered, and what its member sees is not."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.messenger import Result
from bot.domain.ports import Clip
from bot.messaging.results import (
    clip_file_names,
    render_fetched_result,
    render_private_result,
    render_public_result,
)

LINK = "https://storage.example/clip.mp4"


@pytest.fixture
def covered(make_job):
    def build(*, link=None, **values):
        job = make_job(**values)
        job = replace(job, destination=replace(job.destination, spoiler=True))
        clip = None if link else Clip(path=Path("clip.mp4"), size_bytes=1000)
        return Result(job=job, clip=clip, link=link)

    return build


def test_a_public_clip_is_covered_and_still_described(catalogue, covered):
    result = covered()
    plain = replace(
        result,
        job=replace(result.job, destination=replace(result.job.destination, spoiler=False)),
    )

    text = render_public_result(catalogue, result)

    assert text.file_name == "SPOILER_showreel-A1B2C3.mp4"
    assert replace(text, file_name="showreel-A1B2C3.mp4") == render_public_result(catalogue, plain)
    assert "A red fox" in text.alt_text


def test_a_public_link_is_covered(catalogue, covered):
    text = render_public_result(catalogue, covered(link=LINK))

    assert text.content.splitlines()[-1] == f"||{LINK}||"
    assert text.content.count(LINK) == 1


def test_the_longest_covered_result_fits_a_message(catalogue, covered):
    link = "https://storage.example/" + "x" * 976
    result = covered(link=link, prompt="*" * 2500, negative_prompt="_" * 2500)

    assert len(render_public_result(catalogue, result).content) <= 2000


@pytest.mark.parametrize("link", [None, LINK])
def test_what_only_its_member_sees_is_not_covered(catalogue, covered, link):
    result = covered(link=link)

    for text in (
        render_private_result(catalogue, result),
        render_fetched_result(catalogue, result, locale="en-US"),
    ):
        assert text.file_name == "showreel-A1B2C3.mp4"
        assert "||" not in text.content


def test_a_file_is_known_again_by_either_name(make_job):
    assert clip_file_names(make_job()) == (
        "showreel-A1B2C3.mp4",
        "SPOILER_showreel-A1B2C3.mp4",
    )
