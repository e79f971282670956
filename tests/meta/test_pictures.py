"""Pictures in the documents: there, described, light and dark, and small enough for a phone."""

import re

import pytest

from tests.meta.repository import ROOT, document, documents

PICTURE = re.compile(r"<picture>(.*?)</picture>", re.DOTALL)
FILE = re.compile(r'src(?:set)?="([^"]+)"')
ALT = re.compile(r'alt="([^"]{40,})"')
DARK = 'media="(prefers-color-scheme: dark)"'
ON_A_PHONE_BYTES = 150_000

pictures = pytest.mark.parametrize(
    ("page", "picture"),
    [
        pytest.param(page, found[1], id=f"{page.name}-{number}")
        for page in documents()
        for number, found in enumerate(PICTURE.finditer(page.read_text(encoding="utf-8")))
    ],
)


@pictures
def test_a_picture_is_there_for_light_and_dark_and_says_what_it_shows(page, picture):
    files = FILE.findall(picture)

    assert len(files) >= 2
    assert [name for name in files if not (page.parent / name).is_file()] == []
    assert DARK in picture
    assert ALT.search(picture)


def test_the_moderators_guide_shows_what_they_see_in_small_pictures():
    names = FILE.findall(document("docs/moderation.md"))

    seen = {name.removeprefix("images/moderation-").rpartition("-")[0] for name in names}
    assert seen == {"case", "feed", "log", "report", "stats"}
    sizes = {name: (ROOT / "docs" / name).stat().st_size for name in names}
    assert {name: size for name, size in sizes.items() if size >= ON_A_PHONE_BYTES} == {}
