"""The cases for which detection lag is measured: what clips take, and what the API shows."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.poll_simulation import Account, DrawnClip
from bot.scheduling.generation_times import GenerationTimes

TYPICAL_S = {5: 340.0, 10: 720.0}
CVS = (0.1, 0.2, 0.3, 0.5)
EXACT, STEPPED = "exact", "steps of 5 s"
STATUSES: Mapping[str, Account] = {EXACT: Account(), STEPPED: Account(status_step_s=5.0)}


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """A distribution to draw from, by length of clip, and what the settings say of it."""

    name: str
    times: Mapping[int, GenerationTimes]
    first_guess_s: Mapping[int, float]

    def draw(self, count: int, *, seed: int) -> Sequence[DrawnClip]:
        random_source = random.Random(seed)
        durations_s = list(self.times)
        return [
            DrawnClip(
                duration_s=(duration_s := random_source.choice(durations_s)),
                generation_s=self.times[duration_s].draw(random_source),
            )
            for _ in range(count)
        ]


def log_normal_case(
    name: str, *, cv: float, durations_s: Sequence[int] = (5,), early_share: float = 0.0
) -> Case:
    times = {
        duration_s: GenerationTimes.log_normal(
            mean_s=TYPICAL_S[duration_s], cv=cv, early_share=early_share
        )
        for duration_s in durations_s
    }
    return Case(name=name, times=times, first_guess_s=TYPICAL_S)


PLAIN: Mapping[float, Case] = {cv: log_normal_case(f"cv {cv}", cv=cv) for cv in CVS}
MAIN = PLAIN[0.2]
CASES = (
    *PLAIN.values(),
    log_normal_case("5 s and 10 s clips", cv=0.2, durations_s=(5, 10)),
    log_normal_case("5 % rejected early", cv=0.2, early_share=0.05),
)
WRONG_GUESS = Case(
    name="guess twice too long",
    times=MAIN.times,
    first_guess_s={duration_s: 2 * typical_s for duration_s, typical_s in TYPICAL_S.items()},
)
