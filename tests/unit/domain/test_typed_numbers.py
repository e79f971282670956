"""Numbers are read as people type them, and what is none is never guessed at."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.typed_numbers import AMOUNT_MAX, NotANumberError, count_of, number_of, usd_of


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("5", 5),
        (" 5 ", 5),
        ("5.00", 5),
        ("5,0", 5),
        ("0", 0),
        ("007", 7),
        ("1,000", 1000),
        ("1.000", 1000),
        ("1 000", 1000),
        ("1\u202f000", 1000),
        ("1\N{RIGHT SINGLE QUOTATION MARK}000", 1000),
        ("1000000", 1_000_000),
        ("\uff11\uff12", 12),
        ("", None),
        ("  ", None),
        ("-", None),
        ("\N{EN DASH}", None),
    ],
)
def test_how_many_is_read_kindly(typed, count):
    assert count_of(typed) == count


@pytest.mark.parametrize(
    ("typed", "usd"),
    [
        ("5", "5.00"),
        ("5.00", "5.00"),
        ("$5", "5.00"),
        ("5,00", "5.00"),
        ("5 $", "5.00"),
        ("US$ 7.5", "7.50"),
        ("7,5 usd", "7.50"),
        (".5", "0.50"),
        ("0.500", "0.50"),
        ("1,234.50", "1234.50"),
        ("1.234,50 $", "1234.50"),
        ("1 234,50", "1234.50"),
        ("\uff045", "5.00"),
        ("0", "0.00"),
    ],
)
def test_money_is_read_kindly(typed, usd):
    assert str(usd_of(typed)) == usd
    assert usd_of("") is None


@pytest.mark.parametrize(
    "typed",
    ["five", "5.5", "-1", "1e3", "1,00,0", "1.2.3", "12 34", "$5", "5 clips", "1000001", "∞"],
)
def test_what_is_no_whole_number_is_not_guessed_at(typed):
    with pytest.raises(NotANumberError):
        count_of(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "five",
        "€5",
        "5.0012",
        "-1",
        "$$5",
        "1.2.3",
        "1,2,3",
        "1000000.01",
        "NaN",
        "$",
        "5 %",
        "5$50",
        "1$000",
    ],
)
def test_what_is_no_amount_is_not_guessed_at(typed):
    with pytest.raises(NotANumberError):
        usd_of(typed)


@given(st.integers(min_value=0, max_value=AMOUNT_MAX * 100).map(lambda cents: Decimal(cents) / 100))
def test_every_amount_is_read_back_however_it_was_written(usd):
    for written in (f"{usd:.2f}", f"${usd:,.2f}", f"{usd:.2f}".replace(".", ",")):
        assert usd_of(written) == usd


@given(st.text(max_size=20))
def test_any_text_is_a_bounded_number_or_none(text):
    for read in (number_of, count_of, usd_of):
        try:
            number = read(text)
        except NotANumberError:
            continue
        assert number is None or number >= 0


@pytest.mark.parametrize(("typed", "number"), [("0,5", "0.5"), (".5", "0.5"), ("1.", "1")])
def test_a_share_is_read_as_decimals(typed, number):
    assert number_of(typed) == Decimal(number)
