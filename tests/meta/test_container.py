"""The image and its compose file keep their promises, as far as reading them tells."""

import json
import re
import tomllib

import pytest

from bot.config import Settings
from tests.meta.repository import ROOT, document

CONTINUED = re.compile(r"\\\n\s*")
ADDRESS = re.compile(r"\w+://")
DATABASE = "sqlite:////data/showreel.db"


@pytest.fixture(scope="module")
def steps():
    """The instructions of the image, each on one line, comments left out."""
    joined = CONTINUED.sub("", document("Dockerfile"))
    return [line for line in joined.splitlines() if line and not line.startswith("#")]


def instructions(steps, name):
    return [step.removeprefix(f"{name} ") for step in steps if step.startswith(f"{name} ")]


def test_the_bot_is_nobody_in_its_container(steps):
    assert instructions(steps, "USER") == ["10001:10001"]
    assert any("--owner=10001" in run and "/data" in run for run in instructions(steps, "RUN"))


def test_everything_it_keeps_is_in_one_volume(steps):
    (settings,) = (env for env in instructions(steps, "ENV") if "DATABASE_URL" in env)
    chosen = dict(part.split("=", 1) for part in settings.split())

    assert instructions(steps, "VOLUME") == ["/data"]
    assert chosen["DATABASE_URL"] == DATABASE
    assert chosen["MEDIA_DIR"] == "/data/media"
    assert chosen["HTTP_HOST"] == "0.0.0.0"  # noqa: S104 - read, not bound


def test_it_is_watched_and_stopped_gently(steps):
    (health,) = instructions(steps, "HEALTHCHECK")

    assert health.endswith('CMD ["showreel", "healthcheck"]')
    assert instructions(steps, "STOPSIGNAL") == ["SIGTERM"]
    assert instructions(steps, "EXPOSE") == [str(Settings.model_fields["http_port"].default)]


def test_it_runs_the_bot_as_its_first_process(steps):
    command = instructions(steps, "ENTRYPOINT") + instructions(steps, "CMD")

    assert [json.loads(part) for part in command] == [["showreel"], ["run"]]


def test_what_is_copied_is_there_and_let_through(steps):
    let_through = document(".dockerignore")
    copies = [step for step in instructions(steps, "COPY") if not step.startswith("--from")]
    sources = [source for copy in copies for source in copy.split()[:-1]]

    assert [source for source in sources if not (ROOT / source).exists()] == []
    assert {f"!{source.split('/')[0]}" for source in sources} <= set(let_through.splitlines())


def test_its_libraries_come_from_the_locks_by_hash(steps):
    installs = [
        part.strip()
        for run in instructions(steps, "RUN")
        for part in run.split("&&")
        if " install " in part and "pip" in part
    ]

    assert len(installs) == 3
    assert all("--require-hashes" in part or "--no-deps --no-index" in part for part in installs)


@pytest.mark.parametrize("recipe", ["Dockerfile", "Makefile"])
def test_a_newer_release_of_a_locked_library_breaks_no_installation(recipe):
    """pip looks for the newest of what an extra asks for, and refuses what the lock has not."""
    locked = [line for line in document(recipe).splitlines() if "--require-hashes" in line]

    assert locked
    assert all("--no-deps" in line for line in locked)


def test_no_address_is_written_into_it(steps):
    assert [step for step in steps if ADDRESS.search(step.replace(DATABASE, ""))] == []


def test_its_label_names_the_version(steps):
    version = tomllib.loads(document("pyproject.toml"))["project"]["version"]

    assert f'org.opencontainers.image.version="{version}"' in " ".join(steps)


@pytest.mark.parametrize(
    "line",
    [
        "env_file: .env",
        "init: true",
        "read_only: true",
        "stop_grace_period: 60s",
        "restart: unless-stopped",
        "- 127.0.0.1:8080:8080",
        "cap_drop:",
        "- no-new-privileges:true",
        f"DATABASE_URL: {DATABASE}",
        "MEDIA_DIR: /data/media",
        "- data:/data",
    ],
)
def test_compose_gives_it_little_and_keeps_its_data(line):
    assert line in [row.strip() for row in document("compose.yaml").splitlines()]
