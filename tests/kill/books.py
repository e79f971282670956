"""What must be true when the dust has settled, from three sources that know nothing of each other.

The database says what the bot believes, Eachlabs' ledger what was made and charged, and Discord
what people see.
"""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from sandbox.eachlabs.prediction import LedgerRow
from sandbox.eachlabs.server import LocalEachlabs
from tests.kill.audience import Audience
from tests.kill.database import JobRow, Onlooker

MICRO_USD = Decimal(1_000_000)
# The word of the event log for a result that may stand twice.
SECOND_COPY = "second_copy_possible"
GOOD_ENDS = frozenset({"delivered", "kept", "unknown"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """The figures of one run."""

    jobs_by_state: dict[str, int]
    creates: int
    charges: int
    charged_usd: str
    second_copies: int


class Books:
    def __init__(
        self, *, audience: Audience, onlooker: Onlooker, eachlabs: LocalEachlabs, incoming: Path
    ) -> None:
        self._words = audience.words()
        self._out_of_reach = audience.out_of_reach()
        self._left_over = sorted(path.name for path in incoming.glob("*.part"))
        self._wishes = {wish.prompt: wish for wish in audience.wishes}
        self._cards = audience.cards
        self._clips = audience.clips()
        self._onlooker = onlooker
        self._jobs = onlooker.jobs()
        self._ledger = list(eachlabs.ledger)
        self._violations = list(eachlabs.violations)

    def tally(self) -> Tally:
        charged = [row.cost_usd for row in self._ledger if row.cost_usd]
        return Tally(
            jobs_by_state=dict(Counter(job.status for job in self._jobs)),
            creates=len(self._ledger),
            charges=len(charged),
            charged_usd=str(sum(charged, Decimal(0))),
            second_copies=sum(len(clips) - 1 for clips in self._clips.values()),
        )

    def breaches(self) -> list[str]:
        """One sentence for each promise that was not kept."""
        return [
            *self._of_creates(),
            *self._of_money(),
            *self._of_cards(),
            *self._of_results(),
            *self._of_histories(),
            *self._of_files(),
            *(f"Eachlabs saw a promise broken: {violation}" for violation in self._violations),
        ]

    def _of_creates(self) -> Iterator[str]:
        owners = Counter(job.prediction_id for job in self._jobs if job.prediction_id)
        jobs = {job.prompt: job for job in self._jobs}
        for prompt, count in Counter(_prompt(row) for row in self._ledger).items():
            if count > 1:
                yield f"{prompt!r} was created {count} times"
            if prompt not in self._cards:
                yield f"{prompt!r} was created although its card never stood"
        for row in self._ledger:
            job = jobs.get(_prompt(row))
            state = "no job" if job is None else f"{_named(job)}, which is {job.status}"
            if owners[row.prediction_id] != 1:
                yield (
                    f"prediction {row.prediction_id} is owned by {owners[row.prediction_id]} jobs;"
                    f" it was asked for by {state}"
                )
            elif job is None or job.prediction_id != row.prediction_id:
                yield f"prediction {row.prediction_id} is owned by another job than {state}"
        made = {row.prediction_id for row in self._ledger}
        for job in self._jobs:
            if job.prediction_id is not None and job.prediction_id not in made:
                yield f"{_named(job)} owns a prediction that was never created"

    def _of_money(self) -> Iterator[str]:
        charged = sum((row.cost_usd for row in self._ledger), Decimal(0))
        logged = sum(job.cost_usd or 0 for job in self._jobs) / MICRO_USD
        if charged != logged:
            yield f"Eachlabs charged {charged} and the log says {logged}"
        unpaid = [row.prediction_id for row in self._ledger if not row.cost_usd]
        if unpaid:
            yield f"created and never charged: {unpaid}"

    def _of_cards(self) -> Iterator[str]:
        jobs = {job.id: job for job in self._jobs}
        for prompt, job_id in self._cards.items():
            job = jobs.get(job_id)
            if job is None or job.prompt != prompt:
                yield f"the card for {prompt!r} names job {job_id}, which is another or none"
            elif job.status not in GOOD_ENDS:
                yield f"the card of {_named(job)} stands, and it ended as {job.status} {job.reason}"
        for job in self._jobs:
            if job.prompt not in self._cards and job.status not in {"cancelled", "refused"}:
                yield f"{_named(job)} has no card and ended as {job.status}"

    def _of_results(self) -> Iterator[str]:
        known = {job.reference for job in self._jobs}
        for job in untold(self._jobs, words=self._words, out_of_reach=self._out_of_reach):
            yield f"{_named(job)} is unknown and nobody was told"
        for reference in self._clips.keys() - known:
            yield f"a clip stands for {reference}, which no job is called"
        for job in self._jobs:
            clips = self._clips.get(job.reference, ())
            if job.status == "delivered" and job.result_message_id not in clips:
                yield f"{_named(job)} is delivered and the message it names does not stand"
            if job.status != "delivered" and clips:
                yield f"{_named(job)} is {job.status} and {len(clips)} clips stand"
            if len(clips) > 1 and not self._may_stand_again(job):
                yield f"{_named(job)} was delivered {len(clips)} times"

    def _may_stand_again(self, job: JobRow) -> bool:
        """Only where the bot cannot look, and only when the event log says so."""
        if self._wishes[job.prompt].manner.can_be_looked_up:
            return False
        return any(SECOND_COPY in event.detail for event in self._onlooker.events(job.id))

    def _of_files(self) -> Iterator[str]:
        if self._left_over:
            yield f"parts of downloads were left behind: {self._left_over}"
        integrity = self._onlooker.integrity()
        if integrity != "ok":
            yield f"the database is damaged: {integrity}"

    def _of_histories(self) -> Iterator[str]:
        for job in self._jobs:
            events = self._onlooker.events(job.id)
            if not events or events[0].before is not None or events[-1].after != job.status:
                yield f"the history of {_named(job)} does not lead to {job.status}"
            for earlier, later in pairwise(events):
                if earlier.after != later.before:
                    yield f"the history of {_named(job)} has a gap before {later.after}"


def is_settled(job: JobRow, ledger: list[LedgerRow]) -> bool:
    """Whether nothing more is to be expected; what was created is still to be found."""
    if job.status == "unknown":
        return all(_prompt(row) != job.prompt for row in ledger)
    return job.status in {"delivered", "kept", "cancelled", "failed", "refused", "expired"}


def untold(
    jobs: Sequence[JobRow], *, words: Sequence[str], out_of_reach: Container[str]
) -> list[JobRow]:
    """Jobs whose outcome is not known although no message says so, and one could."""
    return [
        job
        for job in jobs
        if job.status == "unknown"
        and job.prompt not in out_of_reach
        and not any(job.reference in text for text in words)
    ]


def _prompt(row: LedgerRow) -> str:
    return str(row.input["prompt"])


def _named(job: JobRow) -> str:
    return f"job {job.id} {job.reference} ({job.prompt!r})"
