"""Records the README's moving pictures from the real page: one clip's way, in light and in dark.

A camera that runs along would drop frames, so the tour goes in steps: do something, take a
picture, say how long it is to be looked at. Waiting is cut; nothing else is made up.
"""

import argparse
import asyncio
import io
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from PIL import Image, ImageDraw
from playwright.async_api import Browser, Locator, Page, async_playwright

from bot.log import configure_logging
from sandbox.app import Sandbox

# Slow enough for the card to be refreshed some eight times before the clip is there.
SPEED: Final = 4.0
SIZE: Final = {"width": 820, "height": 620}
# Together 902 pixels wide; below 821 the page needs no room for its lists.
SCALE: Final = 1.1
WEBP: Final = {"quality": 82, "method": 6}
CHROMIUM_ARGUMENTS: Final = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")

PROMPT: Final = "a red fox crosses a snowy road at dawn"
LEAVE_OUT: Final = "blu"
ADDED: Final = ", seen from high above"

LETTERS_A_STEP: Final = 3
KEYSTROKE_MS: Final = 110
GLANCE_MS: Final = 350
LOOK_MS: Final = 900
READ_MS: Final = 1800
BAR_MS: Final = 600
GLIDE_STEPS: Final = 4
GLIDE_MS: Final = 60
CLIP_SHOWN_S: Final = 3.6
CLIP_STEP_S: Final = 0.2
CLIP_WITHIN_S: Final = 240.0
POLL_S: Final = 0.1

PLAYABLE: Final = "clip => clip.readyState >= clip.HAVE_ENOUGH_DATA"
ARROW: Final = ((0, 0), (0, 19), (4.5, 15), (8, 22), (11, 20.5), (7.5, 14), (13.5, 13.5))

Theme = Literal["light", "dark"]
Point = tuple[float, float]


@dataclass(kw_only=True)
class Reel:
    """Pictures, each with how long it is shown."""

    frames: list[Image.Image] = field(default_factory=list)
    durations_ms: list[int] = field(default_factory=list)

    def add(self, frame: Image.Image, *, shown_ms: int) -> None:
        if self.frames and frame.tobytes() == self.frames[-1].tobytes():
            self.durations_ms[-1] += shown_ms
            return
        self.frames.append(frame)
        self.durations_ms.append(shown_ms)

    def save(self, path: Path) -> None:
        first, *others = self.frames
        first.save(
            path, save_all=True, append_images=others, duration=self.durations_ms, loop=0, **WEBP
        )

    def __str__(self) -> str:
        return f"{len(self.frames)} pictures, {sum(self.durations_ms) / 1000:.1f} s"


class Tour:
    """One visitor's hands on the page, and the camera that looks on."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._pointer: Point | None = None
        self.reel = Reel()

    async def look(self, shown_ms: int) -> None:
        png = await self._page.screenshot()
        with Image.open(io.BytesIO(png)) as taken:
            frame = taken.convert("RGB")
        if self._pointer is not None:
            _draw_pointer(frame, self._pointer)
        self.reel.add(frame, shown_ms=shown_ms)

    async def type(self, text: str) -> None:
        for start in range(0, len(text), LETTERS_A_STEP):
            await self._page.keyboard.type(text[start : start + LETTERS_A_STEP])
            await self.look(KEYSTROKE_MS)

    async def press(self, key: str, *, shown_ms: int) -> None:
        await self._page.keyboard.press(key)
        await self.look(shown_ms)

    async def click(self, element: Locator) -> None:
        """The pointer comes gliding, clicks, and is out of the picture afterwards."""
        await element.scroll_into_view_if_needed()
        box = await element.bounding_box()
        if box is None:
            raise LookupError(f"not on the page: {element}")
        target = (box["x"] + box["width"] * 0.6, box["y"] + box["height"] * 0.6)
        start = (target[0] + 160, target[1] + 70)
        for step in range(1, GLIDE_STEPS + 1):
            self._pointer = _between(start, target, step / GLIDE_STEPS)
            await self.look(GLIDE_MS)
        await self.look(GLANCE_MS)
        await element.click()
        self._pointer = None
        await self._page.mouse.move(0, 0)

    async def watch_card(self, card: Locator, clip: Locator) -> None:
        """A picture whenever the card says something new, until its clip stands below."""
        said = ""
        async with asyncio.timeout(CLIP_WITHIN_S):
            while await clip.count() == 0:
                now_says = await card.inner_text()
                if now_says != said:
                    said = now_says
                    await self.look(BAR_MS)
                await asyncio.sleep(POLL_S)

    async def watch_clip(self, clip: Locator) -> None:
        """Frame by frame, so that each picture shows the moment that it stands for."""
        steps = round(CLIP_SHOWN_S / CLIP_STEP_S)
        for step in range(steps):
            await _seek(clip, step * CLIP_STEP_S)
            await self.look(round(CLIP_STEP_S * 1000))


async def walk(tour: Tour, page: Page) -> None:
    """The whole way: type, watch, play, edit, and the next card."""
    messages = page.get_by_role("log", name="Messages").get_by_role("listitem")
    await tour.look(LOOK_MS)
    await page.locator("#composer-text").focus()
    await tour.type("/video")
    await tour.press("Enter", shown_ms=GLANCE_MS)
    await tour.type(PROMPT)
    await tour.click(page.locator("[data-add=negative_prompt]"))
    await tour.type(LEAVE_OUT)
    await page.get_by_role("listbox").get_by_role("option").first.wait_for()
    await tour.press("ArrowDown", shown_ms=LOOK_MS)
    await tour.press("Enter", shown_ms=GLANCE_MS)
    await page.keyboard.press("Enter")
    card = messages.first
    await card.wait_for()
    clip = page.locator("video")
    await tour.watch_card(card, clip)
    await clip.wait_for()
    await _until_playable(clip)
    await tour.watch_clip(clip)
    await tour.click(messages.get_by_role("button", name="Edit prompt"))
    form = page.get_by_role("dialog")
    await form.wait_for()
    await tour.look(LOOK_MS)
    await page.keyboard.press("End")
    await tour.type(ADDED)
    await tour.click(form.get_by_role("button", name="Submit"))
    await form.wait_for(state="detached")
    await messages.get_by_role("button", name="Cancel").wait_for()
    await tour.look(READ_MS)


async def record(folder: Path) -> None:
    async with _chromium() as browser:
        for theme in ("light", "dark"):
            async with Sandbox.open(speed=SPEED) as sandbox:
                page = await _visit(browser, sandbox.page_url, theme)
                tour = Tour(page)
                await walk(tour, page)
                await page.close()
            path = folder / f"tour-{theme}.webp"
            tour.reel.save(path)
            print(f"{path}: {tour.reel}, {_megabytes(path)}")  # noqa: T201 - a script's answer


@asynccontextmanager
async def _chromium() -> AsyncIterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        raise SystemExit("Chromium is needed: install Debian's chromium.")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium, args=list(CHROMIUM_ARGUMENTS)
        )
        yield browser
        await browser.close()


async def _visit(browser: Browser, url: str, theme: Theme) -> Page:
    page = await browser.new_page(
        viewport=SIZE, color_scheme=theme, device_scale_factor=SCALE, reduced_motion="reduce"
    )
    await page.goto(url)
    await page.locator("#welcome .try").wait_for()
    return page


async def _until_playable(clip: Locator) -> None:
    async with asyncio.timeout(CLIP_WITHIN_S):
        while not await clip.evaluate(PLAYABLE):  # noqa: ASYNC110 - a browser has no Event
            await asyncio.sleep(POLL_S)


async def _seek(clip: Locator, position_s: float) -> None:
    await clip.evaluate(
        """(clip, position) => new Promise((done) => {
          clip.addEventListener("seeked", () => requestAnimationFrame(() => done()), {once: true});
          clip.currentTime = position;
        })""",
        position_s,
    )


def _megabytes(path: Path) -> str:
    return f"{path.stat().st_size / 1e6:.2f} MB"


def _between(start: Point, end: Point, share: float) -> Point:
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def _draw_pointer(frame: Image.Image, at: Point) -> None:
    corners = [((at[0] + x) * SCALE, (at[1] + y) * SCALE) for x, y in ARROW]
    ImageDraw.Draw(frame).polygon(corners, fill="white", outline="black", width=2)


if __name__ == "__main__":
    configure_logging(level="ERROR", fmt="console", secrets=())
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("docs/images"))
    asyncio.run(record(parser.parse_args().folder))
