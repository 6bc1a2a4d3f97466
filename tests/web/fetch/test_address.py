"""Addresses as people paste them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.fetch.address import read_address
from web.fetch.errors import FetchError


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (" https://example.org/a.pdf ", "https://example.org/a.pdf"),
        ("example.org/a?b=c#d", "https://example.org/a?b=c"),
        ("HTTP://Example.ORG", "http://example.org/"),
        ("https://przykład.pl/łódź", "https://xn--przykad-rjb.pl/%C5%82%C3%B3d%C5%BA"),
        ("http://example.org:8080/", "http://example.org:8080/"),
    ],
)
def test_an_address_is_taken_as_a_browser_takes_it(typed: str, address: str) -> None:
    assert read_address(typed).rstrip("/") == address.rstrip("/")


@pytest.mark.parametrize(
    "typed",
    [
        "", "   ", "https://", "http:///a", "ftp://example.org/", "file:///etc/passwd", "javascript://x/%0aalert(1)",
        "https://ala:kot@example.org/", "https://ala@example.org/", "https://@example.org/", "http://example.org:22/",
        "http://example.org:99999/", "two words", "https://exa mple.org/", "https://x.org/" + "a" * 3_000,
        "http://[::1", "data:text/html,x", "]", "[", "https://a]b/", "http://[x]/",
    ],
)  # fmt: skip
def test_anything_else_is_refused_with_a_reason(typed: str) -> None:
    with pytest.raises(FetchError) as refused:
        read_address(typed)

    assert refused.value.reason.endswith(".")


@given(st.text(max_size=60))
def test_whatever_is_typed_is_an_address_of_the_web_or_refused(typed: str) -> None:
    try:
        address = read_address(typed)
    except FetchError:
        return
    assert address.startswith(("http://", "https://"))
