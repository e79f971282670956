"""Takes the pictures of docs/moderation.md: a moderator's phone, in light and in dark."""

import argparse
import asyncio
import io
import shutil
import sqlite3
import tempfile
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from typing import Final, Literal

from PIL import Image
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from bench.dataset import make_log
from bot.log import configure_logging
from sandbox.app import Sandbox
from sandbox.discord.world import World

SPEED: Final = 300.0
# As wide as a phone; as high as the longest message.
SIZE: Final = {"width": 390, "height": 2400}
PIXELS_TO_ONE: Final = 2
COLOURS: Final = 128
LARGEST_BYTES: Final = 150_000
CHROMIUM_ARGUMENTS: Final = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
ENDS_WITHIN_MS: Final = 60_000
HARBOUR: Final = "Harbour Film Club"
CHANNELS: Final = ("showreel", "general", "screening-room")
REGULARS: Final = ("Mira", "Jonas", "Ada")
# Others who have asked for clips in the past year.
NEWCOMERS: Final = ("Noor", "Emil", "Tove", "Otto")
REQUESTS_A_YEAR: Final = 1_500
PROMPTS: Final = (
    "a paper boat drifts down a flooded street",
    "an old lighthouse keeper waters his plants",
    "a street market at the harbour, seen from above",
    "two chess players in the rain",
    "a tram climbs a hill at dusk",
)

Theme = Literal["light", "dark"]


async def take_pictures(folder: Path) -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        raise SystemExit("Chromium is needed: install Debian's chromium.")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium, args=list(CHROMIUM_ARGUMENTS)
        )
        themes: tuple[Theme, ...] = ("light", "dark")
        for theme in themes:
            with tempfile.TemporaryDirectory() as data:
                await _play(browser, Album(folder, theme), Path(data))
        await browser.close()


class Album:
    """Where the pictures of one theme go, each small enough to load on a train."""

    def __init__(self, folder: Path, theme: Theme) -> None:
        self._folder = folder
        self.theme = theme

    async def keep(self, message: Locator, name: str) -> None:
        await message.page.mouse.move(0, 0)
        shot = Image.open(io.BytesIO(await message.screenshot(animations="disabled")))
        small = shot.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        path = self._folder / f"moderation-{name}-{self.theme}.png"
        small.save(path, optimize=True)
        if path.stat().st_size > LARGEST_BYTES:
            raise SystemExit(f"{path} is too large: {path.stat().st_size} bytes")


async def _play(browser: Browser, album: Album, data: Path) -> None:
    world = World()
    _write_past_year(world, data / "showreel.db")
    async with Sandbox.open(speed=SPEED, world=world, data_dir=data) as sandbox:
        page = await browser.new_page(
            viewport=SIZE, color_scheme=album.theme, device_scale_factor=PIXELS_TO_ONE
        )
        await page.goto(sandbox.page_url)
        await _set_up(page)
        await _ask(page)
        await _see_the_feed(page, album)
        await _see_the_log(page, album)
        await page.close()


def _write_past_year(world: World, path: Path) -> None:
    """Requests of a year by members of the club, so that there is something to draw."""
    make_log(path, rows=REQUESTS_A_YEAR, until=datetime.now(UTC), guilds=1, members=12, in_flight=0)
    guild = world.place(HARBOUR).id
    members = [world.person(name).id for name in REGULARS]
    for name in NEWCOMERS:
        user = world.backend.make_user(name.lower(), global_name=name)
        world.backend.add_member(guild, user.id)
        members.append(user.id)
    with closing(sqlite3.connect(path)) as connection, connection:
        _rename(connection, "user_id", members)
        _rename(connection, "channel_id", [world.place(name).id for name in CHANNELS])
        connection.execute("UPDATE jobs SET guild_id = ?", (guild,))
        rows = connection.execute("SELECT id FROM jobs").fetchall()
        connection.executemany(
            "UPDATE jobs SET prompt = ? WHERE id = ?",
            [(prompt, row_id) for (row_id,), prompt in zip(rows, cycle(PROMPTS), strict=False)],
        )


def _rename(connection: sqlite3.Connection, column: str, ids: list[int]) -> None:
    """Whoever asked most often becomes the first of them, and so on, in turn."""
    counted = Counter(row[0] for row in connection.execute(f"SELECT {column} FROM jobs"))  # noqa: S608 - a name of ours
    new_ids = {old: ids[place % len(ids)] for place, (old, _) in enumerate(counted.most_common())}
    connection.executemany(
        f"UPDATE jobs SET {column} = ? WHERE {column} = ?",  # noqa: S608 - a name of ours
        [(new, old) for old, new in new_ids.items()],
    )


async def _set_up(page: Page) -> None:
    await _be(page, "Ada")
    await _fill_in(page, "video-mod feed set", channel="#moderators")
    await _fill_in(page, "video-mod rules add", kind="word", text="celebrity")


async def _ask(page: Page) -> None:
    await _be(page, "Jonas")
    await _send(page, "/video a celebrity sells a used car")
    await _send(page, "/video a lighthouse in a storm, waves over the rocks")
    await expect(page.locator("video")).to_have_count(1, timeout=ENDS_WITHIN_MS)
    await _be(page, "Mira")
    await _send(page, "/video a red fox crosses a snowy road at dawn")
    await expect(page.locator("video")).to_have_count(2, timeout=ENDS_WITHIN_MS)


async def _report(page: Page) -> None:
    await _be(page, "Mira")
    await _open(page, "showreel")
    clip = _messages(page).filter(has=page.locator("video")).first
    await clip.get_by_role("button", name="Report").click()
    form = page.get_by_role("dialog")
    await form.get_by_role("textbox").fill("That is my house, and I was not asked.")
    await form.get_by_role("button", name="Submit").click()
    await expect(form).to_have_count(0)


async def _see_the_feed(page: Page, album: Album) -> None:
    await _be(page, "Ada")
    await _open(page, "moderators")
    last = _messages(page).filter(has_text="a red fox crosses")
    await expect(last).to_be_visible(timeout=ENDS_WITHIN_MS)
    await album.keep(page.locator("#messages"), "feed")
    await _report(page)
    await _be(page, "Ada")
    await _open(page, "moderators")
    card = _messages(page).filter(has_text="my house")
    await expect(card).to_be_visible(timeout=ENDS_WITHIN_MS)
    await album.keep(card, "report")


async def _see_the_log(page: Page, album: Album) -> None:
    await _open(page, "showreel")
    await _fill_in(page, "usage log")
    log = _messages(page).last
    await album.keep(log, "log")
    shown = await _messages(page).count()
    await log.get_by_role("combobox").select_option(index=2)
    await expect(_messages(page)).to_have_count(shown + 1)
    await album.keep(_messages(page).last, "case")
    await _fill_in(page, "usage stats", period="month")
    await expect(page.locator("img.picture")).to_be_visible(timeout=ENDS_WITHIN_MS)
    await album.keep(_messages(page).last, "stats")


def _messages(page: Page) -> Locator:
    return page.get_by_role("log", name="Messages").get_by_role("listitem")


async def _send(page: Page, line: str) -> None:
    before = await _messages(page).count()
    await page.locator("#composer-text").fill(line)
    await page.keyboard.press("Enter")
    await expect(_messages(page)).not_to_have_count(before)


async def _fill_in(page: Page, command: str, **options: str) -> None:
    before = await _messages(page).count()
    await page.locator("#composer-text").fill(f"/{command}")
    await page.keyboard.press("Enter")
    slate = page.get_by_role("form", name=f"Command {command}")
    for name, value in options.items():
        field = slate.get_by_label(name, exact=True)
        if not await field.count():
            await slate.get_by_role("button", name=name).click()
        if await field.evaluate("field => field.tagName") == "SELECT":
            await field.select_option(label=value)
        else:
            await field.fill(value)
    await slate.get_by_role("button", name="Send").click()
    await expect(slate).to_have_count(0)
    await expect(_messages(page)).to_have_count(before + 1)


async def _be(page: Page, name: str) -> None:
    await page.get_by_role("button", name="Servers, channels and people").click()
    await page.locator("label.person", has_text=name).click()
    await expect(page.locator("#channel-topic")).to_contain_text(name)


async def _open(page: Page, channel: str) -> None:
    await page.get_by_role("button", name="Servers, channels and people").click()
    channels = page.get_by_role("navigation", name="Channels")
    await channels.get_by_role("button", name=channel).click()
    await expect(page.locator("#channel-name")).to_contain_text(channel)


if __name__ == "__main__":
    configure_logging(level="ERROR", fmt="console", secrets=())
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("docs/images"))
    asyncio.run(take_pictures(parser.parse_args().folder))
