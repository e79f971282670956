"""What an error of the client means for a job: the one place where it becomes the domain's."""

from typing import Final

from bot.domain.errors import (
    ConcurrencyCapError,
    KeyRefusedError,
    NeverAgainError,
    NoBalanceError,
    OutcomeUnknownError,
    PredictionApiError,
    TryLaterError,
    UnknownPredictionError,
)
from bot.domain.reasons import Reason
from bot.eachlabs.errors import (
    AnswerUnreadableError,
    ConnectionNotMadeError,
    EachlabsError,
    StatusError,
    UnsafeIdError,
)
from bot.eachlabs.failures import FailureKind

UNREACHABLE: Final = "eachlabs_unreachable"
BUSY: Final = "eachlabs_busy"
BROKEN: Final = "eachlabs_broken"
UNREADABLE: Final = "eachlabs_unreadable"
REFUSED: Final = "eachlabs_refused"
INCOMPLETE: Final = "executions_incomplete"
LOST: Final = "prediction_lost"

REASON_BY_FAILURE: Final = {
    FailureKind.REJECTED: Reason.PROVIDER_REJECTED,
    FailureKind.INVALID_INPUT: Reason.INVALID_INPUT,
    FailureKind.OTHER: Reason.PROVIDER_ERROR,
}
_REASON_BY_REFUSED_CREATE: Final = {
    FailureKind.REJECTED: Reason.PROVIDER_REJECTED,
    FailureKind.INVALID_INPUT: Reason.INVALID_INPUT,
    FailureKind.OTHER: Reason.CREATE_REJECTED,
}
# A time-out told by a gateway (408, 499) says nothing about what the service behind it did.
_UNCERTAIN_STATUSES: Final = frozenset({408, 499})
_CLIENT_ERRORS: Final = range(400, 500)
TOO_MANY: Final = 429
_BAD_KEY, _NO_BALANCE, _FORBIDDEN, _NOT_FOUND = 401, 402, 403, 404


def create_error(error: EachlabsError) -> PredictionApiError:
    """When in doubt the outcome is unknown: a second create would be paid for again."""
    if isinstance(error, ConnectionNotMadeError):
        return TryLaterError(UNREACHABLE, detail=_told(error))
    if isinstance(error, StatusError):
        return _refused_create(error)
    return OutcomeUnknownError(Reason.CREATE_OUTCOME_UNKNOWN, detail=_told(error))


def prediction_error(error: EachlabsError) -> PredictionApiError:
    """For calls about one prediction.

    A 404 page without the service's JSON is some gateway's, and no word on the prediction.
    """
    is_gone = isinstance(error, StatusError) and error.status == _NOT_FOUND and error.is_from_api
    if is_gone or isinstance(error, UnsafeIdError):
        return UnknownPredictionError(LOST, detail=_told(error))
    return call_error(error)


def call_error(error: EachlabsError) -> PredictionApiError:
    """For calls that change nothing: they may always be asked again."""
    if isinstance(error, StatusError):
        return _account_error(error) or TryLaterError(
            _try_later_reason(error), detail=_told(error), retry_after_s=error.retry_after_s
        )
    reason = UNREADABLE if isinstance(error, AnswerUnreadableError) else UNREACHABLE
    return TryLaterError(reason, detail=_told(error))


def _refused_create(error: StatusError) -> PredictionApiError:
    account_error = _account_error(error)
    if account_error is not None:
        return account_error
    if error.status == TOO_MANY:
        return ConcurrencyCapError(
            "concurrency_cap", detail=_told(error), retry_after_s=error.retry_after_s
        )
    if error.status not in _CLIENT_ERRORS or error.status in _UNCERTAIN_STATUSES:
        return OutcomeUnknownError(Reason.CREATE_OUTCOME_UNKNOWN, detail=_told(error))
    return NeverAgainError(_REASON_BY_REFUSED_CREATE[error.failure.kind], detail=_told(error))


def _account_error(error: StatusError) -> TryLaterError | None:
    """Tell what is the operator's to mend and no job's fault.

    A 403 counts only in the service's own words, and not when they are about the content: a
    firewall's page may be about one prompt, and must not stop everybody's.
    """
    is_forbidden = error.status == _FORBIDDEN and error.is_from_api
    if error.status == _BAD_KEY or (is_forbidden and error.failure.kind is FailureKind.OTHER):
        return KeyRefusedError(
            "key_refused", detail=_told(error), retry_after_s=error.retry_after_s
        )
    if error.status == _NO_BALANCE:
        return NoBalanceError("no_balance", detail=_told(error), retry_after_s=error.retry_after_s)
    return None


def _try_later_reason(error: StatusError) -> str:
    if error.status == TOO_MANY:
        return BUSY
    return BROKEN if error.is_passing else REFUSED


def _told(error: EachlabsError) -> str:
    """Name the request, so that Eachlabs' support can be asked about it."""
    return f"{error.detail} (request {error.request_id})" if error.request_id else error.detail
