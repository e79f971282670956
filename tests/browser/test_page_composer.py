"""The message box: from a typed slash to what the bot receives."""

import pytest
from playwright.async_api import expect

from tests.browser.gestures import be, messages, open_channel, run_command, type_line

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_newcomer_is_told_what_to_do_and_has_an_example_to_send(page, stage):
    await expect(page.locator("#welcome")).to_contain_text("Type /video and a few words")

    await page.locator("#welcome .try").click()

    await expect(page.locator("#composer-text")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator("video")).to_be_visible()
    assert stage.bot.received == [{"prompt": "a red fox crosses a snowy road at dawn"}]


async def test_the_hint_goes_once_a_command_was_sent(page):
    await type_line(page, "hello")
    await expect(page.locator(".hint")).to_be_visible()

    await type_line(page, "/video a paper boat")

    await expect(page.locator(".hint")).to_be_hidden()


async def test_a_slash_lists_the_registered_commands_with_their_descriptions(page):
    await page.locator("#composer-text").fill("/")

    commands = page.get_by_role("listbox", name="Commands")
    await expect(commands.get_by_role("option", name="/video")).to_contain_text(
        "Turn a few words into a short clip"
    )
    await expect(commands.get_by_role("option")).to_have_count(6)


async def test_members_are_not_offered_what_only_moderators_may_use(page):
    await page.locator("#composer-text").fill("/log")
    await expect(page.get_by_text("No command of that name.")).to_be_visible()

    await page.locator("#composer-text").fill("")
    await be(page, "Ada")
    await page.locator("#composer-text").fill("/log")

    await expect(page.get_by_role("option", name="/log")).to_be_visible()


async def test_the_required_option_stands_first_and_the_others_are_added_on_request(page):
    await type_line(page, "/video")

    slate = page.get_by_role("form", name="Command video")
    await expect(slate.get_by_label("prompt", exact=True)).to_be_focused()
    await expect(slate.locator(".field-box")).to_have_count(1)

    await slate.get_by_role("button", name="duration").click()
    await expect(slate.get_by_label("duration", exact=True)).to_be_focused()
    await slate.get_by_role("button", name="Leave out duration").click()

    await expect(slate.locator(".field-box")).to_have_count(1)
    await expect(slate.get_by_role("button", name="duration")).to_be_focused()


async def test_every_kind_of_option_arrives_with_its_type(page, stage):
    await type_line(page, "/video")
    slate = page.get_by_role("form", name="Command video")
    await slate.get_by_label("prompt", exact=True).fill("wait for me")
    for name in ("duration", "aspect_ratio", "cfg_scale", "private"):
        await slate.locator(f"[data-add={name}]").click()
    await slate.get_by_label("duration", exact=True).select_option(label="10 seconds")
    await slate.get_by_label("aspect ratio").select_option("9:16")
    await slate.get_by_label("cfg scale").fill("0.75")
    await expect(slate.get_by_role("switch")).to_be_checked()

    await slate.get_by_role("button", name="Send").click()

    await expect(messages(page)).to_have_count(1)
    sent = {"duration": 10, "aspect_ratio": "9:16", "cfg_scale": 0.75, "private": True}
    assert [{"prompt": "wait for me", **sent}] == stage.bot.received


async def test_suggestions_come_while_typing_and_are_picked_with_the_keys(page, stage):
    await type_line(page, "/video")
    await page.get_by_label("prompt", exact=True).fill("wait")
    await page.locator("[data-add=negative_prompt]").click()
    await page.keyboard.type("dis")

    option = page.get_by_role("option", name="distorted hands")
    await expect(option).to_be_visible()
    suggestions = page.get_by_role("listbox", name="Suggestions for negative_prompt")
    await expect(suggestions.get_by_role("option")).to_have_count(1)
    await expect(page.locator("#announcer")).to_have_text("One suggestion")
    await page.keyboard.press("ArrowDown")
    await expect(option).to_have_attribute("aria-selected", "true")
    await page.keyboard.press("Enter")
    await expect(page.get_by_label("negative prompt")).to_have_value("distorted hands")
    await page.keyboard.press("Enter")

    await expect(messages(page)).to_have_count(1)
    assert stage.bot.received[0]["negative_prompt"] == "distorted hands"


async def test_ones_own_words_are_sent_although_suggestions_stand_below(page, stage):
    await type_line(page, "/video")
    await page.get_by_label("prompt", exact=True).fill("wait")
    await page.locator("[data-add=negative_prompt]").click()
    await page.keyboard.type("b")
    await expect(page.get_by_role("option", name="blurry")).to_be_visible()

    await page.keyboard.press("Enter")

    await expect(messages(page)).to_have_count(1)
    assert stage.bot.received[0]["negative_prompt"] == "b"


async def test_a_number_outside_its_bounds_is_stopped_at_its_field(page, stage):
    await type_line(page, "/video")
    await page.get_by_label("prompt", exact=True).fill("a fox")
    await page.locator("[data-add=cfg_scale]").click()
    await page.keyboard.type("1.5")
    await page.keyboard.press("Enter")

    field = page.get_by_label("cfg scale")
    await expect(page.get_by_text("Not above 1.")).to_be_visible()
    await expect(field).to_have_attribute("aria-invalid", "true")
    await expect(field).to_be_focused()
    assert stage.bot.received == []


async def test_the_counter_counts_characters_as_discord_does(page):
    await type_line(page, "/video")
    prompt = page.get_by_label("prompt", exact=True)
    await prompt.fill("🦊 fox")
    await expect(page.locator(".count-left")).to_have_text("5 / 2500")

    await prompt.fill("x" * 2501)
    await page.keyboard.press("Enter")

    await expect(page.get_by_text("1 character too long.")).to_be_visible()


async def test_a_member_is_chosen_from_those_who_are_here(page):
    await be(page, "Ada")
    await type_line(page, "/log")
    await page.locator("[data-add=member]").click()
    await page.get_by_label("member", exact=True).select_option(label="@Jonas")

    await page.get_by_role("button", name="Send").click()

    await expect(messages(page).last).to_contain_text("Nothing yet for @Jonas.")


async def test_escape_leaves_a_command_and_keeps_the_focus_in_the_box(page, stage):
    await type_line(page, "/video")
    await page.keyboard.press("Escape")

    await expect(page.get_by_role("form", name="Command video")).to_have_count(0)
    await expect(page.locator("#composer-text")).to_be_focused()
    assert stage.bot.received == []


async def test_a_bot_that_stays_silent_is_reported_and_nothing_is_lost(page):
    await run_command(page, "silent")

    await expect(page.locator("#notices")).to_contain_text("The application did not respond.")
    await expect(page.get_by_role("form", name="Command silent")).to_be_visible()


async def test_an_unknown_command_says_so(page):
    await type_line(page, "/nosuchthing")

    await expect(page.locator("#notices")).to_contain_text("no command of that name")


async def test_commands_work_in_direct_messages_with_the_bot(page):
    await page.get_by_role("button", name="Direct messages").click()
    await expect(page.locator("#channel-name")).to_contain_text("Showreel")
    await expect(page.locator("#welcome")).to_contain_text("Nothing here yet")

    await run_command(page, "facts")

    await expect(messages(page).last).to_contain_text("7 clips left")


async def test_plain_words_are_a_message_in_the_open_channel(page, stage):
    await open_channel(page, "general")
    await type_line(page, "good evening")

    await expect(messages(page)).to_have_count(1)
    channel = stage.world.place("general")
    seen = stage.world.messages(channel.id, person_id=stage.world.person("Jonas").id)
    assert [message["content"] for message in seen] == ["good evening"]
