"""Only addresses that anybody on the internet can reach count as public."""

from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.media.addresses import is_public

INSIDE = [
    "0.0.0.0",  # noqa: S104 - nothing is bound
    "10.0.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "168.63.129.16",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
]
INSIDE_IPV6 = [
    "::",
    "::1",
    "::7f00:1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2001:10::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "ff0e::1",
]


@pytest.mark.parametrize("address", INSIDE + INSIDE_IPV6)
def test_an_inside_address_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "34.120.10.7", "168.63.129.17", "2606:4700:4700::1111", "2a00:1450::1"]
)
def test_an_internet_address_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize("address", INSIDE)
@pytest.mark.parametrize("prefix", ["::ffff:", "64:ff9b::"])
def test_an_inside_address_wrapped_in_ipv6_is_not_public(address, prefix):
    assert not is_public(prefix + address)


@pytest.mark.parametrize("prefix", ["::ffff:", "64:ff9b::"])
def test_an_internet_address_wrapped_in_ipv6_is_public(prefix):
    assert is_public(prefix + "1.1.1.1")


def test_a_tunnel_is_judged_by_the_address_it_ends_at():
    assert not is_public("2002:7f00:1::1")
    assert is_public("2002:101:101::1")


@pytest.mark.parametrize("text", ["", "localhost", "0x7f.1", "2130706433", "127.1", "[::1]"])
def test_what_is_no_plain_address_is_not_public(text):
    assert not is_public(text)


@given(st.ip_addresses(v=4).filter(lambda address: not address.is_global))
def test_no_wrapping_makes_an_inside_address_public(address: IPv4Address):
    number = int(address)
    wrapped = [
        IPv6Address((0xFFFF << 32) | number),
        IPv6Address((0x0064FF9B << 96) | number),
        IPv6Address((0x2002 << 112) | (number << 80)),
    ]

    assert not any(is_public(str(one)) for one in [address, *wrapped])
