"""Moderators decide what members report: the clip goes, its member is blocked, or nothing is."""

import structlog

from bot.domain.errors import NotFoundError, ShowreelError
from bot.domain.ids import JobId, ReportId
from bot.domain.job import Job
from bot.domain.ports import Clock, JobStore
from bot.domain.report_cards import ReportDecisionStore
from bot.domain.reporting import Report, ReportDecision
from bot.services.bell import Bell
from bot.services.people import Presser, job_for
from bot.services.results import ResultService, is_within_reach

log = structlog.get_logger(__name__)


class ReportDecisions:
    """Whatever id is handed in, only reports of the server that asks are seen or decided.

    `news` is rung when a card has to change.
    """

    def __init__(
        self,
        *,
        store: ReportDecisionStore,
        jobs: JobStore,
        results: ResultService,
        clock: Clock,
        news: Bell,
    ) -> None:
        self._store = store
        self._jobs = jobs
        self._results = results
        self._clock = clock
        self._news = news

    async def delete(self, report_id: ReportId, *, moderator: Presser) -> None:
        """Take the result away, which decides every report about it.

        Raises NotFoundError, or ShowreelError where it was decided, or cannot be deleted.
        """
        report = await self._undecided(report_id, moderator)
        job = await job_for(self._jobs, report.job_id, moderator, refusal_key="reported-not-found")
        if job.deleted_at is None:
            await self._delete(job, report, moderator)
        await self._store.decide_all(
            job.id, ReportDecision.DELETED, by=moderator.user_id, at=self._clock.now()
        )
        self._decided(report, ReportDecision.DELETED, moderator)

    async def _delete(self, job: Job, report: Report, moderator: Presser) -> None:
        """Where the row knows of no message in the channel, the reporter saw one all the same."""
        seen = report.message_id
        if seen is not None and not is_within_reach(job, now=self._clock.now()):
            await self._results.delete(job.id, presser=moderator, message_id=seen)
        else:
            await self._results.delete_from_afar(job.id, moderator=moderator)

    async def dismiss(self, report_id: ReportId, *, moderator: Presser) -> None:
        """Raise NotFoundError, or ShowreelError with who has decided it already."""
        is_done = await self._store.dismiss(
            report_id,
            guild_id=moderator.guild_id,
            by=moderator.user_id,
            at=self._clock.now(),
        )
        if is_done:
            log.info("report_decided", report_id=report_id, decision="dismissed")
            self._news.ring()
            return
        await self._undecided(report_id, moderator)
        raise NotFoundError("reported-not-found")

    async def about(self, report_id: ReportId, *, moderator: Presser) -> JobId:
        """Name the job whose member is to be blocked: blocking about it decides its reports."""
        return (await self._undecided(report_id, moderator)).job_id

    async def _undecided(self, report_id: ReportId, moderator: Presser) -> Report:
        report = await self._store.get(report_id, guild_id=moderator.guild_id)
        if report is None:
            raise NotFoundError("reported-not-found")
        if report.decision is not None and report.decided_at is not None:
            raise ShowreelError(
                f"reported-already-{report.decision.value}",
                moderator=str(report.decided_by),
                at=report.decided_at,
            )
        return report

    def _decided(self, report: Report, decision: ReportDecision, moderator: Presser) -> None:
        log.info(
            "report_decided",
            report_id=report.id,
            decision=decision.value,
            user_id=moderator.user_id,
        )
        self._news.ring()
