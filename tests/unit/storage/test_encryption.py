"""Private texts at rest."""

import pytest
from cryptography.fernet import Fernet

from bot.domain.errors import UnreadableTextError
from bot.storage.encryption import DataKeyError, TextCipher

OLD, NEW = (Fernet.generate_key().decode() for _ in range(2))


def test_without_a_key_texts_stand_as_they_are():
    assert TextCipher().seal("A red fox") == "A red fox"


def test_with_a_key_the_text_cannot_be_seen_and_opens_again():
    sealed = TextCipher([NEW]).seal("A red fox")

    assert "fox" not in sealed
    assert TextCipher([NEW]).open(sealed) == "A red fox"


def test_an_erased_text_stays_visibly_empty():
    assert TextCipher([NEW]).seal("") == ""
    assert TextCipher([NEW]).open("") == ""


def test_the_first_key_seals_and_all_of_them_open():
    both = TextCipher([NEW, OLD])

    assert both.open(TextCipher([OLD]).seal("old")) == "old"
    assert TextCipher([NEW]).open(both.seal("new")) == "new"


@pytest.mark.parametrize("keys", [[], [NEW]])
def test_a_text_without_its_key_is_said_to_be_unreadable(keys):
    sealed = TextCipher([OLD]).seal("A red fox")

    with pytest.raises(UnreadableTextError) as caught:
        TextCipher(keys).open(sealed)
    assert sealed not in str(caught.value)


@pytest.mark.parametrize("key", ["", "short", "ü" * 44, "A" * 44])
def test_what_is_no_key_is_refused_with_a_sentence_that_does_not_repeat_it(key):
    with pytest.raises(DataKeyError, match="DATA_KEY must hold Fernet keys") as caught:
        TextCipher([key])
    assert not key or key not in str(caught.value)
