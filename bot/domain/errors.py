"""Errors carry a message key and its values; `messaging` turns them into a sentence."""

from datetime import datetime

from bot.domain.ids import JobId, RoleId

MessageValue = str | int | float | datetime


class ShowreelError(Exception):
    """Something a person is told: `key` names the sentence, `values` fill it.

    `job_id` is set where the log has a row of it, so that what was typed is not lost; `role_id`
    where it is the limit of a role.
    """

    def __init__(self, key: str, **values: MessageValue) -> None:
        super().__init__(key)
        self.key = key
        self.values = values
        self.job_id: JobId | None = None
        self.role_id: RoleId | None = None


class InvalidOptionError(ShowreelError):
    """An option of the request is outside what the model takes."""

    def __init__(self, problem: str, **values: MessageValue) -> None:
        super().__init__(f"invalid-{problem}", **values)
        self.reason = f"invalid_{problem.replace('-', '_')}"


class NotAllowedError(ShowreelError):
    """The person may not do this."""


class NotFoundError(ShowreelError):
    """No such job here; also the answer for a job of another server."""


class IllegalTransitionError(Exception):
    """A defect, or a race that was lost: the job is not in a state that allows the step."""


class StorageUnavailableError(Exception):
    """The database did not answer in time, or refused; what was asked may still happen."""


class UnreadableTextError(StorageUnavailableError):
    """A text was encrypted with a key that is not there: waiting does not bring it back."""


class PredictionApiError(Exception):
    """The prediction service did not do what was asked. `reason` is a stable word of the log."""

    def __init__(
        self, reason: str, *, detail: str = "", retry_after_s: float | None = None
    ) -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail
        self.retry_after_s = retry_after_s


class TryLaterError(PredictionApiError):
    """Certainly nothing was created or charged, and the same call may succeed later."""


class KeyRefusedError(TryLaterError):
    """401: no call will succeed until the operator mends the key."""


class NoBalanceError(TryLaterError):
    """402: creates succeed again once the account's balance covers them."""


class ConcurrencyCapError(TryLaterError):
    """429 on create: the account's own cap on running predictions."""


class NeverAgainError(PredictionApiError):
    """Certainly nothing was created, and the same call can never succeed."""


class UnknownPredictionError(NeverAgainError):
    """404: the service knows no prediction of this id."""


class OutcomeUnknownError(PredictionApiError):
    """A create was cut off: it may have been carried out and charged. Never send it again."""


class ClipUnusableError(Exception):
    """The output cannot be handed over as a file. `reason` is a stable word of the log."""

    def __init__(self, reason: str, *, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


class ClipTooLargeError(ClipUnusableError):
    """The output is larger than the download cap; its link still works."""


class ClipUnreachableError(ClipUnusableError):
    """The output could not be fetched this time; another try may succeed."""


class ClipHostAwayError(ClipUnreachableError):
    """Nobody answered, or the host has a fault: perhaps our own network, so patience pays."""


class ClipNotStoredError(StorageUnavailableError):
    """Our own disk refused a clip on its way in: nothing is wrong with it, so it is tried again."""


class MessengerError(Exception):
    """Discord did not take a message. Another way, or another time, may work."""


class WayClosedError(MessengerError):
    """This way to the member is closed for good: no permission, no channel, dead token."""


class MessageRefusedError(WayClosedError):
    """Discord never takes this very message (400); the same way may be open to others."""


class TooLargeForDiscordError(MessengerError):
    """Discord refused the file for its size (413)."""


class DiscordAwayError(MessengerError):
    """Discord answered 5xx, throttles, or cannot be reached: the same call may succeed later."""


class NothingSentError(DiscordAwayError):
    """Discord throttled the call or was not reached at all: certainly nothing was sent."""
