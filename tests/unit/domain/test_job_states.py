"""The states of a job and its steps are the contract's table, no more and no less."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.clip import ClipRequest
from bot.domain.errors import IllegalTransitionError, OutcomeUnknownError, TryLaterError
from bot.domain.ids import ChannelId, GuildId, JobId, UserId
from bot.domain.job import (
    FIRST_STATES,
    LIVE_STATES,
    OPERATOR,
    SLOT_STATES,
    TRANSITIONS,
    WORKER,
    Actor,
    Destination,
    Job,
    JobStatus,
    check_transition,
)

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)

# The contract's table, written down a second time on purpose.
CONTRACT = {
    ("queued", "cancelled"),
    ("queued", "submitting"),
    ("submitting", "running"),
    ("submitting", "queued"),
    ("submitting", "failed"),
    ("submitting", "unknown"),
    ("unknown", "running"),
    ("unknown", "failed"),
    ("running", "delivering"),
    ("running", "failed"),
    ("running", "cancelled"),
    ("running", "expired"),
    ("expired", "delivering"),
    ("delivering", "delivered"),
    ("delivering", "kept"),
    ("delivering", "failed"),
    ("kept", "delivered"),
    ("kept", "expired"),
}


def job(**changes: object) -> Job:
    values: dict[str, object] = {
        "id": JobId(1),
        "reference": "A1B2C3",
        "status": JobStatus.QUEUED,
        "reason": "",
        "request": ClipRequest(prompt="a fox"),
        "destination": Destination(
            guild_id=GuildId(500),
            channel_id=ChannelId(800),
            user_id=UserId(70),
            attachment_size_limit_bytes=1,
            filesize_limit_bytes=1,
            app_permissions=0,
            user_locale="en-US",
            guild_locale="en-US",
            private=False,
        ),
        "created_at": NOON,
        **changes,
    }
    return Job(**values)


@pytest.mark.parametrize("before", JobStatus)
@pytest.mark.parametrize("after", JobStatus)
def test_a_step_is_legal_exactly_when_the_contract_has_it(
    before: JobStatus, after: JobStatus
) -> None:
    if (before.value, after.value) in CONTRACT:
        check_transition(before, after)
        return

    with pytest.raises(IllegalTransitionError, match=f"^{before} -> {after}$"):
        check_transition(before, after)


def test_nobody_can_add_a_step_at_run_time() -> None:
    with pytest.raises(TypeError):
        TRANSITIONS[JobStatus.DELIVERED] = frozenset()


def test_a_job_begins_refused_or_queued() -> None:
    assert {"refused", "queued"} == FIRST_STATES


def test_a_slot_is_held_from_the_claim_until_the_prediction_is_over() -> None:
    assert {"submitting", "unknown", "running"} == SLOT_STATES
    assert SLOT_STATES | {"queued", "delivering"} == LIVE_STATES


def test_an_event_names_who_acted() -> None:
    assert str(Actor.member(UserId(70))) == "member:70"
    assert str(Actor.moderator(UserId(72))) == "moderator:72"


@pytest.mark.parametrize("word", ["member:70", "member:-7", "member", "moderator:72", "worker"])
def test_an_actor_is_read_as_it_was_written(word):
    assert str(Actor.read(word)) == word


def test_a_word_that_names_nobody_is_read_as_its_kind():
    assert Actor.read("member:somebody") == Actor(kind="member")
    assert (str(WORKER), str(OPERATOR)) == ("worker", "operator")


def test_an_interaction_token_is_used_only_while_discord_takes_it() -> None:
    token_dies_at = NOON + timedelta(minutes=15)
    with_token = job(interaction_token="secret", interaction_token_expires_at=token_dies_at)

    assert with_token.live_token(token_dies_at - timedelta(microseconds=1)) == "secret"
    assert with_token.live_token(token_dies_at) is None
    assert job().live_token(NOON) is None
    assert job(interaction_token="secret").live_token(NOON) is None


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (TryLaterError("rate_limited"), "rate_limited"),
        (OutcomeUnknownError("cut_off", detail="no answer"), "cut_off: no answer"),
    ],
)
def test_an_error_of_the_service_reads_as_its_word_and_what_is_known(
    error: Exception, text: str
) -> None:
    assert text == str(error)
