"""A new key: whenever it is interrupted, in the end everything opens with the new key alone."""

import asyncio
import json
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from cryptography.fernet import Fernet
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.rekeying import Rekeyed, Rekeying
from bot.storage.sealed_columns import PSEUDONYM_KEY
from tests.integration.storage.conftest import StandingClock
from tests.support.migrated import migrated_file

OLD, NEWER, LOST = (Fernet.generate_key().decode() for _ in range(3))
PLAIN_TEXTS = ["a fox", "", "fernet:by hand", "plain:by hand", "\N{FOX FACE} müde"]


def stored_by(*keys: str, text: str) -> str:
    return TextCipher(keys).seal(text)


class Texts:
    """A database with texts in every sealed column, some plain, some sealed with an older key."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def fill(self, texts: list[str]) -> None:
        connection = sqlite3.connect(self.file)
        for number, text in enumerate(texts, 1):
            self._job(connection, number, text)
            connection.execute(
                "insert into option_defaults (scope, owner_id, negative_prompt)"
                " values ('member', ?, ?)",
                (number, text),
            )
            connection.execute(
                "insert into reports (job_id, guild_id, reporter_id, text, created_at)"
                " values (?, 1, 2, ?, 3)",
                (number, text),
            )
            connection.execute(
                "insert into case_notes (job_id, author_id, text, created_at) values (?, 1, ?, 2)",
                (number, text),
            )
            connection.execute(
                "insert into usage_views (guild_id, user_id, filter, created_at)"
                " values (1, 2, ?, 3)",
                (text,),
            )
            connection.execute(
                "insert into blocks (guild_id, user_id, reason, created_at, created_by)"
                " values (1, ?, ?, 2, 3)",
                (number, text),
            )
            connection.execute(
                "insert into guild_settings (guild_id, settings, pause_reason) values (?, '{}', ?)",
                (number, text),
            )
            connection.execute(
                "insert into audit_log"
                " (guild_id, at, actor_id, action, subject, job_id, before, after)"
                " values (1, 2, 3, 'member_blocked', '', null, null, ?)",
                (json.dumps({"reason": text, "expires_at": "fernet:not sealed"}),),
            )
        connection.execute("insert into switches values (?, ?)", (PSEUDONYM_KEY, texts[0]))
        connection.execute("insert into switches values ('command_hash', 'open')")
        connection.commit()
        connection.close()

    @staticmethod
    def _job(connection: sqlite3.Connection, number: int, text: str) -> None:
        required = {
            "id": number,
            "reference": "A",
            "status": "failed",
            "reason": "",
            "prompt": text,
            "negative_prompt": text,
            "interaction_token": None if number % 2 else text,
            "duration_s": 5,
            "aspect_ratio": "16:9",
            "guild_id": 1,
            "channel_id": 2,
            "user_id": 3,
            "attachment_size_limit_bytes": 1,
            "filesize_limit_bytes": 1,
            "app_permissions": 0,
            "user_locale": "",
            "guild_locale": "",
            "private": 0,
            "created_at": 1,
            "texts_erased": 0,
        }
        marks = ", ".join("?" * len(required))
        connection.execute(
            f"insert into jobs ({', '.join(required)}) values ({marks})",  # noqa: S608 - ours
            list(required.values()),
        )

    def stored(self) -> list[str]:
        """Every sealed text as it stands there, in a fixed order."""
        connection = sqlite3.connect(self.file)
        found: list[Any] = []
        for query in (
            "select prompt from jobs order by id",
            "select negative_prompt from jobs order by id",
            "select interaction_token from jobs where interaction_token is not null order by id",
            "select negative_prompt from option_defaults order by owner_id",
            "select text from reports order by id",
            "select text from case_notes order by id",
            "select filter from usage_views order by id",
            "select reason from blocks order by id",
            "select pause_reason from guild_settings order by guild_id",
            "select json_extract(after, '$.reason') from audit_log order by id",
            f"select value from switches where key = '{PSEUDONYM_KEY}'",  # noqa: S608 - ours
        ):
            found += [value for (value,) in connection.execute(query)]
        untouched = connection.execute(
            "select json_extract(after, '$.expires_at') from audit_log"
            " union select value from switches where key = 'command_hash'"
        ).fetchall()
        connection.close()
        assert {value for (value,) in untouched} == {"fernet:not sealed", "open"}
        return found

    def rekey(self, *keys: str, batch_rows: int = 2, dies_after: int | None = None) -> Rekeyed:
        """Go through all of it as one process does, or until that one dies."""
        batches = 0

        def on_progress(_rows: int) -> None:
            nonlocal batches
            batches += 1
            if batches == dies_after:
                raise KeyboardInterrupt

        async def work() -> Rekeyed:
            database = await Database.open(f"sqlite:///{self.file}", clock=StandingClock())
            try:
                rekeying = Rekeying(database, cipher=TextCipher(keys), batch_rows=batch_rows)
                return await rekeying.run(on_progress=on_progress)
            finally:
                await database.close()

        return asyncio.run(work())


@pytest.fixture
def texts(database_file: Path) -> Texts:
    return Texts(database_file)


def opened(stored: list[str], *keys: str) -> list[str]:
    cipher = TextCipher(keys)
    return [cipher.open(text) for text in stored]


class TestTheEnd:
    def test_all_opens_with_the_new_key_alone_and_says_what_it_said(self, texts: Texts) -> None:
        texts.fill(
            [stored_by(text=text) for text in PLAIN_TEXTS]
            + [stored_by(OLD, text=text) for text in PLAIN_TEXTS]
        )
        before = opened(texts.stored(), OLD)

        rekeyed = texts.rekey(NEWER, OLD)

        stored = texts.stored()
        assert opened(stored, NEWER) == before
        assert all(
            text.startswith("fernet:") for text, said in zip(stored, before, strict=True) if said
        )
        assert rekeyed.unreadable == 0

    def test_what_the_new_key_sealed_already_is_left_alone(self, texts: Texts) -> None:
        texts.fill([stored_by(OLD, text="a fox"), stored_by(text="a badger")])
        assert texts.rekey(NEWER, OLD).renewed > 0
        before = texts.stored()

        assert texts.rekey(NEWER, OLD) == Rekeyed(renewed=0, unreadable=0)
        assert texts.stored() == before

    def test_what_no_key_opens_is_counted_and_stays_as_it_is(self, texts: Texts) -> None:
        lost = stored_by(LOST, text="a fox")
        texts.fill([stored_by(OLD, text="a badger"), lost])

        rekeyed = texts.rekey(NEWER, OLD)

        assert rekeyed.unreadable == texts.stored().count(lost) == 10
        assert texts.rekey(NEWER, OLD, LOST).unreadable == 0
        assert set(opened(texts.stored(), NEWER)) == {"a badger", "a fox"}

    def test_nothing_of_an_old_key_is_left_in_the_file(self, texts: Texts) -> None:
        sealed = stored_by(OLD, text="a fox")
        texts.fill([sealed])

        texts.rekey(NEWER, OLD)

        assert sealed.encode() not in texts.file.read_bytes()


@settings(max_examples=25)
@given(
    deaths=st.lists(st.integers(1, 12), max_size=4),
    batch_rows=st.integers(1, 4),
    keys=st.lists(st.sampled_from(["", OLD, NEWER]), min_size=1, max_size=5),
)
def test_however_often_it_is_cut_off_all_opens_with_the_new_key_in_the_end(
    deaths: list[int], batch_rows: int, keys: list[str]
) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "showreel.db"
        file.write_bytes(migrated_file())
        texts = Texts(file)
        texts.fill(
            [
                stored_by(*([key] if key else []), text=f"text {number}")
                for number, key in enumerate(keys)
            ]
        )
        before = opened(texts.stored(), NEWER, OLD)

        for dies_after in deaths:
            with pytest.raises(KeyboardInterrupt):
                texts.rekey(NEWER, OLD, batch_rows=batch_rows, dies_after=min(dies_after, 8))
            assert opened(texts.stored(), NEWER, OLD) == before
        texts.rekey(NEWER, OLD, batch_rows=batch_rows)

        assert opened(texts.stored(), NEWER) == before
