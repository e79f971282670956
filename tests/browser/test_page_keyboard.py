"""The page without a mouse."""

import pytest
from playwright.async_api import expect

from tests.browser.gestures import messages, type_line

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

FOCUS_IS_VISIBLE = """
() => {
  const focused = document.activeElement;
  if (focused === document.body) return true;
  return [focused, focused.closest("label, .entry, .clip") ?? focused]
    .map((element) => getComputedStyle(element))
    .some((style) => style.outlineStyle !== "none" || style.boxShadow !== "none");
}
"""
NAMELESS = """
() => [...document.querySelectorAll("button, input, select, textarea, [role=listbox]")]
  .filter((element) => element.checkVisibility())
  .filter((element) => !element.labels?.length && !element.getAttribute("aria-label"))
  .filter((element) => !element.textContent.trim() || element.matches("select"))
  .map((element) => element.outerHTML.slice(0, 80))
"""


async def test_a_whole_command_is_written_picked_and_sent_with_the_keys(page, stage):
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="Skip to the message box")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator("#composer-text")).to_be_focused()

    await page.keyboard.type("/vid")
    await expect(page.get_by_role("option", name="/video")).to_be_visible()
    await page.keyboard.press("Enter")
    await page.keyboard.type("a lighthouse, please wait")
    await page.keyboard.press("Tab")
    for _ in range(6):
        if await page.evaluate("document.activeElement.dataset.add") == "duration":
            break
        await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")

    await expect(messages(page)).to_have_count(1)
    assert stage.bot.received == [{"prompt": "a lighthouse, please wait", "duration": 10}]


async def test_arrows_walk_round_the_list_of_commands(page):
    await page.locator("#composer-text").fill("/")
    options = page.get_by_role("listbox", name="Commands").get_by_role("option")
    await expect(options.first).to_have_attribute("aria-selected", "true")

    await page.keyboard.press("ArrowUp")
    await expect(options.last).to_have_attribute("aria-selected", "true")
    await page.keyboard.press("ArrowDown")

    await expect(options.first).to_have_attribute("aria-selected", "true")
    active = await page.locator("#composer-text").get_attribute("aria-activedescendant")
    assert await options.first.get_attribute("id") == active


async def test_escape_closes_the_list_and_then_empties_the_box(page):
    await page.locator("#composer-text").fill("/vi")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("listbox", name="Commands")).to_be_hidden()
    await expect(page.locator("#composer-text")).to_have_value("/vi")

    await page.keyboard.press("Escape")

    await expect(page.locator("#composer-text")).to_have_value("")


async def test_people_are_changed_with_the_arrows(page):
    await page.get_by_role("radio", name="Mira").focus()
    await page.keyboard.press("ArrowDown")

    await expect(page.get_by_role("radio", name="Jonas")).to_be_checked()
    await expect(page.get_by_role("radio", name="Jonas")).to_be_focused()


async def test_wherever_the_focus_goes_it_can_be_seen(page):
    await type_line(page, "/video a red fox")
    await expect(page.locator("video")).to_be_visible()
    await page.get_by_role("button", name="Backstage", exact=True).click()
    await page.evaluate("document.activeElement.blur()")
    unseen = []
    for _ in range(30):
        await page.keyboard.press("Tab")
        if not await page.evaluate(FOCUS_IS_VISIBLE):
            unseen.append(await page.evaluate("document.activeElement.outerHTML.slice(0, 80)"))

    assert unseen == []


async def test_every_control_has_a_name(page):
    await type_line(page, "/video a red fox")
    await expect(page.locator("video")).to_be_visible()
    await page.get_by_role("button", name="Backstage", exact=True).click()
    for summary in await page.locator("summary").all():
        await summary.click()
    await type_line(page, "/video")
    for option in ("duration", "cfg_scale", "negative_prompt", "private"):
        await page.locator(f"[data-add={option}]").click()

    assert await page.evaluate(NAMELESS) == []


async def test_pressing_a_button_does_not_lose_the_place(page):
    await type_line(page, "/video wait for it")
    await page.get_by_role("button", name="Cancel").focus()
    await page.keyboard.press("Enter")

    await expect(messages(page).last).to_contain_text("Cancelled.")
    assert await page.evaluate("document.activeElement !== document.body")
