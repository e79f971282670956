"""The card of a report fits a message in every language, whatever was typed."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.clip import ClipRequest
from bot.domain.feed import Feed, FeedCategory
from bot.domain.ids import ChannelId, GuildId, UserId
from bot.domain.report_cards import ReportHistory
from bot.domain.reporting import REPORT_MAX_CHARS, ReportDecision
from bot.messaging.catalogue import Catalogue
from bot.messaging.feed_sample import sample_report
from bot.messaging.report_cards import render_report_card

CATALOGUE = Catalogue.load()
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
FEED = Feed(
    guild_id=GuildId(10**18),
    channel_id=ChannelId(10**18),
    categories=frozenset(FeedCategory),
    set_at=NOON,
)
COUNTS = st.integers(min_value=0, max_value=10**6)
DECIDED = {"decided_at": NOON, "decided_by": UserId(10**18)}


@given(
    st.text(max_size=REPORT_MAX_CHARS),
    st.text(max_size=400),
    st.builds(ReportHistory, clips=COUNTS, earlier=COUNTS, filed=COUNTS, dismissed=COUNTS),
    st.sampled_from([None, *ReportDecision]),
    st.sampled_from(CATALOGUE.locales),
)
def test_any_card_fits_a_message(text, prompt, history, decision, locale):
    card = sample_report(CATALOGUE, locale, FEED, user_id=UserId(10**18), at=NOON)
    url = f"https://discord.com/channels/{10**18}/{10**18}/{10**18}"
    job = replace(card.job, request=ClipRequest(prompt=prompt), message_url=url)
    decided = {} if decision is None else {"decision": decision, **DECIDED}
    card = replace(
        card, report=replace(card.report, text=text, **decided), job=job, history=history
    )

    shown = render_report_card(CATALOGUE, locale, card)

    assert len(shown.content) <= 2000
    assert "@everyone" not in shown.content
    assert (decision is None) == (len(shown.content.splitlines()) < 8 - (shown.file is None))
    assert shown.file in {None, text}


def test_what_escapes_double_fits_too():
    card = sample_report(CATALOGUE, "de", FEED, user_id=UserId(10**18), at=NOON)
    card = replace(
        card,
        report=replace(
            card.report, text="*" * REPORT_MAX_CHARS, decision=ReportDecision.DELETED, **DECIDED
        ),
        job=replace(card.job, request=ClipRequest(prompt="_" * 2500)),
    )

    for locale in CATALOGUE.locales:
        assert len(render_report_card(CATALOGUE, locale, card).content) <= 2000
