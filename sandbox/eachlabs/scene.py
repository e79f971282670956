"""A small moving landscape, derived from a prompt, so that each clip is known by its look."""

import colorsys
import hashlib
import math
import random
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageDraw, ImageOps

from sandbox.eachlabs.caption import caption_panel, text_font

Colour = tuple[int, int, int]

MARGIN_PX: Final = 18
FOOTER_PX: Final = 30
HILL_LAYERS: Final = 3
STARS: Final = 60
RIM_LEVEL: Final = 75
# Shapes with curved edges are drawn this many times too large, then made smaller: smooth edges.
OVERSAMPLING: Final = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class _Hills:
    colour: Colour
    silhouette: Image.Image
    top_px: int
    travel_px: int


class Scene:
    """Everything that does not move is drawn once; a frame only puts the layers together."""

    def __init__(self, *, prompt: str, size: tuple[int, int], duration_s: int, label: str) -> None:
        seed = hashlib.sha256(prompt.encode("utf-8", "replace")).digest()
        self._chance = random.Random(seed)  # noqa: S311 - a picture, not a secret
        self._width_px, self._height_px = size
        self._duration_s = duration_s
        self._label = label
        hue = self._chance.random()
        self._accent = _colour(hue + 0.55, 0.55, 1.0)
        self._dusk = self._sky(hue, night=True)
        self._dawn = self._sky(hue + self._chance.uniform(0.06, 0.16), night=False)
        self._glow = _disc(round(min(size) * 0.95))
        self._sun = _solid_disc(round(min(size) * 0.16))
        self._sun_x = self._chance.uniform(0.55, 0.85)
        self._hills = [self._hill_layer(hue, layer) for layer in range(HILL_LAYERS)]
        self._caption = caption_panel(
            prompt,
            max_width_px=self._width_px - 2 * MARGIN_PX,
            max_height_px=self._height_px - 2 * MARGIN_PX - FOOTER_PX,
        )
        self._small = text_font(14)

    def frame(self, at_s: float) -> Image.Image:
        """The picture `at_s` seconds into the clip."""
        done = min(1.0, at_s / self._duration_s)
        picture = Image.blend(self._dusk, self._dawn, 0.5 - 0.5 * math.cos(math.pi * done))
        self._put_sun(picture, done)
        for hills in self._hills:
            left_px = round(hills.travel_px * done)
            window = (left_px, 0, left_px + self._width_px, hills.silhouette.height)
            picture.paste(hills.colour, (0, hills.top_px), hills.silhouette.crop(window))
        picture.paste(self._caption, (MARGIN_PX, MARGIN_PX), self._caption)
        self._put_footer(picture, at_s, done)
        return picture

    def _put_sun(self, picture: Image.Image, done: float) -> None:
        centre_x = self._width_px * (self._sun_x - 0.12 * done)
        centre_y = self._height_px * (0.72 - 0.34 * math.sin(math.pi * (0.15 + 0.5 * done)))
        for disc, colour in ((self._glow, self._accent), (self._sun, (255, 246, 224))):
            corner = (round(centre_x - disc.width / 2), round(centre_y - disc.height / 2))
            picture.paste(colour, corner, disc)

    def _put_footer(self, picture: Image.Image, at_s: float, done: float) -> None:
        draw = ImageDraw.Draw(picture)
        line_y = self._height_px - FOOTER_PX - 4
        right_px = self._width_px - MARGIN_PX
        draw.line((MARGIN_PX, line_y, right_px, line_y), fill=(255, 255, 255), width=1)
        reached_px = MARGIN_PX + round((right_px - MARGIN_PX) * done)
        draw.rectangle((MARGIN_PX, line_y - 1, reached_px, line_y + 2), fill=self._accent)
        minutes, seconds = divmod(at_s, 60)
        text_y = line_y + 8
        time_code = f"{int(minutes):02d}:{seconds:04.1f}"
        draw.text((MARGIN_PX, text_y), time_code, font=self._small, fill=(255, 255, 255))
        label_x = right_px - self._small.getlength(self._label)
        draw.text((label_x, text_y), self._label, font=self._small, fill=(255, 255, 255))

    def _sky(self, hue: float, *, night: bool) -> Image.Image:
        top = _colour(hue, 0.75, 0.16 if night else 0.42)
        bottom = _colour(hue + 0.12, 0.55, 0.55 if night else 0.95)
        ramp = Image.linear_gradient("L").resize((self._width_px, self._height_px))
        sky = ImageOps.colorize(ramp, top, bottom)
        if night:
            draw = ImageDraw.Draw(sky)
            for _ in range(STARS):
                place = (
                    self._chance.uniform(0, self._width_px),
                    self._chance.uniform(0, self._height_px * 0.55),
                )
                draw.point(place, fill=(220, 226, 255))
        return sky

    def _hill_layer(self, hue: float, layer: int) -> _Hills:
        near = (layer + 1) / HILL_LAYERS
        height_px = round(self._height_px * (0.46 - 0.1 * layer))
        travel_px = round(self._width_px * 0.45 * near)
        width_px = self._width_px + travel_px
        waves = [
            (self._chance.uniform(0.7, 1.6) * (wave + 1), self._chance.uniform(0, math.tau))
            for wave in range(HILL_LAYERS)
        ]

        def ridge_px(x_px: float) -> float:
            turn = math.tau * x_px / self._width_px
            rise = sum(
                math.sin(turn * rate + phase) / (number + 1.5)
                for number, (rate, phase) in enumerate(waves)
            )
            return height_px * (0.4 + 0.24 * rise)

        outline = [
            (x_px * OVERSAMPLING, ridge_px(x_px) * OVERSAMPLING)
            for x_px in range(0, width_px + 4, 4)
        ]
        big = Image.new("L", (width_px * OVERSAMPLING, height_px * OVERSAMPLING), 0)
        floor_px = height_px * OVERSAMPLING
        ends = [(width_px * OVERSAMPLING + 8, floor_px), (0, floor_px)]
        ImageDraw.Draw(big).polygon([*outline, *ends], fill=255)
        return _Hills(
            colour=_colour(hue + 0.04 * layer, 0.6, 0.42 - 0.13 * layer),
            silhouette=big.resize((width_px, height_px), Image.Resampling.BOX),
            top_px=self._height_px - height_px,
            travel_px=travel_px,
        )


def _colour(hue: float, saturation: float, value: float) -> Colour:
    red, green, blue = colorsys.hsv_to_rgb(hue % 1.0, saturation, value)
    return round(red * 255), round(green * 255), round(blue * 255)


def _disc(diameter_px: int) -> Image.Image:
    """A soft light: strongest in the middle, nothing at the rim."""
    ramp = ImageOps.invert(Image.radial_gradient("L"))
    # Pillow's ramp ends in the corners; at the middle of a side it is still at RIM_LEVEL.
    strengths = (max(0, level - RIM_LEVEL) / (255 - RIM_LEVEL) for level in range(256))
    faint = ramp.point([round(150 * strength**2) for strength in strengths])
    return faint.resize((diameter_px, diameter_px))


def _solid_disc(diameter_px: int) -> Image.Image:
    big = Image.new("L", (diameter_px * OVERSAMPLING, diameter_px * OVERSAMPLING), 0)
    side_px = diameter_px * OVERSAMPLING - 1
    ImageDraw.Draw(big).ellipse((0, 0, side_px, side_px), fill=235)
    return big.resize((diameter_px, diameter_px), Image.Resampling.BOX)
