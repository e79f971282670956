"""Whatever goes wrong around an answer, the caller learns nothing and the log stays readable."""

import asyncio
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from structlog.testing import capture_logs

from bot.eachlabs.webhook_refusals import RefusalTally
from bot.eachlabs.webhook_server import CurtServer

WORDS = str(object())


class UnsendableResponse(web.Response):
    """Breaks when the library goes to send it, outside of what a handler can catch."""

    def __init__(self, error):
        super().__init__()
        self.error = error

    async def prepare(self, _request):
        raise self.error


@pytest.fixture
def serving(clock):
    @asynccontextmanager
    async def serving(answer):
        refusals = RefusalTally(clock)
        server = CurtServer(answer, max_connections=2, header_s=5.0, refusals=refusals)
        listening = await asyncio.get_running_loop().create_server(server, "127.0.0.1", 0)
        yield listening.sockets[0].getsockname()[1]
        listening.close()
        await server.shutdown(0.05)

    return serving


async def asked(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    answer = await asyncio.wait_for(reader.read(), 30.0)
    writer.close()
    return answer


async def test_an_answer_that_cannot_be_sent_is_told_by_its_place(serving, caplog):
    async def answer(_request):
        return UnsendableResponse(LookupError(WORDS))

    with capture_logs() as lines:
        async with serving(answer) as port:
            assert await asked(port) == b""

    (line,) = lines
    assert (line["event"], line["error"]) == ("webhook_call_failed", "LookupError")
    assert "in prepare" in line["frames"][-1]
    assert WORDS not in str(line)
    assert caplog.records == []


async def test_a_caller_who_breaks_off_is_counted_and_no_more(serving, caplog):
    async def answer(_request):
        raise web.RequestPayloadError(WORDS)

    with capture_logs() as lines:
        async with serving(answer) as port:
            assert (await asked(port)).startswith(b"HTTP/1.1 500 ")

    assert [line["causes"] for line in lines] == [{"not_http": 1}]
    assert caplog.records == []


async def test_a_defect_without_an_error_is_told_too(serving):
    async def answer(_request):
        raise TimeoutError

    with capture_logs() as lines:
        async with serving(answer) as port:
            assert (await asked(port)).startswith(b"HTTP/1.1 504 ")

    assert [(line["event"], line["frames"]) for line in lines] == [("webhook_call_failed", [])]
