"""One way for every log line, ours or a library's, and no secret or prompt in any of them."""

import contextlib
import json
import logging
import math
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import PurePath
from typing import Any, Final, Literal, TextIO
from urllib.parse import quote, quote_plus
from uuid import UUID

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

LogFormat = Literal["console", "json"]

REDACTED: Final = "[redacted]"
_MAX_DEPTH: Final = 8
# Below these levels the libraries log whole payloads: prompts, statements with their values.
_LIBRARY_LEVELS: Final = {
    "aiohttp": logging.INFO,
    "aiosqlite": logging.INFO,
    "alembic": logging.INFO,
    "discord": logging.INFO,
    "sqlalchemy": logging.WARNING,
}

_SENSITIVE_KEY: Final = re.compile(
    r"(?:.*_)?(?:prompt|content|token|secret|password|api_key|data_key|authorization)s?"
)
_WRITTEN_KEYS: Final = "prompt|content"
_ACCESS_KEYS: Final = r"token|secret|password|api[_-]?key|data[_-]?key|authorization"
_QUOTED: Final = r"""(?:(\\+["']).*?\2|"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?)"""
_BEFORE_QUOTED: Final = r"""(?:\\*["']?\s*[:=]|\\*["']\s*,)\s*"""
_BARE: Final = r"""(?:(?:Bearer|Bot|Basic)\s+)?[^\s,;"'(){}\[\]]+"""
_SHAPES: Final = (
    # discord.py puts these addresses into its exceptions and its debug lines.
    (re.compile(r"(/webhooks/\d+/)[^/\s?#\"'<>]+"), rf"\1{REDACTED}"),
    (re.compile(r"(/interactions/\d+/)[^/\s?#\"'<>]+"), rf"\1{REDACTED}"),
    # An interaction's token is base64 of "interaction:" and more.
    (re.compile(r"aW50ZXJhY3Rpb246[A-Za-z0-9+/=_-]*"), REDACTED),
    # A bot's token: its id, a time and a signature.
    (re.compile(r"[A-Za-z0-9_-]{23,28}\.[A-Za-z0-9_-]{6,7}\.[A-Za-z0-9_-]{27,}"), REDACTED),
    (re.compile(r"smk_[A-Za-z0-9_-]+"), REDACTED),
    (re.compile(r"(?i)\b(Bearer|Bot)(\s+)[A-Za-z0-9._~+/=-]{16,}"), rf"\1\2{REDACTED}"),
    # The values of a statement, as SQLAlchemy puts them into its exceptions.
    (re.compile(r"\[parameters: .*"), f"[parameters: {REDACTED}]"),
    # What was signed or who signed in stands in front of or behind an address.
    (re.compile(r"(?i)(\b[a-z][a-z0-9+.-]{0,20}://)[^\s/?#@\"'<>]+@"), rf"\1{REDACTED}@"),
    (re.compile(r"(?i)(\bhttps?://[^\s?\"'<>]+)\?[^\s\"'<>]*"), rf"\1?{REDACTED}"),
    # Fields of a mapping or an object that somebody made a text of.
    (
        re.compile(rf"(?is)((?:{_WRITTEN_KEYS}|{_ACCESS_KEYS}){_BEFORE_QUOTED}){_QUOTED}"),
        rf"\1{REDACTED}",
    ),
    (re.compile(rf"(?i)((?:{_ACCESS_KEYS})\s*[:=]\s*){_BARE}"), rf"\1{REDACTED}"),
)


class Redactor:
    """Goes over a finished event, texts of exceptions included, before it is rendered."""

    def __init__(self, secrets: Iterable[str]) -> None:
        spellings = {spelling for secret in secrets for spelling in _spellings(secret)}
        longest_first = sorted(spellings, key=len, reverse=True)
        self._known = re.compile("|".join(map(re.escape, longest_first))) if spellings else None

    def __call__(self, _logger: WrappedLogger, _method: str, event_dict: EventDict) -> EventDict:
        return self._mapping(event_dict, depth=0)

    def text(self, text: str) -> str:
        if self._known is not None:
            text = self._known.sub(REDACTED, text)
        for shape, replacement in _SHAPES:
            text = shape.sub(replacement, text)
        return text

    def _mapping(self, mapping: Mapping[Any, Any], *, depth: int) -> dict[str, Any]:
        return {
            self.text(str(key)): (
                REDACTED if _is_sensitive(key) else self._value(value, depth=depth + 1)
            )
            for key, value in mapping.items()
        }

    def _value(self, value: Any, *, depth: int) -> Any:
        if depth > _MAX_DEPTH:
            return "…"
        if isinstance(value, Enum):
            value = value.value
        if value is None or isinstance(value, bool | int | float):
            return value if value is None or math.isfinite(value) else str(value)
        if isinstance(value, str | bytes | bytearray):
            return self.text(_decoded(value))
        if isinstance(value, Mapping):
            return self._mapping(value, depth=depth)
        if isinstance(value, Sequence | AbstractSet):
            return [self._value(item, depth=depth + 1) for item in value]
        return self._object(value)

    def _object(self, value: object) -> str:
        if isinstance(value, date | Decimal | UUID | PurePath):
            return self.text(value.isoformat() if isinstance(value, date) else str(value))
        if isinstance(value, BaseException):
            return f"{type(value).__name__}: {self.text(str(value))}"
        # A repr may carry a prompt or a token; the type says enough.
        return f"<{type(value).__qualname__}>"


def configure_logging(
    *, level: str, fmt: LogFormat, secrets: Iterable[str], stream: TextIO | None = None
) -> None:
    """Send structlog and the standard library's logging the same way: to `stream`, redacted."""
    target = sys.stderr if stream is None else stream
    common: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *common,
            structlog.stdlib.PositionalArgumentsFormatter(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = _Handler(target)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=common,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.StackInfoRenderer(),
                # A plain traceback: none that shows local variables.
                structlog.processors.format_exc_info,
                Redactor(secrets),
                _renderer(fmt, colours=target.isatty()),
            ],
        )
    )
    _take_over(handler, level=logging.getLevelNamesMapping()[level.upper()])


def _take_over(handler: logging.Handler, *, level: int) -> None:
    root = logging.getLogger()
    for old in root.handlers[:]:
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(level)
    for name, least in _LIBRARY_LEVELS.items():
        logging.getLogger(name).setLevel(max(level, least))
    logging.captureWarnings(capture=True)


def _renderer(fmt: LogFormat, *, colours: bool) -> Processor:
    if fmt == "json":
        return structlog.processors.JSONRenderer()
    return structlog.dev.ConsoleRenderer(
        colors=colours, exception_formatter=structlog.dev.plain_traceback
    )


class _Handler(logging.StreamHandler[TextIO]):
    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Say that a line is missing; the usual report would show its arguments unredacted."""
        lost = {"event": "log_line_lost", "logger": record.name, "level": record.levelname.lower()}
        with contextlib.suppress(OSError, ValueError):
            self.stream.write(json.dumps(lost) + self.terminator)
            self.flush()


def _decoded(value: str | bytes | bytearray) -> str:
    return str(value) if isinstance(value, str) else value.decode("utf-8", "backslashreplace")


def _spellings(secret: str) -> set[str]:
    """Return the secret as it may stand in a text: plain, quoted, escaped."""
    plain = secret.strip()
    if not plain:
        return set()
    return {
        secret,
        plain,
        quote(plain, safe=""),
        quote_plus(plain),
        json.dumps(plain)[1:-1],
        repr(plain)[1:-1],
    }


def _is_sensitive(key: object) -> bool:
    name = str(key).lower().replace("-", "_")
    return _SENSITIVE_KEY.fullmatch(name) is not None
