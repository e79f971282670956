"""Which stories are told: scenes of a few actions that belong together, in any order."""

from collections.abc import Iterable
from itertools import chain

from hypothesis import strategies as st

from tests.property.services.actions import (
    Action,
    Ask,
    Cancel,
    Decide,
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
_CARDS = st.sampled_from((*["confirmed"] * 12, "unseen", "lost", "refused"))
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
_DECIDE = st.builds(Decide, what=st.sampled_from(("pause", "resume", "resume", "block")))
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
_JOB = _with_soon(_ASK)
_TROUBLED_JOB = _with_soon(_ON_THE_WAY_IN, _ASK)
_END = _with_soon(_FINISH)
_TROUBLED_END = _with_soon(_ON_THE_WAY_OUT, _FINISH)
_NOWHERE_TO_SEND = _with_soon(
    *(st.just(Shut(way)) for way in ("channel", "interaction", "direct")), _FINISH
)
_UNSEEN_SEND = _with_soon(
    st.builds(
        Fail,
        call=st.sampled_from(("channel", "interaction")),
        fault=st.just("unseen"),
        times=_TIMES,
    ),
    st.one_of(_KILL, st.just(Shut("look")), _fail("look"), _fail("write")),
    _FINISH,
)
_SCENES: st.SearchStrategy[Scene] = st.one_of(
    _JOB,
    _TROUBLED_JOB,
    _TROUBLED_JOB,
    _with_soon(_ON_THE_WAY_IN, _ASK, _ON_THE_WAY_IN),
    _END,
    _TROUBLED_END,
    _with_soon(_ON_THE_WAY_OUT, _ON_THE_WAY_OUT, _FINISH),
    _NOWHERE_TO_SEND,
    _UNSEEN_SEND,
    _scene(st.builds(Wait, seconds=_LATER_S)),
    _with_soon(_CANCEL),
    _scene(_fail("cancel"), _CANCEL),
    _with_soon(_DECIDE),
    _with_soon(_ASK, _DECIDE),
    _scene(st.builds(Kill, after_steps=st.integers(0, 3), and_again_after=st.none()), _CANCEL),
    _scene(_fail(*sorted(FAULTS))),
    _scene(st.builds(Settle, which=_WHICH, charged=st.booleans())),
    _with_soon(_KILL),
    _scene(st.just(Restart())),
    _with_soon(
        st.builds(
            Hint, which=_WHICH, names=st.sampled_from(("own", "foreign", "nobodys", "nothing"))
        )
    ),
)


def _told_together(scenes: Iterable[Scene]) -> list[Action]:
    return list(chain.from_iterable(scenes))


# Every story has one job at least that gets into trouble, and mostly a few more.
STORIES = st.tuples(
    st.one_of(_TROUBLED_JOB, _JOB),
    st.lists(_SCENES, min_size=2, max_size=8),
    st.one_of(_TROUBLED_END, _UNSEEN_SEND, _END),
    st.lists(_SCENES, min_size=1, max_size=6),
).map(lambda parts: _told_together((parts[0], *parts[1], parts[2], *parts[3])))

_WANTED = Ask(prompt="a fox", card="confirmed", private=False)
_UNSEEN_CREATE = Fail("create", "unseen", times=1)
_MINUTES = Wait(seconds=200.0)
_DONE = Finish(which=0, outcome="success")

# Told each time, whatever else is drawn: the places where a promise is the easiest to break.
KNOWN_STORIES: dict[str, list[Action]] = {
    "all goes well": [_WANTED, Wait(seconds=5.0), _DONE, Wait(seconds=5.0)],
    "an answer that is lost is not asked for twice": [_UNSEEN_CREATE, _WANTED, _MINUTES, _DONE],
    "a request like another takes nobody's clip": [
        *(Fail("create", "cut", times=1), _WANTED, Wait(seconds=3.0)),
        *(Fail("create", "slow", times=1), _WANTED, _MINUTES, _DONE),
    ],
    "a stop while a create is open": [
        *(Fail("create", "slow_unseen", times=1), _WANTED, Restart(), _MINUTES, _DONE),
    ],
    "a kill in a create that is open": [
        *(Fail("create", "slow", times=1), _WANTED, Kill(0, None), _MINUTES, _DONE),
    ],
    "every write is carried out unseen": [
        *(Fail("write", "unseen", times=30), _WANTED, _MINUTES, _DONE, _MINUTES),
    ],
    "a clip that is no clip is paid for": [
        *(_WANTED, Wait(seconds=5.0), Fail("fetch", "not_mp4", times=1), _DONE, _MINUTES),
    ],
    "nobody takes it, and it is kept": [
        *(_WANTED, Wait(seconds=5.0), Shut("channel"), Shut("interaction"), Shut("direct")),
        *(_DONE, _MINUTES, Restart()),
    ],
    "a pause and a death while two wait behind two that run": [
        *(_WANTED, _WANTED, Wait(seconds=5.0), _WANTED, _WANTED, Decide("pause"), Kill(0, None)),
        *(_DONE, _DONE, _MINUTES, Decide("resume"), Wait(seconds=1.0), _DONE, _DONE),
    ],
    "a block and a death while two wait behind two that run": [
        *(_WANTED, _WANTED, Wait(seconds=5.0), _WANTED, _WANTED, Kill(3, None)),
        *(Decide("block"), Wait(seconds=5.0), _DONE, _DONE, _MINUTES),
    ],
    "a send is not seen where nobody can look": [
        *(_WANTED, Wait(seconds=5.0), Shut("look"), Fail("channel", "unseen", times=1)),
        *(_DONE, _MINUTES),
    ],
    "a send is not seen, and then Discord takes none for a while": [
        *(_WANTED, Wait(seconds=5.0), Fail("channel", "unseen", times=1)),
        *(Fail("channel", "nothing_sent", times=9), _DONE, Wait(seconds=700.0)),
    ],
    "a send is not seen, and the process dies": [
        *(_WANTED, Wait(seconds=5.0), Fail("channel", "unseen", times=1), _DONE),
        *(Wait(seconds=1.0), Kill(0, 2), Wait(seconds=700.0)),
    ],
}
