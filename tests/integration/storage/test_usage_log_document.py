"""docs/usage-log.md says which columns each state fills; jobs are driven there to compare."""

import math
import re
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from bot.domain.clip import ClipRequest
from bot.domain.job import FRONT, WORKER, DeliveryWay, JobStatus
from bot.domain.usage import COLUMNS, log_row

DOCUMENT = Path(__file__).parents[3] / "docs" / "usage-log.md"
ALWAYS, SOMETIMES, NEVER = "yes", "may", "–"  # noqa: RUF001 -- the dash of the document

S = JobStatus
BARE = ClipRequest(prompt="A red fox")
FULL = ClipRequest(prompt="A red fox", negative_prompt="blur")
FORGED = ClipRequest(prompt="A red fox", cfg_scale=math.nan)

# What the services write with each step: the least, and the most.
SENT = (S.SUBMITTING, {"submitted_at": ...})
BACK = (S.QUEUED, {})
UNKNOWN = (S.UNKNOWN, {"reason": "create_outcome_unknown"})
RUNNING = (S.RUNNING, {"prediction_id": "the job's own"})
REPORT = {"predict_seconds": 339.5, "cost_usd": Decimal("1.40")}
OUTPUT = {"output_url": "https://example.com/clip.mp4"}
MADE = (S.DELIVERING, {"finished_at": ..., **OUTPUT})
MADE_WITH_REPORT = (S.DELIVERING, {"finished_at": ..., **REPORT, **OUTPUT})
MADE_WITHOUT_OUTPUT = (S.DELIVERING, {"finished_at": ...})
LATE = (S.EXPIRED, {"finished_at": ..., "reason": "deadline_passed"})
UNCHARGED = {"finished_at": ..., "cost_usd": Decimal(0)}
REJECTED = (S.FAILED, {**UNCHARGED, "reason": "create_rejected"})
FAILED = (S.FAILED, {"finished_at": ..., "reason": "provider_error"})
FAILED_WITH_REPORT = (S.FAILED, {"finished_at": ..., "reason": "provider_error", **REPORT})
UNUSABLE = (S.FAILED, {"reason": "output_not_mp4"})
WITHDRAWN = (S.CANCELLED, {**UNCHARGED, "reason": "cancelled_by_member"})
STOPPED = (S.CANCELLED, {"finished_at": ..., "reason": "cancelled_upstream"})
STOPPED_WITH_REPORT = (S.CANCELLED, {**STOPPED[1], **REPORT})
KEPT = (S.KEPT, {"reason": "nowhere_to_deliver", "output_bytes": 9, "kept_file": "job-1.mp4"})
KEPT_AS_LINK = (S.KEPT, {"reason": "nowhere_to_deliver"})
KEPT_TOO_LONG = (S.EXPIRED, {"reason": "kept_too_long", "kept_file": None})
HANDED_OVER = {"delivered_at": ..., "delivery": DeliveryWay.LINK, "message_url": "https://d/1"}
LINKED = (S.DELIVERED, {**HANDED_OVER, "output_bytes": None})
ATTACHED = (S.DELIVERED, {**HANDED_OVER, "output_bytes": 9})
FETCHED = (
    S.DELIVERED,
    {"delivered_at": ..., "delivery": DeliveryWay.ATTACHMENT, "kept_file": None},
)

ROADS = {
    S.QUEUED: [[], [SENT, BACK]],
    S.SUBMITTING: [[SENT], [SENT, BACK, SENT]],
    S.UNKNOWN: [[SENT, UNKNOWN]],
    S.RUNNING: [[SENT, RUNNING], [SENT, UNKNOWN, RUNNING]],
    S.DELIVERING: [
        [SENT, RUNNING, MADE_WITHOUT_OUTPUT],
        [SENT, RUNNING, MADE_WITH_REPORT],
        [SENT, UNKNOWN, RUNNING, LATE, MADE],
    ],
    S.DELIVERED: [
        [SENT, RUNNING, MADE, LINKED],
        [SENT, RUNNING, MADE_WITH_REPORT, ATTACHED],
        [SENT, RUNNING, MADE_WITH_REPORT, KEPT, FETCHED],
    ],
    S.KEPT: [
        [SENT, RUNNING, MADE, KEPT],
        [SENT, RUNNING, MADE_WITH_REPORT, KEPT],
        [SENT, RUNNING, MADE, KEPT_AS_LINK],
    ],
    S.FAILED: [
        [SENT, REJECTED],
        [SENT, UNKNOWN, FAILED],
        [SENT, RUNNING, FAILED_WITH_REPORT],
        [SENT, RUNNING, MADE_WITH_REPORT, UNUSABLE],
    ],
    S.CANCELLED: [[WITHDRAWN], [SENT, RUNNING, STOPPED], [SENT, RUNNING, STOPPED_WITH_REPORT]],
    S.EXPIRED: [[SENT, RUNNING, LATE], [SENT, RUNNING, MADE_WITH_REPORT, KEPT, KEPT_TOO_LONG]],
}


def documented() -> Iterator[tuple[str, str, str]]:
    rows = [
        [cell.strip().strip("`") for cell in line.strip("|\n ").split("|")]
        for line in DOCUMENT.read_text(encoding="utf-8").splitlines()
        if line.startswith("|")
    ]
    start = next(n for n, row in enumerate(rows) if row[1:2] == ["refused"])
    states = rows[start][1:]
    for column, *marks in rows[start + 2 :]:
        yield from ((column, state, mark) for state, mark in zip(states, marks, strict=True))


MARKS = {(column, state): mark for column, state, mark in documented()}


@pytest.fixture
def drive(store, new_attempt, clock):
    async def drive(road, request):
        job = (await store.submit(new_attempt(request=request), lambda _usage: None)).job
        for status, written in road:
            clock.advance(timedelta(seconds=1))
            changes = {
                name: clock.now() if value is ... else value for name, value in written.items()
            }
            if "prediction_id" in changes:
                changes["prediction_id"] = f"p-{job.id}"
            job = await store.transition(job.id, status, actor=WORKER, at=clock.now(), **changes)
        return job

    return drive


@pytest.fixture
def jobs_in(store, new_attempt, drive, clock):
    async def jobs_in(status):
        if status is S.REFUSED:
            return [
                await store.refuse(new_attempt(request=request), "user_daily_limit")
                for request in (BARE, FULL, FORGED)
            ]
        jobs = [await drive(road, request) for road in ROADS[status] for request in (BARE, FULL)]
        if status is S.DELIVERED:
            jobs.append(await store.mark_deleted(jobs[0].id, actor=FRONT, at=clock.now()))
        return jobs

    return jobs_in


def test_the_table_names_every_column_in_order_and_every_state():
    assert list(dict.fromkeys(column for column, _ in MARKS)) == list(COLUMNS)
    assert {state for _, state in MARKS} == set(JobStatus)
    assert len(MARKS) == len(COLUMNS) * len(JobStatus)


def test_every_column_is_explained():
    text = DOCUMENT.read_text(encoding="utf-8")
    explained = re.findall(
        r"^\| (`\w+`(?:, `\w+`)*) \| \S", text.partition("## Which")[0], re.MULTILINE
    )

    assert re.findall(r"\w+", " ".join(explained)) == list(COLUMNS)


@pytest.mark.parametrize("status", JobStatus)
async def test_each_state_fills_the_columns_that_the_document_says(jobs_in, status):
    rows = [log_row(job) for job in await jobs_in(status)]

    filled = {}
    for column in COLUMNS:
        values = {row[column] not in {None, ""} for row in rows}
        filled[column] = SOMETIMES if len(values) == 2 else ALWAYS if True in values else NEVER
    assert filled == {column: MARKS[column, status] for column in COLUMNS}


async def test_after_retention_the_texts_and_links_are_empty(store, drive, clock):
    job = await drive(ROADS[S.DELIVERED][1], FULL)
    before = log_row(job)
    await store.erase_texts(created_before=clock.now(), at_most=9)

    after = log_row(await store.get(job.id))
    changed = {column for column in COLUMNS if before[column] != after[column]}
    assert changed == {"prompt", "negative_prompt", "output_url", "message_url"}
    assert {after[column] for column in changed} == {None, ""}
