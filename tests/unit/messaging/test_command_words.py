"""Which sentence Discord is given for which part of a command."""

import discord
import pytest
from discord import app_commands

from bot.messaging.command_words import CommandTranslator, command_words


@app_commands.command(name="video")
@app_commands.choices(duration=[app_commands.Choice(name="Five", value=5)])
async def known(_interaction: discord.Interaction, duration: int) -> None:
    raise AssertionError(f"never called, for {duration}")


@app_commands.command(name="of_nobody")
async def unknown(_interaction: discord.Interaction) -> None:
    raise AssertionError("never called")


class Tree:
    """All that a payload asks of a tree."""

    allowed_contexts = app_commands.AppCommandContext()
    allowed_installs = app_commands.AppInstallationType()


@pytest.fixture
def translated(catalogue):
    return lambda command: command.get_translated_payload(Tree(), CommandTranslator(catalogue))


async def test_a_command_and_its_options_are_found_by_their_place(translated):
    payload = await translated(known)

    (duration,) = payload["options"]
    assert payload["description_localizations"]["es-419"].startswith("Crear un clip")
    assert duration["name_localizations"]["fr"] == "durée"


async def test_what_has_no_place_of_its_own_needs_a_key(translated, catalogue):
    (duration,) = (await translated(known))["options"]

    assert "name_localizations" not in duration["choices"][0]
    assert "description_localizations" not in duration
    words = command_words(catalogue, "video-duration-5")
    assert (words.message, words.extras) == ("5 seconds", {"key": "video-duration-5"})


async def test_a_command_without_sentences_stays_as_it_is(translated):
    payload = await translated(unknown)

    assert payload["name_localizations"] == {}
    assert payload["description_localizations"] == {}


async def test_english_is_not_sent_twice(translated):
    assert not {"en-US", "en-GB"} & set((await translated(known))["name_localizations"])
