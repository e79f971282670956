"""Hands a kept clip to the member who asks for it, in an answer that only they see."""

from bot.domain.ids import MessageId
from bot.domain.messenger import Result
from bot.messaging.catalogue import Catalogue
from bot.messaging.rest import DiscordRest, Outgoing, Place
from bot.messaging.results import render_fetched_result
from bot.messaging.uploads import result_uploads


class Handover:
    """Speaks under the fresh token of a press, wherever that was: no other way need be open."""

    def __init__(self, rest: DiscordRest, *, catalogue: Catalogue) -> None:
        self._rest = rest
        self._catalogue = catalogue

    async def give(self, result: Result, *, token: str, locale: str) -> MessageId:
        """Return when Discord has confirmed the message. Raises MessengerError's kinds."""
        where = result.job.destination
        text = render_fetched_result(self._catalogue, result, locale=locale)
        sent = await self._rest.send_by_token(
            token,
            Place(guild_id=where.guild_id, channel_id=where.channel_id),
            Outgoing(content=text.content, uploads=result_uploads(result, text)),
            ephemeral=True,
        )
        return sent.message_id
