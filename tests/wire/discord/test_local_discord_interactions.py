"""What a person does with the bot, and what they and others then see."""

import discord
import pytest

from sandbox.discord.refusals import ActionRefusedError
from sandbox.discord.views import NO_ANSWER


@pytest.mark.usefixtures("bot")
async def test_a_slash_command_is_answered_in_the_channel(mira, jonas):
    answered = await mira.slash("echo", {"text": "hello"})

    assert answered["state"] == "answered"
    assert [message["content"] for message in jonas.sees()] == ["hello"]
    assert jonas.sees()[0]["interaction_metadata"]["user"]["id"] == str(mira.id)


@pytest.mark.usefixtures("bot")
async def test_an_ephemeral_answer_is_seen_by_its_recipient_only(mira, jonas):
    answered = await mira.slash("echo", {"text": "psst", "secretly": True})

    assert answered["ephemeral"] is True
    assert [message["content"] for message in mira.sees()] == ["psst"]
    assert jonas.sees() == []


@pytest.mark.usefixtures("bot")
async def test_a_picked_user_arrives_as_a_user(mira, jonas):
    await mira.slash("echo", {"text": "hi", "whom": jonas.id})

    (message,) = mira.sees()
    assert message["content"] == f"<@{jonas.id}> hi"
    assert message["pinged_user_ids"] == [str(jonas.id)]


async def test_a_deferred_answer_shows_thinking_until_it_is_there(bot, mira, clip, make_clip):
    thinking = await mira.slash("later", states=("thinking",))
    (loading,) = mira.sees()
    interaction = await bot.interactions.get()

    await interaction.edit_original_response(content="halfway")
    await interaction.followup.send("here it is", file=make_clip())

    assert thinking["message_id"] == loading["id"]
    assert loading["thinking"] is True
    half, done = mira.sees()
    assert (half["content"], half["thinking"]) == ("halfway", False)
    assert done["attachments"][0]["size"] == len(clip)
    assert mira.world.interaction(int(thinking["id"]))["state"] == "answered"


async def test_the_first_followup_fills_the_deferred_answer(bot, mira, make_clip):
    await mira.slash("later", states=("thinking",))
    interaction = await bot.interactions.get()

    await interaction.followup.send("done", file=make_clip())

    (message,) = mira.sees()
    assert message["content"] == "done"


async def test_an_ephemeral_answer_can_be_fetched_edited_and_deleted_by_token(bot, mira):
    await mira.slash("echo", {"text": "one", "secretly": True})
    interaction = await bot.interactions.get()

    original = await interaction.original_response()
    await interaction.edit_original_response(content="two")
    (message,) = mira.sees()
    await interaction.delete_original_response()

    assert (original.content, message["content"]) == ("one", "two")
    assert mira.sees() == []


@pytest.mark.usefixtures("bot")
async def test_silence_fails_after_three_seconds(mira, now):
    begun = await mira.world.run_command("silent", **mira.where)
    now.advance(seconds=3)

    assert mira.world.interaction(int(begun["id"]))["error"] == NO_ANSWER


async def test_an_answer_after_three_seconds_comes_too_late(bot, mira, now):
    await mira.world.run_command("silent", **mira.where)
    interaction = await bot.interactions.get()
    now.advance(seconds=3)

    with pytest.raises(discord.NotFound) as refused:
        await interaction.response.send_message("late")

    assert refused.value.code == 10062


async def test_a_second_answer_is_refused(bot, mira):
    await mira.slash("echo", {"text": "once"})
    interaction = await bot.interactions.get()
    fresh = discord.InteractionResponse(interaction)

    with pytest.raises(discord.HTTPException) as refused:
        await fresh.send_message("twice")

    assert refused.value.code == 40060


async def test_before_the_first_answer_the_token_leads_nowhere(bot, mira):
    await mira.world.run_command("silent", **mira.where)
    interaction = await bot.interactions.get()

    with pytest.raises(discord.NotFound) as refused:
        await interaction.followup.send("too early")

    assert refused.value.code == 10015


async def test_after_fifteen_minutes_the_token_is_dead(bot, mira, now):
    await mira.slash("later", states=("thinking",))
    interaction = await bot.interactions.get()
    now.advance(minutes=15)

    with pytest.raises(discord.HTTPException) as refused:
        await interaction.edit_original_response(content="finished")

    assert (refused.value.status, refused.value.code) == (401, 50027)
    assert mira.world.interaction(interaction.id)["state"] == "failed"


async def test_a_button_works_after_the_bot_was_restarted(run_bot, mira):
    async with run_bot():
        await mira.slash("count")
    async with run_bot():
        await mira.press(mira.sees()[0], "count:0")

    button = mira.sees()[0]["components"][0]["components"][0]
    assert (button["label"], button["custom_id"]) == ("Counted 1", "count:1")


@pytest.mark.usefixtures("bot")
async def test_a_form_is_shown_checked_and_sent(mira):
    shown = await mira.slash("form")
    opener = int(shown["id"])
    with pytest.raises(ActionRefusedError):
        await mira.world.submit_modal(
            {"words": "far too many words"}, person_id=mira.id + 1, interaction_id=opener
        )
    with pytest.raises(ActionRefusedError):
        await mira.world.submit_modal({"words": "x" * 21}, person_id=mira.id, interaction_id=opener)
    sent = await mira.world.submit_modal(
        {"words": "well done"}, person_id=mira.id, interaction_id=opener
    )
    await mira.world.settled(int(sent["id"]))
    with pytest.raises(ActionRefusedError):
        await mira.world.submit_modal({"words": "again"}, person_id=mira.id, interaction_id=opener)

    assert shown["modal"]["title"] == "A note"
    assert mira.sees()[-1]["content"] == "Noted: well done"


@pytest.mark.usefixtures("bot")
async def test_suggestions_come_while_typing(mira):
    choices = await mira.world.autocomplete("fruit", "name", "ap", **mira.where)

    assert [choice["value"] for choice in choices] == ["apple", "apricot"]


@pytest.mark.usefixtures("bot")
async def test_a_menu_takes_what_it_offers(mira, jonas):
    await mira.slash("menu")
    message_id = int(mira.sees()[0]["id"])
    for refused in (["cherry"], [], ["apple", "apple"], ["apple", "apricot", "banana"]):
        with pytest.raises(ActionRefusedError):
            await jonas.world.choose("fruits", refused, **jonas.where, message_id=message_id)
    begun = await jonas.world.choose(
        "fruits", ["apple", "banana"], **jonas.where, message_id=message_id
    )
    await jonas.world.settled(int(begun["id"]))

    assert jonas.sees()[-1]["content"] == "apple and banana"
    assert len(mira.sees()) == 1


@pytest.mark.parametrize(
    ("options", "at_fault"),
    [
        ({}, "text"),
        ({"text": ""}, "text"),
        ({"text": "x" * 101}, "text"),
        ({"text": 5}, "text"),
        ({"text": "a", "secretly": "yes"}, "secretly"),
        ({"text": "a", "whom": "nobody"}, "whom"),
        ({"text": "a", "whom": 7}, "whom"),
        ({"text": "a", "colour": "red"}, "colour"),
    ],
)
@pytest.mark.usefixtures("bot")
async def test_options_are_checked_as_discord_checks_them(mira, options, at_fault):
    with pytest.raises(ActionRefusedError) as refused:
        await mira.slash("echo", options)

    assert refused.value.option == at_fault


async def test_a_forged_interaction_arrives_unchecked(bot, mira):
    """No app would offer this button; a bot has to cope with whoever presses it anyway."""
    begun = await mira.world.send_forged_interaction(
        {
            "type": 2,
            "data": {
                "id": "1",
                "name": "echo",
                "type": 1,
                "options": [{"name": "text", "type": 3, "value": "x" * 500}],
            },
        },
        **mira.where,
    )
    interaction = await bot.interactions.get()

    assert interaction.id == int(begun["id"])
    assert interaction.data["options"][0]["value"] == "x" * 500


async def test_the_interaction_tells_what_discord_tells(bot, mira, jonas):
    await jonas.slash("echo", {"text": "hallo"}, attachment_size_limit=500)
    interaction = await bot.interactions.get()

    assert interaction.filesize_limit == 500
    assert str(interaction.locale) == "de"
    assert interaction.context.guild is True
    assert interaction.is_guild_integration() is True
    assert interaction.permissions.attach_files is True
    assert interaction.app_permissions.attach_files is True
    assert interaction.app_permissions.manage_messages is False
    assert abs(interaction.created_at - mira.world.backend.clock.now()).total_seconds() < 1


async def test_in_direct_messages_the_same_commands_work(bot, mira):
    opened = await mira.world.open_direct_messages(person_id=mira.id)
    begun = await mira.world.run_command(
        "echo", {"text": "just us"}, person_id=mira.id, channel_id=int(opened["id"])
    )
    await mira.world.settled(int(begun["id"]))
    interaction = await bot.interactions.get()

    (message,) = mira.world.messages(int(opened["id"]), person_id=mira.id)
    assert message["content"] == "just us"
    assert interaction.guild_id is None
    assert interaction.context.dm_channel is True
