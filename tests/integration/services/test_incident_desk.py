"""The operator is told once that something is wrong, and once that it is over."""

import asyncio
from pathlib import Path

from bot.domain.errors import DiscordAwayError
from bot.services.incidents import DISK_FULL, GUILD_REFUSED, NO_BALANCE
from tests.support.workshop import Workshop, open_workshop


def told(workshop: Workshop) -> list[tuple[str, object]]:
    return [(key, values["subject"]) for key, values in workshop.messenger.told]


async def test_an_incident_is_told_once_and_so_is_its_end(workshop: Workshop) -> None:
    for _ in range(3):
        await workshop.incidents.open(NO_BALANCE)
    for _ in range(3):
        await workshop.incidents.close(NO_BALANCE)

    assert told(workshop) == [("incident-no-balance", ""), ("incident-no-balance-over", "")]


async def test_what_begins_or_ends_twice_at_one_moment_is_told_once(workshop: Workshop) -> None:
    await asyncio.gather(*(workshop.incidents.open(NO_BALANCE) for _ in range(3)))
    await asyncio.gather(*(workshop.incidents.close(NO_BALANCE) for _ in range(3)))

    assert told(workshop) == [("incident-no-balance", ""), ("incident-no-balance-over", "")]


async def test_each_subject_is_an_incident_of_its_own(workshop: Workshop) -> None:
    await workshop.incidents.open(GUILD_REFUSED, subject="500")
    await workshop.incidents.open(GUILD_REFUSED, subject="600")
    await workshop.incidents.close(GUILD_REFUSED, subject="500")

    assert told(workshop) == [
        ("incident-guild-refused", "500"),
        ("incident-guild-refused", "600"),
        ("incident-guild-refused-over", "500"),
    ]
    assert [found.subject for found in await workshop.incident_store.open_incidents()] == ["600"]


async def test_what_is_over_may_begin_again(workshop: Workshop) -> None:
    await workshop.incidents.open(NO_BALANCE)
    await workshop.incidents.close(NO_BALANCE)
    await workshop.incidents.open(NO_BALANCE)

    assert len(told(workshop)) == 3


async def test_the_end_of_nothing_is_not_told(workshop: Workshop) -> None:
    await workshop.incidents.close(NO_BALANCE)

    assert told(workshop) == []


async def test_a_restart_neither_tells_it_again_nor_forgets_its_end(tmp_path: Path) -> None:
    async with open_workshop(tmp_path) as workshop:
        await workshop.incidents.open(NO_BALANCE)

    async with open_workshop(tmp_path) as workshop:
        await workshop.incidents.open(NO_BALANCE)
        assert told(workshop) == []

        await workshop.incidents.close(NO_BALANCE)
        assert told(workshop) == [("incident-no-balance-over", "")]


async def test_an_incident_is_told_though_the_database_does_not_take_it(
    workshop: Workshop,
) -> None:
    """A full disk takes nothing, and whoever can mend it must hear of it."""
    await workshop.incidents.close(NO_BALANCE)
    workshop.database.is_away = True
    await workshop.incidents.open(DISK_FULL)
    await workshop.incidents.open(DISK_FULL)
    assert told(workshop) == [("incident-disk-full", "")]

    workshop.database.is_away = False
    await workshop.incidents.close(DISK_FULL)

    assert told(workshop)[1:] == [("incident-disk-full-over", "")]


async def test_a_write_whose_answer_was_lost_neither_hides_nor_repeats_anything(
    workshop: Workshop,
) -> None:
    workshop.database.loses_written_answers = True
    await workshop.incidents.open(NO_BALANCE)
    workshop.database.loses_written_answers = False
    await workshop.incidents.open(NO_BALANCE)
    await workshop.incidents.close(NO_BALANCE)

    assert told(workshop) == [("incident-no-balance", ""), ("incident-no-balance-over", "")]
    assert await workshop.incident_store.open_incidents() == []


async def test_an_operator_who_cannot_be_reached_stops_nothing(workshop: Workshop) -> None:
    workshop.messenger.errors["operator"] = [DiscordAwayError("503")]

    await workshop.incidents.open(NO_BALANCE)

    (incident,) = await workshop.incident_store.open_incidents()
    assert incident.kind == NO_BALANCE


async def test_an_end_that_the_database_does_not_take_is_told_the_next_time(
    workshop: Workshop,
) -> None:
    await workshop.incidents.open(NO_BALANCE)
    workshop.database.is_away = True
    await workshop.incidents.close(NO_BALANCE)
    workshop.database.is_away = False
    assert len(told(workshop)) == 1

    await workshop.incidents.close(NO_BALANCE)

    assert len(told(workshop)) == 2


async def test_what_may_have_been_told_before_a_restart_waits_for_the_database(
    workshop: Workshop,
) -> None:
    workshop.database.is_away = True
    await workshop.incidents.open(NO_BALANCE)
    workshop.database.is_away = False
    assert told(workshop) == []

    await workshop.incidents.open(NO_BALANCE)

    assert told(workshop) == [("incident-no-balance", "")]
