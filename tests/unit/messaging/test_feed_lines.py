"""A line of the feed says what became of an attempt, and nothing in it acts on Discord."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.clip import ClipRequest
from bot.domain.feed import End
from bot.domain.ids import ChannelId, EventId, GuildId, JobId, UserId
from bot.domain.job import Destination, Job, JobStatus
from bot.messaging.catalogue import Catalogue
from bot.messaging.feed_lines import MESSAGE_MAX_CHARS, render_feed

CATALOGUE = Catalogue.load()
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
WHERE = Destination(
    guild_id=GuildId(1),
    channel_id=ChannelId(2),
    user_id=UserId(3),
    attachment_size_limit_bytes=0,
    filesize_limit_bytes=0,
    app_permissions=0,
    user_locale="de",
    guild_locale="en-US",
    private=False,
)
JOB = Job(
    id=JobId(7),
    reference="A1B2C3",
    status=JobStatus.DELIVERED,
    reason="",
    request=ClipRequest(prompt="a red fox"),
    destination=WHERE,
    created_at=NOON,
    submitted_at=NOON,
    cost_estimated_usd=Decimal("1.40"),
    message_url="https://discord.com/channels/1/2/9",
)


def end_of(job, number=1):
    return End(event_id=EventId(number), at=NOON, status=job.status, job=job)


def line(job, locale="en-US"):
    return render_feed(CATALOGUE, locale, [end_of(job)]).content


def test_a_line_as_it_reads():
    assert line(JOB) == (
        "**Delivered** · <@3> · <#2>\n"
        "> a red fox\n"
        "-# 5 s · 16:9 · cfg 0.5 · about $1.40 · `A1B2C3` · <t:1772366400:t>"
        " · https://discord.com/channels/1/2/9"
    )


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"cost_usd": Decimal("2.80")}, "· $2.80 ·"),
        ({"status": JobStatus.FAILED, "cost_usd": Decimal(0)}, "· not charged ·"),
        ({"status": JobStatus.UNKNOWN}, "· cost not known ·"),
        ({"status": JobStatus.CANCELLED, "submitted_at": None}, "· not charged ·"),
    ],
)
def test_the_cost_is_told_as_far_as_it_is_known(changes, told):
    assert told in line(replace(JOB, **changes))


def test_what_a_rule_refused_stands_behind_bars_and_its_rule_is_named():
    text = line(replace(JOB, status=JobStatus.REFUSED, reason="prompt_rule:12"))

    assert text.startswith("**Refused**: rule #12 · <@3>")
    assert "> ||a red fox||" in text
    assert "$" not in text


def test_the_menus_label_names_the_rule_and_shows_nothing_of_what_it_refused():
    refused = replace(JOB, status=JobStatus.REFUSED, reason="prompt_rule:12")
    text = render_feed(CATALOGUE, "en-US", [end_of(refused), end_of(JOB, 2)])

    labels = [label for _, label in text.jobs]
    assert labels == ["A1B2C3 · Refused · rule #12", "A1B2C3 · Delivered · a red fox"]


def test_a_reason_follows_its_state_as_the_language_punctuates():
    refused = replace(JOB, status=JobStatus.REFUSED, reason="prompt_rule:12")

    assert line(refused, "fr").startswith("**Refusé**\xa0: règle ")
    assert line(refused, "es-ES").startswith("**Rechazado**: regla ")


def test_a_private_request_shows_neither_prompt_nor_message():
    job = replace(JOB, destination=replace(WHERE, private=True))
    text = render_feed(CATALOGUE, "en-US", [end_of(job)])

    assert "fox" not in text.content
    assert "https" not in text.content
    assert "fox" not in text.jobs[0][1]


def test_whoever_had_their_data_erased_is_not_mentioned():
    job = replace(
        JOB, request=ClipRequest(prompt=""), destination=replace(WHERE, user_id=UserId(-5))
    )

    assert "<@" not in line(job)
    assert "no longer kept" in line(job)


def test_a_message_that_is_deleted_is_not_linked():
    assert "https" not in line(replace(JOB, deleted_at=NOON))


JOBS = st.builds(
    replace,
    st.just(JOB),
    status=st.sampled_from([JobStatus.DELIVERED, JobStatus.REFUSED, JobStatus.FAILED]),
    reason=st.sampled_from(["", "prompt_rule:1", "user_daily_limit", "output_address_forbidden"]),
    request=st.builds(ClipRequest, prompt=st.text(max_size=400)),
)


@given(st.lists(JOBS, min_size=1, max_size=25), st.sampled_from(CATALOGUE.locales))
def test_any_ends_fit_a_message_and_at_least_one_is_told(jobs, locale):
    ends = [end_of(job, number) for number, job in enumerate(jobs)]

    text = render_feed(CATALOGUE, locale, ends)

    assert len(text.content) <= MESSAGE_MAX_CHARS
    assert 1 <= text.ends_told <= len(ends)
    assert all(1 <= len(label) <= 100 for _, label in text.jobs)
    assert "@everyone" not in text.content
