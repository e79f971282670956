from datetime import UTC, datetime, timedelta
from itertools import count

from bot.scheduling.starting_order import GuildLine, MemberLine, Places, starting_order

STARTED_AT = datetime(2031, 5, 1, 12, 0, tzinfo=UTC)


def job_key(number):
    return STARTED_AT + timedelta(seconds=number), number


def counted(lines, read):
    for line in lines:
        next(read)
        yield line


def guild_lines(*, guild_count, jobs_each, guilds_read, jobs_read):
    for guild in range(guild_count):
        keys = [job_key(guild + guild_count * number) for number in range(jobs_each)]
        member = MemberLine(standing=(0, 0, keys[0]), jobs=counted(keys, jobs_read))
        next(guilds_read)
        yield GuildLine(standing=(0, 0, keys[0]), members=iter([member]))


def test_the_first_places_are_told_without_a_look_at_the_rest():
    guilds_read, jobs_read = count(), count()
    lines = guild_lines(
        guild_count=10_000, jobs_each=100, guilds_read=guilds_read, jobs_read=jobs_read
    )
    places = Places(starting_order(lines, last_turn=0))

    assert list(places.first(50)) == list(range(50))
    assert next(guilds_read) <= 51
    assert next(jobs_read) <= 102


def test_each_guild_has_a_turn_before_any_has_a_second_one():
    lines = guild_lines(guild_count=3, jobs_each=2, guilds_read=count(), jobs_read=count())

    assert list(starting_order(lines, last_turn=0)) == [0, 1, 2, 3, 4, 5]


def test_a_guild_with_a_running_job_waits_until_the_others_have_as_many():
    busy, idle = (
        GuildLine(
            standing=(running, running, job_key(first)),
            members=iter(
                [
                    MemberLine(
                        standing=(running, running, job_key(first)),
                        jobs=iter([job_key(first), job_key(first + 1)]),
                    )
                ]
            ),
        )
        for running, first in ((1, 10), (0, 20))
    )

    assert list(starting_order(iter([idle, busy]), last_turn=1)) == [20, 10, 21, 11]


def test_a_place_in_a_line_that_ends_before_it_is_none():
    places = Places(iter([7, 8]))

    assert places.of(8) == 2
    assert places.of(9) is None
