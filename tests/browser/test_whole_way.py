"""The whole way of a clip as a member walks it, on a desk and on a phone."""

import asyncio

import pytest
import pytest_asyncio
from playwright.async_api import expect

from sandbox.app import Sandbox
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.gestures import be, messages, play, type_line, until
from tests.support.migrated import put_migrated

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
]

# Cards are refreshed every ten seconds, so a clip has to take a little longer for one to move.
WATCHABLE = 25.0
FAST = 150.0
SLOW = 2.0
CLIP_WITHIN_MS = 30_000

PROMPT = "a red fox crosses a snowy road at dawn"
EMPTY_BAR = "▱" * 10

on_desk_and_phone = pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desk", "phone"])


@pytest_asyncio.fixture(loop_scope="session")
async def sandbox(visits, tmp_path):
    put_migrated(tmp_path)
    async with Sandbox.open(speed=WATCHABLE, data_dir=tmp_path) as opened:
        opened.eachlabs.speed = FAST
        yield opened
        # A page that is still open would complain that its server went away.
        await visits.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page(visits, sandbox, viewport):
    return await visits.open(sandbox.page_url, viewport=viewport)


async def be_at(page, name):
    """On a phone the people are in a drawer."""
    drawer = page.get_by_role("button", name="Servers, channels and people")
    if await drawer.is_visible():
        await drawer.click()
    await be(page, name)


async def ask_for_a_clip(page, prompt=PROMPT):
    """The message that brings the clip."""
    await type_line(page, f"/video {prompt}")
    result = messages(page).filter(has=page.locator("video"))
    await expect(result).to_be_visible(timeout=CLIP_WITHIN_MS)
    return result


def cards(page):
    return messages(page).filter(has_text="used /video")


def button(place, name):
    return place.get_by_role("button", name=name, exact=True)


async def test_typed_prompts_are_watched_on_desk_and_phone_until_their_clips_play(visits, sandbox):
    """Both at once, for it takes a while."""
    sandbox.eachlabs.speed = WATCHABLE
    desk = await visits.open(sandbox.page_url, viewport=DESKTOP)
    await ask_with_options(desk, "a lighthouse in a storm")
    phone = await visits.open(sandbox.page_url, viewport=PHONE)
    await ask_with_options(phone, PROMPT)

    await asyncio.gather(
        watch_until_it_plays(desk, "a lighthouse in a storm"), watch_until_it_plays(phone, PROMPT)
    )


async def ask_with_options(page, prompt):
    await type_line(page, "/video")
    slate = page.get_by_role("form", name="Command video")
    await slate.get_by_label("prompt", exact=True).fill(prompt)
    await slate.get_by_role("button", name="negative prompt").click()
    await page.keyboard.type("blu")
    suggestion = page.get_by_role("listbox", name="Suggestions").get_by_role("option").first
    await expect(suggestion).to_contain_text("blur, distort")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    leaves_out = await slate.get_by_label("negative prompt", exact=True).input_value()
    await page.keyboard.press("Enter")
    await expect(cards(page).filter(has_text=prompt)).to_contain_text(f"Without: {leaves_out}")


async def watch_until_it_plays(page, prompt):
    card = cards(page).filter(has_text=prompt)
    await expect(card).to_contain_text("▱", timeout=CLIP_WITHIN_MS)
    await expect(card).to_contain_text("▰▰", timeout=CLIP_WITHIN_MS)
    assert await card.evaluate("card => card.scrollWidth <= card.clientWidth")
    result = messages(page).filter(has=page.locator("video")).filter(has_text=prompt)
    await expect(result).to_contain_text("AI-generated", timeout=CLIP_WITHIN_MS)
    await play(result.locator("video"))
    await expect(card).to_contain_text("Done:")
    await expect(card).not_to_contain_text("▰")


@on_desk_and_phone
async def test_again_and_an_edited_prompt_make_cards_of_their_own(page, sandbox):
    result = await ask_for_a_clip(page)
    sandbox.eachlabs.speed = SLOW

    await button(result, "Again").click()
    await expect(button(messages(page), "Cancel")).to_have_count(1)
    await expect(messages(page).last).to_contain_text(PROMPT)

    edit = button(result, "Edit prompt")
    await edit.focus()
    await page.keyboard.press("Enter")
    form = page.get_by_role("dialog")
    prompt = form.get_by_role("textbox").first
    await expect(prompt).to_be_focused()
    await expect(prompt).to_have_value(PROMPT)
    length, shape = await form.get_by_role("combobox").all()
    await expect(length.locator("option:checked")).to_have_text("5 seconds")
    await prompt.fill("a blue fox waits for the tram")
    await shape.select_option("9:16")
    await form.get_by_role("button", name="Submit").click()

    await expect(form).to_have_count(0)
    await expect(edit).to_be_focused()
    third = messages(page).last
    await expect(third).to_contain_text("a blue fox waits for the tram")
    await expect(third).to_contain_text("9:16")
    await expect(button(messages(page), "Cancel")).to_have_count(2)


@on_desk_and_phone
async def test_a_form_left_with_escape_sends_nothing(page, sandbox):
    result = await ask_for_a_clip(page)
    edit = button(result, "Edit prompt")
    await edit.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog")).to_be_visible()

    await page.keyboard.press("Escape")

    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(edit).to_be_focused()
    assert len(sandbox.eachlabs.ledger) == 1


@on_desk_and_phone
async def test_a_card_that_waits_is_cancelled_for_nothing(page, sandbox):
    sandbox.eachlabs.speed = SLOW
    for number in range(3):
        await type_line(page, f"/video a lighthouse in a storm, take {number}")
        await expect(cards(page)).to_have_count(number + 1)
    waiting = cards(page).last
    await expect(waiting).to_contain_text("Next in line.")

    await button(waiting, "Cancel").click()

    await expect(messages(page).last).to_contain_text("Cancelled before it started.")
    await expect(messages(page).last).to_contain_text("Only you can see this.")
    await expect(waiting).to_contain_text("ancelled")
    await expect(button(waiting, "Cancel")).to_have_count(0)
    assert len(sandbox.eachlabs.ledger) == 2


@on_desk_and_phone
async def test_a_stranger_is_told_and_can_report_and_the_requester_deletes(page):
    result = await ask_for_a_clip(page)
    await be_at(page, "Jonas")
    await button(result, "Delete").click()
    await expect(messages(page).last).to_contain_text("Nur wer diesen Clip angefordert hat")
    await expect(messages(page).last).to_contain_text("Only you can see this.")

    await button(result, "Report").click()
    form = page.get_by_role("dialog")
    await form.get_by_role("button", name="Submit").click()
    await expect(form.get_by_text("This one is needed.")).to_be_visible()
    await form.get_by_role("textbox").fill("It shows somebody who did not agree to it.")
    await form.get_by_role("button", name="Submit").click()
    await expect(form).to_have_count(0)
    await expect(messages(page).last).to_contain_text("Deine Meldung")

    await be_at(page, "Mira")
    await button(result, "Delete").click()
    await expect(page.locator("video")).to_have_count(0)
    await expect(messages(page).last).to_contain_text("The clip is deleted.")


@on_desk_and_phone
async def test_another_language_changes_the_command_its_answer_and_the_servers_cards(page, sandbox):
    sandbox.eachlabs.speed = SLOW
    drawer = page.get_by_role("button", name="Servers, channels and people")
    if await drawer.is_visible():
        await drawer.click()
    await page.get_by_label("Mira reads").select_option("Deutsch")
    await page.keyboard.press("Escape")
    harbour = sandbox.world.place("Harbour Film Club").id
    sandbox.world.set_server_language("ja", guild_id=harbour)

    await page.locator("#composer-text").fill("/videos kon")
    quota = page.get_by_role("option", name="/videos kontingent")
    await expect(quota).to_contain_text("Zeigen, was du und dieser Server noch anfordern")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Enter")
    answer = messages(page).last
    await expect(answer).to_contain_text("Mira used /videos kontingent")
    await expect(answer).to_contain_text("Was du noch hast")
    await expect(answer.locator(".prose")).to_have_attribute("lang", "de")

    await type_line(page, "/video")
    slate = page.get_by_role("form", name="Command video")
    await slate.get_by_label("beschreibung", exact=True).fill("ein roter Fuchs")
    await page.keyboard.press("Enter")
    card = messages(page).last
    await expect(card.locator(".prose")).to_have_attribute("lang", "ja")
    await until(card, "/[\\u3040-\\u30ff]/.test(element.innerText)")
