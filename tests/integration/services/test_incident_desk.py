"""The operator is told once that something is wrong, and once that it is over."""

from pathlib import Path

import pytest

from bot.domain.errors import DiscordAwayError
from bot.services.incidents import GUILD_REFUSED, NO_BALANCE
from tests.support.workshop import Workshop, open_workshop


def told(workshop: Workshop) -> list[tuple[str, object]]:
    return [(key, values["subject"]) for key, values in workshop.messenger.told]


async def test_an_incident_is_told_once_and_so_is_its_end(workshop: Workshop) -> None:
    for _ in range(3):
        await workshop.incidents.open(NO_BALANCE)
    for _ in range(3):
        await workshop.incidents.close(NO_BALANCE)

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


async def test_an_end_that_somebody_else_wrote_is_not_told_twice(workshop: Workshop) -> None:
    await workshop.incidents.open(NO_BALANCE)
    await workshop.incident_store.close(NO_BALANCE, "", workshop.clock.now())

    await workshop.incidents.close(NO_BALANCE)

    assert told(workshop) == [("incident-no-balance", "")]


async def test_an_operator_who_cannot_be_reached_stops_nothing(workshop: Workshop) -> None:
    workshop.messenger.errors["operator"] = [DiscordAwayError("503")]

    await workshop.incidents.open(NO_BALANCE)

    (incident,) = await workshop.incident_store.open_incidents()
    assert incident.kind == NO_BALANCE


@pytest.mark.parametrize("first_look", ["before", "after"])
async def test_without_the_database_nothing_breaks_and_the_next_time_counts(
    workshop: Workshop, first_look: str
) -> None:
    if first_look == "before":
        await workshop.incidents.close(NO_BALANCE)
    workshop.database.is_away = True
    await workshop.incidents.open(NO_BALANCE)
    workshop.database.is_away = False
    assert told(workshop) == []

    await workshop.incidents.open(NO_BALANCE)
    workshop.database.is_away = True
    await workshop.incidents.close(NO_BALANCE)
    workshop.database.is_away = False
    assert len(told(workshop)) == 1

    await workshop.incidents.close(NO_BALANCE)
    assert len(told(workshop)) == 2
