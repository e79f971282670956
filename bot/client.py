"""The Discord client: no privileged intents, next to no cache, commands registered when changed."""

import asyncio
import hashlib
import json
from collections.abc import Sequence
from typing import Any, Final

import aiohttp
import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.domain.errors import ShowreelError
from bot.domain.ids import GuildId
from bot.domain.ports import Switches
from bot.heartbeats import end_heartbeats
from bot.messaging.replies import Replies

log = structlog.get_logger(__name__)

DynamicItemType = type[discord.ui.DynamicItem[Any]]

# How long a bot that leaves waits for answers that are under way.
ANSWER_WITHIN_S: Final = 3.0

# The library would warn at every start that it cannot speak: nobody asks it to.
discord.VoiceClient.warn_nacl = False
discord.VoiceClient.warn_dave = False


class ShowreelTree(app_commands.CommandTree["ShowreelBot"]):
    """Slash commands whose errors end as one sentence for the person."""

    async def interaction_check(self, interaction: discord.Interaction["ShowreelBot"], /) -> bool:
        return await self.client.may_answer(interaction)

    async def on_error(
        self, interaction: discord.Interaction["ShowreelBot"], error: app_commands.AppCommandError
    ) -> None:
        await self.client.replies.report(interaction, error)


class ShowreelBot(commands.AutoShardedBot):
    """Shards by Discord's advice. The connector is handed in where Discord is a local one.

    `http_trace` hears of every answer.
    """

    def __init__(
        self,
        *,
        replies: Replies,
        switches: Switches,
        dev_guild_id: GuildId | None = None,
        connector: aiohttp.BaseConnector | None = None,
        http_trace: aiohttp.TraceConfig,
        next_guild_within_s: float = 2.0,
        translator: app_commands.Translator,
    ) -> None:
        super().__init__(
            command_prefix=(),
            help_command=None,
            tree_cls=ShowreelTree,
            # Guilds carry their upload limits; nothing else that Discord tells is needed.
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            connector=connector,
            http_trace=http_trace,
            guild_ready_timeout=next_guild_within_s,
        )
        self.replies = replies
        self._switches = switches
        self._translator = translator
        self._dev_guild_id = dev_guild_id
        self._parts: Sequence[commands.Cog] = ()
        self._buttons: Sequence[DynamicItemType] = ()
        self._answering: set[asyncio.Task[Any]] = set()
        self._is_leaving = False
        self._is_gone = False

    def equip(self, *, cogs: Sequence[commands.Cog], buttons: Sequence[DynamicItemType]) -> None:
        """Hand over what needs services, and these the client: before the login."""
        self._parts = cogs
        self._buttons = buttons

    def guild_ids(self) -> frozenset[GuildId] | None:
        """Return the servers that have the bot; None until Discord has told all of them."""
        if not self.is_ready():
            return None
        return frozenset(GuildId(guild.id) for guild in self.guilds)

    async def login(self, token: str) -> None:
        """May be called again when it failed because Discord is away."""
        self._let_go_of_session()
        await super().login(token)

    async def may_answer(self, interaction: discord.Interaction[Any]) -> bool:
        """Ask at the begin of each task that answers a person; a leaving bot waits for its end."""
        if self._is_gone:
            log.info("interaction_came_too_late", interaction_id=interaction.id)
            return False
        task = asyncio.current_task()
        if task is None:
            raise RuntimeError("an interaction is answered in a task")
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)
        if self._is_leaving:
            # Suggestions are no place for a sentence: Discord would refuse it.
            if interaction.type is not discord.InteractionType.autocomplete:
                await self.replies.report(interaction, ShowreelError("restarting"))
            return False
        return True

    async def stop_answering(self) -> None:
        """Let what is under way be answered; whoever comes now is asked to come again."""
        self._is_leaving = True
        if self._answering:
            await asyncio.wait(tuple(self._answering), timeout=ANSWER_WITHIN_S)

    async def close(self) -> None:
        """An answer that is still under way would find everything it needs closed."""
        await self.stop_answering()
        self._is_gone = True
        late = tuple(self._answering)
        for task in late:
            task.cancel()
        if late:
            log.warning("answers_cut_off", count=len(late))
            await asyncio.wait(late)
        await super().close()
        await end_heartbeats()

    async def setup_hook(self) -> None:
        await self.tree.set_translator(self._translator)
        for cog in self._parts:
            await self.add_cog(cog)
        self.add_dynamic_items(*self._buttons)

    async def register_commands(self) -> None:
        """Register only what changed: Discord allows few registrations a day.

        After the login. May be called again when it failed.
        """
        guild = None if self._dev_guild_id is None else discord.Object(self._dev_guild_id)
        if guild is not None:
            self.tree.copy_global_to(guild=guild)
        payload_hash = await self._payload_hash(guild)
        if await self._switches.command_hash() == payload_hash:
            return
        registered = await self.tree.sync(guild=guild)
        await self._switches.set_command_hash(payload_hash)
        log.info("commands_registered", count=len(registered), dev_guild_id=self._dev_guild_id)

    def _let_go_of_session(self) -> None:
        """The library forgets the session of a login that failed, and it would warn as it dies.

        Closing it would close the connector too, which the next session needs.
        """
        session = getattr(self.http, "_HTTPClient__session", None)
        if isinstance(session, aiohttp.ClientSession):
            session.detach()

    async def _payload_hash(self, guild: discord.Object | None) -> str:
        """Other application or other guild, other registration: both are part of the hash."""
        payload = [
            await command.get_translated_payload(self.tree, self._translator)
            for command in self.tree.get_commands(guild=guild)
        ]
        payload.sort(key=lambda command: str(command["name"]))
        whole = json.dumps([self.application_id, self._dev_guild_id, payload], sort_keys=True)
        return hashlib.sha256(whole.encode()).hexdigest()
