"""Words are found as people mean them: whatever their case, width and accents, in any order."""

import pytest

from bot.domain.text_search import WordSearch, search_fold


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("fox", "A red Fox"),
        ("RED fox", "the fox is very red"),
        ("ox", "a fox"),
        ("cafe", "Caf\u00e9 at night"),
        ("caf\u00e9", "CAFE"),
        ("cafe\u0301", "Caf\u00e9"),
        ("strasse", "Stra\u00dfe"),
        ("blur", "\uff22\uff2c\uff35\uff32"),
        ("pinata", "una pi\u00f1ata"),
        ("bomb", "b\u200bo\u2060m\u00adb"),
        ("b\u200bomb", "bomb"),
        ("isik", "I\u015e\u0131k"),
        ("istanbul", "\u0130stanbul"),
        ("smorrebrod", "Sm\u00f8rrebr\u00f8d"),
        ("\u03c3\u03bf\u03c6\u03bf\u03c3", "\u03a3\u039f\u03a6\u039f\u03a3"),
        ("\u304b\u304d", "\u304b\u304d\u306e\u6728"),
        ("\ud55c\uad6d", "\ud55c\uad6d\uc758 \ubc14\ub2e4"),
    ],
)
def test_it_fits(words, text):
    assert WordSearch(words).fits(text, "")
    assert WordSearch(words).fits("", text)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("fox", "a badger"),
        ("red fox", "a fox"),
        ("\u304b", "\u304c"),
        ("foxes", "a fox"),
    ],
)
def test_it_does_not_fit(words, text):
    assert not WordSearch(words).fits(text, "")


def test_words_may_stand_partly_in_the_one_text_and_partly_in_the_other():
    assert WordSearch("fox blur").fits("a fox", "blur")


@pytest.mark.parametrize("text", ["Caf\u00e9", "\u0130\u0131I", "\u304c\uff76\uff9e", "\ufb03"])
def test_folding_twice_changes_nothing_more(text):
    assert search_fold(search_fold(text)) == search_fold(text)
