"""What became of a request that brought no clip: what happened, what it cost, what now."""

from typing import Final

from bot.domain.job import Job, JobStatus
from bot.domain.reasons import CANCEL_REASONS, Reason
from bot.messaging.catalogue import Catalogue

# These states say more than the reason that led to them.
_TOLD_BY_STATUS: Final = frozenset({JobStatus.UNKNOWN, JobStatus.KEPT})
# A clip had been made, so it was charged, whatever became of it afterwards.
_AFTER_SUCCESS: Final = frozenset(
    {
        Reason.OUTPUT_MISSING,
        Reason.OUTPUT_NOT_MP4,
        Reason.OUTPUT_CUT_SHORT,
        Reason.OUTPUT_ADDRESS_FORBIDDEN,
        Reason.OUTPUT_UNREACHABLE,
        Reason.OUTPUT_TOO_LARGE,
        Reason.KEPT_TOO_LONG,
        Reason.ERASED,
    }
)
# The same request would end in the same way, was not wanted, or its clip may still come.
_NOT_AS_IT_WAS: Final = frozenset(
    {
        Reason.CREATE_REJECTED,
        Reason.PROVIDER_REJECTED,
        Reason.INVALID_INPUT,
        Reason.OUTPUT_TOO_LARGE,
        Reason.DEADLINE_PASSED,
        Reason.ERASED,
        *CANCEL_REASONS.values(),
    }
)
_NO_CLIP: Final = frozenset({JobStatus.FAILED, JobStatus.CANCELLED, JobStatus.EXPIRED})
_NEVER_CREATED: Final = frozenset({Reason.CREATE_REJECTED, Reason.NOT_ACKNOWLEDGED})


def ending(catalogue: Catalogue, locale: str, job: Job) -> str:
    """Answer the three questions, and name the reference that also stands in the log."""
    key = end_key(catalogue, job)
    sentences = (
        catalogue.text(locale, key),
        catalogue.text(locale, cost_key(job)),
        catalogue.text(locale, f"{key}.next"),
        catalogue.text(locale, "end-reference", reference=job.reference),
    )
    return " ".join(sentences)


def end_key(catalogue: Catalogue, job: Job) -> str:
    """Fall back to the status: a reason without a sentence of its own must not silence the end."""
    if job.status is JobStatus.KEPT and job.kept_file is None:
        return "end-kept-link"
    by_reason = f"end-{job.reason.replace('_', '-')}"
    if job.status not in _TOLD_BY_STATUS and catalogue.has(by_reason):
        return by_reason
    return f"end-{job.status.value}"


def cost_key(job: Job) -> str:
    """Say what is known, never what is guessed."""
    if job.cost_usd is not None:
        return "cost-charged" if job.cost_usd > 0 else "cost-none"
    if job.status is JobStatus.UNKNOWN:
        return "cost-open"
    if job.status is JobStatus.KEPT or job.reason in _AFTER_SUCCESS:
        return "cost-charged"
    if job.submitted_at is None or job.reason in _NEVER_CREATED:
        return "cost-none"
    return "cost-perhaps"


def may_be_edited(job: Job) -> bool:
    """Whether the request came to nothing, so that its member may want to take it up again."""
    if job.reason == Reason.ERASED:
        return False
    return job.status in _NO_CLIP and bool(job.request.prompt)


def may_be_repeated(job: Job) -> bool:
    """Whether the very same request may well bring a clip."""
    return may_be_edited(job) and job.reason not in _NOT_AS_IT_WAS
