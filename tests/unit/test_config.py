"""Settings: what is not set is as the contract says, and what is wrong is told in a sentence."""

import os
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.config import ALL_GUILDS, Settings, SettingsError, data_keys, load_settings

TOKEN = "discord-token-abc"
API_KEY = "eachlabs-key-xyz"

# The contract's defaults, written down a second time on purpose. Empty is None, 0 means nothing.
DEFAULTS: dict[str, object] = {
    "DISCORD_DEV_GUILD_ID": None,
    "ALLOWED_GUILD_IDS": (),
    "OPERATOR_CHANNEL_ID": None,
    "EACHLABS_BASE_URL": "https://api.eachlabs.ai",
    "EACHLABS_MODEL": "kling-v2-text-to-video",
    "EACHLABS_MODEL_VERSION": "0.0.1",
    "EACHLABS_RATE_REQUESTS": 60,
    "EACHLABS_RATE_SECONDS": 60,
    "EACHLABS_MAX_CONCURRENT": 10,
    "GUILD_RATE_REQUESTS": 30,
    "GUILD_MAX_RUNNING": 10,
    "USER_MAX_RUNNING": 2,
    "GUILD_MAX_QUEUED": 50,
    "USER_MAX_QUEUED": 5,
    "MAX_WAIT_SECONDS": 14400,
    "GUILD_JOBS_PER_DAY": 100,
    "USER_JOBS_PER_DAY": 10,
    "GUILD_USD_PER_DAY": None,
    "USER_USD_PER_DAY": None,
    "TOTAL_USD_PER_DAY": Decimal(50),
    "PRICE_USD_5S": Decimal("1.40"),
    "PRICE_USD_10S": Decimal("2.80"),
    "SHOW_PRICES": False,
    "TYPICAL_SECONDS_5S": 340,
    "TYPICAL_SECONDS_10S": 720,
    "POLL_MIN_SECONDS": 2,
    "JOB_TIMEOUT_SECONDS": 3600,
    "MEDIA_DIR": Path("data/media"),
    "MEDIA_MAX_GIB": 10,
    "KEPT_DAYS": 7,
    "MAX_DOWNLOAD_MIB": 500,
    "DOWNLOAD_ALLOW_PRIVATE": False,
    "WEBHOOK_PUBLIC_URL": None,
    "WEBHOOK_HOST": "127.0.0.1",
    "WEBHOOK_PORT": 8081,
    "DATABASE_URL": "sqlite:///data/showreel.db",
    "HTTP_HOST": "127.0.0.1",
    "HTTP_PORT": 8080,
    "RETENTION_DAYS": 90,
    "PRIVACY_URL": None,
    "LOG_LEVEL": "INFO",
    "LOG_FORMAT": "console",
}
HOOK_SECRET = "hook-secret-of-the-tests"
SECRETS = ["DISCORD_TOKEN", "EACHLABS_API_KEY", "WEBHOOK_SECRET", "DATA_KEY"]

Load = Callable[..., Settings]


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Load:
    """Read the settings from this environment and nothing else."""
    monkeypatch.chdir(tmp_path)
    for name in tuple(os.environ):
        if name in DEFAULTS or name in SECRETS:
            monkeypatch.delenv(name)
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    monkeypatch.setenv("EACHLABS_API_KEY", API_KEY)

    def load_with(**environment: str) -> Settings:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return load_settings()

    return load_with


def problems(load: Load, **environment: str) -> list[str]:
    with pytest.raises(SettingsError) as raised:
        load(**environment)
    return raised.value.problems


class TestDefaults:
    def test_every_setting_is_as_the_contract_says(self, load: Load) -> None:
        settings = load()

        assert {name: getattr(settings, name.lower()) for name in DEFAULTS} == DEFAULTS

    def test_there_is_no_setting_beside_the_contracts(self) -> None:
        assert {name.upper() for name in Settings.model_fields} == {*DEFAULTS, *SECRETS}

    def test_secrets_are_empty_unless_they_are_required(self, load: Load) -> None:
        settings = load()

        assert settings.webhook_secret.get_secret_value() == ""
        assert settings.data_key.get_secret_value() == ""


class TestReading:
    def test_the_env_file_of_the_working_folder_is_read(self, load: Load, tmp_path: Path) -> None:
        (tmp_path / ".env").write_text("USER_MAX_RUNNING=7\nALLOWED_GUILD_IDS=1, 2,\n")

        settings = load()

        assert settings.user_max_running == 7
        assert settings.allowed_guild_ids == (1, 2)

    def test_the_environment_goes_before_the_file(self, load: Load, tmp_path: Path) -> None:
        (tmp_path / ".env").write_text("USER_MAX_RUNNING=7\n")

        assert load(USER_MAX_RUNNING="3").user_max_running == 3

    def test_what_the_file_says_beside_the_settings_is_left_alone(
        self, load: Load, tmp_path: Path
    ) -> None:
        (tmp_path / ".env").write_text("SOMETHING_ELSE=1\n")

        load()

    def test_a_file_that_is_no_text_is_told(self, load: Load, tmp_path: Path) -> None:
        (tmp_path / ".env").write_bytes(b"DISCORD_TOKEN=\xff\xfe\n")

        assert problems(load) == [".env is not a UTF-8 text file."]

    @pytest.mark.parametrize(
        "name", [name for name, default in DEFAULTS.items() if "USD_PER_DAY" in name]
    )
    def test_an_empty_sum_has_no_cap_and_0_allows_nothing(self, load: Load, name: str) -> None:
        assert getattr(load(**{name: " "}), name.lower()) is None
        assert getattr(load(**{name: "0"}), name.lower()) == 0

    @pytest.mark.parametrize(
        "name",
        [name for name in DEFAULTS if name.endswith(("_RUNNING", "_QUEUED", "_JOBS_PER_DAY"))],
    )
    def test_an_empty_count_has_no_cap_and_0_allows_nothing(self, load: Load, name: str) -> None:
        assert getattr(load(**{name: ""}), name.lower()) is None
        assert getattr(load(**{name: "0"}), name.lower()) == 0

    @pytest.mark.parametrize(
        "name",
        [
            "DISCORD_DEV_GUILD_ID",
            "OPERATOR_CHANNEL_ID",
            "WEBHOOK_PUBLIC_URL",
            "PRIVACY_URL",
        ],
    )
    def test_what_may_be_left_out_may_be_empty(self, load: Load, name: str) -> None:
        assert getattr(load(**{name: ""}), name.lower()) is None

    def test_seconds_may_be_decimals(self, load: Load) -> None:
        assert load(POLL_MIN_SECONDS="0.25").poll_min_seconds == 0.25

    def test_a_star_allows_every_guild(self, load: Load) -> None:
        assert load(ALLOWED_GUILD_IDS="*").allowed_guild_ids == (ALL_GUILDS,)

    def test_an_address_loses_its_last_slash(self, load: Load) -> None:
        assert load(EACHLABS_BASE_URL="http://127.0.0.1:9/").eachlabs_base_url == (
            "http://127.0.0.1:9"
        )

    @pytest.mark.parametrize(("level", "fmt"), [("debug", "JSON"), ("Warning", "Console")])
    def test_log_settings_may_be_written_in_any_case(
        self, load: Load, level: str, fmt: str
    ) -> None:
        settings = load(LOG_LEVEL=level, LOG_FORMAT=fmt)

        assert (level.upper(), fmt.lower()) == (settings.log_level, settings.log_format)

    def test_blanks_around_a_token_are_dropped(self, load: Load) -> None:
        settings = load(DISCORD_TOKEN=f" {TOKEN}\n")

        assert settings.discord_token.get_secret_value() == TOKEN

    def test_a_whole_webhook_is_taken(self, load: Load) -> None:
        settings = load(WEBHOOK_PUBLIC_URL="https://hooks.example/", WEBHOOK_SECRET=HOOK_SECRET)

        assert settings.webhook_public_url == "https://hooks.example"

    def test_several_keys_may_decrypt_and_the_first_encrypts(self, load: Load) -> None:
        new, old = Fernet.generate_key().decode(), Fernet.generate_key().decode()

        settings = load(DATA_KEY=f"{new}, {old},")

        assert data_keys(settings.data_key) == (new, old)

    def test_settings_cannot_be_changed_afterwards(self, load: Load) -> None:
        with pytest.raises(ValueError, match="frozen"):
            load().user_max_running = 99


WRONG = [
    ("ALLOWED_GUILD_IDS", "my server", "must be guild ids separated by commas, or * for all"),
    ("ALLOWED_GUILD_IDS", "1,0", "must be guild ids"),
    ("ALLOWED_GUILD_IDS", "0,0,0", "must be guild ids"),
    ("ALLOWED_GUILD_IDS", "-5", "must be guild ids"),
    ("ALLOWED_GUILD_IDS", "9" * 19, "must be guild ids"),
    ("ALLOWED_GUILD_IDS", "9" * 9000, "must be guild ids"),
    ("ALLOWED_GUILD_IDS", "\N{FULLWIDTH DIGIT ONE}", "must be guild ids"),
    ("DISCORD_DEV_GUILD_ID", "here", "must be a whole number"),
    ("OPERATOR_CHANNEL_ID", "-1", "must be greater than 0"),
    ("OPERATOR_CHANNEL_ID", "9" * 9000, "must be a whole number"),
    ("EACHLABS_BASE_URL", "api.eachlabs.ai", "must be an address such as https://"),
    ("EACHLABS_BASE_URL", "ftp://api.eachlabs.ai", "must be an address"),
    ("EACHLABS_BASE_URL", "https://", "must be an address"),
    ("EACHLABS_BASE_URL", "https://[x", "must be an address"),
    ("EACHLABS_BASE_URL", "https://x:99999", "must be an address"),
    ("EACHLABS_BASE_URL", "https://x?key=1", "must be an address"),
    ("EACHLABS_MODEL", "Kling v2", "must be a model's name"),
    ("EACHLABS_MODEL", "../admin", "must be a model's name"),
    ("EACHLABS_MODEL", "kling\n", "must be a model's name"),
    ("EACHLABS_MODEL_VERSION", "", "must be filled in"),
    ("EACHLABS_RATE_REQUESTS", "0", "must be greater than or equal to 1"),
    ("EACHLABS_RATE_REQUESTS", "1.5", "must be a whole number"),
    ("EACHLABS_RATE_SECONDS", "0", "must be greater than 0"),
    ("EACHLABS_RATE_SECONDS", "nan", "must be"),
    ("EACHLABS_RATE_SECONDS", "a minute", "must be a number"),
    ("EACHLABS_MAX_CONCURRENT", "", "must be a whole number"),
    ("GUILD_RATE_REQUESTS", "-3", "must be greater than or equal to 1"),
    ("GUILD_MAX_RUNNING", "-1", "must be greater than or equal to 0"),
    ("USER_MAX_RUNNING", "two", "must be a whole number"),
    ("GUILD_MAX_QUEUED", "1e3", "must be a whole number"),
    ("USER_MAX_QUEUED", "none", "must be a whole number"),
    ("MAX_WAIT_SECONDS", "inf", "must be"),
    ("GUILD_JOBS_PER_DAY", "1,000", "must be a whole number"),
    ("USER_JOBS_PER_DAY", "unlimited", "must be a whole number"),
    ("GUILD_USD_PER_DAY", "-1", "must be greater than or equal to 0"),
    ("USER_USD_PER_DAY", "1,50", "must be an amount of dollars such as 1.40"),
    ("TOTAL_USD_PER_DAY", "NaN", "must be a number"),
    ("TOTAL_USD_PER_DAY", "1e9", "must be less than a million dollars"),
    ("PRICE_USD_5S", "$1.40", "must be an amount of dollars"),
    ("PRICE_USD_10S", "0.1234567", "must be an amount of dollars"),
    ("SHOW_PRICES", "maybe", "must be true or false"),
    ("TYPICAL_SECONDS_5S", "0", "must be greater than 0"),
    ("TYPICAL_SECONDS_10S", "-1", "must be greater than 0"),
    ("POLL_MIN_SECONDS", "", "must be a number"),
    ("JOB_TIMEOUT_SECONDS", "1e300", "must be less than or equal to"),
    ("MEDIA_DIR", " ", "must be a folder, such as data/media"),
    ("MEDIA_MAX_GIB", "-1", "must be greater than or equal to 0"),
    ("KEPT_DAYS", "0", "must be greater than 0"),
    ("KEPT_DAYS", "99999", "must be less than or equal to 3650"),
    ("MAX_DOWNLOAD_MIB", "0", "must be greater than 0"),
    ("DOWNLOAD_ALLOW_PRIVATE", "sometimes", "must be true or false"),
    ("WEBHOOK_PUBLIC_URL", "hooks.example", "must be an address"),
    ("WEBHOOK_PUBLIC_URL", "http://hooks.example", "must begin with https://"),
    ("WEBHOOK_PUBLIC_URL", "https://me:pw@hooks.example", "must be an address"),
    ("WEBHOOK_PUBLIC_URL", "https://hooks.example/#top", "must be an address"),
    ("WEBHOOK_HOST", "", "must be a host name or an address such as 127.0.0.1"),
    ("WEBHOOK_PORT", "70000", "must be less than or equal to 65535"),
    ("DATABASE_URL", "postgresql://localhost/x", "must be a file, such as sqlite:///data/"),
    ("DATABASE_URL", "data/showreel.db", "must be a file"),
    ("DATABASE_URL", "sqlite:///", "must be a file"),
    ("DATABASE_URL", "sqlite:///:memory:", "must be a file"),
    ("DATABASE_URL", "sqlite:///file:x?mode=memory", "must be a file"),
    ("DATABASE_URL", "sqlite:///data/showreel.db?timeout=1", "must be a file"),
    ("DATABASE_URL", "sqlite:///data/", "must be a file"),
    ("HTTP_HOST", "", "must be a host name or an address such as 127.0.0.1"),
    ("HTTP_HOST", "my host", "must be a host name"),
    ("HTTP_HOST", "http://127.0.0.1", "must be a host name"),
    ("HTTP_PORT", "http", "must be a whole number"),
    ("RETENTION_DAYS", "forever", "must be a number"),
    ("PRIVACY_URL", "privacy.html", "must be an address"),
    ("LOG_LEVEL", "LOUD", "must be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
    ("LOG_FORMAT", "xml", "must be 'console' or 'json'"),
]


class TestWrongValues:
    @pytest.mark.parametrize(("name", "value", "words"), WRONG)
    def test_each_is_told_in_one_sentence_that_names_the_setting(
        self, load: Load, name: str, value: str, words: str
    ) -> None:
        (sentence,) = problems(load, **{name: value})

        assert sentence.startswith(f"{name} {words}")
        assert sentence.endswith(".")
        assert "Input" not in sentence

    def test_every_setting_has_a_wrong_value_here(self) -> None:
        assert {name for name, _, _ in WRONG} == set(DEFAULTS)

    def test_a_value_that_is_handed_in_is_checked_as_well(self, load: Load) -> None:
        load()
        with pytest.raises(SettingsError, match="LOG_LEVEL must be 'DEBUG'"):
            load_settings(log_level=10)

    def test_all_that_is_wrong_is_told_at_once(self, load: Load) -> None:
        told = problems(load, HTTP_PORT="x", LOG_FORMAT="xml", DISCORD_TOKEN="")

        assert sorted(sentence.split()[0] for sentence in told) == [
            "DISCORD_TOKEN",
            "HTTP_PORT",
            "LOG_FORMAT",
        ]

    @pytest.mark.parametrize("name", ["DISCORD_TOKEN", "EACHLABS_API_KEY"])
    def test_a_secret_that_is_missing_is_asked_for(
        self, load: Load, name: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv(name)

        assert problems(load) == [f"{name} is required but not set; see .env.example."]

    @pytest.mark.parametrize("name", ["DISCORD_TOKEN", "EACHLABS_API_KEY"])
    @pytest.mark.parametrize("value", ["", "  \n"])
    def test_a_secret_that_is_empty_is_asked_for(self, load: Load, name: str, value: str) -> None:
        assert problems(load, **{name: value}) == [f"{name} is required."]

    @pytest.mark.parametrize(
        ("secret", "words"),
        [
            ("too-short", "must have at least 16 characters"),
            ("a long secret with blanks", "has characters that no token has"),
        ],
    )
    def test_a_webhook_secret_must_be_hard_to_guess(
        self, load: Load, secret: str, words: str
    ) -> None:
        (sentence,) = problems(load, WEBHOOK_SECRET=secret)

        assert sentence.startswith(f"WEBHOOK_SECRET {words}")

    def test_a_webhook_without_its_secret_is_not_whole(self, load: Load) -> None:
        assert problems(load, WEBHOOK_PUBLIC_URL="https://hooks.example") == [
            "WEBHOOK_SECRET is required with WEBHOOK_PUBLIC_URL."
        ]


class TestSecrets:
    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("DISCORD_TOKEN", "hunter2 and more"),
            ("EACHLABS_API_KEY", "hunter2\u00e9"),
            ("DATA_KEY", "hunter2"),
            ("DATA_KEY", "A" * 43 + "=,hunter2"),
            ("EACHLABS_BASE_URL", "https://me:hunter2\u2100@api.example"),
            ("DATABASE_URL", "postgresql://me:hunter2@db.example/showreel"),
            ("PRIVACY_URL", "https://me:hunter2@[x"),
        ],
    )
    def test_what_is_wrong_with_it_is_told_without_its_value(
        self, load: Load, name: str, value: str
    ) -> None:
        (sentence,) = problems(load, **{name: value})

        assert sentence.startswith(name)
        assert "hunter2" not in sentence

    def test_settings_shown_by_accident_show_no_secret(self, load: Load) -> None:
        settings = load(DATA_KEY=Fernet.generate_key().decode(), WEBHOOK_SECRET=HOOK_SECRET)

        shown = f"{settings!r} {settings} {settings.model_dump_json()}"

        assert not [secret for secret in settings.secrets if secret in shown]

    def test_all_secrets_are_listed_for_the_log_to_hide(self, load: Load) -> None:
        keys = [Fernet.generate_key().decode() for _ in range(2)]

        settings = load(DATA_KEY=",".join(keys), WEBHOOK_SECRET=HOOK_SECRET)

        assert settings.secrets == (TOKEN, API_KEY, HOOK_SECRET, *keys)

    def test_secrets_that_are_not_set_are_not_listed(self, load: Load) -> None:
        assert load().secrets == (TOKEN, API_KEY)
