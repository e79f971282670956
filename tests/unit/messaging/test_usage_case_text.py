"""A case fits a message in every language, and what does not fit stands whole in its file."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from bot.domain.cases import Case, CaseNote
from bot.domain.ids import GuildId, JobId, MessageId, PredictionId, ReportId, UserId
from bot.domain.job import JobEvent, JobStatus
from bot.domain.reporting import Report, ReportDecision
from bot.messaging.usage_case import render_case

MOMENT = datetime(2026, 3, 1, 12, tzinfo=UTC)
URL = "https://storage.example/out.mp4"


def case_of(job, **changes):
    values = {
        "job": job,
        "events": [],
        "reports": [],
        "notes": [],
        "is_held": False,
        "held_by": None,
        "is_erased": False,
    }
    return Case(**{**values, **changes})


def event(actor="worker", detail="", after=JobStatus.RUNNING):
    return JobEvent(
        job_id=JobId(42), at=MOMENT, before=None, after=after, actor=actor, detail=detail
    )


def report(text="bad", **changes):
    values = {
        "id": ReportId(1),
        "job_id": JobId(42),
        "guild_id": GuildId(500),
        "reporter_id": UserId(7),
        "text": text,
        "created_at": MOMENT,
    }
    return Report(**{**values, **changes})


def note(text):
    return CaseNote(author_id=UserId(9), text=text, created_at=MOMENT)


def test_nothing_typed_can_pass_for_a_line_of_the_file(catalogue, make_job):
    """The file may be handed on as evidence."""
    forged = "fox\n\nnote: 2026-03-01 9\nharmless\u2028event: x\r\nheld: True"
    job = make_job(
        prompt=forged * 10, negative_prompt=forged, prediction_id=PredictionId("a\nb: c")
    )
    case = case_of(
        job, reports=[report(forged)], notes=[note(forged)], events=[event(detail="a\nb")]
    )

    lines = render_case(catalogue, "en-US", case).file.splitlines()

    own = [line.partition(":")[0] for line in lines if line and not line.startswith("    ")]
    assert own[-4:] == ["prompt", "negative_prompt", "report", "note"]
    assert (own.count("held"), own.count("event")) == (1, 1)
    assert "prediction_id: a b: c" in lines


@pytest.mark.parametrize("filler", ["x", "*", "\u3042"])
def test_the_fullest_case_fits_in_every_language_and_stands_whole_in_its_file(
    catalogue, make_job, filler
):
    long = filler * 2500
    job = make_job(
        status=JobStatus.DELIVERED,
        prompt=f"{long}P",
        negative_prompt=f"{long}N",
        reason=f"prompt_rule:{'9' * 18}",
        cost_usd=Decimal("2.80"),
        prediction_id=PredictionId(filler * 300),
        output_url=f"{URL}?{'u' * 200}",
        message_url="https://discord.com/channels/1/2/3",
        result_message_id=MessageId(1),
    )
    case = case_of(
        job,
        events=[event("moderator:" + "1" * 19, f"{filler * 500}E{number}") for number in range(40)],
        reports=[report(f"{filler * 990}R{number}") for number in range(30)],
        notes=[note(f"{filler * 990}T{number}") for number in range(50)],
        is_held=True,
        held_by=UserId(10**19),
    )
    for locale in catalogue.locales:
        news = catalogue.text(locale, "case-released-but-reported")
        rendered = render_case(catalogue, locale, case, news=news)

        assert len(rendered.content) <= 2000, locale
        assert rendered.content.endswith(catalogue.text(locale, "case-in-file"))
        for whole in (f"{long}P", f"{long}N", f"E{39}", "R29", "T49", job.output_url):
            assert whole in rendered.file


def test_a_short_case_needs_no_file(catalogue, make_job):
    rendered = render_case(catalogue, "en-US", case_of(make_job(), events=[event()]))

    assert rendered.file is None
    assert "is in the file" not in rendered.content


def test_what_was_said_about_it_comes_before_what_happened_and_the_newest_first(
    catalogue, make_job
):
    decided = report(
        "first",
        decided_at=MOMENT,
        decided_by=UserId(9),
        decision=ReportDecision.DISMISSED,
    )
    case = case_of(
        make_job(),
        events=[event("member:7"), event("operator", "paused"), event("eachlabs")],
        reports=[decided, report("second"), report(""), report("", decided_at=MOMENT)],
        notes=[note("older"), note("newer")],
        is_held=True,
    )

    lines = render_case(catalogue, "en-US", case).content.splitlines()

    at = "<t:1772366400:f>"
    assert lines[lines.index("**Reports**") :] == [
        "**Reports**",
        f"{at} · <@7> · dismissed by <@9> · first",
        f"{at} · <@7> · undecided · second",
        f"{at} · <@7> · undecided · its text is no longer kept",
        f"{at} · <@7> · decided · its text is no longer kept",
        "**Notes**, newest first",
        f"{at} · <@9> · newer",
        f"{at} · <@9> · older",
        "**Steps**, newest first",
        f"{at} · being made · the video service",
        f"{at} · being made · the operator of the bot · paused",
        f"{at} · being made · <@7>",
    ]
    assert "Held as evidence until its reports are decided." in lines


def test_a_link_cannot_break_out_of_its_brackets(catalogue, make_job):
    job = make_job(output_url=f"{URL}> https://evil.example/<")

    content = render_case(catalogue, "en-US", case_of(job)).content

    assert f"<{URL}%3E%20https://evil.example/%3C>" in content


@pytest.mark.parametrize(
    ("real", "expected", "said"),
    [
        ("1.40", "1.50", "Cost $1.40, expected $1.50"),
        (None, "1.50", "Cost not known yet, expected $1.50"),
        ("0", None, "Cost $0.00"),
        (None, None, "Cost $0.00"),
    ],
)
def test_both_costs_are_told_as_far_as_they_are_known(catalogue, make_job, real, expected, said):
    job = make_job(
        cost_usd=None if real is None else Decimal(real),
        cost_estimated_usd=None if expected is None else Decimal(expected),
    )

    assert said in render_case(catalogue, "en-US", case_of(job)).content.splitlines()


def test_a_reported_clip_is_linked_though_its_row_knows_it_no_more(catalogue, make_job):
    job = make_job(prompt="", card_message_id=None)
    reports = [report(), report(message_id=MessageId(77))]

    content = render_case(catalogue, "en-US", case_of(job, reports=reports)).content

    assert f"https://discord.com/channels/500/{job.destination.channel_id}/77" in content


def test_what_was_erased_is_not_named(catalogue, make_job):
    job = make_job(prompt="", negative_prompt="", card_message_id=None)
    job = replace(job, destination=replace(job.destination, user_id=UserId(-5)))
    case = case_of(job, events=[event("member:-5")], is_erased=True)

    content = render_case(catalogue, "en-US", case).content

    assert "What was asked for is no longer kept" in content
    assert content.count("a member whose data was erased") == 2
    assert "<@-5>" not in content
