"""The record of changes, as moderators read it: one line for each. Pure text."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from bot.domain.audit import AuditAction, AuditEntry
from bot.domain.feed import FeedCategory
from bot.domain.ids import UserId
from bot.domain.moments import TimeRange
from bot.domain.rules import RuleKind
from bot.messaging.audit_changes import Changes
from bot.messaging.catalogue import Catalogue
from bot.messaging.exports import range_words
from bot.messaging.job_words import exact_time, listed, who
from bot.messaging.plain_text import cut, excerpt

AUDIT_ROWS: Final = 10
MESSAGE_MAX_CHARS: Final = 2000

# How long a line and a text in it may be: as long as a message holds all of them, else shorter.
_ROOMS: Final = ((500, 60), (190, 24), (150, 8))


def render_audit(catalogue: Catalogue, locale: str, entries: Sequence[AuditEntry]) -> str:
    if not entries:
        return catalogue.text(locale, "audit-none")
    heading = catalogue.text(locale, "audit-heading")
    content = heading
    for line_max, text_max in _ROOMS:
        lines = [
            _Line(catalogue, locale, entry, line_max=line_max, text_max=text_max).text()
            for entry in entries
        ]
        content = "\n".join([heading, *lines])
        if len(content) <= MESSAGE_MAX_CHARS:
            break
    return content


class _Line:
    """One entry: when, who, what, about whom, and what it was before and is now."""

    def __init__(
        self,
        catalogue: Catalogue,
        locale: str,
        entry: AuditEntry,
        *,
        line_max: int,
        text_max: int,
    ) -> None:
        self._line_max = line_max
        self._text_max = text_max
        self._catalogue = catalogue
        self._locale = locale
        self._entry = entry
        self._at = exact_time(entry.at)

    def text(self) -> str:
        return f"{self._at} · {self._what()}"

    def _what(self) -> str:
        match self._entry.action:
            case AuditAction.SETTINGS_CHANGED | AuditAction.DEFAULTS_CHANGED:
                return self._with_changes()
            case AuditAction.LOG_EXPORTED:
                return self._exported()
            case AuditAction.FEED_SET:
                return self._feed()
            case AuditAction.RESULT_DELETED if self._now.get("was_gone"):
                return self._word("audit-result-found-gone", by=self._by(), case=self._case())
            case _:
                return self._say(**self._values())

    def _values(self) -> Mapping[str, str]:
        match self._entry.action:
            case AuditAction.RULE_ADDED | AuditAction.RULE_REMOVED:
                return self._rule()
            case AuditAction.MEMBER_BLOCKED | AuditAction.MEMBER_UNBLOCKED:
                return self._block()
            case AuditAction.PAUSED | AuditAction.RESUMED:
                return {"reason": self._reason()}
            case AuditAction.FEED_OFF:
                return {"channel": self._channel()}
            case _:
                return {"case": self._case(), "decision": str(self._now.get("decision", ""))}

    def _with_changes(self) -> str:
        """As many changes as the line holds, and how many there are beside them."""
        changes = Changes(
            self._catalogue, self._locale, self._entry, text_max=self._text_max
        ).texts()
        line = ""
        for shown in range(1, len(changes) + 1):
            told = list(changes[:shown])
            if shown < len(changes):
                told.append(self._word("audit-more", count=len(changes) - shown))
            longer = self._say(where=self._where(), changes=self._listed(told))
            if line and len(longer) + len(self._at) > self._line_max:
                break
            line = longer
        return line or self._say(where=self._where(), changes=self._word("audit-value-unset"))

    def _exported(self) -> str:
        since, until = (_moment(self._now.get(name)) for name in ("since", "until"))
        span = range_words(self._catalogue, self._locale, TimeRange(since=since, until=until))
        rows, kind = self._now.get("rows"), str(self._now.get("format", ""))
        return self._say(
            range=span,
            rows=rows if isinstance(rows, int) else 0,
            format=self._short(kind),
        )

    def _feed(self) -> str:
        now = self._feed_words(self._now)
        if self._entry.before is None:
            return self._say(**now)
        was = self._feed_words(self._entry.before)
        return self._word(
            "audit-feed-changed",
            by=self._by(),
            before=self._word("audit-feed-place", **was),
            after=self._word("audit-feed-place", **now),
        )

    def _feed_words(self, feed: Mapping[str, object]) -> Mapping[str, str]:
        told = str(feed.get("categories", "")).split(", ")
        words = [
            self._word(f"feed-category-{each}") if each in set(FeedCategory) else each
            for each in told
        ]
        channel = str(feed.get("channel", ""))
        return {
            "channel": f"<#{channel}>" if channel.isdecimal() else self._channel(),
            "categories": self._short(self._listed(words)),
        }

    def _listed(self, words: Sequence[str]) -> str:
        return listed(self._catalogue, self._locale, words)

    def _rule(self) -> Mapping[str, str]:
        kind = str(self._known.get("kind", ""))
        named = (
            self._word(f"video-mod-rules-add-kind-{kind}")
            if kind in set(RuleKind)
            else self._short(kind)
        )
        return {
            "number": self._subject(),
            "kind": named,
            "text": self._short(self._known.get("text")),
        }

    def _block(self) -> Mapping[str, str]:
        ends_at = _moment(self._known.get("expires_at"))
        until = "" if ends_at is None else exact_time(ends_at)
        return {
            "member": self._member(),
            "length": "until" if until else "good",
            "until": until,
            "reason": self._reason(),
        }

    def _reason(self) -> str:
        side = "before" if self._entry.after is None else "after"
        if f"{side}.reason" in self._entry.unreadable:
            return self._word("text-unreadable")
        return cut(str(self._known.get("reason") or ""), self._text_max)

    def _member(self) -> str:
        subject = self._entry.subject
        if subject.removeprefix("-").isdecimal():
            return who(self._catalogue, self._locale, UserId(int(subject)))
        return self._subject()

    def _channel(self) -> str:
        subject = self._entry.subject
        return f"<#{subject}>" if subject.isdecimal() else self._subject()

    def _where(self) -> str:
        return self._channel() if self._entry.subject else self._word("audit-where-server")

    def _case(self) -> str:
        """Neither is left where the case's member had their data erased."""
        job_id = self._entry.job_id
        return self._subject() or "-" if job_id is None else f"#{job_id}"

    def _subject(self) -> str:
        return self._short(self._entry.subject)

    def _short(self, text: object) -> str:
        return excerpt("" if text is None else str(text), self._text_max)

    @property
    def _now(self) -> Mapping[str, object]:
        return self._entry.after or {}

    @property
    def _known(self) -> Mapping[str, object]:
        """What there is now, or was until then."""
        return self._entry.after or self._entry.before or {}

    def _say(self, **values: str | int) -> str:
        key = f"audit-{self._entry.action.value.replace('_', '-')}"
        return self._word(key, by=self._by(), **values)

    def _by(self) -> str:
        return who(self._catalogue, self._locale, self._entry.actor_id)

    def _word(self, key: str, **values: str | int) -> str:
        return self._catalogue.text(self._locale, key, **values)


def _moment(value: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(value)) if value else None
    except ValueError:
        return None
