"""What all buttons about one job share: the job's id in their own."""

import re
from abc import ABC
from typing import Any, ClassVar, Self

import discord

from bot.domain.ids import JobId
from cogs.lasting import Lasting


def button_template(verb: str) -> re.Pattern[str]:
    return re.compile(rf"showreel:{verb}:(?P<job_id>[0-9]{{1,18}})")


class JobButton(
    Lasting, discord.ui.DynamicItem[discord.ui.Button[Any]], ABC, template=button_template("[a-z]+")
):
    """A button about one job."""

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
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],  # noqa: ARG003 -- Discord's library hands it over
        item: discord.ui.Item[Any],
        match: re.Match[str],
        /,
    ) -> Self:
        label = item.label if isinstance(item, discord.ui.Button) else None
        return cls(JobId(int(match["job_id"])), label=label)
