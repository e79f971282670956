"""The cards of reports: what they say (pure text), and how they come into a feed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from bot.domain.errors import WayClosedError
from bot.domain.feed import Feed
from bot.domain.ids import MessageId
from bot.domain.report_cards import ReportCard
from bot.domain.reporting import ReportDecision
from bot.messaging.cards import options
from bot.messaging.catalogue import Catalogue
from bot.messaging.discord_errors import MessageGoneError
from bot.messaging.feed_lines import prompt_line, who
from bot.messaging.job_words import said_text, seen_at
from bot.messaging.plain_text import is_cut
from bot.messaging.rest import DiscordRest, Outgoing, Place, Upload
from bot.messaging.throttle import Throttle
from bot.messaging.views import ReportViews

PROMPT_MAX_CHARS: Final = 250
TEXT_MAX_CHARS: Final = 300
REPORT_FILE_NAME: Final = "report.txt"


@dataclass(frozen=True, kw_only=True, slots=True)
class CardText:
    """A message; `file` is the whole report where the card cannot hold it."""

    content: str
    file: str | None


def render_report_card(
    catalogue: Catalogue, locale: str, card: ReportCard, *, attaches: bool = True
) -> CardText:
    """`attaches` is False where no file is taken: then the card speaks of none."""
    is_long = attaches and is_cut(card.report.text, TEXT_MAX_CHARS)
    lines = (
        _heading(catalogue, locale, card),
        prompt_line(catalogue, locale, card.job, max_chars=PROMPT_MAX_CHARS),
        f"-# {' · '.join(_facts(catalogue, locale, card))}",
        _text(catalogue, locale, card),
        *((catalogue.text(locale, "reported-text-attached"),) if is_long else ()),
        f"-# {' · '.join(_of_requester(catalogue, locale, card))}",
        f"-# {' · '.join(_of_reporter(catalogue, locale, card))}",
        *_decided(catalogue, locale, card),
    )
    return CardText(content="\n".join(lines), file=card.report.text if is_long else None)


def _heading(catalogue: Catalogue, locale: str, card: ReportCard) -> str:
    where = card.job.destination
    return catalogue.text(
        locale,
        "reported-heading",
        requester=who(catalogue, locale, where.user_id),
        channel=f"<#{where.channel_id}>",
    )


def _facts(catalogue: Catalogue, locale: str, card: ReportCard) -> Iterator[str]:
    job = card.job
    yield options(catalogue, locale, job)
    yield f"`{job.reference}`"
    if job.deleted_at is not None:
        yield _gone(catalogue, locale, card)
    elif (url := job.message_url or seen_at(job, card.report)) is not None:
        yield url


def _gone(catalogue: Catalogue, locale: str, card: ReportCard) -> str:
    by = card.deleted_by
    if by is None:
        return catalogue.text(locale, "reported-message-gone")
    if by.kind == "member" or by.user_id is None:
        return catalogue.text(locale, "reported-deleted-by-member")
    moderator = who(catalogue, locale, by.user_id)
    return catalogue.text(locale, "reported-deleted-by-moderator", moderator=moderator)


def _text(catalogue: Catalogue, locale: str, card: ReportCard) -> str:
    return catalogue.text(
        locale,
        "reported-text",
        reporter=who(catalogue, locale, card.report.reporter_id),
        filed_at=card.report.created_at,
        text=said_text(
            catalogue,
            locale,
            card.report.text,
            is_unreadable=card.report.is_unreadable,
            max_chars=TEXT_MAX_CHARS,
        ),
    )


def _of_requester(catalogue: Catalogue, locale: str, card: ReportCard) -> Iterator[str]:
    history = card.history
    yield who(catalogue, locale, card.job.destination.user_id)
    yield catalogue.text(locale, "reported-clips", count=history.clips)
    yield catalogue.text(locale, "reported-earlier", count=history.earlier)
    yield catalogue.text(locale, "reported-blocked-before", count=history.blocks)
    if history.is_blocked:
        yield catalogue.text(locale, "reported-blocked-now")


def _of_reporter(catalogue: Catalogue, locale: str, card: ReportCard) -> Iterator[str]:
    history = card.history
    yield who(catalogue, locale, card.report.reporter_id)
    yield catalogue.text(locale, "reported-filed", count=history.filed)
    yield catalogue.text(locale, "reported-dismissed", count=history.dismissed)


def _decided(catalogue: Catalogue, locale: str, card: ReportCard) -> Iterator[str]:
    report = card.report
    if report.decision is None or report.decided_by is None or report.decided_at is None:
        return
    key = f"reported-decided-{report.decision.value}"
    if report.decision is ReportDecision.DELETED and not _is_their_deed(card):
        key = "reported-decided-gone"
    yield catalogue.text(
        locale,
        key,
        moderator=who(catalogue, locale, report.decided_by),
        at=report.decided_at,
    )


def _is_their_deed(card: ReportCard) -> bool:
    """Whoever decided it may have found the clip gone: by its member's hand, or unknown whose."""
    by = card.deleted_by
    return by is not None and by.user_id == card.report.decided_by


class DiscordReportCards:
    """The port `ReportCardMessenger` over Discord's REST API."""

    def __init__(
        self, rest: DiscordRest, *, catalogue: Catalogue, views: ReportViews, throttle: Throttle
    ) -> None:
        self._rest = rest
        self._catalogue = catalogue
        self._views = views
        self._throttle = throttle

    @property
    def is_throttled(self) -> bool:
        return self._throttle.is_on

    async def post(self, feed: Feed, card: ReportCard) -> MessageId:
        place = Place(guild_id=feed.guild_id, channel_id=feed.channel_id)
        message = replace(self._message(card), nonce=f"report-{card.report.id}")
        return (await self._rest.send(place, message)).message_id

    async def edit(self, card: ReportCard) -> None:
        """The file is changed with the text. Where none is taken any more, none stands there."""
        report = card.report
        if report.card_channel_id is None or report.card_message_id is None:
            raise ValueError("the card stands nowhere")
        place = Place(guild_id=report.guild_id, channel_id=report.card_channel_id)
        message = self._message(card)
        if report.is_unreadable:
            # The file may be all that can still be read of it.
            await self._rest.edit(place, report.card_message_id, message.content, message.view)
            return
        try:
            await self._rest.replace(place, report.card_message_id, message)
        except MessageGoneError:
            raise
        except WayClosedError:
            if not message.uploads:
                raise
            bare = self._message(card, attaches=False)
            await self._rest.replace(place, report.card_message_id, bare)

    def _message(self, card: ReportCard, *, attaches: bool = True) -> Outgoing:
        locale = _locale(card)
        text = render_report_card(self._catalogue, locale, card, attaches=attaches)
        uploads = () if text.file is None else (Upload(name=REPORT_FILE_NAME, source=text.file),)
        return Outgoing(
            content=text.content, view=self._views.report(card, locale=locale), uploads=uploads
        )


def _locale(card: ReportCard) -> str:
    return card.job.destination.guild_locale
