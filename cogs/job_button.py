"""What all buttons about one job share: the id in their id, and an answer to every press."""

import re
import types
from abc import ABC, abstractmethod
from typing import Any, ClassVar, Protocol, Self

import discord

from bot.client import ShowreelBot
from bot.domain.errors import ShowreelError
from bot.domain.ids import GuildId, JobId, UserId
from bot.messaging.replies import Replies
from bot.services.people import Presser


class Desk(Protocol):
    """What a pressed button needs, whatever it does; each kind knows more of its own."""

    @property
    def replies(self) -> Replies: ...


def button_template(verb: str) -> re.Pattern[str]:
    return re.compile(rf"showreel:{verb}:(?P<job_id>[0-9]{{1,18}})")


class JobButton(
    discord.ui.DynamicItem[discord.ui.Button[Any]], ABC, template=button_template("[a-z]+")
):
    """A button about one job. Its class knows the desk, since Discord makes the instances."""

    desk: ClassVar[Desk]
    verb: ClassVar[str]

    def __init__(self, job_id: JobId, *, label: str | None) -> None:
        super().__init__(
            discord.ui.Button(
                label=label,
                style=discord.ButtonStyle.secondary,
                custom_id=self.custom_id_for(job_id),
            )
        )
        self.job_id = job_id

    @classmethod
    def custom_id_for(cls, job_id: JobId) -> str:
        return f"showreel:{cls.verb}:{job_id}"

    @classmethod
    def for_one_bot(cls) -> type[Self]:
        """Make a class of one bot's own; no state is shared between two in one process."""
        return types.new_class(cls.__name__, (cls,), {"template": button_template(cls.verb)})

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],  # noqa: ARG003 -- Discord's library hands it over
        item: discord.ui.Item[Any],
        match: re.Match[str],
        /,
    ) -> Self:
        label = item.label if isinstance(item, discord.ui.Button) else None
        return cls(JobId(int(match["job_id"])), label=label)

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        bot: ShowreelBot = interaction.client
        return await bot.may_answer(interaction)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        try:
            await self.press(interaction)
        except Exception as error:  # noqa: BLE001 -- the edge: no error may pass unanswered
            await self.desk.replies.report(interaction, error)

    @abstractmethod
    async def press(self, interaction: discord.Interaction[Any]) -> None:
        """Do what the button says."""


def presser_of(interaction: discord.Interaction[Any]) -> Presser:
    """Say who pressed or submitted, and where; raises ShowreelError outside of servers."""
    if interaction.guild_id is None:
        raise ShowreelError("servers-only")
    return Presser(
        user_id=UserId(interaction.user.id),
        guild_id=GuildId(interaction.guild_id),
        may_manage_messages=interaction.permissions.manage_messages,
    )
