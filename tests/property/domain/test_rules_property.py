"""Whatever is asked for: rules never fail, take no more than linear time, and hold for case."""

import string
import time
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.folding import plain_fold
from bot.domain.ids import GuildId, RuleId, UserId
from bot.domain.rules import PromptRule, RuleBook, RuleKind

LETTERS = st.text(string.ascii_lowercase, min_size=3, max_size=12)
LATE_LETTERS = st.text("nopqrstuvwxyz", min_size=3, max_size=12)
UNSEEN = st.text("\u200b\u200c\u00ad\u2060\ufe0f\u034f", max_size=3)
LONGEST = 2500


def book(*texts, kind=RuleKind.WORD):
    rules = [
        PromptRule(
            id=RuleId(number),
            guild_id=GuildId(1),
            kind=kind,
            text=text,
            created_at=datetime(2026, 3, 1, tzinfo=UTC),
            created_by=UserId(7),
        )
        for number, text in enumerate(texts, start=1)
    ]
    return RuleBook(rules, [])


@given(st.text(max_size=80), st.text(max_size=30))
def test_no_text_is_too_strange(prompt, rule):
    for kind in (RuleKind.WORD, RuleKind.PHRASE):
        for hit in book(rule, kind=kind).hits(prompt):
            assert hit.rule.text == rule


@given(st.text(max_size=60))
def test_a_folded_text_is_folded_once_and_for_all(text):
    once = plain_fold(text)

    assert plain_fold(once) == once


@given(LETTERS, st.data())
def test_a_word_hits_itself_however_it_is_cased_and_littered(word, data):
    typed = "".join(
        data.draw(st.sampled_from((each, each.upper()))) + data.draw(UNSEEN) for each in word
    )

    assert book(word).hits(f"see the {typed}, please")


@given(LETTERS, st.sampled_from(".-_*~/ "))
def test_a_word_hits_itself_with_a_separator_between_all_its_letters(word, separator):
    assert book(word).hits(separator.join(word))


@given(st.text("abcdefghijklm", min_size=1), LATE_LETTERS, st.text("abcdefghijklm"))
def test_no_word_hits_inside_another(before, word, after):
    whole = before + word + after

    assert [hit.rule.text for hit in book(word).hits(f"one {whole} here")] == []


@given(LETTERS, st.integers(1, 11), st.sampled_from("\u200b\u00ad\u2060"))
def test_a_word_hits_itself_split_beside_something_unseen(word, place, unseen):
    split = f"{word[:place]}{unseen} {word[place:]}"

    assert book(word).hits(split)


@given(
    st.text("bcdfghjklmnpqrstvwxz", min_size=2, max_size=5),
    st.text("aeiou", min_size=1, max_size=5),
    st.booleans(),
)
def test_a_word_hits_itself_split_at_letters_that_are_no_word(consonants, vowels, is_first):
    parts = [consonants, vowels] if is_first else [vowels, consonants]

    assert book("".join(parts)).hits(f"see the {' '.join(parts)} here")


VOICED = st.builds("".join, st.tuples(st.sampled_from("bkz"), st.text("aou", min_size=1)))


@given(VOICED, VOICED)
def test_two_words_side_by_side_are_not_the_one_that_they_make(first, second):
    assert [hit.kind for hit in book(first + second).hits(f"see the {first} {second} here")] == []


@given(
    st.sampled_from(
        [
            "a ",
            "f ",
            "f-",
            "fo ",
            "wo rd9 ",
            "\u200b a",
            "a\u200b",
            "|a",
            "a|",
            "1I",
            "a\u200b! ",
            "\U0001f1eb",
            "a.",
            "f o x ",
            "1",
            "\u0430b ",
            "a\u0301",
            "\ufdfa",
            "!",
            "ñ ",
        ]
    )
)
def test_a_long_prompt_takes_a_moment_only(piece):
    rules = book(*(f"word{number}" for number in range(99)), "fox")
    prompt = (piece * LONGEST)[:LONGEST]
    begun = time.perf_counter()

    rules.hits(prompt)

    assert time.perf_counter() - begun < 2.0
