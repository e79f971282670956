"""The fault table as docs/architecture.md shows it.

`python -m tests.wire.showreel.fault_table_page` prints it.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from bot.domain.job import DeliveryWay
from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue
from sandbox.discord.faults import FaultName
from sandbox.eachlabs.faults import FAULTS, FaultKind
from tests.wire.showreel.fault_table import ROWS
from tests.wire.showreel.fault_table_row import FaultRow, Reads
from tests.wire.showreel.fault_table_steps import WorldEvent

ARCHITECTURE: Final = Path(__file__).parents[3] / "docs" / "architecture.md"
BEGIN: Final = "<!-- fault table: begin -->"
END: Final = "<!-- fault table: end -->"
_HEADER: Final = (
    "fault",
    "ends as",
    "creates: arrived, carried out",
    "charged",
    "the member reads",
    "what they can do next",
    "log row: `status` · `reason` · `cost_usd` · `delivery`",
)
_EVENTS: Final = {
    WorldEvent.CHANNEL_DELETED: "Discord: the channel is deleted",
    WorldEvent.MAY_NOT_ATTACH: "Discord: the bot may not attach files in the channel",
    WorldEvent.MAY_NOT_SEND: "Discord: the bot may not write in the channel",
    WorldEvent.MEMBER_LEFT: "Discord: the member has left the server",
    WorldEvent.BOT_REMOVED: "Discord: the bot is removed from the server",
    WorldEvent.DIRECT_MESSAGES_CLOSED: "Discord: the member takes no direct messages",
}
_DISCORD: Final = {
    FaultName.SERVER_ERROR: "Discord: server error",
    FaultName.RATE_LIMIT: "Discord: too many requests",
    FaultName.SLOW_REQUEST: "Discord: a request arrives late",
    FaultName.SLOW_ANSWER: "Discord: carried out, answered late",
    FaultName.REFUSE_ATTACHMENTS: "Discord: the file is too large for it",
    FaultName.REFUSE_MESSAGES: "Discord: new messages are ill-formed for it",
    FaultName.LOSE_CALLBACK_ANSWER: "Discord: the card stands, but its confirmation is lost",
    FaultName.LOSE_ANSWER: "Discord: the message stands, but its confirmation is lost",
    FaultName.DEAD_INTERACTION_TOKEN: "Discord: the interaction's token is dead",
    FaultName.CLOSED_DIRECT_MESSAGES: "Discord: nobody takes direct messages",
    FaultName.CUT_GATEWAY: "Discord: the gateway is cut",
}
_CLIPS: Final = {
    DeliveryWay.ATTACHMENT: "the clip",
    DeliveryWay.LINK: "a link to the clip",
    DeliveryWay.DIRECT_MESSAGE: "the clip, by direct message",
}
NOTHING_TO_DO: Final = "nothing: the clip is there"
FOLLOW_IT: Final = "follow the link within a day"


def render_table(rows: Iterable[FaultRow], catalogue: Catalogue) -> str:
    """The Markdown table, without a last newline."""
    lines = [_line(_HEADER), _line(["---"] * len(_HEADER))]
    lines += [_line(_cells(row, catalogue)) for row in rows]
    return "\n".join(lines)


def fault_title(fault: FaultKind | FaultName | WorldEvent) -> str:
    if isinstance(fault, FaultKind):
        return FAULTS[fault].title
    return _DISCORD[fault] if isinstance(fault, FaultName) else _EVENTS[fault]


def standing_table(document: str) -> str:
    """What stands in the document between the two comments."""
    return document.partition(BEGIN)[2].partition(END)[0].strip()


def _cells(row: FaultRow, catalogue: Catalogue) -> Iterable[str]:
    title = f"{fault_title(row.fault)}; {row.what}" if row.what else fault_title(row.fault)
    return (
        f"{title} (`{row.fault}`)",
        f"`{row.status}`",
        f"{row.sent}, {row.created}",
        row.charged.value,
        _told(row, catalogue),
        _next(row, catalogue),
        _logged(row),
    )


def _told(row: FaultRow, catalogue: Catalogue) -> str:
    if row.told:
        return row.told
    if row.delivery is not None:
        clip = f"{_CLIPS[row.delivery]}, later" if row.later else _CLIPS[row.delivery]
        return f"first “{_said(catalogue, row.told_first)}”; {clip}" if row.told_first else clip
    told = f"“{_said(catalogue, row.sentence)} {_said(catalogue, row.told_cost_sentence)}”"
    if row.charge_told:
        return f"{told}; in the end, the card: “{_said(catalogue, row.cost_sentence)}”"
    if row.reads is Reads.OWN_LIST:
        return f"in `/videos list`: “{_said(catalogue, 'own-kept-note')}”"
    return told


def _next(row: FaultRow, catalogue: Catalogue) -> str:
    if row.may_do:
        return row.may_do
    if row.delivery is not None:
        return FOLLOW_IT if row.delivery is DeliveryWay.LINK else NOTHING_TO_DO
    return f"“{_said(catalogue, f'{row.sentence}.next')}”"


def _logged(row: FaultRow) -> str:
    cells = (row.status.value, row.reason, row.logged_cost_usd, row.delivery or "")
    return " · ".join(f"`{cell}`" if cell else "empty" for cell in cells)


def _said(catalogue: Catalogue, key: str) -> str:
    return catalogue.text(FALLBACK_LOCALE, key)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


if __name__ == "__main__":
    print(render_table(ROWS, Catalogue.load()))  # noqa: T201 - what the command is for
