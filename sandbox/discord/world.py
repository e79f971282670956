"""The little world behind the local Discord, and everything a person can do in it."""

import asyncio
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from simcord.backend.access import channel_accessible, message_accessible
from simcord.backend.models import Message
from simcord.enums import InteractionType

from sandbox.discord.attachments import AttachmentStore, StoredAttachment
from sandbox.discord.backend import LocalBackend
from sandbox.discord.changes import ChangeFeed, Subscription
from sandbox.discord.commands import CommandForm, offered_commands
from sandbox.discord.controls import chosen_in_menu, pressed_button, written_in_modal
from sandbox.discord.entities import EntityPicker
from sandbox.discord.interplay import Interplay
from sandbox.discord.languages import check_language
from sandbox.discord.news import News
from sandbox.discord.occasions import Occasion
from sandbox.discord.people import (
    Person,
    Place,
    add_server,
    populate,
    set_channel_permission,
)
from sandbox.discord.refusals import ActionRefusedError, refusals
from sandbox.discord.views import (
    ChannelView,
    GuildView,
    InteractionState,
    InteractionView,
    PersonView,
    channel_view,
    guild_views,
    interaction_view,
    message_view,
    visible_messages,
)

SETTLED: frozenset[InteractionState] = frozenset({"answered", "modal", "failed"})

FoundT = TypeVar("FoundT")


def utc_now() -> datetime:
    return datetime.now(UTC)


class World:
    """Two servers, five people and one bot. ``LocalDiscord`` puts it on the wire.

    Actions return at once; what the bot makes of them arrives as changes.
    """

    def __init__(
        self,
        *,
        now: Callable[[], datetime] = utc_now,
        media_dir: Path | None = None,
        bot_name: str = "Showreel",
    ) -> None:
        self.backend = LocalBackend(now=now, attachments=AttachmentStore(media_dir))
        population = populate(self.backend, bot_name=bot_name)
        self.owner = population.owner
        self._people = {person.id: person for person in population.people}
        self._places = {p.name: p for p in (*population.guilds, *population.channels)}
        self._feed = ChangeFeed()
        self.news = News(self.backend, self._feed)
        self._interplay = Interplay(self.backend, self.news)
        self.closed_direct_messages: set[int] = set()
        # Which interaction each form was last sent with.
        self._sent_forms: dict[int, int] = {}

    # -- who and where

    def person(self, name: str) -> Person:
        return next(person for person in self._people.values() if person.name == name)

    def place(self, name: str) -> Place:
        """A server or a channel by its name."""
        return self._places[name]

    def people(self) -> list[PersonView]:
        return [
            {"id": str(person.id), "name": person.name, "locale": person.locale}
            for person in self._people.values()
        ]

    def guilds(self, *, person_id: int) -> list[GuildView]:
        return guild_views(self.backend, person_id)

    # -- what a person sees

    def messages(
        self, channel_id: int, *, person_id: int, limit: int = 100
    ) -> list[dict[str, Any]]:
        return visible_messages(
            self.backend, channel_id=channel_id, person_id=person_id, limit=limit
        )

    def commands(self, channel_id: int, *, person_id: int) -> list[dict[str, Any]]:
        """The slash commands offered here, in the words of the person's language."""
        if not channel_accessible(self.backend, channel_id, person_id):
            return []
        return offered_commands(
            self.backend,
            person_id=person_id,
            channel_id=channel_id,
            locale=self._people[person_id].locale,
        )

    def interaction(self, interaction_id: int) -> InteractionView:
        return interaction_view(self.backend, self.backend.interactions[interaction_id])

    def attachment(self, attachment_id: int) -> StoredAttachment | None:
        """Where an attachment's bytes are on disk; None once its message is deleted."""
        return self.backend.attachments.find(attachment_id)

    def subscribe(self, *, person_id: int | None = None) -> AbstractContextManager[Subscription]:
        """``with world.subscribe(person_id=…) as changes: async for change in changes``.

        A person's subscription holds what that person sees; without one, everything.
        """
        return self._feed.subscribe(person_id)

    # -- what a person does

    async def run_command(
        self,
        name: str,
        options: Mapping[str, Any] | None = None,
        *,
        person_id: int,
        channel_id: int,
        attachment_size_limit: int | None = None,
        locale: str | None = None,
    ) -> InteractionView:
        """Subcommands by their full name: ``videos list``. Users, roles and channels by id."""
        self._check_access(channel_id, person_id)
        form = CommandForm(self.backend, person_id=person_id, channel_id=channel_id, name=name)
        return self._interplay.begin(
            self._occasion(person_id, channel_id, attachment_size_limit, locale),
            kind=InteractionType.APPLICATION_COMMAND,
            data=form.filled_in(options or {}),
        )

    async def autocomplete(
        self,
        name: str,
        option: str,
        text: str,
        *,
        person_id: int,
        channel_id: int,
        filled: Mapping[str, Any] | None = None,
    ) -> list[dict[str, Any]]:
        """The bot's suggestions for a half-typed option; none when it stays silent."""
        self._check_access(channel_id, person_id)
        form = CommandForm(self.backend, person_id=person_id, channel_id=channel_id, name=name)
        interaction = self._interplay.begin(
            self._occasion(person_id, channel_id),
            kind=InteractionType.APPLICATION_COMMAND_AUTOCOMPLETE,
            data=form.being_typed(option, text, filled=filled or {}),
        )
        finished = await self.settled(int(interaction["id"]))
        return finished["choices"] or []

    async def press_button(
        self,
        custom_id: str,
        *,
        person_id: int,
        channel_id: int,
        message_id: int,
        attachment_size_limit: int | None = None,
    ) -> InteractionView:
        message = self._seen_message(channel_id, message_id, person_id)
        return self._interplay.begin(
            self._occasion(person_id, channel_id, attachment_size_limit),
            kind=InteractionType.MESSAGE_COMPONENT,
            data=pressed_button(message, custom_id=custom_id),
            message=message,
        )

    async def choose(
        self,
        custom_id: str,
        values: Sequence[str],
        *,
        person_id: int,
        channel_id: int,
        message_id: int,
    ) -> InteractionView:
        """Picks values in a select menu; users, roles and channels by id."""
        message = self._seen_message(channel_id, message_id, person_id)
        picker = EntityPicker(self.backend, person_id=person_id, channel_id=channel_id)
        return self._interplay.begin(
            self._occasion(person_id, channel_id),
            kind=InteractionType.MESSAGE_COMPONENT,
            data=chosen_in_menu(message, custom_id=custom_id, values=values, picker=picker),
            message=message,
        )

    async def submit_modal(
        self,
        values: Mapping[str, Any],
        *,
        person_id: int,
        interaction_id: int,
        attachment_size_limit: int | None = None,
    ) -> InteractionView:
        """Sends the form that the bot showed in answer to ``interaction_id``."""
        opener = self.backend.interactions.get(interaction_id)
        if opener is None or opener.modal is None or opener.user_id != person_id:
            raise ActionRefusedError("There is no such form on this person's screen")
        if opener.modal_consumed and not self._failed(opener.id):
            raise ActionRefusedError("That form was sent already")
        picker = EntityPicker(self.backend, person_id=person_id, channel_id=opener.channel_id)
        data = written_in_modal(opener.modal, values, picker=picker)
        source = opener.source_message_id
        stored = self.backend.messages.get(opener.channel_id, {})
        opener.modal_consumed = True
        begun = self._interplay.begin(
            self._occasion(person_id, opener.channel_id, attachment_size_limit),
            kind=InteractionType.MODAL_SUBMIT,
            data=data,
            message=None if source is None else stored.get(source),
        )
        self._sent_forms[opener.id] = int(begun["id"])
        return begun

    async def send_forged_interaction(
        self,
        payload: Mapping[str, Any],
        *,
        person_id: int,
        channel_id: int,
        kind: InteractionType = InteractionType.APPLICATION_COMMAND,
    ) -> InteractionView:
        """Nothing is checked: what stands in ``payload`` replaces what Discord would say.

        Discord itself never sends such; a bot must not trust its own buttons and bounds though.
        """
        data = dict(payload.get("data") or {})
        occasion = self._occasion(person_id, channel_id)
        return self._interplay.begin(occasion, kind=kind, data=data, forged=payload)

    async def send_message(
        self, content: str, *, person_id: int, channel_id: int
    ) -> dict[str, Any]:
        self._check_access(channel_id, person_id)
        channel = self.backend.get_channel(channel_id)
        needed = "send_messages_in_threads" if channel.is_thread else "send_messages"
        with refusals():
            self.backend.require_permissions(channel.guild_id, person_id, channel_id, needed)
            message = self.backend.create_message(channel_id, person_id, content)
        return message_view(self.backend, message)

    async def delete_message(self, *, person_id: int, channel_id: int, message_id: int) -> None:
        """One's own, another's with Manage Messages; an ephemeral one is only dismissed."""
        message = self._seen_message(channel_id, message_id, person_id)
        guild_id = self.backend.get_channel(channel_id).guild_id
        if message.author_id != person_id and not message.is_ephemeral:
            if guild_id is None:
                raise ActionRefusedError("Only its author can delete a direct message")
            with refusals():
                self.backend.require_permissions(guild_id, person_id, channel_id, "manage_messages")
        self.backend.delete_message(channel_id, message_id)

    async def open_direct_messages(self, *, person_id: int) -> ChannelView:
        """The conversation between this person and the bot."""
        return channel_view(self.backend, self.backend.get_dm_channel(person_id))

    # -- waiting for the bot

    async def settled(
        self,
        interaction_id: int,
        *,
        states: Collection[InteractionState] = SETTLED,
        timeout_s: float = 30.0,
    ) -> InteractionView:
        """The interaction once it is in one of these states: answered, modal or failed."""

        def reached() -> InteractionView | None:
            view = self.interaction(interaction_id)
            return view if view["state"] in states else None

        return await self.until(reached, timeout_s=timeout_s)

    async def until(self, found: Callable[[], FoundT | None], *, timeout_s: float = 30.0) -> FoundT:
        """What ``found`` gives once it gives something, asked again after every change."""
        with self._feed.subscribe(None) as changes:
            async with asyncio.timeout(timeout_s):
                while (result := found()) is None:
                    await changes.next()
                return result

    def add_server(
        self, name: str, *, channel_names: Sequence[str], member_names: Sequence[str]
    ) -> None:
        """One more server with the bot in it, before the bot connects; names must be new."""
        guild, channels, people = add_server(
            self.backend,
            name,
            owner=self.owner,
            channel_names=channel_names,
            member_names=member_names,
        )
        self._people |= {person.id: person for person in people}
        self._places |= {place.name: place for place in (guild, *channels)}

    def set_language(self, locale: str, *, person_id: int) -> None:
        """The language this person reads Discord in; interactions carry it from now on."""
        check_language(locale)
        self._people[person_id] = replace(self._people[person_id], locale=locale)
        self.news.channels_changed()
        self.news.commands_changed()

    # -- what a server's owner does

    def set_server_language(self, locale: str, *, guild_id: int) -> None:
        """The server's preferred language, which everybody there is addressed in."""
        check_language(locale)
        self.backend.edit_guild(guild_id, {"preferred_locale": locale})

    def set_bot_permission(self, permission: str, *, channel_id: int, allowed: bool) -> None:
        """Gives or takes one of the bot's permissions in a channel, e.g. ``attach_files``."""
        set_channel_permission(
            self.backend,
            channel_id=channel_id,
            member_id=self.backend.bot_user.id,
            permission=permission,
            allowed=allowed,
        )

    def delete_channel(self, channel_id: int) -> None:
        self.backend.delete_channel(channel_id)

    def create_thread(self, name: str, *, channel_id: int, person_id: int) -> ChannelView:
        thread = self.backend.create_thread(channel_id, name, person_id)
        return channel_view(self.backend, thread)

    def set_boost_tier(self, guild_id: int, tier: int) -> None:
        """Tiers 0 and 1 allow files of 10 MiB, 2 of 50 MiB, 3 of 100 MiB."""
        self.backend.set_boost_tier(guild_id, tier)

    def set_direct_messages(self, *, person_id: int, is_open: bool) -> None:
        """Whether the bot may write to this person directly."""
        if is_open:
            self.closed_direct_messages.discard(person_id)
        else:
            self.closed_direct_messages.add(person_id)

    def remove_bot(self, guild_id: int) -> None:
        self.backend.remove_guild(guild_id)

    def close(self) -> None:
        self._interplay.close()

    # -- inside

    def _occasion(
        self,
        person_id: int,
        channel_id: int,
        attachment_size_limit: int | None = None,
        locale: str | None = None,
    ) -> Occasion:
        return Occasion(
            person_id=person_id,
            locale=locale or self._people[person_id].locale,
            channel_id=channel_id,
            attachment_size_limit=attachment_size_limit,
        )

    def _failed(self, opener_id: int) -> bool:
        """A form that the bot did not answer stays open, and may be sent once more."""
        sent = self._sent_forms.get(opener_id)
        return sent is not None and self.interaction(sent)["state"] == "failed"

    def _check_access(self, channel_id: int, person_id: int) -> None:
        if not channel_accessible(self.backend, channel_id, person_id):
            raise ActionRefusedError("This person does not see that channel")

    def _seen_message(self, channel_id: int, message_id: int, person_id: int) -> Message:
        message = self.backend.messages.get(channel_id, {}).get(message_id)
        if message is None or not message_accessible(self.backend, channel_id, message, person_id):
            raise ActionRefusedError("This person does not see that message")
        return message
