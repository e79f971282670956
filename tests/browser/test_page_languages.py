"""Everybody reads in a language of their own, and a server speaks one to all of them."""

import pytest
from playwright.async_api import expect

from tests.browser.gestures import be, messages, run_command, type_line

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

SEVEN = ["English", "Deutsch", "Français", "Español", "Português do Brasil", "日本語", "Türkçe"]


async def test_each_person_has_a_language_of_their_own(page):
    language = page.get_by_label("Mira reads")
    await expect(language.locator("option")).to_have_text(SEVEN)
    await expect(language).to_have_value("en-US")

    await language.select_option("Türkçe")
    await be(page, "Jonas")

    await expect(page.get_by_label("Jonas reads")).to_have_value("de")
    await be(page, "Mira")
    await expect(page.get_by_label("Mira reads")).to_have_value("tr")


async def test_a_command_is_read_and_typed_in_ones_language_and_sent_as_registered(page, stage):
    await page.get_by_label("Mira reads").select_option("Deutsch")
    await expect(page.locator("#welcome")).to_contain_text("Type /film and")
    await page.locator("#composer-text").fill("/fi")

    option = page.get_by_role("option", name="/film")
    await expect(option).to_contain_text("Aus ein paar Worten einen kurzen Clip machen")
    await option.click()
    slate = page.get_by_role("form", name="Command film")
    await slate.get_by_label("prompt", exact=True).fill("wait for me")
    await slate.get_by_role("button", name="dauer").click()
    await expect(slate).to_contain_text("Länge in Sekunden")
    await slate.get_by_label("dauer", exact=True).select_option(label="10 Sekunden")
    await slate.get_by_role("button", name="Send").click()

    await expect(messages(page)).to_have_count(1)
    assert stage.bot.received == [{"prompt": "wait for me", "duration": 10}]


async def test_a_list_that_is_open_takes_up_commands_that_come_after_the_typing(page, stage):
    await page.locator("#composer-text").fill("/fil")
    await expect(page.get_by_role("listbox", name="Commands")).to_contain_text("No command")

    stage.world.set_language("de", person_id=stage.world.person("Mira").id)

    await expect(page.get_by_role("option", name="/film")).to_be_visible()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("form", name="Command film")).to_be_visible()


async def test_the_registered_name_works_in_every_language(page, stage):
    await page.get_by_label("Mira reads").select_option("Deutsch")
    await expect(page.locator("#welcome")).to_contain_text("Type /film and")

    await type_line(page, "/video wait for me")

    await expect(messages(page)).to_have_count(1)
    assert stage.bot.received == [{"prompt": "wait for me"}]


async def test_the_bot_is_told_both_languages_and_the_page_marks_what_it_says(page):
    await be(page, "Jonas")
    await page.get_by_role("button", name="Backstage", exact=True).click()
    await page.get_by_label("Harbour Film Club speaks").select_option("Français")
    await page.keyboard.press("Escape")

    await run_command(page, "facts")
    await expect(messages(page).last).to_contain_text("You read de, here fr")
    await run_command(page, "menu")

    await expect(messages(page)).to_have_count(2)
    await expect(messages(page).last.locator(".prose")).to_have_attribute("lang", "fr")


async def test_times_are_said_in_the_readers_language(page):
    await page.get_by_label("Mira reads").select_option("Français")
    await expect(page.get_by_label("Mira reads")).to_have_value("fr")

    await type_line(page, "<t:0:R>")

    await expect(messages(page).locator("time[data-ticks]")).to_contain_text("il y a")
