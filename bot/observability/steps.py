"""What a written step of a job means for the metrics."""

from bot.domain.job import Job, JobStatus
from bot.observability.metrics import Metrics


def count_step(metrics: Metrics, job: Job) -> None:
    match job.status:
        case JobStatus.DELIVERING:
            _count_poll_lag(metrics, job)
            return
        case JobStatus.DELIVERED if job.delivery is None:
            pass  # deleted before it was known how it had arrived
        case JobStatus.DELIVERED | JobStatus.KEPT:
            metrics.delivered(job.delivery)
        case JobStatus.FAILED | JobStatus.CANCELLED | JobStatus.EXPIRED:
            pass
        case _:
            return
    metrics.job_ended(job.status, reason=job.reason)


def _count_poll_lag(metrics: Metrics, job: Job) -> None:
    """The service's own clock is not ours, but its measure of the work is good enough."""
    if job.finished_at and job.submitted_at and job.predict_seconds:
        took_s = (job.finished_at - job.submitted_at).total_seconds()
        metrics.finish_noticed(lag_s=took_s - job.predict_seconds)
