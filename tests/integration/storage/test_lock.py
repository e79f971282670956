"""One bot per database, whatever happens to its process."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.storage.location import DatabaseUrlError
from bot.storage.lock import DatabaseHeldError, DatabaseLock, lock_path

HOLDER = """
import sys
from bot.storage.lock import DatabaseLock
DatabaseLock.acquire(sys.argv[1])
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path}/data/showreel.db"


def start(*arguments, pass_fds=()):
    return subprocess.Popen(
        [sys.executable, "-c", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        pass_fds=pass_fds,
    )


def can_be_acquired(url):
    try:
        DatabaseLock.acquire(url).release()
    except DatabaseHeldError:
        return False
    return True


def test_a_second_holder_is_told_at_once(url):
    with DatabaseLock.acquire(url), pytest.raises(DatabaseHeldError, match=r"showreel\.db\.lock"):
        DatabaseLock.acquire(url)

    assert can_be_acquired(url)


def test_two_databases_do_not_know_each_other(url, tmp_path):
    with DatabaseLock.acquire(url), DatabaseLock.acquire(f"sqlite:///{tmp_path}/other.db"):
        assert not can_be_acquired(url)


def test_the_kernel_frees_the_lock_of_a_killed_process(url):
    with start(HOLDER, url) as holder:
        assert holder.stdout.readline() == "held\n"
        assert not can_be_acquired(url)

        holder.send_signal(signal.SIGKILL)
        holder.wait()

    assert can_be_acquired(url)


def test_a_child_that_migrates_keeps_the_lock_when_its_parent_is_gone(url):
    lock = DatabaseLock.acquire(url)
    waits = "import sys; print('up', flush=True); sys.stdin.read()"
    with start(waits, pass_fds=[lock.fileno()]) as child:
        assert child.stdout.readline() == "up\n"
        lock.release()

        assert not can_be_acquired(url)
        child.stdin.close()
        child.wait()

    assert can_be_acquired(url)


def test_other_children_do_not_inherit_it(url):
    lock = DatabaseLock.acquire(url)
    waits = "import sys; print('up', flush=True); sys.stdin.read()"
    with start(waits) as child:
        assert child.stdout.readline() == "up\n"
        lock.release()

        assert can_be_acquired(url)
        child.stdin.close()


def test_a_relative_path_and_a_link_lead_to_the_same_lock(tmp_path, monkeypatch):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    monkeypatch.chdir(tmp_path / "real")

    with DatabaseLock.acquire("sqlite:///showreel.db"):
        assert not can_be_acquired(f"sqlite:///{tmp_path}/link/showreel.db")

    assert lock_path("sqlite:///showreel.db") == tmp_path / "real" / "showreel.db.lock"


def test_a_released_lock_may_be_released_again_but_not_handed_on(url):
    lock = DatabaseLock.acquire(url)
    lock.release()
    lock.release()

    with pytest.raises(ValueError, match="released"):
        lock.fileno()


def test_a_file_that_cannot_be_locked_is_not_taken_for_held(url, monkeypatch):
    def no_locks(_descriptor, _operation):
        raise OSError(37, "No locks available")

    monkeypatch.setattr("fcntl.flock", no_locks)
    open_files = len(list(Path("/proc/self/fd").iterdir()))

    with pytest.raises(OSError, match="No locks"):
        DatabaseLock.acquire(url)
    assert len(list(Path("/proc/self/fd").iterdir())) == open_files


def test_a_database_in_memory_cannot_be_held():
    with pytest.raises(DatabaseUrlError, match="must name a file"):
        DatabaseLock.acquire("sqlite://")
