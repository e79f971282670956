"""`.env.example` and the settings say the same."""

import re

from bot.config import Settings
from tests.meta.repository import ROOT

EXAMPLE = ROOT / ".env.example"
REQUIRED = {"discord_token": "example", "eachlabs_api_key": "example"}


def test_the_example_lists_every_setting_once_in_their_order():
    listed = re.findall(r"^([A-Z0-9_]+)=", EXAMPLE.read_text(), re.MULTILINE)

    assert listed == [name.upper() for name in Settings.model_fields]


def test_the_example_holds_the_defaults(monkeypatch):
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)

    assert Settings(_env_file=EXAMPLE, **REQUIRED) == Settings(_env_file=None, **REQUIRED)


def test_the_example_holds_no_secret():
    secrets = re.findall(r"^(?:\w+_(?:TOKEN|KEY|SECRET))=(.*)$", EXAMPLE.read_text(), re.MULTILINE)

    assert secrets
    assert not any(secrets)
