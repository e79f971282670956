"""What a server decided is at hand: a request asks the database no more often for it."""

from decimal import Decimal

import pytest

from bot.domain.guild_settings import Allowance, GuildSettings, PrivateUse
from bot.domain.ids import GuildId, UserId
from bot.storage.database import Database

pytestmark = pytest.mark.simcord(shard_count=1)

EVERYTHING = Allowance(
    jobs_per_day=50, jobs_per_month=50, usd_per_day=Decimal(50), usd_per_month=Decimal(50)
)


@pytest.fixture
def ask(town):
    async def ask():
        answer = await town.alice.slash(town.channel, "video", prompt="A red fox at dawn")
        return answer.response

    return ask


@pytest.fixture
def visits(monkeypatch):
    """Each transaction, in its order."""
    made = []
    for kind in ("read", "write"):
        carry_out = getattr(Database, kind)

        async def note(database, work, *, kind=kind, carry_out=carry_out):
            made.append(kind)
            return await carry_out(database, work)

        monkeypatch.setattr(Database, kind, note)
    return made


async def test_limits_blocks_rules_and_terms_cost_no_visit_where_nothing_changed(
    house, town, ask, visits
):
    settings = GuildSettings(
        server=EVERYTHING,
        member=EVERYTHING,
        private_use=PrivateUse.MODERATORS,
        spoiler_results=True,
    )
    moderator = UserId(town.mod.id)
    await house.guild_settings.change(GuildId(town.guild.id), lambda _: settings, by=moderator)
    await town.mod.slash(town.channel, "video-mod block", member=town.bob.user)
    await town.mod.slash(town.channel, "video-mod rules add", kind="word", text="rain")
    await ask()
    visits.clear()

    await ask()

    reads = ["read"] * 2  # the member's own defaults, and whether the operator has paused
    writes = ["write"] * 2  # the place in line with all that limits it, and that the card stands
    assert sorted(visits) == reads + writes
