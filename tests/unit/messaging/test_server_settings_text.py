"""All that a server has set fits one message, in every language, however much that is."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from types import MappingProxyType

import pytest

from bot.domain.feed import Feed, FeedCategory
from bot.domain.guild_settings import Allowance, GuildSettings, PrivateUse
from bot.domain.ids import ChannelId, GuildId, RoleId
from bot.domain.limit_ceilings import Ceilings
from bot.domain.option_defaults import OptionValues
from bot.domain.settings_overview import SettingsOverview
from bot.messaging.server_settings import render_settings

LOCALES = ("en-US", "de", "fr", "es-ES", "pt-BR", "ja", "tr")
MUCH = Allowance(
    jobs_per_day=100_000,
    jobs_per_month=1_000_000,
    usd_per_day=Decimal("12345.67"),
    usd_per_month=Decimal("999999.99"),
)
NOTHING_SET = SettingsOverview(
    settings=GuildSettings(),
    ceilings=Ceilings(server=Allowance(), member=Allowance()),
    server_defaults=OptionValues(),
    channel_defaults=OptionValues(),
    feed=None,
)
FEED = Feed(
    guild_id=GuildId(500),
    channel_id=ChannelId(10**18),
    categories=frozenset(FeedCategory),
    set_at=datetime(2026, 3, 1, tzinfo=UTC),
)


def test_a_server_that_set_nothing_reads_so(catalogue):
    assert render_settings(catalogue, "en-US", NOTHING_SET).splitlines() == [
        "**Limits of this server**: none set",
        "The operator sets no limit here.",
        "**Limits of each member**: none set",
        "The operator sets no limit here.",
        "**Limits of roles**: none set",
        "**Who may ask for clips that only they see**: everyone",
        "**Clips behind a spoiler**: no",
        "**Clips in age-restricted channels only**: no",
        "**Default options of this server**: none set",
        "**Default options of this channel**: none set",
        "**Feed**: none. `/video-mod feed set` makes one.",
        "Choose below what to change.",
    ]


def test_what_is_set_stands_beside_what_the_operator_allows(catalogue):
    overview = SettingsOverview(
        settings=GuildSettings(
            server=Allowance(jobs_per_day=20, usd_per_month=Decimal("150.00")),
            member=Allowance(jobs_per_day=1, jobs_per_month=0),
            roles=MappingProxyType({RoleId(7): Allowance(usd_per_day=Decimal("7.50"))}),
            private_use=PrivateUse.MODERATORS,
            spoiler_results=True,
        ),
        ceilings=Ceilings(
            server=Allowance(jobs_per_day=100, jobs_per_month=3000),
            member=Allowance(usd_per_day=Decimal(50), usd_per_month=Decimal(1500)),
        ),
        server_defaults=OptionValues(duration_s=10, negative_prompt="||blur|| @here"),
        channel_defaults=OptionValues(aspect_ratio="9:16", private=True),
        feed=replace(FEED, categories=frozenset({FeedCategory.REPORTS, FeedCategory.REFUSED})),
    )

    assert render_settings(
        catalogue, "en-US", overview, news_key="settings-saved"
    ).splitlines() == [
        "The settings are saved, and hold from now on.",
        "**Limits of this server**: 20 clips in 24 hours · $150.00 in 30 days",
        "The operator allows at most 100 clips in 24 hours.",
        "**Limits of each member**: one clip in 24 hours · no clips in 30 days",
        "The operator allows at most $50.00 in 24 hours.",
        (
            "**Limits of roles**, in place of those of each member; "
            "of several roles, the most generous holds"
        ),
        "<@&7>: $7.50 in 24 hours",
        "**Who may ask for clips that only they see**: moderators",
        "**Clips behind a spoiler**: yes",
        "**Clips in age-restricted channels only**: no",
        (
            "**Default options of this server**: Length: 10 seconds · "
            "Leaves out: \\|\\|blur\\|\\| @\u200bhere"
        ),
        "**Default options of this channel**: Shape: 9:16 · Only its member sees it: yes",
        "**Feed**: <#1000000000000000000> is told of refused requests, reports.",
        "Choose below what to change.",
    ]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_most_that_can_be_set_fits_and_names_every_role(catalogue, locale):
    roles = {RoleId(10**18 + number): MUCH for number in range(25)}
    options = OptionValues(
        duration_s=10,
        aspect_ratio="16:9",
        cfg_scale=0.333,
        negative_prompt="*" * 2500,
        private=False,
    )
    overview = SettingsOverview(
        settings=GuildSettings(server=MUCH, member=MUCH, roles=MappingProxyType(roles)),
        ceilings=Ceilings(server=MUCH, member=MUCH),
        server_defaults=options,
        channel_defaults=options,
        feed=FEED,
    )

    content = render_settings(catalogue, locale, overview, news_key="settings-saved")

    assert len(content) <= 2000
    assert all(content.count(f"<@&{role}>") == 1 for role in roles)
    assert f"<#{FEED.channel_id}>" in content


def test_a_default_that_no_request_could_be_made_with_is_not_shown(catalogue):
    overview = replace(NOTHING_SET, server_defaults=OptionValues(duration_s=7))

    content = render_settings(catalogue, "en-US", overview)

    assert "**Default options of this server**: none set" in content
