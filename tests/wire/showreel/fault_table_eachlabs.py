"""Rows of the fault table: what Eachlabs, and the way to it, may do to a job."""

from typing import Final

from bot.domain.job import DeliveryWay, JobStatus
from bot.domain.reasons import Reason
from sandbox.eachlabs.faults import FaultKind
from tests.wire.showreel.fault_table_row import Bench, Charge, FaultRow, Reads
from tests.wire.showreel.fault_table_steps import (
    Ask,
    Cancel,
    Eachlabs,
    Finish,
    Mend,
    Pass,
    Step,
    Until,
    UntilCosted,
    UntilPutOff,
    UntilStruck,
)

_S = JobStatus
_K = FaultKind
_FILE: Final = DeliveryWay.ATTACHMENT

# What the product waits for by itself, in strides that leave room for what it does meanwhile.
_LOOKED_UP: Final = Pass(while_in=_S.SUBMITTING, stride_s=10)
_GATE_OPENS: Final = Pass(while_in=_S.QUEUED, stride_s=30)
_FETCHED_AGAIN: Final = Pass(while_in=_S.DELIVERING, stride_s=5)
_A_DAY_OF_TRIES: Final = Pass(while_in=_S.DELIVERING, stride_s=3600)
_DEADLINE_PASSES: Final = Pass(while_in=_S.RUNNING, stride_s=900)


def _at_once(kind: FaultKind, *, times: int = 1, amount: float | None = None) -> tuple[Step, ...]:
    return (Eachlabs(kind=kind, times=times, amount=amount), Ask())


def _while_running(kind: FaultKind, *, times: int, amount: float | None = None) -> tuple[Step, ...]:
    """The prediction ends only when the fault has struck: it certainly lay in the way."""
    return (
        Eachlabs(kind=kind, times=times, amount=amount),
        Ask(slow=True),
        UntilStruck(kind=kind, times=times),
        Finish(),
    )


def _clip_later(
    fault: FaultKind, *steps: Step, what: str = "", told_first: str = "", sent: int = 1
) -> FaultRow:
    return FaultRow(
        fault=fault,
        what=what,
        steps=steps,
        sent=sent,
        delivery=_FILE,
        later=True,
        told_first=told_first,
    )


def _no_clip(
    fault: FaultKind, *steps: Step, reason: Reason, charged: Charge, what: str = ""
) -> FaultRow:
    """Failed. What was never created costs nothing; what cannot be used was paid for."""
    return FaultRow(
        fault=fault,
        what=what,
        steps=steps or _at_once(fault),
        status=_S.FAILED,
        reason=reason,
        charged=charged,
        created=0 if fault.startswith("create_") else 1,
    )


def _never_known(fault: FaultKind, *steps: Step, what: str = "", created: int = 0) -> FaultRow:
    return FaultRow(
        fault=fault,
        what=what,
        steps=steps,
        status=_S.UNKNOWN,
        reason=Reason.CREATE_OUTCOME_UNKNOWN,
        created=created,
        charged=Charge.NOT_KNOWN,
    )


_ACCOUNT: Final = (
    _clip_later(
        _K.AWAY,
        Eachlabs(kind=_K.AWAY),
        Ask(),
        UntilPutOff(),
        Mend(),
        _GATE_OPENS,
        what="when the clip is asked for",
    ),
    _clip_later(
        _K.AWAY,
        Ask(slow=True),
        Until(status=_S.RUNNING),
        Eachlabs(kind=_K.AWAY),
        Pass(while_in=_S.RUNNING, stride_s=60, at_most=5),
        Mend(),
        Finish(),
        what="while the clip is made",
    ),
    _clip_later(
        _K.KEY_REFUSED,
        Eachlabs(kind=_K.KEY_REFUSED),
        Ask(),
        UntilPutOff(),
        Mend(),
        _GATE_OPENS,
        what="until the operator mends it",
        sent=2,
    ),
    _clip_later(
        _K.BALANCE_UNAVAILABLE,
        Eachlabs(kind=_K.BALANCE_UNAVAILABLE, times=1),
        Eachlabs(kind=_K.CREATE_NO_BALANCE, times=1),
        Ask(),
        UntilPutOff(),
        _GATE_OPENS,
        what="once, while there is no balance",
        sent=2,
    ),
)

_CREATE: Final = (
    _clip_later(
        _K.CREATE_NO_BALANCE,
        *_at_once(_K.CREATE_NO_BALANCE),
        UntilPutOff(),
        _GATE_OPENS,
        what="until it is topped up",
        sent=2,
    ),
    _clip_later(
        _K.CREATE_TOO_MANY,
        *_at_once(_K.CREATE_TOO_MANY),
        UntilPutOff(),
        _GATE_OPENS,
        what="once",
        sent=2,
    ),
    _no_clip(_K.CREATE_REFUSED, reason=Reason.INVALID_INPUT, charged=Charge.NOTHING),
    _no_clip(_K.CREATE_EMPTY_ERROR, reason=Reason.CREATE_REJECTED, charged=Charge.NOTHING),
    _never_known(_K.CREATE_ERROR_BEFORE, *_at_once(_K.CREATE_ERROR_BEFORE), _LOOKED_UP),
    _clip_later(_K.CREATE_ERROR_AFTER, *_at_once(_K.CREATE_ERROR_AFTER), _LOOKED_UP),
    _never_known(_K.CREATE_CUT_BEFORE, *_at_once(_K.CREATE_CUT_BEFORE), _LOOKED_UP),
    _clip_later(_K.CREATE_CUT_AFTER, *_at_once(_K.CREATE_CUT_AFTER), _LOOKED_UP),
    _clip_later(
        _K.CREATE_HANGS,
        *_at_once(_K.CREATE_HANGS, amount=0.3),
        UntilStruck(kind=_K.CREATE_HANGS),
        _LOOKED_UP,
    ),
    _clip_later(_K.CREATE_NONSENSE, *_at_once(_K.CREATE_NONSENSE), _LOOKED_UP),
    _clip_later(
        _K.LIST_ERROR,
        Eachlabs(kind=_K.LIST_ERROR, times=2),
        *_at_once(_K.CREATE_CUT_AFTER),
        _LOOKED_UP,
        what="twice, when a create was cut off",
    ),
    _never_known(
        _K.LIST_ERROR,
        Eachlabs(kind=_K.LIST_ERROR),
        *_at_once(_K.CREATE_CUT_AFTER),
        _LOOKED_UP,
        what="for minutes, when a create was cut off",
        created=1,
    ),
    _clip_later(
        _K.LIST_ERROR,
        Eachlabs(kind=_K.LIST_ERROR),
        *_at_once(_K.CREATE_CUT_AFTER),
        _LOOKED_UP,
        Until(status=_S.UNKNOWN),
        Mend(),
        Pass(while_in=_S.UNKNOWN, stride_s=100),
        what="mended within a day, when a create was cut off",
        told_first="end-unknown",
    ),
)

_GENERATION: Final = (
    _no_clip(_K.PROMPT_REJECTED, reason=Reason.PROVIDER_REJECTED, charged=Charge.NOTHING),
    _no_clip(_K.PROVIDER_ERROR, reason=Reason.PROVIDER_ERROR, charged=Charge.NOTHING),
    FaultRow(
        fault=_K.STUCK,
        steps=(*_at_once(_K.STUCK), Until(status=_S.RUNNING), _DEADLINE_PASSES, UntilCosted()),
        status=_S.EXPIRED,
        reason=Reason.DEADLINE_PASSED,
        charged=Charge.NOTHING,
        charge_told="cost-perhaps",
    ),
    FaultRow(
        fault=_K.POLL_SLOW,
        steps=_while_running(_K.POLL_SLOW, times=1, amount=0.3),
        delivery=_FILE,
        later=True,
    ),
    *(
        _clip_later(kind, *_while_running(kind, times=2), what="twice")
        for kind in (
            _K.POLL_ERROR,
            _K.POLL_EMPTY_ERROR,
            _K.POLL_CUT,
            _K.POLL_HTML,
            _K.POLL_WRONG_SHAPE,
            _K.POLL_UNKNOWN_STATUS,
            _K.POLL_NOT_FOUND,
        )
    ),
    _clip_later(
        _K.POLL_ERROR,
        Eachlabs(kind=_K.POLL_ERROR),
        Ask(),
        UntilStruck(kind=_K.POLL_ERROR, times=3),
        Pass(while_in=_S.RUNNING, stride_s=900, at_most=6),
        Mend(),
        Pass(while_in=_S.RUNNING, stride_s=30),
        what="past the deadline, then mended",
    ),
    FaultRow(
        fault=_K.POLL_NOT_FOUND,
        what="to the deadline and beyond",
        steps=(
            Eachlabs(kind=_K.POLL_NOT_FOUND),
            Ask(),
            UntilStruck(kind=_K.POLL_NOT_FOUND, times=3),
            _DEADLINE_PASSES,
        ),
        status=_S.EXPIRED,
        reason=Reason.DEADLINE_PASSED,
        charged=Charge.NOT_KNOWN,
    ),
    _clip_later(
        _K.POLL_NOT_FOUND,
        Eachlabs(kind=_K.POLL_NOT_FOUND),
        Ask(),
        UntilStruck(kind=_K.POLL_NOT_FOUND, times=3),
        _DEADLINE_PASSES,
        Until(status=_S.EXPIRED),
        Mend(),
        Pass(while_in=_S.EXPIRED, stride_s=60),
        what="past the deadline, then mended",
        told_first="end-deadline-passed",
    ),
    FaultRow(
        fault=_K.CANCEL_ERROR,
        what="once, after the member pressed Cancel",
        steps=(
            Eachlabs(kind=_K.CANCEL_ERROR, times=1),
            Ask(slow=True),
            Until(status=_S.RUNNING),
            Cancel(),
            UntilStruck(kind=_K.CANCEL_ERROR),
            Pass(while_in=_S.RUNNING, stride_s=5),
        ),
        status=_S.CANCELLED,
        reason=Reason.CANCELLED_BY_MEMBER,
        charged=Charge.NOTHING,
        reads=Reads.CARD,
    ),
    FaultRow(
        fault=_K.CANCEL_ERROR,
        what="for minutes, after the member pressed Cancel",
        steps=(
            Eachlabs(kind=_K.CANCEL_ERROR),
            Ask(slow=True),
            Until(status=_S.RUNNING),
            Cancel(),
            UntilStruck(kind=_K.CANCEL_ERROR),
            Pass(while_in=_S.RUNNING, stride_s=60, at_most=8),
            Finish(),
        ),
        delivery=_FILE,
    ),
    FaultRow(
        fault=_K.CANCEL_IGNORED,
        what="after the member pressed Cancel",
        steps=(
            Eachlabs(kind=_K.CANCEL_IGNORED, times=1),
            Ask(slow=True),
            Until(status=_S.RUNNING),
            Cancel(),
            UntilStruck(kind=_K.CANCEL_IGNORED),
            Finish(),
        ),
        delivery=_FILE,
    ),
    FaultRow(
        fault=_K.WEBHOOK_LOST,
        steps=_at_once(_K.WEBHOOK_LOST),
        bench=Bench.WIRE_WEBHOOKS,
        delivery=_FILE,
    ),
)

_OUTPUT: Final = (
    _no_clip(_K.OUTPUT_MISSING, reason=Reason.OUTPUT_MISSING, charged=Charge.PRICE),
    _no_clip(_K.OUTPUT_EMPTY, reason=Reason.OUTPUT_MISSING, charged=Charge.PRICE),
    *(
        FaultRow(fault=kind, steps=_at_once(kind), delivery=_FILE)
        for kind in (_K.OUTPUT_LIST, _K.OUTPUT_OBJECT, _K.OUTPUT_JSON_TEXT)
    ),
    FaultRow(
        fault=_K.OUTPUT_PRIVATE_ADDRESS,
        steps=_at_once(_K.OUTPUT_PRIVATE_ADDRESS),
        bench=Bench.WIRE_PUBLIC_ONLY,
        status=_S.FAILED,
        reason=Reason.OUTPUT_ADDRESS_FORBIDDEN,
    ),
    _no_clip(
        _K.OUTPUT_NO_SUCH_HOST,
        *_at_once(_K.OUTPUT_NO_SUCH_HOST),
        _A_DAY_OF_TRIES,
        reason=Reason.OUTPUT_UNREACHABLE,
        charged=Charge.PRICE,
        what="for a day",
    ),
    _no_clip(_K.FILE_NOT_MP4, reason=Reason.OUTPUT_NOT_MP4, charged=Charge.PRICE),
    _no_clip(
        _K.FILE_CUT_SHORT,
        *_at_once(_K.FILE_CUT_SHORT),
        _A_DAY_OF_TRIES,
        reason=Reason.OUTPUT_CUT_SHORT,
        charged=Charge.PRICE,
        what="for a day",
    ),
    _clip_later(_K.FILE_LATE, *_at_once(_K.FILE_LATE, amount=2), _FETCHED_AGAIN, what="twice"),
    _no_clip(
        _K.FILE_GONE,
        *_at_once(_K.FILE_GONE),
        _A_DAY_OF_TRIES,
        reason=Reason.OUTPUT_UNREACHABLE,
        charged=Charge.PRICE,
        what="for a day",
    ),
    FaultRow(
        fault=_K.FILE_HUGE,
        what="too large for Discord",
        steps=_at_once(_K.FILE_HUGE, amount=12),
        delivery=DeliveryWay.LINK,
    ),
    FaultRow(
        fault=_K.FILE_HUGE,
        what="larger than the bot fetches",
        steps=_at_once(_K.FILE_HUGE, amount=501),
        delivery=DeliveryWay.LINK,
    ),
    FaultRow(
        fault=_K.FILE_REDIRECTED,
        what="twice",
        steps=_at_once(_K.FILE_REDIRECTED, amount=2),
        delivery=_FILE,
    ),
    _no_clip(
        _K.FILE_REDIRECTED,
        *_at_once(_K.FILE_REDIRECTED, amount=4),
        _A_DAY_OF_TRIES,
        reason=Reason.OUTPUT_UNREACHABLE,
        charged=Charge.PRICE,
        what="more than three times",
    ),
    _clip_later(_K.FILE_SLOW, *_at_once(_K.FILE_SLOW, amount=0.3)),
)

EACHLABS_ROWS: Final = (*_ACCOUNT, *_CREATE, *_GENERATION, *_OUTPUT)
