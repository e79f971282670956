"""Figures of a time, as a server's moderators read them. Pure text."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from bot.domain.ids import UserId
from bot.domain.stats_report import StatsReport
from bot.domain.usage_stats import Ranking, Standing, TimesTaken
from bot.messaging.catalogue import Catalogue
from bot.messaging.job_words import exact_time, listed, who
from bot.messaging.stats_words import by_outcome, length_text, outcome_text

MESSAGE_MAX_CHARS: Final = 2000
ALT_TEXT_MAX_CHARS: Final = 1024
CASES_NAMED: Final = 10
# Leaves room for the sentence that there is no picture.
_RANKED_MAX_CHARS: Final = MESSAGE_MAX_CHARS - 200


def render_stats(catalogue: Catalogue, locale: str, report: StatsReport) -> str:
    """Tell the figures; where nothing was asked for, say how to look further."""
    when = {"since": exact_time(report.asked.since), "until": exact_time(report.asked.until)}
    standing = _standing_now(catalogue, locale, report)
    if not report.figures.attempts:
        return "\n".join([catalogue.text(locale, "stats-none", **when), *standing])
    lines = [catalogue.text(locale, "stats-heading", **when)]
    lines += _figures(catalogue, locale, report)
    for ranking in _rankings(catalogue, locale, report):
        if len("\n".join([*lines, ranking, *standing])) <= _RANKED_MAX_CHARS:
            lines.append(ranking)
    return "\n".join([*lines, *standing])


def alt_text(catalogue: Catalogue, locale: str, report: StatsReport) -> str:
    """Say what the picture shows, with its figures."""
    figures = " ".join(f"{line}." for line in _figures(catalogue, locale, report))
    text = catalogue.text(
        locale,
        "stats-alt",
        begin_s=report.asked.since.timestamp(),
        end_s=report.asked.until.timestamp(),
        figures=figures,
    )
    return text.replace("**", "")[:ALT_TEXT_MAX_CHARS]


def _figures(catalogue: Catalogue, locale: str, report: StatsReport) -> Sequence[str]:
    figures = report.figures
    outcomes = [
        outcome_text(catalogue, locale, outcome, count)
        for outcome, count in by_outcome(figures.attempts).items()
        if count
    ]
    attempts = catalogue.text(locale, "stats-attempts", count=sum(figures.attempts.values()))
    lines = [f"**{attempts}** · " + " · ".join(outcomes)]
    if figures.clips_delivered:
        length = length_text(catalogue, locale, figures.video_s)
        lines.append(
            catalogue.text(locale, "stats-clips", clips=figures.clips_delivered, length=length)
        )
    lines.append(catalogue.text(locale, "stats-spend", usd=float(figures.usd)))
    lines += _times(catalogue, locale, "stats-waiting", figures.waiting)
    lines += _times(catalogue, locale, "stats-generating", figures.generating)
    return lines


def _times(catalogue: Catalogue, locale: str, key: str, times: TimesTaken | None) -> Sequence[str]:
    if times is None:
        return ()
    median = length_text(catalogue, locale, times.median_s)
    p90 = length_text(catalogue, locale, times.p90_s)
    return (catalogue.text(locale, key, median=median, p90=p90),)


def _rankings(catalogue: Catalogue, locale: str, report: StatsReport) -> Sequence[str]:
    def line(key: str, standings: Sequence[Standing[Any]], name: Callable[[int], str]) -> str:
        shown = [
            catalogue.text(
                locale,
                "stats-standing",
                who=name(standing.id),
                clips=standing.clips,
                usd=float(standing.usd),
            )
            for standing in standings
        ]
        return f"{catalogue.text(locale, key)} " + " · ".join(shown)

    def member(user_id: int) -> str:
        return who(catalogue, locale, UserId(user_id))

    def channel(channel_id: int) -> str:
        return f"<#{channel_id}>"

    figures = report.figures
    lines: list[str] = []
    for whose, ranking, name in (
        ("members", figures.members, member),
        ("channels", figures.channels, channel),
    ):
        if ranking.by_clips:
            lines.append(line(f"stats-{whose}-by-clips", ranking.by_clips, name))
        if _adds_to(ranking):
            lines.append(line(f"stats-{whose}-by-usd", ranking.by_usd, name))
    return lines


def _adds_to(ranking: Ranking[Any]) -> bool:
    """Whether those who cost most are others than those who got most, or in another order."""
    return [each.id for each in ranking.by_usd] != [each.id for each in ranking.by_clips]


def _standing_now(catalogue: Catalogue, locale: str, report: StatsReport) -> Sequence[str]:
    """Say what holds at this moment, whatever time the figures are of."""
    lines = [_undecided(catalogue, locale, report)]
    if report.blocked_count:
        lines.append(catalogue.text(locale, "stats-blocked", count=report.blocked_count))
    if report.paused_since is not None:
        at = exact_time(report.paused_since)
        lines.append(catalogue.text(locale, "stats-paused", at=at))
    return lines


def _undecided(catalogue: Catalogue, locale: str, report: StatsReport) -> str:
    if not report.undecided_count:
        return catalogue.text(locale, "stats-reports-none")
    named = [f"#{job_id}" for job_id in report.undecided[:CASES_NAMED]]
    key = "stats-reports" if report.undecided_is_all else "stats-reports-many"
    cases = listed(catalogue, locale, named)
    text = catalogue.text(locale, key, count=report.undecided_count, cases=cases)
    return f"{text} …" if len(report.undecided) > CASES_NAMED else text
