"""Charts are drawn beside the bot: in bounded time, one at a time, and with no key at hand."""

import asyncio
import json
import sys

import psutil
import pytest

from bot.charts.painter import ChildPainter
from bot.domain.charts import ChartError
from bot.messaging.stats_chart import chart_sheets
from tests.support.figures import report_of

TELL = "import os, sys, json; sys.stdin.read(); json.dump(dict(os.environ), open({path!r}, 'w'))"


@pytest.fixture
def sheets(catalogue):
    return chart_sheets(catalogue, "de", report_of())


def scripted(tmp_path, code, **options):
    return ChildPainter(tmp_path, command=(sys.executable, "-c", code), **options)


@pytest.fixture
def strangers():
    """Other tests of this process may have left a helper of multiprocessing behind."""
    return set(psutil.Process().children(recursive=True))


@pytest.fixture
def children(strangers):
    def own():
        return [each for each in psutil.Process().children(recursive=True) if each not in strangers]

    return own


async def test_a_picture_comes_back_and_only_the_list_of_fonts_is_kept(tmp_path, sheets, children):
    picture = await ChildPainter(tmp_path).paint(sheets)

    assert picture.startswith(b"\x89PNG")
    assert all(file.name.startswith("fontlist") for file in tmp_path.iterdir())
    assert children() == []


async def test_the_child_knows_no_secret(tmp_path, sheets, monkeypatch):
    monkeypatch.setenv("DISCORD_TOKEN", "a token")
    monkeypatch.setenv("EACHLABS_API_KEY", "a key")
    told = tmp_path / "told.json"

    with pytest.raises(ChartError):
        await scripted(tmp_path, TELL.format(path=str(told))).paint(sheets)

    environment = json.loads(told.read_text())
    assert "MPLCONFIGDIR" in environment
    assert not {"DISCORD_TOKEN", "EACHLABS_API_KEY"} & environment.keys()


async def test_a_child_that_never_ends_is_ended(tmp_path, sheets, children):
    painter = scripted(tmp_path, "import time; time.sleep(60)", within_s=0.3)

    with pytest.raises(ChartError, match="too_slow"):
        await painter.paint(sheets)

    assert children() == []


async def test_whoever_waits_too_long_for_others_goes_without(tmp_path, sheets, children):
    painter = scripted(tmp_path, "import time; time.sleep(60)", within_s=0.3)

    answers = await asyncio.gather(
        *(painter.paint(sheets) for _ in range(3)), return_exceptions=True
    )

    assert {str(answer) for answer in answers} == {"too_slow", "others_first"}
    assert children() == []


@pytest.mark.parametrize("code", ["import sys; sys.exit(3)", "print('no picture')"])
async def test_a_child_that_fails_leaves_the_figures_without_a_picture(tmp_path, sheets, code):
    with pytest.raises(ChartError, match="failed"):
        await scripted(tmp_path, code).paint(sheets)


async def test_a_child_that_cannot_start_is_no_defect(tmp_path, sheets):
    with pytest.raises(ChartError, match="not_started"):
        await ChildPainter(tmp_path, command=(str(tmp_path / "missing"),)).paint(sheets)


async def test_a_cancelled_caller_leaves_no_child(tmp_path, sheets, children):
    painter = scripted(tmp_path, "import time; time.sleep(60)")
    drawing = asyncio.create_task(painter.paint(sheets))
    while not children():
        await asyncio.sleep(0.01)

    drawing.cancel()
    await asyncio.gather(drawing, return_exceptions=True)

    assert children() == []


async def test_a_folder_that_cannot_be_written_to_costs_time_and_no_picture(tmp_path, sheets):
    in_the_way = tmp_path / "file"
    in_the_way.touch()

    assert (await ChildPainter(in_the_way / "charts").paint(sheets)).startswith(b"\x89PNG")
