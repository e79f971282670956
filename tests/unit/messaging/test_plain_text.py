"""What a person typed is shown, and does nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messaging.plain_text import cut, escaped, excerpt, is_cut, legible

_UNESCAPED_MARKUP = re.compile(r"(?<!\\)(?:\\\\)*[*_~`|<>\[\]():/#]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (
            "**bold** _soft_ ~~gone~~ ||hidden||",
            r"\*\*bold\*\* \_soft\_ \~\~gone\~\~ \|\|hidden\|\|",
        ),
        ("`code`", r"\`code\`"),
        ("a\\", r"a\\"),
        ("[free](https://bad.example/x)", r"\[free\]\(https\:\/\/bad\.example\/x\)"),
        ("discord.gg/abc", r"discord\.gg\/abc"),
        ("<@123456789012345678>", "\\<@\u200b123456789012345678\\>"),
        (
            "<@&1> <#2> <t:0:R> </cmd:3>",
            "\\<@\u200b&1\\> \\<\\#2\\> \\<t\\:0\\:R\\> \\<\\/cmd\\:3\\>",
        ),
        ("@everyone @here", "@\u200beveryone @\u200bhere"),
        ("# heading", r"\# heading"),
        ("-# small", r"\-\# small"),
        ("- item", r"\- item"),
        ("+ item", r"\+ item"),
        ("1. item", r"1\. item"),
        (">>> quote", r"\>\>\> quote"),
        ("one\n# two\r\n\tthree", r"one \# two three"),
        ("slow-motion, 2 cats", "slow-motion, 2 cats"),
    ],
)
def test_markup_is_shown_as_typed_and_acts_on_nothing(typed, shown):
    assert shown == escaped(typed)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("pay\u202egnp.exe", "paygnp.exe"),
        ("\u2066left\u2069 \u200fright", "left right"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("blank\u3164letter\u2800", "blankletter"),
        ("bell\x07 null\x00 escape\x1b[31m", "bell null escape[31m"),
        ("\ue000private", "private"),
        ("a\u200d\u200d\u200d\u200db", "a\u200d\u200db"),
        ("\u200dstart", "start"),
        ("end\u200d", "end"),
        ("z" + "\u0301" * 40, "z" + "\u0301" * 3),
        ("", ""),
        (" \n\t ", ""),
    ],
)
def test_what_cannot_be_seen_is_dropped(typed, shown):
    assert shown == legible(typed)


@pytest.mark.parametrize(
    "typed", ["❤️‍🔥", "👩‍👩‍👧", "می‌خواهم", "नमस्ते", "café", "日本語のプロンプト", "ёжик"]
)
def test_every_script_and_emoji_survives(typed):
    assert typed == legible(typed)


def test_a_cut_ends_with_a_word_and_says_that_something_is_left_out():
    assert cut("a red fox crosses the road", 14) == "a red fox…"
    assert is_cut("a red fox crosses the road", 14)


def test_a_cut_goes_through_a_word_that_has_no_end():
    assert cut("x" * 50, 10) == "x" * 9 + "…"


def test_a_text_that_fits_is_whole():
    assert cut("a red fox", 9) == "a red fox"
    assert not is_cut("a red fox", 9)


@given(st.text())
def test_no_text_keeps_markup_or_direction_marks(text):
    shown = escaped(text)

    assert _UNESCAPED_MARKUP.search(shown) is None
    assert _BIDI.search(shown) is None
    assert len(shown.splitlines()) <= 1
    assert re.search(r"@(?!\u200b)", shown) is None


@given(st.text(), st.integers(min_value=5, max_value=400))
def test_an_excerpt_is_never_longer_than_twice_its_measure(text, max_chars):
    assert len(cut(text, max_chars)) <= max_chars
    assert len(excerpt(text, max_chars)) <= 2 * max_chars


@given(st.text())
def test_what_is_legible_stays_as_it_is(text):
    assert legible(text) == legible(legible(text))
