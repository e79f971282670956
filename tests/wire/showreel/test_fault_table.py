"""Every row of the fault table, brought about over the wire, and the document that shows it."""

from collections.abc import AsyncIterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.domain.job import DeliveryWay, Job, JobStatus
from bot.domain.usage import log_row
from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue
from sandbox.discord.faults import FaultName
from sandbox.eachlabs.faults import FaultKind
from sandbox.eachlabs.limits import RequestKind
from tests.support.stage import Stage
from tests.support.waiting import until_async
from tests.wire.showreel.fault_table import ROWS
from tests.wire.showreel.fault_table_page import (
    ARCHITECTURE,
    BEGIN,
    END,
    render_table,
    standing_table,
)
from tests.wire.showreel.fault_table_play import Play, channel_of
from tests.wire.showreel.fault_table_row import Bench, Charge, FaultRow, Reads
from tests.wire.showreel.fault_table_stage import MEMBER, PushableClock, open_fault_stage
from tests.wire.showreel.fault_table_steps import WorldEvent

CATALOGUE = Catalogue.load()
ELSEWHERE = "elsewhere"
OPTIONS: dict[Bench, dict[str, Any]] = {
    Bench.WIRE: {},
    Bench.WIRE_PUBLIC_ONLY: {"download_allow_private": False},
    Bench.WIRE_WEBHOOKS: {
        "webhook_public_url": "https://showreel.example",
        "webhook_secret": "a-secret-of-forty-two-random-characters-42",
        "webhook_port": 0,
    },
}


def rows_of(bench: Bench) -> list[FaultRow]:
    return [row for row in ROWS if row.bench is bench]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stages(tmp_path_factory) -> AsyncIterator[dict[Bench, tuple[Stage, PushableClock]]]:
    """The stage that most rows share, opened once."""
    folder: Path = tmp_path_factory.mktemp("faults")
    channels = [ELSEWHERE, *(channel_of(row) for row in rows_of(Bench.WIRE))]
    async with open_fault_stage(folder, channels=channels) as opened:
        yield {Bench.WIRE: opened}


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("row", rows_of(Bench.WIRE), ids=lambda row: row.id)
async def test_a_fault_ends_as_its_row_says(stages, row: FaultRow) -> None:
    stage, clock = stages[Bench.WIRE]

    await check_row(Play(row, stage=stage, clock=clock))


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row.bench is not Bench.WIRE], ids=lambda row: row.id
)
async def test_a_fault_of_other_settings_ends_as_its_row_says(
    tmp_path: Path, row: FaultRow
) -> None:
    async with open_fault_stage(tmp_path, channels=[channel_of(row)], **OPTIONS[row.bench]) as (
        stage,
        clock,
    ):
        await check_row(Play(row, stage=stage, clock=clock))


async def check_row(play: Play) -> None:
    row, stage = play.row, play.stage
    known = len(stage.eachlabs.ledger)
    arrived = stage.eachlabs.requests[RequestKind.CREATE]

    job = await play.perform()

    assert play.missed == []
    logged = log_row(job)
    assert (logged["status"], logged["reason"]) == (row.status, row.reason)
    assert (logged["delivery"] or "") == (row.delivery or "")
    assert _same_money(logged["cost_usd"], row.logged_cost_usd)
    assert _same_money(logged["cost_estimated_usd"], "1.40")
    created = list(stage.eachlabs.ledger)[known:]
    assert len(created) == row.created
    assert stage.eachlabs.requests[RequestKind.CREATE] - arrived == row.sent
    if row.charged in {Charge.NOTHING, Charge.PRICE}:
        assert sum((made.cost_usd for made in created), Decimal(0)) == Decimal(row.logged_cost_usd)
    await check_what_is_read(play, job)


async def check_what_is_read(play: Play, job: Job) -> None:
    reads = play.row.reads
    if reads is Reads.NOWHERE:
        assert not carrying_reference(play, job)
        assert play.answered["state"] == ("answered" if play.row.created else "failed")
        return
    if reads in {Reads.CHANNEL, Reads.DIRECTLY}:
        await check_end(play, job)
    if reads in {Reads.CHANNEL, Reads.CARD}:
        await check_card(play, job)
    if play.row.status is JobStatus.KEPT:
        await check_that_it_can_be_fetched(play)


async def check_end(play: Play, job: Job) -> None:
    row = play.row
    message = await read_end(play, job)
    if row.delivery is not None:
        check_clip(row, job, message)
    else:
        assert all(
            sentence in message["content"] for sentence in sentences(row, row.told_cost_sentence)
        )
        assert message["pinged_user_ids"] == [str(job.destination.user_id)]


async def read_end(play: Play, job: Job) -> dict[str, Any]:
    """The one message, beside the card, that brings the clip or says why there is none."""
    said_before = (
        [CATALOGUE.text(FALLBACK_LOCALE, play.row.told_first)] if play.row.told_first else []
    )

    def found() -> dict[str, Any] | None:
        carrying = carrying_reference(play, job)
        assert len(carrying) <= len(said_before) + 1
        for said, message in zip(said_before, carrying, strict=False):
            assert said in message["content"]
        return carrying[-1] if len(carrying) == len(said_before) + 1 else None

    return await play.stage.world.until(found, timeout_s=30)


def carrying_reference(play: Play, job: Job) -> list[dict[str, Any]]:
    """What was said about the job, apart from its card."""
    return [
        message
        for message in seen(play)
        if f"`{job.reference}`" in message["content"] and message["id"] != str(job.card_message_id)
    ]


def seen(play: Play) -> list[dict[str, Any]]:
    world = play.stage.world
    if play.row.reads not in {Reads.DIRECTLY, Reads.NOWHERE}:
        reader = MEMBER if play.row.fault is WorldEvent.MEMBER_LEFT else play.person
        return play.stage.sees(reader, play.channel)
    person_id = world.person(play.person).id
    channel_id = world.backend.get_dm_channel(person_id).id
    return world.messages(channel_id, person_id=person_id)


def check_clip(row: FaultRow, job: Job, message: dict[str, Any]) -> None:
    is_link = row.delivery is DeliveryWay.LINK
    assert len(message["attachments"]) == (0 if is_link else 1)
    assert (str(job.output_url) in message["content"]) == is_link


def sentences(row: FaultRow, cost_sentence: str) -> list[str]:
    """What happened, what it cost, what now."""
    keys = (row.sentence, cost_sentence, f"{row.sentence}.next")
    return [CATALOGUE.text(FALLBACK_LOCALE, key) for key in keys]


async def check_card(play: Play, job: Job) -> None:
    """The card has folded: the same sentences, or the way to the clip."""
    row = play.row
    if row.fault is WorldEvent.MEMBER_LEFT:
        return
    is_handed_over = row.delivery is not None
    shown = [str(job.message_url)] if is_handed_over else sentences(row, row.cost_sentence)

    async def has_folded() -> bool:
        card = await play.card()
        assert card is not None
        return all(text in card["content"] for text in shown)

    await until_async(has_folded, within_s=30)


async def check_that_it_can_be_fetched(play: Play) -> None:
    """`/videos list` hands the clip over, wherever in the server it is asked for."""
    stage, where = play.stage, {"person": play.person, "channel": ELSEWHERE}
    begun = await stage.world.run_command("videos list", {}, **stage.where(**where))
    answered = dict(await stage.world.settled(int(begun["id"])))
    listed = stage.answer(answered, person=play.person)
    assert CATALOGUE.text(FALLBACK_LOCALE, "own-kept-note") in listed["content"]
    assert play.prompt[:20] in listed["content"]

    pressed = await stage.press(
        CATALOGUE.text(FALLBACK_LOCALE, "button-fetch", kept=1, number=1), listed, **where
    )

    assert stage.answer(pressed, person=play.person)["attachments"]


def _same_money(logged: Any, expected: str) -> bool:
    if logged is None or not expected:
        return (logged or "") == expected
    return Decimal(logged) == Decimal(expected)


def test_every_fault_of_both_services_has_a_row() -> None:
    named = {row.fault for row in ROWS}

    assert {*FaultKind, *FaultName, *WorldEvent} <= named
    assert len({row.id for row in ROWS}) == len(ROWS)


def test_no_row_lets_a_create_be_carried_out_twice_or_a_paid_clip_be_lost() -> None:
    for row in ROWS:
        assert row.created <= 1
        assert row.created or row.charged is not Charge.PRICE


def test_the_document_shows_exactly_these_rows() -> None:
    expected = render_table(ROWS, CATALOGUE)

    standing = standing_table(ARCHITECTURE.read_text(encoding="utf-8"))

    assert standing == expected, f"between {BEGIN} and {END} must stand:\n{expected}"
