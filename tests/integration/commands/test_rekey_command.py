"""`showreel rekey`, as an operator meets it."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet

from bot.config import load_settings
from bot.endings import ExitStatus
from bot.storage.lock import DatabaseLock
from bot.stores import Stores
from tests.integration.commands.conftest import Beside, Command, accepted

OLD, NEWER = (Fernet.generate_key().decode() for _ in range(2))
HELD = "Another Showreel holds this database. Stop it first, or set another DATABASE_URL.\n"


async def two_requests(stores: Stores) -> None:
    await accepted(stores, prompt="a red fox")
    await accepted(stores, prompt="a badger")


async def prompts(stores: Stores) -> set[str]:
    jobs = [await stores.jobs.get(each.job_id) for each in await stores.jobs.waiting()]
    return {job.request.prompt for job in jobs if job is not None}


def sealed_in_file() -> list[bool]:
    connection = sqlite3.connect("data/showreel.db")
    found = [
        value.startswith("fernet:") for (value,) in connection.execute("select prompt from jobs")
    ]
    connection.close()
    return found


def test_a_new_key_takes_the_place_of_an_old_one(
    migrated: Command, beside: Beside, environment: pytest.MonkeyPatch
) -> None:
    environment.setenv("DATA_KEY", OLD)
    beside(two_requests)
    environment.setenv("DATA_KEY", f"{NEWER},{OLD}")

    done, again = migrated("rekey"), migrated("rekey")

    assert (done.exit_code, again.exit_code) == (0, 0)
    assert done.stdout.splitlines() == [
        "4 texts are newly encrypted with the first key of DATA_KEY.",
        "Older keys may be taken out of DATA_KEY now.",
    ]
    assert again.stdout.startswith("Nothing was left to encrypt")
    environment.setenv("DATA_KEY", NEWER)
    assert beside(prompts) == {"a red fox", "a badger"}
    assert "Older keys" not in migrated("rekey").stdout


def test_what_was_stored_before_there_was_a_key_is_encrypted_too(
    migrated: Command, beside: Beside, environment: pytest.MonkeyPatch
) -> None:
    beside(two_requests)
    assert sealed_in_file() == [False, False]
    environment.setenv("DATA_KEY", NEWER)

    assert migrated("rekey").exit_code == 0

    assert sealed_in_file() == [True, True]
    assert beside(prompts) == {"a red fox", "a badger"}


def test_a_text_that_no_key_opens_is_told_and_not_lost(
    migrated: Command, beside: Beside, environment: pytest.MonkeyPatch
) -> None:
    environment.setenv("DATA_KEY", OLD)
    beside(two_requests)
    environment.setenv("DATA_KEY", NEWER)

    told = migrated("rekey")

    assert told.exit_code == ExitStatus.FAILED == 1
    assert told.stderr == (
        "4 texts stay as they are: no key of DATA_KEY opens them. "
        "Add the key that they were encrypted with, and run it again.\n"
    )
    environment.setenv("DATA_KEY", f"{NEWER},{OLD}")
    assert migrated("rekey").exit_code == 0
    assert beside(prompts) == {"a red fox", "a badger"}


def test_an_export_says_how_many_texts_no_key_opens(
    migrated: Command, beside: Beside, environment: pytest.MonkeyPatch
) -> None:
    environment.setenv("DATA_KEY", OLD)
    beside(two_requests)
    environment.setenv("DATA_KEY", NEWER)

    told = migrated("usage", "export", "--format", "jsonl", "--output", "log.jsonl")

    assert told.exit_code == 0
    assert [json.loads(line)["prompt"] for line in Path("log.jsonl").read_text().splitlines()] == [
        "",
        "",
    ]
    assert told.stderr.endswith(
        "2 attempts are without their texts: no key of DATA_KEY opens them. "
        "Add the key that they need, and export again.\n"
    )


def test_without_a_key_there_is_nothing_to_encrypt_with(migrated: Command) -> None:
    told = migrated("rekey")

    assert told.exit_code == ExitStatus.CONFIGURATION == 78
    assert told.stderr.startswith("DATA_KEY is empty")


def test_a_running_bot_is_not_disturbed(migrated: Command, environment: pytest.MonkeyPatch) -> None:
    environment.setenv("DATA_KEY", NEWER)
    with DatabaseLock.acquire(load_settings().database_url):
        held = migrated("rekey")

    assert (held.exit_code, held.stderr) == (ExitStatus.TEMPORARY_FAILURE, HELD)
    assert ExitStatus.TEMPORARY_FAILURE == 75


def test_a_database_that_is_not_migrated_is_told(
    command: Command, environment: pytest.MonkeyPatch
) -> None:
    environment.setenv("DATA_KEY", NEWER)

    told = command("rekey")

    assert told.exit_code == ExitStatus.FAILED
    assert "Run `showreel migrate`" in told.stderr


def test_a_stop_half_way_is_told_and_may_be_followed_by_another_run(
    migrated: Command, beside: Beside, environment: pytest.MonkeyPatch
) -> None:
    beside(two_requests)
    environment.setenv("DATA_KEY", NEWER)

    async def stop(*_arguments: Any, **_values: Any) -> None:
        raise KeyboardInterrupt

    with environment.context() as patched:
        patched.setattr("bot.storage.rekeying.Rekeying.run", stop)
        told = migrated("rekey")

    assert told.exit_code == ExitStatus.FAILED
    assert told.stderr == "Stopped half way. Nothing is lost; run it again.\n"
    assert migrated("rekey").exit_code == 0
    assert sealed_in_file() == [True, True]
