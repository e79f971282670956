"""The message stream: what a bot sends, and what one may do with it."""

import aiohttp
import pytest
from playwright.async_api import expect

from tests.browser.gestures import be, messages, open_channel, play, run_command, type_line, until

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_clip_plays_in_place_and_names_what_it_shows(page):
    await type_line(page, "/video a red fox")

    video = page.locator("video")
    await expect(video).to_have_attribute("aria-label", "Clip: a red fox at dawn")
    await play(video)


async def test_a_clip_can_be_sought_in(page):
    await type_line(page, "/video a red fox")
    video = page.locator("video")
    await play(video)

    await video.evaluate("video => { video.currentTime = 4; }")

    await until(video, "!element.seeking && element.currentTime >= 4")


async def test_a_playing_clip_survives_an_edit_of_its_message(page, stage):
    await type_line(page, "/video a red fox")
    await play(page.locator("video"))
    await page.evaluate("window.sameVideo = document.querySelector('video')")
    sent = await _last_message(stage)

    await sent.edit(content="The same clip, new words.")

    await expect(messages(page).last).to_contain_text("new words")
    assert await page.evaluate("window.sameVideo === document.querySelector('video')")
    assert not await page.evaluate("window.sameVideo.paused")


async def test_a_link_to_a_clip_unfolds_into_a_player(page, stage):
    prediction = await _finished_prediction(stage)
    await type_line(page, f"look: {prediction}")

    video = messages(page).last.locator("video")
    await expect(video).to_have_attribute("src", prediction)
    await until(video, "element.readyState >= 1")


async def test_a_link_in_angle_brackets_stays_a_link(page):
    await type_line(page, "<http://127.0.0.1:9/clip.mp4>")

    await expect(messages(page).last.locator("a")).to_have_text("http://127.0.0.1:9/clip.mp4")
    await expect(page.locator("video")).to_have_count(0)


async def test_marks_are_shown_and_never_run(page, stage):
    jonas = stage.world.person("Jonas").id
    await type_line(
        page,
        f"**bold** *it* `a*b*` ||secret|| <t:0:R> <@{jonas}> snake_case_word"
        " <img src=x onerror=alert(1)>",
    )

    shown = messages(page).last.locator(".prose")
    await expect(shown.locator("strong")).to_have_text("bold")
    await expect(shown.locator("em")).to_have_text("it")
    await expect(shown.locator("code")).to_have_text("a*b*")
    await expect(shown.locator(".mention")).to_have_text("@Jonas")
    await expect(shown.locator("time")).to_contain_text("years ago")
    await expect(shown).to_contain_text("snake_case_word <img src=x onerror=alert(1)>")
    await expect(page.locator(".prose img")).to_have_count(0)


async def test_a_spoiler_opens_at_a_press(page):
    await type_line(page, "||the fox||")
    spoiler = page.get_by_role("button", name="Spoiler")

    await spoiler.click()

    await expect(page.locator(".spoiler")).to_have_attribute("aria-pressed", "true")


async def test_relative_times_tick(page):
    in_a_while = await page.evaluate("Math.round(Date.now() / 1000) + 40")
    await type_line(page, f"ready <t:{in_a_while}:R>")
    time = messages(page).last.locator("time[data-ticks]")
    before = await time.text_content()

    await expect(time).not_to_have_text(before)


async def test_a_jump_link_leads_to_its_message_in_another_channel(page, stage):
    await type_line(page, "here it is")
    await expect(messages(page)).to_have_count(1)
    showreel = stage.world.place("showreel").id
    guild = stage.world.place("Harbour Film Club").id
    [target] = stage.world.messages(showreel, person_id=stage.world.person("Mira").id)
    await open_channel(page, "general")
    await type_line(page, f"https://discord.com/channels/{guild}/{showreel}/{target['id']}")

    await messages(page).last.get_by_role("link").click()

    await expect(page.locator("#channel-name")).to_contain_text("showreel")
    await expect(page.locator(f"#message-{target['id']}")).to_be_focused()


async def test_a_reply_names_what_it_answers(page):
    await type_line(page, "/video a red fox")

    await expect(messages(page).last.locator(".context")).to_contain_text("a red fox")
    await messages(page).last.locator(".context button").click()

    await expect(messages(page).first).to_be_focused()


async def test_a_reply_shows_what_became_of_the_message_it_answers(page, stage):
    await type_line(page, "/video a red fox")
    reply = messages(page).last.locator(".context")
    await expect(reply).to_contain_text("a red fox")

    await messages(page).first.get_by_role("button", name="Cancel").click()
    await expect(reply).to_contain_text("Cancelled.")
    channel = stage.bot.get_channel(stage.world.place("showreel").id)
    *_, oldest = [message async for message in channel.history()]
    await oldest.delete()

    await expect(reply).to_contain_text("was deleted")


async def test_what_only_you_see_says_so_and_can_be_dismissed(page):
    await run_command(page, "facts")
    answer = messages(page).last
    await expect(answer).to_contain_text("Only you can see this.")

    await answer.get_by_role("button", name="Dismiss").click()

    await expect(messages(page)).to_have_count(0)


async def test_nobody_else_sees_what_is_for_you_only(page):
    await run_command(page, "facts")
    await expect(messages(page)).to_have_count(1)

    await be(page, "Jonas")

    await expect(messages(page)).to_have_count(0)


async def test_a_button_changes_its_message(page):
    await type_line(page, "/video wait for it")
    await messages(page).last.get_by_role("button", name="Cancel").click()

    await expect(messages(page).last).to_contain_text("Cancelled. Nothing was charged.")
    await expect(page.get_by_role("button", name="Cancel")).to_have_count(0)


async def test_a_button_of_somebody_else_answers_politely(page):
    await type_line(page, "/video wait for it")
    await be(page, "Jonas")
    await messages(page).last.get_by_role("button", name="Cancel").click()

    await expect(messages(page).last).to_contain_text("Only whoever asked may cancel this.")
    await expect(messages(page).last).to_contain_text("Only you can see this.")


async def test_a_deleted_message_vanishes(page):
    await type_line(page, "/video a red fox")
    await page.get_by_role("button", name="Delete", exact=True).click()

    await expect(page.locator("video")).to_have_count(0)
    await expect(messages(page)).to_have_count(1)


async def test_a_moderator_can_delete_anybodys_message(page):
    await type_line(page, "oops")
    await be(page, "Ada")
    await messages(page).last.hover()

    await messages(page).last.get_by_role("button", name="Delete this message").click()

    await expect(messages(page)).to_have_count(0)


async def test_a_select_menu_sends_the_choice(page):
    await run_command(page, "menu")

    await page.get_by_label("Pick a shape").select_option("Tall")

    await expect(messages(page).last).to_contain_text("Chosen: Tall")


async def test_a_form_comes_filled_in_and_goes_back_to_the_bot(page):
    await type_line(page, "/video a red fox")
    await page.get_by_role("button", name="Edit prompt").click()
    form = page.get_by_role("dialog", name="Edit prompt")
    prompt = form.get_by_label("Prompt")
    await expect(prompt).to_have_value("A red fox crosses a snowy road at dawn")
    await expect(prompt).to_be_focused()
    await prompt.fill("A blue fox")
    await form.get_by_label("Aspect ratio").select_option("1:1")

    await form.get_by_role("button", name="Submit").click()

    await expect(form).to_have_count(0)
    await expect(messages(page).last).to_contain_text("Noted: A blue fox in 1:1")


async def test_a_form_left_with_escape_gives_the_focus_back(page):
    await type_line(page, "/video a red fox")
    button = page.get_by_role("button", name="Edit prompt")
    await button.click()
    await expect(page.get_by_role("dialog")).to_be_visible()

    await page.keyboard.press("Escape")

    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(button).to_be_focused()


async def test_whoever_reads_above_is_not_pulled_down_but_told(page, stage):
    for number in range(30):
        await _bot_says(stage, f"line {number}\nand more")
    await expect(messages(page)).to_have_count(30)
    await page.locator("#scroll").evaluate("scroll => { scroll.scrollTop = 0; }")
    await page.wait_for_timeout(100)

    await _bot_says(stage, "the newest")

    pill = page.get_by_role("button", name="New messages below")
    await expect(pill).to_be_visible()
    await pill.click()
    await expect(messages(page).last).to_be_in_viewport()
    await expect(pill).to_be_hidden()


async def test_a_clip_that_grows_as_it_loads_leaves_its_reader_at_the_bottom(visits, stage):
    page = await visits.open(stage.url, viewport={"width": 820, "height": 560})
    await type_line(page, "/video a red fox")
    video = page.locator("video")
    await until(video, "element.readyState >= element.HAVE_CURRENT_DATA")

    await expect(page.get_by_role("button", name="Report")).to_be_in_viewport(ratio=1)


async def test_a_new_message_is_announced_once(page, stage):
    await _bot_says(stage, "**Ready**: the clip")

    await expect(page.locator("#announcer")).to_have_text("Showreel: Ready: the clip")


async def _bot_says(stage, text):
    channel = stage.bot.get_channel(stage.world.place("showreel").id)
    return await channel.send(text)


async def _last_message(stage):
    channel = stage.bot.get_channel(stage.world.place("showreel").id)
    return await anext(channel.history(limit=1))


async def _finished_prediction(stage):
    """The address of a clip that the local Eachlabs has made."""
    body = {
        "model": "kling-v2-text-to-video",
        "version": "0.0.1",
        "input": {"prompt": "a fox", "duration": 5},
    }
    headers = {"X-API-Key": stage.eachlabs.api_key}
    stage.eachlabs.speed = 200.0
    async with aiohttp.ClientSession(stage.eachlabs.base_url, headers=headers) as session:
        async with session.post("/v1/prediction", json=body) as answer:
            prediction_id = (await answer.json())["predictionID"]
        while True:
            async with session.get(f"/v1/prediction/{prediction_id}") as answer:
                prediction = await answer.json()
            if prediction["status"] == "success":
                return prediction["output"]
