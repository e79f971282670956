"""A frame looks different for each prompt and each moment, and the same for the same."""

from PIL import ImageChops

from sandbox.eachlabs.scene import Scene


def frame(prompt="A fox", at_s=1.0, size=(320, 180)):
    scene = Scene(prompt=prompt, size=size, duration_s=5, label="5 s")
    return scene.frame(at_s)


def differs(one, other):
    return ImageChops.difference(one, other).getbbox() is not None


def test_the_same_prompt_gives_the_same_picture_and_another_a_different_one():
    assert not differs(frame(), frame())
    assert differs(frame(), frame(prompt="A hen"))


def test_the_picture_moves():
    assert differs(frame(at_s=1.0), frame(at_s=1.5))


def test_the_progress_line_is_full_at_the_end():
    scene = Scene(prompt="A fox", size=(320, 180), duration_s=5, label="")
    line_y = 180 - 30 - 4
    right_px = 320 - 18 - 1

    assert scene.frame(0.0).getpixel((right_px, line_y)) == (255, 255, 255)
    assert scene.frame(5.0).getpixel((right_px, line_y)) != (255, 255, 255)


def test_every_shape_can_be_drawn():
    for size in ((640, 360), (360, 640), (480, 480)):
        assert size == frame(size=size).size
