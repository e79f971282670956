"""Delete, Block and Dismiss under the card of a report, for moderators alone."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

import discord

from bot.domain.errors import StorageUnavailableError
from bot.domain.ids import JobId, ReportId
from bot.messaging.replies import Replies
from bot.services.report_decisions import ReportDecisions
from cogs.lasting import LastingButton, moderator_of

DISMISS_LABEL_KEY: Final = "button-dismiss"
# A form must be the first answer, and Discord waits three seconds for that.
LOOK_WITHIN_S: Final = 1.0


@dataclass(frozen=True, kw_only=True, slots=True)
class DecisionDesk:
    """What a pressed button needs."""

    decisions: ReportDecisions
    ask_to_block: Callable[[discord.Interaction[Any], JobId], Awaitable[None]]
    replies: Replies


def _template(verb: str) -> re.Pattern[str]:
    return re.compile(rf"showreel:report-{verb}:(?P<report_id>[0-9]{{1,18}})")


class DecisionButton(LastingButton, template=_template("[a-z]+")):
    """A button about one report."""

    desk: ClassVar[DecisionDesk]
    verb: ClassVar[str]

    def __init__(self, report_id: ReportId, *, label: str | None) -> None:
        super().__init__(f"showreel:report-{self.verb}:{report_id}", label=label)
        self.report_id = report_id

    @classmethod
    def matched(cls, match: re.Match[str], *, label: str | None) -> Self:
        return cls(ReportId(int(match["report_id"])), label=label)


class DeleteReportedButton(DecisionButton, template=_template("delete")):
    """Takes the clip away."""

    verb = "delete"

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        moderator = moderator_of(interaction)
        await self.desk.replies.while_waiting(
            interaction,
            self.desk.decisions.delete(self.report_id, moderator=moderator),
            in_place=False,
        )
        await self.desk.replies.say(interaction, "reported-done-deleted")


class BlockReportedButton(DecisionButton, template=_template("block")):
    """Opens the form that blocks; the report is decided when that is sent."""

    verb = "block"

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        moderator = moderator_of(interaction)
        try:
            async with asyncio.timeout(LOOK_WITHIN_S):
                job_id = await self.desk.decisions.about(self.report_id, moderator=moderator)
        except TimeoutError:
            raise StorageUnavailableError("no answer in time for a form") from None
        await self.desk.ask_to_block(interaction, job_id)


class DismissReportButton(DecisionButton, template=_template("dismiss")):
    """Nothing is wrong with it."""

    verb = "dismiss"

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        moderator = moderator_of(interaction)
        await self.desk.replies.while_waiting(
            interaction,
            self.desk.decisions.dismiss(self.report_id, moderator=moderator),
            in_place=False,
        )
        await self.desk.replies.say(interaction, "reported-done-dismissed")
