"""Opens the database and what reads and writes it: for the bot, and for short commands too."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Self

from bot.config import Settings, data_keys
from bot.domain.ports import Clock
from bot.storage.audit import SqlAuditLog
from bot.storage.blocks import SqlBlockStore
from bot.storage.cases import SqlCaseStore
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.feed import SqlFeedStore
from bot.storage.guild_pauses import SqlGuildPauseStore
from bot.storage.guild_settings import SqlGuildSettingsStore
from bot.storage.incidents import SqlIncidentStore
from bot.storage.jobs import SqlJobStore
from bot.storage.limit_log import SqlLimitLog
from bot.storage.live_jobs import SqlLiveJobs
from bot.storage.member_erasure import SqlErasureStore
from bot.storage.option_defaults import SqlDefaultsStore
from bot.storage.own_data import SqlOwnData
from bot.storage.presence import SqlPresenceStore
from bot.storage.prompt_rules import SqlRuleStore
from bot.storage.pseudonyms import SqlPseudonyms
from bot.storage.recent_texts import SqlRecentTexts
from bot.storage.report_cards import SqlReportCards
from bot.storage.report_decisions import SqlReportDecisions
from bot.storage.reports import SqlReportStore
from bot.storage.requests import KEPT_FOR, SqlRequestLog
from bot.storage.switches import SqlSwitches
from bot.storage.usage_log import SqlUsageLog
from bot.storage.usage_views import SqlUsageViewStore


@dataclass(frozen=True, kw_only=True, slots=True)
class Stores:
    """Everything that is kept in the database, each by its role."""

    database: Database
    jobs: SqlJobStore
    usage_log: SqlUsageLog
    requests: SqlRequestLog
    switches: SqlSwitches
    incidents: SqlIncidentStore
    live_jobs: SqlLiveJobs
    limit_log: SqlLimitLog
    defaults: SqlDefaultsStore
    reports: SqlReportStore
    recent_texts: SqlRecentTexts
    rules: SqlRuleStore
    audit: SqlAuditLog
    blocks: SqlBlockStore
    cases: SqlCaseStore
    guild_pauses: SqlGuildPauseStore
    usage_views: SqlUsageViewStore
    guild_settings: SqlGuildSettingsStore
    erasures: SqlErasureStore
    pseudonyms: SqlPseudonyms
    own_data: SqlOwnData
    feed: SqlFeedStore
    presence: SqlPresenceStore
    report_cards: SqlReportCards
    report_decisions: SqlReportDecisions

    @classmethod
    @asynccontextmanager
    async def open(cls, settings: Settings, *, clock: Clock) -> AsyncIterator[Self]:
        """Raise StorageUnavailableError when the file cannot be opened or written."""
        database = await Database.open(settings.database_url, clock=clock)
        try:
            yield cls.over(
                database,
                cipher=TextCipher(data_keys(settings.data_key)),
                requests_kept_for=max(
                    KEPT_FOR, timedelta(seconds=2 * settings.eachlabs_rate_seconds)
                ),
            )
        finally:
            await database.close()

    @classmethod
    def over(
        cls, database: Database, *, cipher: TextCipher, requests_kept_for: timedelta = KEPT_FOR
    ) -> Self:
        pseudonyms = SqlPseudonyms(database, cipher=cipher)
        return cls(
            database=database,
            jobs=SqlJobStore(database, cipher=cipher),
            usage_log=SqlUsageLog(database, cipher=cipher),
            requests=SqlRequestLog(database, kept_for=requests_kept_for),
            switches=SqlSwitches(database),
            incidents=SqlIncidentStore(database),
            live_jobs=SqlLiveJobs(database, cipher=cipher),
            limit_log=SqlLimitLog(database),
            defaults=SqlDefaultsStore(database, cipher=cipher),
            reports=SqlReportStore(database, cipher=cipher, pseudonyms=pseudonyms),
            recent_texts=SqlRecentTexts(database, cipher=cipher),
            rules=SqlRuleStore(database),
            audit=SqlAuditLog(database, cipher=cipher),
            blocks=SqlBlockStore(database, cipher=cipher),
            cases=SqlCaseStore(database, cipher=cipher),
            guild_pauses=SqlGuildPauseStore(database, cipher=cipher),
            usage_views=SqlUsageViewStore(database, cipher=cipher),
            guild_settings=SqlGuildSettingsStore(database),
            erasures=SqlErasureStore(database, cipher=cipher),
            pseudonyms=pseudonyms,
            own_data=SqlOwnData(database, cipher=cipher),
            feed=SqlFeedStore(database, cipher=cipher),
            presence=SqlPresenceStore(database),
            report_cards=SqlReportCards(database, cipher=cipher),
            report_decisions=SqlReportDecisions(database, cipher=cipher),
        )
