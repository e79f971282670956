"""Block, under what moderators see: a form about whoever asked, and nobody else may press it."""

import discord
import pytest
from simcord.actors import _dispatch_actor_interaction
from simcord.enums import InteractionType

from bot.domain.ids import GuildId, JobId, UserId
from cogs.block_button import BlockButton
from tests.integration.cogs.conftest import PROMPT

pytestmark = pytest.mark.simcord(shard_count=1, check_errors=False)


@pytest.fixture
def pressable(house, env, town):
    """Stand a message with a Block button about any job, as a case or a feed line has it."""

    async def build(job_id):
        (button,) = [item for item in house.parts.items if issubclass(item, BlockButton)]
        view = discord.ui.View(timeout=None)
        view.add_item(button(JobId(job_id), label="Block member"))
        where = env.bot.get_partial_messageable(town.channel.id)
        return await where.send("a line of the feed", view=view)

    return build


async def blocked(house, town, who):
    return await house.stores.blocks.of(
        UserId(who.id), guild_id=GuildId(town.guild.id), at=house.clock.now()
    )


async def submit_form(town, who, job_id, **values):
    rows = [
        {"type": 18, "id": 1, "component": {"type": 4, "custom_id": name, "value": value}}
        for name, value in values.items()
    ]
    return await _dispatch_actor_interaction(
        who,
        InteractionType.MODAL_SUBMIT,
        town.channel,
        {"custom_id": f"showreel:block-form:{job_id}", "components": rows},
    )


@pytest.mark.parametrize("restarted", ["never", "before the press", "while the form is open"])
async def test_a_moderator_blocks_the_requester_of_a_job(
    house, town, env, accepted, pressable, restarted
):
    job = await accepted()
    message = town.message((await pressable(job.id)).id)
    if restarted == "before the press":
        await env.restart_bot(house.new_bot())
    opened = await town.mod.click(message, label="Block member")
    if restarted == "while the form is open":
        await env.restart_bot(house.new_bot())

    answer = await town.mod.submit_modal(opened, {"duration": "2 days", "reason": "Spam"})

    assert answer.response.ephemeral
    assert answer.response.content.startswith(
        f"<@{town.alice.id}> is blocked and may ask for no clips in this server (Spam)."
    )
    block = await blocked(house, town, town.alice)
    assert (block.reason, block.created_by) == ("Spam", UserId(town.mod.id))
    (entry,) = await house.stores.audit.page(GuildId(town.guild.id), before=None, rows=5)
    assert (entry.job_id, entry.subject) == (job.id, str(town.alice.id))


async def test_the_form_says_whom_it_is_about(town, accepted, pressable):
    job = await accepted()
    message = town.message((await pressable(job.id)).id)

    answer = await town.mod.click(message, label="Block member")

    told, length, reason = answer.modal["components"]
    assert told["content"] == f"This is about <@{town.alice.id}>."
    assert (length["component"]["required"], reason["component"]["max_length"]) == (False, 200)


@pytest.mark.parametrize("who", ["alice", "bob"])
async def test_nobody_but_a_moderator_opens_or_submits_the_form(
    house, town, accepted, pressable, who
):
    presser = getattr(town, who)
    job = await accepted()
    message = town.message((await pressable(job.id)).id)

    pressed = await presser.click(message, label="Block member")
    submitted = await submit_form(town, presser, job.id, duration="", reason="")

    for answer in (pressed, submitted):
        assert answer.modal is None
        assert answer.response.ephemeral
        assert answer.response.content.startswith("This is for moderators")
    assert await blocked(house, town, town.alice) is None


async def test_another_servers_job_answers_like_one_that_does_not_exist(
    house, town, env, accepted, pressable
):
    job = await accepted()
    other = type(town)(env)
    theirs = await other.alice.slash(other.channel, "video", prompt=PROMPT)
    assert theirs.response is not None
    foreign = next(each for each in await house.jobs() if each.id != job.id)

    answers = set()
    for job_id in (foreign.id, 999999999999999999):
        message = town.message((await pressable(job_id)).id)
        answers.add((await town.mod.click(message, label="Block member")).response.content)
        answers.add((await submit_form(town, town.mod, job_id)).response.content)

    assert len(answers) == 1
    guild = GuildId(other.guild.id)
    assert await house.stores.blocks.ends(guild, at=house.clock.now()) == {}


async def test_ones_own_job_blocks_nobody(house, town, pressable):
    await town.mod.slash(town.channel, "video", prompt=PROMPT)
    job = await house.only_job()
    message = town.message((await pressable(job.id)).id)

    answer = await town.mod.click(message, label="Block member")

    assert answer.response.content.startswith("This is about yourself")


async def test_a_length_that_cannot_be_read_gives_the_reason_back(house, town, accepted):
    job = await accepted()

    answer = await submit_form(town, town.mod, job.id, duration="a while", reason="Not *here*.")

    sentence, heading, *typed = answer.response.content.splitlines()
    assert sentence.startswith("This cannot be read as a length of time (a while).")
    assert heading == "What you typed, so that it is not lost:"
    assert typed == ["```", "Not *here*.", "```"]
    assert await blocked(house, town, town.alice) is None
