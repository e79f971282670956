"""Discord's own description judges what crosses the wire, and we judge the judge."""

import discord
import pytest

from tests.wire.openapi import DESCRIPTION, DiscordDescription

pytestmark = pytest.mark.skipif(
    not DESCRIPTION.is_file(), reason="Discord's description of its API is not on this machine"
)


@pytest.fixture(scope="module")
def description():
    return DiscordDescription.from_file()


@pytest.mark.usefixtures("bot")
async def test_all_that_a_bot_sends_is_as_discord_describes_it(
    bot, discord_server, mira, showreel, make_clip, description
):
    await mira.slash("echo", {"text": "hello", "secretly": True})
    await mira.slash("later", states=("thinking",))
    interaction = [await bot.interactions.get() for _ in range(2)][-1]
    await interaction.edit_original_response(content="halfway", attachments=[make_clip()])
    followup = await interaction.followup.send("more", file=make_clip(), wait=True)
    await followup.edit(content="most")
    await followup.delete()
    await mira.slash("count")
    await mira.press(mira.sees()[-1], "count:0")
    await mira.slash("menu")
    await mira.world.autocomplete("fruit", "name", "b", **mira.where)
    shown = await mira.slash("form")
    sent = await mira.world.submit_modal(
        {"words": "well"}, person_id=mira.id, interaction_id=int(shown["id"])
    )
    await mira.world.settled(int(sent["id"]))
    message = await showreel.send(
        "clip",
        file=make_clip(),
        embed=discord.Embed(title="A clip"),
        nonce=12,
        reference=showreel.get_partial_message(int(mira.sees()[0]["id"])),
        allowed_mentions=discord.AllowedMentions(users=[discord.Object(mira.id)]),
    )
    await message.edit(content="the clip", view=None)
    await message.delete()
    await (await bot.fetch_user(mira.id)).send("directly")

    faults = [
        fault
        for request in discord_server.requests
        for fault in description.faults(request.method, request.path, request.json)
    ]

    assert faults == []
    assert len(discord_server.requests) > 15
    assert {request.status for request in discord_server.requests} <= {200, 204}


CHANNEL_MESSAGES = "/channels/1/messages"
CALLBACK = "/interactions/1/token/callback"
COMMANDS = "/applications/1/commands"


@pytest.mark.parametrize(
    ("method", "path", "payload"),
    [
        ("POST", CHANNEL_MESSAGES, {"content": "x" * 4001}),
        ("POST", CHANNEL_MESSAGES, {"embeds": [{"title": "x" * 257}]}),
        ("POST", CHANNEL_MESSAGES, {"nonce": "n" * 26}),
        ("PATCH", "/webhooks/1/token/messages/@original", {"content": "x" * 2001}),
        ("POST", CALLBACK, {"type": 4, "data": {"content": "x" * 2001}}),
        ("POST", CALLBACK, {"type": 9, "data": {"custom_id": "x", "title": "x" * 46}}),
        ("PUT", COMMANDS, [{"name": "x" * 33, "description": "long name"}]),
        ("POST", "/users/@me/channels", {"recipient_id": 5}),
        ("POST", "/channels/1/no-such-thing", {}),
    ],
)
def test_what_discord_would_refuse_is_found(description, method, path, payload):
    assert description.faults(method, path, payload)


def test_ids_written_as_numbers_pass_as_discord_takes_them(description):
    payload = {"attachments": [{"id": 0, "filename": "clip.mp4"}], "content": "clip"}

    assert description.faults("POST", CHANNEL_MESSAGES, payload) == []
    assert description.faults("POST", "/users/@me/channels", {"recipient_id": 1 << 60}) == []
