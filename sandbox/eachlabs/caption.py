"""Set a prompt as readable lines on a picture, whatever script it is written in."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from PIL import Image, ImageDraw, ImageFont

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

TEXT_SIZES_PX: Final = (34, 28, 23, 19, 16, 14)
LINE_HEIGHT: Final = 1.28
PADDING_PX: Final = 16
STAND_IN: Final = "\N{MIDDLE DOT}"
UNREADABLE: Final = "A prompt in letters that this picture cannot draw"
# No font has a glyph for a noncharacter, so this draws what a missing glyph looks like.
NONCHARACTER: Final = "\uffff"
# Marks and controls would stand alone as boxes.
LEFT_OUT: Final = frozenset({"Mn", "Me", "Cf", "Cc"})
LONE_SURROGATE: Final = "Cs"


def caption_panel(text: str, *, max_width_px: int, max_height_px: int) -> Image.Image:
    """A dark, half transparent panel with the text in the largest size that fits."""
    font, lines = _fitted(
        drawable_text(text),
        width_px=max_width_px - 2 * PADDING_PX,
        height_px=max_height_px - 2 * PADDING_PX,
    )
    line_px = _line_px(font)
    width_px = round(max(font.getlength(line) for line in lines)) + 2 * PADDING_PX
    height_px = round(line_px * len(lines)) + 2 * PADDING_PX
    panel = Image.new("RGBA", (width_px, height_px), (0, 0, 0, 0))
    draw = ImageDraw.Draw(panel)
    draw.rounded_rectangle((0, 0, width_px - 1, height_px - 1), radius=12, fill=(10, 12, 20, 150))
    for row, line in enumerate(lines):
        top_px = PADDING_PX + row * line_px
        draw.text((PADDING_PX, top_px), line, font=font, fill=(255, 255, 255, 245))
    return panel


def text_font(size_px: int) -> Font:
    """Pillow's own font: the same on every machine, and no file to find."""
    return _font(size_px)


def drawable_text(text: str) -> str:
    """The text on one line, with a dot for each letter the font lacks."""
    words = unicodedata.normalize("NFC", text).split()
    line = "".join(_drawable(character) for character in " ".join(words))
    if line and not any(character.isalnum() for character in line):
        return UNREADABLE
    return line or UNREADABLE


def wrapped(text: str, *, font: Font, width_px: float) -> list[str]:
    """Lines no wider than `width_px`; a word that is too long alone is cut."""
    lines = [""]
    for word in _words(text, font=font, width_px=width_px):
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= width_px:
            lines[-1] = longer
        else:
            lines.append(word)
    return [line for line in lines if line] or [""]


def _words(text: str, *, font: Font, width_px: float) -> Iterator[str]:
    for word in text.split():
        piece = ""
        for character in word:
            if piece and font.getlength(piece + character) > width_px:
                yield piece
                piece = ""
            piece += character
        yield piece


def _fitted(text: str, *, width_px: float, height_px: float) -> tuple[Font, list[str]]:
    for size_px in TEXT_SIZES_PX:
        font = _font(size_px)
        lines = wrapped(text, font=font, width_px=width_px)
        if len(lines) * _line_px(font) <= height_px:
            return font, lines
    font = _font(TEXT_SIZES_PX[-1])
    room = max(1, int(height_px / _line_px(font)))
    lines = wrapped(text, font=font, width_px=width_px)[:room]
    ending = "\N{HORIZONTAL ELLIPSIS}"
    while lines[-1] and font.getlength(lines[-1] + ending) > width_px:
        lines[-1] = lines[-1][:-1]
    return font, [*lines[:-1], lines[-1] + ending]


def _line_px(font: Font) -> float:
    return LINE_HEIGHT * sum(font.getmetrics()) if isinstance(font, ImageFont.FreeTypeFont) else 14


def _drawable(character: str) -> str:
    category = unicodedata.category(character)
    if category in LEFT_OUT:
        return ""
    if category == LONE_SURROGATE:
        return STAND_IN
    if character == " " or _has_glyph(character):
        return character
    plain = unicodedata.normalize("NFKD", character)[0]
    return plain if _has_glyph(plain) else STAND_IN


@lru_cache(maxsize=4096)
def _has_glyph(character: str) -> bool:
    return _glyph(character) != _glyph(NONCHARACTER)


def _glyph(character: str) -> bytes:
    return bytes(_font(24).getmask(character))


@lru_cache(maxsize=16)
def _font(size_px: int) -> Font:
    return ImageFont.load_default(size_px)
