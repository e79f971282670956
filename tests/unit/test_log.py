"""No secret and no prompt stands in any log line, whoever writes it and however."""

import contextlib
import dataclasses
import enum
import io
import json
import logging
import re
import sys
import warnings
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from uuid import UUID

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from bot.log import REDACTED, Redactor, configure_logging

BOT_TOKEN = "MTE5OTk5OTk5OTk5OTk5OTk5OQ.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789AB"
API_KEY = "legacy-key-without-a-prefix"
WEBHOOK_SECRET = 'wh"sec\\ret &?é'
DATA_KEY = "3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
KNOWN = (BOT_TOKEN, API_KEY, WEBHOOK_SECRET, DATA_KEY)
INTERACTION_TOKEN = "aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEyMzQ1Njc4OmFiY2RlZmdoaWprbG1ub3A"
# Never handed over: they must be known by their looks.
OTHER_BOT_TOKEN = "OTk5OTk5OTk5OTk5OTk5OTk5.X1y2Z3.zyxwvutsrqponmlkjihgfedcba9"
EACHLABS_KEY = "smk_live_0123456789abcdef"
ALL = (*KNOWN, INTERACTION_TOKEN, OTHER_BOT_TOKEN, EACHLABS_KEY)
PROMPT = "a very private red fox"
LEVELS = ["debug", "info", "warning", "error", "critical"]

log = structlog.get_logger("showreel.test")


@pytest.fixture(autouse=True)
def logging_as_before():
    """Give logging back as pytest had set it up."""
    root = logging.getLogger()
    names = ("aiohttp", "aiosqlite", "alembic", "discord", "sqlalchemy")
    handlers, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in names}
    yield
    logging.captureWarnings(capture=False)
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()


@pytest.fixture(params=["console", "json"])
def output(request):
    """Log at DEBUG in both formats into a text."""
    stream = io.StringIO()
    configure_logging(level="DEBUG", fmt=request.param, secrets=KNOWN, stream=stream)
    return stream


def assert_clean(text):
    for secret in ALL:
        assert secret not in text
        assert json.dumps(secret)[1:-1] not in text
    assert PROMPT not in text


def log_raised(logger, error, *, cause=None):
    try:
        raise error from cause
    except type(error):
        logger.exception("it_failed")


class TestSecrets:
    @pytest.mark.parametrize("level", LEVELS)
    @pytest.mark.parametrize("secret", ALL)
    def test_a_secret_is_redacted_in_our_own_lines(self, output, level, secret):
        getattr(log, level)(
            f"asked_with_{secret}", detail=f"before {secret} after", nested={"a": [(secret,)]}
        )

        assert_clean(output.getvalue())
        assert output.getvalue().count(REDACTED) == 3

    @pytest.mark.parametrize("level", LEVELS)
    @pytest.mark.parametrize("secret", ALL)
    def test_a_secret_is_redacted_in_a_librarys_lines(self, output, level, secret):
        getattr(logging.getLogger("some.library"), level)("sent %s to %r", secret, [secret])

        assert_clean(output.getvalue())
        assert "some.library" in output.getvalue()

    @pytest.mark.parametrize("secret", ALL)
    @pytest.mark.parametrize("logger", [log, logging.getLogger("some.library")])
    def test_a_secret_in_an_exception_is_redacted(self, output, logger, secret):
        cause, error = KeyError(secret), RuntimeError(f"no luck with {secret}")
        cause.add_note(f"note {secret}")
        log_raised(logger, error, cause=cause)

        assert_clean(output.getvalue())
        assert "RuntimeError" in output.getvalue()
        assert "test_log.py" in output.getvalue()

    def test_an_exception_as_a_value_is_redacted(self, output):
        log.warning("it_failed", error=RuntimeError(f"with {API_KEY}"))

        assert_clean(output.getvalue())
        assert "RuntimeError: with" in output.getvalue()

    def test_local_variables_are_never_shown(self, output):
        def work():
            local = "only-in-a-local-variable"
            return 1 // (len(local) - len(local))

        with contextlib.suppress(ZeroDivisionError):
            try:
                work()
            except ZeroDivisionError:
                log.exception("it_failed")
                logging.getLogger("some.library").exception("it failed")
                raise

        shown = output.getvalue().replace('local = "only-in-a-local-variable"', "")
        assert "only-in-a-local-variable" not in shown
        assert "ZeroDivisionError" in shown

    def test_a_secret_in_the_context_is_redacted(self, output):
        structlog.contextvars.bind_contextvars(via=f"x {API_KEY}")
        log.info("ours")
        logging.getLogger("some.library").info("theirs")

        assert_clean(output.getvalue())
        assert output.getvalue().count(REDACTED) == 2

    def test_a_secret_in_a_warning_is_redacted(self, output):
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            logging.captureWarnings(capture=False)
            logging.captureWarnings(capture=True)
            warnings.warn(f"odd {API_KEY}", stacklevel=1)
            logging.captureWarnings(capture=False)

        assert_clean(output.getvalue())
        assert "py.warnings" in output.getvalue()

    def test_a_line_that_cannot_be_made_shows_no_arguments(self, output, capsys):
        root = logging.getLogger()
        root.handlers[:] = [each for each in root.handlers if type(each).__module__ == "bot.log"]
        logging.getLogger("some.library").error("%d", API_KEY)

        assert_clean(output.getvalue() + capsys.readouterr().err)
        assert json.loads(output.getvalue()) == {
            "event": "log_line_lost",
            "logger": "some.library",
            "level": "error",
        }

    def test_a_closed_stream_stops_nobody(self, output):
        output.close()

        log.info("nobody_reads_this")

    def test_secrets_with_odd_characters_are_found_in_every_spelling(self, output):
        spellings = ["wh%22sec%5Cret%20%26%3F%C3%A9", 'wh\\"sec\\\\ret &?\\u00e9']
        for spelling in spellings:
            log.info("asked", about=f"x={spelling}.")

        assert all(spelling not in output.getvalue() for spelling in spellings)
        assert output.getvalue().count(REDACTED) == 2

    def test_blank_secrets_redact_nothing(self):
        assert Redactor(["", "  "]).text("a text") == "a text"


class TestShapes:
    @pytest.mark.parametrize(
        ("text", "left"),
        [
            (
                "POST https://discord.com/api/v10/webhooks/123/tok-en_1/messages/@original",
                "POST https://discord.com/api/v10/webhooks/123/[redacted]/messages/@original",
            ),
            (
                "POST /interactions/123/tok-en_1/callback failed",
                "POST /interactions/123/[redacted]/callback failed",
            ),
            ("{'X-API-Key': 'abc', 'Accept': 'b'}", "{'X-API-Key': [redacted], 'Accept': 'b'}"),
            ("X-API-Key: abc", "X-API-Key: [redacted]"),
            ("Authorization: Bearer abc", "Authorization: [redacted]"),
            ("authorization=Bot abc, b", "authorization=[redacted], b"),
            ("('Authorization', 'Bot abc')", "('Authorization', [redacted])"),
            ("sent Bearer abcdefghijklmnop.q", "sent Bearer [redacted]"),
            ('{"prompt": "a \\"red\\" fox", "b": 1}', '{"prompt": [redacted], "b": 1}'),
            ("'{\\'prompt\\': \\'a fox\\'}'", "'{\\'prompt\\': [redacted]}'"),
            ("ClipRequest(prompt='a fox', b=1)", "ClipRequest(prompt=[redacted], b=1)"),
            ("negative_prompt = 'a\nfox'", "negative_prompt = [redacted]"),
            ('{"content": "half of', '{"content": [redacted]'),
            ("interaction_token=abc&x", "interaction_token=[redacted]"),
            (
                "https://cdn.example/a.mp4?X-Signature=abc&b=c done",
                "https://cdn.example/a.mp4?[redacted] done",
            ),
            ("https://me:pass@cdn.example/a", "https://[redacted]@cdn.example/a"),
            (
                "[SQL: INSERT]\n[parameters: ('a fox', 1)]\n(Background)",
                "[SQL: INSERT]\n[parameters: [redacted]]\n(Background)",
            ),
        ],
    )
    def test_what_looks_like_a_secret_or_a_prompt_goes(self, text, left):
        assert Redactor([]).text(text) == left

    @pytest.mark.parametrize(
        "text",
        [
            "In content: Must be 2000 or fewer in length.",
            "Improper token has been passed.",
            "GET https://discord.com/api/v10/gateway/bot with None has returned 200",
            "https://cdn.example/uploads/0191d2c4-6c1c-7d7a-9a55-0242ac120002.mp4",
            "job 1234567890123456789 moved from queued to running",
            "bot.services.worker.Worker._claim",
        ],
    )
    def test_what_helps_an_operator_stays(self, text):
        assert Redactor([]).text(text) == text

    def test_a_long_text_is_gone_over_quickly(self):
        text = "a-b.c:" * 20_000 + "aA1-_" * 20_000

        started = datetime.now(UTC)
        assert Redactor(KNOWN).text(text) == text
        assert (datetime.now(UTC) - started).total_seconds() < 2


class TestFields:
    @pytest.mark.parametrize(
        "key",
        [
            "prompt",
            "negative_prompt",
            "content",
            "token",
            "interaction_token",
            "api_key",
            "X-API-Key",
            "Authorization",
            "webhook_secret",
            "DISCORD_TOKEN",
            "data_key",
        ],
    )
    def test_a_field_of_that_name_is_hidden_at_any_depth(self, output, key):
        log.info("asked", **{key: PROMPT}, deep={"list": [{"a": {key: {"x": PROMPT}}}]})

        assert_clean(output.getvalue())
        assert output.getvalue().count(REDACTED) == 2

    @pytest.mark.parametrize("key", ["tokens_left", "content_type", "size_bytes", "prompt_chars"])
    def test_other_fields_are_shown(self, output, key):
        log.info("asked", **{key: 4711})

        assert "4711" in output.getvalue()

    def test_an_object_is_shown_by_its_type_alone(self, output):
        @dataclasses.dataclass
        class Request:
            words: str

        log.info("asked", request=Request(PROMPT))

        assert_clean(output.getvalue())
        assert "Request>" in output.getvalue()

    def test_common_values_stay_readable(self):
        class Colour(enum.Enum):
            RED = "red"

        event = {
            "at": datetime(2026, 1, 2, tzinfo=UTC),
            "usd": Decimal("1.40"),
            "path": Path("/data/a.mp4"),
            "id": UUID(int=7),
            "colour": Colour.RED,
            "none": None,
            "yes": True,
            "count": 3,
            "share": 0.5,
            "endless": float("inf"),
            "bytes": b"a\xff",
            "proxy": MappingProxyType({1: ("a", "b")}),
            "set": {"x"},
        }

        assert Redactor([])(None, "info", event) == {
            "at": "2026-01-02T00:00:00+00:00",
            "usd": "1.40",
            "path": "/data/a.mp4",
            "id": "00000000-0000-0000-0000-000000000007",
            "colour": "red",
            "none": None,
            "yes": True,
            "count": 3,
            "share": 0.5,
            "endless": "inf",
            "bytes": "a\\xff",
            "proxy": {"1": ["a", "b"]},
            "set": ["x"],
        }

    def test_a_value_that_holds_itself_ends(self, output):
        endless = []
        endless.append(endless)

        log.info("asked", endless=endless)

        assert "…" in output.getvalue() or "\\u2026" in output.getvalue()


def values_around(secret):
    """Arbitrary values with the secret somewhere in their texts."""
    texts = st.tuples(st.text(max_size=5), st.sampled_from(["", secret]), st.text(max_size=5))
    text = texts.map("".join)
    return st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | text | st.binary(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(text, inner, max_size=3)
            | st.tuples(inner, inner)
        ),
        max_leaves=8,
    )


def test_no_nesting_brings_a_secret_out(output):
    secrets = st.sampled_from([BOT_TOKEN, API_KEY, DATA_KEY, EACHLABS_KEY])

    @given(secrets.flatmap(lambda secret: st.tuples(st.just(secret), values_around(secret))))
    def check(pair):
        secret, value = pair
        log.info("asked", value=value)
        logging.getLogger("some.library").info("sent %s", value)

        assert secret not in output.getvalue()
        output.seek(0)
        output.truncate()

    check()


class TestLines:
    def one(self, level, fmt="json"):
        stream = io.StringIO()
        configure_logging(level=level, fmt=fmt, secrets=(), stream=stream)
        return stream

    def test_both_kinds_of_logger_make_the_same_json(self):
        stream = self.one("info")
        log.info("job_ended", job_id=7)
        logging.getLogger("some.library").warning("it is %s", "late")

        ours, theirs = map(json.loads, stream.getvalue().splitlines())
        assert ours.pop("timestamp") <= theirs.pop("timestamp")
        assert ours == {
            "event": "job_ended",
            "job_id": 7,
            "level": "info",
            "logger": "showreel.test",
        }
        assert theirs == {"event": "it is late", "level": "warning", "logger": "some.library"}

    def test_times_are_utc(self):
        stream = self.one("info")
        log.info("job_ended")

        stamp = json.loads(stream.getvalue())["timestamp"]
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z", stamp)

    def test_positional_arguments_are_filled_in(self):
        stream = self.one("info")
        log.info("%d of %d", 1, 2)

        assert json.loads(stream.getvalue())["event"] == "1 of 2"

    def test_an_exception_is_one_field_of_one_line(self):
        stream = self.one("info")
        log_raised(log, ValueError("broken"))

        line = json.loads(stream.getvalue())
        assert line["exception"].endswith("ValueError: broken")

    def test_the_console_is_plain_where_it_is_no_terminal(self):
        stream = self.one("info", "console")
        log.info("job_ended", job_id=7)

        assert "\x1b" not in stream.getvalue()
        assert "job_ended" in stream.getvalue()
        assert "job_id=7" in stream.getvalue()

    @pytest.mark.parametrize("level", ["debug", "info", "warning", "error"])
    def test_the_level_holds_for_both_kinds(self, level):
        stream = self.one(level)
        for each in LEVELS:
            getattr(log, each)("ours")
            getattr(logging.getLogger("some.library"), each)("theirs")

        assert len(stream.getvalue().splitlines()) == 2 * (5 - LEVELS.index(level))

    @pytest.mark.parametrize("name", ["discord.gateway", "discord.http", "aiosqlite", "aiohttp"])
    def test_libraries_that_log_whole_payloads_do_not_at_debug(self, name):
        stream = self.one("debug")
        logging.getLogger(name).debug("payload")
        logging.getLogger(name).info("news")

        assert [json.loads(line)["event"] for line in stream.getvalue().splitlines()] == ["news"]

    def test_statements_are_not_logged_with_their_values(self):
        stream = self.one("debug")
        logging.getLogger("sqlalchemy.engine").info("INSERT ... ('a fox')")

        assert stream.getvalue() == ""

    def test_configuring_again_replaces(self):
        first, second = self.one("info"), self.one("info")
        log.info("once")
        logging.getLogger("some.library").info("once")

        assert first.getvalue() == ""
        assert len(second.getvalue().splitlines()) == 2

    def test_lines_go_to_standard_error_unless_told_otherwise(self, capsys):
        configure_logging(level="info", fmt="json", secrets=(), stream=None)
        log.info("job_ended")

        captured = capsys.readouterr()
        assert captured.out == ""
        assert json.loads(captured.err)["event"] == "job_ended"
        assert sys.stderr is not None

    def test_an_unknown_level_is_an_error(self):
        with pytest.raises(KeyError):
            configure_logging(level="loud", fmt="json", secrets=())
