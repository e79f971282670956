"""What is left reads plainly, and money stands there only where it may."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from bot.domain.blocks import Block
from bot.domain.guild_pauses import GuildPause
from bot.domain.ids import BlockId, GuildId, UserId
from bot.domain.ports import Pause
from bot.domain.quota import CountQuota, MoneyQuota, MoneyWait, PriceQuota, Quota, ShareQuota
from bot.messaging.quota import render_quota

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
SPENT = "Money in 24 hours: $1.40 of $5.00 used."
AT_NOON = "<t:1772366400:R>"
ENOUGH_AGAIN = f"It is enough for another clip again {AT_NOON}."
ASK_THEM = "A moderator can tell you more."
USERS = ShareQuota(
    day=CountQuota(used=3, limit=10, frees_at=NOON),
    waiting=CountQuota(used=1, limit=5),
    running=CountQuota(used=2, limit=2),
    money=None,
)
GUILDS = ShareQuota(
    day=CountQuota(used=1200, limit=None),
    waiting=CountQuota(used=0, limit=None),
    running=CountQuota(used=4, limit=10),
    money=None,
)
QUOTA = Quota(user=USERS, guild=GUILDS, prices=None, pause=None)
BLOCK = Block(
    id=BlockId(1),
    guild_id=GuildId(1),
    user_id=UserId(2),
    reason="spam",
    created_at=NOON,
    created_by=UserId(3),
    expires_at=None,
)
ENOUGH = MoneyQuota(used_usd=Decimal("1.40"), limit_usd=Decimal(5))


@pytest.fixture
def lines(catalogue):
    return lambda quota: render_quota(catalogue, "en-US", quota).splitlines()


def priced(money: MoneyQuota, *, everybody: MoneyQuota = ENOUGH) -> Quota:
    prices = PriceQuota(prices_usd={10: Decimal("2.80"), 5: Decimal("1.40")}, everybody=everybody)
    return replace(QUOTA, user=replace(USERS, money=money), prices=prices)


def test_both_shares_are_told(lines):
    assert lines(QUOTA) == [
        "**What you have left**",
        f"Clips in 24 hours: 7 of 10 left. One more comes back {AT_NOON}.",
        "Waiting: 1 of 5 at most. Being made: 2 of 2 at most.",
        "**What this server has left**",
        "Clips in 24 hours: 1,200 asked for, no limit.",
        "Waiting: 0. Being made: 4 of 10 at most.",
    ]


def test_where_nothing_was_used_nothing_comes_back(lines):
    untouched = replace(USERS, day=CountQuota(used=0, limit=10))

    assert lines(replace(QUOTA, user=untouched))[1] == "Clips in 24 hours: 10 of 10 left."


def test_more_used_than_a_lowered_limit_leaves_none_and_not_less(lines):
    over = replace(USERS, day=CountQuota(used=9, limit=4, frees_at=NOON))

    assert lines(replace(QUOTA, user=over))[1].startswith("Clips in 24 hours: 0 of 4 left.")


def test_without_prices_no_money_is_mentioned(lines):
    text = " ".join(lines(QUOTA))

    assert "$" not in text
    assert "oney" not in text


@pytest.mark.parametrize(
    ("money", "told"),
    [
        (ENOUGH, SPENT),
        (
            MoneyQuota(used_usd=Decimal("1234.567"), limit_usd=None),
            "Money in 24 hours: $1,234.57 used, no limit.",
        ),
        (
            replace(ENOUGH, is_used_up=True, frees_at=NOON),
            f"{SPENT} That is not enough for another clip; it is again {AT_NOON}.",
        ),
        (
            replace(ENOUGH, is_used_up=True),
            f"{SPENT} That is not enough for another clip.",
        ),
    ],
)
def test_money_is_told_where_prices_are_shown(lines, money, told):
    text = lines(priced(money))

    assert text[3] == told
    assert text[-2:] == [
        "A clip of 5 seconds is expected to cost $1.40.",
        "A clip of 10 seconds is expected to cost $2.80.",
    ]


@pytest.mark.parametrize(
    ("frees_at", "end"), [(None, "together."), (NOON, f"There is room again {AT_NOON}.")]
)
def test_what_all_servers_spent_is_told_only_when_it_is_in_the_way(lines, frees_at, end):
    everybody = replace(ENOUGH, is_used_up=True, frees_at=frees_at)

    (line,) = lines(priced(ENOUGH, everybody=everybody))[-1:]

    assert line.startswith("This bot has used up what it may spend in 24 hours")
    assert line.endswith(end)
    assert "$" not in line


@pytest.mark.parametrize("closed", ["day", "waiting", "running"])
@pytest.mark.parametrize("whose", ["user", "guild"])
def test_a_limit_of_nothing_is_said_in_a_sentence(lines, closed, whose):
    share = replace(getattr(QUOTA, whose), **{closed: CountQuota(used=0, limit=0)})

    assert lines(replace(QUOTA, **{whose: share}))[-1].startswith("No clips may be asked for here")


def test_the_operators_pause_comes_last_and_its_reason_is_inert(lines):
    pause = Pause(reason="**back** @everyone", since=NOON)

    assert lines(replace(QUOTA, pause=pause))[-1] == (
        "No new clips are being made at the moment (\\*\\*back\\*\\* @\u200beveryone). "
        "Clips already in line keep their place."
    )


def test_the_longest_answer_fits_in_a_message(lines):
    money = replace(ENOUGH, is_used_up=True, frees_at=NOON)
    longest = replace(priced(money, everybody=money), pause=Pause(reason="*" * 5000, since=NOON))

    assert len("\n".join(lines(longest))) <= 2000


class TestServersOwnLimits:
    """What a server sets beside the operator: months, roles, and money nobody may see."""

    def test_a_month_stands_below_its_day(self, lines):
        users = replace(USERS, month=CountQuota(used=12, limit=30, frees_at=NOON))
        guilds = replace(GUILDS, month=CountQuota(used=0, limit=200))

        text = lines(replace(QUOTA, user=users, guild=guilds))

        assert text[2] == f"Clips in 30 days: 18 of 30 left. One more comes back {AT_NOON}."
        assert text[6] == "Clips in 30 days: 200 of 200 left."

    def test_a_month_of_nothing_closes_what_a_day_leaves_open(self, lines):
        users = replace(USERS, month=CountQuota(used=3, limit=0))

        text = lines(replace(QUOTA, user=users))

        assert text[2] == "Clips in 30 days: 0 of 0 left."
        assert text[-1].startswith("No clips may be asked for here")

    def test_money_of_a_month_stands_below_that_of_a_day(self, lines):
        month = MoneyQuota(
            used_usd=Decimal("41.00"), limit_usd=Decimal(42), is_used_up=True, frees_at=NOON
        )
        told = replace(priced(ENOUGH), user=replace(USERS, money=ENOUGH, money_month=month))

        text = lines(told)

        assert text[3] == SPENT
        assert text[4] == (
            "Money in 30 days: $41.00 of $42.00 used. "
            f"That is not enough for another clip; it is again {AT_NOON}."
        )

    def test_who_is_held_to_a_roles_limits_is_told_so_below_their_share(self, lines):
        text = lines(replace(QUOTA, by_role=True))

        assert text[3] == "-# A role of yours sets what you may ask for here."
        assert text[4] == "**What this server has left**"

    @pytest.mark.parametrize(
        ("frees_at", "told"),
        [
            (
                NOON,
                f"What may be spent on clips here is used up. {ENOUGH_AGAIN}",
            ),
            (
                None,
                f"What may be spent on clips here is not enough for even one. {ASK_THEM}",
            ),
        ],
    )
    def test_money_in_the_way_is_told_without_a_sum(self, lines, frees_at, told):
        text = lines(replace(QUOTA, money_wait=MoneyWait(frees_at=frees_at)))

        assert text[-1] == told
        assert "$" not in " ".join(text)

    @pytest.mark.parametrize(
        ("expires_at", "told"),
        [(None, "The block has no end;"), (NOON, f"The block ends {AT_NOON}.")],
    )
    def test_the_blocked_are_told_so(self, lines, expires_at, told):
        text = lines(replace(QUOTA, block=replace(BLOCK, expires_at=expires_at)))

        assert told in text[-1]
        assert "(spam)" in text[-1]

    def test_where_there_is_no_room_it_is_said_who_paused_or_blocked_but_not_why(self, lines):
        used_up = replace(ENOUGH, is_used_up=True, frees_at=NOON)
        day = CountQuota(used=10**6, limit=10**6, frees_at=NOON)
        share = replace(USERS, day=day, month=day, money=used_up, money_month=used_up)
        quota = replace(
            priced(used_up, everybody=used_up),
            user=share,
            guild=share,
            pause=Pause(reason="*" * 200, since=NOON),
            guild_pause=GuildPause(guild_id=GuildId(1), reason="*" * 200, since=NOON, by=UserId(2)),
            block=replace(BLOCK, reason="*" * 200),
        )

        text = lines(quota)

        assert len("\n".join(text)) <= 2000
        assert "*" not in "".join(text[-3:])
        assert text[-3].startswith("No new clips are being made at the moment.")
