"""How a member's own live clips are offered while they type. Pure text, and no markup."""

from itertools import accumulate
from typing import Final

from bot.domain.job import Job
from bot.messaging.catalogue import Catalogue
from bot.messaging.own_jobs import state_key
from bot.messaging.plain_text import cut, legible

LABEL_MAX_CHARS: Final = 100

_LAST_OF_ONE_UNIT: Final = "\uffff"


def cancel_label(catalogue: Catalogue, locale: str, job: Job) -> str:
    """The prompt gives way to the state, which must be read whole."""
    state = catalogue.text(locale, state_key(job))
    around = catalogue.text(locale, "own-choice", title="", state=state)
    prompt = legible(job.request.prompt) or catalogue.text(locale, "prompt-erased")
    title = _fitted(prompt, max(LABEL_MAX_CHARS - sum(_units(around)), 1))
    return _fitted(catalogue.text(locale, "own-choice", title=title, state=state), LABEL_MAX_CHARS)


def _fitted(text: str, max_units: int) -> str:
    units = _units(text)
    if sum(units) <= max_units:
        return text
    kept = sum(1 for total in accumulate(units) if total < max_units)
    return cut(text, min(kept + 1, len(text) - 1))


def _units(text: str) -> list[int]:
    """Count as Discord's own clients do: an emoji is two."""
    return [2 if character > _LAST_OF_ONE_UNIT else 1 for character in text]
