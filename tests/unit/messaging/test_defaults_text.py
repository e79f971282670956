"""What holds, and whose it is; what somebody typed stays inert."""

import pytest

from bot.domain.ids import ChannelId, GuildId, UserId
from bot.domain.option_defaults import DefaultsOwner, DefaultsScope, OptionValues, held_options
from bot.messaging.defaults import render_defaults

OWNERS = [
    DefaultsOwner(scope=DefaultsScope.MEMBER, id=UserId(1)),
    DefaultsOwner(scope=DefaultsScope.CHANNEL, id=ChannelId(2)),
    DefaultsOwner(scope=DefaultsScope.GUILD, id=GuildId(3)),
]
NOTHING = OptionValues()


@pytest.fixture
def rendered(catalogue):
    def render(*defaults, news_key=None, in_server=True):
        held = held_options(OWNERS, defaults or (NOTHING, NOTHING, NOTHING))
        text = render_defaults(catalogue, "en-US", held, news_key=news_key, in_server=in_server)
        return text.splitlines()

    return render


def test_each_option_says_what_holds_and_whose_it_is(rendered):
    lines = rendered(
        OptionValues(duration_s=10, negative_prompt="blur, *text*"),
        OptionValues(cfg_scale=0.75),
        OptionValues(private=True),
    )

    assert lines[:6] == [
        "**What your clips are made with unless you say otherwise**",
        "Length: 10 seconds · yours",
        "Shape: 16:9 · standard",
        "Keeps to the description: 0.75 · this channel\u2019s",
        "Leaves out: blur, \\*text\\* · yours",
        "Only you see it: yes · this server\u2019s",
    ]
    assert len(lines) == 7


def test_where_nobody_set_anything_the_standard_values_stand(rendered):
    assert rendered()[1:6] == [
        "Length: 5 seconds · standard",
        "Shape: 16:9 · standard",
        "Keeps to the description: 0.5 · standard",
        "Leaves out: nothing · standard",
        "Only you see it: no · standard",
    ]


def test_how_to_take_one_away_is_said(rendered):
    hint = rendered()[-1]

    assert "your others stay" in hint
    assert "`clear` forgets all of yours but what you say beside it" in hint
    assert "A dash for `negative_prompt` leaves nothing out" in hint


@pytest.mark.parametrize(
    ("news_key", "told"),
    [
        ("defaults-changed", "Your defaults are changed."),
        ("defaults-forgotten", "Your defaults are forgotten."),
        ("defaults-started-over", "Your defaults are changed, and those that you did not say"),
    ],
)
def test_what_was_done_stands_first(rendered, news_key, told):
    news = rendered(news_key=news_key)[0]

    assert news.startswith(told)
    assert "Nothing was charged." in news


def test_in_direct_messages_servers_are_mentioned_as_they_cannot_be_shown(rendered):
    assert "Servers and channels may have set some too" in rendered(in_server=False)[6]
    assert not [line for line in rendered() if "Servers and channels" in line]


def test_the_longest_answer_fits_in_a_message(rendered):
    longest = OptionValues(negative_prompt="*" * 2500)

    lines = rendered(longest, NOTHING, NOTHING, news_key="defaults-started-over", in_server=False)

    assert len("\n".join(lines)) <= 2000
