"""Every row of the fault table, brought about over the wire, and the document that shows it."""

from collections.abc import AsyncIterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.domain.job import DeliveryWay, Job
from bot.domain.usage import log_row
from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue
from bot.messaging.ends import ending
from sandbox.discord.faults import FaultName
from sandbox.eachlabs.faults import FaultKind
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
OPTIONS: dict[Bench, dict[str, Any]] = {
    Bench.WIRE: {},
    Bench.WIRE_PUBLIC_ONLY: {"download_allow_private": False},
    Bench.WIRE_WEBHOOKS: {
        "webhook_public_url": "https://showreel.example",
        "webhook_secret": "a secret of forty-two random characters",
        "webhook_port": 0,
    },
}


def rows_of(bench: Bench) -> list[FaultRow]:
    return [row for row in ROWS if row.bench is bench]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stages(tmp_path_factory) -> AsyncIterator[dict[Bench, tuple[Stage, PushableClock]]]:
    """The stage that most rows share, opened once."""
    folder: Path = tmp_path_factory.mktemp("faults")
    channels = [channel_of(row) for row in rows_of(Bench.WIRE)]
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

    job = await play.perform()

    logged = log_row(job)
    assert (logged["status"], logged["reason"]) == (row.status, row.reason)
    assert (logged["delivery"] or "") == (row.delivery or "")
    assert _same_money(logged["cost_usd"], row.logged_cost_usd)
    created = list(stage.eachlabs.ledger)[known:]
    assert len(created) == row.created
    if row.charged in {Charge.NOTHING, Charge.PRICE}:
        assert sum((made.cost_usd for made in created), Decimal(0)) == Decimal(row.logged_cost_usd)
    await check_what_is_read(play, job)


async def check_what_is_read(play: Play, job: Job) -> None:
    row = play.row
    if row.reads is Reads.NOWHERE:
        return
    if row.reads is Reads.OWN_LIST:
        await check_own_list(play)
        return
    if row.reads is not Reads.CARD:
        message = await read_end(play, job)
        if row.delivery is not None:
            check_clip(row, job, message)
        else:
            check_sentences(row, job, message["content"])
            assert message["pinged_user_ids"] == [str(job.destination.user_id)]
    if row.reads is not Reads.DIRECTLY:
        await check_card(play, job)


async def read_end(play: Play, job: Job) -> dict[str, Any]:
    """The one message, beside the card, that carries the job's reference."""

    def found() -> dict[str, Any] | None:
        carrying = [
            message
            for message in seen(play)
            if f"`{job.reference}`" in message["content"]
            and message["id"] != str(job.card_message_id)
        ]
        assert len(carrying) <= 1
        return next(iter(carrying), None)

    return await play.stage.world.until(found, timeout_s=5)


def seen(play: Play) -> list[dict[str, Any]]:
    world = play.stage.world
    if play.row.reads is not Reads.DIRECTLY:
        reader = MEMBER if play.row.fault is WorldEvent.MEMBER_LEFT else play.person
        return play.stage.sees(reader, play.channel)
    person_id = world.person(play.person).id
    channel_id = world.backend.get_dm_channel(person_id).id
    return world.messages(channel_id, person_id=person_id)


def check_clip(row: FaultRow, job: Job, message: dict[str, Any]) -> None:
    is_link = row.delivery is DeliveryWay.LINK
    assert len(message["attachments"]) == (0 if is_link else 1)
    assert (str(job.output_url) in message["content"]) == is_link


def check_sentences(row: FaultRow, job: Job, content: str) -> None:
    for key in (row.sentence, row.cost_sentence, f"{row.sentence}.next"):
        assert CATALOGUE.text(FALLBACK_LOCALE, key) in content
    assert job.reference in content


async def check_card(play: Play, job: Job) -> None:
    """The card has folded: the same sentences, or the way to the clip."""

    async def folded() -> bool:
        if play.row.fault is WorldEvent.MEMBER_LEFT:
            return True
        card = await play.card()
        assert card is not None
        if play.row.delivery is not None:
            return str(job.message_url) in card["content"]
        return ending(CATALOGUE, FALLBACK_LOCALE, await play.job()) in card["content"]

    await until_async(folded, within_s=5)


async def check_own_list(play: Play) -> None:
    """`/videos list` shows it as kept, wherever in the server it is asked for."""
    elsewhere = channel_of(rows_of(Bench.WIRE)[0])
    begun = await play.stage.world.run_command(
        "videos list", {}, **play.stage.where(play.person, elsewhere)
    )
    answered = dict(await play.stage.world.settled(int(begun["id"])))
    content = play.stage.answer(answered, person=play.person)["content"]
    assert CATALOGUE.text(FALLBACK_LOCALE, "own-kept-note") in content
    assert play.prompt[:20] in content


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
