"""Files what a member reports about somebody else's result, and holds the evidence."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

import structlog

from bot.domain.errors import NotFoundError, ShowreelError, StorageUnavailableError
from bot.domain.ids import JobId, MessageId
from bot.domain.job import SLOT_STATES, JobStatus
from bot.domain.ports import Clock, JobStore
from bot.domain.reporting import (
    CHANGES_AT_MOST,
    REPORT_MAX_CHARS,
    REPORTING_WINDOW,
    REPORTS_AT_MOST,
    Filing,
    FilingOutcome,
    NewReport,
    ReportStore,
)
from bot.domain.texts import is_visible, storable
from bot.services.people import Presser, job_for

log = structlog.get_logger(__name__)

# While a clip is handed over, its message may stand already.
_NOTHING_TO_REPORT_YET: Final = SLOT_STATES | {JobStatus.QUEUED}


class ReportingService:
    """Reporting costs nothing and changes nothing but the log: moderators decide."""

    def __init__(self, *, jobs: JobStore, reports: ReportStore, clock: Clock) -> None:
        self._jobs = jobs
        self._reports = reports
        self._clock = clock

    async def draft(self, job_id: JobId, *, reporter: Presser) -> str:
        """Return what the reporter wrote about this job before, to be changed.

        Raises what `file` would raise now, so that nobody writes for nothing.
        """
        try:
            await self._check_reportable(job_id, reporter)
            filing = await self._reports.prospect(
                job_id,
                reporter.user_id,
                since=self._clock.now() - REPORTING_WINDOW,
                at_most=REPORTS_AT_MOST,
            )
        except StorageUnavailableError:
            log.exception("report_not_begun", job_id=job_id)
            raise ShowreelError("report-log-away") from None
        _refuse_if_closed(filing)
        return "" if filing.report is None else filing.report.text

    async def file(
        self,
        job_id: JobId,
        *,
        reporter: Presser,
        text: str,
        message_id: MessageId | None = None,
    ) -> FilingOutcome:
        """Return FILED, or CHANGED when the reporter had reported this job before.

        `message_id` is the message that was pressed: the row may not know it any more.

        Raises NotFoundError, or ShowreelError with the reason why nothing was filed.
        """
        written = storable(text.strip(), REPORT_MAX_CHARS)
        if not is_visible(written):
            raise ShowreelError("report-empty")
        try:
            await self._check_reportable(job_id, reporter)
            now = self._clock.now()
            filing = await self._reports.file(
                NewReport(
                    job_id=job_id,
                    guild_id=reporter.guild_id,
                    reporter_id=reporter.user_id,
                    text=written,
                    created_at=now,
                    message_id=message_id,
                ),
                since=now - REPORTING_WINDOW,
                at_most=REPORTS_AT_MOST,
            )
        except StorageUnavailableError:
            log.exception("report_not_filed", job_id=job_id)
            raise ShowreelError("report-uncertain") from None
        _refuse_if_closed(filing)
        log.info("report_filed", job_id=job_id, outcome=filing.outcome.value)
        return filing.outcome

    async def _check_reportable(self, job_id: JobId, reporter: Presser) -> None:
        job = await job_for(self._jobs, job_id, reporter)
        where = job.destination
        if where.user_id == reporter.user_id:
            raise ShowreelError("report-own")
        # Nobody but its requester may learn of these.
        if where.private or job.status is JobStatus.REFUSED:
            raise NotFoundError("job-not-found")
        if job.status in _NOTHING_TO_REPORT_YET:
            raise ShowreelError("report-too-early")


def _refuse_if_closed(filing: Filing) -> None:
    match filing.outcome:
        case FilingOutcome.DECIDED:
            raise ShowreelError("report-decided")
        case FilingOutcome.CHANGED_ENOUGH:
            raise ShowreelError("report-changed-enough", limit=CHANGES_AT_MOST)
        case FilingOutcome.TOO_MANY:
            raise ShowreelError(
                "report-limit", limit=REPORTS_AT_MOST, frees_at=_frees_at(filing.counted)
            )


def _frees_at(counted: Sequence[datetime]) -> datetime:
    return counted[-REPORTS_AT_MOST] + REPORTING_WINDOW
