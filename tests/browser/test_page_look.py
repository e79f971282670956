"""Light and dark, wide and narrow: legible, whole, and within reach."""

import pytest
from playwright.async_api import expect

from tests.browser.contrast import faint_texts
from tests.browser.gestures import be, messages, open_channel, run_command, type_line

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

# The words of all messages that lie under the tools of this one.
UNDER_THE_TOOLS = """
(message) => {
  const tools = message.querySelector(".message-tools");
  const over = tools.getBoundingClientRect();
  const beside = (box) => box.right <= over.left || box.left >= over.right;
  const clear = (box) => beside(box) || box.bottom <= over.top || box.top >= over.bottom;
  const root = document.getElementById("messages");
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const under = [];
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (tools.contains(text) || text.parentElement.closest(".visually-hidden")) continue;
    if (!text.parentElement.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    // An excerpt ends at the edge of what holds it.
    const edge = text.parentElement.getBoundingClientRect().right;
    const seen = [...range.getClientRects()].map(({ left, right, top, bottom }) => ({
      left, top, bottom, right: Math.min(right, edge),
    }));
    if (!seen.every(clear)) under.push(text.data);
  }
  return under;
}
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


async def test_the_drawer_closes_also_on_who_one_is_already(visits, stage, phone_size):
    page = await visits.open(stage.url, viewport=phone_size)
    opener = page.get_by_role("button", name="Servers, channels and people")
    await opener.click()

    await page.locator("label.person", has_text="Mira").click()

    await expect(page.get_by_role("group", name="You are")).to_be_hidden()
    await expect(opener).to_be_focused()


@pytest.mark.parametrize("width", [360, 700, 900, 1280])
async def test_what_deletes_a_message_covers_no_words(visits, stage, width):
    page = await visits.open(stage.url, viewport={"width": width, "height": 740})
    opener = page.get_by_role("button", name="Servers, channels and people")
    if await opener.is_visible():
        await opener.click()
    await be(page, "Ada")
    for text in ("first", "second", "third"):
        await type_line(page, f"{text} {'of many words ' * 12}")
    await run_command(page, "facts")
    await type_line(page, "/video a red fox")
    await expect(page.locator("video")).to_be_visible()
    removable = page.locator(".message:has(> .message-tools)")
    assert await removable.count() >= 4

    for message in await removable.all():
        await message.hover()
        await expect(message.locator(".message-tools")).to_have_css("opacity", "1")
        assert await message.evaluate(UNDER_THE_TOOLS) == []


async def test_a_menu_shows_a_long_wording_whole(visits, stage, phone_size):
    page = await visits.open(stage.url, viewport=phone_size)
    await run_command(page, "menu")
    menu = page.get_by_label("Pick a shape")
    of_one_line = await menu.evaluate("menu => menu.clientHeight")

    await menu.evaluate(
        "menu => menu.options[0].textContent = 'Set the default options of a channel'"
    )

    assert await menu.evaluate("menu => menu.clientHeight") > of_one_line


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
