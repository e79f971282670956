"""Evidence stays while anybody holds it: a moderator, or a report that nobody has decided."""

from datetime import timedelta

from sqlalchemy import update

from bot.domain.ids import GuildId, UserId
from bot.domain.reporting import NewReport, ReportDecision
from bot.storage.encryption import TextCipher
from bot.storage.holding import is_still_held
from bot.storage.member_tables import reports
from bot.storage.pseudonyms import SqlPseudonyms
from bot.storage.reports import SqlReportStore

MODERATOR = UserId(99)


async def test_it_is_held_by_a_moderator_or_by_a_report_until_that_is_decided(
    database, store, new_attempt, clock
):
    job = (await store.submit(new_attempt(), lambda _usage: None)).job

    async def held(by=None):
        return await database.read(lambda connection: is_still_held(connection, job.id, held_by=by))

    assert (await held(), await held(MODERATOR)) == (False, True)
    report = NewReport(
        job_id=job.id,
        guild_id=GuildId(100),
        reporter_id=UserId(7),
        text="!",
        created_at=clock.now(),
    )
    await SqlReportStore(
        database, cipher=TextCipher(), pseudonyms=SqlPseudonyms(database, cipher=TextCipher())
    ).file(report, since=clock.now() - timedelta(days=1), at_most=5)
    assert await held()

    decided = update(reports).values(decided_at=clock.now(), decision=ReportDecision.DISMISSED)
    await database.write(lambda connection: connection.execute(decided))

    assert (await held(), await held(MODERATOR)) == (False, True)
