"""A server's rules for prompts, as its moderators read them. Pure text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.rules import PATTERN_MAX_CHARS, RULES_AT_MOST, PromptRule, RuleHit
from bot.messaging.catalogue import Catalogue
from bot.messaging.choice_labels import label_of
from bot.messaging.plain_text import excerpt, legible

MESSAGE_MAX_CHARS: Final = 2000
RULES_FILE_NAME: Final = "rules.txt"
# As many as fit a message, however many of their characters are escaped.
_HITS_SHOWN: Final = 5
_FOUND_MAX_CHARS: Final = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class RenderedRules:
    """The answer, and the whole list as a file where a message cannot hold it."""

    content: str
    file: str | None = None


def render_rules(catalogue: Catalogue, locale: str, rules: Sequence[PromptRule]) -> RenderedRules:
    if not rules:
        return RenderedRules(content=catalogue.text(locale, "rules-none"))
    heading = catalogue.text(locale, "rules-heading", count=len(rules), limit=RULES_AT_MOST)
    lines = [rule_line(catalogue, locale, rule) for rule in rules]
    content = "\n".join([heading, *lines])
    if len(content) <= MESSAGE_MAX_CHARS:
        return RenderedRules(content=content)
    whole = "\n".join(
        f"{rule.id}\t{kind_name(catalogue, locale, rule)}\t{legible(rule.text)}" for rule in rules
    )
    return RenderedRules(
        content=f"{heading}\n{catalogue.text(locale, 'rules-in-file')}", file=f"{whole}\n"
    )


def render_hits(catalogue: Catalogue, locale: str, hits: Sequence[RuleHit]) -> str:
    """Say which rules a text would hit, and why."""
    if not hits:
        return catalogue.text(locale, "rules-test-passes")
    lines = [catalogue.text(locale, "rules-test-hits", count=len(hits))]
    for hit in hits[:_HITS_SHOWN]:
        why = catalogue.text(
            locale, f"rules-why-{hit.kind.value}", found=excerpt(hit.found, _FOUND_MAX_CHARS)
        )
        rule = rule_line(catalogue, locale, hit.rule, max_chars=_FOUND_MAX_CHARS)
        lines.append(catalogue.text(locale, "rules-test-line", rule=rule, why=why))
    if len(hits) > _HITS_SHOWN:
        lines.append(catalogue.text(locale, "rules-test-more", count=len(hits) - _HITS_SHOWN))
    return "\n".join(lines)


def rule_line(
    catalogue: Catalogue,
    locale: str,
    rule: PromptRule,
    *,
    max_chars: int = PATTERN_MAX_CHARS,
) -> str:
    return catalogue.text(
        locale,
        "rules-line",
        number=str(rule.id),
        kind=kind_name(catalogue, locale, rule),
        text=excerpt(rule.text, max_chars),
    )


def rule_label(catalogue: Catalogue, locale: str, rule: PromptRule) -> str:
    """Name a rule among the choices to remove one."""
    return label_of(f"#{rule.id} · {kind_name(catalogue, locale, rule)} · {rule.text}")


def kind_name(catalogue: Catalogue, locale: str, rule: PromptRule) -> str:
    return catalogue.text(locale, f"video-mod-rules-add-kind-{rule.kind.value}")
