"""A moderator's evening on a phone, as the guide has it: from a report to a block."""

import pytest
import pytest_asyncio
from playwright.async_api import expect

from sandbox.app import Sandbox
from tests.browser.conftest import PHONE
from tests.browser.gestures import be, messages, open_channel, play, type_line
from tests.support.migrated import put_migrated

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
]

FAST = 300.0
SOON_MS = 60_000


@pytest_asyncio.fixture(loop_scope="session")
async def sandbox(visits, tmp_path):
    put_migrated(tmp_path)
    async with Sandbox.open(speed=FAST, data_dir=tmp_path) as opened:
        yield opened
        await visits.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page(visits, sandbox):
    return await visits.open(sandbox.page_url, viewport=PHONE)


async def out_of_the_drawer(page, act, *arguments):
    await page.get_by_role("button", name="Servers, channels and people").click()
    await act(page, *arguments)


async def as_one(page, name, channel="showreel"):
    await out_of_the_drawer(page, be, name)
    await out_of_the_drawer(page, open_channel, channel)


async def use(page, command, **options):
    """Fill in a command, and wait for what it answers."""
    shown = await messages(page).count()
    await type_line(page, f"/{command}")
    slate = page.get_by_role("form", name=f"Command {command}")
    for name, label in options.items():
        field = slate.get_by_label(name, exact=True)
        if not await field.count():
            await slate.get_by_role("button", name=name).click()
        if await field.evaluate("field => field.tagName") == "SELECT":
            await field.select_option(label=label)
        else:
            await field.fill(label)
    await slate.get_by_role("button", name="Send").click()
    await expect(messages(page)).to_have_count(shown + 1, timeout=SOON_MS)
    return messages(page).last


def button(place, name):
    return place.get_by_role("button", name=name, exact=True)


async def submit(form):
    """Wait until it is gone: it gives the focus back to the button that opened it."""
    await button(form, "Submit").click()
    await expect(form).to_have_count(0)


async def test_from_a_report_to_a_block(page):
    await as_one(page, "Ada")
    await use(page, "video-mod feed set", channel="#moderators")
    await as_one(page, "Jonas")
    await type_line(page, "/video a house by the sea")
    clip = messages(page).filter(has=page.locator("video"))
    await expect(clip).to_be_visible(timeout=SOON_MS)
    await as_one(page, "Mira")
    await button(clip, "Report").click()
    form = page.get_by_role("dialog")
    await form.get_by_role("textbox").fill("That is my house.")
    await submit(form)

    await as_one(page, "Ada", "moderators")
    card = messages(page).filter(has_text="That is my house.").first
    await expect(card).to_be_visible(timeout=SOON_MS)
    await button(card, "Case").click()
    case = messages(page).last
    await expect(case).to_contain_text("Only you can see this.")
    await button(case, "Add note").click()
    await form.get_by_role("textbox").fill("Asked Jonas about it.")
    await submit(form)
    await expect(case).to_contain_text("Asked Jonas about it.")
    await button(card, "Block member").click()
    await form.get_by_label("For how long?").fill("3d")
    await form.get_by_label("Why?").fill("Not your house.")
    await submit(form)
    await expect(card).to_contain_text("blocked", timeout=SOON_MS)
    await expect(button(card, "Dismiss")).to_have_count(0)
    await button(messages(page).filter(has_text="Delivered"), "Delete result").click()
    await expect(messages(page).last).to_contain_text("The clip is deleted.")

    await as_one(page, "Jonas")
    await expect(page.locator("video")).to_have_count(0)
    await type_line(page, "/video another house")
    await expect(messages(page).last).to_contain_text("Not your house.")


async def test_the_log_its_figures_and_its_file(page, tmp_path):
    await type_line(page, "/video a house by the sea")
    await expect(page.locator("video")).to_be_visible(timeout=SOON_MS)
    await as_one(page, "Ada")

    log = await use(page, "usage log", text="house")
    await expect(log).to_contain_text("a house by the sea")
    await log.get_by_role("combobox", name="Open a case").select_option(index=1)
    await expect(messages(page).last).to_contain_text("Case 1")
    figures = await use(page, "usage stats")
    await expect(figures.get_by_role("img")).to_have_js_property("complete", value=True)
    export = await use(page, "usage export")
    async with page.expect_download() as begun:
        await export.get_by_role("link", name=".csv").click()
    await (await begun.value).save_as(tmp_path / "log.csv")

    assert "a house by the sea" in (tmp_path / "log.csv").read_text(encoding="utf-8")


async def test_a_server_that_covers_its_clips(page):
    await as_one(page, "Ada")
    settings = await use(page, "video-mod settings")
    await button(settings, "Private, spoilers, age").click()
    form = page.get_by_role("dialog")
    await form.get_by_label("Clips behind a spoiler").select_option(label="yes")
    await submit(form)
    await expect(settings).to_contain_text("Clips behind a spoiler: yes")

    await type_line(page, "/video a house by the sea")

    cover = page.get_by_role("button", name="Spoiler: a video")
    await expect(cover).to_be_visible(timeout=SOON_MS)
    await expect(page.locator("video")).to_have_count(0)
    await cover.click()
    await play(page.locator("video"))
