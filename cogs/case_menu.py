"""A menu of attempts under a message that tells of several: it opens the case of one."""

import re
from collections.abc import Sequence
from typing import Any, ClassVar, Final, Self

import discord

from bot.domain.errors import NotFoundError
from bot.domain.ids import JobId
from cogs.case_desk import CaseDesk
from cogs.lasting import Lasting, moderator_of

CASE_MENU_KEY: Final = "feed-open-case"


class CaseMenu(
    Lasting,
    discord.ui.DynamicItem[discord.ui.Select[Any]],
    template=re.compile(r"showreel:cases"),
):
    """Moderators' only. What can be chosen stands in the message; what is chosen may be forged."""

    desk: ClassVar[CaseDesk]

    def __init__(
        self, labelled: Sequence[tuple[JobId, str]] = (), *, placeholder: str | None = None
    ) -> None:
        super().__init__(
            discord.ui.Select(
                custom_id="showreel:cases",
                placeholder=placeholder,
                options=[
                    discord.SelectOption(label=label, value=str(job_id))
                    for job_id, label in labelled
                ],
            )
        )

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],  # noqa: ARG003 -- Discord's library hands it over
        item: discord.ui.Item[Any],  # noqa: ARG003 -- likewise
        match: re.Match[str],  # noqa: ARG003 -- likewise
        /,
    ) -> Self:
        return cls()

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        moderator_of(interaction)
        await self.desk.open(interaction, _chosen(interaction))


def _chosen(interaction: discord.Interaction[Any]) -> JobId:
    data: Any = interaction.data
    values = data.get("values") if isinstance(data, dict) else None
    value = values[0] if isinstance(values, list) and values else ""
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{1,18}", value):
        raise NotFoundError("job-not-found")
    return JobId(int(value))
