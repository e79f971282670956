"""How people are called, for choices: Discord shows mentions there as they are written."""

import asyncio
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import Any, Final

import discord
import structlog

from bot.domain.errors import MessengerError, WayClosedError
from bot.domain.ids import UserId
from bot.messaging.discord_errors import discord_call

log = structlog.get_logger(__name__)

KEPT_NAMES: Final = 1000
# Somebody is typing: the next key asks about the rest.
ASKED_AT_ONCE: Final = 5
ASK_WITHIN_S: Final = 1.0


class MemberNames:
    """Without the members' intent the bot knows nobody by name until it has asked."""

    def __init__(self) -> None:
        self._names: OrderedDict[UserId, str] = OrderedDict()

    def note(self, user: discord.abc.User) -> None:
        self._keep(UserId(user.id), user.display_name)

    async def of(
        self, interaction: discord.Interaction[Any], user_ids: Sequence[UserId]
    ) -> Mapping[UserId, str]:
        """Name those whose names can be had in time."""
        unknown = [user_id for user_id in user_ids if user_id not in self._names]
        if unknown:
            asking = (self._ask(interaction, user_id) for user_id in unknown[:ASKED_AT_ONCE])
            await asyncio.gather(*asking)
        return {each: name for each in user_ids if (name := self._names.get(each))}

    async def _ask(self, interaction: discord.Interaction[Any], user_id: UserId) -> None:
        try:
            async with discord_call(timeout_s=ASK_WITHIN_S):
                self.note(await interaction.client.fetch_user(user_id))
        except WayClosedError:
            # An account that is gone: asked about again and again, it would keep others unnamed.
            self._keep(user_id, "")
        except MessengerError as error:
            log.info("name_not_known", user_id=user_id, cause=str(error))

    def _keep(self, user_id: UserId, name: str) -> None:
        self._names[user_id] = name
        self._names.move_to_end(user_id)
        while len(self._names) > KEPT_NAMES:
            self._names.popitem(last=False)
