"""Whether a webhook call is Eachlabs' own and fresh: an HMAC over its time and its raw body.

The older header `X-Webhook-Secret` is not looked at: it proves no age, and gives the secret away
to whoever reads one call.
"""

import hashlib
import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Final, Self

from pydantic import SecretStr

SIGNATURE_HEADER: Final = "X-Webhook-Signature"
TIMESTAMP_HEADER: Final = "X-Webhook-Timestamp"
TOLERANCE_S: Final = 300.0
# A time-stamp may lie ahead by the tolerance, and is good for as long again.
_ACCEPTABLE_FOR_S: Final = 2 * TOLERANCE_S
# More than the receiver's rate cap lets in while a signature is acceptable.
MAX_REMEMBERED: Final = 4096

_SIGNATURE: Final = re.compile(r"sha256=([0-9a-fA-F]{64})")
_TIMESTAMP: Final = re.compile(r"[0-9]{1,12}")


class WebhookSignatureError(Exception):
    """The call is not to be believed; `cause` is a word for the log."""

    cause: ClassVar[str]


class SignatureMissingError(WebhookSignatureError):
    """One of the two headers is not there."""

    cause = "signature_missing"


class SignatureMalformedError(WebhookSignatureError):
    """A header is there twice, or is not of the documented form."""

    cause = "signature_malformed"


class SignatureTooOldError(WebhookSignatureError):
    """Signed longer ago than is tolerated: perhaps an old call, sent again."""

    cause = "signature_too_old"


class SignatureFromFutureError(WebhookSignatureError):
    """Signed for a time that has not come: one of the two clocks is wrong."""

    cause = "signature_from_future"


class SignatureWrongError(WebhookSignatureError):
    """Not made with our secret, over this time and this body."""

    cause = "signature_wrong"


@dataclass(frozen=True, kw_only=True, slots=True)
class WebhookSignature:
    """What a call claims about itself; nothing is proved before `check`.

    `signed_at` keeps the characters as they came, since these are what was signed.
    """

    digest: bytes
    signed_at: str

    @classmethod
    def read(cls, *, signatures: Sequence[str], timestamps: Sequence[str], now: datetime) -> Self:
        """Take all values of both headers. It needs no body: an ill call is known without one."""
        signature = _match(_SIGNATURE, _only(signatures))
        signed_at = _match(_TIMESTAMP, _only(timestamps))[0]
        age_s = now.timestamp() - int(signed_at)
        if age_s > TOLERANCE_S:
            raise SignatureTooOldError
        if age_s < -TOLERANCE_S:
            raise SignatureFromFutureError
        return cls(digest=bytes.fromhex(signature[1]), signed_at=signed_at)

    def check(self, body: bytes, *, secret: SecretStr) -> None:
        """Take the same time wherever the two digests differ."""
        signed = self.signed_at.encode("ascii") + b"." + body
        expected = hmac.digest(secret.get_secret_value().encode(), signed, hashlib.sha256)
        if not hmac.compare_digest(expected, self.digest):
            raise SignatureWrongError


class SeenSignatures:
    """Remembers checked signatures for as long as they would be accepted, to know a repeat."""

    def __init__(self, *, at_most: int = MAX_REMEMBERED) -> None:
        self._at_most = at_most
        self._forgotten_at: dict[bytes, float] = {}

    def __len__(self) -> int:
        return len(self._forgotten_at)

    def is_new(self, signature: WebhookSignature, *, monotonic: float) -> bool:
        """Say whether it comes for the first time, and remember it."""
        self._forget(monotonic)
        if signature.digest in self._forgotten_at:
            return False
        if len(self._forgotten_at) >= self._at_most:
            del self._forgotten_at[next(iter(self._forgotten_at))]
        self._forgotten_at[signature.digest] = monotonic + _ACCEPTABLE_FOR_S
        return True

    def _forget(self, monotonic: float) -> None:
        # All are kept equally long, so the oldest stand in front.
        while self._forgotten_at:
            digest, forgotten_at = next(iter(self._forgotten_at.items()))
            if monotonic <= forgotten_at:
                return
            del self._forgotten_at[digest]


def _only(values: Sequence[str]) -> str:
    if not values:
        raise SignatureMissingError
    if len(values) > 1:
        raise SignatureMalformedError
    return values[0]


def _match(form: re.Pattern[str], value: str) -> re.Match[str]:
    match = form.fullmatch(value)
    if match is None:
        raise SignatureMalformedError
    return match
