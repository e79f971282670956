"""Tells addresses of the open internet from those that only our own network can reach."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final

_GLOBAL_UNICAST: Final = IPv6Network("2000::/3")
_NAT64: Final = IPv6Network("64:ff9b::/96")
# Networks that not every supported Python counts as special, and one cloud's address for
# its own hosts, which looks public.
_FURTHER_IPV4: Final = (
    IPv4Network("192.0.0.0/24"),
    IPv4Network("192.88.99.0/24"),
    IPv4Network("168.63.129.16/32"),
)
_FURTHER_IPV6: Final = (
    IPv6Network("2001::/23"),
    IPv6Network("2001:db8::/32"),
    IPv6Network("3fff::/20"),
)


def is_public(address: str) -> bool:
    """Whether a socket address is one that anybody on the internet can reach."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, IPv4Address):
        return _is_public_ipv4(parsed)
    carried = _carried_ipv4(parsed)
    return _is_public_ipv6(parsed) if carried is None else _is_public_ipv4(carried)


def _is_public_ipv4(address: IPv4Address) -> bool:
    if address.is_multicast or not address.is_global:
        return False
    return not any(address in network for network in _FURTHER_IPV4)


def _is_public_ipv6(address: IPv6Address) -> bool:
    if address not in _GLOBAL_UNICAST or not address.is_global:
        return False
    return not any(address in network for network in _FURTHER_IPV6)


def _carried_ipv4(address: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that packets to this one end up at, if that is what it means."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None
