"""Takes the README's pictures from the real page: a clip that plays, in light and in dark."""

import argparse
import asyncio
import shutil
from pathlib import Path
from typing import Literal

from playwright.async_api import Browser, Page, async_playwright

from bot.log import configure_logging
from sandbox.app import Sandbox

SPEED = 60.0
SIZE = {"width": 1200, "height": 780}
PROMPT = "/video a lighthouse in a storm, waves breaking over the rocks"
CHROMIUM_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
HALFWAY = "video => video.currentTime > 2.5"

Theme = Literal["light", "dark"]


async def take_pictures(folder: Path) -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        raise SystemExit("Chromium is needed: install Debian's chromium.")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium, args=list(CHROMIUM_ARGUMENTS)
        )
        for theme in ("light", "dark"):
            async with Sandbox.open(speed=SPEED) as sandbox:
                page = await _visit(browser, sandbox.page_url, theme)
                await _watch_a_clip(page)
                await page.screenshot(path=folder / f"sandbox-{theme}.png")
        await browser.close()


async def _visit(browser: Browser, url: str, theme: Theme) -> Page:
    page = await browser.new_page(viewport=SIZE, color_scheme=theme, device_scale_factor=1.5)
    await page.goto(url)
    return page


async def _watch_a_clip(page: Page) -> None:
    await page.get_by_placeholder("Message #showreel").fill(PROMPT)
    await page.keyboard.press("Enter")
    video = page.locator("video")
    await video.wait_for(timeout=60_000)
    handle = await video.element_handle()
    await video.evaluate("video => { video.muted = true; return video.play(); }")
    await page.wait_for_function(HALFWAY, arg=handle)
    await video.evaluate("video => video.pause()")
    await page.mouse.move(0, 0)


if __name__ == "__main__":
    configure_logging(level="ERROR", fmt="console", secrets=())
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("docs/images"))
    asyncio.run(take_pictures(parser.parse_args().folder))
