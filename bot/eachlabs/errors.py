"""What can go wrong between here and Eachlabs, sorted by what a caller may conclude from it.

Texts of these errors are safe to log: they never hold a key or a prompt.
"""

from typing import Final

from bot.eachlabs.failures import Failure

# 408 and 425 are about this attempt, not about the request.
_PASSING_STATUSES: Final = frozenset({408, 425, 429})
_FIRST_SERVER_ERROR: Final = 500


class EachlabsError(Exception):
    """The call did not bring what was asked; `request_id` finds it in the logs of both sides."""

    def __init__(self, detail: str, *, request_id: str = "") -> None:
        super().__init__(detail)
        self.detail = detail
        self.request_id = request_id

    @property
    def is_passing(self) -> bool:
        """Whether the same harmless question may well be answered the next time."""
        return True


class ConnectionNotMadeError(EachlabsError):
    """No connection came about, so not one byte of the request has left."""


class AnswerLostError(EachlabsError):
    """The request may have been carried out; its answer never arrived in full."""


class AnswerUnreadableError(EachlabsError):
    """The service said yes, in a shape that cannot be read."""


class UnsafeIdError(EachlabsError):
    """The text is no prediction id and must not become part of an address; nothing was sent."""

    @property
    def is_passing(self) -> bool:
        return False


class StatusError(EachlabsError):
    """The service, or something on the way to it, answered with a status other than 2xx."""

    def __init__(
        self,
        status: int,
        *,
        failure: Failure,
        is_from_api: bool,
        retry_after_s: float | None = None,
        request_id: str = "",
    ) -> None:
        detail = f"{status}: {failure.detail}" if failure.detail else str(status)
        super().__init__(detail, request_id=request_id)
        self.status = status
        self.failure = failure
        self.is_from_api = is_from_api
        self.retry_after_s = retry_after_s

    @property
    def is_passing(self) -> bool:
        return self.status in _PASSING_STATUSES or self.status >= _FIRST_SERVER_ERROR
