"""What must be true after every step of a story, and when all trouble is over."""

from collections import Counter
from collections.abc import Iterator

from bot.domain.ids import JobId
from bot.domain.job import FIRST_STATES, TRANSITIONS, JobStatus, SendWay
from bot.services.cards import TOLD_ENDS
from tests.property.services.process import SLOTS
from tests.property.services.usage_rows import JobRow
from tests.property.services.world import MOVING, World

# The word of the event log for a result that may stand twice.
SECOND_COPY = "second_copy_possible"
# No answer to the create is known, so what it may have charged is counted at its estimate.
_UNANSWERED = frozenset({JobStatus.SUBMITTING, JobStatus.UNKNOWN})


def broken_always(world: World) -> list[str]:
    rows = world.rows()
    return [
        *world.defects,
        *world.eachlabs.violations,
        *(f"the {name} loop ended by itself" for name in world.process.ended_loops()),
        *_histories(rows),
        *_predictions(world, rows),
        *_money(world, rows),
        *_slots(world, rows),
        *_pauses(world, rows),
        *_results(world, rows),
    ]


def broken_at_the_end(world: World) -> list[str]:
    rows = world.rows()
    return [
        *broken_always(world),
        *(f"never came to an end: {row}" for row in rows if row.status in MOVING),
        *_held_slots(world),
        *_kept_clips(world, rows),
        *_last_words(world, rows),
    ]


def _histories(rows: list[JobRow]) -> Iterator[str]:
    for row in rows:
        last = None
        for event in row.events:
            is_note = last is not None and event.before is event.after
            allowed = FIRST_STATES if event.before is None else TRANSITIONS[event.before]
            if event.before is not last or not (is_note or event.after in allowed):
                yield f"an illegal step to {event.after}: {row}"
            last = event.after
        if last is not row.status:
            yield f"the last event is not the state: {row}"


def _predictions(world: World, rows: list[JobRow]) -> Iterator[str]:
    made_for = Counter(made.job_id for made in world.eachlabs.made.values())
    for row in rows:
        if made_for[JobId(row.id)] > 1:
            yield f"made {made_for[JobId(row.id)]} times: {row}"
        if row.prediction_id is None:
            continue
        made = world.eachlabs.made.get(row.prediction_id)
        if made is None or made.job_id != row.id:
            yield f"took the prediction of {made and made.job_id}: {row}"


def _money(world: World, rows: list[JobRow]) -> Iterator[str]:
    by_id = {row.id: row for row in rows}
    for made in world.eachlabs.made.values():
        row = by_id[made.job_id]
        if row.was_settled:
            continue
        if row.prediction_id is None and row.status not in _UNANSWERED:
            yield f"{made.id} was made for it and is lost: {row}"
        is_estimate = row.cost_usd is None or row.cost_usd == row.cost_estimated_usd
        if made.charged_usd != row.cost_usd and not is_estimate:
            yield f"charged {made.charged_usd}: {row}"


def _slots(world: World, rows: list[JobRow]) -> Iterator[str]:
    running = set(world.process.workshop.queue._running)
    found = {row.id for row in rows if row.says("found")}
    if len(running) > SLOTS and len(running - found - world.held_at_start) > SLOTS:
        yield f"{sorted(running)} run in {SLOTS} slots"


def _pauses(world: World, rows: list[JobRow]) -> Iterator[str]:
    """All are of one server; what is begun at the very moment of the pause may have come first."""
    for row in rows:
        began = row.submitted_at
        if began is not None and any(start < began < end for start, end in world.pauses()):
            yield f"begun in a pause: {row}"


def _results(world: World, rows: list[JobRow]) -> Iterator[str]:
    for row in rows:
        standing = world.discord.results_of(JobId(row.id))
        was_doubted = row.says(SECOND_COPY) and row.id in world.discord.looked_in_vain
        if len(standing) > 1 and not was_doubted:
            yield f"stands {len(standing)} times: {row}"
        if row.private and any(result.way is SendWay.CHANNEL for result in standing):
            yield f"private, and stands in the channel: {row}"
        ids = [result.result.message.message_id for result in standing]
        if row.status is JobStatus.DELIVERED and row.result_message_id not in ids:
            yield f"delivered, and {row.result_message_id} does not stand: {row}"
        may_stand = row.status in {JobStatus.DELIVERING, JobStatus.DELIVERED}
        if standing and not may_stand and not row.says(SECOND_COPY):
            yield f"stands and is not known to: {row}"


def _held_slots(world: World) -> Iterator[str]:
    held = sorted(world.process.workshop.queue._running)
    if held:
        yield f"{held} hold slots though nothing runs upstream"


def _kept_clips(world: World, rows: list[JobRow]) -> Iterator[str]:
    for row in rows:
        if row.status is not JobStatus.KEPT:
            continue
        if row.kept_file is None and row.output_url is None:
            yield f"kept without file and link: {row}"
        if row.kept_file is not None and not (world.folder / "kept" / row.kept_file).exists():
            yield f"kept, and the file is gone: {row}"


def _last_words(world: World, rows: list[JobRow]) -> Iterator[str]:
    for row in rows:
        job_id = JobId(row.id)
        if row.owes_word:
            yield f"still owes its last word: {row}"
        elif row.status in TOLD_ENDS and not world.discord.announced[job_id, row.status]:
            yield f"ended and nobody was told: {row}"
        says = world.discord.card_says.get(job_id)
        if says not in {None, row.status}:
            yield f"the card says {says}: {row}"
