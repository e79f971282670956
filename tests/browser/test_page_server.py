"""The page's server, spoken to without a browser: who is let in, and what it answers."""

import aiohttp
import pytest

from sandbox.page.files import with_local_addresses
from sandbox.page.server import PageServer
from tests.browser.page_caller import as_person, in_channel

CLIP = bytes(range(256)) * 40


class TestWhoIsLetIn:
    @pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "[bad"])
    async def test_a_site_that_rebinds_its_name_is_turned_away(self, http, host):
        async with http.get("/", headers={"Host": host}) as answer:
            assert answer.status == 421

    @pytest.mark.parametrize("host", ["localhost:1", "127.0.0.1", "[::1]:8765"])
    async def test_this_machines_own_names_are_welcome(self, http, host):
        async with http.get("/", headers={"Host": host}) as answer:
            assert answer.status == 200

    @pytest.mark.parametrize("origin", ["https://evil.example", "http://127.0.0.1:1", "null", None])
    async def test_another_site_cannot_open_the_live_connection(self, http, origin):
        headers = {} if origin is None else {"Origin": origin}

        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await http.ws_connect("/live", headers=headers)

        assert refused.value.status == 403

    async def test_every_answer_carries_the_policy_of_the_page(self, http):
        for path in ("/", "/static/js/main.js", "/nothing-here"):
            async with http.get(path) as answer:
                assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
                assert answer.headers["X-Content-Type-Options"] == "nosniff"

    async def test_nothing_above_the_static_folder_is_served(self, http):
        async with http.get("/static/%2e%2e/server.py") as answer:
            assert answer.status in {403, 404}

    async def test_a_taken_port_is_reported_and_nothing_stays_open(self, server, world, services):
        discord_server, eachlabs = services
        port = int(server.url.rstrip("/").rsplit(":", 1)[1])
        second = PageServer(
            world=world, discord_server=discord_server, eachlabs=eachlabs, port=port
        )

        with pytest.raises(OSError, match="address already in use"):
            await second.__aenter__()


class TestFiles:
    @pytest.fixture
    def attachment(self, world):
        def store(name):
            payload = world.backend.attachments.store_attachment(
                world.backend.snowflake(), world.place("showreel").id, name, CLIP, None
            )
            return with_local_addresses(payload)["url"]

        return store

    async def test_a_part_of_a_clip_can_be_asked_for(self, http, attachment):
        async with http.get(attachment("clip.mp4"), headers={"Range": "bytes=100-199"}) as answer:
            assert answer.status == 206
            assert f"bytes 100-199/{len(CLIP)}" == answer.headers["Content-Range"]
            assert answer.content_type == "video/mp4"
            assert CLIP[100:200] == await answer.read()

    async def test_a_file_that_is_no_picture_is_saved_and_never_run(self, http, attachment):
        async with http.get(attachment("page.html")) as answer:
            assert answer.headers["Content-Disposition"] == "attachment"

    async def test_a_file_is_gone_with_its_message(self, http, attachment, world):
        url = attachment("clip.mp4")
        world.backend.attachments.forget(int(url.split("/")[2]))

        async with http.get(url) as answer:
            assert answer.status == 404

    @pytest.mark.parametrize(
        "url",
        [
            "https://example.com/attachments/1/2/clip.mp4",
            "https://cdn.discordapp.com/emojis/1.png",
            "https://cdn.discordapp.com/attachments/1/2/a b",
            "not an address",
        ],
    )
    def test_other_addresses_stay_as_they_are(self, url):
        assert {"a": [url, 1]} == with_local_addresses({"a": [url, 1]})


class TestRequests:
    async def test_the_first_word_is_who_there_is_to_be(self, call):
        async with call() as page:
            people = (await page.event("people"))["people"]

            assert [one["name"] for one in people] == ["Mira", "Jonas", "Ada", "Sol", "Robin"]
            assert people[-1]["note"] == "Server owner"

    async def test_without_a_person_nothing_is_done(self, call, world):
        async with call() as page:
            answer = await page.ask("say", **in_channel(world), content="hello")

            assert (answer["ok"], answer["error"]) == (False, "Say first who you are.")

    async def test_nobody_can_be_who_is_not_there(self, call):
        async with call() as page:
            answer = await page.ask("be", person="1")

            assert answer["error"] == "There is no such person."

    @pytest.mark.parametrize(
        "frame", ["{", "[]", '"be"', '{"do": "be"}', '{"id": 1, "do": "fly"}', '{"id": 1}']
    )
    async def test_nonsense_is_passed_over_and_the_connection_lives_on(self, call, world, frame):
        async with call() as page:
            await page.say(frame)

            assert (await page.ask("be", **as_person(world, "Mira")))["ok"]

    @pytest.mark.parametrize(
        ("action", "fields", "error"),
        [
            ("open", {}, "channel is missing or of the wrong kind."),
            ("open", {"channel": "1e3"}, "channel is not an id."),
            ("open", {"channel": 7}, "channel is missing or of the wrong kind."),
            ("choose", {"values": [1]}, "values is not a list of texts."),
            ("speed", {"value": True}, "value is not a number."),
            ("speed", {"value": 0.5}, "The speed goes from 1 to 200."),
            ("fault", {"service": "x", "name": "y", "on": True}, "There is no such service."),
            ("fault", {"service": "discord", "name": "y", "on": True}, "There is no such switch."),
            (
                "fault",
                {"service": "discord", "name": "y", "on": 1},
                "on is missing or of the wrong kind.",
            ),
        ],
    )
    async def test_what_makes_no_sense_is_refused_in_words(
        self, call, world, action, fields, error
    ):
        async with call() as page:
            await page.ask("be", **as_person(world, "Mira"))
            base = {"custom_id": "x", **in_channel(world), "message": "1"}

            answer = await page.ask(action, **({} if action == "open" else base), **fields)

            assert (False, error) == (answer["ok"], answer["error"])

    async def test_another_servers_channel_cannot_be_written_to(self, call, world):
        async with call() as page:
            await page.ask("be", **as_person(world, "Sol"))

            answer = await page.ask("say", **in_channel(world), content="hello")

            assert answer["error"] == "This person does not see that channel"

    @pytest.mark.usefixtures("small_bot")
    async def test_a_refused_option_is_named(self, call, world):
        async with call() as page:
            await page.ask("be", **as_person(world, "Mira"))

            answer = await page.ask(
                "run",
                **in_channel(world),
                command="video",
                options={"prompt": "fox", "cfg_scale": 3},
            )

            assert (answer["option"], answer["ok"]) == ("cfg_scale", False)

    async def test_required_options_come_first_and_lone_commands_before_families(self, call, world):
        world.backend.register_commands(
            None,
            [
                {
                    "name": "a",
                    "type": 1,
                    "description": "Family",
                    "options": [{"type": 1, "name": "child", "description": "Child"}],
                },
                {
                    "name": "z",
                    "type": 1,
                    "description": "Alone",
                    "options": [
                        {"type": 3, "name": "maybe", "description": "Maybe"},
                        {"type": 3, "name": "must", "description": "Must", "required": True},
                    ],
                },
            ],
        )
        async with call() as page:
            await page.ask("be", **as_person(world, "Mira"))

            commands = (await page.ask("commands", **in_channel(world)))["commands"]

            assert [command["name"] for command in commands] == ["z", "a child"]
            assert [option["name"] for option in commands[0]["options"]] == ["must", "maybe"]

    async def test_a_wait_that_ends_without_an_answer_is_told_in_words(
        self, call, world, monkeypatch
    ):
        async def silence(*_args, **_kwargs):
            raise TimeoutError

        monkeypatch.setattr(world, "autocomplete", silence)
        async with call() as page:
            await page.ask("be", **as_person(world, "Mira"))

            answer = await page.ask(
                "suggest", **in_channel(world), command="c", option="o", typed="", options={}
            )

            assert answer["error"] == "The bot did not answer."


class TestLanguages:
    async def test_an_unknown_language_is_refused(self, call, world):
        async with call() as caller:
            await caller.ask("be", **as_person(world, "Mira"))
            own = await caller.ask("language", value="tlh")
            harbour = str(world.place("Harbour Film Club").id)
            servers = await caller.ask("server_language", server=harbour, value="tlh")

        assert (own["error"], servers["error"]) == ("There is no such language here",) * 2

    async def test_nobody_changes_the_language_of_a_server_they_are_not_in(self, call, world):
        async with call() as caller:
            await caller.ask("be", **as_person(world, "Mira"))
            night = str(world.place("Night Shift").id)
            refused = await caller.ask("server_language", server=night, value="de")

        assert refused["error"] == "You are not in that server."

    async def test_a_change_of_language_reaches_every_page_of_that_person(self, call, world):
        async with call() as one, call() as other:
            for caller in (one, other):
                await caller.ask("be", **as_person(world, "Mira"))
            await one.ask("language", value="ja")
            told = await other.event("view")

        assert told["view"]["you"]["locale"] == "ja"
