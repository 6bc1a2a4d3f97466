"""Which machines are asked: those of the public internet, by the number that is connected to."""

import ipaddress
import socket
from collections.abc import Callable, Sequence

from web.fetch.errors import FetchError, UnknownHostError

IP = ipaddress.IPv4Address | ipaddress.IPv6Address
Allows = Callable[[IP], bool]

# IPv6 that stands for IPv4: of a translator (RFC 6052, RFC 8215), 6to4, Teredo, and written out.
_DISGUISES = tuple(
    map(
        ipaddress.IPv6Network,
        ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::ffff:0:0/96", "::/96"),
    )
)
# Names that are given out within a network (RFC 6761, 6762, 8375, and ICANN's).
_OWN_NAMES = (".localhost", ".local", ".internal", ".home.arpa", ".lan", ".intranet", ".corp", ".home")
_INSIDE = "The address is inside this network, and such ones are not fetched."
# Of special use (IANA's registries), some of which `is_global` of an older Python passes.
_SPECIAL_4 = (ipaddress.IPv4Network("192.0.0.0/24"),)
_SPECIAL_6 = tuple(
    map(
        ipaddress.IPv6Network,
        ("fec0::/10", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "100::/64"),
    )
)


def is_public(ip: IP) -> bool:
    """Whether a machine is one of the public internet, and not of this network or this machine itself.

    Private, loopback, link-local (clouds tell secrets at 169.254.169.254), shared (CGNAT), reserved and
    multicast ones are not; neither is IPv6 in which an IPv4 address hides.
    """
    special = _SPECIAL_4 if isinstance(ip, ipaddress.IPv4Address) else (*_DISGUISES, *_SPECIAL_6)
    if any(ip in one for one in special):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def check_for_proxy(host: str, port: int, allows: Allows) -> None:
    """Nothing, where a proxy may be asked for a host, which it finds by itself. Raises: FetchError.

    What is known here must be allowed. Of what is not, names are refused that only a network's own can be.
    """
    try:
        resolve(host, port, allows)
    except UnknownHostError:
        name = host.rstrip(".").lower()
        if "." not in name or name.endswith(_OWN_NAMES):
            raise FetchError(host, _INSIDE) from None


def resolve(host: str, port: int, allows: Allows) -> Sequence[IP]:
    """The numbers of a host, all of which are allowed. Raises: FetchError."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnknownHostError(host, "The address has no server: its name is not known.") from error
    numbers = list(dict.fromkeys(ipaddress.ip_address(one[4][0]) for one in found))
    if not numbers or not all(map(allows, numbers)):
        # One that is not is enough: whoever owns the name chooses which is given when.
        raise FetchError(host, _INSIDE)
    return numbers
