"""Catalogues load whole, fall back to English, and never stay silent."""

from datetime import UTC, datetime

import pytest
from fluent.runtime import FluentBundle, FluentResource

from bot.messaging.catalogue import (
    LOCALES_FOLDER,
    Catalogue,
    MissingMessageError,
    relative_time,
)
from bot.messaging.catalogue_files import CatalogueError, read_sentences

MOMENT = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def write_catalogue(tmp_path):
    def write(locale, text, name="words.ftl"):
        folder = tmp_path / locale
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_a_language_that_is_there_is_spoken(write_catalogue):
    write_catalogue("en-US", "greeting = Hello")
    catalogue = Catalogue.load(write_catalogue("de", "greeting = Guten Tag"))

    assert catalogue.text("de", "greeting") == "Guten Tag"
    assert catalogue.text("de-AT", "greeting") == "Guten Tag"
    assert catalogue.locales == ("de", "en-US")


def test_english_stands_in_for_a_language_or_a_sentence_that_is_missing(write_catalogue):
    write_catalogue("en-US", "greeting = Hello\nfarewell = Goodbye")
    catalogue = Catalogue.load(write_catalogue("de", "greeting = Guten Tag"))

    assert catalogue.text("ja", "greeting") == "Hello"
    assert catalogue.text("de", "farewell") == "Goodbye"


def test_a_sentence_says_the_terms_and_sentences_that_it_names_wherever_they_stand(write_catalogue):
    write_catalogue("en-US", "ask = Use { -video } for { $who }. { -free }")
    write_catalogue("en-US", "-video = `/{ name-video }`\n-free = It is free.", name="terms.ftl")
    catalogue = Catalogue.load(write_catalogue("en-US", "name-video = video", name="names.ftl"))

    assert catalogue.text("en-US", "ask", who="Mira") == "Use `/video` for Mira. It is free."


def test_a_sentence_that_names_what_is_not_there_is_a_defect(write_catalogue):
    catalogue = Catalogue.load(write_catalogue("en-US", "ask = Use { -video } for { $who }."))

    with pytest.raises(MissingMessageError, match="-video"):
        catalogue.text("en-US", "ask", who="Mira")


def test_an_unknown_key_is_a_defect_and_says_which(catalogue):
    with pytest.raises(MissingMessageError, match="no-such-key"):
        catalogue.text("en-US", "no-such-key")


def test_a_sentence_without_its_value_is_a_defect(catalogue):
    with pytest.raises(MissingMessageError, match="card-place"):
        catalogue.text("en-US", "card-place")


def test_a_key_that_has_only_attributes_is_no_sentence(write_catalogue):
    catalogue = Catalogue.load(write_catalogue("en-US", "end =\n    .next = Ask again."))

    assert catalogue.text("en-US", "end.next") == "Ask again."
    with pytest.raises(MissingMessageError):
        catalogue.text("en-US", "end")


def test_values_stand_in_the_sentence_without_isolation_marks(write_catalogue):
    catalogue = Catalogue.load(
        write_catalogue("en-US", "tell = { $name } has { $count } of { $part }")
    )

    assert catalogue.text("en-US", "tell", name="Ann", count=3.0, part=0.5) == "Ann has 3 of 0.5"


def test_moments_are_told_by_discord_itself(write_catalogue):
    catalogue = Catalogue.load(write_catalogue("en-US", "frees = Again { $at }."))

    assert catalogue.text("en-US", "frees", at=MOMENT) == "Again <t:1772366400:R>."
    assert relative_time(MOMENT) == "<t:1772366400:R>"


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (600.0, "about 10 minutes"),
        (20.0, "about a minute"),
        (3700.0, "about an hour"),
        (18000.0, "about 5 hours"),
    ],
)
def test_a_long_wait_is_told_without_false_precision(catalogue, seconds, told):
    text = catalogue.text("en-US", "refused-wait-too-long", wait_s=seconds, reference="A1")

    assert told in text


def test_what_an_operator_typed_as_a_reason_is_inert(catalogue):
    text = catalogue.text(
        "en-US", "refused-paused-by-operator", text="@everyone **now**", reference="A1"
    )

    assert "(@\u200beveryone \\*\\*now\\*\\*)" in text


def test_no_reason_leaves_no_trace(catalogue):
    text = catalogue.text("en-US", "refused-paused-by-operator", text="", reference="A1")

    assert "at the moment. Nothing" in text


@pytest.mark.parametrize(
    ("text", "complaint"),
    [("greeting Hello", "cannot read"), ("twice = One\ntwice = Two", "twice stands twice")],
)
def test_a_mistake_in_a_file_stops_the_start(write_catalogue, text, complaint):
    with pytest.raises(CatalogueError, match=complaint):
        Catalogue.load(write_catalogue("en-US", text))


def test_a_key_in_two_files_stops_the_start(write_catalogue):
    write_catalogue("en-US", "greeting = Hello", name="one.ftl")

    with pytest.raises(CatalogueError, match="greeting stands twice"):
        Catalogue.load(write_catalogue("en-US", "greeting = Hi", name="two.ftl"))


def test_a_start_without_english_is_refused(write_catalogue):
    with pytest.raises(CatalogueError, match="en-US"):
        Catalogue.load(write_catalogue("de", "greeting = Guten Tag"))


def test_what_says_the_same_to_everybody_is_said_as_fluent_says_it():
    """It is said without Fluent's bundle, which an idle bot need not carry for seven languages."""
    for locale in Catalogue.load().locales:
        sentences = read_sentences(LOCALES_FOLDER / locale)
        bundle = FluentBundle([locale], use_isolating=False)
        for file in (LOCALES_FOLDER / locale).glob("*.ftl"):
            bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
        for key, text in sentences.plain.items():
            name, _, attribute = key.partition(".")
            message = bundle.get_message(name)
            pattern = message.attributes[attribute] if attribute else message.value
            assert bundle.format_pattern(pattern) == (text, [])
