"""Numbers as people type them: "5", "5.00", "5,00", "$5", "1 000"."""

import re
import unicodedata
from decimal import Decimal
from typing import Final

# Far above what anybody sets, and far below what a database or a sentence cannot hold.
AMOUNT_MAX: Final = 1_000_000

_DECIMAL_SIGNS: Final = str.maketrans(dict.fromkeys(",\N{ARABIC DECIMAL SEPARATOR}", "."))
_NUMBER: Final = re.compile(r"\d+(?:\.\d*)?|\.\d+")
# In front or behind, and never between: who writes "5$50" does not mean 550.
_CURRENCY: Final = re.compile(r"^(?:US\$|\$|USD)|(?:US\$|\$|USD)$", re.IGNORECASE)
_SPACES_IN_NUMBER: Final = re.compile(r"(?<=\d)[\s'\N{RIGHT SINGLE QUOTATION MARK}](?=\d{3}(?!\d))")
# One kind of sign between groups of three, and then perhaps the other before a fraction.
_GROUPED: Final = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?|[1-9]\d{0,2}(?:\.\d{3})+(?:,\d*)?")
_CENT_DIGITS: Final = 2


class NotANumberError(ValueError):
    """What was typed is no such number."""


def number_of(typed: str) -> Decimal | None:
    """Read a small number, such as a share; None where nothing was typed.

    Raises NotANumberError for what is no number.
    """
    text = unicodedata.normalize("NFKC", typed).strip().translate(_DECIMAL_SIGNS)
    if not text:
        return None
    if not _NUMBER.fullmatch(text):
        raise NotANumberError("not a number")
    return Decimal(text)


def count_of(typed: str) -> int | None:
    """Read how many; None where nothing was typed. Raises NotANumberError for no whole number."""
    amount = _amount_of(typed)
    if amount is None:
        return None
    if amount != amount.to_integral_value():
        raise NotANumberError("not a whole number")
    return int(amount)


def usd_of(typed: str) -> Decimal | None:
    """Read US dollars; None where nothing was typed. Raises NotANumberError for no such amount."""
    text = unicodedata.normalize("NFKC", typed).strip()
    if _says_nothing(text):
        return None
    amount = _amount_of(_CURRENCY.sub("", text, count=1))
    if amount is None:
        raise NotANumberError("a sign and no amount")
    cents = amount.quantize(Decimal(10) ** -_CENT_DIGITS)
    if cents != amount:
        raise NotANumberError("less than a cent")
    return cents


def _amount_of(typed: str) -> Decimal | None:
    text = unicodedata.normalize("NFKC", typed).strip()
    if _says_nothing(text):
        return None
    text = _SPACES_IN_NUMBER.sub("", text)
    if _GROUPED.fullmatch(text):
        group_sign = next(sign for sign in text if not sign.isdigit())
        text = text.replace(group_sign, "")
    amount = number_of(text)
    if amount is not None and amount > AMOUNT_MAX:
        raise NotANumberError("too much")
    return amount


def _says_nothing(text: str) -> bool:
    """A dash is what people put where a form has nothing to say."""
    return all(unicodedata.category(character) == "Pd" for character in text)
