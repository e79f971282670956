"""The settings of a sandbox: the product's defaults, with what a time-lapse scales scaled."""

from pathlib import Path
from typing import Any

from pydantic import SecretStr
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource

from bot.config import Settings


class SandboxSettings(Settings):
    """Reads neither the environment nor `.env`: a sandbox must never meet real accounts."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - pydantic's signature
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic's signature
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic's signature
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic's signature
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return (init_settings,)


def sandbox_settings(
    *,
    data_dir: Path,
    discord_token: str,
    eachlabs_base_url: str,
    eachlabs_api_key: str,
    speed: float,
    **changes: Any,
) -> Settings:
    """Scale generation times and what goes with them; Discord's own deadlines stay as they are.

    `changes` are settings that a test wants otherwise.
    """
    standard = {name: field.default for name, field in Settings.model_fields.items()}
    scaled = {
        name: standard[name] / speed
        for name in (
            "eachlabs_rate_seconds",
            "job_timeout_seconds",
            "max_wait_seconds",
            "poll_min_seconds",
            "typical_seconds_5s",
            "typical_seconds_10s",
        )
    }
    values: dict[str, Any] = {
        **scaled,
        "discord_token": SecretStr(discord_token),
        "eachlabs_api_key": SecretStr(eachlabs_api_key),
        "eachlabs_base_url": eachlabs_base_url,
        "allowed_guild_ids": ("*",),
        "database_url": f"sqlite:///{data_dir / 'showreel.db'}",
        "media_dir": data_dir / "media",
        "download_allow_private": True,
        "http_port": 0,
    }
    return SandboxSettings(**(values | changes))
