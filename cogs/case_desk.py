"""Shows cases to moderators: anew for who asks, in place for who has just changed one."""

import io
from collections.abc import Coroutine
from typing import Any, Protocol, TypeVar

import discord

from bot.domain.cases import Case
from bot.domain.ids import JobId
from bot.messaging.catalogue import Catalogue
from bot.messaging.replies import Replies
from bot.messaging.usage_case import RenderedCase, case_file_name, render_case
from bot.services.cases import CaseService
from bot.services.people import Presser
from bot.services.results import ResultService
from cogs.lasting import presser_of

T = TypeVar("T")


class CaseViews(Protocol):
    """The buttons under a case."""

    def case(self, case: Case, *, locale: str) -> discord.ui.View: ...


class CaseDesk:
    """What the buttons about a case need. Who may press is asked at every press, by each."""

    def __init__(
        self,
        *,
        cases: CaseService,
        results: ResultService,
        views: CaseViews,
        catalogue: Catalogue,
        replies: Replies,
    ) -> None:
        self.cases = cases
        self.results = results
        self.catalogue = catalogue
        self.replies = replies
        self._views = views

    async def open(self, interaction: discord.Interaction[Any], job_id: JobId) -> None:
        """Show the case to who asks, and to nobody else."""
        guild_id = presser_of(interaction).guild_id
        await self._open(interaction, self.cases.case(job_id, guild_id=guild_id))

    async def open_named(self, interaction: discord.Interaction[Any], typed: str) -> None:
        guild_id = presser_of(interaction).guild_id
        await self._open(interaction, self.cases.named(typed, guild_id=guild_id))

    async def change(
        self, interaction: discord.Interaction[Any], work: Coroutine[Any, Any, T]
    ) -> T:
        """Carry out what was pressed, and keep Discord waiting in the way that `tell` goes on."""
        return await self.replies.while_waiting(
            interaction, work, in_place=_stands_in_case(interaction)
        )

    async def tell(
        self, interaction: discord.Interaction[Any], job_id: JobId, key: str, *, by: Presser
    ) -> None:
        """Say what was done: on the case as it is now, or by itself where others read along."""
        if not _stands_in_case(interaction):
            await self.replies.say(interaction, key)
            return
        case = await self.cases.case(job_id, guild_id=by.guild_id)
        locale = interaction.locale.value
        news = self.catalogue.text(locale, key)
        rendered = render_case(self.catalogue, locale, case, news=news)
        await self.replies.put_in_place(
            interaction,
            rendered.content,
            about=key,
            view=self._views.case(case, locale=locale),
            file=_file(rendered, job_id),
        )

    async def _open(
        self, interaction: discord.Interaction[Any], finding: Coroutine[Any, Any, Case]
    ) -> None:
        case = await self.replies.while_waiting(interaction, finding, in_place=False)
        locale = interaction.locale.value
        rendered = render_case(self.catalogue, locale, case)
        await self.replies.show(
            interaction,
            rendered.content,
            about="case",
            view=self._views.case(case, locale=locale),
            file=_file(rendered, case.job.id),
        )


def _stands_in_case(interaction: discord.Interaction[Any]) -> bool:
    """Of the messages with these buttons, only a case itself is for one reader."""
    return interaction.message is not None and interaction.message.flags.ephemeral


def _file(rendered: RenderedCase, job_id: JobId) -> discord.File | None:
    if rendered.file is None:
        return None
    text = rendered.file.encode("utf-8", "replace")
    return discord.File(io.BytesIO(text), filename=case_file_name(job_id))
