"""Messages and files that the bot sends with its own token."""

import asyncio
import tracemalloc

import aiohttp
import discord
import pytest

MIB = 1024 * 1024


async def test_a_file_with_a_reply_and_a_nonce_is_sent_once(mira, showreel, clip, make_clip):
    await mira.slash("echo", {"text": "the card"})
    (card,) = mira.sees()
    reference = discord.MessageReference(
        message_id=int(card["id"]), channel_id=showreel.id, fail_if_not_exists=False
    )
    mentions = discord.AllowedMentions(users=[discord.Object(mira.id)], replied_user=False)

    first, second = [
        await showreel.send(
            f"<@{mira.id}> your clip",
            file=make_clip(),
            reference=reference,
            allowed_mentions=mentions,
            nonce=4711,
        )
        for _ in range(2)
    ]

    assert first.id == second.id
    assert second.nonce == "4711"
    _, message = mira.sees()
    assert message["message_reference"]["message_id"] == card["id"]
    assert message["pinged_user_ids"] == [str(mira.id)]
    assert message["attachments"][0]["description"] == "A clip"
    assert await second.attachments[0].read() == clip
    files = list(mira.world.backend.attachments.folder.iterdir())
    assert len(files) == 1


async def test_another_nonce_or_another_time_makes_another_message(showreel, now):
    sent = [
        await showreel.send("one", nonce=1),
        await showreel.send("two", nonce=2),
    ]
    now.advance(minutes=6)
    sent.append(await showreel.send("three", nonce=1))

    assert len({message.id for message in sent}) == 3


async def test_the_nonce_of_a_deleted_message_is_not_used_again(showreel):
    message = await showreel.send("gone soon", nonce=9)
    await message.delete()

    with pytest.raises(discord.NotFound) as refused:
        await showreel.send("gone soon", nonce=9)

    assert refused.value.code == 10008


async def test_a_nonce_is_at_most_25_characters(showreel):
    with pytest.raises(discord.HTTPException) as refused:
        await showreel.send("too long a name", nonce="n" * 26)

    assert (refused.value.status, refused.value.code) == (400, 50035)


async def test_a_message_is_edited_and_deleted_before_everybodys_eyes(mira, jonas, showreel):
    message = await showreel.send("draft")
    await message.edit(content="final")
    seen = jonas.sees()
    await message.delete()

    assert [entry["content"] for entry in seen] == ["final"]
    assert mira.sees() == []


async def test_the_file_of_a_deleted_message_is_gone(showreel, make_clip):
    message = await showreel.send(file=make_clip())
    await message.delete()

    with pytest.raises(discord.NotFound):
        await message.attachments[0].read()


async def test_an_edit_that_leaves_a_file_out_removes_it(mira, showreel, make_clip):
    message = await showreel.send("with clip", file=make_clip())
    edited = await message.edit(attachments=[])

    assert edited.attachments == []
    assert mira.world.attachment(message.attachments[0].id) is None


async def test_a_player_may_ask_for_a_part_of_the_clip(discord_server, showreel, clip, make_clip):
    message = await showreel.send(file=make_clip())
    async with (
        aiohttp.ClientSession(connector=discord_server.connector()) as session,
        session.get(message.attachments[0].url, headers={"Range": "bytes=10-19"}) as part,
    ):
        body = await part.read()

    assert (part.status, part.content_type) == (206, "video/mp4")
    assert body == clip[10:20]


@pytest.mark.parametrize(("tier", "limit_mib"), [(0, 10), (2, 50)])
async def test_a_channel_takes_files_up_to_its_servers_limit(
    bot, mira, showreel, make_clip, tier, limit_mib
):
    async with asyncio.TaskGroup() as both:
        both.create_task(bot.wait_for("guild_update", timeout=5))
        await asyncio.sleep(0)
        mira.world.set_boost_tier(showreel.guild.id, tier)
    assert showreel.guild.filesize_limit == limit_mib * MIB

    await showreel.send(file=make_clip(limit_mib * MIB))
    with pytest.raises(discord.HTTPException) as refused:
        await showreel.send(file=make_clip(limit_mib * MIB + 1))

    assert (refused.value.status, refused.value.code) == (413, 40005)
    assert len(list(mira.world.backend.attachments.folder.iterdir())) == 1


async def test_an_interaction_takes_files_up_to_its_own_limit(bot, mira, make_clip):
    """The member's own account may allow more than the server does, or less."""
    await mira.slash("later", states=("thinking",), attachment_size_limit=12 * MIB)
    interaction = await bot.interactions.get()

    await interaction.followup.send(file=make_clip(12 * MIB))
    with pytest.raises(discord.HTTPException) as refused:
        await interaction.followup.send(file=make_clip(12 * MIB + 1))

    assert (refused.value.status, refused.value.code) == (413, 40005)


async def test_a_first_answer_takes_files_up_to_the_interactions_limit(bot, mira, make_clip):
    """A refused first answer was none: the bot may try again with less."""
    begun = await mira.world.run_command("silent", **mira.where, attachment_size_limit=1000)
    interaction = await bot.interactions.get()

    with pytest.raises(discord.HTTPException) as refused:
        await interaction.response.send_message(file=make_clip(1001))
    await interaction.response.send_message(file=make_clip(1000))

    assert (refused.value.status, refused.value.code) == (413, 40005)
    assert mira.world.interaction(int(begun["id"]))["state"] == "answered"


@pytest.mark.parametrize(
    ("missing", "code"),
    [
        ("send_messages", 50013),
        ("attach_files", 50013),
        ("embed_links", 50013),
        ("read_message_history", 50013),
        ("view_channel", 50001),
    ],
)
async def test_each_missing_permission_is_missed(mira, showreel, make_clip, missing, code):
    reference = await showreel.send("first")
    mira.world.set_bot_permission(missing, channel_id=showreel.id, allowed=False)

    with pytest.raises(discord.Forbidden) as refused:
        await showreel.send(
            file=make_clip(), embed=discord.Embed(title="A clip"), reference=reference
        )

    assert refused.value.code == code
    mira.world.set_bot_permission(missing, channel_id=showreel.id, allowed=True)
    await showreel.send(file=make_clip(), embed=discord.Embed(title="A clip"), reference=reference)


async def test_a_deleted_channel_takes_no_message(mira, showreel, make_clip):
    await showreel.send(file=make_clip())
    mira.world.delete_channel(showreel.id)

    with pytest.raises(discord.NotFound) as refused:
        await showreel.send("anyone here?")

    assert refused.value.code == 10003
    assert list(mira.world.backend.attachments.folder.iterdir()) == []


async def test_in_a_thread_the_thread_permission_counts(bot, mira, showreel):
    thread = mira.world.create_thread("Rushes", channel_id=showreel.id, person_id=mira.id)
    mira.world.set_bot_permission("send_messages", channel_id=showreel.id, allowed=False)

    channel = bot.get_partial_messageable(int(thread["id"]))
    await channel.send("in the thread")

    seen = mira.world.messages(int(thread["id"]), person_id=mira.id)
    assert [message["content"] for message in seen] == ["in the thread"]


async def test_the_bot_writes_to_a_person_directly(bot, mira, make_clip):
    user = await bot.fetch_user(mira.id)
    await user.send("your clip", file=make_clip())

    opened = await mira.world.open_direct_messages(person_id=mira.id)
    (message,) = mira.world.messages(int(opened["id"]), person_id=mira.id)
    assert message["content"] == "your clip"


async def test_a_person_who_closed_direct_messages_gets_none(bot, mira):
    user = await bot.fetch_user(mira.id)
    mira.world.set_direct_messages(person_id=mira.id, is_open=False)

    with pytest.raises(discord.Forbidden) as refused:
        await user.send("hello?")
    mira.world.set_direct_messages(person_id=mira.id, is_open=True)
    await user.send("hello")

    assert refused.value.code == 50007


async def test_a_person_who_shares_no_server_gets_no_direct_message(bot, mira):
    user = await bot.fetch_user(mira.id)
    mira.world.remove_bot(mira.world.place("Harbour Film Club").id)

    with pytest.raises(discord.Forbidden) as refused:
        await user.send("hello?")

    assert refused.value.code == 50007


async def test_what_others_write_arrives_without_words(bot, mira, showreel):
    """The bot asks for no privileged intent, so it reads nobody's messages."""
    arrived = bot.loop.create_future()
    bot.on_message = arrived.set_result
    await mira.world.send_message("private chatter", **mira.where)
    message = await arrived

    (fetched,) = [entry async for entry in showreel.history(limit=5)]
    assert (message.author.id, message.content, fetched.content) == (mira.id, "", "")


async def test_a_clip_of_a_hundred_mebibytes_never_sits_in_memory(mira, showreel, make_clip):
    mira.world.set_boost_tier(showreel.guild.id, 3)
    upload = make_clip(100 * MIB)
    tracemalloc.start()
    try:
        message = await showreel.send(file=upload)
        _, peak_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert message.attachments[0].size == 100 * MIB
    assert peak_bytes < 20 * MIB
