"""No address inside our own network is ever connected to, however it is written or reached.

What is asserted is the connection itself: which sockets were made, and what the server saw.
"""

import asyncio
import ssl

import pytest
import trustme

from bot.domain.errors import ClipUnusableError
from bot.domain.reasons import Reason
from bot.media import session
from bot.media.download import SafeClipSource
from bot.media.session import FetchTimeouts

INSIDE = {
    "this machine": "127.0.0.1",
    "this machine, by another number": "127.8.9.10",
    "any address of this machine": "0.0.0.0",  # noqa: S104 - nothing is bound
    "a private network": "10.0.0.1",
    "a private network of the middle size": "172.31.255.254",
    "a private network of the small size": "192.168.1.1",
    "a provider's inner network": "100.64.0.1",
    "link-local, where clouds keep their secrets": "169.254.169.254",
    "one cloud's address for its own hosts": "168.63.129.16",
    "protocol assignments": "192.0.0.192",
    "a benchmark network": "198.18.0.1",
    "multicast": "224.0.0.1",
    "reserved": "240.0.0.1",
    "broadcast": "255.255.255.255",
}
INSIDE_IPV6 = {
    "this machine": "::1",
    "this machine, written out": "0:0:0:0:0:0:0:1",
    "this machine, with a zone": "::1%lo",
    "any address of this machine": "::",
    "a private network": "fd00:ec2::254",
    "link-local": "fe80::1",
    "link-local, with a zone": "fe80::1%25lo",
    "site-local": "fec0::1",
    "multicast": "ff02::1",
    "mapped": "::ffff:127.0.0.1",
    "mapped, in hexadecimal": "::ffff:7f00:1",
    "mapped, written out": "0:0:0:0:0:ffff:7f00:0001",
    "mapped, link-local": "::ffff:169.254.169.254",
    "mapped, private": "::ffff:10.0.0.1",
    "translated": "::ffff:0:127.0.0.1",
    "compatible": "::127.0.0.1",
    "NAT64": "64:ff9b::127.0.0.1",
    "NAT64, private": "64:ff9b::a00:1",
    "NAT64, of a local network": "64:ff9b:1::7f00:1",
    "6to4": "2002:7f00:1::1",
    "6to4, private": "2002:c0a8:101::1",
    "Teredo, whose client is this machine": "2001:0:4136:e378:8000:63bf:80ff:fffe",
    "Teredo, whose server is this machine": "2001:0:7f00:1::",
}
SPELLINGS = {
    "decimal": "2130706433",
    "decimal, link-local": "2852039166",
    "hexadecimal": "0x7f000001",
    "hexadecimal, with dots": "0x7f.0.0.1",
    "hexadecimal, link-local": "0xa9fea9fe",
    "octal": "017700000001",
    "octal, with dots": "0177.0.0.1",
    "octal, with many zeros": "0000000177.0.0.01",
    "short": "127.1",
    "short by one": "127.0.1",
    "short and mixed": "0x7f.1",
    "zero": "0",
    "zero in hexadecimal": "0x0",
    "a dot at the end": "127.0.0.1.",
    "wide digits": "１２７.0.0.1",  # noqa: RUF001 - that is the trick
    "digits in circles": "①②⑦.⓪.⓪.①",
    "ideographic dots": "127。0。0。1",
    "a name": "localhost",
    "a name in capitals": "LOCALHOST",
}
HOSTS = [
    *(pytest.param(host, id=name) for name, host in INSIDE.items()),
    *(pytest.param(f"[{host}]", id=f"IPv6: {name}") for name, host in INSIDE_IPV6.items()),
    *(pytest.param(host, id=f"spelling: {name}") for name, host in SPELLINGS.items()),
]
# PORT stands for the one that the server inside listens on.
TRICKS = {
    "who signs in looks like a host": "https://10.0.0.1@127.0.0.1:PORT/",
    "a name and a password": "https://user:password@127.0.0.1:PORT/",
    "only a password": "https://:password@127.0.0.1:PORT/",
    "a backslash before the at": "https://10.0.0.1\\@127.0.0.1:PORT/",
    "a backslash after the port": "https://127.0.0.1:PORT\\@10.0.0.1/",
    "a fragment with an at": "https://127.0.0.1:PORT#@10.0.0.1/",
    "a query with an at": "https://127.0.0.1:PORT?@10.0.0.1/",
    "no slashes": "https:127.0.0.1:PORT/",
    "backslashes": "https:\\\\127.0.0.1:PORT/",
    "three slashes": "https:///127.0.0.1:PORT/",
    "four slashes": "https:////127.0.0.1:PORT/",
    "capitals": "HTTPS://127.0.0.1:PORT/",
    "a space in front": " https://127.0.0.1:PORT/",
    "a tab in the host": "https://127.0.0.1\t:PORT/",
    "a line break in the host": "https://127.0.\n0.1:PORT/",
    "a header behind it": "https://127.0.0.1:PORT/\r\nHost: clips.example",
    "two ports": "https://127.0.0.1:PORT:443/",
    "a port with a sign": "https://127.0.0.1:+PORT/",
    "an empty port": "https://127.0.0.1:/",
    "port zero": "https://127.0.0.1:0/",
    "a port too high": "https://127.0.0.1:65536/",
    "the port of another service": "https://127.0.0.1:22/",
    "letters behind the brackets": "https://[::1]x:PORT/",
    "an open bracket": "https://[::1/",
    "no host": "https://",
    "NUL": "\0",
    "half a character": "https://\ud800:PORT/",
}
SCHEMES = {
    "plain http": "http://127.0.0.1:PORT/",
    "none": "//127.0.0.1:PORT/",
    "a path": "clip.mp4",
    "nothing": "",
    "ftp": "ftp://127.0.0.1:PORT/clip.mp4",
    "gopher": "gopher://127.0.0.1:PORT/_GET",
    "dict": "dict://127.0.0.1:PORT/",
    "file": "file:///etc/passwd",
    "file with a host": "file://127.0.0.1/etc/passwd",
    "data": "data:video/mp4;base64,AAAAIGZ0eXA=",
    "blob": "blob:https://127.0.0.1:PORT/x",
    "javascript": "javascript:alert(1)",
    "a web socket": "wss://127.0.0.1:PORT/",
    "a socket file": "unix:///var/run/docker.sock",
    "a socket file in the host": "https+unix://%2Fvar%2Frun%2Fdocker.sock/",
}
URLS = [
    *(pytest.param(url, id=f"trick: {name}") for name, url in TRICKS.items()),
    *(pytest.param(url, id=f"scheme: {name}") for name, url in SCHEMES.items()),
]
EVERY_URL = [
    *(pytest.param(f"https://{host.values[0]}:PORT/clip.mp4", id=host.id) for host in HOSTS),
    *URLS,
]
# A redirect to a path, or to a host without a scheme, is read against where it came from.
MEANT_TO_BE_JOINED = {"clip.mp4", ""}
REDIRECTED = [row for row in EVERY_URL if row.values[0] not in MEANT_TO_BE_JOINED]

# Names that a resolver of somebody else's may send anywhere.
NAMES = [
    "clips.example",
    "clips.example.",
    "127.0.0.1.clips.example",
    "localhost.",
    "localhost.localdomain",
    "ip6-localhost",
    "127.0.0.1%2eclips.example",
    "127.0.0.1%00.clips.example",
    "%31%32%37.0.0.1",
    "xn--localhost-.example",
]
ANSWERS = [
    *(pytest.param((host,), id=name) for name, host in INSIDE.items()),
    *(
        pytest.param((host,), id=f"IPv6: {name}")
        for name, host in INSIDE_IPV6.items()
        if "%" not in host
    ),
    pytest.param(("127.0.0.1", "::1", "10.0.0.1"), id="several"),
]


class Insider:
    """A service inside our network: it notes who comes, and gives the clip to everybody."""

    def __init__(self, film):
        self.film = film
        self.visits = 0
        self.paths = []
        self.redirects = {}
        self.port = 0

    async def serve(self, reader, writer):
        self.visits += 1
        head = await reader.readuntil(b"\r\n\r\n")
        path = head.split(b" ", 2)[1].decode()
        self.paths.append(path)
        location = self.redirects.get(path)
        if location is None:
            length = len(self.film)
            writer.write(f"HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n".encode())
            writer.write(self.film)
        else:
            answer = f"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n"
            writer.write(answer.encode("utf-8", "surrogateescape"))
        writer.close()


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@pytest.fixture
def trusting(authority):
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


@pytest.fixture
async def insider(film, authority):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("clips.example", "127.0.0.1", "localhost").configure_cert(context)
    insider = Insider(film)
    visits = set()

    async def serve(reader, writer):
        visits.add(asyncio.current_task())
        await insider.serve(reader, writer)

    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context)
    insider.port = server.sockets[0].getsockname()[1]
    yield insider
    server.close()
    await asyncio.wait_for(asyncio.gather(*visits), 30)


@pytest.fixture
def sockets(monkeypatch):
    """Addresses of the sockets that were made: what has none is not connected to."""
    made = []
    make = session._any_socket

    def noted(info):
        made.append(info[4][0])
        return make(info)

    monkeypatch.setattr(session, "_any_socket", noted)
    return made


@pytest.fixture
def internet(monkeypatch):
    """Let this machine play the internet: for the first so many connections, or by address."""
    judged = session.is_public

    def play(*, connections=0, address=None):
        left = iter(range(connections))
        monkeypatch.setattr(
            session,
            "is_public",
            lambda host: host == address or next(left, None) is not None or judged(host),
        )

    return play


@pytest.fixture
async def new_source(tmp_path, clock, trusting):
    sources = []

    def make(**changes):
        arguments = {
            "directory": tmp_path / "incoming",
            "max_bytes": 1024 * 1024,
            "allow_private": False,
            "clock": clock,
            "ssl_context": trusting,
            "timeouts": FetchTimeouts(connect_s=2, read_s=2, total_s=5),
        }
        sources.append(SafeClipSource(**{**arguments, **changes}))
        return sources[-1]

    yield make
    for source in sources:
        await source.close()


async def refusal(source, url):
    """Fetch, and return the reason why nothing was fetched."""
    with pytest.raises(ClipUnusableError) as caught:
        async with source.fetch(url, name="job-1"):
            pass
    assert not list(source._directory.glob("*"))
    return caught.value.reason


@pytest.mark.parametrize("url", EVERY_URL)
async def test_an_output_inside_is_not_fetched(new_source, insider, sockets, url):
    reason = await refusal(new_source(), url.replace("PORT", str(insider.port)))

    assert reason == Reason.OUTPUT_ADDRESS_FORBIDDEN
    assert (sockets, insider.visits) == ([], 0)


@pytest.mark.parametrize("url", REDIRECTED)
async def test_a_redirect_inside_is_not_followed(new_source, insider, internet, sockets, url):
    internet(connections=1)
    target = url.replace("PORT", str(insider.port)).encode("utf-8", "surrogatepass")
    insider.redirects["/start"] = target.decode("utf-8", "surrogateescape")

    reason = await refusal(new_source(), f"https://127.0.0.1:{insider.port}/start")

    # What cannot stand in a header at all is a broken answer, and no redirect.
    broken = "\0" in url or "\n" in url
    assert reason == Reason.OUTPUT_ADDRESS_FORBIDDEN or broken
    assert (sockets, insider.paths) == (["127.0.0.1"], ["/start"])


@pytest.mark.parametrize("hops", [1, 2, 3])
async def test_a_redirect_inside_is_not_followed_at_any_hop(
    new_source, insider, internet, sockets, hops
):
    internet(connections=hops)
    insider.redirects = {f"/{n}": f"/{n + 1}" for n in range(hops)}

    reason = await refusal(new_source(), f"https://127.0.0.1:{insider.port}/0")

    assert reason == Reason.OUTPUT_ADDRESS_FORBIDDEN
    assert len(sockets) == insider.visits == hops


async def test_a_fourth_redirect_is_not_followed_wherever_it_leads(
    new_source, insider, internet, sockets
):
    internet(connections=9)
    insider.redirects = {f"/{n}": f"/{n + 1}" for n in range(4)}

    reason = await refusal(new_source(), f"https://127.0.0.1:{insider.port}/0")

    assert reason == Reason.OUTPUT_UNREACHABLE
    assert len(sockets) == insider.visits == 4


@pytest.mark.parametrize("answer", ANSWERS)
async def test_a_name_that_leads_inside_is_not_fetched(
    new_source, insider, names_to, sockets, answer
):
    source = new_source(resolver=names_to(*answer))

    reason = await refusal(source, f"https://clips.example:{insider.port}/clip.mp4")

    assert reason == Reason.OUTPUT_ADDRESS_FORBIDDEN
    assert (sockets, insider.visits) == ([], 0)


@pytest.mark.parametrize("name", NAMES)
async def test_no_kind_of_name_leads_inside(new_source, insider, names_to, sockets, name):
    source = new_source(resolver=names_to("127.0.0.1"))

    reason = await refusal(source, f"https://{name}:{insider.port}/clip.mp4")

    assert reason == Reason.OUTPUT_ADDRESS_FORBIDDEN
    assert (sockets, insider.visits) == ([], 0)


async def test_a_name_that_leads_elsewhere_the_second_time_is_not_followed(
    new_source, insider, internet, names_to, sockets
):
    """DNS rebinding: a public answer first, then one inside. Each connection asks anew."""
    internet(connections=1)
    resolver = names_to("127.0.0.1")
    insider.redirects["/start"] = "/clip.mp4"

    reason = await refusal(
        new_source(resolver=resolver), f"https://clips.example:{insider.port}/start"
    )

    assert reason == Reason.OUTPUT_ADDRESS_FORBIDDEN
    assert (sockets, insider.paths) == (["127.0.0.1"], ["/start"])
    assert resolver.asked == ["clips.example"] * 2


async def test_a_name_is_asked_once_for_each_connection(new_source, insider, internet, names_to):
    """What was checked is what is connected to: nothing is looked up in between."""
    internet(connections=1)
    resolver = names_to("127.0.0.1")

    async with new_source(resolver=resolver).fetch(
        f"https://clips.example:{insider.port}/clip.mp4", name="job-1"
    ) as clip:
        assert clip.size_bytes == len(insider.film)

    assert (resolver.asked, insider.visits) == (["clips.example"], 1)


@pytest.mark.parametrize(
    "answer",
    [
        ("127.0.0.1", "10.0.0.1"),
        ("10.0.0.1", "127.0.0.1"),
        ("::1", "10.0.0.1", "127.0.0.1", "fd00::1"),
    ],
)
async def test_of_a_mixed_answer_only_the_public_address_is_connected_to(
    new_source, insider, internet, names_to, sockets, answer
):
    internet(address="127.0.0.1")
    source = new_source(resolver=names_to(*answer))
    url = f"https://clips.example:{insider.port}/clip.mp4"

    async with source.fetch(url, name="job-1") as clip:
        assert clip.size_bytes == len(insider.film)

    assert sockets == ["127.0.0.1"]


async def test_a_mixed_answer_whose_public_address_is_silent_leads_nowhere_else(
    new_source, internet, names_to, sockets, unused_tcp_port
):
    internet(address="127.0.0.1")
    source = new_source(resolver=names_to("127.0.0.1", "::1", "10.0.0.1"))

    await refusal(source, f"https://clips.example:{unused_tcp_port}/clip.mp4")

    assert sockets == ["127.0.0.1"]
