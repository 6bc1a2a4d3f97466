"""Which machines are asked: none of this network, whatever its number is dressed as."""

import ipaddress
import socket
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.fetch.errors import FetchError
from web.fetch.guard import is_public, resolve

INSIDE = (
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",  # noqa: S104 - to be refused
    "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.8", "192.0.2.1", "198.18.0.1",
    "198.51.100.7", "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255",
    "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "fec0::1", "ff02::1", "2001:db8::1",
    "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::808:808",
    "64:ff9b:1::1", "2002:7f00:1::", "2001:0:4136:e378:8000:63bf:3fff:fdd2",
)  # fmt: skip


@pytest.mark.parametrize("number", INSIDE)
def test_a_machine_of_this_network_or_in_disguise_is_not_asked(number: str) -> None:
    assert not is_public(ipaddress.ip_address(number))


@pytest.mark.parametrize(
    "number", ["8.8.8.8", "185.15.59.224", "2a02:ec80:300:ed1a::1", "2606:4700:4700::1111"]
)
def test_a_machine_of_the_internet_is_asked(number: str) -> None:
    assert is_public(ipaddress.ip_address(number))


@given(st.ip_addresses(v=4))
def test_no_ipv6_that_stands_for_ipv4_is_asked(inner: ipaddress.IPv4Address) -> None:
    for first in ("::ffff:0:0", "64:ff9b::", "::"):
        whole = ipaddress.IPv6Address(int(ipaddress.IPv6Address(first)) | int(inner))
        assert not is_public(whole)


def answering(*numbers: str) -> Callable[..., Any]:
    return lambda *_, **__: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 80)) for one in numbers]


def test_one_number_inside_is_enough_to_refuse_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", answering("8.8.8.8", "10.0.0.1"))

    with pytest.raises(FetchError, match="inside this network"):
        resolve("example.org", 80, is_public)


@pytest.mark.parametrize("host", ["127.1", "0x7f000001", "2130706433", "localhost", "0", "[::1]".strip("[]")])
def test_this_machine_is_refused_however_it_is_written(host: str) -> None:
    with pytest.raises(FetchError):
        resolve(host, 80, is_public)


def test_a_name_that_nobody_knows_is_said_so() -> None:
    with pytest.raises(FetchError, match="not known"):
        resolve("no-such-host.invalid", 80, is_public)
