"""Buttons that stand wherever moderators are told of an attempt: its case, and its deletion."""

from typing import Any, ClassVar, Final

import discord

from cogs.case_desk import CaseDesk
from cogs.job_button import JobButton, button_template
from cogs.lasting import moderator_of

CASE_LABEL_KEY: Final = "button-case"
MOD_DELETE_LABEL_KEY: Final = "button-mod-delete"


class CaseButton(JobButton, template=button_template("case")):
    """Moderators' only."""

    desk: ClassVar[CaseDesk]
    verb = "case"

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        moderator_of(interaction)
        await self.desk.open(interaction, self.job_id)


class ModDeleteButton(JobButton, template=button_template("mod-delete")):
    """Moderators' only. It need not stand under the clip: the row says where that is."""

    desk: ClassVar[CaseDesk]
    verb = "mod-delete"

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        moderator = moderator_of(interaction)
        stood = await self.desk.change(
            interaction, self.desk.results.delete_from_afar(self.job_id, moderator=moderator)
        )
        news = "mod-delete-done" if stood else "mod-delete-gone"
        await self.desk.tell(interaction, self.job_id, news, by=moderator)
