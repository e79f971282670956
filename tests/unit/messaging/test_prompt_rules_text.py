"""Rules as moderators read them: whole, inert, and within what a message holds."""

from datetime import UTC, datetime

import pytest

from bot.domain.ids import GuildId, RuleId, UserId
from bot.domain.rules import (
    PATTERN_MAX_CHARS,
    RULES_AT_MOST,
    HitKind,
    PromptRule,
    RuleHit,
    RuleKind,
)
from bot.messaging.prompt_rules import render_hits, render_rules, rule_label


def rule(number=1, text="fox", kind=RuleKind.WORD):
    return PromptRule(
        id=RuleId(number),
        guild_id=GuildId(1),
        kind=kind,
        text=text,
        created_at=datetime(2026, 3, 1, tzinfo=UTC),
        created_by=UserId(7),
    )


def hit(number=1, kind=HitKind.DISGUISED, found="f0x", text="fox"):
    return RuleHit(rule=rule(number, text), kind=kind, found=found)


def test_a_server_without_rules_is_told_how_to_make_one(catalogue):
    rendered = render_rules(catalogue, "en-US", [])

    assert rendered.content == "This server has no rules. `/video-mod rules add` makes one."


def test_rules_are_listed_with_number_and_kind(catalogue):
    rules = [rule(2), rule(5, "black cat", RuleKind.PHRASE)]

    rendered = render_rules(catalogue, "en-US", rules)

    assert rendered.file is None
    assert rendered.content.splitlines() == [
        "**Rules of this server**: 2 of 100 at most",
        "#2 · word · fox",
        "#5 · phrase · black cat",
    ]


def test_a_long_list_comes_whole_as_a_file(catalogue):
    rules = [rule(n, "*" * PATTERN_MAX_CHARS, RuleKind.PATTERN) for n in range(RULES_AT_MOST)]

    rendered = render_rules(catalogue, "en-US", rules)

    assert len(rendered.content) < 300
    lines = rendered.file.splitlines()
    assert len(lines) == RULES_AT_MOST
    assert lines[7] == f"7\tpattern\t{'*' * PATTERN_MAX_CHARS}"


def test_what_a_moderator_typed_acts_on_nothing(catalogue):
    rendered = render_rules(catalogue, "en-US", [rule(text="@everyone **loud**")])

    assert "@everyone" not in rendered.content
    assert r"\*\*loud\*\*" in rendered.content


def test_each_hit_says_why(catalogue):
    assert render_hits(catalogue, "en-US", []) == "This text hits no rule."
    assert render_hits(catalogue, "en-US", [hit()]).splitlines() == [
        "This text hits one rule.",
        "#1 · word · fox: f0x is it in disguise",
    ]
    assert "#1 · mot · fox\xa0: f0x" in render_hits(catalogue, "fr", [hit()])


@pytest.mark.parametrize("locale", ["en-US", "de", "es-ES", "fr", "ja", "pt-BR", "tr"])
@pytest.mark.parametrize("kind", HitKind)
def test_the_longest_answer_fits_a_message(catalogue, locale, kind):
    hits = [hit(number, kind, "*" * 2500, "*" * 200) for number in range(10**6, 10**6 + 100)]

    assert len(render_hits(catalogue, locale, hits)) <= 2000


def test_a_choice_fits_what_discord_takes(catalogue):
    label = rule_label(catalogue, "en-US", rule(12, "x" * 200, RuleKind.PATTERN))

    assert label.startswith("#12 · pattern · xxx")
    assert len(label) <= 100
