"""The picture itself: of one size, with every letter, and each panel within its place."""

import io
import itertools

import pytest
from PIL import Image

from bot.charts import fonts
from bot.charts.draw import drawn, texts_of
from bot.charts.layout import HEIGHT_PX, WIDTH_PX, areas_of, axis_px
from bot.charts.wire import packed, unpacked
from bot.domain.job import JobStatus
from bot.domain.stats_report import StatsPeriod
from bot.messaging.stats_chart import chart_sheets
from tests.support.figures import report_of

CASES = {
    "a day": {"period": StatsPeriod.DAY},
    "a month": {"period": StatsPeriod.MONTH},
    "one attempt": {"statuses": (JobStatus.DELIVERED,), "scale": 1},
    "big numbers": {"scale": 10**6},
    "no times": {"times": False},
}


def sheets_of(catalogue, locale="de", **options):
    return chart_sheets(catalogue, locale, report_of(**options))


@pytest.mark.parametrize("options", CASES.values(), ids=CASES)
def test_panels_stand_below_one_another_within_the_picture(catalogue, options):
    sheet = sheets_of(catalogue, **options)[0]
    areas = areas_of(sheet)
    edges = [edge for a in areas for edge in (a.title_px, a.plot_px, a.plot_px + a.plot_height_px)]

    assert edges == sorted(edges)
    assert edges[-1] < HEIGHT_PX
    assert min(area.plot_height_px for area in areas) > 100
    assert axis_px(sheet) < WIDTH_PX / 3


def test_a_picture_has_its_size_and_its_own_ground(catalogue):
    picture = Image.open(io.BytesIO(drawn(sheets_of(catalogue))))

    assert picture.size == (WIDTH_PX, HEIGHT_PX)
    corners = {
        picture.convert("RGBA").getpixel(at)
        for at in itertools.product((0, WIDTH_PX - 1), (0, HEIGHT_PX - 1))
    }
    assert corners == {(30, 31, 36, 255)}


def test_sheets_arrive_as_they_were_sent(catalogue):
    sheets = sheets_of(catalogue, "ja")

    assert list(unpacked(packed(sheets))) == list(sheets)


def test_a_language_without_letters_here_is_drawn_in_english(catalogue, monkeypatch):
    monkeypatch.setattr(fonts, "FAMILIES", (fonts.BUNDLED_FAMILY,))
    japanese, english = sheets_of(catalogue, "ja")

    assert drawn([japanese, english]) == drawn([english])


@pytest.mark.parametrize("locale", ["en-US", "de", "fr", "es-ES", "pt-BR", "tr"])
def test_the_bundled_font_has_every_letter_of_the_other_languages(catalogue, locale):
    sheet = sheets_of(catalogue, locale)[0]

    assert fonts.family_for(texts_of(sheet)) == fonts.BUNDLED_FAMILY
