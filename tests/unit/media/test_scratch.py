"""Temporary files are private, never leave their folder and never outlive their use."""

import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.media.scratch import ScratchFile, is_safe_name, safe_name, sweep
from tests.support.full_disk import lead_to_full_device


def names_in(folder):
    return {path.name for path in folder.iterdir()}


@given(st.text())
def test_a_name_never_leaves_its_folder(name):
    made = safe_name(name)

    assert is_safe_name(made)
    assert "/" not in made
    assert not made.startswith(".")


@given(st.text(), st.text())
def test_two_names_never_become_one(one, other):
    if one != other:
        assert safe_name(one) != safe_name(other)


@pytest.mark.parametrize("name", ["job-12", "A1B2C3.mp4"])
def test_a_plain_name_stays_as_it_is(name):
    assert name == safe_name(name)


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "../x", "x.part", "a\0b", "-x", "x" * 101])
def test_an_odd_name_is_made_over(name):
    assert name != safe_name(name)


def test_the_file_and_its_folder_are_for_the_owner_only(tmp_path):
    scratch = ScratchFile(tmp_path / "media" / "tmp", name="job-1")
    scratch.create()
    try:
        assert stat.S_IMODE(scratch.path.stat().st_mode) == 0o600
        assert stat.S_IMODE(scratch.path.parent.stat().st_mode) == 0o700
    finally:
        scratch.close_and_remove()


def test_the_file_is_gone_at_the_end_unless_it_was_moved(tmp_path):
    left, moved = ScratchFile(tmp_path, name="a"), ScratchFile(tmp_path, name="a")
    for scratch in (left, moved):
        scratch.create()
        scratch.append(b"clip")
        scratch.make_durable()
    moved.path.rename(tmp_path / "kept.mp4")
    for scratch in (left, moved):
        scratch.close_and_remove()

    assert names_in(tmp_path) == {"kept.mp4"}
    assert (tmp_path / "kept.mp4").read_bytes() == b"clip"


def test_writing_before_creating_is_a_defect(tmp_path):
    with pytest.raises(RuntimeError):
        ScratchFile(tmp_path, name="a").append(b"x")


def test_a_file_that_cannot_be_removed_is_logged_and_no_more(tmp_path):
    scratch = ScratchFile(tmp_path, name="a")
    scratch.path.mkdir()

    with capture_logs() as logs:
        scratch.close_and_remove()

    assert [line["event"] for line in logs] == ["scratch_file_left"]


def open_files():
    return len(list(Path("/proc/self/fd").iterdir()))


@pytest.mark.parametrize("size_bytes", [1, 10_000, 1_000_000])
def test_a_full_disk_says_so_and_leaves_neither_file_nor_descriptor(tmp_path, size_bytes):
    before = open_files()
    scratch = ScratchFile(tmp_path, name="a")
    scratch.create()
    lead_to_full_device(scratch._file)

    with pytest.raises(OSError, match="No space left"):
        _write_all(scratch, bytes(size_bytes))
    scratch.close_and_remove()

    assert names_in(tmp_path) == set()
    assert open_files() == before


def _write_all(scratch, data):
    scratch.append(data)
    scratch.examine(lambda file: file.read())


def test_a_file_that_cannot_be_removed_is_closed_all_the_same(tmp_path):
    before = open_files()
    scratch = ScratchFile(tmp_path, name="a")
    scratch.create()
    scratch.path.unlink()
    scratch.path.mkdir()

    scratch.close_and_remove()

    assert open_files() == before


def test_the_sweep_removes_what_a_killed_process_left_and_nothing_else(tmp_path):
    program = f"""
        import os, signal
        from pathlib import Path
        from bot.media.scratch import ScratchFile
        ScratchFile(Path({str(tmp_path)!r}), name="dead").create()
        os.kill(os.getpid(), signal.SIGKILL)
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(program)], check=False)
    (tmp_path / "kept.mp4").write_bytes(b"clip")
    in_use = ScratchFile(tmp_path, name="in-use")
    in_use.create()
    try:
        assert len(names_in(tmp_path)) == 3
        assert sweep(tmp_path) == 1
        assert names_in(tmp_path) == {"kept.mp4", in_use.path.name}
    finally:
        in_use.close_and_remove()


def test_there_is_nothing_to_sweep_before_the_first_start(tmp_path):
    assert sweep(tmp_path / "not-yet-there") == 0
