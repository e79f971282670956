"""Settings: read from the environment, then from `.env`; each is described in `.env.example`."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Self
from urllib.parse import urlsplit

from cryptography.fernet import Fernet
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.domain.ids import GuildId
from bot.domain.limits import LimitPolicy

MIB: Final = 1024 * 1024
GIB: Final = 1024 * MIB
ALL_GUILDS: Final = "*"
SNOWFLAKE_END: Final = 2**63
SNOWFLAKE_MAX_DIGITS: Final = 19
# A year: what is longer is a slip, and far longer times cannot be counted with.
LONGEST_S: Final = 366 * 24 * 3600
WEBHOOK_SECRET_MIN_CHARS: Final = 16

# pydantic's own words for these are about types; an operator reads about values.
_EXPECTED: Final = {
    "int_parsing": "a whole number",
    "int_parsing_size": "a whole number",
    "float_parsing": "a number",
    "finite_number": "a number",
    "decimal_parsing": "an amount of dollars such as 1.40",
    "decimal_max_digits": "an amount of dollars such as 1.40",
    "decimal_max_places": "an amount of dollars such as 1.40",
    "decimal_whole_digits": "less than a million dollars",
    "bool_parsing": "true or false",
    "string_too_short": "filled in",
    "string_pattern_mismatch": "a host name or an address such as 127.0.0.1",
}


class SettingsError(Exception):
    """The settings cannot be used; `problems` has one sentence for each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


def _empty_is_none(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


def _guild_ids(value: Any) -> Any:
    """Read ids separated by commas; `*` among them allows all."""
    if not isinstance(value, str):
        return value
    parts = [part.strip() for part in value.split(",") if part.strip()]
    if not all(part == ALL_GUILDS or _is_snowflake(part) for part in parts):
        raise ValueError("must be guild ids separated by commas, or * for all of them")
    return [part if part == ALL_GUILDS else int(part) for part in parts]


def _is_snowflake(text: str) -> bool:
    is_number = text.isascii() and text.isdigit() and len(text) <= SNOWFLAKE_MAX_DIGITS
    return is_number and 0 < int(text) < SNOWFLAKE_END


def _web_address(value: str) -> str:
    if not _is_web_address(value):
        raise ValueError("must be an address such as https://api.example.com")
    return value.rstrip("/")


def _is_web_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        _ = parts.port  # read, since it is checked only then
    except ValueError:  # its text quotes the value, in which a password may stand
        return False
    has_extras = parts.query or parts.fragment or parts.username is not None
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not has_extras


def _sqlite_file(value: str) -> str:
    name = value.removeprefix("sqlite:///")
    is_file = bool(name) and not name.startswith((":memory:", "file:")) and not name.endswith("/")
    if name == value or not is_file or "?" in name:
        raise ValueError("must be a file, such as sqlite:///data/showreel.db")
    return value


def _token(value: SecretStr) -> SecretStr:
    text = value.get_secret_value().strip()
    if not text.isascii() or not text.isprintable() or " " in text:
        raise ValueError("has characters that no token has; perhaps something was pasted beside it")
    return SecretStr(text)


def _model_name(value: str) -> str:
    if re.fullmatch(r"[a-z0-9][a-z0-9.-]*", value) is None:
        raise ValueError("must be a model's name such as kling-v2-text-to-video")
    return value


def _folder(value: Any) -> Any:
    if not str(value).strip():
        raise ValueError("must be a folder, such as data/media")
    return value


Snowflake = Annotated[int, Field(gt=0, lt=SNOWFLAKE_END)]
OptionalSnowflake = Annotated[Snowflake | None, BeforeValidator(_empty_is_none)]
Cap = Annotated[Annotated[int, Field(ge=0)] | None, BeforeValidator(_empty_is_none)]
Usd = Annotated[Decimal, Field(ge=0, max_digits=12, decimal_places=6)]
UsdCap = Annotated[Usd | None, BeforeValidator(_empty_is_none)]
Count = Annotated[int, Field(ge=1)]
Seconds = Annotated[float, Field(gt=0, le=LONGEST_S, allow_inf_nan=False)]
Host = Annotated[str, Field(pattern=r"^[0-9A-Za-z.:_-]{1,253}$")]
Port = Annotated[int, Field(ge=0, le=65535)]
WebAddress = Annotated[str, AfterValidator(_web_address)]


class Settings(BaseSettings):
    """One object, built once; only the composition root and the command line read it."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True
    )

    discord_token: SecretStr
    discord_dev_guild_id: OptionalSnowflake = None
    allowed_guild_ids: Annotated[
        tuple[Literal["*"] | Snowflake, ...], NoDecode, BeforeValidator(_guild_ids)
    ] = ()
    operator_channel_id: OptionalSnowflake = None

    eachlabs_api_key: SecretStr
    eachlabs_base_url: WebAddress = "https://api.eachlabs.ai"
    eachlabs_model: Annotated[str, AfterValidator(_model_name)] = "kling-v2-text-to-video"
    eachlabs_model_version: Annotated[str, Field(min_length=1)] = "0.0.1"
    eachlabs_rate_requests: Count = 60
    eachlabs_rate_seconds: Seconds = 60.0
    eachlabs_max_concurrent: Count = 10

    guild_rate_requests: Count = 30
    guild_max_running: Cap = 10
    user_max_running: Cap = 2
    guild_max_queued: Cap = 50
    user_max_queued: Cap = 5
    max_wait_seconds: Seconds = 14400.0
    guild_jobs_per_day: Cap = 100
    user_jobs_per_day: Cap = 10
    guild_usd_per_day: UsdCap = None
    user_usd_per_day: UsdCap = None
    total_usd_per_day: UsdCap = Decimal(50)
    price_usd_5s: Usd = Decimal("1.40")
    price_usd_10s: Usd = Decimal("2.80")
    show_prices: bool = False

    typical_seconds_5s: Seconds = 340.0
    typical_seconds_10s: Seconds = 720.0
    poll_min_seconds: Seconds = 2.0
    job_timeout_seconds: Seconds = 3600.0

    media_dir: Annotated[Path, BeforeValidator(_folder)] = Path("data/media")
    media_max_gib: Annotated[float, Field(ge=0, allow_inf_nan=False)] = 10.0
    kept_days: Annotated[float, Field(gt=0, le=3650)] = 7.0
    max_download_mib: Annotated[float, Field(gt=0, allow_inf_nan=False)] = 500.0
    download_allow_private: bool = False

    webhook_public_url: Annotated[WebAddress | None, BeforeValidator(_empty_is_none)] = None
    webhook_secret: SecretStr = SecretStr("")
    webhook_host: Host = "127.0.0.1"
    webhook_port: Port = 8081

    database_url: Annotated[str, AfterValidator(_sqlite_file)] = "sqlite:///data/showreel.db"
    http_host: Host = "127.0.0.1"
    http_port: Port = 8080
    retention_days: Annotated[float, Field(gt=0, le=36500)] = 90.0
    data_key: SecretStr = SecretStr("")
    privacy_url: Annotated[WebAddress | None, BeforeValidator(_empty_is_none)] = None
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["console", "json"] = "console"

    @field_validator("discord_token", "eachlabs_api_key")
    @classmethod
    def _required(cls, value: SecretStr) -> SecretStr:
        token = _token(value)
        if not token.get_secret_value():
            raise ValueError("is required")
        return token

    @field_validator("webhook_secret")
    @classmethod
    def _hard_to_guess(cls, value: SecretStr) -> SecretStr:
        """Whoever guesses it can make the bot ask, and use up its requests."""
        secret = _token(value)
        if 0 < len(secret.get_secret_value()) < WEBHOOK_SECRET_MIN_CHARS:
            raise ValueError(f"must have at least {WEBHOOK_SECRET_MIN_CHARS} characters")
        return secret

    @field_validator("data_key")
    @classmethod
    def _fernet_keys(cls, value: SecretStr) -> SecretStr:
        for key in data_keys(value):
            try:
                Fernet(key)
            except ValueError:
                raise ValueError(
                    "must be one or more Fernet keys, comma-separated; "
                    "docs/operations.md tells how to make one"
                ) from None
        return value

    @field_validator("log_level", "log_format", mode="before")
    @classmethod
    def _any_case(cls, value: Any, info: Any) -> Any:
        if not isinstance(value, str):
            return value
        return value.upper() if info.field_name == "log_level" else value.lower()

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> Self:
        if self.webhook_public_url is not None:
            if not self.webhook_public_url.startswith("https://"):
                raise ValueError("WEBHOOK_PUBLIC_URL must begin with https://")
            if not self.webhook_secret.get_secret_value():
                raise ValueError("WEBHOOK_SECRET is required with WEBHOOK_PUBLIC_URL")
        return self

    @property
    def limit_policy(self) -> LimitPolicy:
        return LimitPolicy(
            user_max_running=self.user_max_running,
            user_max_queued=self.user_max_queued,
            user_jobs_per_day=self.user_jobs_per_day,
            user_usd_per_day=self.user_usd_per_day,
            guild_max_running=self.guild_max_running,
            guild_max_queued=self.guild_max_queued,
            guild_jobs_per_day=self.guild_jobs_per_day,
            guild_usd_per_day=self.guild_usd_per_day,
            total_usd_per_day=self.total_usd_per_day,
            max_wait_s=self.max_wait_seconds,
        )

    @property
    def model_and_version(self) -> str:
        """As the log keeps it: generation times are learned for each by itself."""
        return f"{self.eachlabs_model}@{self.eachlabs_model_version}"

    @property
    def allowed_guilds(self) -> frozenset[GuildId] | None:
        """None means all of them."""
        if ALL_GUILDS in self.allowed_guild_ids:
            return None
        return frozenset(GuildId(int(guild_id)) for guild_id in self.allowed_guild_ids)

    @property
    def secrets(self) -> tuple[str, ...]:
        """List what must never be seen in a log."""
        named = (self.discord_token, self.eachlabs_api_key, self.webhook_secret)
        return tuple(
            text
            for text in (
                *(secret.get_secret_value() for secret in named),
                *data_keys(self.data_key),
            )
            if text
        )


def data_keys(value: SecretStr) -> tuple[str, ...]:
    """Split DATA_KEY: the first key encrypts, all of them decrypt."""
    return tuple(key.strip() for key in value.get_secret_value().split(",") if key.strip())


def load_settings(**overrides: Any) -> Settings:
    """Read the settings. Raises SettingsError with a sentence for each problem."""
    try:
        return Settings(**overrides)
    except ValidationError as error:
        raise SettingsError([_sentence(problem) for problem in error.errors()]) from None
    except UnicodeDecodeError:
        raise SettingsError([".env is not a UTF-8 text file."]) from None


def _sentence(problem: Any) -> str:
    """Say which setting is wrong and why, never what its value was: it may be a secret."""
    name = str(problem["loc"][0]).upper() if problem["loc"] else ""
    if problem["type"] == "missing":
        return f"{name} is required but not set; see .env.example."
    text = problem["msg"].removeprefix("Value error, ").removeprefix("Input should be ")
    if problem["type"] == "value_error":
        return f"{name} {text}.".strip()
    return f"{name} must be {_EXPECTED.get(problem['type'], text)}."
