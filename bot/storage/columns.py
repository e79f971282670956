"""Column types that keep times exact and aware, money exact, and words within their list."""

from datetime import UTC, datetime, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from enum import StrEnum
from typing import Any, Final, Generic, TypeVar

from sqlalchemy import BigInteger, Integer, String, TypeDecorator
from sqlalchemy.engine import Dialect

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_MICRO_USD: Final = Decimal("0.000001")
_CENT: Final = Decimal("0.01")

# SQLite numbers rows by itself only for a key that is declared INTEGER.
RowId: Final = BigInteger().with_variant(Integer(), "sqlite")

WordT = TypeVar("WordT", bound=StrEnum)


class UtcMicroseconds(TypeDecorator[datetime]):
    """An aware datetime, stored as whole microseconds: sums and order are exact."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        del dialect
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError("a time without a zone cannot be stored")
        return (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        del dialect
        return None if value is None else _EPOCH + value * _MICROSECOND


class MicroUsd(TypeDecorator[Decimal]):
    """US dollars, stored as whole millionths, so that SQL adds them up without rounding."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        del dialect
        if value is None:
            return None
        return int(value.quantize(_MICRO_USD, rounding=ROUND_HALF_EVEN).scaleb(6))

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:
        """At least cents (`1.40`), more places only where they say something."""
        del dialect
        if value is None:
            return None
        exact = Decimal(value).scaleb(-6)
        cents = exact.quantize(_CENT)
        return cents if cents == exact else exact


class Word(TypeDecorator[WordT], Generic[WordT]):
    """One of an enumeration's words, stored as the word itself."""

    impl = String
    cache_ok = True

    def __init__(self, words: type[WordT]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: WordT | None, dialect: Dialect) -> str | None:
        del dialect
        return None if value is None else value.value

    def process_result_value(self, value: Any | None, dialect: Dialect) -> WordT | None:
        del dialect
        return None if value is None else self.words(value)
