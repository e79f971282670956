"""What a rush is told to have been is what Discord saw of it."""

import json
import math

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bench.acknowledgement import Measured, percentile
from bench.crowd import SERVERS, Answer, AnswerDesk, Crowd, Rush
from sandbox.discord.world import World

CALLBACK = "/api/v10/interactions/{}/token/callback"
CARD = {"type": 4, "data": {"content": "a card", "components": [{}]}}
REFUSAL = {"type": 4, "data": {"content": "a sentence", "flags": 64}}


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [
        ([3.0, 1.0, 2.0], 0.5, 2.0),
        ([3.0, 1.0, 2.0], 0.99, 3.0),
        ([float(number) for number in range(1, 201)], 0.99, 198.0),
        ([7.0], 0.0, 7.0),
    ],
)
def test_a_percentile_is_one_of_the_values(values, share, expected):
    assert percentile(values, share) == expected


def test_of_nothing_there_is_no_percentile():
    assert math.isnan(percentile([], 0.5))


def test_whoever_was_answered_late_or_never_failed():
    answers = (
        Answer(after_s=2.9, accepted=True),
        Answer(after_s=3.1, accepted=True),
        Answer(after_s=0.5, accepted=False),
    )
    measured = Measured(
        members=5, rushes=[Rush(asked=5, answers=answers, discord_cpu_s=0.1)], bot_cpu_s=1.0
    )

    assert (measured.accepted_s, measured.refused_s) == ([2.9, 3.1], [0.5])
    assert measured.failed == 3


class Model:
    """What stands behind the desk, and counts what comes through."""

    def __init__(self):
        self.asked = []

    async def handle(self, request):
        self.asked.append(request.path)
        interaction_id = request.path.split("/")[4]
        return web.json_response(
            {
                "interaction": {"id": interaction_id, "response_message_id": "77"},
                "resource": {"type": 4, "message": {"id": "77", "content": "a card"}},
            }
        )


@pytest.fixture
def model():
    return Model()


@pytest.fixture
def desk():
    return AnswerDesk()


@pytest.fixture
async def bot(desk, model):
    """The way that a bot's requests take."""
    app = web.Application(middlewares=[desk.middleware])
    app.router.add_route("*", "/{path:.*}", model.handle)
    async with TestClient(TestServer(app)) as client:
        yield client


async def answer(bot, interaction_id, body):
    async with bot.post(CALLBACK.format(interaction_id), json=body) as response:
        return await response.json()


async def test_a_closed_desk_lets_everything_by(bot, model):
    await answer(bot, 1, CARD)

    assert model.asked == [CALLBACK.format(1)]


def test_a_desk_that_never_saw_an_answer_cannot_give_one(desk):
    with pytest.raises(RuntimeError, match="no answer"):
        desk.open()


async def test_an_open_desk_takes_answers_in_the_models_place_and_in_its_words(bot, model, desk):
    await answer(bot, 1, CARD)
    desk.open()
    desk.begin(expected=2)
    desk.ask("21")
    desk.ask("22")

    given = await answer(bot, 21, CARD)
    await answer(bot, 22, REFUSAL)
    async with bot.patch("/api/v10/webhooks/5/token/messages/@original", json={}) as response:
        edited = await response.json()

    assert given["interaction"]["id"] == "21"
    assert given["resource"]["message"] == edited == {"id": "77", "content": "a card"}
    assert len(model.asked) == 1
    first, second = await desk.until_answered(within_s=1)
    assert (first.accepted, second.accepted) == (True, False)
    assert 0 < first.after_s <= second.after_s < 10


async def test_who_is_never_answered_is_not_among_the_answers(bot, desk):
    await answer(bot, 1, CARD)
    desk.open()
    desk.begin(expected=2)
    desk.ask("21")
    desk.ask("22")
    await answer(bot, 21, CARD)

    assert len(await desk.until_answered(within_s=0.01)) == 1


async def test_an_answer_counts_when_its_last_byte_is_there(bot, desk):
    await answer(bot, 1, CARD)
    desk.open()
    desk.begin(expected=1)
    desk.ask("21")
    text = json.dumps(CARD).encode()

    async def in_pieces():
        yield text[:5]
        assert await desk.until_answered(within_s=0.02) == ()
        yield text[5:]

    headers = {"Content-Type": "application/json"}
    async with bot.post(CALLBACK.format(21), data=in_pieces(), headers=headers):
        (only,) = await desk.until_answered(within_s=1)

    assert only.after_s >= 0.02


async def test_a_second_answer_to_one_request_is_no_figure_but_a_fault(bot, desk):
    await answer(bot, 1, CARD)
    desk.open()
    desk.begin(expected=1)
    desk.ask("21")
    await answer(bot, 21, CARD)
    await answer(bot, 21, CARD)

    with pytest.raises(RuntimeError, match="twice"):
        await desk.until_answered(within_s=1)


async def test_an_answer_that_missed_the_end_of_its_rush_is_not_counted_in_the_next(bot, desk):
    await answer(bot, 1, CARD)
    desk.open()
    desk.begin(expected=1)
    desk.ask("21")
    desk.begin(expected=1)
    desk.ask("22")
    await answer(bot, 21, CARD)

    assert await desk.until_answered(within_s=0.01) == ()


def test_guests_ask_one_server_after_another_and_each_for_themselves():
    world = World()
    world.backend.register_commands(
        None,
        [
            {
                "name": "video",
                "type": 1,
                "description": "a clip",
                "options": [
                    {"type": 3, "name": "prompt", "description": "words", "required": True}
                ],
            }
        ],
    )
    guests = Crowd(world)
    payloads = [guests.request(number) for number in range(2 * SERVERS)]

    assert len({payload["guild_id"] for payload in payloads}) == SERVERS
    assert payloads[0]["guild_id"] == payloads[SERVERS]["guild_id"]
    assert len({payload["member"]["user"]["id"] for payload in payloads}) == 2 * SERVERS
