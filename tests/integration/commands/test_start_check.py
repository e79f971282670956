"""`showreel check` says for each thing a start needs whether it is fine, and how to mend it."""

import ssl
from collections.abc import AsyncIterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.config import Settings
from bot.endings import ExitStatus
from bot.start_check import Finding, find_problems
from bot.storage.migrate import upgrade
from sandbox.discord.connector import local_connector
from sandbox.discord.server import LocalDiscord
from sandbox.eachlabs import LocalEachlabs
from sandbox.settings import sandbox_settings
from tests.integration.commands.conftest import Command

INVITE_PERMISSIONS = (1 << 10) | (1 << 11) | (1 << 14) | (1 << 15) | (1 << 16) | (1 << 38)


class Start:
    """A start in a folder, between a local Discord and a local Eachlabs."""

    def __init__(self, settings: Settings, discord: LocalDiscord, eachlabs: LocalEachlabs) -> None:
        self.settings = settings
        self.discord = discord
        self.eachlabs = eachlabs

    def with_changes(self, **changes: Any) -> "Start":
        return Start(self.settings.model_copy(update=changes), self.discord, self.eachlabs)

    async def findings(self) -> Sequence[Finding]:
        return await find_problems(self.settings, discord_connector=self.discord.connector())

    async def finding(self, name: str) -> Finding:
        """The finding of this name; all others must be fine."""
        found = {finding.name: finding for finding in await self.findings()}
        assert all(finding.is_fine for other, finding in found.items() if other != name)
        return found[name]


@pytest.fixture
async def start(tmp_path: Path) -> AsyncIterator[Start]:
    async with LocalDiscord.open() as discord, LocalEachlabs.open() as eachlabs:
        settings = sandbox_settings(
            data_dir=tmp_path,
            discord_token=discord.token,
            eachlabs_base_url=eachlabs.base_url,
            eachlabs_api_key=eachlabs.api_key,
            speed=1,
        )
        yield Start(settings, discord, eachlabs)


async def test_a_start_that_will_do_is_fine_throughout(start: Start) -> None:
    upgrade(start.settings.database_url)

    findings = await start.findings()

    assert [finding.name for finding in findings] == [
        "Settings",
        "Database",
        "Guilds",
        "Eachlabs",
        "Discord",
    ]
    assert all(finding.is_fine for finding in findings)
    assert findings[1].sentence == "It opens and takes writes."
    assert findings[3].sentence == "The key works; the balance is $250.00."


async def test_nothing_is_paid_for_and_nothing_is_registered(start: Start) -> None:
    await start.findings()

    assert list(start.eachlabs.ledger) == []
    assert {request.method for request in start.discord.requests} == {"GET"}


async def test_the_invite_asks_for_what_the_bot_needs_and_no_more(start: Start) -> None:
    finding = await start.finding("Discord")

    assert f"permissions={INVITE_PERMISSIONS}" in finding.sentence
    assert "scope=bot+applications.commands" in finding.sentence


async def test_a_database_that_is_not_there_yet_is_fine(start: Start) -> None:
    finding = await start.finding("Database")

    assert finding.is_fine
    assert finding.sentence == "There is none yet; the start will make it."


async def test_a_database_that_cannot_be_opened_is_told(start: Start, tmp_path: Path) -> None:
    (tmp_path / "blocked").touch()

    finding = await start.with_changes(
        database_url=f"sqlite:///{tmp_path}/blocked/showreel.db"
    ).finding("Database")

    assert not finding.is_fine
    assert "Check that the folder of DATABASE_URL exists" in finding.sentence


async def test_the_databases_own_word_is_told(start: Start, tmp_path: Path) -> None:
    """Locked, damaged, out of room: each has its own remedy."""
    (tmp_path / "showreel.db").write_bytes(b"this is no database, but it is long enough" * 40)

    finding = await start.finding("Database")

    assert not finding.is_fine
    assert "file is not a database" in finding.sentence


async def test_a_database_that_takes_no_writes_is_told(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgrade(start.settings.database_url)

    async def refuses_writes(_database: object) -> bool:
        return False

    monkeypatch.setattr("bot.start_check.is_writable", refuses_writes)

    finding = await start.finding("Database")

    assert not finding.is_fine
    assert "can be read but not written" in finding.sentence


async def test_a_bot_that_no_guild_may_use_is_told(start: Start) -> None:
    finding = await start.with_changes(allowed_guild_ids=()).finding("Guilds")

    assert not finding.is_fine
    assert "ALLOWED_GUILD_IDS" in finding.sentence


async def test_allowed_guilds_are_named(start: Start) -> None:
    finding = await start.with_changes(allowed_guild_ids=(5, 6)).finding("Guilds")

    assert finding.is_fine
    assert finding.sentence == "ALLOWED_GUILD_IDS names 5, 6."


async def test_a_refused_key_is_told(start: Start) -> None:
    finding = await start.with_changes(eachlabs_api_key=SecretStr("wrong-key")).finding("Eachlabs")

    assert not finding.is_fine
    assert "The key is refused." in finding.sentence
    assert "wrong-key" not in finding.sentence


async def test_an_eachlabs_that_does_not_answer_is_told(start: Start) -> None:
    finding = await start.with_changes(eachlabs_base_url="http://127.0.0.1:1").finding("Eachlabs")

    assert not finding.is_fine
    assert "no answer that can be used from http://127.0.0.1:1" in finding.sentence


async def test_a_balance_that_covers_no_clip_is_told(start: Start) -> None:
    finding = await start.with_changes(price_usd_5s=Decimal("250.01")).finding("Eachlabs")

    assert not finding.is_fine
    assert "the balance of $250.00 does not cover one clip" in finding.sentence


async def test_a_refused_token_is_told(start: Start) -> None:
    finding = await start.with_changes(discord_token=SecretStr("wrong.token")).finding("Discord")

    assert not finding.is_fine
    assert "The token is refused." in finding.sentence
    assert "wrong.token" not in finding.sentence


async def test_a_discord_that_does_not_answer_is_told(start: Start, unused_tcp_port: int) -> None:
    nowhere = local_connector(port=unused_tcp_port, context=ssl.create_default_context())

    finding = (await find_problems(start.settings, discord_connector=nowhere))[-1]

    assert not finding.is_fine
    assert finding.sentence == "Discord does not answer. Check the network."


class TestTheCommand:
    def test_wrong_settings_are_findings_as_well(
        self, command: Command, environment: pytest.MonkeyPatch
    ) -> None:
        environment.setenv("HTTP_PORT", "x")

        told = command("check")

        assert told.exit_code == ExitStatus.FAILED
        assert told.stdout == "NO  Settings: HTTP_PORT must be a whole number.\n"

    @pytest.mark.parametrize(("mark", "status"), [("ok ", 0), ("NO ", 1)])
    def test_each_finding_is_a_line(
        self, command: Command, monkeypatch: pytest.MonkeyPatch, mark: str, status: int
    ) -> None:
        async def one_finding(_settings: Settings) -> Sequence[Finding]:
            return [Finding(name="Database", is_fine=status == 0, sentence="It opens.")]

        monkeypatch.setattr("bot.start_check.find_problems", one_finding)

        told = command("check")

        assert (status, f"{mark} Database: It opens.\n") == (told.exit_code, told.stdout)
