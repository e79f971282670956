"""Gives back what a person typed where no row of the log keeps it: whole, and to be copied."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import discord

from bot.domain.suggestions import is_reference
from bot.domain.texts import is_visible
from bot.messaging.catalogue import Catalogue
from bot.messaging.form_fields import Fields, data_of

MESSAGE_MAX_CHARS: Final = 2000

# Options of commands and fields of forms in which people write texts of their own.
_TEXTS: Final = ("prompt", "negative_prompt", "text", "reason")
# Where it is chosen from the words of the log, and nobody's own.
_CHOSEN_IN: Final = {"usage": "reason"}
_FENCE: Final = "```"


@dataclass(frozen=True, kw_only=True, slots=True)
class GivenBack:
    """A sentence with the typed texts below it; `file` holds them where they do not fit."""

    content: str
    file: str | None


def typed_in(interaction: discord.Interaction[Any]) -> Sequence[str]:
    """Find the texts that a command or a submitted form brought along."""
    chosen: str | None = None
    match interaction.type:
        case discord.InteractionType.application_command:
            fields = Fields.of_command(interaction)
            chosen = _CHOSEN_IN.get(data_of(interaction).get("name", ""))
        case discord.InteractionType.modal_submit:
            fields = Fields.submitted(interaction)
        case _:
            return ()
    texts = (fields.text(name) for name in _TEXTS if name != chosen)
    # A chosen suggestion stands in the log, and its reference tells nobody anything.
    return tuple(text for text in texts if not is_reference(text))


def give_back(catalogue: Catalogue, locale: str, sentence: str, typed: Sequence[str]) -> GivenBack:
    """Show nothing where nothing was typed."""
    texts = [text for text in typed if is_visible(text)]
    if not texts:
        return GivenBack(content=sentence, file=None)
    heading = catalogue.text(locale, "typed-here")
    content = "\n".join((sentence, heading, *map(_fenced, texts)))
    if len(content) <= MESSAGE_MAX_CHARS and not any(_FENCE in text for text in texts):
        return GivenBack(content=content, file=None)
    attached = catalogue.text(locale, "typed-attached")
    return GivenBack(content=f"{sentence}\n{attached}", file="\n\n".join(texts))


def _fenced(text: str) -> str:
    """Inside, nothing acts on Discord, and one press copies it all."""
    return f"{_FENCE}\n{text}\n{_FENCE}"
