"""What is installed, shipped and started is whole, locked and lean."""

import re
import subprocess
import sys
import tomllib
import zipfile

import pytest
from hatchling.builders.wheel import WheelBuilder

from tests.meta.repository import PRODUCT, ROOT, document, tracked_files, tracked_texts

LOCKS = ("requirements/run.txt", "requirements/dev.txt", "requirements/build.txt")
PINNED = re.compile(r"^([a-z0-9._-]+)(?:\[[a-z,]+\])?==(\S+)", re.MULTILINE)
REQUIREMENT = re.compile(r"[A-Za-z0-9._-]+")
INDEX = re.compile(r"pypi[.]org|pythonhosted[.]org|index[-]url|find[-]links")
NOT_AT_RUN_TIME = ("alembic", "matplotlib", "sandbox", "simcord", "av", "PIL", "trustme", "pytest")


@pytest.fixture(scope="session")
def shipped(tmp_path_factory):
    """The names of the files in the wheel."""
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("wheel")))
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_carries_every_file_of_the_product(shipped):
    names = {path.relative_to(ROOT).as_posix() for path in tracked_files()}
    product = {name for name in names if name.split("/")[0] in PRODUCT}

    assert any(name.endswith(".ftl") for name in product)
    assert product - shipped == set()


def test_the_wheel_carries_nothing_else(shipped):
    tops = {name.split("/")[0] for name in shipped}

    assert {top for top in tops if not top.endswith(".dist-info")} == set(PRODUCT)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_versions_and_hashes_and_no_address(lock):
    text = document(lock)
    lines = [line.rstrip(" \\") for line in text.splitlines() if not line.lstrip().startswith("#")]
    strange = [line for line in lines if not PINNED.match(line) and "--hash=sha256:" not in line]

    assert strange == []
    assert "://" not in text


def test_the_locks_agree_on_every_version():
    run, dev, build = (set(PINNED.findall(document(lock))) for lock in LOCKS)

    assert run <= dev
    assert build <= dev


def test_the_locks_hold_what_the_project_asks_for():
    project = tomllib.loads(document("pyproject.toml"))
    extras = project["project"]["optional-dependencies"].values()

    assert _names(project["project"]["dependencies"]) <= _pinned(LOCKS[0])
    assert {name for extra in extras for name in _names(extra)} <= _pinned(LOCKS[1])
    assert _names(project["dependency-groups"]["build"]) <= _pinned(LOCKS[2])


def test_no_package_index_is_named_anywhere():
    assert [path for path, text in tracked_texts() if INDEX.search(text)] == []


def test_a_bot_starts_without_what_only_children_and_the_sandbox_need():
    look = f"import sys, bot.app; print([m for m in {NOT_AT_RUN_TIME} if m in sys.modules])"
    seen = subprocess.run([sys.executable, "-c", look], cwd=ROOT, capture_output=True, check=True)

    assert seen.stdout.decode().strip() == "[]"


def _names(requirements):
    return {_folded(REQUIREMENT.match(requirement)[0]) for requirement in requirements}


def _pinned(lock):
    return {_folded(name) for name, _ in PINNED.findall(document(lock))}


def _folded(name):
    return re.sub(r"[-_.]+", "-", name).lower()
