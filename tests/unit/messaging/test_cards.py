"""The card says what was asked for, what is happening, and in the end what became of it."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.clip import ClipRequest
from bot.domain.forecast import MinuteRange
from bot.domain.job import DeliveryWay, JobStatus
from bot.domain.messenger import CardView
from bot.domain.reasons import Reason
from bot.messaging.cards import options, reader_locale, render_card

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
OPEN = (
    JobStatus.QUEUED,
    JobStatus.SUBMITTING,
    JobStatus.RUNNING,
    JobStatus.DELIVERING,
)
ENDED = (
    JobStatus.UNKNOWN,
    JobStatus.FAILED,
    JobStatus.CANCELLED,
    JobStatus.EXPIRED,
    JobStatus.KEPT,
)


@pytest.fixture
def card(catalogue):
    return lambda job, view=None: render_card(catalogue, job, view or CardView())


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (1, "Next in line."),
        (2, "Second in line."),
        (3, "Third in line."),
        (5, "Fifth in line."),
        (12, "Number 12 in line."),
        (1200, "Number 1,200 in line."),
        (None, "Waiting to start."),
    ],
)
def test_a_waiting_card_tells_its_place(card, make_job, place, told):
    assert card(make_job(), CardView(place=place)) == (
        f"**A red fox crosses a snowy road at dawn**\n5 s · 16:9 · cfg 0.5\n{told}"
    )


@pytest.mark.parametrize("status", OPEN)
def test_the_expected_price_stands_behind_the_options_where_it_may_be_shown(
    catalogue, make_job, status
):
    job = make_job(status=status, cost_estimated_usd=Decimal("2.80"), guild_locale="de")

    shown = render_card(catalogue, job, CardView(), shows_price=True)
    hidden = render_card(catalogue, job, CardView())

    assert shown.splitlines()[1] == "5 s · 16:9 · cfg 0,5 · kostet voraussichtlich 2,80\xa0$"
    assert "2,80" not in hidden


@pytest.mark.parametrize("status", ENDED)
def test_a_card_that_has_folded_expects_nothing_any_more(catalogue, make_job, status):
    job = make_job(status=status, cost_estimated_usd=Decimal("2.80"))

    folded = render_card(catalogue, job, CardView(), shows_price=True)

    assert folded == render_card(catalogue, job, CardView())


def test_where_no_price_was_reserved_none_is_shown(catalogue, make_job):
    job = make_job(cost_estimated_usd=None)

    assert "$" not in render_card(catalogue, job, CardView(), shows_price=True)


def test_a_paused_card_says_that_it_keeps_its_place(card, make_job):
    text = card(make_job(), CardView(place=3, paused=True))

    assert text.endswith("Nothing new is started at the moment. This request keeps its place.")


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"status": JobStatus.SUBMITTING}, "Being started."),
        (
            {"status": JobStatus.RUNNING, "submitted_at": NOON},
            "Being made. Started <t:1772366400:R>.",
        ),
        (
            {"status": JobStatus.RUNNING, "submitted_at": NOON, "cancel_requested_at": NOON},
            "Asked to stop. It ends as soon as the video service lets go of it.",
        ),
        ({"status": JobStatus.DELIVERING}, "Made. It is on its way."),
    ],
)
def test_an_open_card_tells_what_is_happening(card, make_job, values, told):
    assert card(make_job(**values)).splitlines()[-1] == told


MINUTES = MinuteRange(from_min=2, to_min=4)


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        ((0, 1), "Starts in about a minute."),
        ((0, 3), "Starts within 3 minutes."),
        ((2, 4), "Starts in 2 to 4 minutes."),
        ((4, 4), "Starts within 4 minutes."),
        ((30, 90), "Starts in 30 to 90 minutes."),
        ((70, 95), "Starts in 1 to 2 hours."),
        ((30, 110), "Starts within 2 hours."),
    ],
)
def test_a_waiting_card_tells_in_a_range_when_it_starts(card, make_job, minutes, told):
    view = CardView(place=3, starts_in=MinuteRange(from_min=minutes[0], to_min=minutes[1]))

    assert card(make_job(), view).splitlines()[-1] == f"Third in line. {told}"


@pytest.mark.parametrize(
    ("view", "told"),
    [
        (CardView(ends_in=MINUTES, bar_parts=5), "▰▰▰▰▰▱▱▱▱▱  2 to 4 minutes left"),
        (
            CardView(ends_in=MinuteRange(from_min=0, to_min=1), bar_parts=9),
            "▰▰▰▰▰▰▰▰▰▱  About a minute left",
        ),
        (
            CardView(ends_in=MINUTES, bar_parts=9, is_late=True),
            "▰▰▰▰▰▰▰▰▰▱  Longer than usual; still working.",
        ),
    ],
)
def test_a_clip_that_is_being_made_has_a_bar_and_a_range(card, make_job, view, told):
    job = make_job(status=JobStatus.RUNNING, submitted_at=NOON)

    assert card(job, view).splitlines()[-1] == told


def test_a_private_card_says_from_the_start_how_long_it_can_follow(card, make_job):
    *_, progress, note = card(make_job(private=True), CardView(place=1)).splitlines()

    assert progress == "Next in line."
    assert note == (
        "-# This card can follow for 15 minutes. After that, `/videos list` says where it stands."
    )


@pytest.mark.parametrize(
    ("values", "timeless"),
    [
        ({}, "Waiting to start."),
        (
            {"status": JobStatus.RUNNING, "submitted_at": NOON},
            "Being made. Started <t:1772366400:R>.",
        ),
    ],
)
def test_the_last_edit_of_a_private_card_leaves_nothing_that_grows_old(
    card, make_job, values, timeless
):
    view = CardView(place=2, starts_in=MINUTES, ends_in=MINUTES, bar_parts=3, is_last=True)

    *_, progress, note = card(make_job(private=True, **values), view).splitlines()

    assert progress == timeless
    assert note == "-# This card can follow no longer. `/videos list` says where it stands."


def test_what_to_leave_out_stands_on_the_card(card, make_job):
    text = card(make_job(negative_prompt="blur, *text*"))

    assert "Without: blur, \\*text\\*" in text.splitlines()


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (
            {
                "delivery": DeliveryWay.ATTACHMENT,
                "message_url": "https://discord.com/channels/1/2/3",
            },
            "Done: https://discord.com/channels/1/2/3",
        ),
        (
            {"delivery": DeliveryWay.DIRECT_MESSAGE, "message_url": "https://discord.com/x"},
            "Done: sent as a direct message.",
        ),
        (
            {"delivery": DeliveryWay.ATTACHMENT, "private": True, "message_url": "https://x"},
            "Done: the clip is below.",
        ),
        ({"delivery": DeliveryWay.ATTACHMENT}, "Done: fetched by the member who asked."),
        (
            {"delivery": DeliveryWay.LINK, "deleted_at": NOON, "message_url": "https://x"},
            "Done, and deleted since.",
        ),
    ],
)
def test_a_delivered_card_folds_to_one_line(card, make_job, values, told):
    text = card(make_job(status=JobStatus.DELIVERED, **values))

    assert text == f"**A red fox crosses a snowy road at dawn** · {told}"


@pytest.mark.parametrize("status", ENDED)
def test_an_ended_card_folds_and_answers_the_three_questions(card, make_job, status):
    folded, ending = card(make_job(status=status, submitted_at=NOON)).split("\n")

    assert folded == "**A red fox crosses a snowy road at dawn**"
    assert "charged" in ending
    assert ending.endswith("Reference `A1B2C3`.")


def test_a_prompt_that_was_erased_leaves_a_title(card, make_job):
    text = card(make_job(prompt="", status=JobStatus.RUNNING))

    assert text.startswith("**A clip whose description is no longer kept**\n")


def test_a_private_card_speaks_the_members_language_and_a_public_one_the_servers(make_job):
    locales = {"user_locale": "ja", "guild_locale": "de"}

    assert reader_locale(make_job(private=True, **locales)) == "ja"
    assert reader_locale(make_job(private=False, **locales)) == "de"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    prompt=st.text(max_size=2500),
    negative_prompt=st.text(max_size=2500),
    status=st.sampled_from([status for status in JobStatus if status is not JobStatus.REFUSED]),
    reason=st.sampled_from([*Reason, "", "word_of_tomorrow"]),
    cost_usd=st.sampled_from([None, Decimal(0), Decimal("1.40")]),
    place=st.none() | st.integers(min_value=1, max_value=100_000),
)
def test_any_card_of_any_prompt_fits_and_calls_nobody(
    card, make_job, prompt, negative_prompt, status, reason, cost_usd, place
):
    job = make_job(
        prompt=prompt,
        negative_prompt=negative_prompt,
        status=status,
        reason=reason,
        cost_usd=cost_usd,
        message_url="https://discord.com/channels/500/800/901",
    )

    text = card(job, CardView(place=place))

    assert len(text.encode("utf-16-le")) // 2 <= 2000
    assert "<@" not in text.replace("\\<@", "")
    assert "@everyone" not in text
    assert "@here" not in text


@pytest.mark.parametrize("status", OPEN)
def test_the_longest_prompt_of_nothing_but_markup_fits(card, make_job, status):
    job = make_job(prompt="*" * 2500, negative_prompt="@" * 2500, status=status, submitted_at=NOON)

    assert len(card(job)) <= 2000


@pytest.mark.parametrize("cfg_scale", [float("nan"), float("inf"), -1e300, 1e300])
def test_options_that_nobody_offers_are_shown_inert_and_break_nothing(
    catalogue, make_job, cfg_scale
):
    """Only a forged request has them, and its case must open all the same."""
    request = ClipRequest(prompt="fox", cfg_scale=cfg_scale, aspect_ratio="[x](http://y)")
    job = replace(make_job(), request=request)

    for locale in catalogue.locales:
        shown = options(catalogue, locale, job)

        assert "\\[x\\]\\(http\\:\\/\\/y\\)" in shown
        assert f"{cfg_scale:g}" in shown
