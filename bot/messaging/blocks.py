"""Blocks, as moderators read them. Pure text."""

from typing import Final

from bot.domain.blocks import Block, BlockDone, BlockPage, NewBlock
from bot.domain.ids import UserId
from bot.messaging.catalogue import Catalogue
from bot.messaging.choice_labels import label_of
from bot.messaging.plain_text import excerpt

LENGTH_MAX_CHARS: Final = 60
BLOCKS_ON_PAGE: Final = 10
# Ten of them fit a message, however many of their characters are escaped.
_LISTED_REASON_MAX_CHARS: Final = 45


def mention(user_id: UserId) -> str:
    """Shown as the member's name, also of one who left; nobody is pinged by it."""
    return f"<@{user_id}>"


def render_done(catalogue: Catalogue, locale: str, done: BlockDone) -> str:
    """Say what holds now, what it replaces, and what became of what waited."""
    lines = [_holds(catalogue, locale, done.block)]
    if done.replaced is not None:
        lines.append(catalogue.text(locale, "block-replaced"))
    if done.cancelled is None:
        lines.append(catalogue.text(locale, "block-cancels-later"))
    else:
        lines.append(catalogue.text(locale, "block-cancelled", count=done.cancelled))
    return "\n".join(lines)


def render_page(catalogue: Catalogue, locale: str, page: BlockPage, *, number: int) -> str:
    if not page.count:
        return catalogue.text(locale, "blocks-none")
    pages = -(-page.count // BLOCKS_ON_PAGE)
    heading = catalogue.text(
        locale, "blocks-heading", count=page.count, number=number + 1, pages=pages
    )
    return "\n".join([heading, *(_line(catalogue, locale, block) for block in page.blocks)])


def block_label(block: Block, *, name: str | None) -> str:
    """Name a block among the choices to lift one."""
    return label_of(" · ".join(filter(None, (name, str(block.user_id), block.reason))))


def _holds(catalogue: Catalogue, locale: str, block: NewBlock) -> str:
    member, reason = mention(block.user_id), block.reason
    if block.expires_at is None:
        return catalogue.text(locale, "block-done", member=member, text=reason)
    return catalogue.text(
        locale, "block-done-until", member=member, text=reason, until=block.expires_at
    )


def _line(catalogue: Catalogue, locale: str, block: Block) -> str:
    member, by = mention(block.user_id), mention(block.created_by)
    text = excerpt(block.reason, _LISTED_REASON_MAX_CHARS)
    reason = f" ({text})" if text else ""
    if block.expires_at is None:
        return catalogue.text(locale, "blocks-line", member=member, by=by, reason=reason)
    return catalogue.text(
        locale, "blocks-line-until", member=member, by=by, reason=reason, until=block.expires_at
    )
