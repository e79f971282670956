"""What the documentation of the model advises about a request. Advice, never a refusal.

Sources: the model's page at Eachlabs (eachlabs.ai/ai-models/kling-v2-text-to-video) advises a
`cfg_scale` of 0.5 to 0.8. Kling's guide to prompts
(app.klingai.com/global/quickstart/text-to-video-prompt-guide) asks for a subject, its movement and
a scene. Best are 50 to 150 words (opten.space/en/models/kling).
"""

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from bot.domain.clip import ClipRequest

CFG_SCALE_ADVISED_MAX: Final = 0.8
# 150 words of English are some 900 characters. Characters, as not every script parts its words.
PROMPT_ADVISED_CHARS: Final = 1000
# What is abstract cannot be known; but fewer words than these cannot name who, what and where.
PROMPT_ADVISED_WORDS: Final = 3

_WORD: Final = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W_]+)*")
# Letters without case: of scripts that may say much in one word, or part no words at all.
_CASELESS: Final = "Lo"


class Hint(StrEnum):
    """What a request is advised about, the weightiest first."""

    HIGH_CFG_SCALE = "high_cfg_scale"
    LONG_PROMPT = "long_prompt"
    BRIEF_PROMPT = "brief_prompt"


def hints_for(request: ClipRequest) -> Sequence[Hint]:
    """Name what would make a better clip; for most requests there is nothing."""
    applies = {
        Hint.HIGH_CFG_SCALE: request.cfg_scale > CFG_SCALE_ADVISED_MAX,
        Hint.LONG_PROMPT: len(request.prompt) > PROMPT_ADVISED_CHARS,
        Hint.BRIEF_PROMPT: _is_brief(request.prompt),
    }
    return [hint for hint in Hint if applies[hint]]


def _is_brief(prompt: str) -> bool:
    if any(unicodedata.category(character) == _CASELESS for character in prompt):
        return False
    return len(_WORD.findall(prompt)) < PROMPT_ADVISED_WORDS
