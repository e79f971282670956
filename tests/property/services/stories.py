"""Which stories are told: scenes of a few actions that belong together, in any order."""

from collections.abc import Iterable
from itertools import chain

from hypothesis import strategies as st

from tests.property.services.actions import (
    Action,
    Ask,
    Cancel,
    Fail,
    Finish,
    Hint,
    Kill,
    Restart,
    SendAway,
    Settle,
    Shut,
    Wait,
)
from tests.property.services.model_eachlabs import OUTCOMES
from tests.property.services.trouble import FAULTS, PARTS

Scene = tuple[Action, ...]

_WHICH = st.integers(0, 3)
_TIMES = st.sampled_from((1, 1, 2, 6))
_PROMPTS = st.sampled_from(("a fox", "an owl"))
# Most cards stand: without one there is no story.
_CARDS = st.sampled_from((*["confirmed"] * 6, "unseen", "lost", "refused"))
_SOON_S = st.sampled_from((1.0, 3.0, 5.0, 20.0))
_LATER_S = st.sampled_from((70.0, 200.0, 700.0, 4000.0, 100_000.0))
_AWAY_S = st.sampled_from((2.0, 30.0, 300.0, 5000.0))
_STEPS = st.integers(0, 12)

_ASK = st.builds(Ask, prompt=_PROMPTS, card=_CARDS, private=st.booleans())
_FINISH = st.builds(
    Finish, which=_WHICH, outcome=st.sampled_from((*["success"] * 6, *sorted(OUTCOMES)))
)
_KILL = st.builds(Kill, after_steps=_STEPS, and_again_after=st.none() | _STEPS)
_CANCEL = st.builds(Cancel, which=_WHICH, by_moderator=st.booleans())
_AWAY = st.builds(SendAway, part=st.sampled_from(PARTS), seconds=_AWAY_S)


def _fail(*calls: str) -> st.SearchStrategy[Action]:
    faults = [(call, fault) for call in calls for fault in FAULTS[call]]
    return st.builds(
        lambda call_and_fault, times: Fail(*call_and_fault, times=times),
        st.sampled_from(faults),
        _TIMES,
    )


def _scene(*actions: st.SearchStrategy[Action]) -> st.SearchStrategy[Scene]:
    return st.tuples(*actions)


def _with_soon(*actions: st.SearchStrategy[Action]) -> st.SearchStrategy[Scene]:
    return _scene(*actions, st.builds(Wait, seconds=_SOON_S))


_ON_THE_WAY_IN = st.one_of(
    _fail("create"), _fail("create"), _fail("create", "list"), _fail("write"), _AWAY, _KILL, _CANCEL
)
_ON_THE_WAY_OUT = st.one_of(
    _fail("channel"),
    _fail("interaction", "direct", "look"),
    _fail("fetch", "get"),
    _fail("write", "card", "end"),
    st.builds(Shut, way=st.sampled_from(("channel", "interaction", "direct", "look"))),
    _AWAY,
    _KILL,
    _KILL,
)
_SCENES: st.SearchStrategy[Scene] = st.one_of(
    _with_soon(_ASK),
    _with_soon(_ON_THE_WAY_IN, _ASK),
    _with_soon(_ON_THE_WAY_IN, _ASK, _ON_THE_WAY_IN),
    _with_soon(_FINISH),
    _with_soon(_ON_THE_WAY_OUT, _FINISH),
    _with_soon(_ON_THE_WAY_OUT, _ON_THE_WAY_OUT, _FINISH),
    _scene(st.builds(Wait, seconds=_LATER_S)),
    _with_soon(_CANCEL),
    _scene(_fail("cancel"), _CANCEL),
    _scene(_fail(*sorted(FAULTS))),
    _scene(st.builds(Settle, which=_WHICH, charged=st.booleans())),
    _with_soon(_KILL),
    _scene(st.just(Restart())),
    _scene(st.builds(Kill, after_steps=st.integers(0, 3), and_again_after=st.none()), _CANCEL),
    _with_soon(
        st.builds(
            Hint, which=_WHICH, names=st.sampled_from(("own", "foreign", "nobodys", "nothing"))
        )
    ),
)


def _told_together(scenes: Iterable[Scene]) -> list[Action]:
    return list(chain.from_iterable(scenes))


STORIES = st.lists(_SCENES, min_size=1, max_size=8).map(_told_together)
