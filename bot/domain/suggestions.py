"""What is offered for the texts of `/video` while they are typed: one's own, and usual phrases."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.domain.ids import JobId

# Discord takes no more of either.
CHOICES_AT_MOST: Final = 25
CHOICE_MAX_UNITS: Final = 100

# The documented default of the models beside this one, whose own has none: "blur, distort, and
# low quality". After it, each of these says one thing, so that they can be put together.
# They are a part of what the model is told, and it reads English best.
USUAL_NEGATIVE_PROMPT: Final = "blur, distort, and low quality"
USUAL_PHRASES: Final = (
    "blur",
    "distort",
    "low quality",
    "watermark",
    "text",
    "logo",
    "subtitles",
    "grainy",
    "flicker",
    "shaky camera",
    "overexposed",
    "cartoon",
    "distorted faces",
    "deformed hands",
    "extra fingers",
    "extra limbs",
)
# One's own come first, but they must not push the usual phrases out.
OWN_BEFORE_USUAL: Final = 8

_COMMA: Final = re.compile(r"[,\N{FULLWIDTH COMMA}\N{IDEOGRAPHIC COMMA}]")
# Every text of this shape is a reference, an ill one too: nobody wants a clip of it.
_REFERENCE: Final = re.compile(r"\s*showreel:[a-z-]+:(\S*)\s*")
_JOB_ID: Final = re.compile(r"[1-9][0-9]{0,17}")


class TextKind(StrEnum):
    """The two texts of a request, as their references name them."""

    PROMPT = "prompt"
    NEGATIVE_PROMPT = "negative-prompt"


@dataclass(frozen=True, kw_only=True, slots=True)
class PastRequest:
    """The texts of one earlier request."""

    job_id: JobId
    prompt: str
    negative_prompt: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PastText:
    """A text that was used before, and how it is compared with what is typed."""

    text: str
    value: str
    folded: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestion:
    """What a member reads, perhaps cut, and what the command gets when they choose it."""

    text: str
    value: str


def choice_units(text: str) -> int:
    """Count as Discord's own clients do: an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def reference_to(kind: TextKind, job_id: JobId) -> str:
    """Stand for a text that does not fit a choice."""
    return f"showreel:{kind.value}:{job_id}"


def is_reference(text: str) -> bool:
    return _REFERENCE.fullmatch(text) is not None


def referred_job(kind: TextKind, text: str) -> JobId | None:
    """Tell which job a reference names; None for a forged one."""
    reference = text.strip()
    job_id = reference.rpartition(":")[2]
    if _JOB_ID.fullmatch(job_id) is None or reference != reference_to(kind, JobId(int(job_id))):
        return None
    return JobId(int(job_id))


def past_texts(kind: TextKind, requests: Iterable[PastRequest]) -> Sequence[PastText]:
    """Each text once, where it came first. A reference that was logged as it is leads nowhere."""
    found: dict[str, PastText] = {}
    for request in requests:
        text = request.prompt if kind is TextKind.PROMPT else request.negative_prompt
        if text.strip() and text not in found and not is_reference(text):
            found[text] = PastText(
                text=text, value=_value(kind, text, request.job_id), folded=_folded(text)
            )
    return tuple(found.values())


def suggested_prompts(past: Sequence[PastText], typed: str) -> Sequence[Suggestion]:
    return _own(past, typed)[:CHOICES_AT_MOST]


def suggested_negative_prompts(past: Sequence[PastText], typed: str) -> Sequence[Suggestion]:
    """One's own that have what was typed, and the usual phrases for what follows its last comma."""
    own = _own(past, typed)
    offered = [*own[:OWN_BEFORE_USUAL], *_usual(typed), *own[OWN_BEFORE_USUAL:]]
    by_value: dict[str, Suggestion] = {}
    for suggestion in offered:
        by_value.setdefault(suggestion.value, suggestion)
    return tuple(by_value.values())[:CHOICES_AT_MOST]


def _own(past: Sequence[PastText], typed: str) -> list[Suggestion]:
    # A chosen one comes back as its client showed it: cut, or as its reference.
    wanted = _folded(typed).rstrip("\N{HORIZONTAL ELLIPSIS}")
    return [
        Suggestion(text=each.text, value=each.value)
        for each in past
        if wanted in each.folded or wanted == each.value
    ]


def _usual(typed: str) -> list[Suggestion]:
    *before, begun = _COMMA.split(typed)
    head = typed[: len(typed) - len(begun) - 1].strip() if before else ""
    wanted = _folded(begun)
    if not head:
        phrases = (USUAL_NEGATIVE_PROMPT, *USUAL_PHRASES)
        return [_plain(phrase) for phrase in phrases if wanted in phrase]
    said = {_folded(phrase) for phrase in before}
    appended = (
        f"{head}, {phrase}" for phrase in USUAL_PHRASES if wanted in phrase and phrase not in said
    )
    return [_plain(text) for text in appended if choice_units(text) <= CHOICE_MAX_UNITS]


def _plain(text: str) -> Suggestion:
    return Suggestion(text=text, value=text)


def _value(kind: TextKind, text: str, job_id: JobId) -> str:
    """A text stands for itself where a choice brings it back as it is."""
    is_one_line = text == " ".join(text.split())
    if is_one_line and choice_units(text) <= CHOICE_MAX_UNITS:
        return text
    return reference_to(kind, job_id)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
