"""The panel beside the stage turns the two local services, and shows what they cost."""

import pytest
from playwright.async_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def open_backstage(page):
    await page.get_by_role("button", name="Backstage", exact=True).click()
    await expect(page.get_by_role("heading", name="Backstage")).to_be_visible()


async def test_the_dial_says_what_it_means_and_sets_the_speed(page, stage):
    await open_backstage(page)
    dial = page.get_by_role("slider", name="Time-lapse")
    await expect(page.locator("output")).to_have_text("30x: a clip takes about 11 s")

    await dial.fill("100")

    await expect(page.locator("output")).to_have_text("200x: a clip takes about 2 s")
    await expect(dial).to_have_attribute("aria-valuetext", "200x: a clip takes about 2 s")
    await _until_equal(lambda: stage.eachlabs.speed, 200.0, page)


async def test_real_time_is_called_by_its_name(page, stage):
    stage.eachlabs.speed = 1.0
    await open_backstage(page)

    await expect(page.locator("output")).to_have_text("Real time: a clip takes about 6 minutes")


async def test_a_fault_of_eachlabs_is_switched_on_and_off(page, stage):
    await open_backstage(page)
    await page.locator("summary", has_text="Making a clip").click()
    switch = page.get_by_role("switch", name="The provider rejects the prompt")

    await switch.click()

    await expect(page.locator("summary", has_text="Making a clip")).to_contain_text("1 on")
    await expect(switch).to_be_checked()
    assert [fault.kind.value for fault in stage.eachlabs.faults.active] == ["prompt_rejected"]
    await switch.click()
    await expect(page.locator("summary .count")).to_have_count(0)
    assert stage.eachlabs.faults.active == ()


async def test_a_fault_of_discord_is_switched_on_once_however_often_it_is_pressed(page, stage):
    await open_backstage(page)
    await page.locator("summary", has_text="Discord").click()
    switch = page.get_by_role("switch", name="Files refused")

    await switch.click()
    await expect(page.locator("summary .count")).to_have_text("1 on")
    await switch.click()
    await expect(page.locator("summary .count")).to_have_count(0)
    await switch.click()
    await expect(page.locator("summary .count")).to_have_text("1 on")

    assert [fault["name"] for fault in stage.discord.faults.active()] == ["refuse_attachments"]


async def test_a_switch_turned_elsewhere_moves_here_too(page, stage):
    await open_backstage(page)
    await page.locator("summary", has_text="Asking for a clip").click()

    stage.eachlabs.faults.switch_on("create_hangs")

    await expect(page.get_by_role("switch", name="Created, then no answer")).to_be_checked()


async def test_money_and_requests_are_counted(page):
    await open_backstage(page)

    await expect(page.get_by_text("Charged so far")).to_be_visible()
    await expect(page.locator(".figures").first).to_contain_text("$250.00")
    await expect(page.get_by_role("progressbar")).to_be_visible()


async def test_escape_closes_the_panel_and_gives_the_focus_back(page):
    await open_backstage(page)
    await expect(page.get_by_role("slider")).to_be_focused()

    await page.keyboard.press("Escape")

    await expect(page.locator("#backstage")).to_be_hidden()
    await expect(page.get_by_role("button", name="Backstage")).to_be_focused()


async def _until_equal(read, expected, page):
    for _ in range(100):
        if read() == expected:
            return
        await page.wait_for_timeout(50)

    assert expected == read()
