"""The Block button of moderators, and the form that it opens about a request's member."""

import asyncio
import re
from typing import Any, ClassVar, Final

import discord
import structlog

from bot.domain.blocks import REASON_MAX_CHARS, BlockDone
from bot.domain.ids import JobId, UserId
from bot.messaging.blocks import LENGTH_MAX_CHARS, mention, render_done
from bot.messaging.catalogue import Catalogue
from bot.messaging.form_fields import Fields
from bot.messaging.replies import Replies
from bot.services.blocks import BlockService, BlockWish
from bot.services.people import Presser
from cogs.job_button import JobButton, button_template
from cogs.lasting import moderator_of
from cogs.modals import ModalKind, open_modal

log = structlog.get_logger(__name__)

BLOCK_LABEL_KEY: Final = "button-block"
# A form must be the first answer, and Discord waits three seconds for that.
LOOK_WITHIN_S: Final = 1.0

_LENGTH_FIELD: Final = "duration"
_REASON_FIELD: Final = "reason"
_MODAL_TEMPLATE: Final = re.compile(r"showreel:block-form:(?P<job_id>[0-9]{1,18})")


class BlockDesk:
    """Asks for how long and why, and blocks."""

    def __init__(self, *, blocks: BlockService, catalogue: Catalogue, replies: Replies) -> None:
        self._blocks = blocks
        self._catalogue = catalogue
        self.replies = replies

    @property
    def modal_kind(self) -> ModalKind:
        return ModalKind(template=_MODAL_TEMPLATE, submitted=self.take)

    async def ask(self, interaction: discord.Interaction[Any], job_id: JobId) -> None:
        """Open the form. Whoever is no moderator here is told so."""
        user_id = await self._member_in_time(job_id, moderator_of(interaction))
        modal = self._modal(job_id, user_id, locale=interaction.locale.value)
        await open_modal(interaction, modal, replies=self.replies)

    async def take(
        self, interaction: discord.Interaction[Any], match: re.Match[str], fields: Fields
    ) -> None:
        """Block: hours may have passed since the form was opened, so all is looked at anew."""
        done = await self.replies.while_waiting(
            interaction,
            self._block(JobId(int(match["job_id"])), moderator_of(interaction), fields),
            in_place=False,
        )
        content = render_done(self._catalogue, interaction.locale.value, done)
        await self.replies.show(interaction, content, about="block")

    async def _block(self, job_id: JobId, moderator: Presser, fields: Fields) -> BlockDone:
        wish = BlockWish(
            user_id=await self._blocks.requester(job_id, presser=moderator),
            guild_id=moderator.guild_id,
            by=moderator.user_id,
            length=fields.text(_LENGTH_FIELD),
            reason=fields.text(_REASON_FIELD),
            about=job_id,
        )
        return await self._blocks.block(wish)

    async def _member_in_time(self, job_id: JobId, moderator: Presser) -> UserId | None:
        """A slow log must not keep the form closed: blocking asks everything again."""
        try:
            async with asyncio.timeout(LOOK_WITHIN_S):
                return await self._blocks.requester(job_id, presser=moderator)
        except TimeoutError:
            log.info("block_form_opened_unseen", job_id=job_id)
            return None

    def _modal(self, job_id: JobId, user_id: UserId | None, *, locale: str) -> discord.ui.Modal:
        def say(key: str) -> str:
            return self._catalogue.text(locale, key)

        modal = discord.ui.Modal(
            title=say("block-form-title"), custom_id=f"showreel:block-form:{job_id}"
        )
        if user_id is not None:
            who = self._catalogue.text(locale, "block-about", member=mention(user_id))
            modal.add_item(discord.ui.TextDisplay(who))
        length: discord.ui.TextInput[discord.ui.Modal] = discord.ui.TextInput(
            custom_id=_LENGTH_FIELD, max_length=LENGTH_MAX_CHARS, required=False
        )
        reason: discord.ui.TextInput[discord.ui.Modal] = discord.ui.TextInput(
            custom_id=_REASON_FIELD,
            style=discord.TextStyle.paragraph,
            max_length=REASON_MAX_CHARS,
            required=False,
        )
        modal.add_item(
            discord.ui.Label(
                text=say("block-form-length"),
                description=say("block-form-length-note"),
                component=length,
            )
        )
        modal.add_item(
            discord.ui.Label(
                text=say("block-form-reason"),
                description=say("block-form-reason-note"),
                component=reason,
            )
        )
        return modal


class BlockButton(JobButton, template=button_template("block")):
    """Moderators' only: it is about whoever asked for the job."""

    desk: ClassVar[BlockDesk]
    verb = "block"

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await self.desk.ask(interaction, self.job_id)
