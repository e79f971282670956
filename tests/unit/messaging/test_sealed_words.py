"""What no key opens is told in words, and how to go on; it does not stand there as if empty."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.audit import AuditAction, AuditEntry
from bot.domain.cases import Case, CaseNote
from bot.domain.ids import AuditId, GuildId, JobId, ReportId, UserId
from bot.domain.job import JobStatus
from bot.domain.messenger import CardView, Result
from bot.domain.reasons import Reason
from bot.domain.reporting import Report
from bot.domain.usage import PageFilter, UsagePage
from bot.domain.usage_views import LogQuery
from bot.messaging.audit import render_audit
from bot.messaging.cancel_choices import cancel_label
from bot.messaging.cards import render_card
from bot.messaging.catalogue import Catalogue
from bot.messaging.results import (
    render_direct_end,
    render_private_result,
    render_public_end,
    render_public_result,
)
from bot.messaging.usage_case import render_case
from bot.messaging.usage_lines import render_page

MOMENT = datetime(2026, 3, 1, 12, tzinfo=UTC)
GUILD = GuildId(500)
LOCALES = sorted(Catalogue.load().locales)
SEALED = "not readable: its key is missing"
QUERY = LogQuery(page_filter=PageFilter(guild_id=GUILD), words="fox")


def sealed(make_job):
    return replace(make_job(prompt="", negative_prompt=""), texts_unreadable=True)


def test_a_page_names_the_attempt_and_how_many_could_not_be_searched(catalogue, make_job):
    page = UsagePage(jobs=[sealed(make_job)], older=None, newer=None, unreadable=2)

    text = render_page(catalogue, "en-US", QUERY, page)

    assert SEALED in text
    assert "2 attempts could not be searched" in text
    assert "The operator of the bot can put it back." in text


def test_finding_nothing_says_so_too(catalogue):
    page = UsagePage(jobs=[], older=None, newer=None, unreadable=1)

    assert "One attempt could not be searched" in render_page(catalogue, "en-US", QUERY, page)


def test_a_case_tells_it_of_every_text(catalogue, make_job):
    case = Case(
        job=sealed(make_job),
        events=[],
        reports=[
            Report(
                id=ReportId(1),
                job_id=JobId(1),
                guild_id=GUILD,
                reporter_id=UserId(7),
                text="",
                created_at=MOMENT,
                is_unreadable=True,
            )
        ],
        notes=[CaseNote(author_id=UserId(9), text="", created_at=MOMENT, is_unreadable=True)],
        is_held=False,
        held_by=None,
        is_erased=False,
    )

    text = render_case(catalogue, "en-US", case).content

    assert "What was asked for cannot be read" in text
    assert text.count(SEALED) == 2


def test_the_record_of_changes_tells_it_of_a_reason_and_of_one_side_of_a_change(catalogue):
    entry = AuditEntry(
        id=AuditId(1),
        guild_id=GUILD,
        actor_id=UserId(9),
        action=AuditAction.PAUSED,
        at=MOMENT,
        after={"reason": None},
        unreadable=frozenset({"after.reason"}),
    )
    change = replace(
        entry,
        action=AuditAction.DEFAULTS_CHANGED,
        before={"negative_prompt": None},
        after={"negative_prompt": None},
        unreadable=frozenset({"after.negative_prompt"}),
    )

    paused, changed = render_audit(catalogue, "en-US", [entry, change]).splitlines()[1:]

    assert "not readable" in paused
    assert changed.count(SEALED) == 1


@pytest.mark.parametrize("locale", LOCALES)
def test_a_card_a_result_and_its_alt_text_say_it_where_the_prompt_would_stand(
    catalogue, make_job, locale
):
    job = sealed(make_job)
    job = replace(
        job, destination=replace(job.destination, user_locale=locale, guild_locale=locale)
    )
    said = catalogue.text(locale, "prompt-unreadable")
    result = Result(job=job, clip=None, link="https://clips.example/fox.mp4")
    ended = replace(job, status=JobStatus.CANCELLED, reason=Reason.CANCELLED_BY_OPERATOR)

    texts = [render_card(catalogue, job, CardView()), cancel_label(catalogue, locale, job)]
    for render in (render_public_result, render_private_result):
        text = render(catalogue, result)
        assert text.prompt_file is None
        texts += [text.content, text.alt_text]
    texts += [render_public_end(catalogue, ended), render_direct_end(catalogue, ended).content]

    assert [text for text in texts if said not in text] == []
    assert render_direct_end(catalogue, ended).prompt_file is None


def test_the_alt_text_of_an_erased_one_says_what_is_no_longer_kept(catalogue, make_job):
    job = make_job(prompt="", negative_prompt="")
    result = Result(job=job, clip=None, link="https://clips.example/fox.mp4")

    assert "no longer kept" in render_public_result(catalogue, result).alt_text
