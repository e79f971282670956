"""What a moderator typed becomes a question to the log, or a sentence about what is wrong."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.errors import ShowreelError
from bot.domain.ids import GuildId, UserId
from bot.domain.job import JobStatus
from bot.domain.log_query import LogWish, read_query
from bot.domain.reasons import INVALID_OPTIONS, Reason
from bot.domain.usage import PageFilter
from bot.domain.usage_views import LogQuery

NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)
GUILD = GuildId(100)


def read(**typed):
    return read_query(LogWish(**typed), guild_id=GUILD, now=NOW)


def test_nothing_typed_asks_for_everything_of_the_server():
    assert read() == LogQuery(page_filter=PageFilter(guild_id=GUILD))


def test_everything_typed_is_asked_for():
    query = read(
        user_id=UserId(7),
        state="failed",
        duration_s=10,
        since="3d",
        until="2026-03-04",
        words="  Red \n fox ",
        reason=" Prompt_Rule:12 ",
    )

    assert query == LogQuery(
        page_filter=PageFilter(
            guild_id=GUILD,
            user_id=UserId(7),
            statuses=frozenset({JobStatus.FAILED}),
            duration_s=10,
            since=NOW - timedelta(days=3),
            until=datetime(2026, 3, 5, tzinfo=UTC),
            reason="prompt_rule:12",
        ),
        words="Red fox",
    )


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ({"state": "asleep"}, "log-which-state"),
        ({"duration_s": 7}, "log-which-duration"),
        ({"since": "soon"}, "moment-unreadable"),
        ({"since": "1d", "until": "2d"}, "range-backwards"),
        ({"words": " \u0301 "}, "log-which-words"),
        ({"reason": "nonsense"}, "log-which-reason"),
        ({"reason": "prompt_rule"}, "log-which-reason"),
        ({"reason": "prompt_rule:x"}, "log-which-reason"),
    ],
)
def test_what_cannot_be_read_is_named(typed, key):
    with pytest.raises(ShowreelError) as refusal:
        read(**typed)

    assert refusal.value.key == key


@pytest.mark.parametrize("reason", [*Reason, *sorted(INVALID_OPTIONS), "prompt_rule:7"])
def test_every_reason_that_the_log_may_have_can_be_asked_for(reason):
    assert read(reason=f" {reason.upper()} ").page_filter.reason == reason


def test_a_text_that_no_database_takes_is_looked_for_as_far_as_it_can_be():
    assert read(words="fox\0\ud800").words == "fox\ufffd?"
