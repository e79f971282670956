"""The points of a job's life at which the process is killed."""

from enum import StrEnum


class Point(StrEnum):
    """Each by what has happened and what has not."""

    STARTING = "while it starts"
    ANY_TIME = "at any time, several jobs on their way"
    CARD_STANDS = "card stands, its answer has not left"
    CARD_ANSWERED = "card answered, not yet confirmed"
    BEFORE_CREATE = "claimed, the create has not left"
    CREATE_LOST = "create sent, never carried out"
    CREATE_LATE = "create sent, carried out after the death"
    CREATE_CARRIED_OUT = "create carried out, its answer has not left"
    CREATE_ANSWERED = "create answered, the id not yet stored"
    FINDING_AGAIN = "while a create is looked for in the list"
    POLLING = "while polling"
    DOWNLOADING = "in mid-download"
    RESULT_SENT = "result stands, its answer has not left"
    RESULT_ANSWERED = "result answered, not yet recorded"
    PRIVATE_RESULT_SENT = "private result sent, not yet recorded"
    TOKEN_RESULT_SENT = "result sent by the interaction, not yet recorded"
    DIRECT_RESULT_SENT = "direct message sent, not yet recorded"
    NOWHERE_TO_SEND = "every way is closed, the clip not yet kept"
    CARD_FOLDING = "while the card folds"
