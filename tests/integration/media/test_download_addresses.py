"""Where an output may be fetched from: the open internet, over https, and nowhere else."""

import socket
import ssl

import pytest
import trustme
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.domain.errors import ClipHostAwayError, ClipUnreachableError, ClipUnusableError
from bot.domain.reasons import Reason
from bot.media import session
from bot.media.download import SafeClipSource
from bot.media.session import FetchTimeouts


@pytest.fixture
async def new_source(tmp_path, clock):
    sources = []

    def make(**changes):
        arguments = {
            "directory": tmp_path / "tmp",
            "max_bytes": 1024 * 1024,
            "allow_private": False,
            "clock": clock,
            "timeouts": FetchTimeouts(connect_s=2, read_s=2, total_s=5),
        }
        sources.append(SafeClipSource(**{**arguments, **changes}))
        return sources[-1]

    yield make
    for source in sources:
        await source.close()


class Site:
    """A server that remembers what it was asked."""

    def __init__(self, film):
        self.film = film
        self.requests = []
        self.redirects = {}

    async def answer(self, request):
        self.requests.append(request)
        location = self.redirects.get(request.path)
        if location is None:
            return web.Response(body=self.film)
        headers = {"Location": location} if location else {}
        headers["Set-Cookie"] = "session=abc"
        return web.Response(status=302, headers=headers)

    async def serve(self, **keywords):
        application = web.Application()
        application.router.add_get("/{path:.*}", self.answer)
        server = TestServer(application)
        await server.start_server(**keywords)
        return server


@pytest.fixture
def site(film):
    return Site(film)


@pytest.fixture
async def server(site):
    server = await site.serve()
    yield server
    await server.close()


@pytest.fixture(scope="session")
def authority():
    return trustme.CA()


@pytest.fixture
async def tls_server(site, authority):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("clips.example", "127.0.0.1").configure_cert(context)
    server = await site.serve(ssl=context)
    yield server
    await server.close()


@pytest.fixture
def trusting(authority):
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


async def reason_of(source, url, error=ClipUnusableError):
    with pytest.raises(error) as caught:
        async with source.fetch(url, name="job-1"):
            pass
    assert type(caught.value) is error
    return caught.value.reason


@pytest.mark.parametrize(
    "url",
    [
        "http://1.1.1.1/clip.mp4",
        "ftp://1.1.1.1/clip.mp4",
        "file:///etc/passwd",
        "data:video/mp4;base64,AAAA",
        "javascript:alert(1)",
        "//1.1.1.1/clip.mp4",
        "clip.mp4",
        "",
        "https://",
        "https:///clip.mp4",
        "https://user@1.1.1.1/clip.mp4",
        "https://user:password@1.1.1.1/clip.mp4",
        "https://:password@1.1.1.1/clip.mp4",
        "https://1.1.1.1:99999/clip.mp4",
        "https://1.1.1.1:port/clip.mp4",
        "https://[::1/clip.mp4",
    ],
)
async def test_an_address_of_another_kind_is_not_even_looked_up(new_source, names_to, url):
    resolver = names_to("127.0.0.1")

    reason = await reason_of(new_source(resolver=resolver), url)

    assert reason == Reason.OUTPUT_ADDRESS_FORBIDDEN
    assert resolver.asked == []


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "0177.0.0.1",
        "0",
        "0.0.0.0",  # noqa: S104 - nothing is bound
        "localhost",
        "10.0.0.1",
        "100.64.0.1",
        "169.254.169.254",
        "192.168.0.1",
        "224.0.0.1",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[fd00:ec2::254]",
        "[fe80::1]",
        "[ff02::1]",
    ],
)
async def test_no_spelling_of_an_inside_address_gets_through(new_source, site, server, host):
    url = f"https://{host}:{server.port}/clip.mp4"

    assert await reason_of(new_source(), url) == Reason.OUTPUT_ADDRESS_FORBIDDEN
    assert site.requests == []


@pytest.mark.parametrize(
    "addresses", [("127.0.0.1",), ("127.0.0.1", "::1"), ("::ffff:127.0.0.1",), ("10.0.0.1",)]
)
async def test_a_name_for_an_inside_address_is_refused(
    new_source, names_to, site, tls_server, trusting, addresses
):
    source = new_source(resolver=names_to(*addresses), ssl_context=trusting)

    reason = await reason_of(source, f"https://clips.example:{tls_server.port}/clip.mp4")

    assert reason == Reason.OUTPUT_ADDRESS_FORBIDDEN
    assert site.requests == []


async def test_a_name_is_looked_up_anew_each_time(new_source, names_to):
    resolver = names_to("127.0.0.1")
    source = new_source(resolver=resolver)

    for _ in range(2):
        await reason_of(source, "https://clips.example/clip.mp4")

    assert resolver.asked == ["clips.example", "clips.example"]


async def test_a_name_that_no_resolver_can_take_is_refused(new_source):
    reason = await reason_of(new_source(), f"https://{'a' * 70}.example/clip.mp4")

    assert reason == Reason.OUTPUT_ADDRESS_FORBIDDEN


def test_a_public_address_gets_a_socket():
    info = (socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", ("1.1.1.1", 443))

    with session._public_socket(info) as made:
        assert made.family == socket.AF_INET


class TestRedirects:
    @pytest.fixture
    async def source(self, new_source):
        return new_source(allow_private=True)

    async def test_three_are_followed(self, source, site, server, film):
        site.redirects = {"/a": "/b", "/b": str(server.make_url("/c")), "/c": "d?x=%2F"}

        async with source.fetch(str(server.make_url("/a")), name="job-1") as clip:
            assert clip.size_bytes == len(film)
        assert site.requests[-1].raw_path == "/d?x=%2F"

    async def test_a_fourth_is_not(self, source, site, server):
        site.redirects = {"/a": "/b", "/b": "/c", "/c": "/d", "/d": "/e"}

        reason = await reason_of(source, str(server.make_url("/a")), ClipUnreachableError)

        assert reason == Reason.OUTPUT_UNREACHABLE
        assert len(site.requests) == 4

    async def test_a_loop_ends(self, source, site, server):
        site.redirects = {"/a": "/a"}

        reason = await reason_of(source, str(server.make_url("/a")), ClipUnreachableError)

        assert reason == Reason.OUTPUT_UNREACHABLE

    async def test_one_to_nowhere_is_worth_another_try(self, source, site, server):
        site.redirects = {"/a": ""}

        reason = await reason_of(source, str(server.make_url("/a")), ClipUnreachableError)

        assert reason == Reason.OUTPUT_UNREACHABLE

    @pytest.mark.parametrize(
        "location",
        [
            "ftp://127.0.0.1/clip.mp4",
            "file:///etc/passwd",
            "http://user:password@127.0.0.1/",
            "http://127.0.0.1:99999/",
        ],
    )
    async def test_one_to_another_kind_of_address_is_refused(self, source, site, server, location):
        site.redirects = {"/a": location}

        reason = await reason_of(source, str(server.make_url("/a")))

        assert reason == Reason.OUTPUT_ADDRESS_FORBIDDEN

    async def test_no_cookie_is_carried_along(self, source, site, server):
        site.redirects = {"/a": "/b"}

        async with source.fetch(str(server.make_url("/a")), name="job-1"):
            pass

        assert [request.headers.get("Cookie") for request in site.requests] == [None, None]

    async def test_each_is_checked_like_the_first(
        self, new_source, site, tls_server, trusting, monkeypatch
    ):
        # This machine plays the internet, so that a first answer can point inside.
        monkeypatch.setattr(session, "is_public", lambda address: address == "127.0.0.1")
        source = new_source(ssl_context=trusting)
        base = f"https://127.0.0.1:{tls_server.port}"
        site.redirects = {
            "/inside": f"https://127.0.0.2:{tls_server.port}/clip.mp4",
            "/plain": "http://127.0.0.1/clip.mp4",
        }

        for path in site.redirects:
            assert await reason_of(source, base + path) == Reason.OUTPUT_ADDRESS_FORBIDDEN
        async with source.fetch(f"{base}/clip.mp4", name="job-1") as clip:
            assert clip.size_bytes == len(site.film)


class TestTls:
    async def test_a_certificate_for_the_name_is_taken(
        self, new_source, names_to, tls_server, trusting
    ):
        source = new_source(
            allow_private=True, resolver=names_to("127.0.0.1"), ssl_context=trusting
        )
        url = f"https://clips.example:{tls_server.port}/clip.mp4"

        async with source.fetch(url, name="job-1") as clip:
            assert clip.size_bytes > 0

    async def test_one_for_another_name_is_not(self, new_source, names_to, tls_server, trusting):
        source = new_source(
            allow_private=True, resolver=names_to("127.0.0.1"), ssl_context=trusting
        )
        url = f"https://other.example:{tls_server.port}/clip.mp4"

        assert await reason_of(source, url, ClipHostAwayError) == Reason.OUTPUT_UNREACHABLE

    async def test_one_of_an_unknown_authority_is_not(self, new_source, tls_server):
        source = new_source(allow_private=True)
        url = f"https://127.0.0.1:{tls_server.port}/clip.mp4"

        assert await reason_of(source, url, ClipHostAwayError) == Reason.OUTPUT_UNREACHABLE

    async def test_plain_http_behind_https_is_not(self, new_source, server):
        source = new_source(allow_private=True)
        url = f"https://127.0.0.1:{server.port}/clip.mp4"

        assert await reason_of(source, url, ClipHostAwayError) == Reason.OUTPUT_UNREACHABLE


async def test_a_proxy_in_the_environment_is_ignored(new_source, server, monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")

    async with new_source(allow_private=True).fetch(
        str(server.make_url("/clip.mp4")), name="job-1"
    ) as clip:
        assert clip.size_bytes > 0
