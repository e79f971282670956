"""Times, money and words go in and come out as they were."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from bot.domain.job import JobStatus
from bot.storage.columns import MicroUsd, UtcMicroseconds, Word


def stored(column, value):
    return column.process_bind_param(value, dialect=None)


def read(column, value):
    return column.process_result_value(value, dialect=None)


def test_a_time_is_whole_microseconds_in_utc():
    at = datetime(1970, 1, 1, 1, 0, 0, 1, tzinfo=timezone(timedelta(hours=1)))

    assert stored(UtcMicroseconds(), at) == 1
    assert read(UtcMicroseconds(), 1) == at
    assert read(UtcMicroseconds(), 1).tzinfo is UTC


def test_a_time_without_a_zone_is_a_defect():
    with pytest.raises(ValueError, match="without a zone"):
        stored(UtcMicroseconds(), datetime(2026, 1, 1))  # noqa: DTZ001 -- what must not pass


@pytest.mark.parametrize(
    ("usd", "micro_usd", "shown"),
    [
        ("1.4", 1_400_000, "1.40"),
        ("0", 0, "0.00"),
        ("0.0123", 12_300, "0.012300"),
        ("1.4000005", 1_400_000, "1.40"),
        ("1.4000015", 1_400_002, "1.400002"),
        ("123456789.123456", 123_456_789_123_456, "123456789.123456"),
    ],
)
def test_money_is_whole_millionths_of_a_dollar(usd, micro_usd, shown):
    assert stored(MicroUsd(), Decimal(usd)) == micro_usd
    assert str(read(MicroUsd(), micro_usd)) == shown


def test_a_word_is_one_of_its_list():
    column = Word(JobStatus)

    assert stored(column, JobStatus.KEPT) == "kept"
    assert read(column, "kept") is JobStatus.KEPT
    with pytest.raises(ValueError, match="lost"):
        read(column, "lost")


@pytest.mark.parametrize("column", [UtcMicroseconds(), MicroUsd(), Word(JobStatus)])
def test_nothing_stays_nothing(column):
    assert stored(column, None) is None
    assert read(column, None) is None
