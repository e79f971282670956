"""`showreel check` looks at a database that is not there yet, and does not make it."""

import os
from pathlib import Path

import pytest

from bot.start_check import find_problems
from sandbox.discord.server import LocalDiscord
from sandbox.eachlabs import LocalEachlabs
from sandbox.settings import sandbox_settings


async def told_of(database: Path) -> tuple[bool, str]:
    async with LocalDiscord.open() as discord, LocalEachlabs.open() as eachlabs:
        settings = sandbox_settings(
            data_dir=database.parent,
            discord_token=discord.token,
            eachlabs_base_url=eachlabs.base_url,
            eachlabs_api_key=eachlabs.api_key,
            speed=1,
        ).model_copy(update={"database_url": f"sqlite:///{database}"})
        findings = await find_problems(settings, discord_connector=discord.connector())
    (found,) = [finding for finding in findings if finding.name == "Database"]
    return found.is_fine, found.sentence


def left_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


@pytest.mark.parametrize("name", ["showreel.db", "data/deeper/showreel.db"])
async def test_neither_the_file_nor_its_folder_is_made(tmp_path: Path, name: str) -> None:
    is_fine, sentence = await told_of(tmp_path / name)

    assert (is_fine, sentence) == (True, "There is none yet; the start will make it.")
    assert left_in(tmp_path) == []


async def test_a_file_without_a_schema_is_left_to_the_start(tmp_path: Path) -> None:
    (tmp_path / "showreel.db").touch()

    is_fine, sentence = await told_of(tmp_path / "showreel.db")

    assert is_fine
    assert sentence == "It opens. The start will bring it to the newest schema."


async def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").touch()

    is_fine, sentence = await told_of(tmp_path / "data" / "showreel.db")

    assert not is_fine
    assert "Check that the folder of DATABASE_URL exists and can be written." in sentence


async def test_a_folder_that_may_not_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_access = os.access

    def without_writing(path: str | os.PathLike[str], mode: int) -> bool:
        return not mode & os.W_OK and real_access(path, mode)

    # The owner of every machine may write anywhere, so the answer is played.
    monkeypatch.setattr("bot.start_check.os.access", without_writing)

    is_fine, _ = await told_of(tmp_path / "showreel.db")

    assert not is_fine
    assert left_in(tmp_path) == []
