"""Offers choices while somebody types: in time, or none. What is typed by hand always remains."""

import asyncio
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any, Final

import discord
import structlog
from discord import app_commands

from bot.domain.errors import StorageUnavailableError
from bot.domain.ports import Clock

log = structlog.get_logger(__name__)

# Discord waits three seconds; the way there and back takes a part of them.
ANSWER_WITHIN_S: Final = 2.0
# A machine whose clock runs ahead sees every question as old; each still gets this long.
ANSWER_AT_LEAST_S: Final = 0.5

Choices = list[app_commands.Choice[str]]


async def offered_in_time(
    interaction: discord.Interaction[Any], choosing: Coroutine[Any, Any, Choices], *, clock: Clock
) -> Choices:
    """Return what was found; nothing when that fails or takes too long."""
    age = clock.now() - interaction.created_at
    left_s = ANSWER_WITHIN_S - max(age, timedelta(0)).total_seconds()
    try:
        async with asyncio.timeout(max(left_s, ANSWER_AT_LEAST_S)):
            return await choosing
    except (StorageUnavailableError, TimeoutError) as error:
        log.warning("choices_not_offered", cause=type(error).__name__)
    except Exception:
        # The edge: Discord shows a failure here as if the whole command were broken.
        log.exception("choices_not_offered")
    return []
