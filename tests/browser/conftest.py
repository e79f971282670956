"""A headless Chromium with a page to drive, and the page's server without one."""

import os
import shutil
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

from sandbox.discord.server import LocalDiscord
from sandbox.discord.world import World
from sandbox.eachlabs.clip_maker import ClipPlan, make_clip
from sandbox.eachlabs.server import LocalEachlabs
from sandbox.page.server import PageServer
from tests.browser.page_caller import Caller
from tests.browser.small_bot import SmallBot, running

CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--autoplay-policy=no-user-gesture-required",
)
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}
# Time enough on a busy machine; what comes sooner waits for none of it.
ANSWER_MS = 20_000

expect.set_options(timeout=ANSWER_MS)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser():
    """Skipped where there is no Chromium, except where the tests must not be left out."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        reason = "no chromium on PATH; on Debian: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(
            executable_path=chromium, args=list(CHROMIUM_ARGUMENTS)
        )
        yield launched
        await launched.close()


@pytest.fixture(scope="session")
def clip(tmp_path_factory):
    """A real MP4 of one kind of H.264 that browsers play."""
    path = tmp_path_factory.mktemp("clip") / "clip.mp4"
    make_clip(ClipPlan(prompt="A red fox at dawn", duration_s=5, aspect_ratio="16:9"), path)
    return path.read_bytes()


@dataclass(kw_only=True)
class Stage:
    """What a test of the page turns and looks at."""

    url: str
    world: World
    discord: LocalDiscord
    eachlabs: LocalEachlabs
    bot: SmallBot


@asynccontextmanager
async def small_stage(clip):
    async with AsyncExitStack() as stack:
        discord_server = await stack.enter_async_context(LocalDiscord.open())
        eachlabs = await stack.enter_async_context(LocalEachlabs.open(speed=30.0))
        server = PageServer(
            world=discord_server.world, discord_server=discord_server, eachlabs=eachlabs, port=0
        )
        await stack.enter_async_context(server)
        bot = SmallBot(discord_server.connector(), clip)
        await stack.enter_async_context(running(bot, discord_server.token))
        yield Stage(
            url=server.url,
            world=discord_server.world,
            discord=discord_server,
            eachlabs=eachlabs,
            bot=bot,
        )


class Visits:
    """Opens pages, and afterwards holds them to a clean console."""

    def __init__(self, browser: Browser):
        self._browser = browser
        self._contexts = []
        self.complaints: list[str] = []

    async def open(self, url, *, viewport=DESKTOP, **context_options) -> Page:
        context = await self._browser.new_context(viewport=viewport, **context_options)
        self._contexts.append(context)
        page = await context.new_page()
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(f"uncaught: {error}"))
        await page.goto(url)
        await expect(page.locator("#channel-name")).not_to_be_empty()
        return page

    async def close(self):
        for context in self._contexts:
            await context.close()

    def _heard(self, message):
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{message.type}: {message.text}")


@pytest_asyncio.fixture(loop_scope="session")
async def visits(browser):
    opened = Visits(browser)
    yield opened
    await opened.close()

    assert opened.complaints == []


@pytest_asyncio.fixture(loop_scope="session")
async def stage(clip, visits):
    async with small_stage(clip) as opened:
        yield opened
        # A page that is still open would complain that its server went away.
        await visits.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page(visits, stage):
    """The page as Mira, on a desk."""
    return await visits.open(stage.url)


@pytest.fixture
def phone_size():
    return PHONE


@pytest.fixture
async def world():
    inhabited = World()
    yield inhabited
    inhabited.close()


@pytest.fixture
async def services(world):
    async with LocalDiscord.open(world=world) as discord_server, LocalEachlabs.open() as eachlabs:
        yield discord_server, eachlabs


@pytest.fixture
async def server(world, services):
    discord_server, eachlabs = services
    opened = PageServer(world=world, discord_server=discord_server, eachlabs=eachlabs, port=0)
    async with opened:
        yield opened


@pytest.fixture
async def http(server):
    async with aiohttp.ClientSession(server.url) as session:
        yield session


@pytest.fixture
def call(server, http):
    @asynccontextmanager
    async def connect():
        origin = {"Origin": server.url.rstrip("/")}
        async with http.ws_connect("/live", headers=origin) as socket:
            yield Caller(socket)

    return connect


@pytest.fixture
async def small_bot(services, clip):
    discord_server, _ = services
    async with running(SmallBot(discord_server.connector(), clip), discord_server.token) as bot:
        yield bot
