"""Discord's REST calls that a message needs: each bounded in time, its errors ours.

None of them needs the gateway: a login is enough.
"""

import asyncio
import io
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

import aiohttp
import discord

from bot.domain.errors import NothingSentError, WayClosedError
from bot.domain.ids import ChannelId, GuildId, MessageId, UserId
from bot.domain.messenger import SentMessage
from bot.messaging.discord_errors import (
    UNKNOWN_CHANNEL_CODE,
    UNKNOWN_MESSAGE_CODE,
    MessageGoneError,
    discord_call,
)
from bot.messaging.sent_once import SentOnceSession

CALL_TIMEOUT_S: Final = 20.0
# A boosted server takes 100 MiB, and an uplink may be slow.
UPLOAD_TIMEOUT_S: Final = 300.0
# A few pages of a channel's history, each of which may have to wait for its rate limit.
LOOK_TIMEOUT_S: Final = 60.0
LOOK_THROUGH_MESSAGES: Final = 500
# A rush must not open a thousand connections: each costs a handshake, and a file handle.
MOST_CONNECTIONS: Final = 100
NOBODY: Final = discord.AllowedMentions.none()


class _FirstResponse:
    """Discord's own name for an interaction's first response, where a message id is expected.

    Not a string: discord.py would escape one.
    """

    def __str__(self) -> str:
        return "@original"


@dataclass(frozen=True, kw_only=True, slots=True)
class Upload:
    """A file to attach: from disk, or a text."""

    name: str
    source: Path | str
    alt_text: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Outgoing:
    """One message. `nonce` makes Discord answer a repeated send with the first message."""

    content: str
    view: discord.ui.View | None = None
    uploads: Sequence[Upload] = ()
    mentions: UserId | None = None
    reply_to: MessageId | None = None
    nonce: str | None = None

    @property
    def timeout_s(self) -> float:
        return UPLOAD_TIMEOUT_S if self.uploads else CALL_TIMEOUT_S

    @property
    def allowed_mentions(self) -> discord.AllowedMentions:
        users = [] if self.mentions is None else [discord.Object(self.mentions)]
        return discord.AllowedMentions(everyone=False, roles=False, users=users, replied_user=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A server's channel, or a thread in it."""

    guild_id: GuildId
    channel_id: ChannelId


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundMessage:
    """A message of the bot's own that stands; `files` are sizes in bytes by name."""

    sent: SentMessage
    content: str
    button_ids: frozenset[str | None]
    files: Mapping[str, int]


class DiscordRest:
    """Sends, edits and deletes: with the bot's own token, an interaction's, or directly."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    async def send(self, place: Place, message: Outgoing) -> SentMessage:
        async with self._call(message.timeout_s), opened_files(message.uploads) as files:
            reference = self._reference(place, message.reply_to)
            sent = await self._channel(place).send(
                message.content,
                files=files,
                reference=reference,  # type: ignore[arg-type]  # None is its default
                nonce=message.nonce,  # type: ignore[arg-type]  # None is its default
                allowed_mentions=message.allowed_mentions,
                view=message.view,  # type: ignore[arg-type]  # None is its default
            )
        url = f"{_web_address(place.guild_id)}/{place.channel_id}/{sent.id}"
        return SentMessage(message_id=MessageId(sent.id), url=url)

    async def edit(
        self, place: Place, message_id: MessageId, content: str, view: discord.ui.View | None
    ) -> None:
        """What is attached stays."""
        async with self._call():
            message = self._channel(place).get_partial_message(message_id)
            await message.edit(content=content, view=view, allowed_mentions=NOBODY)

    async def replace(self, place: Place, message_id: MessageId, message: Outgoing) -> None:
        """Edit it, and put these files in the place of all that was attached."""
        async with self._call(message.timeout_s), opened_files(message.uploads) as files:
            standing = self._channel(place).get_partial_message(message_id)
            await standing.edit(
                content=message.content,
                view=message.view,
                attachments=files,
                allowed_mentions=message.allowed_mentions,
            )

    async def delete(self, place: Place, message_id: MessageId) -> bool:
        """Return whether it stood until now."""
        try:
            async with self._call():
                await self._channel(place).get_partial_message(message_id).delete()
        except MessageGoneError:
            return False
        return True

    async def send_by_token(
        self, token: str, place: Place, message: Outgoing, *, ephemeral: bool
    ) -> SentMessage:
        extras: dict[str, Any] = {} if message.view is None else {"view": message.view}
        async with self._call(message.timeout_s), opened_files(message.uploads) as files:
            sent = await self._sending_webhook(token).send(
                message.content,
                files=files,
                ephemeral=ephemeral,
                allowed_mentions=message.allowed_mentions,
                wait=True,
                **extras,
            )
        url = f"{_web_address(place.guild_id)}/{place.channel_id}/{sent.id}"
        return SentMessage(message_id=MessageId(sent.id), url=url)

    async def edit_by_token(
        self, token: str, message_id: MessageId, content: str, view: discord.ui.View | None
    ) -> None:
        async with self._call():
            await self._webhook(token).edit_message(
                message_id, content=content, view=view, allowed_mentions=NOBODY
            )

    async def delete_by_token(self, token: str, message_id: MessageId) -> bool:
        """Return whether it stood until now."""
        try:
            async with self._call():
                await self._webhook(token).delete_message(message_id)
        except MessageGoneError:
            return False
        return True

    async def first_response_id(self, token: str, *, having: str) -> MessageId | None:
        """Return the id of the interaction's first response if it has the button `having`.

        Whatever else was answered, an apology say, is another message.
        """
        async with self._call():
            message = await self._webhook(token).fetch_message(cast("int", _FirstResponse()))
        return MessageId(message.id) if having in _button_ids(message) else None

    async def send_directly(self, user_id: UserId, message: Outgoing) -> SentMessage:
        async with self._call(message.timeout_s), opened_files(message.uploads) as files:
            channel = await self._client.create_dm(discord.Object(user_id))
            sent = await channel.send(
                message.content,
                files=files,
                nonce=message.nonce,  # type: ignore[arg-type]  # None is its default
                allowed_mentions=message.allowed_mentions,
            )
        url = f"{_web_address(None)}/{channel.id}/{sent.id}"
        return SentMessage(message_id=MessageId(sent.id), url=url)

    async def find(
        self, place: Place, *, after_id: int, wanted: Callable[[FoundMessage], bool]
    ) -> FoundMessage | None:
        """Look through the bot's own messages after a snowflake; a deleted channel holds none.

        Raises WayClosedError where the history may not be read, or is too long to be read.
        """
        async with self._call(LOOK_TIMEOUT_S):
            channel = self._channel(place)
            try:
                found, seen = await self._look_through(
                    channel, place.guild_id, after_id=after_id, wanted=wanted
                )
            except discord.NotFound as error:
                if error.code != UNKNOWN_CHANNEL_CODE:
                    raise
                return None
            if not seen:
                await _check_readable(channel, after_id)
        return found

    async def find_directly(
        self, user_id: UserId, *, after_id: int, wanted: Callable[[FoundMessage], bool]
    ) -> FoundMessage | None:
        async with self._call(LOOK_TIMEOUT_S):
            channel = await self._client.create_dm(discord.Object(user_id))
            found, _ = await self._look_through(channel, None, after_id=after_id, wanted=wanted)
        return found

    async def _look_through(
        self,
        channel: discord.abc.Messageable,
        guild_id: GuildId | None,
        *,
        after_id: int,
        wanted: Callable[[FoundMessage], bool],
    ) -> tuple[FoundMessage | None, int]:
        """Return the message, if it is there, and how many there were to look at."""
        own_ids = self._own_ids()
        seen = 0
        history = channel.history(after=discord.Object(after_id), limit=LOOK_THROUGH_MESSAGES)
        async for message in history:
            seen += 1
            if message.author.id in own_ids and wanted(found := _found(guild_id, message)):
                return found, seen
        if seen >= LOOK_THROUGH_MESSAGES:
            raise WayClosedError("too many messages to look through")
        return None, seen

    def _own_ids(self) -> frozenset[int | None]:
        """An old application's bot has an id of its own."""
        if self._client.user is None:
            raise NothingSentError("not logged in yet")
        return frozenset({self._client.user.id, self._client.application_id})

    async def send_to_operator(self, channel_id: ChannelId | None, content: str) -> None:
        """Write to the operator's channel, or else to the application's owner."""
        if channel_id is None:
            await self.send_directly(await self._owner_id(), Outgoing(content=content))
            return
        async with self._call():
            channel = self._client.get_partial_messageable(channel_id)
            await channel.send(content, allowed_mentions=NOBODY)

    async def _owner_id(self) -> UserId:
        async with self._call():
            application = self._client.application or await self._client.application_info()
        if application.team is not None and application.team.owner_id is not None:
            return UserId(application.team.owner_id)
        return UserId(application.owner.id)

    @asynccontextmanager
    async def _call(self, timeout_s: float = CALL_TIMEOUT_S) -> AsyncIterator[None]:
        if self._client.is_closed():
            raise NothingSentError("the client is closed")
        async with discord_call(timeout_s=timeout_s):
            yield

    def _channel(self, place: Place) -> discord.PartialMessageable:
        return self._client.get_partial_messageable(place.channel_id, guild_id=place.guild_id)

    def _webhook(self, token: str) -> discord.Webhook:
        application_id = self._client.application_id
        if application_id is None:
            raise NothingSentError("not logged in yet")
        webhook = discord.Webhook.partial(application_id, token, client=self._client)
        # Only an application's webhook may send ephemeral messages and buttons.
        webhook.type = discord.WebhookType.application
        return webhook

    def _sending_webhook(self, token: str) -> discord.Webhook:
        webhook = self._webhook(token)
        webhook.session = cast("aiohttp.ClientSession", SentOnceSession(webhook.session))
        return webhook

    @staticmethod
    def _reference(place: Place, message_id: MessageId | None) -> discord.MessageReference | None:
        if message_id is None:
            return None
        return discord.MessageReference(
            message_id=message_id,
            channel_id=place.channel_id,
            guild_id=place.guild_id,
            fail_if_not_exists=False,
        )


@asynccontextmanager
async def opened_files(uploads: Sequence[Upload]) -> AsyncIterator[list[discord.File]]:
    """Open and close off the loop: a disk may be slow. discord.py rewinds them for a retry."""
    on_disk: list[io.BufferedIOBase] = []
    files: list[discord.File] = []
    try:
        for upload in uploads:
            if isinstance(upload.source, str):
                stream: io.BufferedIOBase = io.BytesIO(upload.source.encode())
            else:
                stream = await asyncio.to_thread(upload.source.open, "rb")
                on_disk.append(stream)
            files.append(discord.File(stream, filename=upload.name, description=upload.alt_text))
        yield files
    finally:
        for stream in on_disk:
            await asyncio.to_thread(stream.close)


def _button_ids(message: discord.Message) -> frozenset[str | None]:
    rows = (row for row in message.components if isinstance(row, discord.ActionRow))
    buttons = (item for row in rows for item in row.children if isinstance(item, discord.Button))
    return frozenset(button.custom_id for button in buttons)


def _found(guild_id: GuildId | None, message: discord.Message) -> FoundMessage:
    url = f"{_web_address(guild_id)}/{message.channel.id}/{message.id}"
    return FoundMessage(
        sent=SentMessage(message_id=MessageId(message.id), url=url),
        content=message.content,
        button_ids=_button_ids(message),
        files={attachment.filename: attachment.size for attachment in message.attachments},
    )


async def _check_readable(channel: discord.PartialMessageable, message_id: int) -> None:
    """Discord shows an empty history where it may not be read, and says so only of one message."""
    async with _gone_is_fine():
        await channel.fetch_message(message_id)


@asynccontextmanager
async def _gone_is_fine() -> AsyncIterator[None]:
    """That a message is not there is no failure."""
    try:
        yield
    except discord.NotFound as error:
        if error.code != UNKNOWN_MESSAGE_CODE:
            raise


def _web_address(guild_id: GuildId | None) -> str:
    return f"https://discord.com/channels/{'@me' if guild_id is None else guild_id}"
