"""Rows of the fault table: what Discord, and people there, may do to a finished clip."""

from typing import Final

from bot.domain.job import DeliveryWay, JobStatus
from bot.domain.reasons import Reason
from sandbox.discord.faults import FaultName
from tests.wire.showreel.fault_table_row import Charge, FaultRow, Reads
from tests.wire.showreel.fault_table_steps import (
    Ask,
    Discord,
    Finish,
    Happens,
    Mend,
    Pass,
    Step,
    Until,
    WorldEvent,
)

_S = JobStatus
_FILE: Final = DeliveryWay.ATTACHMENT
_MESSAGES: Final = "/channels/{channel}/messages"
_A_DAY_OF_TRIES: Final = Pass(while_in=_S.DELIVERING, stride_s=3600)


def _delivered(
    fault: FaultName | WorldEvent,
    *steps: Step,
    what: str = "",
    delivery: DeliveryWay = _FILE,
    reads: Reads = Reads.CHANNEL,
    later: bool = False,
    told: str = "",
) -> FaultRow:
    return FaultRow(
        fault=fault,
        what=what,
        steps=steps,
        delivery=delivery,
        reads=reads,
        later=later,
        told=told,
    )


def _kept(
    fault: FaultName | WorldEvent,
    *steps: Step,
    reads: Reads,
    what: str = "",
    told: str = "",
    may_do: str = "",
) -> FaultRow:
    return FaultRow(
        fault=fault,
        what=what,
        steps=steps,
        status=_S.KEPT,
        reason=Reason.NOWHERE_TO_DELIVER,
        reads=reads,
        told=told,
        may_do=may_do,
    )


def _meanwhile(*steps: Step, private: bool = False) -> tuple[Step, ...]:
    """It happens while the clip is made."""
    return (Ask(slow=True, private=private), Until(status=_S.RUNNING), *steps, Finish())


_SENT_AGAIN: Final = Pass(while_in=_S.DELIVERING, stride_s=10)
_DEAD_TOKEN: Final = Discord(name=FaultName.DEAD_INTERACTION_TOKEN, method="*", path="/webhooks/*")

DISCORD_ROWS: Final = (
    _delivered(
        FaultName.SERVER_ERROR,
        *_meanwhile(Discord(name=FaultName.SERVER_ERROR, times=8, path=_MESSAGES)),
        _SENT_AGAIN,
        what="for a while",
        later=True,
    ),
    _kept(
        FaultName.SERVER_ERROR,
        *_meanwhile(Discord(name=FaultName.SERVER_ERROR, path=_MESSAGES)),
        _A_DAY_OF_TRIES,
        Mend(),
        Pass(while_in=_S.KEPT, stride_s=20, at_most=5),
        what="for a day",
        reads=Reads.CHANNEL,
    ),
    _delivered(
        FaultName.RATE_LIMIT,
        *_meanwhile(Discord(name=FaultName.RATE_LIMIT, times=1, path=_MESSAGES, seconds=0.2)),
        what="once",
        later=True,
    ),
    _delivered(
        FaultName.SLOW_REQUEST,
        *_meanwhile(Discord(name=FaultName.SLOW_REQUEST, times=1, path=_MESSAGES, seconds=0.3)),
        what="the clip's",
        later=True,
    ),
    FaultRow(
        fault=FaultName.SLOW_REQUEST,
        what="the card's, after more than three seconds",
        steps=(
            Discord(
                name=FaultName.SLOW_REQUEST, times=1, path="/interactions/*/callback", seconds=3.2
            ),
            Ask(),
            Pass(while_in=_S.QUEUED, stride_s=10),
        ),
        status=_S.CANCELLED,
        reason=Reason.NOT_ACKNOWLEDGED,
        sent=0,
        created=0,
        charged=Charge.NOTHING,
        reads=Reads.NOWHERE,
        told="Discord's own notice that the bot did not answer",
        may_do="ask again",
    ),
    _delivered(
        FaultName.SLOW_ANSWER,
        *_meanwhile(Discord(name=FaultName.SLOW_ANSWER, times=1, path=_MESSAGES, seconds=0.3)),
        what="the clip's",
    ),
    _delivered(
        FaultName.REFUSE_ATTACHMENTS,
        *_meanwhile(Discord(name=FaultName.REFUSE_ATTACHMENTS)),
        delivery=DeliveryWay.LINK,
    ),
    _delivered(
        FaultName.REFUSE_MESSAGES,
        *_meanwhile(Discord(name=FaultName.REFUSE_MESSAGES, path=_MESSAGES)),
    ),
    _delivered(
        FaultName.LOSE_CALLBACK_ANSWER,
        Discord(name=FaultName.LOSE_CALLBACK_ANSWER, times=1),
        Ask(),
        Pass(while_in=_S.QUEUED, stride_s=10),
        later=True,
    ),
    _delivered(
        FaultName.LOSE_ANSWER,
        *_meanwhile(Discord(name=FaultName.LOSE_ANSWER, times=1, path=_MESSAGES)),
        _SENT_AGAIN,
        what="the clip's",
    ),
    _delivered(FaultName.DEAD_INTERACTION_TOKEN, *_meanwhile(_DEAD_TOKEN), what="a public request"),
    _delivered(
        FaultName.DEAD_INTERACTION_TOKEN,
        *_meanwhile(_DEAD_TOKEN, private=True),
        what="a private request",
        delivery=DeliveryWay.DIRECT_MESSAGE,
        reads=Reads.DIRECTLY,
    ),
    _kept(
        FaultName.CLOSED_DIRECT_MESSAGES,
        *_meanwhile(
            _DEAD_TOKEN, Discord(name=FaultName.CLOSED_DIRECT_MESSAGES, method="*"), private=True
        ),
        what="a private request, and the token is dead",
        reads=Reads.OWN_LIST,
    ),
    _delivered(
        WorldEvent.DIRECT_MESSAGES_CLOSED,
        *_meanwhile(Happens(event=WorldEvent.DIRECT_MESSAGES_CLOSED)),
        what="a public request",
    ),
    _delivered(
        WorldEvent.MAY_NOT_ATTACH,
        *_meanwhile(Happens(event=WorldEvent.MAY_NOT_ATTACH)),
        what="the token lives",
    ),
    _delivered(
        WorldEvent.MAY_NOT_ATTACH,
        *_meanwhile(Happens(event=WorldEvent.MAY_NOT_ATTACH), _DEAD_TOKEN),
        what="the token is dead",
        delivery=DeliveryWay.DIRECT_MESSAGE,
        reads=Reads.DIRECTLY,
    ),
    _delivered(
        WorldEvent.MAY_NOT_SEND,
        *_meanwhile(Happens(event=WorldEvent.MAY_NOT_SEND)),
        what="the token lives",
    ),
    _delivered(
        WorldEvent.MAY_NOT_SEND,
        *_meanwhile(Happens(event=WorldEvent.MAY_NOT_SEND), _DEAD_TOKEN),
        what="the token is dead",
        delivery=DeliveryWay.DIRECT_MESSAGE,
        reads=Reads.DIRECTLY,
    ),
    _delivered(
        WorldEvent.CHANNEL_DELETED,
        *_meanwhile(Happens(event=WorldEvent.CHANNEL_DELETED)),
        delivery=DeliveryWay.DIRECT_MESSAGE,
        reads=Reads.DIRECTLY,
    ),
    _kept(
        WorldEvent.CHANNEL_DELETED,
        *_meanwhile(
            Happens(event=WorldEvent.CHANNEL_DELETED),
            Happens(event=WorldEvent.DIRECT_MESSAGES_CLOSED),
        ),
        what="and the member takes no direct messages",
        reads=Reads.OWN_LIST,
    ),
    _delivered(
        FaultName.CUT_GATEWAY,
        *_meanwhile(Discord(name=FaultName.CUT_GATEWAY, times=1)),
    ),
    _delivered(
        WorldEvent.MEMBER_LEFT,
        *_meanwhile(Happens(event=WorldEvent.MEMBER_LEFT)),
        told="nothing; the clip stands in the channel",
    ),
    _kept(
        WorldEvent.BOT_REMOVED,
        *_meanwhile(Happens(event=WorldEvent.BOT_REMOVED)),
        what="and it shares no other with the member",
        reads=Reads.NOWHERE,
        told="nothing: every way is closed",
        may_do="have the bot invited back within `KEPT_DAYS`, then `/videos list`",
    ),
)
