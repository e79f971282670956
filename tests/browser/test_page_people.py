"""Who one is, what each person sees, and who was called for."""

import pytest
from playwright.async_api import expect

from sandbox.discord.faults import FaultName
from sandbox.discord.people import set_channel_permission
from tests.browser.gestures import be, messages, open_channel, type_line

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def say_in(stage, channel, text):
    sent_to = stage.bot.get_channel(stage.world.place(channel).id)
    return await sent_to.send(text)


async def test_each_person_sees_their_own_servers(page):
    servers = page.get_by_role("navigation", name="Servers")
    await expect(servers.get_by_role("button", name="Harbour Film Club")).to_be_visible()

    await be(page, "Sol")

    await expect(servers.get_by_role("button", name="Night Shift")).to_be_visible()
    await expect(servers.get_by_role("button", name="Harbour Film Club")).to_have_count(0)
    await expect(page.locator("#channel-name")).to_contain_text("lobby")


async def test_the_switcher_says_what_each_may_do(page):
    people = page.get_by_role("group", name="You are")

    await expect(people.locator("label", has_text="Ada")).to_contain_text("Moderator")
    await expect(people.locator("label", has_text="Sol")).to_contain_text("Night Shift")
    await expect(people.get_by_role("radio", name="Mira")).to_be_checked()


async def test_another_channel_shows_what_is_unread_and_who_was_called(page, stage):
    mira = stage.world.person("Mira").id
    await say_in(stage, "general", "for everybody")
    general = page.get_by_role("navigation", name="Channels").get_by_role("button", name="general")
    await expect(general).to_have_accessible_name("general unread")

    await say_in(stage, "general", f"<@{mira}> for you")

    await expect(general).to_have_accessible_name("general 1 mention")
    await open_channel(page, "general")
    await expect(general).to_have_accessible_name("general")


async def test_a_message_that_calls_you_stands_out(page, stage):
    await say_in(stage, "showreel", f"<@{stage.world.person('Mira').id}> look")
    await say_in(stage, "showreel", f"<@{stage.world.person('Jonas').id}> look")

    await expect(messages(page)).to_have_count(2)
    await expect(page.locator(".message.pings-you")).to_have_count(1)


async def test_somebody_elses_call_shows_beside_their_name_until_one_is_them(page, stage):
    await say_in(stage, "general", f"<@{stage.world.person('Jonas').id}> your clip")
    jonas = page.locator("label.person", has_text="Jonas")
    await expect(jonas.locator(".count")).to_have_text("1 mention")

    await be(page, "Jonas")

    await expect(jonas.locator(".count")).to_have_count(0)


async def test_a_reload_comes_back_to_the_same_person_and_channel(page):
    await be(page, "Jonas")
    await open_channel(page, "general")

    await page.reload()

    await expect(page.get_by_role("radio", name="Jonas")).to_be_checked()
    await expect(page.locator("#channel-name")).to_contain_text("general")


async def test_two_pages_show_the_same_conversation(page, visits, stage):
    other = await visits.open(stage.url)
    await be(other, "Jonas")

    await type_line(page, "hello Jonas")

    await expect(messages(other).last).to_contain_text("hello Jonas")


async def test_whoever_may_not_write_sees_that(page, stage):
    general = stage.world.place("general").id
    set_channel_permission(
        stage.world.backend,
        channel_id=general,
        member_id=stage.world.person("Mira").id,
        permission="send_messages",
        allowed=False,
    )
    await open_channel(page, "general")

    await expect(page.locator("#composer-text")).to_be_disabled()
    await expect(page.locator("#composer-text")).to_have_attribute(
        "placeholder", "You cannot write here"
    )


async def test_a_channel_that_is_deleted_leaves_the_page_in_another_one(page, stage):
    stage.world.delete_channel(stage.world.place("showreel").id)

    await expect(page.locator("#channel-name")).to_contain_text("general")


async def test_the_page_says_when_the_bot_is_away(page, stage):
    stage.discord.faults.switch_on(FaultName.CUT_GATEWAY)
    await expect(page.get_by_role("status")).to_have_text("Showreel is offline")

    stage.discord.faults.switch_off(FaultName.CUT_GATEWAY)

    await expect(page.get_by_role("status")).to_have_text("")
