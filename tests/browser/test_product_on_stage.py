"""The whole product as a newcomer meets it: the real bot between two local services."""

import pytest
import pytest_asyncio
from playwright.async_api import expect

from sandbox.app import Sandbox
from tests.browser.contrast import faint_texts
from tests.browser.gestures import be, messages, play, type_line, until
from tests.support.migrated import put_migrated

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
]

FAST = 300.0
SLOW = 2.0


@pytest_asyncio.fixture(loop_scope="session")
async def sandbox(visits, tmp_path):
    put_migrated(tmp_path)
    async with Sandbox.open(speed=FAST, data_dir=tmp_path) as opened:
        yield opened
        await visits.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page(visits, sandbox):
    return await visits.open(sandbox.page_url)


async def test_a_prompt_becomes_a_clip_that_plays_in_the_channel(page, sandbox):
    await type_line(page, "/video a red fox crosses a snowy road at dawn")

    card = messages(page).first
    await expect(card).to_contain_text("a red fox crosses a snowy road at dawn")
    await expect(card).to_contain_text("5 s · 16:9 · cfg 0.5")
    result = messages(page).nth(1)
    await expect(result).to_contain_text("@Mira", timeout=60_000)
    await expect(result).to_have_class("message first pings-you arriving")
    await play(result.locator("video"))
    await expect(card.get_by_role("link")).to_contain_text("#showreel")
    assert len(sandbox.eachlabs.ledger) == 1


async def test_a_newcomer_who_just_starts_typing_gets_a_clip(page):
    await page.keyboard.type("/video a paper boat")
    await page.keyboard.press("Enter")

    await expect(messages(page).first).to_contain_text("a paper boat")


async def test_the_folded_card_leads_to_its_clip(page):
    await type_line(page, "/video a paper boat")
    link = messages(page).first.get_by_role("link")
    await expect(link).to_be_visible(timeout=60_000)

    await link.click()

    await expect(messages(page).nth(1)).to_be_focused()


async def test_a_clip_has_the_shape_that_was_asked_for(page):
    await type_line(page, "/video")
    await page.get_by_label("prompt", exact=True).fill("a lighthouse in the rain")
    await page.locator("[data-add=aspect_ratio]").click()
    shape = page.get_by_label("aspect ratio")
    tall = await shape.locator("option", has_text="9:16").get_attribute("value")
    await shape.select_option(tall)
    await page.get_by_role("button", name="Send").click()

    video = page.locator("video")
    await expect(video).to_be_visible(timeout=60_000)
    await until(video, "element.videoHeight > element.videoWidth")


async def test_a_cancelled_request_costs_nothing_and_says_so(page, sandbox):
    sandbox.eachlabs.speed = SLOW
    await type_line(page, "/video a whale over the city")
    cancel = messages(page).first.get_by_role("button", name="Cancel")
    await expect(cancel).to_be_visible()

    await cancel.click()

    card = messages(page).first
    await expect(card).to_contain_text("ancelled", timeout=60_000)
    await expect(card.get_by_role("button", name="Cancel")).to_have_count(0)
    assert sandbox.eachlabs.charged_usd == 0


async def test_somebody_else_cannot_cancel_but_a_moderator_can(page, sandbox):
    sandbox.eachlabs.speed = SLOW
    await type_line(page, "/video a whale over the city")
    await expect(page.get_by_role("button", name="Cancel")).to_be_visible()
    await be(page, "Jonas")
    await page.get_by_role("button", name="Cancel").click()
    await expect(messages(page).last).to_contain_text("Only you can see this.")

    await be(page, "Ada")
    await messages(page).first.get_by_role("button", name="Cancel").click()

    await expect(messages(page).first).to_contain_text("ancelled", timeout=60_000)


async def test_a_deleted_clip_vanishes_from_the_channel(page):
    await type_line(page, "/video a red fox")
    video = page.locator("video")
    await expect(video).to_be_visible(timeout=60_000)

    await page.get_by_role("button", name="Delete", exact=True).click()

    await expect(video).to_have_count(0)


async def test_a_private_clip_is_for_its_member_alone(page):
    await type_line(page, "/video")
    await page.get_by_label("prompt", exact=True).fill("a secret garden")
    await page.locator("[data-add=private]").click()
    await page.get_by_role("button", name="Send").click()
    await expect(messages(page).first).to_contain_text("Only you can see this.")
    await expect(page.locator("video")).to_be_visible(timeout=60_000)

    await be(page, "Jonas")

    await expect(messages(page)).to_have_count(0)


async def test_a_rejected_prompt_is_explained_without_anything_internal(page, sandbox):
    await page.get_by_role("button", name="Backstage", exact=True).click()
    await page.locator("summary", has_text="Making a clip").click()
    await page.get_by_role("switch", name="The provider rejects the prompt").click()
    await expect(page.locator("summary .count")).to_have_text("1 on")

    await type_line(page, "/video something the provider refuses")

    log = page.get_by_role("log", name="Messages")
    await expect(log).to_contain_text("Nothing was charged", timeout=60_000)
    said = (await log.inner_text()).lower()
    assert not [word for word in ("prediction", "http", "{", "traceback") if word in said]
    assert sandbox.eachlabs.charged_usd == 0


async def test_backstage_counts_what_a_clip_cost(page):
    await page.get_by_role("button", name="Backstage", exact=True).click()
    await type_line(page, "/video a red fox")

    money = page.locator(".figures").first
    await expect(money).to_contain_text("$1.40", timeout=60_000)
    await expect(money).to_contain_text("$248.60")


async def test_the_whole_way_works_on_a_phone_with_the_keys_alone(visits, sandbox, phone_size):
    page = await visits.open(sandbox.page_url, viewport=phone_size, color_scheme="dark")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await page.keyboard.type("/video a red fox")
    await page.keyboard.press("Enter")

    video = page.locator("video")
    await expect(video).to_be_visible(timeout=60_000)
    await video.focus()
    await page.keyboard.press("Space")
    await until(video, "!element.paused && element.currentTime > 0")
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_what_the_bot_says_is_legible_in_light_and_in_dark(page):
    await type_line(page, "/video a red fox")
    await expect(page.locator("video")).to_be_visible(timeout=60_000)
    await page.emulate_media(color_scheme="light")
    in_light = await faint_texts(page)
    await page.emulate_media(color_scheme="dark")

    assert (in_light, await faint_texts(page)) == ([], [])
