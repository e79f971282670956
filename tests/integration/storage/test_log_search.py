"""Searching the log for words: newest first, bounded, going on where it stopped; and for whom."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import event

from bot.domain.errors import NotFoundError
from bot.domain.ids import GuildId, UserId
from bot.domain.log_query import LogWish
from bot.domain.usage import PagePlace
from bot.services.log_pages import SEARCH_FOR_S, LogPages, Way
from bot.services.people import Presser
from bot.storage.encryption import TextCipher
from bot.storage.jobs import SqlJobStore
from bot.storage.usage_log import SqlUsageLog
from bot.storage.usage_views import SqlUsageViewStore

GUILD = GuildId(100)
MOD = Presser(user_id=UserId(99), guild_id=GUILD, may_manage_messages=True)
REASON = "user_daily_limit"
KEY = Fernet.generate_key().decode()


class SlowLog(SqlUsageLog):
    """Every stretch takes a second of the handed-in clock."""

    clock = None
    stretches = 0

    async def look_through(self, *args, **options):
        self.stretches += 1
        self.clock.advance(timedelta(seconds=1))
        return await super().look_through(*args, **options)


@pytest.fixture(params=[(), (KEY,)], ids=["plain", "sealed"])
def cipher(request):
    return TextCipher(request.param)


@pytest.fixture
def log_file(database, cipher, new_attempt, clock):
    """Write attempts, oldest first; every name that is given is a prompt."""

    async def write(*prompts, **where):
        store = SqlJobStore(database, cipher=cipher)
        written = []
        for prompt in prompts:
            clock.advance(timedelta(minutes=1))
            written.append(await store.refuse(new_attempt(prompt=prompt, **where), REASON))
        return written

    return write


@pytest.fixture
def pages(database, cipher, clock):
    def build(*, log_class=SqlUsageLog, stretch_rows=3, **options):
        log = log_class(database, cipher=cipher, **options)
        log.clock = clock
        return LogPages(
            usage_log=log,
            views=SqlUsageViewStore(database, cipher=cipher),
            clock=clock,
            stretch_rows=stretch_rows,
        )

    return build


async def down(pages, shown):
    """Turn to older pages until there are none."""
    turned = [shown]
    while turned[-1].page.older is not None:
        page = turned[-1].page
        turned.append(await pages.turn(shown.view_id, Way.OLDER, page.older, asker=MOD))
    return turned


def prompts_of(shown_pages):
    return [job.request.prompt for shown in shown_pages for job in shown.page.jobs]


async def test_every_attempt_with_the_words_is_found_once_newest_first(pages, log_file):
    await log_file(*(f"{'fox' if number % 3 else 'badger'} {number}" for number in range(40)))
    await log_file("fox elsewhere", guild=200)
    log = pages()

    turned = await down(log, await log.open(LogWish(words="FOX"), asker=MOD))

    assert prompts_of(turned) == [f"fox {number}" for number in range(39, -1, -1) if number % 3]
    assert [len(shown.page.jobs) for shown in turned] == [10, 10, 6]
    assert {shown.page.searched_back_to for shown in turned} == {None}


async def test_turning_back_shows_the_same_pages(pages, log_file):
    await log_file(*(f"{'fox' if number % 2 else 'badger'} {number}" for number in range(60)))
    log = pages(stretch_rows=7)
    turned = await down(log, await log.open(LogWish(words="fox"), asker=MOD))

    back = turned[-1]
    for expected in (turned[-2], turned[-3]):
        back = await log.turn(back.view_id, Way.NEWER, back.page.newer, asker=MOD)
        assert back.page.jobs == expected.page.jobs


async def test_words_and_the_other_filters_hold_together(pages, log_file):
    await log_file("fox one", "fox two", user=7)
    await log_file("fox three", "badger", user=8)
    log = pages()

    shown = await log.open(
        LogWish(words="fox", user_id=UserId(7), reason=REASON, state="refused"),
        asker=MOD,
    )

    assert prompts_of([shown]) == ["fox two", "fox one"]


async def test_a_long_search_stops_in_time_says_how_far_it_came_and_goes_on(pages, log_file):
    written = await log_file("fox", *["badger"] * 11)
    log = pages(log_class=SlowLog)

    shown = await log.open(LogWish(words="fox"), asker=MOD)

    assert shown.page.jobs == []
    # Two seconds at a second each, three attempts at a time.
    assert SEARCH_FOR_S == 2.0
    assert shown.page.searched_back_to == written[-6].created_at
    assert shown.page.older.job_id == written[-6].id
    on = await log.turn(shown.view_id, Way.OLDER, shown.page.older, asker=MOD)
    assert prompts_of([on]) == ["fox"]
    assert (on.page.older, on.page.searched_back_to) == (None, None)


async def test_a_search_behind_a_narrow_filter_is_bounded_too(pages, log_file):
    """Entries that the filter leaves out are not looked at without end either."""
    await log_file("fox", "badger", "badger", user=8)
    await log_file(*["badger"] * 9, user=7)
    log = pages(searched_entries=2)

    shown = await log.open(LogWish(words="fox", user_id=UserId(8), duration_s=5), asker=MOD)
    turned = await down(log, shown)

    assert prompts_of(turned) == ["fox"]


async def test_texts_are_opened_and_folded_off_the_loop(database, cipher, log_file, monkeypatch):
    await log_file("fox")
    threads = []
    original = asyncio.to_thread

    async def noticed(function, *args):
        threads.append(function.__name__)
        return await original(function, *args)

    monkeypatch.setattr(asyncio, "to_thread", noticed)
    log = SqlUsageLog(database, cipher=cipher)
    wish = LogWish(words="fox")
    await LogPages(
        usage_log=log,
        views=SqlUsageViewStore(database, cipher=cipher),
        clock=log._database._clock,
    ).open(wish, asker=MOD)

    assert threads == ["_fitting"]


async def test_every_stretch_is_found_in_an_index(database, log_file, pages, database_file):
    written = await log_file(*["badger"] * 5)
    sent = []
    event.listen(
        database._readers.sync_engine,
        "before_cursor_execute",
        lambda _c, _cursor, statement, values, *_: sent.append((statement, values)),
    )
    log = pages()
    wishes = [
        {},
        {"user_id": UserId(1)},
        {"state": "refused"},
        {"reason": REASON, "duration_s": 5},
    ]
    for typed in wishes:
        shown = await log.open(LogWish(words="fox", **typed), asker=MOD)
        place = PagePlace(created_at=written[2].created_at, job_id=written[2].id)
        for way in (Way.OLDER, Way.NEWER):
            await log.turn(shown.view_id, way, place, asker=MOD)

    asked = dict(pair for pair in sent if pair[0].startswith("SELECT"))
    assert len(asked) > 15
    with closing(sqlite3.connect(database_file)) as connection:
        for statement, values in asked.items():
            for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values):
                assert "SCAN" not in row[3]
                assert "TEMP B-TREE" not in row[3]


@pytest.mark.parametrize(
    "changes",
    [{"user_id": UserId(7)}, {"guild_id": GuildId(200)}, {"may_manage_messages": False}],
    ids=["another", "elsewhere", "no moderator any more"],
)
async def test_nobody_else_goes_on_with_a_list(pages, log_file, changes):
    await log_file("fox")
    log = pages()
    shown = await log.open(LogWish(), asker=MOD)
    asker = Presser(
        **{"user_id": MOD.user_id, "guild_id": GUILD, "may_manage_messages": True, **changes}
    )

    with pytest.raises(NotFoundError) as refusal:
        await log.turn(shown.view_id, Way.NEWEST, None, asker=asker)

    assert refusal.value.key == "log-view-gone"


async def test_a_list_goes_on_for_a_day(pages, log_file, clock):
    await log_file("fox")
    log = pages()
    shown = await log.open(LogWish(), asker=MOD)
    clock.advance(timedelta(hours=23, minutes=59))
    assert (await log.turn(shown.view_id, Way.NEWEST, None, asker=MOD)).page.jobs
    clock.advance(timedelta(minutes=2))

    with pytest.raises(NotFoundError):
        await log.turn(shown.view_id, Way.NEWEST, None, asker=MOD)
