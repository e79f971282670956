"""Neither the key nor a prompt gets out: by exception text, by log, by repr."""

import re
import socket
import traceback

import pytest
from structlog.testing import capture_logs

from bot.domain.errors import PredictionApiError
from bot.domain.ids import GuildId, JobId, PredictionId

GUILD = GuildId(42)
JOB = JobId(7)
ID = PredictionId("1e44fdd0-a565-4f59-908c-c4625dfe5395")


def everything_told(error):
    """All an error reporter could print: the chain, its reprs, and the attributes."""
    told = ["".join(traceback.format_exception(error))]
    seen = error
    while seen is not None:
        told += [str(seen), repr(seen), repr(seen.args), repr(vars(seen))]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(told)


def words_of(request):
    texts = f"{request.prompt} {request.negative_prompt}"
    return set(re.findall(r"\w{4,}", texts.casefold()))


def assert_silent(told, *, request, key):
    assert key not in told
    assert not {word for word in words_of(request) if word in told.casefold()}


async def provoke(call):
    with capture_logs() as logs, pytest.raises(PredictionApiError) as raised:
        await call
    return everything_told(raised.value) + repr(logs)


def echoes(request, key):
    """Answers that quote what they were sent, in the shapes errors have."""
    quoted = f'invalid prompt "{request.prompt}" ({request.negative_prompt}) for key {key}'
    return [
        {"error": quoted},
        {"status": 400, "error": "bad", "details": {"error_message": quoted}},
        {"status": "error", "message": quoted[:40], "details": request.prompt},
        {"error": request.prompt, "error_code": "walrus"},
        [quoted],
        quoted,
    ]


@pytest.mark.parametrize("status", [200, 302, 400, 401, 402, 403, 404, 422, 429, 500, 503])
async def test_an_answer_that_quotes_the_request_is_not_quoted_further(
    api, service, clip_request, key, status
):
    for body in echoes(clip_request, key):
        service.will_say(body, status=status)

        told = await provoke(api.create(clip_request, guild_id=GUILD, job_id=JOB))

        assert_silent(told, request=clip_request, key=key)


@pytest.mark.parametrize(
    "name", ["cut off", "cut off in the body", "no answer", "slow body", "endless body"]
)
async def test_a_broken_exchange_tells_nothing_of_what_was_sent(
    hasty_api, service, clip_request, key, fault, name
):
    service.will(fault(name))

    told = await provoke(hasty_api.create(clip_request, guild_id=GUILD, job_id=JOB))

    assert_silent(told, request=clip_request, key=key)


async def test_a_refused_connection_tells_nothing_of_what_was_to_be_sent(
    clip_request, key, make_api, make_client
):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        nowhere = make_api(make_client(f"http://127.0.0.1:{unused.getsockname()[1]}"))

        told = await provoke(nowhere.create(clip_request, guild_id=GUILD, job_id=JOB))

    assert_silent(told, request=clip_request, key=key)


async def test_a_status_request_that_fails_quotes_nothing_since_the_prompt_is_not_known(
    api, service, clip_request, key
):
    for body in echoes(clip_request, key):
        service.will_say(body, status=400)

        told = await provoke(api.get(ID, guild_id=GUILD))

        assert_silent(told, request=clip_request, key=key)


@pytest.mark.parametrize("given", [{}, None, "prompt"])
@pytest.mark.parametrize("knows_the_prompt", [True, False])
async def test_a_failed_predictions_detail_does_not_hold_the_prompt(
    api, service, clip_request, key, given, knows_the_prompt
):
    shown = dict(clip_request.model_input) if knows_the_prompt else given
    for output in echoes(clip_request, key):
        service.will_say({"id": ID, "status": "error", "input": shown, "output": output})

        found = await api.get(ID, guild_id=GUILD)

        assert_silent(found.detail, request=clip_request, key=key)


async def test_the_client_shows_no_key_when_printed(client, api, key):
    assert key not in repr(client) + repr(api) + repr(vars(client)) + repr(vars(api))
    assert key not in repr(vars(client._transport))
