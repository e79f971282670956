"""What moderators read of their figures: all of it, in any language, within a message."""

from dataclasses import replace

import pytest

from bot.domain.ids import JobId
from bot.domain.job import JobStatus
from bot.messaging.stats import ALT_TEXT_MAX_CHARS, MESSAGE_MAX_CHARS, alt_text, render_stats
from bot.messaging.stats_words import length_text
from tests.support.figures import NOW, report_of
from tests.unit.messaging.test_languages import LOCALES

ALICE, ERASED = 10**19, -5


def test_the_figures_are_told_in_order(catalogue):
    report = report_of(
        statuses=(JobStatus.DELIVERED, JobStatus.REFUSED), who=(42,), undecided=(7, 9)
    )

    lines = render_stats(catalogue, "en-US", report).splitlines()

    assert lines[0].startswith("**From <t:")
    assert lines[1] == "**Requests: 42** · Delivered: 21 · Refused: 21"
    assert lines[2] == "Clips delivered: 21, 2 min 27 s of video"
    assert lines[3].startswith("Spent: $")
    assert lines[4] == "Waiting: half of them at most 12 s, nine in ten at most 1 min 35 s"
    assert lines[5].endswith("half of them at most 5 min 40 s, nine in ten at most 1 h 6 min")
    assert lines[6] == "Most clips: <@42> 1,000,000 ($1,234,567.89)"
    assert lines[7].startswith("Most clips in: <#42>")
    assert lines[8] == "2 reports wait for a decision: cases #7, #9"


def test_those_who_cost_most_are_named_only_when_they_are_others(catalogue):
    text = render_stats(catalogue, "en-US", report_of(who=(1, 2)))

    assert "Most spent by: <@2>" in text


def test_whoever_had_their_data_erased_is_not_named(catalogue):
    text = render_stats(catalogue, "en-US", report_of(who=(ERASED,)))

    assert "a member whose data was erased 1,000,000" in text
    assert "<@-" not in text


def test_nothing_asked_for_says_how_to_look_further(catalogue):
    text = render_stats(catalogue, "en-US", report_of(is_empty=True, undecided=(3,)))

    assert text.startswith("Nothing was asked for between <t:")
    assert "`90d`" in text
    assert text.endswith("One report waits for a decision: case #3")


def test_what_holds_now_is_told_whatever_the_time_of_the_figures(catalogue):
    report = report_of(is_empty=True, blocked=2, paused_since=NOW)

    lines = render_stats(catalogue, "en-US", report).splitlines()

    assert lines[2:] == [
        "2 members are blocked.",
        "This server has been paused since <t:1773135000:f>: new requests are refused.",
    ]


def test_more_reports_than_are_counted_are_not_told_as_all(catalogue):
    report = replace(
        report_of(), undecided_count=100, undecided_is_all=False, undecided=[JobId(1)] * 11
    )

    assert "More than 100 reports" in render_stats(catalogue, "en-US", report)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_largest_figures_fit_the_message_and_the_alt_text(catalogue, locale):
    report = report_of(
        scale=10**9,
        who=tuple(range(ALICE, ALICE + 5)),
        blocked=1000,
        paused_since=NOW,
        undecided=tuple(range(10**17, 10**17 + 100)),
    )

    content = render_stats(catalogue, locale, report)
    without_picture = catalogue.text(locale, "stats-no-picture")
    assert len(f"{content}\n{without_picture}") <= MESSAGE_MAX_CHARS
    assert 100 < len(alt_text(catalogue, locale, report)) < ALT_TEXT_MAX_CHARS


def test_the_alt_text_has_the_figures_and_no_markup(catalogue):
    text = alt_text(catalogue, "en-US", report_of(statuses=(JobStatus.DELIVERED,)))

    assert "from Mar 4, 2026 to Mar 10, 2026" in text
    assert "Requests: 21 · Delivered: 21." in text
    assert "**" not in text
    assert "<t:" not in text


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 s"), (59.4, "59 s"), (59.6, "1 min 0 s"), (3600, "1 h 0 min"), (90000, "25 h 0 min")],
)
def test_a_time_is_told_in_two_units(catalogue, seconds, words):
    assert length_text(catalogue, "en-US", seconds) == words
