"""The buttons of moderators that stand under cases, lines of the feed and report cards."""

from bot.client import DynamicItemType
from bot.domain.ids import JobId
from bot.messaging.catalogue import Catalogue
from cogs.block_button import BLOCK_LABEL_KEY, BlockButton, BlockDesk


class ModeratorButtons:
    """One bot's own classes of them: each is served by its part, and shown by any."""

    def __init__(self, *, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._block = BlockButton.for_one_bot()

    @property
    def classes(self) -> tuple[DynamicItemType, ...]:
        return (self._block,)

    def serve_block(self, desk: BlockDesk) -> None:
        self._block.desk = desk

    def block(self, job_id: JobId, *, locale: str) -> BlockButton:
        return self._block(job_id, label=self._catalogue.text(locale, BLOCK_LABEL_KEY))
