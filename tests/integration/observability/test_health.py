"""A supervisor learns whether the bot lives and can work, and nothing else."""

import asyncio
import socket

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.domain.listening import PortTakenError
from bot.observability import health
from bot.observability.health import HealthServer, ask_ready
from bot.observability.metrics import Metrics


async def yes():
    return True


async def no():
    return False


async def broken():
    raise RuntimeError("password=hunter2")


async def hanging():
    await asyncio.Event().wait()


@pytest.fixture
async def start():
    """Start servers with the given checks, by default on ports of the system's choice."""
    servers = []

    async def start(*, port=0, **readiness):
        server = HealthServer(
            host="127.0.0.1", port=port, readiness=readiness, metrics=Metrics(version="1.2.3")
        )
        servers.append(server)
        await server.start()
        return server

    yield start
    for server in servers:
        await server.stop()


@pytest.fixture
async def ask():
    async with aiohttp.ClientSession() as session:

        async def ask(server, path, method="GET"):
            url = f"http://127.0.0.1:{server.port}{path}"
            async with session.request(method, url) as response:
                return response.status, response.headers, await response.text()

        yield ask


async def test_a_living_process_says_so_even_when_it_is_not_ready(start, ask):
    status, _, _ = await ask(await start(database=no), "/livez")

    assert status == 200


async def test_it_is_ready_when_every_check_says_yes(start, ask):
    server = await start(database=yes, gateway=yes)

    status, headers, text = await ask(server, "/readyz")

    assert status == 200
    assert headers["Content-Type"].startswith("application/json")
    assert text == '{"ready": true, "checks": {"database": true, "gateway": true}}'


async def test_one_no_is_enough(start, ask):
    status, _, text = await ask(await start(database=yes, gateway=no), "/readyz")

    assert status == 503
    assert text == '{"ready": false, "checks": {"database": true, "gateway": false}}'


async def test_a_check_that_raises_is_a_no_and_tells_nothing(start, ask):
    status, _, text = await ask(await start(database=broken), "/readyz")

    assert status == 503
    assert text == '{"ready": false, "checks": {"database": false}}'


async def test_a_check_that_hangs_is_a_no_and_holds_up_no_other(start, ask, monkeypatch):
    monkeypatch.setattr(health, "CHECK_TIMEOUT_S", 0.5)
    server = await start(one=hanging, two=hanging, three=yes)

    started = asyncio.get_running_loop().time()
    status, _, text = await ask(server, "/readyz")

    assert status == 503
    assert text == '{"ready": false, "checks": {"one": false, "two": false, "three": true}}'
    assert asyncio.get_running_loop().time() - started < 0.95


async def test_metrics_are_what_prometheus_reads(start, ask):
    status, headers, text = await ask(await start(), "/metrics")

    assert status == 200
    assert headers["Content-Type"].startswith("text/plain; version=")
    assert any(
        family.name == "showreel_build_info" for family in text_string_to_metric_families(text)
    )


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/", 404), ("POST", "/livez", 405), ("GET", "/x", 404)]
)
async def test_there_is_nothing_else(start, ask, method, path, status):
    answered, headers, _ = await ask(await start(), path, method)

    assert answered == status
    assert headers["Server"] == "showreel"


async def test_requests_are_not_logged(start, ask, caplog):
    caplog.set_level(0)

    await ask(await start(), "/livez")

    assert [record for record in caplog.records if record.name == "aiohttp.access"] == []


async def test_a_taken_port_is_told_in_a_sentence():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        server = HealthServer(
            host="127.0.0.1", port=port, readiness={}, metrics=Metrics(version="1")
        )
        with pytest.raises(PortTakenError, match=f"Port {port} on 127.0.0.1 is taken"):
            await server.start()
        with pytest.raises(RuntimeError):
            _ = server.port
        await server.stop()


async def test_an_address_that_is_not_ours_is_an_error_of_its_own():
    server = HealthServer(host="192.0.2.1", port=0, readiness={}, metrics=Metrics(version="1"))

    with pytest.raises(OSError) as caught:  # noqa: PT011 - which kind is the point
        await server.start()

    assert not isinstance(caught.value, PortTakenError)


async def test_a_stopped_server_leaves_its_port_free(start, unused_tcp_port):
    server = await start(port=unused_tcp_port)

    await server.stop()
    await server.stop()

    with socket.create_server(("127.0.0.1", unused_tcp_port)):
        pass


class TestAsking:
    async def test_a_ready_bot_is_ready(self, start):
        assert await ask_ready("127.0.0.1", (await start(database=yes)).port)

    async def test_a_bot_that_is_not_ready_is_not(self, start):
        assert not await ask_ready("127.0.0.1", (await start(database=no)).port)

    @pytest.mark.parametrize("host", ["0.0.0.0", ""])  # noqa: S104 - what a setting may say
    async def test_a_bot_that_listens_everywhere_is_asked_at_home(self, start, host):
        assert await ask_ready(host, (await start()).port)

    async def test_no_answer_is_a_no(self, unused_tcp_port):
        assert not await ask_ready("127.0.0.1", unused_tcp_port)

    async def test_an_answer_that_is_no_http_is_a_no(self):
        async def answer(_reader, writer):
            writer.write(b"SSH-2.0\r\n")
            writer.close()

        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        async with server:
            assert not await ask_ready("127.0.0.1", server.sockets[0].getsockname()[1])

    async def test_silence_is_a_no(self, monkeypatch):
        monkeypatch.setattr(health, "ASK_TIMEOUT_S", 0.05)
        with socket.create_server(("127.0.0.1", 0)) as silent:
            assert not await ask_ready("127.0.0.1", silent.getsockname()[1])

    async def test_the_environments_proxy_is_not_asked(self, start, monkeypatch):
        monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")

        assert await ask_ready("127.0.0.1", (await start()).port)
