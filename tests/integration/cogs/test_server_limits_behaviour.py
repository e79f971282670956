"""A server's limits as its members meet them: by their roles, and whichever way they ask."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from types import MappingProxyType

import pytest

from bot.domain.guild_settings import Allowance, GuildSettings
from bot.domain.ids import GuildId, RoleId, UserId
from bot.domain.job import DeliveryWay, JobStatus
from bot.domain.messenger import CardView
from bot.domain.reasons import Reason
from tests.support.feed_channel import moderators_channel, run_feed

pytestmark = pytest.mark.simcord(shard_count=1)

PROMPT = "A red fox crosses a snowy road at dawn"
MONTH = timedelta(days=30)
FILLED_IN = {
    "negative_prompt": "rain",
    "duration": ["5"],
    "aspect_ratio": ["1:1"],
    "cfg_scale": "0.5",
}


@pytest.fixture
def booster(town):
    return town.guild.create_role("booster")


@pytest.fixture
def carol(town, env, booster):
    """A member with a role of the server's own."""
    return town.guild.add_member(env.create_user("carol"), roles=[booster])


@pytest.fixture
def set_limits(house, town):
    async def set_limits(*, roles=(), **settings):
        allowances = MappingProxyType({RoleId(role.id): each for role, each in roles})
        changed = GuildSettings(**settings, roles=allowances)
        await house.guild_settings.change(
            GuildId(town.guild.id), lambda _: changed, by=UserId(town.mod.id)
        )

    return set_limits


async def ask(town, who):
    answer = await who.slash(town.channel, "video", prompt=PROMPT)
    return answer.response


async def quota(town, who):
    answer = await who.slash(town.channel, "videos quota")
    return answer.response.content.splitlines()


async def newest(house):
    jobs = await house.jobs()
    return await house.job(max(job.id for job in jobs))


async def test_a_role_decides_over_what_its_members_may_ask_for(town, carol, booster, set_limits):
    await set_limits(member=Allowance(jobs_per_day=0), roles=[(booster, Allowance(jobs_per_day=1))])

    alices, carols = await ask(town, town.alice), await ask(town, carol)
    second = await ask(town, carol)

    assert alices.content.startswith("You may ask for no clips here.")
    assert alices.ephemeral
    assert carols.content.startswith(f"**{PROMPT}**")
    assert second.content.startswith("You may ask for one clip in 24 hours, and have used it.")


async def test_a_refusal_by_a_roles_limit_names_the_role_and_calls_nobody(
    house, town, env, carol, booster, set_limits
):
    await set_limits(member=Allowance(jobs_per_day=0), roles=[(booster, Allowance(jobs_per_day=1))])
    channel = moderators_channel(town)
    await town.mod.slash(town.channel, "video-mod feed set", channel=channel, delivered=False)

    alices, _, carols = await ask(town, town.alice), await ask(town, carol), await ask(town, carol)
    job = await newest(house)
    await run_feed(house, env)
    case = await town.mod.slash(town.channel, "usage case", id=str(job.id))

    assert carols.content.endswith(f"\n-# This is the limit of your role <@&{booster.id}>.")
    assert "role" not in alices.content
    assert job.reason == Reason.USER_DAILY_LIMIT
    words = f"the daily limit of the role <@&{booster.id}>"
    (told,) = channel.history()
    assert f"**Refused**: {words} · <@{carol.id}>" in told.content
    assert f"**Refused**: the member\u2019s daily limit · <@{town.alice.id}>" in told.content
    assert words in case.response.content
    naming = [sent for sent in env.http_requests if f"<@&{booster.id}>" in str(sent.json)]
    assert len(naming) == 3
    for sent in naming:
        allowed = sent.json.get("data", sent.json)["allowed_mentions"]
        assert (allowed["parse"], allowed.get("roles", [])) == ([], [])


async def test_everyone_is_a_role_too(town, set_limits):
    await set_limits(
        member=Allowance(jobs_per_day=0),
        roles=[(town.guild.default_role, Allowance(jobs_per_day=1))],
    )

    assert (await ask(town, town.alice)).content.startswith(f"**{PROMPT}**")


@pytest.mark.parametrize("restarted", [False, True], ids=["same bot", "after a restart"])
async def test_again_and_an_edited_prompt_are_held_to_the_same_roles(
    house, town, env, carol, booster, set_limits, restarted
):
    await set_limits(member=Allowance(jobs_per_day=0), roles=[(booster, Allowance(jobs_per_day=3))])
    await ask(town, carol)
    job = await newest(house)
    sent = await house.messenger.send_to_channel(house.result(job))
    job = await house.delivered(job, sent, delivery=DeliveryWay.ATTACHMENT)
    if restarted:
        await env.restart_bot(house.new_bot())
    message = town.message(job.result_message_id)

    await carol.click(message, label="Again")
    form = await carol.click(message, label="Edit prompt")
    await carol.submit_modal(form, {**FILLED_IN, "prompt": "A red fox in the sun"})
    form = await carol.click(message, label="Edit prompt")
    refused = await carol.submit_modal(form, {**FILLED_IN, "prompt": "A red fox in the rain"})

    jobs = [await house.job(each.id) for each in await house.jobs()]
    assert sorted(each.status for each in jobs) == sorted(
        [JobStatus.DELIVERED, JobStatus.QUEUED, JobStatus.QUEUED, JobStatus.REFUSED]
    )
    assert (await newest(house)).reason == Reason.USER_DAILY_LIMIT
    assert "3 clips in 24 hours" in refused.response.content


async def test_what_discord_says_of_a_member_comes_with_every_request(
    house, town, carol, booster, monkeypatch
):
    orders = []
    submit = house.submission.submit

    async def remember(order):
        orders.append(order)
        return await submit(order)

    monkeypatch.setattr(house.submission, "submit", remember)
    for who in (town.alice, carol, town.mod):
        await ask(town, who)

    alices, carols, mods = orders
    assert alices.role_ids == {town.guild.id}
    assert carols.role_ids == {town.guild.id, booster.id}
    assert [each.may_manage_messages for each in orders] == [False, False, True]
    assert len(mods.role_ids) == 2


async def test_the_roles_are_known_also_while_discord_has_not_told_of_the_server(
    town, env, carol, booster, set_limits
):
    await set_limits(member=Allowance(jobs_per_day=0), roles=[(booster, Allowance(jobs_per_day=1))])
    env.bot.get_guild(town.guild.id)._roles.clear()

    assert (await ask(town, carol)).content.startswith(f"**{PROMPT}**")


async def test_the_quota_tells_a_months_share_the_roles_and_when_more_frees(
    house, town, carol, booster, set_limits
):
    await set_limits(
        server=Allowance(jobs_per_day=7, jobs_per_month=20),
        member=Allowance(jobs_per_day=1),
        roles=[(booster, Allowance(jobs_per_day=3, jobs_per_month=5))],
    )
    await ask(town, carol)
    asked_at = (await newest(house)).queued_at
    day_ends = int((asked_at + timedelta(days=1)).timestamp())
    month_ends = int((asked_at + MONTH).timestamp())

    assert await quota(town, carol) == [
        "**What you have left**",
        f"Clips in 24 hours: 2 of 3 left. One more comes back <t:{day_ends}:R>.",
        f"Clips in 30 days: 4 of 5 left. One more comes back <t:{month_ends}:R>.",
        "Waiting: 1. Being made: 0.",
        "-# A role of yours sets what you may ask for here.",
        "**What this server has left**",
        f"Clips in 24 hours: 6 of 7 left. One more comes back <t:{day_ends}:R>.",
        f"Clips in 30 days: 19 of 20 left. One more comes back <t:{month_ends}:R>.",
        "Waiting: 1. Being made: 0.",
    ]
    assert (await quota(town, town.alice))[1:3] == [
        "Clips in 24 hours: 1 of 1 left.",
        "Waiting: 0. Being made: 0.",
    ]


async def test_money_that_is_used_up_is_told_with_sums_only_where_prices_are_shown(
    house, town, env, set_limits
):
    await set_limits(member=Allowance(usd_per_month=Decimal("2.00")))
    await ask(town, town.alice)
    ends = int(((await newest(house)).queued_at + MONTH).timestamp())

    assert (await quota(town, town.alice))[-1] == (
        "What may be spent on clips here is used up. "
        f"It is enough for another clip again <t:{ends}:R>."
    )

    house.show_prices = True
    await env.restart_bot(house.new_bot())
    assert (
        "Money in 30 days: $1.40 of $2.00 used. That is not enough for another clip; "
        f"it is again <t:{ends}:R>."
    ) in await quota(town, town.alice)
    refused = await ask(town, town.alice)
    assert refused.content.startswith("You have used up what you may spend here in 30 days.")


async def test_a_card_tells_the_expected_price_where_it_may_be_shown(house, town, env, accepted):
    hidden = town.message((await accepted()).card_message_id)
    assert "$" not in hidden.content
    house.show_prices = True
    await env.restart_bot(house.new_bot())

    job = await accepted(duration=10)
    first = town.message(job.card_message_id).content
    assert first.splitlines()[1] == "10 s · 16:9 · cfg 0.5 · expected to cost $2.80"

    await env.restart_bot(house.new_bot())
    await house.messenger.show_card(job, CardView(place=2))
    assert town.message(job.card_message_id).content == first

    kept = replace(await house.take(job, JobStatus.CANCELLED), reason="cancelled_by_member")
    await house.messenger.show_card(kept, CardView())
    assert "$" not in town.message(job.card_message_id).content
