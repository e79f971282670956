"""Hold and Release under a case: whether what it shows outlasts its time."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar, Final

import discord

from bot.domain.cases import HoldOutcome
from cogs.case_desk import CaseDesk
from cogs.job_button import JobButton, button_template
from cogs.lasting import moderator_of

HOLD_LABEL_KEY: Final = "button-hold"
RELEASE_LABEL_KEY: Final = "button-release"

_NEWS: Final[Mapping[HoldOutcome, str]] = MappingProxyType(
    {
        HoldOutcome.HELD: "case-held",
        HoldOutcome.HELD_ALREADY: "case-held-already",
        HoldOutcome.ERASED: "case-nothing-to-hold",
        HoldOutcome.RELEASED: "case-released",
        HoldOutcome.STILL_HELD: "case-released-but-reported",
        HoldOutcome.NOT_HELD: "case-not-held",
    }
)


class HoldButton(JobButton, template=button_template("hold")):
    """Moderators' only."""

    desk: ClassVar[CaseDesk]
    verb = "hold"

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        moderator = moderator_of(interaction)
        outcome = await self.desk.change(
            interaction, self.desk.cases.hold(self.job_id, by=moderator)
        )
        await self.desk.tell(interaction, self.job_id, _NEWS[outcome], by=moderator)


class ReleaseButton(JobButton, template=button_template("release")):
    """Moderators' only. An undecided report goes on holding what it is about."""

    desk: ClassVar[CaseDesk]
    verb = "release"

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        moderator = moderator_of(interaction)
        outcome = await self.desk.change(
            interaction, self.desk.cases.release(self.job_id, by=moderator)
        )
        await self.desk.tell(interaction, self.job_id, _NEWS[outcome], by=moderator)
