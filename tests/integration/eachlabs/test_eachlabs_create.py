"""A create is sent once, and what became of it is never told with more certainty than there is."""

import asyncio
import json
import socket
from contextlib import suppress

import pytest

from bot.domain.errors import (
    ConcurrencyCapError,
    KeyRefusedError,
    NeverAgainError,
    NoBalanceError,
    OutcomeUnknownError,
    TryLaterError,
    UnknownPredictionError,
)
from bot.domain.ids import GuildId, JobId
from bot.domain.ports import RequestKind

GUILD = GuildId(42)
JOB = JobId(7)
ID = "1e44fdd0-a565-4f59-908c-c4625dfe5395"


async def test_a_create_returns_the_id_and_passes_the_gate_for_its_guild(
    api, service, gate, clip_request
):
    service.will_say({"status": "success", "predictionID": ID})

    assert await api.create(clip_request, guild_id=GUILD, job_id=JOB) == ID
    assert gate.admitted == [(RequestKind.CREATE, GUILD)]
    assert service.opened_under_the_gate == [1]
    assert gate.open == 0


async def test_the_input_has_exactly_the_five_keys_of_the_models_schema(api, service, clip_request):
    service.will_say({"predictionID": ID})

    await api.create(clip_request, guild_id=GUILD, job_id=JOB)

    assert json.loads(service.bodies[0]) == {
        "model": "kling-v2-text-to-video",
        "version": "0.0.1",
        "input": {
            "prompt": clip_request.prompt,
            "negative_prompt": clip_request.negative_prompt,
            "duration": 10,
            "aspect_ratio": "9:16",
            "cfg_scale": 0.7,
        },
    }


async def test_a_model_that_wants_its_duration_as_text_gets_text(
    make_api, client, service, clip_request
):
    service.will_say({"predictionID": ID})

    await make_api(client, duration_type=str).create(clip_request, guild_id=GUILD, job_id=JOB)

    assert json.loads(service.bodies[0])["input"]["duration"] == "10"


@pytest.mark.parametrize("key", ["predictionID", "id", "prediction_id"])
async def test_the_id_is_found_under_every_name_it_ever_had(api, service, clip_request, key):
    service.will_say({key: ID}, status=201)

    assert await api.create(clip_request, guild_id=GUILD, job_id=JOB) == ID


class TestUnknownOutcome:
    @pytest.mark.parametrize("status", [200, 201, 202])
    @pytest.mark.parametrize(
        "body", ["", "<html>", "{}", '{"predictionID": "../../x"}', '{"id": 7}']
    )
    async def test_a_yes_without_a_readable_id_may_have_been_paid_for(
        self, api, service, clip_request, status, body
    ):
        service.will_say(body, status=status)

        with pytest.raises(OutcomeUnknownError) as raised:
            await api.create(clip_request, guild_id=GUILD, job_id=JOB)

        assert raised.value.reason == "create_outcome_unknown"

    @pytest.mark.parametrize("status", [301, 302, 307, 308, 408, 499, 500, 502, 503, 504, 520])
    async def test_a_status_that_settles_nothing_leaves_the_outcome_open(
        self, api, service, clip_request, status
    ):
        service.will_say({"error": "Failed to create prediction"}, status=status, Location="/x")

        with pytest.raises(OutcomeUnknownError):
            await api.create(clip_request, guild_id=GUILD, job_id=JOB)

    @pytest.mark.parametrize(
        "name", ["cut off", "cut off in the body", "no answer", "slow body", "endless body"]
    )
    async def test_a_create_that_was_cut_off_is_never_sent_twice(
        self, hasty_api, service, gate, clock, clip_request, fault, name
    ):
        service.will(fault(name))

        with pytest.raises(OutcomeUnknownError) as raised:
            await hasty_api.create(clip_request, guild_id=GUILD, job_id=JOB)

        assert raised.value.reason == "create_outcome_unknown"
        assert len(service.requests) == 1
        assert len(gate.admitted) == 1
        assert clock.sleeps == []
        assert gate.open == 0

    async def test_the_detail_names_the_request_for_the_services_support(
        self, api, service, clip_request, fault
    ):
        service.will(fault("cut off"))

        with pytest.raises(OutcomeUnknownError) as raised:
            await api.create(clip_request, guild_id=GUILD, job_id=JOB)

        request_id = service.requests[0].headers["X-Request-Id"]
        assert raised.value.detail == f"ServerDisconnectedError (request {request_id})"

    async def test_a_cancelled_create_stays_cancelled_and_leaves_the_gate(
        self, api, service, gate, clip_request, fault
    ):
        service.will(fault("no answer"))
        creating = asyncio.create_task(api.create(clip_request, guild_id=GUILD, job_id=JOB))
        while not service.requests:
            await asyncio.sleep(0.001)

        creating.cancel()
        with suppress(asyncio.CancelledError):
            await creating

        assert creating.cancelled()
        assert gate.open == 0


class TestCertainlyNotCreated:
    async def test_no_connection_means_nothing_was_created(
        self, make_api, make_client, clip_request
    ):
        with socket.socket() as unused:
            unused.bind(("127.0.0.1", 0))
            api = make_api(make_client(f"http://127.0.0.1:{unused.getsockname()[1]}"))

            with pytest.raises(TryLaterError) as raised:
                await api.create(clip_request, guild_id=GUILD, job_id=JOB)

        assert raised.value.reason == "eachlabs_unreachable"

    async def test_401_is_the_key(self, api, service, clip_request):
        service.will_say({"error": "Invalid or missing API key"}, status=401)

        with pytest.raises(KeyRefusedError) as raised:
            await api.create(clip_request, guild_id=GUILD, job_id=JOB)

        assert raised.value.reason == "key_refused"

    @pytest.mark.parametrize(
        "body",
        [
            {"error": "insufficient balance"},
            {"status": 402, "error": "payment required", "details": "the estimated cost ..."},
            {},
        ],
    )
    async def test_402_is_the_balance(self, api, service, clip_request, body):
        service.will_say(body, status=402)

        with pytest.raises(NoBalanceError) as raised:
            await api.create(clip_request, guild_id=GUILD, job_id=JOB)

        assert raised.value.reason == "no_balance"

    async def test_429_is_the_cap_on_running_predictions_and_is_not_repeated(
        self, api, service, gate, clip_request
    ):
        service.will_say({"error": "too many requests"}, status=429, Retry_After="60")

        with pytest.raises(ConcurrencyCapError) as raised:
            await api.create(clip_request, guild_id=GUILD, job_id=JOB)

        assert raised.value.reason == "concurrency_cap"
        assert raised.value.retry_after_s == 60
        assert gate.holds == []
        assert len(service.requests) == 1

    @pytest.mark.parametrize(
        ("status", "error"),
        [
            (401, KeyRefusedError),
            (402, NoBalanceError),
            (400, NeverAgainError),
            (503, OutcomeUnknownError),
        ],
    )
    async def test_any_other_refusal_that_names_a_wait_holds_every_request(
        self, api, service, gate, clock, clip_request, status, error
    ):
        service.will_say({"error": "not now"}, status=status, Retry_After="60")
        asked_at = clock.monotonic()

        with pytest.raises(error):
            await api.create(clip_request, guild_id=GUILD, job_id=JOB)

        assert gate.holds == [asked_at + 60]

    async def test_a_create_that_its_caller_takes_back_at_the_last_moment_is_not_sent(
        self, api, service, clip_request
    ):
        def sending():
            raise TryLaterError("changed_my_mind")

        with pytest.raises(TryLaterError, match="changed_my_mind"):
            await api.create(clip_request, guild_id=GUILD, job_id=JOB, sending=sending)

        assert service.requests == []

    async def test_without_a_retry_after_the_gate_is_not_held(
        self, api, service, gate, clip_request
    ):
        service.will_say({"error": "too many requests"}, status=429)

        with pytest.raises(ConcurrencyCapError):
            await api.create(clip_request, guild_id=GUILD, job_id=JOB)

        assert gate.holds == []

    @pytest.mark.parametrize(
        ("status", "body", "reason"),
        [
            (400, {"error": "model field is required"}, "create_rejected"),
            (400, {"error": "Invalid input for model"}, "invalid_input"),
            (400, {}, "create_rejected"),
            (404, {"error": "Failed to fetch model: model not found"}, "create_rejected"),
            (404, "404 page not found", "create_rejected"),
            (413, "too large", "create_rejected"),
            (422, {}, "create_rejected"),
            (
                422,
                {"error": "no", "details": {"error_code": "INPUT_VALIDATION_ERROR"}},
                "invalid_input",
            ),
            (400, {"error": "no", "error_code": "PROVIDER_REJECTED"}, "provider_rejected"),
            (403, {"error": {"classification": "content_moderation"}}, "provider_rejected"),
            (403, "<html>Request blocked</html>", "create_rejected"),
        ],
    )
    async def test_a_plain_no_is_never_asked_again_and_says_why(
        self, api, service, clip_request, status, body, reason
    ):
        service.will_say(body, status=status)

        with pytest.raises(NeverAgainError) as raised:
            await api.create(clip_request, guild_id=GUILD, job_id=JOB)

        assert raised.value.reason == reason
        assert not isinstance(raised.value, UnknownPredictionError)
        assert len(service.requests) == 1

    async def test_403_in_the_services_own_words_is_the_account_and_no_jobs_fault(
        self, api, service, clip_request
    ):
        service.will_say({"error": "organization suspended"}, status=403)

        with pytest.raises(KeyRefusedError):
            await api.create(clip_request, guild_id=GUILD, job_id=JOB)
