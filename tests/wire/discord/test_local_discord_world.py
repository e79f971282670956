"""The world without a wire: what people see, may give and may do."""

import asyncio

import discord
import pytest
from simcord.backend.errors import BackendError
from simcord.http.router import dispatch

from sandbox.discord.changes import MAX_UNREAD_CHANGES
from sandbox.discord.refusals import ActionRefusedError
from sandbox.discord.views import NO_ANSWER
from sandbox.discord.world import World

TEXT, ATTACHMENT, USER, CHANNEL, ROLE, MENTIONABLE, SUBCOMMAND = 3, 11, 6, 7, 8, 9, 1
MANAGE_MESSAGES = str(discord.Permissions(manage_messages=True).value)
THINKING, SHOW_FORM, MESSAGE = 5, 9, 4


@pytest.fixture
def world(now):
    world = World(now=now)
    yield world
    world.close()


@pytest.fixture
def heard(world):
    """The interactions that a bot would have heard of."""
    payloads = []
    world.backend.subscribers.append(
        lambda event, payload: payloads.append(payload) if event == "INTERACTION_CREATE" else None
    )
    return payloads


@pytest.fixture
def people(world):
    return {person["name"]: int(person["id"]) for person in world.people()}


@pytest.fixture
def at_showreel(world):
    return {"channel_id": world.place("showreel").id}


def register(world, *options, guild=None, name="tool", **fields):
    command = {"name": name, "type": 1, "description": "x", "options": list(options), **fields}
    scope = "" if guild is None else f"/guilds/{guild}"
    path = f"/applications/{world.backend.application_id}{scope}/commands"
    dispatch(world.backend, "PUT", path, json=[command])


def option(kind, name="thing", **fields):
    return {"type": kind, "name": name, "description": "x", **fields}


def answer(world, payload, kind, data=None):
    path = f"/interactions/{payload['id']}/{payload['token']}/callback"
    return dispatch(world.backend, "POST", path, json={"type": kind, "data": data or {}})


async def show_form(world, heard, person_id, at, *fields):
    begun = await world.run_command("tool", person_id=person_id, **at)
    form = {"custom_id": "form", "title": "Form", "components": list(fields)}
    answer(world, heard[-1], SHOW_FORM, form)
    return {"person_id": person_id, "interaction_id": int(begun["id"])}


def labelled(component):
    return {"type": 18, "label": "Field", "component": {"custom_id": "field", **component}}


def sent_field(heard):
    return heard[-1]["data"]["components"][0]["component"]


# -- what is offered


def test_moderators_commands_are_offered_to_moderators(world, people, at_showreel):
    register(world, default_member_permissions=MANAGE_MESSAGES)

    assert world.commands(**at_showreel, person_id=people["Mira"]) == []
    assert len(world.commands(**at_showreel, person_id=people["Ada"])) == 1
    assert world.commands(**at_showreel, person_id=people["Sol"]) == []


def test_subcommands_are_offered_by_their_full_names(world, people, at_showreel):
    leaf = option(SUBCOMMAND, "list", options=[option(TEXT)])
    register(world, leaf, name="videos")

    (offered,) = world.commands(**at_showreel, person_id=people["Mira"])
    assert (offered["name"], offered["options"][0]["name"]) == ("videos list", "thing")


def test_a_servers_own_command_stands_before_the_general_one(world, people, at_showreel):
    register(world, option(TEXT, "general"))
    register(world, option(TEXT, "local"), guild=world.place("Harbour Film Club").id)

    (offered,) = world.commands(**at_showreel, person_id=people["Mira"])
    assert offered["options"][0]["name"] == "local"


async def test_a_servers_own_command_names_its_server(world, people, heard, at_showreel):
    guild_id = world.place("Harbour Film Club").id
    register(world, guild=guild_id)

    await world.run_command("tool", person_id=people["Mira"], **at_showreel)

    assert heard[0]["data"]["guild_id"] == str(guild_id)


@pytest.mark.parametrize("name", ["nothing", "tool more"])
async def test_a_command_that_is_not_there_cannot_be_run(world, people, at_showreel, name):
    register(world)

    with pytest.raises(ActionRefusedError):
        await world.run_command(name, person_id=people["Mira"], **at_showreel)


async def test_a_command_for_moderators_is_refused_to_members(world, people, at_showreel):
    register(world, default_member_permissions=MANAGE_MESSAGES)

    with pytest.raises(ActionRefusedError):
        await world.run_command("tool", person_id=people["Mira"], **at_showreel)


# -- what is given


async def test_users_roles_and_channels_arrive_described(world, people, heard, at_showreel):
    kinds = {"user": USER, "channel": CHANNEL, "role": ROLE, "any": MENTIONABLE, "other": 9}
    register(world, *[option(kind, name) for name, kind in kinds.items()])
    guild = world.backend.get_guild(world.place("Harbour Film Club").id)
    moderator = next(role.id for role in guild.roles.values() if role.name == "Moderator")
    given = {
        "user": people["Sol"],
        "channel": world.place("general").id,
        "role": moderator,
        "any": str(people["Jonas"]),
        "other": moderator,
    }

    await world.run_command("tool", given, person_id=people["Mira"], **at_showreel)

    resolved = heard[0]["data"]["resolved"]
    assert set(resolved["users"]) == {str(people["Sol"]), str(people["Jonas"])}
    assert set(resolved["members"]) == {str(people["Jonas"])}
    assert resolved["roles"][str(moderator)]["name"] == "Moderator"
    assert resolved["channels"][str(world.place("general").id)]["permissions"]


async def test_what_does_not_exist_here_cannot_be_picked(world, people, at_showreel):
    elsewhere = world.place("lobby").id
    for picked in (option(ROLE), option(CHANNEL), option(CHANNEL, channel_types=[2])):
        register(world, picked)
        for entity_id in (elsewhere, 5):
            with pytest.raises(ActionRefusedError) as refused:
                await world.run_command(
                    "tool", {"thing": entity_id}, person_id=people["Mira"], **at_showreel
                )
            assert refused.value.option == "thing"


async def test_only_the_allowed_kind_of_channel_can_be_picked(world, people, at_showreel):
    register(world, option(CHANNEL, channel_types=[2]))
    given = {"thing": world.place("general").id}

    with pytest.raises(ActionRefusedError):
        await world.run_command("tool", given, person_id=people["Mira"], **at_showreel)


async def test_a_required_pick_is_required(world, people, at_showreel):
    register(world, option(USER, required=True))

    with pytest.raises(ActionRefusedError) as refused:
        await world.run_command("tool", person_id=people["Mira"], **at_showreel)

    assert refused.value.option == "thing"


async def test_a_given_file_can_be_read(world, people, heard, at_showreel):
    register(world, option(ATTACHMENT))
    given = {"thing": ("still.png", b"picture")}

    await world.run_command("tool", given, person_id=people["Mira"], **at_showreel)

    (attachment_id,) = heard[0]["data"]["resolved"]["attachments"]
    assert world.attachment(int(attachment_id)).path.read_bytes() == b"picture"


async def test_suggestions_are_asked_for_with_what_fits_so_far(world, people, heard, at_showreel):
    register(world, option(TEXT, "focus", autocomplete=True), option(4, "count"), option(TEXT))

    asking = asyncio.create_task(
        world.autocomplete(
            "tool",
            "focus",
            "fo",
            person_id=people["Mira"],
            filled={"count": "half-typed", "thing": "whole", "focus": "old", "else": 1},
            **at_showreel,
        )
    )
    while not heard:
        await asyncio.sleep(0)
    choices = [{"name": "fox", "value": "fox"}]
    answer(world, heard[0], 8, {"choices": choices})
    world.news.interaction_changed(int(heard[0]["id"]))

    assert await asking == choices
    assert [given["name"] for given in heard[0]["data"]["options"]] == ["thing", "focus"]


async def test_an_option_without_suggestions_is_not_asked_about(world, people, at_showreel):
    register(world, option(TEXT))

    for name in ("thing", "nothing"):
        with pytest.raises(ActionRefusedError):
            await world.autocomplete("tool", name, "x", person_id=people["Mira"], **at_showreel)


# -- forms


@pytest.mark.parametrize(
    ("component", "given", "sent"),
    [
        ({"type": 4, "style": 1}, "words", {"value": "words"}),
        ({"type": 4, "style": 1, "value": "filled in"}, None, {"value": "filled in"}),
        ({"type": 4, "style": 1, "required": False}, None, {"value": ""}),
        ({"type": 23}, None, {"value": False}),
        ({"type": 23}, True, {"value": True}),
        ({"type": 21, "required": False}, None, {"value": None}),
        ({"type": 21}, "a", {"value": "a"}),
        ({"type": 22}, ["a", "b"], {"values": ["a", "b"]}),
        ({"type": 22, "required": False}, None, {"values": []}),
        ({"type": 3}, ["b"], {"values": ["b"]}),
        ({"type": 5, "required": False}, None, {"values": []}),
    ],
)
async def test_each_control_of_a_form_sends_what_was_given(
    world, people, heard, at_showreel, component, given, sent
):
    if component["type"] in {3, 21, 22}:
        component = {**component, "options": [{"label": v, "value": v} for v in "ab"]}
    register(world)
    form = await show_form(world, heard, people["Mira"], at_showreel, labelled(component))

    await world.submit_modal({} if given is None else {"field": given}, **form)

    field = sent_field(heard)
    assert {key: field[key] for key in sent} == sent


@pytest.mark.parametrize(
    ("component", "given"),
    [
        ({"type": 4, "style": 1}, 5),
        ({"type": 4, "style": 1}, ""),
        ({"type": 4, "style": 1, "min_length": 3}, "ab"),
        ({"type": 21, "required": True}, None),
        ({"type": 21}, "c"),
        ({"type": 22}, ["a", "a"]),
        ({"type": 22, "required": True}, None),
        ({"type": 3}, ["c"]),
        ({"type": 3}, ["a", "b"]),
        ({"type": 5}, ["7"]),
    ],
)
async def test_a_form_that_is_filled_in_wrongly_stays_open(
    world, people, heard, at_showreel, component, given
):
    if component["type"] in {3, 21, 22}:
        component = {**component, "options": [{"label": v, "value": v} for v in "ab"]}
    register(world)
    form = await show_form(world, heard, people["Mira"], at_showreel, labelled(component))

    with pytest.raises(ActionRefusedError):
        await world.submit_modal({} if given is None else {"field": given}, **form)
    with pytest.raises(ActionRefusedError):
        await world.submit_modal({"no such field": 1}, **form)

    assert len(heard) == 1


@pytest.mark.parametrize(
    ("kind", "bucket", "whose"),
    [(5, "users", "Jonas"), (6, "roles", "role"), (7, "users", "Ada"), (8, "channels", "general")],
)
async def test_entities_and_files_can_be_given_in_a_form(
    world, people, heard, at_showreel, kind, bucket, whose
):
    guild = world.backend.get_guild(world.place("Harbour Film Club").id)
    ids = people | {"role": guild.id, "general": world.place("general").id}
    register(world)
    fields = (labelled({"type": kind}), {**labelled({"type": 19}), "label": "File"})
    fields[1]["component"]["custom_id"] = "file"
    form = await show_form(world, heard, people["Mira"], at_showreel, *fields)

    await world.submit_modal({"field": [str(ids[whose])], "file": [("note.txt", b"note")]}, **form)

    resolved = heard[-1]["data"]["resolved"]
    assert set(resolved[bucket]) == {str(ids[whose])}
    assert len(resolved["attachments"]) == 1


async def test_an_old_style_form_of_rows_is_sent_in_rows(world, people, heard, at_showreel):
    register(world)
    text = {"type": 4, "style": 1, "custom_id": "field", "label": "Words"}
    row = {"type": 1, "components": [text]}
    form = await show_form(world, heard, people["Mira"], at_showreel, row)

    await world.submit_modal({"field": "words"}, **form)

    (sent,) = heard[-1]["data"]["components"]
    assert sent["components"][0]["value"] == "words"


async def test_words_between_the_fields_of_a_form_are_no_field(world, people, heard, at_showreel):
    register(world)
    words = {"type": 10, "content": "Read this first"}
    field = labelled({"type": 4, "style": 1})
    form = await show_form(world, heard, people["Mira"], at_showreel, words, field)

    await world.submit_modal({"field": "words"}, **form)

    assert [part["type"] for part in heard[-1]["data"]["components"]] == [10, 18]


async def test_a_menu_of_people_in_a_message_describes_them(world, people, heard, at_showreel):
    menu = {"type": 5, "custom_id": "who"}
    message = world.backend.create_message(
        at_showreel["channel_id"],
        world.backend.bot_user.id,
        components=[{"type": 1, "components": [menu]}],
    )
    chosen = [str(people["Jonas"])]

    await world.choose(
        "who", chosen, person_id=people["Mira"], **at_showreel, message_id=message.id
    )

    data = heard[-1]["data"]
    assert (data["values"], list(data["resolved"]["users"])) == (chosen, chosen)


async def test_a_form_opened_by_a_button_still_knows_its_message(world, people, heard, at_showreel):
    button = {"type": 2, "style": 1, "label": "Edit", "custom_id": "edit"}
    message = world.backend.create_message(
        at_showreel["channel_id"],
        world.backend.bot_user.id,
        components=[{"type": 1, "components": [button]}],
    )
    who = {"person_id": people["Mira"], **at_showreel}
    begun = await world.press_button("edit", **who, message_id=message.id)
    field = labelled({"type": 4, "style": 1})
    form = {"custom_id": "form", "title": "Form", "components": [field]}
    answer(world, heard[-1], SHOW_FORM, form)

    await world.submit_modal(
        {"field": "words"}, person_id=people["Mira"], interaction_id=int(begun["id"])
    )

    assert heard[-1]["message"]["id"] == str(message.id)


# -- buttons


@pytest.mark.parametrize(
    "button",
    [
        {"style": 5, "url": "https://example.com", "label": "Link"},
        {"style": 1, "custom_id": "other", "label": "Other"},
        {"style": 1, "custom_id": "go", "label": "Off", "disabled": True},
    ],
)
async def test_some_buttons_cannot_be_pressed(world, people, at_showreel, button):
    message = world.backend.create_message(
        at_showreel["channel_id"],
        world.backend.bot_user.id,
        components=[{"type": 1, "components": [{"type": 2, **button}]}],
    )

    with pytest.raises(ActionRefusedError):
        await world.press_button(
            "go", person_id=people["Mira"], **at_showreel, message_id=message.id
        )


async def test_nobody_presses_what_they_do_not_see(world, people, at_showreel):
    message = world.backend.create_message(
        at_showreel["channel_id"], world.backend.bot_user.id, "card"
    )

    with pytest.raises(ActionRefusedError):
        await world.press_button(
            "go", person_id=people["Sol"], **at_showreel, message_id=message.id
        )


# -- people's own messages


async def test_messages_are_deleted_by_their_authors_and_by_moderators(world, people, at_showreel):
    sent = await world.send_message("hello", person_id=people["Mira"], **at_showreel)
    there = {**at_showreel, "message_id": int(sent["id"])}

    with pytest.raises(ActionRefusedError):
        await world.delete_message(person_id=people["Jonas"], **there)
    await world.delete_message(person_id=people["Ada"], **there)

    assert world.messages(**at_showreel, person_id=people["Mira"]) == []


async def test_a_direct_message_is_deleted_by_its_author_only(world, people):
    opened = await world.open_direct_messages(person_id=people["Mira"])
    channel_id = int(opened["id"])
    message = world.backend.create_message(channel_id, world.backend.bot_user.id, "your clip")

    with pytest.raises(ActionRefusedError):
        await world.delete_message(
            person_id=people["Mira"], channel_id=channel_id, message_id=message.id
        )

    assert opened["guild_id"] is None


async def test_who_may_not_write_somewhere_does_not(world, people):
    with pytest.raises(ActionRefusedError):
        await world.send_message(
            "hi", person_id=people["Sol"], channel_id=world.place("general").id
        )


async def test_a_thread_is_a_channel_like_others(world, people, at_showreel):
    thread = world.create_thread("Rushes", **at_showreel, person_id=people["Mira"])
    sent = await world.send_message("hi", person_id=people["Jonas"], channel_id=int(thread["id"]))

    names = [c["name"] for c in world.guilds(person_id=people["Jonas"])[0]["channels"]]
    assert "Rushes" in names
    assert sent["content"] == "hi"


# -- news


async def test_each_person_hears_of_what_that_person_sees(world, people, heard, at_showreel):
    register(world)
    with (
        world.subscribe(person_id=people["Mira"]) as miras,
        world.subscribe(person_id=people["Jonas"]) as jonases,
        world.subscribe(person_id=people["Sol"]) as sols,
    ):
        await world.run_command("tool", person_id=people["Mira"], **at_showreel)
        answer(world, heard[0], MESSAGE, {"content": "psst", "flags": 64})
        await world.send_message("hello", person_id=people["Jonas"], **at_showreel)
        world.news.bot_connection(online=True)
        kinds = [
            [(await s.next())["kind"] for _ in range(n)]
            for s, n in ((miras, 4), (jonases, 2), (sols, 1))
        ]

    assert kinds == [
        ["interaction_changed", "message_created", "message_created", "bot_connection"],
        ["message_created", "bot_connection"],
        ["bot_connection"],
    ]


async def test_whoever_falls_far_behind_is_told_to_look_again(world):
    with world.subscribe() as changes:
        for _ in range(MAX_UNREAD_CHANGES + 1):
            world.news.commands_changed()

        assert await changes.next() == {"kind": "missed_changes"}


async def test_changes_to_channels_are_news(world, at_showreel):
    with world.subscribe() as changes:
        world.set_bot_permission("attach_files", **at_showreel, allowed=False)

        async for change in changes:
            assert change["kind"] == "channels_changed"
            break


@pytest.mark.looptime
async def test_silence_is_announced_though_nothing_happens(world, people, now, at_showreel):
    register(world)
    begun = await world.run_command("tool", person_id=people["Mira"], **at_showreel)
    with world.subscribe(person_id=people["Mira"]) as changes:
        now.advance(seconds=3)
        change = await changes.next()

    assert change["interaction"]["id"] == begun["id"]
    assert change["interaction"]["error"] == NO_ANSWER


async def test_news_of_an_interaction_that_never_was_is_none(world):
    with world.subscribe() as changes:
        world.news.interaction_changed(1)
        world.news.commands_changed()

        assert await changes.next() == {"kind": "commands_changed"}


async def test_an_endless_thinking_fails_with_its_token(world, people, heard, now, at_showreel):
    register(world)
    begun = await world.run_command("tool", person_id=people["Mira"], **at_showreel)
    answer(world, heard[0], THINKING)
    now.advance(minutes=15)

    assert world.interaction(int(begun["id"]))["state"] == "failed"


# -- the backend's own additions


def test_many_messages_deleted_at_once_take_their_files_along(world, at_showreel):
    channel_id = at_showreel["channel_id"]
    files = world.backend.store_attachments(channel_id, [("a.txt", b"a"), ("b.txt", b"b")])
    messages = [
        world.backend.create_message(channel_id, world.backend.bot_user.id, attachments=[file])
        for file in files
    ]

    world.backend.bulk_delete_messages(channel_id, [*(m.id for m in messages), 5])

    assert [world.attachment(int(file["id"])) for file in files] == [None, None]
    assert list(world.backend.attachments.folder.iterdir()) == []


def test_a_server_has_four_boost_tiers(world):
    with pytest.raises(ValueError, match="0 to 3"):
        world.set_boost_tier(world.place("Night Shift").id, 4)


def test_a_token_that_never_was_leads_nowhere(world):
    with pytest.raises(BackendError) as refused:
        world.backend.interaction_by_token("made up")

    assert refused.value.code == 10015


def test_logs_do_not_grow_for_ever(world):
    for _ in range(2000):
        dispatch(world.backend, "GET", "/users/@me")

    assert len(world.backend.http_requests) <= 500
    assert len(world.backend.transcript) <= 500


def test_files_may_live_in_a_folder_of_ones_own(tmp_path):
    world = World(media_dir=tmp_path)
    world.backend.store_attachments(1, [("a.txt", b"a")])

    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"a"]


async def test_a_bot_knows_which_channels_are_age_restricted(bot, world):
    after_dark, lit = world.place("after-dark").id, world.place("showreel").id

    assert bot.get_channel(after_dark).is_nsfw()
    assert (await bot.fetch_channel(after_dark)).is_nsfw()
    assert not bot.get_channel(lit).is_nsfw()
