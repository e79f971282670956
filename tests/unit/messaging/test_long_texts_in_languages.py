"""The longest messages fit in every language: some need a third more room than English."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from bot.domain.blocks import Block
from bot.domain.forecast import MinuteRange
from bot.domain.guild_pauses import GuildPause
from bot.domain.ids import BlockId, ChannelId, GuildId, UserId
from bot.domain.job import JobStatus
from bot.domain.messenger import CardView, OwnJob, OwnJobs, Result
from bot.domain.option_defaults import DefaultsOwner, DefaultsScope, OptionValues, held_options
from bot.domain.ports import Pause
from bot.domain.prompt_hints import Hint
from bot.domain.quota import CountQuota, MoneyQuota, MoneyWait, PriceQuota, Quota, ShareQuota
from bot.domain.reasons import Reason
from bot.messaging.cancel_choices import LABEL_MAX_CHARS, cancel_label
from bot.messaging.cards import render_card
from bot.messaging.catalogue import Catalogue
from bot.messaging.defaults import render_defaults
from bot.messaging.own_jobs import render_own_jobs
from bot.messaging.prompt_hints import render_hints
from bot.messaging.quota import render_quota
from bot.messaging.results import render_fetched_result, render_public_end, render_public_result

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
MARKUP = "*" * 2500
MESSAGE_MAX_CHARS = 2000
ALT_TEXT_MAX_CHARS = 1024
LONGEST_LINK = "https://clips.example/" + "x" * 978
STATES = [status for status in JobStatus if status is not JobStatus.REFUSED]
LIVE = (JobStatus.QUEUED, JobStatus.SUBMITTING, JobStatus.UNKNOWN, JobStatus.RUNNING)
PLACE = CardView(place=99_999, starts_in=MinuteRange(from_min=100, to_min=6000))
LATE = CardView(ends_in=MinuteRange(from_min=100, to_min=6000), bar_parts=9)


@pytest.fixture(params=sorted(Catalogue.load().locales))
def locale(request):
    return request.param


@pytest.fixture
def longest_job(make_job, locale):
    def build(**values):
        return make_job(
            prompt=MARKUP,
            negative_prompt=MARKUP,
            user_locale=locale,
            guild_locale=locale,
            submitted_at=NOON,
            **values,
        )

    return build


@pytest.mark.parametrize("status", STATES)
@pytest.mark.parametrize("view", [PLACE, LATE, replace(LATE, is_late=True), CardView(is_last=True)])
def test_cards(catalogue, longest_job, status, view):
    job = longest_job(status=status, private=True)

    assert len(render_card(catalogue, job, view, shows_price=True)) <= MESSAGE_MAX_CHARS


@pytest.mark.parametrize("reason", Reason)
def test_ends(catalogue, longest_job, reason):
    job = longest_job(status=JobStatus.FAILED, reason=reason)

    assert len(render_public_end(catalogue, job)) <= MESSAGE_MAX_CHARS


def test_results(catalogue, longest_job, locale):
    job = longest_job(status=JobStatus.DELIVERING, finished_at=NOON + timedelta(seconds=5999))
    result = Result(job=job, clip=None, link=LONGEST_LINK)

    public = render_public_result(catalogue, result)
    fetched = render_fetched_result(catalogue, result, locale=locale)

    assert len(public.content) <= MESSAGE_MAX_CHARS
    assert len(fetched.content) <= MESSAGE_MAX_CHARS
    assert 1 <= len(public.alt_text) <= ALT_TEXT_MAX_CHARS


def test_the_list_of_own_requests_shows_kept_clips_even_then(catalogue, longest_job, locale):
    kept = OwnJob(job=longest_job(status=JobStatus.KEPT), kept_until=NOON)

    text = render_own_jobs(
        catalogue, locale, OwnJobs(listed=[kept] * 25, kept_besides=9), in_server=True
    )

    assert len(text.content) <= MESSAGE_MAX_CHARS
    assert len(text.kept) >= 5


@pytest.mark.parametrize("status", LIVE)
def test_choices(catalogue, longest_job, locale, status):
    label = cancel_label(catalogue, locale, longest_job(status=status))

    assert 1 <= len(label) <= LABEL_MAX_CHARS


def test_defaults(catalogue, locale):
    owners = [
        DefaultsOwner(scope=DefaultsScope.MEMBER, id=UserId(1)),
        DefaultsOwner(scope=DefaultsScope.CHANNEL, id=ChannelId(2)),
        DefaultsOwner(scope=DefaultsScope.GUILD, id=GuildId(3)),
    ]
    longest = OptionValues(negative_prompt=MARKUP, cfg_scale=0.75)
    held = held_options(owners, (OptionValues(), longest, OptionValues()))

    text = render_defaults(
        catalogue, locale, held, news_key="defaults-started-over", in_server=False
    )

    assert len(text) <= MESSAGE_MAX_CHARS


def test_quotas(catalogue, locale):
    money = MoneyQuota(
        used_usd=Decimal("123456.78"),
        limit_usd=Decimal("123456.78"),
        is_used_up=True,
        frees_at=NOON,
    )
    count = CountQuota(used=0, limit=100_000, frees_at=NOON)
    share = ShareQuota(
        day=count,
        month=count,
        waiting=count,
        running=replace(count, limit=0),
        money=money,
        money_month=money,
    )
    prices = PriceQuota(prices_usd={5: Decimal("1.40"), 10: Decimal("2.80")}, everybody=money)
    pause = Pause(reason=MARKUP, since=NOON)
    block = Block(
        id=BlockId(1),
        guild_id=GuildId(1),
        user_id=UserId(2),
        reason=MARKUP,
        created_at=NOON,
        created_by=UserId(1),
        expires_at=NOON,
    )

    text = render_quota(
        catalogue,
        locale,
        Quota(
            user=share,
            guild=share,
            prices=prices,
            pause=pause,
            guild_pause=GuildPause(guild_id=GuildId(1), reason=MARKUP, since=NOON, by=UserId(1)),
            block=block,
            by_role=True,
            money_wait=MoneyWait(frees_at=NOON),
        ),
    )

    assert len(text) <= MESSAGE_MAX_CHARS


def test_hints(catalogue, locale):
    assert len(render_hints(catalogue, locale, list(Hint))) <= MESSAGE_MAX_CHARS
