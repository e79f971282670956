"""A page of the log fits a message in every language, whatever is on it."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from bot.domain.ids import GuildId, JobId, UserId
from bot.domain.job import JobStatus
from bot.domain.reasons import Reason
from bot.domain.usage import PageFilter, PagePlace, UsagePage
from bot.domain.usage_views import LogQuery
from bot.messaging.usage_lines import render_page

MOMENT = datetime(2026, 3, 1, 12, tzinfo=UTC)
LONG = "*" * 2500
EVERYTHING = LogQuery(
    page_filter=PageFilter(
        guild_id=GuildId(10**19),
        user_id=UserId(10**19),
        statuses=frozenset({JobStatus.DELIVERING}),
        duration_s=10,
        reason=max(Reason, key=len),
        since=MOMENT,
        until=MOMENT,
    ),
    words="_" * 100,
)
PLACE = PagePlace(created_at=MOMENT, job_id=JobId(1))
NOTHING = LogQuery(page_filter=PageFilter(guild_id=GuildId(1)))
ASKED = PageFilter(guild_id=GuildId(1), user_id=UserId(7))


def page(job, **options):
    jobs = [replace(job, id=JobId(number)) for number in range(10)]
    return UsagePage(jobs=jobs, older=None, newer=None, **options)


def of_member(job, user_id):
    return replace(job, destination=replace(job.destination, user_id=UserId(user_id)))


def test_the_fullest_page_fits_in_every_language(catalogue, make_job):
    for status in JobStatus:
        job = make_job(
            status=status,
            reason=max(Reason, key=len),
            prompt=LONG,
            private=True,
            cost_estimated_usd=Decimal("1234.56"),
        )
        job = of_member(job, 10**19)
        for locale in catalogue.locales:
            text = render_page(catalogue, locale, EVERYTHING, page(job, searched_back_to=MOMENT))

            assert len(text) <= 2000, (locale, status, len(text))
            assert len(text.splitlines()) == 23


def test_excerpts_are_as_long_as_there_is_room_for(catalogue, make_job):
    plain = render_page(catalogue, "en-US", NOTHING, page(make_job(prompt="x" * 2500)))
    heavy = render_page(catalogue, "en-US", NOTHING, page(make_job(prompt=LONG)))

    assert f"{'x' * 59}\u2026" in plain
    assert f"{'x' * 60}" not in plain
    assert heavy.count("\\*") < 600


@pytest.mark.parametrize(
    ("query", "options", "expected"),
    [
        (NOTHING, {}, ["Nothing was asked for in this server yet."]),
        (EVERYTHING, {}, ["Nothing in the log of this server fits."]),
        (
            EVERYTHING,
            {"searched_back_to": MOMENT, "older": PLACE},
            ["Nothing that fits was found yet.", "Searched back to <t:1772366400:f>."],
        ),
        (EVERYTHING, {"newer": PLACE}, ["Nothing older fits."]),
        (EVERYTHING, {"newer": PLACE, "older": PLACE}, ["Nothing that fits was found yet."]),
    ],
)
def test_an_empty_page_says_what_was_looked_for_and_how_far(catalogue, query, options, expected):
    text = render_page(
        catalogue,
        "en-US",
        query,
        UsagePage(**{"jobs": [], "older": None, "newer": None, **options}),
    )

    assert [
        line[: len(begin)] for line, begin in zip(text.splitlines(), expected, strict=True)
    ] == (expected)


def test_who_had_everything_erased_is_not_named(catalogue, make_job):
    job = of_member(make_job(), -5)

    text = render_page(catalogue, "en-US", NOTHING, page(job))

    assert "a member whose data was erased" in text
    assert "<@-5>" not in text


def test_what_was_looked_for_stands_behind_one_colon_in_every_language(catalogue):
    by_rule = replace(NOTHING, words="red fox", page_filter=replace(ASKED, reason="prompt_rule:1"))
    for locale in catalogue.locales:
        text = render_page(catalogue, locale, by_rule, UsagePage(jobs=(), older=None, newer=PLACE))

        assert len(re.findall("[:\uff1a]", text)) == 1, (locale, text)
