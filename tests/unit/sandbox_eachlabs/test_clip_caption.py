"""A prompt on a picture: readable, and never a reason to fail."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.eachlabs.caption import (
    STAND_IN,
    UNREADABLE,
    caption_panel,
    drawable_text,
    text_font,
    wrapped,
)

WIDTH_PX = 300
HEIGHT_PX = 200


@settings(max_examples=60)
@given(st.text(alphabet=st.characters(), max_size=300))
def test_any_text_gives_a_panel_that_fits(text):
    panel = caption_panel(text, max_width_px=WIDTH_PX, max_height_px=HEIGHT_PX)

    assert panel.width <= WIDTH_PX
    assert panel.height <= HEIGHT_PX


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("A fox,  at\n dawn", "A fox, at dawn"),
        ("Ünïcödé", "Unicode"),
        ("fox 🦊", f"fox {STAND_IN}"),
        ("fox \ud800", f"fox {STAND_IN}"),
        ("fo\0x\u200b", "fox"),
        ("🦊🦊", UNREADABLE),
        ("", UNREADABLE),
    ],
)
def test_a_letter_the_font_lacks_becomes_its_plain_form_or_a_dot(text, drawn):
    assert drawn == drawable_text(text)


def test_lines_keep_the_words_and_stay_inside_the_width():
    font = text_font(16)
    text = "a word, another word and an uncommonlylongwordthatnolinecanhold at once"
    lines = wrapped(text, font=font, width_px=120)

    assert text.replace(" ", "") == "".join(lines).replace(" ", "")
    assert all(font.getlength(line) <= 120 for line in lines)
    assert len(lines) > 3


def test_a_short_prompt_is_large_and_a_long_one_ends_in_an_ellipsis():
    short = caption_panel("Fox", max_width_px=WIDTH_PX, max_height_px=HEIGHT_PX)
    long = caption_panel("word " * 500, max_width_px=WIDTH_PX, max_height_px=HEIGHT_PX)

    assert short.width < WIDTH_PX / 2
    assert short.height > 50
    assert long.height > HEIGHT_PX * 0.8
