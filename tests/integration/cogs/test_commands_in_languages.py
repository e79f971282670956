"""What Discord is given for its command picker, in every language; and when it is given again."""

import shutil
import unicodedata
from pathlib import Path

import pytest

from bot.messaging.catalogue import LOCALES_FOLDER, Catalogue

pytestmark = pytest.mark.simcord(shard_count=1)

# As Discord names them. Latin America reads the Spanish of Spain.
TRANSLATED = {"de", "es-419", "es-ES", "fr", "ja", "pt-BR", "tr"}
COMMAND_MAX_CHARS = 8000
WORDS = ("name", "description")


def registrations(env):
    return [request for request in env.http_requests if request.method == "PUT"]


@pytest.fixture
def registered(env):
    """The commands as Discord got them, by name."""
    (request,) = registrations(env)
    return {command["name"]: command for command in request.json}


def nodes(command):
    """A command, its subcommands and all their options."""
    yield command
    for option in command.get("options", ()):
        yield from nodes(option)


def choices(command):
    for node in nodes(command):
        yield from node.get("choices", ())


def shown_names(node, locale):
    return [option["name_localizations"][locale] for option in node.get("options", ())]


def test_every_name_description_and_choice_is_translated(registered):
    for command in registered.values():
        for node in nodes(command):
            assert (node["name"], set(node["name_localizations"])) == (node["name"], TRANSLATED)
            assert set(node["description_localizations"]) == TRANSLATED
        for choice in choices(command):
            assert set(choice["name_localizations"]) == TRANSLATED


def test_every_translation_fits_discords_limits(registered):
    for command in registered.values():
        for node in nodes(command):
            for name in (node["name"], *node["name_localizations"].values()):
                assert 1 <= len(name) <= 32
                assert name == name.lower()
                assert all(c in "-_'" or unicodedata.category(c)[0] in "LN" for c in name)
            for text in (node["description"], *node["description_localizations"].values()):
                assert 1 <= len(text) <= 100
        for choice in choices(command):
            for text in (choice["name"], *choice["name_localizations"].values()):
                assert 1 <= len(text) <= 100


def test_a_whole_command_fits_with_its_longest_translations(registered):
    def longest(thing, part):
        return max(map(len, (thing[part], *thing[f"{part}_localizations"].values())))

    for command in registered.values():
        texts = sum(longest(node, part) for node in nodes(command) for part in WORDS)
        texts += sum(longest(choice, "name") for choice in choices(command))
        assert texts <= COMMAND_MAX_CHARS


@pytest.mark.parametrize("locale", sorted(TRANSLATED))
def test_no_two_things_side_by_side_have_one_name(registered, locale):
    for command in registered.values():
        for node in nodes(command):
            names = shown_names(node, locale)
            assert len(set(names)) == len(names)


def test_programs_go_by_the_english_names(registered):
    assert set(registered) == {"video", "videos", "video-mod", "usage", "privacy"}
    assert [option["name"] for option in registered["video"]["options"]] == [
        "prompt",
        "duration",
        "aspect_ratio",
        "cfg_scale",
        "negative_prompt",
        "private",
    ]


def test_a_german_member_finds_german_commands(registered):
    listed = registered["videos"]["options"][0]
    prompt, duration = registered["video"]["options"][:2]

    assert listed["name_localizations"]["de"] == "liste"
    assert prompt["name_localizations"]["de"] == "beschreibung"
    assert prompt["description_localizations"]["de"] == (
        "Was der Clip zeigt, in deinen eigenen Worten"
    )
    assert duration["choices"][0]["name_localizations"]["de"] == "5 Sekunden"


async def test_a_changed_translation_is_registered_anew(house, env, tmp_path):
    house.catalogue = changed_catalogue(tmp_path / "locales", "option-private = geheim")

    bot = house.new_bot()
    await env.restart_bot(bot)
    await bot.register_commands()

    assert len(registrations(env)) == 2
    (video,) = [c for c in registrations(env)[-1].json if c["name"] == "video"]
    assert video["options"][-1]["name_localizations"]["de"] == "geheim"


def changed_catalogue(folder: Path, line: str) -> Catalogue:
    """The catalogues, with one German line changed."""
    shutil.copytree(LOCALES_FOLDER, folder)
    names = folder / "de" / "names.ftl"
    key = line.partition(" = ")[0]
    lines = names.read_text(encoding="utf-8").splitlines()
    changed = [line if old.startswith(f"{key} = ") else old for old in lines]
    names.write_text("\n".join(changed) + "\n", encoding="utf-8")
    return Catalogue.load(folder)
