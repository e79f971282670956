"""Half a clip, a picture or a web page is never taken for an MP4."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.media.mp4 import Mp4Finding, inspect, starts_as_mp4


def box(kind: bytes, body: bytes = b"") -> bytes:
    return (8 + len(body)).to_bytes(4) + kind + body


def large_box(kind: bytes, body: bytes) -> bytes:
    return (1).to_bytes(4) + kind + (16 + len(body)).to_bytes(8) + body


FTYP = box(b"ftyp", b"isom\0\0\2\0mp41")
MOOV = box(b"moov", b"m" * 40)
MDAT = box(b"mdat", b"d" * 500)
WHOLE = FTYP + MOOV + MDAT


class WatchedFile(io.BytesIO):
    """Counts what is read of it."""

    bytes_read = 0

    def read(self, size=-1, /):
        data = super().read(size)
        self.bytes_read += len(data)
        return data


@pytest.mark.parametrize(
    "data",
    [
        WHOLE,
        FTYP + box(b"free") + MDAT + MOOV,
        FTYP + MOOV + large_box(b"mdat", b"d" * 100),
        FTYP + MOOV + (0).to_bytes(4) + b"mdat" + b"d" * 100,
        FTYP + MOOV + box(b"moof", b"f") + MDAT + box(b"moof", b"f") + MDAT + box(b"mfra"),
    ],
    ids=["moov-first", "moov-last", "64-bit-size", "to-the-end", "in-pieces"],
)
def test_a_whole_file_passes(data):
    assert Mp4Finding.WHOLE is inspect(io.BytesIO(data))


@given(st.integers(min_value=0, max_value=len(WHOLE) - 1))
def test_a_file_that_was_cut_anywhere_never_passes(length):
    finding = inspect(io.BytesIO(WHOLE[:length]))

    at_a_box_end = length in {len(FTYP), len(FTYP + MOOV)}
    assert finding is (Mp4Finding.WITHOUT_FILM if at_a_box_end else Mp4Finding.CUT_SHORT)


@given(st.integers(min_value=0, max_value=len(WHOLE) - 1))
def test_a_cut_inside_a_64_bit_head_is_noticed(length):
    data = FTYP + MOOV + large_box(b"mdat", b"dddd")

    assert inspect(io.BytesIO(data[: min(length, len(data) - 1)])) is not Mp4Finding.WHOLE


@pytest.mark.parametrize(
    "data",
    [
        b"<!doctype html><title>Not found</title>",
        b"\x1f\x8b\x08\0" + b"\0" * 40,
        MOOV + FTYP + MDAT,
        box(b"ftyp") + MOOV + MDAT,
        FTYP + b"\0\0\0\4moov" + MDAT,
        FTYP + MOOV + MDAT + b"\0" * 32,
        FTYP + (1).to_bytes(4) + b"moov" + (3).to_bytes(8) + MDAT,
    ],
    ids=["page", "gzip", "no-ftyp-first", "empty-ftyp", "box-too-small", "padding", "large-small"],
)
def test_what_is_no_mp4_is_told_apart(data):
    assert Mp4Finding.NOT_MP4 is inspect(io.BytesIO(data))


def test_a_picture_in_the_same_format_is_no_film():
    assert Mp4Finding.WITHOUT_FILM is inspect(io.BytesIO(FTYP + box(b"meta", b"x") + MDAT))


def test_endless_tiny_boxes_are_given_up():
    assert Mp4Finding.NOT_MP4 is inspect(io.BytesIO(FTYP + box(b"free") * 20_000))


def test_only_heads_are_read():
    file = WatchedFile(FTYP + MOOV + box(b"mdat", bytes(5_000_000)))

    assert Mp4Finding.WHOLE is inspect(file)
    assert file.bytes_read < 100


@given(st.binary(max_size=200))
def test_arbitrary_bytes_never_pass_and_never_raise(data):
    assert inspect(io.BytesIO(data)) is not Mp4Finding.WHOLE
    assert inspect(io.BytesIO(FTYP + data)) is not Mp4Finding.WHOLE


def test_the_first_eight_bytes_decide_whether_to_go_on():
    assert starts_as_mp4(FTYP[:8])
    assert not starts_as_mp4(b"<!doctyp")
    assert not starts_as_mp4(b"")
