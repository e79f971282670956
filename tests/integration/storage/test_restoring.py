"""What the operations guide has typed after a restore does what it says."""

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.domain.erasure import Erasure, WhatIsOver
from bot.domain.ids import GuildId, UserId
from bot.domain.job import JobStatus
from bot.domain.option_defaults import DefaultsOwner, DefaultsScope, OptionValues
from bot.domain.reporting import NewReport
from bot.storage.encryption import TextCipher
from bot.storage.tables import jobs
from bot.stores import Stores

GUIDE = Path(__file__).parents[3] / "docs" / "operations.md"
ERASED, REPORTER, ASKED, UNTOUCHED = map(UserId, (1, 2, 3, 4))


def statements():
    """In their order: end what waited, number all tables, skip, who was erased, defaults."""
    restoring = GUIDE.read_text().split("### Restoring")[1].split("\n## ")[0]
    found = re.findall(r'sqlite3 data/showreel\.db "([^"]+)"', restoring)
    assert len(found) == 5
    return found


@pytest.fixture
def stores(database):
    return Stores.over(database, cipher=TextCipher())


@pytest.fixture
def typed(database_file, monkeypatch):
    """Type one into the restored database, beside the old one."""
    monkeypatch.chdir(database_file.parent)

    def run(statement):
        with closing(sqlite3.connect(database_file)) as connection:
            *before, last = statement.split("; ")
            for each in before:
                connection.execute(each)
            rows = connection.execute(last).fetchall()
            connection.commit()
        return rows

    return run


async def asked_for(stores, new_attempt, user):
    job = (await stores.jobs.submit(new_attempt(user=user), lambda _usage: None)).job
    ended = update(jobs).where(jobs.c.id == job.id).values(status=JobStatus.DELIVERED)
    await stores.database.write(lambda connection: connection.execute(ended))
    return job


def a_report(job, clock, by):
    return NewReport(
        job_id=job.id, guild_id=GuildId(100), reporter_id=by, text="!", created_at=clock.now()
    )


async def file(stores, job, clock, by):
    since = clock.now().replace(year=2000)
    return (await stores.reports.file(a_report(job, clock, by), since=since, at_most=9)).report


async def test_no_number_of_anything_is_given_twice(stores, new_attempt, clock, typed):
    """Of reports there was none at the backup: an old card's button must not find the next one."""
    waiting = (await stores.jobs.submit(new_attempt(), lambda _usage: None)).job

    for statement in statements()[:3]:
        typed(statement)

    assert (await stores.jobs.get(waiting.id)).status is JobStatus.CANCELLED
    numbered = {name for (name,) in typed("select name from sqlite_sequence where seq >= 100000")}
    assert numbered == {
        "jobs",
        "audit_log",
        "prompt_rules",
        "blocks",
        "reports",
        "usage_views",
    }
    job = await asked_for(stores, new_attempt, UNTOUCHED)
    report = await file(stores, job, clock, ERASED)
    assert (job.id, report.id) == (100000 + waiting.id + 1, 100001)


async def test_who_was_erased_since_the_backup_is_named(
    stores, new_attempt, clock, typed, database_file
):
    for user in (ERASED, ASKED, UNTOUCHED):
        job = await asked_for(stores, new_attempt, user)
    await file(stores, job, clock, REPORTER)
    for user in (ERASED, UNTOUCHED):
        owner = DefaultsOwner(scope=DefaultsScope.MEMBER, id=user)
        await stores.defaults.put(owner, OptionValues(duration_s=10))
    backup = database_file.with_name("backup.db")
    typed(f"vacuum into '{backup}'")
    over = WhatIsOver(given_up_before=clock.now(), untold_before=clock.now().replace(year=2030))
    for user in (ERASED, REPORTER, ASKED):
        erasure = Erasure(user_id=user, requested_at=clock.now())
        await stores.erasures.request(erasure)
        if user != ASKED:
            of = {"pseudonym": UserId(-(2**60) - user), "at_most": 9}
            await stores.erasures.erase_jobs(erasure, over=over, **of)
            await stores.erasures.erase_reports(erasure, **of)
            assert await stores.erasures.finish(erasure)
    await stores.database.close()
    typed(f"vacuum into '{database_file.with_name('old.db')}'")
    shutil.copy(backup, database_file)

    named = [user for (user,) in typed(statements()[3])]
    typed(statements()[4])

    assert named == [ERASED, REPORTER, ASKED]
    left = typed("select owner_id from option_defaults where scope = 'member'")
    assert left == [(UNTOUCHED,)]
