"""A member's list: kept clips numbered, every state in plain words, all within one message."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.ids import JobId
from bot.domain.job import DeliveryWay, JobStatus
from bot.domain.messenger import OwnJob, OwnJobs
from bot.domain.reasons import Reason
from bot.messaging.own_jobs import MESSAGE_MAX_CHARS, OwnJobsText, render_own_jobs
from tests.unit.messaging.conftest import NOON

ASKED = f"asked for <t:{int(NOON.timestamp())}:R>"
FOX = "**A red fox crosses a snowy road at dawn**"
LISTED = [status for status in JobStatus if status not in {JobStatus.REFUSED, JobStatus.KEPT}]


@pytest.fixture
def listed(catalogue, make_job):
    def render(
        *entries: dict[str, Any], in_server: bool = True, kept_besides: int = 0
    ) -> OwnJobsText:
        own = OwnJobs(
            listed=[_own(make_job, **entry) for entry in entries], kept_besides=kept_besides
        )
        return render_own_jobs(catalogue, "en-US", own, in_server=in_server)

    return render


def _own(make_job, **values: Any) -> OwnJob:
    job = make_job(**values)
    is_kept = job.status is JobStatus.KEPT
    return OwnJob(job=job, kept_until=NOON + timedelta(days=7) if is_kept else None)


def kept(number: int, **values: Any) -> dict[str, Any]:
    return {"id": JobId(number), "status": JobStatus.KEPT, **values}


def test_who_asked_for_nothing_reads_how_to_begin(listed):
    here, anywhere = listed(), listed(in_server=False)

    assert "in this server" in here.content
    assert "in a server that has this bot" in anywhere.content
    assert "`/video`" in here.content
    assert "`/video`" in anywhere.content
    assert here.kept == ()


def test_a_kept_clip_says_how_long_it_is_kept(listed):
    text = listed(kept(7), {})

    until = int((NOON + timedelta(days=7)).timestamp())
    assert text.kept == [7]
    assert text.content.splitlines() == [
        "**Your newest requests**",
        "What could not be handed over is kept for you; the buttons fetch it.",
        f"1. {FOX} · ready, erased <t:{until}:R> · {ASKED}",
        f"{FOX} · waiting in line · {ASKED}",
    ]


def test_kept_clips_stand_where_their_time_puts_them_and_are_numbered_among_themselves(listed):
    text = listed({}, kept(7), {}, kept(3))

    lines = text.content.splitlines()[2:]
    assert [line[:2] for line in lines] == ["**", "1.", "**", "2."]
    assert text.kept == [7, 3]


def test_kept_clips_that_have_no_line_are_told_of(listed):
    one, more = listed(kept(7), kept_besides=1), listed(kept(7), kept_besides=12)

    assert one.content.splitlines()[-1].startswith("One more clip is kept for you;")
    assert more.content.splitlines()[-1].startswith("12 more clips are kept for you;")


@pytest.mark.parametrize("status", LISTED)
def test_every_state_is_told_in_plain_words(listed, status):
    line = listed({"status": status}).content.splitlines()[-1]

    state = line.removeprefix(f"{FOX} · ").removesuffix(f" · {ASKED}")
    assert state
    assert state != line
    assert status is JobStatus.CANCELLED or status.value not in state


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"deleted_at": NOON, "message_url": "https://x"}, "done, deleted since"),
        ({"status": JobStatus.EXPIRED, "reason": Reason.KEPT_TOO_LONG}, "made, but not fetched"),
        ({"status": JobStatus.EXPIRED, "reason": Reason.DEADLINE_PASSED}, "took too long"),
    ],
)
def test_what_became_of_it_since_is_said_too(listed, values, said):
    assert said in listed({"status": JobStatus.DELIVERED, **values}).content


@pytest.mark.parametrize(
    ("values", "leads"),
    [
        ({}, True),
        ({"private": True, "delivery": DeliveryWay.DIRECT_MESSAGE}, True),
        ({"private": True}, False),
        ({"deleted_at": NOON}, False),
    ],
    ids=["public", "direct", "private", "deleted"],
)
def test_a_message_that_can_be_found_again_is_linked(listed, values, leads):
    url = "https://discord.com/channels/1/2/3"
    values = {"delivery": DeliveryWay.ATTACHMENT, **values}

    text = listed({"status": JobStatus.DELIVERED, "message_url": url, **values})

    assert text.content.endswith(f" · {url}") is leads


def test_a_prompt_that_was_erased_leaves_a_title(listed):
    assert "A clip whose description is no longer kept" in listed({"prompt": ""}).content


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    prompts=st.lists(st.text(max_size=200), min_size=1, max_size=10),
    kept_clips=st.integers(min_value=0, max_value=10),
)
def test_any_list_fits_and_has_a_button_for_each_kept_clip_it_shows(listed, prompts, kept_clips):
    entries = [
        kept(number, prompt=prompt)
        if number <= kept_clips
        else {"prompt": prompt, "status": JobStatus.DELIVERED, "message_url": "https://x/" * 9}
        for number, prompt in enumerate(prompts, start=1)
    ]

    text = listed(*entries)

    assert len(text.content) <= MESSAGE_MAX_CHARS
    assert len(text.kept) == text.content.count("ready, erased")


def test_ten_kept_clips_with_the_worst_of_prompts_are_all_shown(listed):
    text = listed(*(kept(number, prompt="*" * 200) for number in range(1, 11)))

    assert list(text.kept) == list(range(1, 11))


def test_the_oldest_that_do_not_fit_are_left_out_and_never_a_kept_one_before_others(listed):
    entry = {"prompt": "*" * 200, "status": JobStatus.DELIVERED, "message_url": "x" * 300}

    text = listed({"prompt": "newest"}, kept(2), *[entry] * 7, kept(1))

    assert list(text.kept) == [2, 1]
    assert "**newest**" in text.content
    assert MESSAGE_MAX_CHARS - 500 < len(text.content) <= MESSAGE_MAX_CHARS
