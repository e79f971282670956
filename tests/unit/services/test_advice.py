"""Nobody hears the same hint over and over."""

from bot.domain.clip import ClipRequest
from bot.domain.ids import UserId
from bot.domain.prompt_hints import Hint
from bot.services import advice
from bot.services.advice import REPEATED_AFTER_S, Advice
from tests.support.clock import ManualClock

MEMBER, OTHER = UserId(1), UserId(2)
HIGH = ClipRequest(prompt="a red fox runs", cfg_scale=0.9)
BRIEF = ClipRequest(prompt="love", cfg_scale=0.9)


async def test_a_hint_is_given_once_an_hour_to_each_member():
    clock = ManualClock()
    given = Advice(clock=clock)

    assert given.due(HIGH, user_id=MEMBER) == [Hint.HIGH_CFG_SCALE]
    assert given.due(HIGH, user_id=MEMBER) == []
    assert given.due(HIGH, user_id=OTHER) == [Hint.HIGH_CFG_SCALE]
    await clock.advance(REPEATED_AFTER_S - 1)
    assert given.due(HIGH, user_id=MEMBER) == []
    await clock.advance(1)
    assert given.due(HIGH, user_id=MEMBER) == [Hint.HIGH_CFG_SCALE]


async def test_another_hint_is_news():
    given = Advice(clock=ManualClock())
    given.due(HIGH, user_id=MEMBER)

    assert given.due(BRIEF, user_id=MEMBER) == [Hint.BRIEF_PROMPT]


async def test_only_so_many_are_remembered_and_the_oldest_goes(monkeypatch):
    monkeypatch.setattr(advice, "REMEMBERED_AT_MOST", 3)
    clock = ManualClock()
    given = Advice(clock=clock)
    for number in range(3):
        given.due(HIGH, user_id=UserId(number))
    await clock.advance(REPEATED_AFTER_S)
    # Told anew, so that the next oldest goes.
    assert given.due(HIGH, user_id=UserId(0)) == [Hint.HIGH_CFG_SCALE]

    given.due(HIGH, user_id=UserId(3))

    assert len(given._told_at_s) == 3
    assert given.due(HIGH, user_id=UserId(0)) == []
