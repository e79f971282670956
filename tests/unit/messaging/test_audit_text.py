"""Every change reads as one line: who, what, about whom, and what it was before and is now."""

from datetime import UTC, datetime

import pytest

from bot.domain.audit import AuditAction, AuditEntry
from bot.domain.ids import AuditId, GuildId, JobId, UserId
from bot.messaging.audit import AUDIT_ROWS, MESSAGE_MAX_CHARS, render_audit
from tests.unit.messaging.test_languages import LOCALES

AT = datetime(2026, 3, 1, tzinfo=UTC)
UNTIL = "2026-03-08T12:00:00+00:00"
LONGEST = "*_|" * 500
LONG_ID = 2**63 - 1
LIMITS = ("jobs_per_day", "jobs_per_month", "usd_per_day", "usd_per_month")


def entry(action, **values):
    return AuditEntry(
        id=AuditId(1),
        guild_id=GuildId(1),
        at=AT,
        action=action,
        **{"actor_id": UserId(7), **values},
    )


def told(catalogue, action, *, locale="en-US", **values):
    heading, line = render_audit(catalogue, locale, [entry(action, **values)]).splitlines()
    assert heading.startswith("**")
    when, _, what = line.partition(" · ")
    assert when == "<t:1772323200:f>"
    return what


@pytest.mark.parametrize(
    ("action", "values", "line"),
    [
        (
            AuditAction.SETTINGS_CHANGED,
            {
                "before": {"server.jobs_per_day": None, "role.42.usd_per_month": "12.50"},
                "after": {"server.jobs_per_day": 1000, "role.42.usd_per_month": "20"},
            },
            (
                "<@7> changed the settings: clips in 24 hours for the server: not set → 1,000, "
                "money in 30 days for <@&42>: $12.50 → $20.00"
            ),
        ),
        (
            AuditAction.SETTINGS_CHANGED,
            {
                "before": {"private_use": "everyone", "spoiler_results": False},
                "after": {"private_use": "moderators", "spoiler_results": True},
            },
            (
                "<@7> changed the settings: who may ask for private clips: everyone → moderators, "
                "clips behind a spoiler: no → yes"
            ),
        ),
        (
            AuditAction.DEFAULTS_CHANGED,
            {
                "subject": "55",
                "before": {"duration_s": None, "negative_prompt": "rain"},
                "after": {"duration_s": 10, "negative_prompt": ""},
            },
            (
                "<@7> changed the default options of <#55>: Length: not set → 10 seconds, "
                "Leaves out: rain → nothing"
            ),
        ),
        (
            AuditAction.MEMBER_BLOCKED,
            {"subject": "9", "after": {"expires_at": None, "reason": "spam"}},
            "<@7> blocked <@9> for good (spam)",
        ),
        (
            AuditAction.MEMBER_BLOCKED,
            {"subject": "9", "after": {"expires_at": UNTIL, "reason": ""}},
            "<@7> blocked <@9> until <t:1772971200:f>",
        ),
        (AuditAction.MEMBER_UNBLOCKED, {"subject": "9"}, "<@7> unblocked <@9>"),
        (
            AuditAction.RULE_ADDED,
            {"subject": "3", "after": {"kind": "word", "text": "*fox*"}},
            "<@7> added rule #3: word, \\*fox\\*",
        ),
        (
            AuditAction.RULE_REMOVED,
            {"subject": "3", "before": {"kind": "pattern", "text": "fox"}},
            "<@7> removed rule #3: pattern, fox",
        ),
        (AuditAction.PAUSED, {"after": {"reason": "a raid"}}, "<@7> paused the server (a raid)"),
        (AuditAction.RESUMED, {}, "<@7> ended the pause of the server"),
        (
            AuditAction.FEED_SET,
            {"subject": "55", "after": {"channel": 55, "categories": "reports, refused"}},
            "<@7> set the feed to <#55>: reports, refused requests",
        ),
        (
            AuditAction.FEED_SET,
            {
                "subject": "55",
                "before": {"channel": 44, "categories": "reports"},
                "after": {"channel": 55, "categories": "failed"},
            },
            "<@7> changed the feed: <#44> (reports) → <#55> (failures)",
        ),
        (AuditAction.FEED_OFF, {"subject": "55"}, "<@7> turned off the feed in <#55>"),
        (
            AuditAction.LOG_EXPORTED,
            {"after": {"since": UNTIL, "until": None, "rows": 1200, "format": "CSV"}},
            "<@7> exported the log from <t:1772971200:f> on: 1,200 requests as CSV",
        ),
        (
            AuditAction.LOG_EXPORTED,
            {"after": {"since": None, "until": None, "rows": 1, "format": "JSON lines"}},
            "<@7> exported the log from its beginning: one request as JSON lines",
        ),
        (
            AuditAction.RESULT_DELETED,
            {"subject": "A1B2C3", "job_id": JobId(12)},
            "<@7> deleted the result of case #12",
        ),
        (
            AuditAction.RESULT_DELETED,
            {"subject": "A1B2C3", "job_id": JobId(12), "after": {"was_gone": True}},
            "<@7> found the result of case #12 gone already",
        ),
        (
            AuditAction.NOTE_ADDED,
            {"subject": "A1B2C3", "job_id": None},
            "<@7> added a note to case A1B2C3",
        ),
        (
            AuditAction.REPORT_DECIDED,
            {"job_id": JobId(12), "after": {"decision": "deleted"}},
            "<@7> decided a report about case #12: the clip was deleted",
        ),
        (
            AuditAction.REPORT_DECIDED,
            {"subject": "", "job_id": None, "after": {"decision": "blocked"}},
            "<@7> decided a report about case -: the member was blocked",
        ),
        (
            AuditAction.MEMBER_DATA_ERASED,
            {"actor_id": UserId(0)},
            "A member had their data erased: texts and links of theirs are gone from the log",
        ),
    ],
)
def test_a_change_is_told_in_words(catalogue, action, values, line):
    assert told(catalogue, action, **values) == line


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("action", AuditAction)
def test_every_action_has_its_sentence_in_every_language_with_or_without_details(
    catalogue, action, locale
):
    bare = told(catalogue, action, locale=locale)
    full = told(
        catalogue,
        action,
        locale=locale,
        subject="99",
        job_id=JobId(12),
        after={"kind": "word", "text": "fox", "reason": "spam", "decision": "blocked"},
    )

    assert bare
    assert full
    assert action is AuditAction.MEMBER_DATA_ERASED or "<@7>" in full


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("action", AuditAction)
def test_ten_of_the_longest_fit_a_message(catalogue, action, locale):
    scopes = ("server", "member", f"role.{LONG_ID}")
    limits = {f"{scope}.{name}": "999999999.99" for scope in scopes for name in LIMITS}
    known = {
        "reason": LONGEST,
        "text": LONGEST,
        "kind": LONGEST,
        "decision": LONGEST,
        "format": LONGEST,
        "channel": LONG_ID,
        "categories": "delivered, refused, failed, cancelled, reports",
        "rows": 10**9,
        "expires_at": UNTIL,
        "since": UNTIL,
        "until": UNTIL,
    }
    values = limits if action is AuditAction.SETTINGS_CHANGED else known
    if action is AuditAction.DEFAULTS_CHANGED:
        values = {"negative_prompt": LONGEST, "aspect_ratio": LONGEST, LONGEST: LONGEST}
    ids = {"actor_id": UserId(LONG_ID), "subject": str(LONG_ID), "job_id": JobId(10**17)}
    longest = entry(action, **ids, before=values, after=values)

    assert len(render_audit(catalogue, locale, [longest] * AUDIT_ROWS)) <= MESSAGE_MAX_CHARS


def test_many_changes_at_once_say_how_many_are_not_told(catalogue):
    scopes = ("server", "member", "role.1", "role.2")
    names = [f"{scope}.{name}" for scope in scopes for name in LIMITS]

    line = told(
        catalogue,
        AuditAction.SETTINGS_CHANGED,
        before=dict.fromkeys(names),
        after=dict.fromkeys(names, 5),
    )

    assert line.endswith(", and 7 more")


def test_changes_are_listed_as_the_language_lists(catalogue):
    line = told(
        catalogue,
        AuditAction.SETTINGS_CHANGED,
        locale="ja",
        before={"spoiler_results": False, "age_restricted_only": False},
        after={"spoiler_results": True, "age_restricted_only": True},
    )

    assert "いいえ → はい、" in line


@pytest.mark.parametrize(("where", "shown"), [("", "de todo o servidor:"), ("5", "de <#5>:")])
def test_the_server_joins_the_words_before_it_in_portuguese(catalogue, where, shown):
    line = told(
        catalogue,
        AuditAction.DEFAULTS_CHANGED,
        locale="pt-BR",
        subject=where,
        before={"duration_s": None},
        after={"duration_s": 10},
    )

    assert shown in line


def test_a_member_whose_data_was_erased_is_not_named(catalogue):
    assert told(catalogue, AuditAction.MEMBER_UNBLOCKED, subject="-4", actor_id=UserId(-3)) == (
        "a member whose data was erased unblocked a member whose data was erased"
    )


def test_what_a_later_version_wrote_is_shown_as_it_stands(catalogue):
    line = told(
        catalogue,
        AuditAction.SETTINGS_CHANGED,
        before={"new_thing": None},
        after={"new_thing": "<@&1>"},
    )

    assert line == "<@7> changed the settings: new\\_thing: not set → \\<@\u200b&1\\>"


def test_nothing_changed_is_a_sentence(catalogue):
    assert render_audit(catalogue, "en-US", []).startswith("Nothing has been changed in this")
