"""What a person does on the page, said once."""

import asyncio

from playwright.async_api import Locator, Page, expect

POLL_S = 0.05


async def type_line(page: Page, text: str) -> None:
    """Types into the message box and presses Enter."""
    await page.locator("#composer-text").fill(text)
    await page.keyboard.press("Enter")


async def run_command(page: Page, name: str) -> None:
    """Picks a command from the list and sends it as it stands."""
    await type_line(page, f"/{name}")
    await expect(page.get_by_role("form", name=f"Command {name}")).to_be_visible()
    await page.keyboard.press("Enter")


async def be(page: Page, name: str) -> None:
    await page.locator("label.person", has_text=name).click()
    await expect(page.locator("#channel-topic")).to_contain_text(name)


async def open_channel(page: Page, name: str) -> None:
    await page.get_by_role("navigation", name="Channels").get_by_role("button", name=name).click()
    await expect(page.locator("#channel-name")).to_contain_text(name)


def messages(page: Page):
    return page.get_by_role("log", name="Messages").get_by_role("listitem")


async def until(element: Locator, condition: str, *, within_s: float = 20.0) -> None:
    """Waits for a condition on an element; the page's own policy forbids waiting inside it."""
    async with asyncio.timeout(within_s):
        while not await element.evaluate(f"element => {condition}"):
            await asyncio.sleep(POLL_S)


async def play(video: Locator) -> None:
    """Plays until pictures move."""
    await video.evaluate("video => { video.muted = true; return video.play(); }")
    await until(video, "element.currentTime > 0.2")
