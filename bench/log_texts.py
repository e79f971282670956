"""Prompts as members write them, out of a few lists of words."""

import random
from typing import Final

LEAST_CHARS: Final = 100
MOST_CHARS: Final = 400
_CLAUSES: Final = 2000
_TRIMMED_CHARS: Final = 2  # a comma and a space

_SUBJECTS: Final = (
    "a red fox", "an old lighthouse keeper", "two dancers in paper masks", "a brass airship",
    "a kitten made of clouds", "a tram full of violinists", "a glass whale", "a tired astronaut",
    "a street market at the harbour", "a girl with a yellow umbrella", "a clockwork heron",
    "three chefs", "a café on wheels", "an empty carousel", "狐と提灯", "ein alter Leuchtturm",
)  # fmt: skip
_ACTIONS: Final = (
    "crosses a snowy road", "drifts above a sleeping town", "turns slowly towards the camera",
    "dissolves into butterflies", "runs through a field of barley", "waits for the last train",
    "unfolds like origami", "glides over still water", "climbs a spiral staircase",
    "lights one lantern after another", "dances in the rain", "sinks into golden sand",
)  # fmt: skip
_MANNERS: Final = (
    "at dawn", "in heavy fog", "under neon lights", "shot on 35 mm film", "in slow motion",
    "as a watercolour", "with a shallow depth of field", "seen from far above", "at blue hour",
    "in the style of an old postcard", "with long shadows", "hand-held, slightly out of focus",
)  # fmt: skip
_NEGATIVES: Final = (
    "blur", "distortion", "extra fingers", "text, watermark", "low quality", "flicker", "noise",
)  # fmt: skip


class Texts:
    """Draws prompts; many share their clauses, and few are the same."""

    def __init__(self, source: random.Random) -> None:
        self._source = source
        self._clauses = [
            f"{source.choice(_SUBJECTS)} {source.choice(_ACTIONS)} {source.choice(_MANNERS)}"
            for _ in range(_CLAUSES)
        ]
        self._shortest_clause = min(map(len, self._clauses))

    def prompt(self) -> str:
        length = self._source.randint(LEAST_CHARS + _TRIMMED_CHARS, MOST_CHARS)
        text = ", ".join(self._source.choices(self._clauses, k=length // self._shortest_clause + 1))
        return text[:length].rstrip(", ")

    def negative_prompt(self) -> str:
        """Most leave it out."""
        if self._source.random() < 0.6:
            return ""
        return ", ".join(self._source.sample(_NEGATIVES, k=3))
