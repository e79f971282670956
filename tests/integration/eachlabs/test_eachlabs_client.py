"""What leaves for Eachlabs, and what the client makes of every kind of answer."""

import asyncio
import json
import socket
import ssl
from datetime import UTC, datetime
from decimal import Decimal

import aiohttp
import pytest
import trustme
from pydantic import SecretStr
from structlog.testing import capture_logs

from bot.eachlabs.client import CALL_TIMEOUT, CREATE_TIMEOUT, EachlabsClient
from bot.eachlabs.errors import (
    AnswerLostError,
    AnswerUnreadableError,
    ConnectionNotMadeError,
    StatusError,
    UnsafeIdError,
)

ID = "1e44fdd0-a565-4f59-908c-c4625dfe5395"
CREATED = {"status": "success", "message": "Prediction created", "predictionID": ID}
FIVE_INPUTS = {
    "prompt": "A red fox",
    "negative_prompt": "",
    "duration": 5,
    "aspect_ratio": "16:9",
    "cfg_scale": 0.5,
}


def create(client, **more):
    return client.create(model="a-model", version="0.0.1", model_input=FIVE_INPUTS, **more)


class TestWhatIsSent:
    async def test_a_create_carries_model_version_and_exactly_the_given_inputs(
        self, client, service, key
    ):
        service.will_say(CREATED, status=201)

        assert await create(client) == ID
        (request,) = service.requests
        assert (request.method, request.path) == ("POST", "/v1/prediction/")
        assert request.headers["X-API-Key"] == key
        assert request.content_type == "application/json"
        assert json.loads(service.bodies[0]) == {
            "model": "a-model",
            "version": "0.0.1",
            "input": FIVE_INPUTS,
        }

    async def test_a_webhook_is_named_only_when_there_is_one(self, client, service):
        service.will_say(CREATED)

        await create(
            client, webhook_url="https://bot.example/hook/7", webhook_secret=SecretStr("hush")
        )

        body = json.loads(service.bodies[0])
        assert body["webhook_url"] == "https://bot.example/hook/7"
        assert body["webhook_secret"] == "hush"

    async def test_the_other_calls_go_where_the_service_documents_them(self, client, service, key):
        service.will_say({"id": ID, "status": "starting", "input": {}})
        service.will_say({"status": "cancelled"})
        service.will_say({"balance_usd": 53.475})
        service.will_say({"executions": [], "has_more": False, "next_cursor": None})

        await client.get(ID)
        await client.cancel(ID)
        assert await client.balance_usd() == Decimal("53.475")
        await client.executions_page(
            model="a-model",
            since=datetime(2026, 9, 20, 12, tzinfo=UTC),
            until=datetime(2026, 9, 20, 13, tzinfo=UTC),
            cursor="a+b/c=",
        )

        sent = [(request.method, request.path) for request in service.requests]
        assert sent == [
            ("GET", f"/v1/prediction/{ID}"),
            ("POST", f"/v1/prediction/{ID}/cancel"),
            ("GET", "/v1/billing/balance"),
            ("GET", "/v2/executions"),
        ]
        assert dict(service.requests[3].query) == {
            "model": "a-model",
            "from": "2026-09-20T12:00:00Z",
            "to": "2026-09-20T13:00:00Z",
            "limit": "100",
            "cursor": "a+b/c=",
        }
        assert all(request.headers["X-API-Key"] == key for request in service.requests)

    async def test_calls_documented_with_a_bearer_token_get_one_too(self, client, service, key):
        service.will_say({"balance_usd": 1})

        await client.balance_usd()

        assert service.requests[0].headers["Authorization"] == f"Bearer {key}"

    async def test_each_request_has_an_id_of_its_own_and_the_log_has_it(self, client, service):
        service.will_say({"balance_usd": 1})
        service.will_say({"error": "down"}, status=503)

        with capture_logs() as logs:
            await client.balance_usd()
            with pytest.raises(StatusError) as raised:
                await client.balance_usd()

        sent = [request.headers["X-Request-Id"] for request in service.requests]
        assert len(set(sent)) == 2
        assert [entry["request_id"] for entry in logs] == sent
        assert raised.value.request_id == sent[1]

    def test_a_create_is_given_more_time_than_a_question(self):
        assert CREATE_TIMEOUT.total is not None
        assert CALL_TIMEOUT.total is not None
        assert CREATE_TIMEOUT.total > CALL_TIMEOUT.total
        for timeout in (CREATE_TIMEOUT, CALL_TIMEOUT):
            assert None not in (timeout.connect, timeout.sock_connect, timeout.sock_read)

    @pytest.mark.parametrize("prediction_id", ["", "../billing", "a/b", "a?b", "ä", "x" * 65])
    async def test_a_text_that_is_no_id_never_becomes_part_of_an_address(
        self, client, service, prediction_id
    ):
        with pytest.raises(UnsafeIdError):
            await client.get(prediction_id)
        with pytest.raises(UnsafeIdError):
            await client.cancel(prediction_id)

        assert service.requests == []


class TestSettings:
    @pytest.mark.parametrize(
        "base_url", ["", "api.example", "ftp://a", "https://a?b=c", "http://u@a"]
    )
    async def test_a_base_url_that_cannot_work_is_refused_at_once(self, make_client, base_url):
        with pytest.raises(ValueError, match="base URL"):
            make_client(base_url)

    @pytest.mark.parametrize("key", ["", "two words", "line\nbreak", "schlüssel"])
    async def test_a_key_that_no_header_can_carry_is_refused_without_being_told(
        self, make_client, key
    ):
        with pytest.raises(ValueError, match="API key") as raised:
            make_client("https://api.example", key=key)

        assert not key or key not in str(raised.value)

    async def test_a_base_url_may_have_a_path_and_a_slash_at_its_end(self, make_client, service):
        service.will_say({"balance_usd": 0})

        assert await make_client(f"{service.url}/proxy/").balance_usd() == 0
        assert service.requests[0].path == "/proxy/v1/billing/balance"


class TestRefusals:
    @pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
    async def test_a_redirect_is_an_error_and_never_followed(self, client, service, status):
        service.will_say({}, status=status, Location="/elsewhere")

        with pytest.raises(StatusError) as raised:
            await create(client)

        assert raised.value.status == status
        assert len(service.requests) == 1

    async def test_a_refusal_carries_its_status_its_words_and_its_waiting_time(
        self, client, service
    ):
        service.will_say(
            {"status": 429, "error": "too many requests", "details": "Account rate limited"},
            status=429,
            Retry_After="7",
        )

        with pytest.raises(StatusError) as raised:
            await create(client)

        assert raised.value.status == 429
        assert raised.value.retry_after_s == 7
        assert raised.value.is_from_api
        assert raised.value.detail == "429: too many requests: Account rate limited"

    async def test_a_retry_after_may_be_a_date(self, client, service):
        service.will_say({}, status=503, Retry_After="Sun, 20 Sep 2026 12:00:09 GMT")

        with pytest.raises(StatusError) as raised:
            await client.balance_usd()

        assert raised.value.retry_after_s == 9

    @pytest.mark.parametrize("name", ["cut off in the body", "slow body", "endless body"])
    async def test_a_refusal_counts_even_when_its_body_never_arrives(
        self, hasty_client, service, fault, name
    ):
        service.will(fault(name, status=402))

        with pytest.raises(StatusError) as raised:
            await create(hasty_client)

        assert raised.value.status == 402
        assert not raised.value.is_from_api

    async def test_a_page_of_some_gateway_is_not_taken_for_the_service(self, client, service):
        service.will_say("<html>404 page not found</html>", status=404)

        with pytest.raises(StatusError) as raised:
            await client.get(ID)

        assert not raised.value.is_from_api
        assert raised.value.detail == "404"


class TestLostAnswers:
    @pytest.mark.parametrize("name", ["cut off", "cut off in the body", "no answer", "slow body"])
    async def test_an_answer_that_never_arrives_in_full_is_lost_and_asked_for_once(
        self, hasty_client, service, fault, name
    ):
        service.will(fault(name))
        service.will(fault(name))

        with pytest.raises(AnswerLostError):
            await create(hasty_client)
        with pytest.raises(AnswerLostError):
            await hasty_client.get(ID)

        assert len(service.requests) == 2

    @pytest.mark.parametrize(
        "body",
        [
            "",
            "OK",
            "<html>",
            "null",
            "[]",
            "3",
            '"abc"',
            "{}",
            '{"predictionID": ""}',
            "[" * 100_000,
        ],
    )
    async def test_a_yes_without_an_id_is_unreadable(self, client, service, body):
        service.will_say(body)

        with pytest.raises(AnswerUnreadableError, match="no prediction id"):
            await create(client)

    async def test_an_endless_body_is_read_no_further_than_the_cap(
        self, hasty_client, service, fault
    ):
        service.will(fault("endless body"))

        with pytest.raises((AnswerUnreadableError, AnswerLostError)):
            await create(hasty_client)

    async def test_a_body_over_the_cap_is_unreadable(self, client, service):
        service.will_say(" " * (1024 * 1024) + json.dumps(CREATED))

        with pytest.raises(AnswerUnreadableError):
            await create(client)

    async def test_a_prediction_other_than_the_one_asked_for_is_not_believed(self, client, service):
        service.will_say({"id": "somebody-elses", "status": "success"})

        with pytest.raises(AnswerUnreadableError):
            await client.get(ID)

    async def test_a_missing_balance_is_not_zero(self, client, service):
        service.will_say({"balance": 5})

        with pytest.raises(AnswerUnreadableError):
            await client.balance_usd()


class TestNothingSent:
    async def test_a_refused_connection_is_known_to_have_sent_nothing(self, make_client):
        with socket.socket() as unused:
            unused.bind(("127.0.0.1", 0))
            client = make_client(f"http://127.0.0.1:{unused.getsockname()[1]}")

            with pytest.raises(ConnectionNotMadeError):
                await create(client)

    async def test_a_host_name_that_does_not_resolve_has_sent_nothing(self, clock):
        class NoSuchHost(aiohttp.abc.AbstractResolver):
            async def resolve(self, host, *_, **__):
                raise OSError(f"no address for {host}")

            async def close(self):
                return None

        connector = aiohttp.TCPConnector(resolver=NoSuchHost(), force_close=True)
        async with aiohttp.ClientSession(connector=connector) as session:
            client = EachlabsClient(
                session, base_url="https://api.example", api_key=SecretStr("k"), clock=clock
            )
            with pytest.raises(ConnectionNotMadeError):
                await create(client)

    async def test_a_server_with_a_strange_certificate_gets_nothing_to_read(self, make_client):
        received = bytearray()

        async def listen(reader, writer):
            received.extend(await reader.read())
            writer.close()

        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        trustme.CA().issue_cert("127.0.0.1").configure_cert(tls)
        server = await asyncio.start_server(listen, "127.0.0.1", 0, ssl=tls)
        async with server:
            port = server.sockets[0].getsockname()[1]
            with pytest.raises(ConnectionNotMadeError):
                await create(make_client(f"https://127.0.0.1:{port}"))

        assert received == b""

    async def test_a_server_that_hangs_up_in_the_handshake_has_got_nothing(self, make_client):
        async def hang_up(reader, writer):
            await reader.read(10)
            writer.close()

        async with await asyncio.start_server(hang_up, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            with pytest.raises(ConnectionNotMadeError):
                await create(make_client(f"https://127.0.0.1:{port}"))

    async def test_a_handshake_that_never_ends_is_given_up_before_anything_is_sent(
        self, make_client
    ):
        async def stay_silent(reader, writer):
            await reader.read()
            writer.close()

        async with await asyncio.start_server(stay_silent, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            with pytest.raises(ConnectionNotMadeError):
                await create(make_client(f"https://127.0.0.1:{port}", is_hasty=True))

    async def test_a_closed_session_has_sent_nothing(self, client, session, service):
        await session.close()

        with pytest.raises(ConnectionNotMadeError):
            await create(client)

        assert service.requests == []
