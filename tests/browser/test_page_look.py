"""Light and dark, wide and narrow: legible, whole, and within reach."""

import pytest
from playwright.async_api import expect

from tests.browser.contrast import faint_texts
from tests.browser.gestures import messages, open_channel, run_command, type_line

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

WIDER_THAN_SCREEN = """
() => [...document.querySelectorAll("body *")]
  .filter((element) => element.checkVisibility())
  .filter((element) => !element.closest(".visually-hidden, .house, .skip-link"))
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
  .map((element) => element.outerHTML.slice(0, 80))
"""
SMALL_TARGETS = """
() => [...document.querySelectorAll(".row .button, .icon-button, .send, .entry button, .switch")]
  .filter((element) => element.checkVisibility())
  .filter((element) => element.getBoundingClientRect().height < 40)
  .map((element) => element.outerHTML.slice(0, 80))
"""


async def show_everything(page):
    """A result, an answer for oneself, every mark of text, a command and the panel."""
    await type_line(page, "/video a red fox")
    await expect(page.locator("video")).to_be_visible()
    await type_line(
        page, "# Big\n**bold** `code` ~~gone~~ <t:0:R>\n> quoted\n-# small print\n```\nblock\n```"
    )
    await run_command(page, "facts")
    await expect(page.get_by_text("7 clips left")).to_be_visible()
    await type_line(page, "/video")
    await page.locator("[data-add=cfg_scale]").click()
    await page.keyboard.type("7")
    await page.keyboard.press("Enter")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_text_is_legible(visits, stage, scheme):
    page = await visits.open(stage.url, color_scheme=scheme)
    assert await faint_texts(page) == []

    await show_everything(page)
    await page.get_by_role("button", name="Backstage", exact=True).click()
    for summary in await page.locator("summary").all():
        await summary.click()

    assert await faint_texts(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_a_form_is_legible(visits, stage, scheme):
    page = await visits.open(stage.url, color_scheme=scheme)
    await type_line(page, "/video a red fox")
    await page.get_by_role("button", name="Edit prompt").click()
    await expect(page.get_by_role("dialog")).to_be_visible()

    assert await faint_texts(page) == []


async def test_a_phone_shows_everything_within_its_width(visits, stage, phone_size):
    page = await visits.open(stage.url, viewport=phone_size, has_touch=True, is_mobile=True)
    await show_everything(page)

    assert await page.evaluate(WIDER_THAN_SCREEN) == []
    assert await page.evaluate(SMALL_TARGETS) == []
    await expect(page.get_by_role("button", name="Send")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("width", [360, 600, 820, 821, 1280])
async def test_the_stage_takes_all_the_room_there_is(visits, stage, width):
    page = await visits.open(stage.url, viewport={"width": width, "height": 740})

    right_edge = await page.locator("main").evaluate("main => main.getBoundingClientRect().right")

    assert right_edge == width


async def test_suggestions_are_in_sight_together_with_their_field(visits, stage, phone_size):
    page = await visits.open(stage.url, viewport={**phone_size, "height": 560})
    await type_line(page, "/video")
    await page.locator("[data-add=negative_prompt]").click()

    await expect(page.get_by_role("option", name="blurry")).to_be_in_viewport(ratio=1)
    await expect(page.get_by_label("negative prompt", exact=True)).to_be_in_viewport(ratio=1)


async def test_a_long_word_breaks_instead_of_widening_the_page(visits, stage, phone_size):
    page = await visits.open(stage.url, viewport=phone_size)
    await type_line(page, "x" * 300)
    await expect(messages(page)).to_have_count(1)

    assert await page.evaluate(WIDER_THAN_SCREEN) == []


async def test_on_a_phone_the_lists_are_a_drawer(visits, stage, phone_size):
    page = await visits.open(stage.url, viewport=phone_size)
    opener = page.get_by_role("button", name="Servers, channels and people")
    await expect(page.get_by_role("navigation", name="Channels")).to_be_hidden()

    await opener.click()
    await expect(page.locator("#composer-text")).not_to_be_focused()
    assert await page.locator("main").get_attribute("inert") is not None
    await open_channel(page, "general")

    await expect(page.get_by_role("navigation", name="Channels")).to_be_hidden()
    await opener.click()
    await expect(page.locator("#house :focus")).to_have_count(1)
    await page.keyboard.press("Escape")
    await expect(opener).to_be_focused()


async def test_the_drawer_closes_on_escape_wherever_the_focus_went(visits, stage, phone_size):
    page = await visits.open(stage.url, viewport=phone_size)
    opener = page.get_by_role("button", name="Servers, channels and people")
    await opener.click()
    await page.locator("#house :focus").evaluate("focused => focused.remove()")

    await page.keyboard.press("Escape")

    await expect(opener).to_be_focused()


async def test_on_a_phone_backstage_is_a_sheet_over_the_page(visits, stage, phone_size):
    page = await visits.open(stage.url, viewport=phone_size)

    await page.get_by_role("button", name="Backstage", exact=True).click()

    await expect(page.get_by_role("slider", name="Time-lapse")).to_be_in_viewport()
    assert await page.evaluate(WIDER_THAN_SCREEN) == []


async def test_the_theme_follows_the_system_until_one_chooses(visits, stage):
    page = await visits.open(stage.url, color_scheme="dark")
    brightness = "getComputedStyle(document.body).backgroundColor"
    dark = await page.evaluate(brightness)

    await page.get_by_role("button", name="Switch to light").click()

    assert dark != await page.evaluate(brightness)
    await page.reload()
    await expect(page.get_by_role("button", name="Switch to dark")).to_be_visible()
    assert dark != await page.evaluate(brightness)


async def test_whoever_asked_for_less_motion_gets_none(visits, stage):
    page = await visits.open(stage.url, reduced_motion="reduce")
    await type_line(page, "hello")

    longest = await messages(page).last.evaluate(
        "item => parseFloat(getComputedStyle(item).animationDuration)"
    )

    assert longest <= 0.001
