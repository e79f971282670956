"""The encoder writes a whole film or nothing."""

import av
import pytest

from sandbox.eachlabs.clip_maker import ClipPlan, make_clip


def test_a_film_starts_at_once_because_its_index_stands_in_front(tmp_path):
    path = tmp_path / "clip.mp4"
    make_clip(ClipPlan(prompt="狐 🦊 \ud800", duration_s=5, aspect_ratio="1:1"), path)
    content = path.read_bytes()

    assert content[4:8] == b"ftyp"
    assert 0 < content.index(b"moov") < content.index(b"mdat")
    assert [found.name for found in tmp_path.iterdir()] == ["clip.mp4"]
    with av.open(str(path)) as film:
        assert film.streams.video[0].average_rate == 24


def test_a_clip_has_no_name_until_it_is_whole(tmp_path):
    path = tmp_path / "missing" / "clip.mp4"
    with pytest.raises(FileNotFoundError):
        make_clip(ClipPlan(prompt="A fox", duration_s=5, aspect_ratio="1:1"), path)

    assert not path.exists()
