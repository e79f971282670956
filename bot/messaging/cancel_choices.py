"""How a member's own live clips are offered while they type. Pure text, and no markup."""

from bot.domain.job import Job
from bot.domain.suggestions import choice_units
from bot.messaging.cards import stand_in
from bot.messaging.catalogue import Catalogue
from bot.messaging.choice_labels import LABEL_MAX_CHARS, fitted
from bot.messaging.own_jobs import state_key
from bot.messaging.plain_text import legible


def cancel_label(catalogue: Catalogue, locale: str, job: Job) -> str:
    """The prompt gives way to the state, which must be read whole."""
    state = catalogue.text(locale, state_key(job))
    around = catalogue.text(locale, "own-choice", title="", state=state)
    prompt = legible(job.request.prompt) or stand_in(catalogue, locale, job)
    title = fitted(prompt, max(LABEL_MAX_CHARS - choice_units(around), 1))
    return fitted(catalogue.text(locale, "own-choice", title=title, state=state), LABEL_MAX_CHARS)
