"""A signed call becomes a hint, once; nothing else becomes anything, whoever sends it."""

import asyncio
import hashlib
import hmac
import json
import socket
import zlib
from contextlib import suppress
from dataclasses import dataclass, field

import aiohttp
import pytest
from pydantic import SecretStr
from structlog.testing import capture_logs

from bot.domain.listening import CannotListenError, PortTakenError
from bot.eachlabs import webhook_receiver
from bot.eachlabs.webhook_receiver import ReceiverLimits, WebhookReceiver
from tests.support.waiting import until

SECRET = SecretStr("of the tests")
ID = "1e44fdd0-a565-4f59-908c-c4625dfe5395"
BODY = json.dumps({"exec_id": ID, "flow_id": None, "status": "succeeded"}).encode()
ROOM = 64 * 1024
# Far above what a loaded machine needs, since nothing here should last at all.
SOON_S = 20.0


@dataclass
class Caller:
    """Calls the receiver as Eachlabs does, and as Eachlabs never would."""

    clock: object
    receiver: WebhookReceiver
    session: aiohttp.ClientSession
    hints: list = field(default_factory=list)

    def url(self, path="/eachlabs/7"):
        return f"http://127.0.0.1:{self.receiver.port}{path}"

    def signed(self, body=BODY, *, secret=SECRET):
        sent_at = str(int(self.clock.now().timestamp()))
        key = secret.get_secret_value().encode()
        digest = hmac.new(key, f"{sent_at}.".encode() + body, hashlib.sha256).hexdigest()
        return {"X-Webhook-Timestamp": sent_at, "X-Webhook-Signature": f"sha256={digest}"}

    async def ask(self, method="POST", path="/eachlabs/7", *, headers=None, **more):
        """Give the status; no answer ever has a body or names a library."""
        async with self.session.request(
            method, self.url(path), headers=headers or {}, **more
        ) as response:
            assert await response.read() == b""
            assert response.headers["Server"] == "showreel"
            assert "aiohttp" not in str(response.headers)
            return response.status

    async def call(self, body=BODY, **more):
        return await self.ask(headers=self.signed(body), data=body, **more)

    @property
    def connections(self):
        return self.receiver._listener._runner.server.connections

    async def send(self, *parts):
        """Write to a connection of its own, and leave it open."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.receiver.port)
        for part in parts:
            writer.write(part)
        await writer.drain()
        return reader, writer

    def head(self, *lines, path="/eachlabs/7", **headers):
        named = {"Host": "x", **self.signed(), **headers}
        both = (*lines, *(f"{name}: {value}" for name, value in named.items()))
        return "\r\n".join((f"POST {path} HTTP/1.1", *both, "", "")).encode()


async def status_line(reader):
    line = await asyncio.wait_for(reader.readline(), SOON_S)
    return int(line.split()[1])


async def all_of(reader):
    return await asyncio.wait_for(reader.read(), SOON_S)


def new_receiver(clock, *, host="127.0.0.1", port=0, secret=SECRET, called=None, limits=None):
    return WebhookReceiver(
        host=host,
        port=port,
        secret=secret,
        clock=clock,
        called=called or (lambda _job_id, _prediction_id: None),
        limits=limits,
    )


@pytest.fixture
async def opened(clock):
    """Open receivers with the given limits, and a caller for each."""
    callers = []

    async def open_(*, port=0, called=None, **limits):
        hints = []
        receiver = new_receiver(
            clock,
            port=port,
            called=called or (lambda job_id, prediction_id: hints.append((job_id, prediction_id))),
            limits=ReceiverLimits(**limits),
        )
        await receiver.start()
        session = aiohttp.ClientSession(auto_decompress=False)
        callers.append(Caller(clock=clock, receiver=receiver, session=session, hints=hints))
        return callers[-1]

    yield open_
    for caller in callers:
        await caller.session.close()
        await caller.receiver.stop()


@pytest.fixture
async def caller(opened):
    return await opened()


@pytest.fixture(autouse=True)
def library_is_silent(caplog):
    """No line of the library's own, whatever a stranger sends."""
    caplog.set_level(0, logger="aiohttp")
    yield
    assert [record.getMessage() for record in caplog.records if "aio" in record.name] == []


def causes(lines):
    return [line["causes"] for line in lines if line["event"] == "webhook_calls_refused"]


class TestHints:
    async def test_a_signed_call_is_a_hint_about_its_job(self, caller):
        assert await caller.call() == 204
        assert caller.hints == [(7, ID)]

    @pytest.mark.parametrize(
        "body",
        [{"id": ID, "status": "success"}, {"exec_id": ID, "id": "other"}, {"exec_id": 5, "id": ID}],
    )
    async def test_the_prediction_is_found_under_both_names(self, caller, body):
        await caller.call(json.dumps(body).encode())

        assert caller.hints == [(7, ID)]

    @pytest.mark.parametrize(
        "body",
        [
            b"",
            b"{}",
            b"[]",
            b"null",
            b"\xff\xfe",
            b"{" * 9,
            b"[" * 60_000,
            b'{"exec_id": NaN}',
            b'{"exec_id": "../../x"}',
            b'{"exec_id": ["a"], "id": 7}',
            b'{"id": ""}',
        ],
        ids=lambda body: ascii(body)[:30],
    )
    async def test_a_call_without_a_usable_id_still_names_its_job(self, caller, body):
        assert await caller.call(body) == 204
        assert caller.hints == [(7, None)]

    async def test_many_calls_at_once_are_all_passed_on(self, caller):
        bodies = [json.dumps({"exec_id": f"p{number}"}).encode() for number in range(20)]

        assert set(await asyncio.gather(*map(caller.call, bodies))) == {204}
        assert sorted(caller.hints) == sorted((7, f"p{number}") for number in range(20))

    async def test_a_fault_of_the_bot_is_not_the_callers(self, opened):
        def broken(_job_id, _prediction_id):
            raise ZeroDivisionError

        caller = await opened(called=broken)
        with capture_logs() as lines:
            assert await caller.call() == 204

        assert [line for line in lines if line["event"] == "webhook_hint_failed"] == [
            {
                "event": "webhook_hint_failed",
                "log_level": "error",
                "job_id": 7,
                "prediction_id": ID,
                "exc_info": True,
            }
        ]

    async def test_the_body_is_checked_as_it_was_sent(self, caller):
        """A packed body is not unpacked: what was signed is what is on the wire."""
        packed = zlib.compress(BODY)
        headers = {**caller.signed(packed), "Content-Encoding": "deflate"}

        assert await caller.ask(headers=headers, data=packed) == 204
        assert caller.hints == [(7, None)]

    async def test_a_sender_that_waits_to_be_asked_is_asked(self, caller):
        assert await caller.call(expect100=True) == 204
        assert caller.hints == [(7, ID)]


class TestRepeats:
    async def test_the_same_call_is_a_hint_once(self, caller):
        headers = caller.signed()
        statuses = [await caller.ask(headers=headers, data=BODY) for _ in range(3)]

        assert statuses == [204, 204, 204]
        assert caller.hints == [(7, ID)]

    async def test_a_call_that_was_overheard_is_no_hint_about_another_job(self, caller):
        headers = caller.signed()
        await caller.ask(headers=headers, data=BODY)

        assert await caller.ask(path="/eachlabs/8", headers=headers, data=BODY) == 204
        assert caller.hints == [(7, ID)]

    async def test_a_call_signed_ahead_of_our_clock_is_known_until_it_is_too_old(
        self, caller, clock
    ):
        clock.elapsed_s += 300
        headers = caller.signed()
        clock.elapsed_s -= 300
        statuses = []
        for _ in range(4):
            statuses.append(await caller.ask(headers=headers, data=BODY))
            clock.elapsed_s += 299
        statuses.append(await caller.ask(headers=headers, data=BODY))

        assert statuses == [204, 204, 204, 401, 401]
        assert caller.hints == [(7, ID)]

    async def test_the_same_words_at_another_time_are_another_call(self, caller, clock):
        await caller.call()
        clock.elapsed_s += 1
        await caller.call()

        assert caller.hints == [(7, ID), (7, ID)]


class TestStrangers:
    @pytest.mark.parametrize(
        "forge",
        [
            lambda _: {},
            lambda _: {"X-Webhook-Secret": SECRET.get_secret_value()},
            lambda call: {**call.signed(), "X-Webhook-Timestamp": "soon"},
            lambda call: {**call.signed(), "X-Webhook-Signature": "sha256=" + "g" * 64},
            lambda call: {**call.signed(), "X-Webhook-Signature": "sha256=" + "0" * 64},
            lambda call: call.signed(b"another body"),
            lambda call: call.signed(secret=SecretStr("another secret")),
            lambda call: [*call.signed().items(), *call.signed().items()],
        ],
        ids=["nothing", "old scheme", "no time", "no hex", "zeros", "body", "secret", "twice"],
    )
    async def test_a_call_that_is_not_signed_is_no_hint(self, caller, forge):
        assert await caller.ask(headers=forge(caller), data=BODY) == 401
        assert caller.hints == []

    @pytest.mark.parametrize("aside_s", [301, -301])
    async def test_a_call_of_another_time_is_no_hint(self, caller, clock, aside_s):
        headers = caller.signed()
        clock.elapsed_s += aside_s

        assert await caller.ask(headers=headers, data=BODY) == 401
        assert caller.hints == []

    @pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
    @pytest.mark.parametrize(
        "path", ["/", "/eachlabs/", "/eachlabs/0", "/eachlabs/x", "/livez", "/eachlabs/7/8"]
    )
    async def test_there_is_nothing_else(self, caller, method, path):
        assert await caller.ask(method, path, headers=caller.signed(), data=BODY) == 404

    @pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "OPTIONS", "PATCH"])
    async def test_only_a_post_is_a_call(self, caller, method):
        async with caller.session.request(method, caller.url()) as response:
            assert (response.status, response.headers["Allow"]) == (405, "POST")

    async def test_what_a_stranger_sends_never_stands_in_the_log(self, caller):
        with capture_logs() as lines:
            await caller.ask(headers={"X-Webhook-Signature": "marked"}, data=b"marked")
            await caller.ask(headers=caller.signed(b"marked"), data=b"marked" * 9)
            await caller.ask(path="/marked", headers={"X-Marked": "marked"})
            for _, writer in [await caller.send(b"marked\r\n\r\n"), await caller.send(b"\x16\x03")]:
                writer.close()
            await caller.receiver.stop()

        assert "marked" not in str(lines)

    async def test_many_refusals_are_few_lines(self, caller):
        with capture_logs() as lines:
            for _ in range(40):
                await caller.ask(path="/")
            await caller.ask(headers=caller.signed(b"x"), data=BODY)
            await caller.receiver.stop()

        assert causes(lines) == [{"other_path": 1}, {"other_path": 39, "signature_wrong": 1}]
        assert {line["event"] for line in lines} == {"webhook_calls_refused"}

    @pytest.mark.parametrize(
        "rubbish",
        [
            b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
            b"marked\r\n\r\n",
            b"GET / HTTP/9.9\r\n\r\n",
            b"POST /eachlabs/7 HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n",
            b"POST /eachlabs/7 HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
            b"POST /eachlabs/7 HTTP/1.1\r\nX: " + b"x" * 5000 + b"\r\n\r\n",
            b"POST /eachlabs/7 HTTP/1.1\r\n" + b"X: y\r\n" * 200 + b"\r\n",
            b"GET /" + b"x" * 5000 + b" HTTP/1.1\r\n\r\n",
            b"POST http://[ HTTP/1.1\r\nHost: x\r\n\r\n",
        ],
        ids=["tls", "words", "version", "header", "length", "long", "many", "path", "address"],
    )
    async def test_what_is_no_http_gets_a_curt_answer(self, caller, rubbish):
        with capture_logs() as lines:
            reader, writer = await caller.send(rubbish)
            answer = await all_of(reader)
            writer.close()

        assert answer.startswith(b"HTTP/1.")
        assert b" 400 " in answer.splitlines()[0]
        assert b"Server: showreel\r\n" in answer
        assert answer.endswith(b"\r\n\r\n")
        assert b"marked" not in answer
        assert causes(lines) == [{"not_http": 1}]

    async def test_a_defect_of_ours_is_told_by_its_place_and_not_by_its_words(
        self, caller, clock, monkeypatch
    ):
        words = str(object())

        def broken():
            raise LookupError(words)

        headers = caller.signed()
        monkeypatch.setattr(clock, "now", broken)
        with capture_logs() as lines:
            assert await caller.ask(headers=headers, data=BODY) == 500

        (line,) = lines
        assert (line["event"], line["error"]) == ("webhook_call_failed", "LookupError")
        assert "in broken" in line["frames"][-1]
        assert words not in str(line)

    async def test_one_connection_carries_one_call(self, caller):
        call = caller.head(**{"Content-Length": str(len(BODY))}) + BODY
        reader, writer = await caller.send(call, call)
        answer = await all_of(reader)
        writer.close()

        assert answer.count(b"HTTP/1.1 ") == 1
        assert b"Connection: close" in answer


class TestCaps:
    async def test_a_body_up_to_the_cap_is_taken(self, caller):
        body = BODY + b" " * (ROOM - len(BODY))

        assert await caller.call(body) == 204
        assert caller.hints == [(7, ID)]

    async def test_a_body_announced_as_larger_is_refused_before_it_is_read(self, caller):
        reader, writer = await caller.send(caller.head(**{"Content-Length": str(ROOM + 1)}))

        assert await status_line(reader) == 413
        writer.close()

    async def test_a_body_that_turns_out_larger_is_refused_while_it_is_read(self, caller):
        async def chunks():
            for _ in range(9):
                yield b"x" * (ROOM // 8)

        assert await caller.ask(headers=caller.signed(b"x" * ROOM), data=chunks()) == 413
        assert caller.hints == []

    async def test_a_body_in_chunks_is_as_good_as_another(self, caller):
        async def chunks():
            yield BODY[:5]
            yield BODY[5:]

        assert await caller.ask(headers=caller.signed(), data=chunks()) == 204
        assert caller.hints == [(7, ID)]

    async def test_beyond_the_rate_a_call_is_refused_before_it_is_read(self, opened):
        caller = await opened(calls=2, calls_in_s=60.0)
        await caller.call(b"1")
        await caller.ask(headers=caller.signed(b"not this"), data=BODY)
        reader, writer = await caller.send(caller.head(**{"Content-Length": "1000"}))

        assert await status_line(reader) == 429
        writer.close()
        assert caller.hints == [(7, None)]

    async def test_the_rate_is_that_of_a_rolling_window(self, opened, clock):
        caller = await opened(calls=2, calls_in_s=60.0)
        statuses = []
        for number in range(5):
            statuses.append(await caller.call(str(number).encode()))
            clock.elapsed_s += 25

        assert statuses == [204, 204, 429, 204, 204]

    async def test_what_is_refused_for_less_uses_up_no_rate(self, opened):
        caller = await opened(calls=1)
        for _ in range(3):
            await caller.ask(path="/")
            await caller.ask("GET")
            await caller.ask(data=BODY)
            await caller.ask(headers=caller.signed(), data=b"x" * (ROOM + 1))

        assert await caller.call() == 204

    async def test_a_body_that_trickles_in_is_given_up(self, opened):
        caller = await opened(body_s=0.05)
        reader, writer = await caller.send(caller.head(**{"Content-Length": "100"}), b"{")

        assert await status_line(reader) == 408
        writer.close()

    @pytest.mark.parametrize("start", [b"", b"P", b"POST /eachlabs/7 HTTP/1.1\r\nHost: x\r\n"])
    async def test_headers_that_trickle_in_are_given_up(self, opened, start):
        caller = await opened(header_s=0.05)
        reader, writer = await caller.send(start)

        assert await all_of(reader) == b""
        writer.close()

    async def test_a_trickle_wins_no_time_by_going_on(self, opened):
        caller = await opened(header_s=0.05)
        reader, writer = await caller.send(b"POST /eachlabs/7 HTTP/1.1\r\n")
        async with asyncio.timeout(SOON_S):
            while not reader.at_eof():
                writer.write(b"X: y\r\n")
                with suppress(TimeoutError, ConnectionError):
                    await asyncio.wait_for(reader.read(), 0.01)
        writer.close()

    @pytest.mark.parametrize(
        ("header", "start", "cause"),
        [
            ("Content-Length: 100", b"", "body_cut_off"),
            ("Content-Length: 100", b"{", "body_cut_off"),
            ("Transfer-Encoding: chunked", b"5\r\n{", "body_cut_off"),
            ("Transfer-Encoding: chunked", b"no chunk\r\n", "not_http"),
        ],
    )
    async def test_a_body_that_breaks_off_is_nobodys_error(self, caller, header, start, cause):
        with capture_logs() as lines:
            _, writer = await caller.send(caller.head(header), start)
            await asyncio.sleep(0.02)
            writer.close()
            await until(lambda: not caller.connections)

        assert causes(lines) == [{cause: 1}]
        assert len(lines) == 1

    async def test_a_refused_sender_that_goes_away_is_nobodys_error(self, caller):
        """What is thrown away after an answer may end in any way."""
        with capture_logs() as lines:
            for rest in (b"x", b"zz\r\n"):
                head = b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                reader, writer = await caller.send(head)
                assert await status_line(reader) == 404
                writer.write(rest)
                await asyncio.sleep(0.01)
                writer.close()
            await asyncio.sleep(0.02)
            await caller.receiver.stop()

        assert {line["event"] for line in lines} == {"webhook_calls_refused"}

    async def test_there_are_never_more_connections_than_the_cap(self, opened):
        caller = await opened(connections=2)
        with capture_logs() as lines:
            standing = [await caller.send(b"POST") for _ in range(2)]
            await until(lambda: len(caller.connections) == 2)
            with pytest.raises(aiohttp.ClientConnectionError):
                await caller.call()
            standing[0][1].close()
            await until(lambda: len(caller.connections) == 1)
            status = await caller.call()
        standing[1][1].close()

        assert status == 204
        assert causes(lines) == [{"too_many_connections": 1}]

    async def test_a_rush_of_connections_is_held_to_the_cap(self, opened):
        caller = await opened(connections=3)
        standing = await asyncio.gather(*(caller.send(b"POST") for _ in range(30)))
        await until(lambda: caller.connections)

        assert len(caller.connections) == 3
        for _, writer in standing:
            writer.close()


class TestListening:
    @pytest.mark.parametrize("sent", [b"", b"POST /each", "head", "body"])
    async def test_it_stops_although_somebody_is_still_sending(
        self, opened, sent, monkeypatch, unused_tcp_port
    ):
        monkeypatch.setattr(webhook_receiver, "SHUTDOWN_TIMEOUT_S", 0.05)
        caller = await opened(port=unused_tcp_port)
        head = caller.head(**{"Content-Length": "100"})
        parts = {"head": (head,), "body": (head, b"{")}.get(sent, (sent,))
        reader, writer = await caller.send(*parts)
        await asyncio.sleep(0.02)
        async with asyncio.timeout(SOON_S):
            await caller.receiver.stop()

        with suppress(ConnectionError):
            assert await all_of(reader) == b""
        writer.close()
        with socket.create_server(("127.0.0.1", unused_tcp_port)):
            pass

    async def test_it_may_be_stopped_twice_and_before_it_is_started(self, clock):
        receiver = new_receiver(clock)
        await receiver.stop()
        await receiver.start()
        await receiver.stop()
        await receiver.stop()

        with pytest.raises(RuntimeError):
            _ = receiver.port

    async def test_a_taken_port_is_told_in_a_sentence(self, clock):
        with socket.create_server(("127.0.0.1", 0)) as other:
            port = other.getsockname()[1]
            receiver = new_receiver(clock, port=port)
            with pytest.raises(PortTakenError) as raised:
                await receiver.start()

        assert raised.value.strerror == (
            f"Port {port} on 127.0.0.1 is taken by another program; set WEBHOOK_PORT to a free one."
        )

    @pytest.mark.parametrize("host", ["192.0.2.1", "no-such-host.invalid", "x" * 64])
    async def test_a_host_that_is_not_here_is_told_in_a_sentence(self, clock, host):
        receiver = new_receiver(clock, host=host)
        with pytest.raises(CannotListenError, match="mend WEBHOOK_HOST or WEBHOOK_PORT"):
            await receiver.start()

    def test_it_does_not_work_without_a_secret(self, clock):
        with pytest.raises(ValueError, match="secret"):
            new_receiver(clock, secret=SecretStr(""))
