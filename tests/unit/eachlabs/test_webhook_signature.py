"""A call is believed with our signature over its own time and body, and while it is fresh."""

import hashlib
import hmac
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from bot.eachlabs.webhook_signature import (
    TOLERANCE_S,
    SeenSignatures,
    SignatureFromFutureError,
    SignatureMalformedError,
    SignatureMissingError,
    SignatureTooOldError,
    SignatureWrongError,
    WebhookSignature,
    WebhookSignatureError,
)

SECRET = SecretStr("of the tests")
NOW = datetime(2026, 9, 20, 12, 0, tzinfo=UTC)
SENT = str(int(NOW.timestamp()))
BODY = b'{"exec_id": "1e44fdd0-a565-4f59-908c-c4625dfe5395", "status": "succeeded"}'


def signed(body=BODY, *, at=SENT, secret=SECRET):
    key = secret.get_secret_value().encode()
    digest = hmac.new(key, f"{at}.".encode() + body, hashlib.sha256)
    return f"sha256={digest.hexdigest()}"


def shortly(value):
    return ascii(value)[:30]


def verify(*, signatures=None, timestamps=(SENT,), body=BODY, now=NOW, secret=SECRET):
    signature = WebhookSignature.read(
        signatures=(signed(),) if signatures is None else signatures,
        timestamps=timestamps,
        now=now,
    )
    signature.check(body, secret=secret)
    return signature


def test_a_call_that_eachlabs_signed_is_believed():
    assert verify().signed_at == SENT


def test_the_documented_scheme_is_the_one_that_is_checked():
    """Worked out with openssl over the time, a dot and the body."""
    verify(
        signatures=("sha256=650c8e3a114849c890a9909c0402ea49151c9a303a7515a337fe673be8267249",),
        timestamps=("1790000000",),
        body=b'{"exec_id":"abc"}',
        now=datetime(2026, 9, 21, 14, 13, 20, tzinfo=UTC),
    )


@pytest.mark.parametrize("secret", ["x", "gr\u00fc\u00df \U0001f511", "s" * 500])
def test_any_text_can_be_the_secret(secret):
    verify(signatures=(signed(secret=SecretStr(secret)),), secret=SecretStr(secret))


@pytest.mark.parametrize("body", [b"", b"\x00\xff" * 9, "\u00e9".encode(), b"x" * 65536])
def test_any_bytes_can_be_the_body(body):
    verify(signatures=(signed(body),), body=body)


def test_hex_in_capitals_is_the_same_signature():
    capitals = "sha256=" + signed().removeprefix("sha256=").upper()

    assert verify(signatures=(capitals,)).digest == verify().digest


@pytest.mark.parametrize(("signatures", "timestamps"), [((), (SENT,)), ((signed(),), ()), ((), ())])
def test_a_call_that_lacks_a_header_is_not_believed(signatures, timestamps):
    with pytest.raises(SignatureMissingError):
        verify(signatures=signatures, timestamps=timestamps)


@pytest.mark.parametrize(
    "signature",
    [
        "",
        "sha256=",
        signed().removeprefix("sha256="),
        signed().replace("sha256", "sha512"),
        signed().replace("sha256", "SHA256"),
        signed()[:-1],
        signed() + "0",
        signed() + "\n",
        " " + signed(),
        signed()[:-1] + "g",
        signed()[:-1] + "\u0663",
        signed()[:-1] + "\udcff",
        signed() + "," + signed(),
        "sha256=" + "0" * 1_000_000,
    ],
    ids=shortly,
)
def test_a_signature_of_another_form_is_not_looked_at(signature):
    with pytest.raises(SignatureMalformedError):
        verify(signatures=(signature,))


@pytest.mark.parametrize(
    "timestamp",
    [
        "",
        "now",
        f"-{SENT}",
        f"+{SENT}",
        f"{SENT}.0",
        f" {SENT}",
        f"{SENT}\n",
        "1e9",
        "1_0",
        "0x10",
        "nan",
        "\u0661\u0662",
        "\udcff",
        "9" * 13,
        "9" * 1_000_000,
    ],
    ids=shortly,
)
def test_a_time_of_another_form_is_not_looked_at(timestamp):
    with pytest.raises(SignatureMalformedError):
        verify(timestamps=(timestamp,))


@pytest.mark.parametrize(
    "twice",
    [{"signatures": (signed(), signed())}, {"timestamps": (SENT, SENT)}],
)
def test_a_header_that_is_there_twice_is_ambiguous(twice):
    with pytest.raises(SignatureMalformedError):
        verify(**twice)


@pytest.mark.parametrize("age_s", [-TOLERANCE_S, -1, 0, 1, TOLERANCE_S])
def test_a_call_is_fresh_for_five_minutes_to_either_side(age_s):
    verify(now=NOW + timedelta(seconds=age_s))


@pytest.mark.parametrize(
    ("age_s", "error"),
    [
        (TOLERANCE_S + 0.001, SignatureTooOldError),
        (TOLERANCE_S * 1000, SignatureTooOldError),
        (-TOLERANCE_S - 0.001, SignatureFromFutureError),
        (-TOLERANCE_S * 1000, SignatureFromFutureError),
    ],
)
def test_an_old_call_is_not_believed_however_well_it_is_signed(age_s, error):
    with pytest.raises(error):
        verify(now=NOW + timedelta(seconds=age_s))


@pytest.mark.parametrize("timestamp", ["0", "999999999999"])
def test_the_ends_of_time_are_only_old_or_ahead(timestamp):
    with pytest.raises((SignatureTooOldError, SignatureFromFutureError)):
        verify(timestamps=(timestamp,))


@pytest.mark.parametrize(
    "forged",
    [
        {"secret": SecretStr("another")},
        {"body": BODY + b" "},
        {"body": b""},
        {"timestamps": (str(int(SENT) + 1),)},
        {"timestamps": (f"0{SENT}",)},
        {"signatures": (signed(b"another body"),)},
        {"signatures": ("sha256=" + "0" * 64,)},
    ],
)
def test_a_signature_over_anything_else_is_wrong(forged):
    with pytest.raises(SignatureWrongError):
        verify(**forged)


def test_the_dot_between_time_and_body_cannot_be_moved():
    """A body that begins with digits must not lend them to the time."""
    with pytest.raises((SignatureWrongError, SignatureTooOldError)):
        verify(signatures=(signed(b"5.x"),), timestamps=(f"{SENT[:-1]}",), body=b"0.5.x")


def test_every_cause_has_a_word_of_its_own_and_no_text():
    errors = WebhookSignatureError.__subclasses__()

    assert len({error.cause for error in errors}) == len(errors) == 5
    assert {str(error()) for error in errors} == {""}


@given(place=st.integers(0, len(BODY) - 1), flip=st.integers(1, 255))
def test_a_body_with_any_byte_changed_is_refused(place, flip):
    changed = bytearray(BODY)
    changed[place] ^= flip

    with pytest.raises(SignatureWrongError):
        verify(body=bytes(changed))


@given(place=st.integers(0, 31), flip=st.integers(1, 255))
def test_a_digest_with_any_byte_changed_is_refused(place, flip):
    changed = bytearray(verify().digest)
    changed[place] ^= flip

    with pytest.raises(SignatureWrongError):
        verify(signatures=(f"sha256={changed.hex()}",))


any_text = st.text(st.characters(), max_size=90)
near_signature = st.one_of(any_text, st.from_regex(r"sha256=[0-9a-fA-F]{60,66}"))
near_timestamp = st.one_of(any_text, st.from_regex(r"[0-9]{1,14}"), st.just(SENT))


@given(
    signatures=st.lists(near_signature, max_size=3),
    timestamps=st.lists(near_timestamp, max_size=3),
    body=st.binary(max_size=90),
)
def test_no_header_ever_raises_anything_but_a_refusal(signatures, timestamps, body):
    with pytest.raises(WebhookSignatureError):
        verify(signatures=signatures, timestamps=timestamps, body=body)


def numbered(number):
    return WebhookSignature(digest=number.to_bytes(32, "big"), signed_at=SENT)


class TestRemembering:
    def test_a_signature_is_new_once(self):
        seen = SeenSignatures()

        assert seen.is_new(numbered(1), monotonic=0.0)
        assert not seen.is_new(numbered(1), monotonic=0.0)
        assert seen.is_new(numbered(2), monotonic=0.0)

    def test_it_is_known_as_long_as_it_would_be_accepted(self):
        """Signed five minutes ahead of our clock, it stays acceptable for ten."""
        seen = SeenSignatures()
        seen.is_new(numbered(1), monotonic=50.0)

        assert not seen.is_new(numbered(1), monotonic=50.0 + 2 * TOLERANCE_S)

    def test_what_is_too_old_to_come_again_is_forgotten(self):
        seen = SeenSignatures()
        for number in range(5):
            seen.is_new(numbered(number), monotonic=float(number))
        seen.is_new(numbered(99), monotonic=2 * TOLERANCE_S + 3.5)

        assert len(seen) == 2

    def test_a_repeat_does_not_make_it_remembered_for_longer(self):
        seen = SeenSignatures()
        seen.is_new(numbered(1), monotonic=0.0)
        seen.is_new(numbered(1), monotonic=2 * TOLERANCE_S)

        assert seen.is_new(numbered(1), monotonic=2 * TOLERANCE_S + 1)

    def test_it_never_remembers_more_than_it_may(self):
        seen = SeenSignatures(at_most=3)
        for number in range(10):
            seen.is_new(numbered(number), monotonic=0.0)

        assert len(seen) == 3
        assert not seen.is_new(numbered(9), monotonic=0.0)
        assert seen.is_new(numbered(0), monotonic=0.0)
