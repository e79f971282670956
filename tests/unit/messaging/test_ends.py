"""Every end tells what happened, what it cost, and what to do now."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from bot.domain.job import JobStatus
from bot.domain.reasons import Reason
from bot.messaging.ends import cost_key, end_key, ending, may_be_edited, may_be_repeated

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
CHARGED = Decimal("1.40")
FREE = Decimal(0)


@pytest.mark.parametrize(
    ("status", "reason", "key"),
    [
        (JobStatus.FAILED, Reason.PROVIDER_REJECTED, "end-provider-rejected"),
        (JobStatus.CANCELLED, Reason.CANCELLED_BY_MODERATOR, "end-cancelled-by-moderator"),
        (JobStatus.EXPIRED, Reason.DEADLINE_PASSED, "end-deadline-passed"),
        (JobStatus.EXPIRED, Reason.KEPT_TOO_LONG, "end-kept-too-long"),
        (JobStatus.UNKNOWN, Reason.CREATE_OUTCOME_UNKNOWN, "end-unknown"),
        (JobStatus.FAILED, Reason.CREATE_OUTCOME_UNKNOWN, "end-create-outcome-unknown"),
        (JobStatus.FAILED, "word_of_tomorrow", "end-failed"),
        (JobStatus.CANCELLED, "", "end-cancelled"),
        (JobStatus.EXPIRED, "", "end-expired"),
    ],
)
def test_the_reason_chooses_the_sentence_and_the_status_stands_in(
    catalogue, make_job, status, reason, key
):
    assert end_key(catalogue, make_job(status=status, reason=reason)) == key


@pytest.mark.parametrize(
    ("kept_file", "key"), [("job-42.mp4", "end-kept"), (None, "end-kept-link")]
)
def test_what_is_kept_is_told_as_what_it_is(catalogue, make_job, kept_file, key):
    job = make_job(status=JobStatus.KEPT, reason=Reason.NOWHERE_TO_DELIVER, kept_file=kept_file)

    assert end_key(catalogue, job) == key
    assert "`/videos list`" in ending(catalogue, "en-US", job)


@pytest.mark.parametrize(
    ("status", "reason", "cost_usd", "submitted_at", "key"),
    [
        (JobStatus.FAILED, Reason.PROVIDER_REJECTED, FREE, NOON, "cost-none"),
        (JobStatus.FAILED, Reason.PROVIDER_REJECTED, CHARGED, NOON, "cost-charged"),
        (JobStatus.FAILED, Reason.PROVIDER_ERROR, None, NOON, "cost-perhaps"),
        (JobStatus.FAILED, Reason.CREATE_REJECTED, None, NOON, "cost-none"),
        (JobStatus.FAILED, Reason.OUTPUT_NOT_MP4, None, NOON, "cost-charged"),
        (JobStatus.CANCELLED, Reason.NOT_ACKNOWLEDGED, None, None, "cost-none"),
        (JobStatus.CANCELLED, Reason.CANCELLED_BY_MEMBER, None, None, "cost-none"),
        (JobStatus.CANCELLED, Reason.CANCELLED_BY_MEMBER, None, NOON, "cost-perhaps"),
        (JobStatus.CANCELLED, Reason.CANCELLED_UPSTREAM, CHARGED, NOON, "cost-charged"),
        (JobStatus.EXPIRED, Reason.DEADLINE_PASSED, None, NOON, "cost-perhaps"),
        (JobStatus.EXPIRED, Reason.KEPT_TOO_LONG, None, NOON, "cost-charged"),
        (JobStatus.UNKNOWN, Reason.CREATE_OUTCOME_UNKNOWN, None, NOON, "cost-open"),
        (JobStatus.KEPT, Reason.NOWHERE_TO_DELIVER, None, NOON, "cost-charged"),
    ],
)
def test_the_cost_is_told_as_far_as_it_is_known(
    make_job, status, reason, cost_usd, submitted_at, key
):
    job = make_job(status=status, reason=reason, cost_usd=cost_usd, submitted_at=submitted_at)

    assert cost_key(job) == key


def test_a_safety_rejection_asks_for_a_different_description(catalogue, make_job):
    job = make_job(
        status=JobStatus.FAILED, reason=Reason.PROVIDER_REJECTED, cost_usd=FREE, submitted_at=NOON
    )

    assert ending(catalogue, "en-US", job) == (
        "The description did not pass the video service\u2019s safety check. Nothing was charged. "
        "Ask again with a different description. Reference `A1B2C3`."
    )


@pytest.mark.parametrize(
    ("status", "reason", "edited", "repeated"),
    [
        (JobStatus.FAILED, Reason.PROVIDER_ERROR, True, True),
        (JobStatus.FAILED, Reason.CREATE_OUTCOME_UNKNOWN, True, True),
        (JobStatus.FAILED, Reason.OUTPUT_NOT_MP4, True, True),
        (JobStatus.EXPIRED, Reason.KEPT_TOO_LONG, True, True),
        (JobStatus.CANCELLED, Reason.NOT_ACKNOWLEDGED, True, True),
        (JobStatus.FAILED, Reason.PROVIDER_REJECTED, True, False),
        (JobStatus.FAILED, Reason.INVALID_INPUT, True, False),
        (JobStatus.FAILED, Reason.CREATE_REJECTED, True, False),
        (JobStatus.FAILED, Reason.OUTPUT_TOO_LARGE, True, False),
        (JobStatus.EXPIRED, Reason.DEADLINE_PASSED, True, False),
        (JobStatus.CANCELLED, Reason.CANCELLED_BY_MEMBER, True, False),
        (JobStatus.CANCELLED, Reason.CANCELLED_BY_MODERATOR, True, False),
        (JobStatus.UNKNOWN, Reason.CREATE_OUTCOME_UNKNOWN, False, False),
        (JobStatus.KEPT, Reason.NOWHERE_TO_DELIVER, False, False),
        (JobStatus.DELIVERED, "", False, False),
    ],
)
def test_only_what_came_to_nothing_is_taken_up_again_and_as_it_was_only_where_that_may_help(
    make_job, status, reason, edited, repeated
):
    job = make_job(status=status, reason=reason)

    assert (may_be_edited(job), may_be_repeated(job)) == (edited, repeated)


def test_what_is_no_longer_kept_cannot_be_taken_up_again(make_job):
    job = make_job(status=JobStatus.FAILED, reason=Reason.PROVIDER_ERROR, prompt="")

    assert not may_be_edited(job)
    assert not may_be_repeated(job)
