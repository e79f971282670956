"""What the page's server tells an open page by itself."""

import asyncio
import json

import aiohttp
import structlog

from sandbox.page.server import PageServer
from tests.browser.page_caller import as_person, in_channel


class TestNews:
    async def test_changed_permissions_change_the_view(self, call, world):
        async with call() as page:
            await page.ask("be", **as_person(world, "Mira"))
            world.create_thread(
                "cuts",
                channel_id=world.place("showreel").id,
                person_id=world.person("Mira").id,
            )

            view = (await page.event("view"))["view"]

            names = [channel["name"] for channel in view["servers"][0]["channels"]]
            assert "cuts" in names

    async def test_a_page_that_fell_behind_is_told_to_look_again(self, call, world):
        async with call() as page:
            await page.ask("be", **as_person(world, "Mira"))
            for number in range(1100):
                world.backend.create_message(
                    world.place("showreel").id, world.person("Jonas").id, f"{number}"
                )

            assert await page.event("stale")

    async def test_a_person_in_no_server_still_has_the_bot_to_talk_to(self, call, world):
        world.backend.remove_guild(world.place("Night Shift").id)
        async with call() as page:
            answer = await page.ask("be", **as_person(world, "Sol"))

            assert answer["view"]["you"]["note"] == "Member"
            assert answer["view"]["servers"] == []
            assert [channel["name"] for channel in answer["view"]["direct"]] == ["Showreel"]

    async def test_after_a_change_of_person_the_first_ones_news_stop(self, call, world):
        async with call() as page:
            await page.ask("be", **as_person(world, "Sol"))
            await page.ask("be", **as_person(world, "Mira"))
            await world.send_message(
                "for the night shift",
                person_id=world.person("Sol").id,
                channel_id=world.place("lobby").id,
            )
            await world.send_message(
                "for the harbour",
                person_id=world.person("Mira").id,
                channel_id=world.place("showreel").id,
            )

            assert (await page.event("message"))["message"]["content"] == "for the harbour"

    async def test_newly_registered_commands_are_told(self, call, world):
        async with call() as page:
            await page.ask("be", **as_person(world, "Mira"))
            world.backend.register_commands(
                None, [{"name": "new", "type": 1, "description": "New"}]
            )

            assert await page.event("commands_changed")
            commands = (await page.ask("commands", **in_channel(world)))["commands"]
            assert [command["name"] for command in commands] == ["new"]

    async def test_a_page_that_vanishes_does_not_disturb_the_others(self, call, world):
        async with call() as vanishing, call() as staying:
            await vanishing.ask("be", **as_person(world, "Mira"))
            await staying.ask("be", **as_person(world, "Mira"))
            vanishing.vanish()

            for number in range(3):
                await staying.ask("say", **in_channel(world), content=f"{number}")

            heard = [(await staying.event("message"))["message"]["content"] for _ in range(3)]
            assert heard == ["0", "1", "2"]

    async def test_a_mistake_of_ours_is_logged_and_the_page_lives_on(
        self, call, world, monkeypatch
    ):
        def stumble(*_args, **_kwargs):
            raise ZeroDivisionError

        monkeypatch.setattr(world, "messages", stumble)
        with structlog.testing.capture_logs() as logged:
            async with call() as page:
                await page.ask("be", **as_person(world, "Mira"))
                await page.say(json.dumps({"id": 99, "do": "open", **in_channel(world)}))

                assert (await page.ask("commands", **in_channel(world)))["ok"]

        assert [entry["event"] for entry in logged] == ["page_task_failed"]

    async def test_figures_are_told_again_only_when_they_changed(self, call, services):
        _, eachlabs = services
        async with call() as page:
            await page.event("backstage")
            eachlabs.speed = 5.0

            assert (await page.event("backstage"))["speed"]["value"] == 5.0

    async def test_a_closing_server_says_goodbye_to_open_pages(self, world, services):
        discord_server, eachlabs = services
        server = PageServer(world=world, discord_server=discord_server, eachlabs=eachlabs, port=0)
        async with aiohttp.ClientSession() as session:
            async with server:
                socket = await session.ws_connect(
                    f"{server.url}live", headers={"Origin": server.url.rstrip("/")}
                )
                closing = asyncio.create_task(_until_closed(socket))

            assert await closing == aiohttp.WSCloseCode.GOING_AWAY


async def _until_closed(socket):
    async for _ in socket:
        continue
    return socket.close_code
