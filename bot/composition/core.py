"""What every side of the product shares, made from the settings and what a run hands in."""

import random
import secrets
from dataclasses import dataclass
from typing import Final

import aiohttp

from bot.charts.painter import ChildPainter
from bot.client import ShowreelBot
from bot.config import GIB, Settings
from bot.domain.ids import ChannelId, GuildId
from bot.domain.ports import Clock
from bot.media.scratch_folder import DirectoryScratchFolder
from bot.media.store import DirectoryClipStore
from bot.messaging.catalogue import Catalogue
from bot.messaging.command_words import CommandTranslator
from bot.messaging.discord_messenger import DiscordMessenger
from bot.messaging.replies import Replies
from bot.messaging.rest import MOST_CONNECTIONS, DiscordRest
from bot.messaging.throttle import Throttle
from bot.observability.metrics import Metrics
from bot.scheduling.budget import RequestBudget
from bot.scheduling.fair_queue import FairQueue
from bot.scheduling.latency import LatencyModel
from bot.services.background import CriticalSections
from bot.services.bell import Bell
from bot.services.card_views import CardViews
from bot.services.cards import CardKeeper
from bot.services.forecasts import Forecasts
from bot.services.incidents import IncidentDesk
from bot.services.ledger import Ledger
from bot.stores import Stores
from bot.version import VERSION
from cogs.buttons import JobButtons

REFERENCE_BYTES: Final = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Edges:
    """What a run hands in: the real ones, or those of the sandbox and of tests."""

    clock: Clock
    random_source: random.Random
    discord_connector: aiohttp.BaseConnector | None = None
    # How long after one server Discord may still tell of the next, while the bot starts.
    next_guild_within_s: float = 2.0


class Core:
    """The parts that most others need; nothing here does anything yet."""

    def __init__(self, settings: Settings, edges: Edges, stores: Stores) -> None:
        self.settings = settings
        self.edges = edges
        self.stores = stores
        self.clock = edges.clock
        self.metrics = Metrics(version=VERSION)
        self.catalogue = Catalogue.load()
        self.buttons = JobButtons(catalogue=self.catalogue)
        self.replies = Replies(
            catalogue=self.catalogue,
            views=self.buttons,
            clock=self.clock,
            new_reference=new_reference,
        )
        self.throttle = Throttle(clock=self.clock)
        self.news = Bell()
        self.client = ShowreelBot(
            replies=self.replies,
            switches=stores.switches,
            dev_guild_id=_guild_or_none(settings.discord_dev_guild_id),
            connector=edges.discord_connector or aiohttp.TCPConnector(limit=MOST_CONNECTIONS),
            http_trace=self.throttle.trace(),
            next_guild_within_s=edges.next_guild_within_s,
            translator=CommandTranslator(self.catalogue),
        )
        self.rest = DiscordRest(self.client)
        self.messenger = DiscordMessenger(
            self.rest,
            catalogue=self.catalogue,
            views=self.buttons,
            throttle=self.throttle,
            clock=self.clock,
            operator_channel_id=_channel_or_none(settings.operator_channel_id),
            show_prices=settings.show_prices,
        )
        self.incidents = IncidentDesk(
            store=stores.incidents, messenger=self.messenger, clock=self.clock
        )
        self.critical = CriticalSections()
        self.ledger = Ledger(store=stores.jobs, clock=self.clock)
        self.kept_clips = DirectoryClipStore(
            settings.media_dir, max_bytes=int(settings.media_max_gib * GIB)
        )
        self.painter = ChildPainter(settings.media_dir / "charts")
        self.exports = DirectoryScratchFolder(settings.media_dir / "exports")
        self.budget = RequestBudget(
            clock=self.clock,
            request_log=stores.requests,
            rate_requests=settings.eachlabs_rate_requests,
            rate_seconds=settings.eachlabs_rate_seconds,
            guild_rate_requests=settings.guild_rate_requests,
            max_open=settings.eachlabs_max_concurrent,
        )
        self.queue = FairQueue(
            slots=settings.eachlabs_max_concurrent,
            guild_max_running=settings.guild_max_running,
            user_max_running=settings.user_max_running,
        )
        self.latency = LatencyModel(
            {5: settings.typical_seconds_5s, 10: settings.typical_seconds_10s}
        )
        self.forecasts = Forecasts(
            store=stores.jobs,
            queue=self.queue,
            latency=self.latency,
            clock=self.clock,
            model=settings.model_and_version,
            job_timeout_s=settings.job_timeout_seconds,
            slots=settings.eachlabs_max_concurrent,
            guild_max_running=settings.guild_max_running,
            user_max_running=settings.user_max_running,
        )
        self.cards = CardKeeper(
            store=stores.jobs,
            messenger=self.messenger,
            views=CardViews(queue=self.queue, forecasts=self.forecasts, clock=self.clock),
            clock=self.clock,
        )


def new_reference() -> str:
    """Six characters that a person can read out, and that stand in the log."""
    return secrets.token_hex(REFERENCE_BYTES).upper()


def _guild_or_none(guild_id: int | None) -> GuildId | None:
    return None if guild_id is None else GuildId(guild_id)


def _channel_or_none(channel_id: int | None) -> ChannelId | None:
    return None if channel_id is None else ChannelId(channel_id)
