"""What moderators get: menus, files, pictures, covers, forms with menus, groups of commands."""

import gzip

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.browser.contrast import faint_texts
from tests.browser.gestures import be, messages, run_command, type_line
from tests.browser.moderators_bot import COVERED_WORDS, rules

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

OVERFLOWS = "message => message.scrollWidth > message.clientWidth"


@pytest_asyncio.fixture(loop_scope="session")
async def stage(stage):
    stage.bot.tree.add_command(rules)
    await stage.bot.tree.sync()
    return stage


async def show_papers(page):
    await run_command(page, "house papers")
    await expect(page.get_by_text("Choose", exact=True)).to_be_visible()


async def test_a_menu_of_each_kind_sends_what_was_chosen(page):
    await show_papers(page)
    for menu, label, told in (
        ("One shape", "Tall", "Tall"),
        ("A member", "@Jonas", "jonas"),
        ("A role", "@Patron", "Patron"),
        ("A channel", "#general", "general"),
    ):
        await page.get_by_role("combobox", name=menu).select_option(label=label)
        await expect(messages(page).last).to_contain_text(f"Chosen: {told}")

    # What was chosen once may be chosen again.
    await page.get_by_role("combobox", name="One shape").select_option(label="Tall")
    await expect(messages(page).filter(has_text="Chosen: Tall")).to_have_count(2)


async def test_several_are_chosen_with_the_keys_and_sent_when_complete(page):
    await show_papers(page)
    menu = page.locator("summary", has_text="Two shapes")
    await menu.focus()
    await page.keyboard.press("Enter")
    group = page.get_by_role("group", name="Two shapes")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Space")
    await group.get_by_role("button", name="Done").click()
    await expect(group.get_by_role("alert")).to_have_text("Choose at least 2.")

    await group.get_by_role("checkbox", name="Square").focus()
    await page.keyboard.press("Space")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")

    await expect(messages(page).last).to_contain_text("Chosen: Wide, Square")


async def test_keys_that_pass_over_a_closed_menu_send_nothing(page):
    await show_papers(page)
    menu = page.get_by_role("combobox", name="One shape")
    await menu.focus()
    await page.keyboard.press("ArrowDown")
    await expect(menu).to_have_value("")

    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")

    await expect(messages(page).filter(has_text="Chosen: ")).to_have_count(1)


async def test_what_is_covered_shows_when_it_is_asked_for(page):
    await show_papers(page)
    papers = messages(page).first
    spoiler = papers.get_by_role("button", name="Spoiler, press to show")
    cover = papers.get_by_role("button", name="Spoiler: a picture")
    await expect(papers.get_by_role("img")).to_have_count(1)
    heard = await page.locator("#announcer").inner_text()
    assert COVERED_WORDS.strip("|") not in heard

    await spoiler.click()
    await cover.press("Enter")

    await expect(papers.get_by_role("button", name=COVERED_WORDS.strip("|"))).to_be_visible()
    await expect(papers.get_by_role("img", name="The last picture")).to_be_visible()
    await expect(papers.get_by_role("link", name="The last picture")).to_be_focused()


async def test_a_picture_says_what_it_shows_and_files_are_downloaded_as_they_are(page, tmp_path):
    await show_papers(page)
    papers = messages(page).first
    chart = papers.get_by_role("img", name="Clips a day: seven on Monday")
    await expect(chart).to_have_js_property("naturalWidth", 640)
    for name, unpacked in (("log.csv", bytes), ("log.csv.gz", gzip.decompress)):
        async with page.expect_download() as begun:
            await papers.get_by_role("link", name=name).first.click()
        download = await begun.value
        assert download.suggested_filename == name
        await download.save_as(tmp_path / name)
        assert unpacked((tmp_path / name).read_bytes()) == b"a;b\n"


async def test_who_and_what_is_mentioned_is_called_by_name(page):
    await show_papers(page)

    await expect(messages(page).first.locator(".prose")).to_have_text(
        "the butler did it @Mira @Moderator #showreel 1 January 1970"
    )


async def test_a_form_with_menus_comes_filled_in_and_goes_back(page):
    await run_command(page, "house limits")
    form = page.get_by_role("dialog", name="Limits")
    await expect(form.get_by_label("Role").locator("option:checked")).to_have_text("@Patron")
    channels = form.get_by_role("group", name="Channels")
    await expect(channels.get_by_role("checkbox", name="#showreel")).to_be_checked()
    await channels.get_by_role("checkbox", name="#after-dark").check()
    await form.get_by_label("Member").select_option(label="@Ada")
    await form.get_by_role("button", name="Submit").click()

    told = "Chosen: Patron, showreel, after-dark, ada"
    await expect(messages(page).last).to_contain_text(told)


async def test_a_command_in_a_group_is_typed_whole_and_found_by_its_parts(page):
    await page.locator("#composer-text").fill("/house words a")
    await expect(page.get_by_role("option", name="/house words add")).to_be_visible()

    await type_line(page, "/house words add fog")

    await expect(messages(page).last).to_contain_text("Forbidden: fog")


async def test_every_kind_of_option_has_its_picker_and_a_person_also_an_id(page, stage):
    await type_line(page, "/house name")
    slate = page.get_by_role("form", name="Command house name")
    await slate.get_by_label("member", exact=True).select_option(label="Somebody else, by id…")
    sol = stage.world.person("Sol").id
    await slate.get_by_role("textbox", name="Id for member").fill(str(sol))
    await slate.get_by_label("role", exact=True).select_option(label="@Moderator")
    await slate.get_by_label("channel", exact=True).select_option(label="#general")
    await slate.get_by_role("switch", name="Yes").uncheck()
    await slate.get_by_role("button", name="Send").click()

    told = "Chosen: sol, Moderator, general, False"
    await expect(messages(page).last).to_contain_text(told)


async def test_channels_say_what_they_are_and_a_hidden_one_is_the_moderators(page):
    channels = page.get_by_role("navigation", name="Channels")
    await expect(channels.get_by_role("button", name="after-dark")).to_contain_text("18+")
    await expect(channels.get_by_role("button", name="moderators")).to_have_count(0)

    await be(page, "Ada")

    await expect(channels.get_by_role("button", name="moderators")).to_contain_text("hidden")
    await expect(page.locator("label.person", has_text="Jonas")).to_contain_text("Patron")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_all_of_it_fits_a_phone_and_is_legible(visits, stage, phone_size, scheme):
    page = await visits.open(stage.url, viewport=phone_size, color_scheme=scheme)
    await show_papers(page)
    await page.locator("summary", has_text="Two shapes").click()

    assert await faint_texts(page) == []
    for message in await messages(page).all():
        assert not await message.evaluate(OVERFLOWS)
