"""The catalogue and the code hold each other: no key without a sentence, no sentence unused."""

import ast
import re
from pathlib import Path

import pytest

from bot.domain.audit import AuditAction
from bot.domain.clip import DURATIONS_S, AspectRatio
from bot.domain.exporting import ExportFormat
from bot.domain.feed import FeedCategory
from bot.domain.guild_settings import PrivateUse
from bot.domain.job import JobStatus
from bot.domain.reasons import PROMPT_RULE, ROLE_LIMITS, Reason
from bot.domain.reporting import ReportDecision
from bot.domain.rules import HitKind, RuleKind
from bot.domain.stats_report import StatsPeriod
from bot.messaging.audit_changes import LIMITS, SWITCHES
from bot.messaging.stats_words import Outcome
from bot.services import incidents
from cogs.settings_menu import SettingsForm

ROOT = Path(__file__).parents[3]
SOURCES = sorted(path for folder in ("bot", "cogs") for path in (ROOT / folder).rglob("*.py"))
# Calls whose arguments name a sentence; the last name of the call's path.
SPEAKING_CALLS = {
    "text",
    "say",
    "replace",
    "tell_operator",
    "ShowreelError",
    "NotAllowedError",
    "NotFoundError",
}
KEY = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")

REFUSED = {
    Reason.GUILD_NOT_ALLOWED,
    Reason.PAUSED_BY_OPERATOR,
    Reason.PAUSED_BY_MODERATORS,
    Reason.MEMBER_BLOCKED,
    Reason.USER_WAITING_LIMIT,
    Reason.GUILD_WAITING_LIMIT,
    Reason.USER_DAILY_LIMIT,
    Reason.GUILD_DAILY_LIMIT,
    Reason.USER_MONTHLY_LIMIT,
    Reason.GUILD_MONTHLY_LIMIT,
    Reason.USER_MONTHLY_MONEY_LIMIT,
    Reason.GUILD_MONTHLY_MONEY_LIMIT,
    Reason.USER_MONEY_LIMIT,
    Reason.GUILD_MONEY_LIMIT,
    Reason.TOTAL_MONEY_LIMIT,
    Reason.WAIT_TOO_LONG,
    Reason.RUNNING_NOT_ALLOWED,
    Reason.STORAGE_FULL,
    Reason.OVERLOADED,
    Reason.PRIVATE_NOT_ALLOWED,
    Reason.AGE_RESTRICTED_ONLY,
}
FREEING = {
    reason for reason in REFUSED if any(word in reason for word in ("daily", "monthly", "money"))
}
ENDING = FREEING | {Reason.MEMBER_BLOCKED}
# Its state says more.
TOLD_BY_STATUS = {Reason.NOWHERE_TO_DELIVER}
ENDS_BY_STATUS = {
    JobStatus.FAILED,
    JobStatus.CANCELLED,
    JobStatus.EXPIRED,
    JobStatus.UNKNOWN,
    JobStatus.KEPT,
}


def _dashed(word):
    return word.replace("_", "-").replace(":", "-")


def _strings(node):
    return {
        part.value
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }


def _calls(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            path = node.func
            yield path.attr if isinstance(path, ast.Attribute) else getattr(path, "id", ""), node


def _spoken_literals():
    spoken = set()
    for path in SOURCES:
        for name, call in _calls(ast.parse(path.read_text(encoding="utf-8"))):
            if name in SPEAKING_CALLS:
                for argument in call.args:
                    if not isinstance(argument, ast.JoinedStr):
                        spoken |= {text for text in _strings(argument) if KEY.fullmatch(text)}
            if name == "InvalidOptionError":
                spoken |= {f"invalid-{text}" for text in _strings(call.args[0])}
            spoken |= {
                text
                for keyword in call.keywords
                if keyword.arg == "refusal_key"
                for text in _strings(keyword.value)
            }
    # Locales are told apart from keys by their capitals, so nothing else needs to be left out.
    return spoken


def _refusals():
    return (
        {f"refused-{_dashed(reason)}" for reason in REFUSED}
        | {f"refused-{_dashed(reason)}-until" for reason in ENDING}
        | {f"refused-{_dashed(PROMPT_RULE)}"}
        | {f"refused-{_dashed(Reason.PRIVATE_NOT_ALLOWED)}-default"}
    )


def _ends():
    keys = {f"end-{_dashed(reason)}" for reason in set(Reason) - REFUSED - TOLD_BY_STATUS}
    keys |= {f"end-{status.value}" for status in ENDS_BY_STATUS} | {"end-kept-link"}
    return keys | {f"{key}.next" for key in keys}


def _reason_words():
    """What an ill option is refused for is the name of its sentence too."""
    ill = {key for key in _spoken_literals() if key.startswith("invalid-")} - {"invalid-input"}
    of_roles = {word.replace("user", "role") for word in ROLE_LIMITS}
    return {f"reason-{_dashed(reason)}" for reason in {*Reason, PROMPT_RULE, *ill, *of_roles}}


def _incidents():
    kinds = {
        value
        for name, value in vars(incidents).items()
        if name.isupper() and isinstance(value, str)
    }
    return {f"incident-{kind}{end}" for kind in kinds for end in ("", "-over")}


def _commands():
    options = ("prompt", "duration", "aspect_ratio", "cfg_scale", "negative_prompt", "private")
    subcommands = ("list", "cancel", "quota", "defaults")
    return (
        {f"video-{_dashed(option)}" for option in options}
        | {f"option-{_dashed(option)}" for option in (*options, "clip", "clear")}
        | {"name-video", "name-videos", "name-usage"}
        | {f"name-videos-{subcommand}" for subcommand in subcommands}
        | {f"video-duration-{seconds}" for seconds in DURATIONS_S}
        | {f"video-aspect-ratio-{_dashed(ratio)}" for ratio in AspectRatio}
    )


def _prompt_rules():
    group = "video-mod-rules"
    subcommands = ("add", "remove", "list", "test")
    return (
        {"name-video-mod", f"name-{group}", f"{group}-description"}
        | {f"name-{group}-{name}" for name in subcommands}
        | {f"{group}-{name}-description" for name in subcommands}
        | {f"option-{option}" for option in ("kind", "text", "rule")}
        | {f"{group}-add-kind-{kind.value}" for kind in RuleKind}
        | {f"rules-why-{kind.value}" for kind in HitKind}
    )


def _feed():
    group = "video-mod-feed"
    subcommands = ("set", "off", "test")
    categories = [category.value for category in FeedCategory]
    permissions = ("view_channel", "send_messages", "send_messages_in_threads", "attach_files")
    return (
        {f"name-{group}", f"{group}-description", "option-channel", f"{group}-set-channel"}
        | {f"name-{group}-{name}" for name in subcommands}
        | {f"{group}-{name}-description" for name in subcommands}
        | {f"option-{category}" for category in categories}
        | {f"{group}-set-{category}" for category in categories}
        | {f"feed-category-{category}" for category in categories}
        | {f"feed-permission-{_dashed(name)}" for name in permissions}
        | {
            f"reported-{what}-{decision.value}"
            for what in ("decided", "already")
            for decision in ReportDecision
        }
    )


def _times():
    return {"option-since", "option-until"}


def _privacy():
    subcommands = ("policy", "export", "delete")
    return (
        {"name-privacy"}
        | {f"name-privacy-{name}" for name in subcommands}
        | {f"privacy-{name}-description" for name in subcommands}
    )


def _blocks():
    subcommands = ("block", "unblock", "blocks", "pause", "resume")
    return (
        {f"name-video-mod-{name}" for name in subcommands}
        | {f"video-mod-{name}-description" for name in subcommands}
        | {"option-member", "option-reason"}
    )


STEPS = (
    "reported",
    "report-changed",
    "report-decided",
    "evidence-held",
    "evidence-released",
    "result-deleted",
    "result-found-gone",
    "cancel-requested",
)


def _cases():
    return (
        {f"log-state-{status.value}" for status in JobStatus}
        | {f"case-decision-{decision.value}" for decision in ReportDecision}
        | {f"log-actor-{kind}" for kind in ("operator", "eachlabs")}
        | {f"step-{step}" for step in STEPS}
        | {"name-usage-case", "usage-case-description", "usage-case-id", "option-id"}
    )


def _log():
    options = ("member", "state", "duration", "since", "until", "text", "reason")
    return (
        {f"usage-log-{option}" for option in options}
        | {f"option-{option}" for option in options}
        | {"name-usage-log", "usage-log-description"}
    )


def _stats():
    command = "usage-stats"
    return (
        {f"name-{command}", f"{command}-description", "option-period"}
        | {f"{command}-{option}" for option in ("period", "since", "until")}
        | {f"{command}-period-{period.value}" for period in StatsPeriod}
        | {f"stats-outcome-{outcome.value}" for outcome in Outcome}
        | {f"stats-{who}-by-{what}" for who in ("members", "channels") for what in ("clips", "usd")}
        | {f"chart-{what}-{how}" for what in ("waiting", "generating") for how in ("half", "most")}
    )


def _server_settings():
    command = "video-mod-settings"
    scopes = ("server", "member", "role")
    return (
        {f"name-{command}", f"{command}-description"}
        | {f"button-settings-{form}" for form in SettingsForm}
        | {f"settings-form-{scope}-limits-title" for scope in scopes}
        | {f"settings-form-private-use-{use}" for use in PrivateUse}
        | {f"settings-form-{what}-placeholder" for what in ("role", "channel")}
    )


def _export():
    command = "usage-export"
    return {
        *(f"name-{command}", f"{command}-description", f"{command}-format", "option-format"),
        *(f"{command}-format-{each.value}" for each in ExportFormat),
    }


def _audit():
    return (
        {"name-usage-audit", "usage-audit-description", "blocks-newer", "blocks-older"}
        | {f"audit-{_dashed(action)}" for action in AuditAction}
        | {f"audit-setting-{_dashed(name)}" for name in (*LIMITS, *SWITCHES)}
        | {f"audit-value-{use.value}" for use in PrivateUse}
    )


def _ranges():
    shapes = ("at-once", "minutes", "minutes-at-most", "hours", "hours-at-most")
    return {f"card-{what}-{shape}" for what in ("starts", "left") for shape in shapes}


def _all_string_constants():
    return set().union(*(_strings(ast.parse(path.read_text(encoding="utf-8"))) for path in SOURCES))


@pytest.mark.parametrize(
    "family",
    [
        _refusals,
        _ends,
        _incidents,
        _commands,
        _prompt_rules,
        _privacy,
        _times,
        _feed,
        _cases,
        _stats,
        _server_settings,
        _log,
        _audit,
        _export,
        _ranges,
        _reason_words,
        _spoken_literals,
    ],
    ids=lambda f: f.__name__,
)
def test_every_key_that_the_code_can_name_has_its_sentence(catalogue, family):
    assert family() - catalogue.keys_of() == set()


def test_the_search_finds_what_is_said():
    assert {"cancel-done", "cancel-asked", "not-yours-delete", "invalid-prompt-empty"} <= (
        _spoken_literals()
    )


def test_no_sentence_stands_unused(catalogue):
    built = (
        _refusals()
        | _ends()
        | _incidents()
        | _commands()
        | _prompt_rules()
        | _privacy()
        | _blocks()
        | _ranges()
    )
    built |= (
        _times()
        | _cases()
        | _log()
        | _stats()
        | _server_settings()
        | _feed()
        | _audit()
        | _export()
    )
    built |= _reason_words() | _spoken_literals()

    assert catalogue.keys_of() - built - _all_string_constants() == set()


def test_every_reason_has_a_sentence_for_its_person(catalogue):
    told = {
        reason
        for reason in Reason
        if catalogue.has(f"refused-{_dashed(reason)}") or catalogue.has(f"end-{_dashed(reason)}")
    }

    assert set(Reason) - TOLD_BY_STATUS == told
