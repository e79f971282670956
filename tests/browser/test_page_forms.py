"""Forms that a bot opens: every kind of field, what is wrong with one, and where the focus goes."""

import pytest
from playwright.async_api import expect

from tests.browser.contrast import faint_texts
from tests.browser.gestures import messages, run_command, type_line
from tests.browser.small_bot import result_view

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

NARROWER_THAN_ITS_CONTENT = "form => form.scrollWidth > form.clientWidth"


async def open_survey(page):
    await run_command(page, "survey")
    form = page.get_by_role("dialog", name="Everything a form can ask")
    await expect(form).to_be_visible()
    return form


async def fill_survey(form, *, name="Mira"):
    await form.get_by_label("Name").fill(name)
    for shape in ("Wide", "Square"):
        await form.get_by_role("checkbox", name=shape).check()
    await form.get_by_role("radio", name="Fast").check()


async def test_every_kind_of_field_goes_back_to_the_bot(page):
    form = await open_survey(page)
    await expect(form.get_by_label("Name")).to_be_focused()
    await expect(form.get_by_role("checkbox", name="Ask me again")).to_be_checked()

    await fill_survey(form)
    await form.get_by_role("checkbox", name="Snow").check()
    await form.get_by_role("checkbox", name="Ask me again").uncheck()
    await form.get_by_role("button", name="Submit").click()

    await expect(messages(page).last).to_contain_text("Mira · Wide · Square · Fast · Snow · False")
    await expect(messages(page).last).to_contain_text("Only you can see this.")


async def test_what_is_wrong_is_said_at_its_field_and_nothing_is_sent(page):
    form = await open_survey(page)
    await form.get_by_label("Name").fill("Jo")
    await form.get_by_role("button", name="Submit").click()

    name = form.get_by_label("Name")
    await expect(name).to_have_accessible_description("At least 3 characters.")
    await expect(name).to_have_attribute("aria-invalid", "true")
    await expect(name).to_be_focused()
    await expect(form.get_by_text("This one is needed.")).to_have_count(2)
    pace = form.get_by_role("radiogroup", name="Pace")
    await expect(pace).to_have_accessible_description("This one is needed.")

    await fill_survey(form, name="🦊🦊🦊🦊🦊🦊🦊🦊")
    await form.get_by_role("button", name="Submit").click()

    await expect(messages(page).last).to_contain_text("🦊🦊🦊🦊🦊🦊🦊🦊 · Wide · Square · Fast")


async def test_the_whole_form_is_filled_in_with_the_keys(page):
    form = await open_survey(page)
    await page.keyboard.type("Mira")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Space")
    for _ in range(3):
        await page.keyboard.press("Tab")
    await page.keyboard.press("Space")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Space")
    await page.keyboard.press("Enter")

    await expect(form).to_have_count(0)
    await expect(messages(page).last).to_contain_text("Mira · Wide · Slow · Rain · True")
    await expect(page.locator("#composer-text")).to_be_focused()


async def test_a_form_the_bot_did_not_answer_stays_and_can_be_sent_again(page):
    form = await open_survey(page)
    await fill_survey(form, name="nobody")
    await form.get_by_role("button", name="Submit").click()
    await expect(form.get_by_role("alert")).to_have_text("The application did not respond.")

    await form.get_by_label("Name").fill("Mira")
    await form.get_by_role("button", name="Submit").click()

    await expect(form).to_have_count(0)
    await expect(messages(page).last).to_contain_text("Mira · Wide")


async def test_the_focus_returns_to_its_button_though_the_message_changed_meanwhile(page, stage):
    await type_line(page, "/video a red fox")
    await page.get_by_role("button", name="Edit prompt").click()
    form = page.get_by_role("dialog", name="Edit prompt")
    await expect(form).to_be_visible()
    channel = stage.bot.get_channel(stage.world.place("showreel").id)
    result = await anext(channel.history(limit=1))
    await result.edit(view=result_view(reportable=False))
    await expect(page.get_by_role("button", name="Report")).to_have_count(0)

    await page.keyboard.press("Escape")

    await expect(form).to_have_count(0)
    await expect(page.get_by_role("button", name="Edit prompt")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_a_form_fits_a_phone_and_is_legible(visits, stage, phone_size, scheme):
    page = await visits.open(stage.url, viewport=phone_size, color_scheme=scheme)
    form = await open_survey(page)
    await form.get_by_role("button", name="Submit").click()
    await expect(form.get_by_text("This one is needed.").first).to_be_visible()

    assert await faint_texts(page) == []
    assert not await form.evaluate(NARROWER_THAN_ITS_CONTENT)
