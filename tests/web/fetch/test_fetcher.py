"""Fetching from a real server: redirects, limits, robots, and never from inside but in these tests."""

import gzip
import ipaddress
import socket
import threading
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from tests.web.fetch.conftest import Site
from web.fetch.errors import FetchError
from web.fetch.fetcher import Fetcher, Terms
from web.fetch.guard import IP, is_public
from web.fetch.robots import Robots

PAGE = b"<html><title>Klaster</title><p>Klaster Minatech skupia firmy.</p></html>"


def loopback(number: IP) -> bool:
    return number.is_loopback


def wanted() -> bool:
    return False


def fetcher(
    *, limit_bytes: int = 100_000, seconds: float = 10, allows: Callable[[IP], bool] = loopback
) -> Fetcher:
    return Fetcher(Terms(limit_bytes, seconds), allows=allows, robots=Robots(pause_s=0))


def test_what_is_at_an_address_is_fetched(site: Site) -> None:
    site.page("/a.html", PAGE)

    found = fetcher().fetch(f"{site.address}/a.html#part", wanted)

    assert (found.address, found.content) == (f"{site.address}/a.html", PAGE)


def test_redirects_are_followed_and_the_last_address_is_told(site: Site) -> None:
    site.leads("/old", "/newer", 301)
    site.leads("/newer", f"{site.address}/new.html", 307)
    site.page("/new.html", PAGE)

    assert fetcher().fetch(f"{site.address}/old", wanted).address == f"{site.address}/new.html"


def test_redirects_without_end_are_given_up(site: Site) -> None:
    site.leads("/a", "/b")
    site.leads("/b", "/a")

    with pytest.raises(FetchError, match="without end"):
        fetcher().fetch(f"{site.address}/a", wanted)
    assert len(site.asked) < 10


def test_this_machine_is_not_asked_unless_a_test_allows_it(site: Site) -> None:
    site.page("/secret", PAGE)

    with pytest.raises(FetchError, match="inside this network"):
        fetcher(allows=is_public).fetch(f"{site.address}/secret", wanted)
    assert site.asked == []


@pytest.mark.parametrize(
    "inside",
    ["http://10.0.0.1/", "http://169.254.169.254/latest/", "http://[fd00::1]/", "http://0x0a000001/"],
)
def test_a_redirect_into_the_network_is_not_followed(site: Site, inside: str) -> None:
    site.leads("/a", inside)

    with pytest.raises(FetchError, match=r"inside this network|not known"):
        fetcher().fetch(f"{site.address}/a", wanted)


@pytest.mark.parametrize(
    "elsewhere", ["file:///etc/passwd", "ftp://example.org/", "gopher://x/", "http://ala:kot@example.org/"]
)
def test_a_redirect_to_anything_but_a_plain_web_address_is_not_followed(site: Site, elsewhere: str) -> None:
    site.leads("/a", elsewhere)

    with pytest.raises(FetchError):
        fetcher().fetch(f"{site.address}/a", wanted)


def test_a_name_that_changes_its_number_after_the_check_gains_nothing(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.page("/a", PAGE)
    port = int(site.address.rpartition(":")[2])
    numbers = iter(["127.0.0.1", "10.9.9.9", "10.9.9.9", "10.9.9.9"])
    connected: list[str] = []
    connect, resolve = socket.create_connection, socket.getaddrinfo

    def resolving(host: str, *args: Any, **more: Any) -> list[Any]:
        if host != "rebinding.example":
            return list(resolve(host, *args, **more))
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(numbers), port))]

    def connecting(address: tuple[str, int], *args: Any, **more: Any) -> socket.socket:
        connected.append(address[0])
        return connect(("127.0.0.1", address[1]), *args, **more)

    monkeypatch.setattr("web.fetch.guard.socket.getaddrinfo", resolving)
    monkeypatch.setattr(socket, "create_connection", connecting)
    fetching = fetcher()
    # robots.txt and the page may share a connection: no number is connected to that was not checked.
    with pytest.raises(FetchError, match="inside this network"):
        [fetching.fetch(f"http://rebinding.example:{port}/a", wanted) for _ in range(3)]

    assert set(connected) == {"127.0.0.1"}


def test_a_file_over_the_limit_is_refused_whether_it_is_announced_or_not(site: Site) -> None:
    def endless(line: BaseHTTPRequestHandler) -> None:
        line.send_response(200)
        line.end_headers()
        for _ in range(1_000):
            line.wfile.write(b"x" * 10_000)

    site.page("/announced", b"x" * 200_000)
    site.pages["/endless"] = endless

    for path in ("/announced", "/endless"):
        with pytest.raises(FetchError, match="larger than"):
            fetcher().fetch(f"{site.address}{path}", wanted)


def test_a_small_answer_that_unpacks_to_a_large_one_is_refused(site: Site) -> None:
    site.page("/bomb", gzip.compress(b"x" * 5_000_000), Content_Encoding="gzip")

    with pytest.raises(FetchError, match="larger than"):
        fetcher().fetch(f"{site.address}/bomb", wanted)


def test_a_server_that_drips_is_given_up_when_the_time_is_over(site: Site) -> None:
    def drip(line: BaseHTTPRequestHandler) -> None:
        line.send_response(200)
        line.end_headers()
        for _ in range(200):
            line.wfile.write(b"x")
            line.wfile.flush()
            time.sleep(0.05)

    site.pages["/drip"] = drip
    begun = time.monotonic()

    with pytest.raises(FetchError, match=r"too slow|does not answer"):
        fetcher(seconds=0.6).fetch(f"{site.address}/drip", wanted)
    assert time.monotonic() - begun < 5


def test_a_server_that_says_nothing_is_given_up_when_the_time_is_over(site: Site) -> None:
    site.pages["/mute"] = lambda _: time.sleep(3)

    with pytest.raises(FetchError, match=r"does not answer|too slow"):
        fetcher(seconds=0.5).fetch(f"{site.address}/mute", wanted)


def test_fetching_ends_when_nobody_wants_it_any_more(site: Site) -> None:
    site.page("/a", PAGE)

    with pytest.raises(FetchError, match="nobody wants it"):
        fetcher().fetch(f"{site.address}/a", lambda: True)


@pytest.mark.parametrize("status", [403, 404, 410, 500, 503])
def test_an_answer_that_is_no_document_is_told_with_its_number(site: Site, status: int) -> None:
    site.page("/a", b"Sorry", status=status)

    with pytest.raises(FetchError, match=str(status)):
        fetcher().fetch(f"{site.address}/a", wanted)


def test_what_is_certainly_no_document_is_not_taken_in(site: Site) -> None:
    site.page("/film", b"x" * 50_000, "video/mp4")

    with pytest.raises(FetchError, match="video/mp4"):
        fetcher().fetch(f"{site.address}/film", wanted)


def test_a_site_that_asks_programs_to_stay_away_is_not_asked(site: Site) -> None:
    site.page("/robots.txt", b"User-agent: *\nDisallow: /private\nAllow: /private/open\n", "text/plain")
    site.page("/private/a", PAGE)
    site.page("/private/open", PAGE)

    with pytest.raises(FetchError, match=r"robots\.txt"):
        fetcher().fetch(f"{site.address}/private/a", wanted)
    assert fetcher().fetch(f"{site.address}/private/open", wanted).content == PAGE
    assert "/private/a" not in site.asked


def test_robots_are_asked_again_where_a_redirect_leads(site: Site) -> None:
    site.page("/robots.txt", b"User-agent: klastrownik\nDisallow: /private\n", "text/plain")
    site.leads("/open", "/private/a")
    site.page("/private/a", PAGE)

    with pytest.raises(FetchError, match=r"robots\.txt"):
        fetcher().fetch(f"{site.address}/open", wanted)
    assert "/private/a" not in site.asked


def test_a_site_whose_robots_fail_is_left_alone_and_one_without_is_not(site: Site) -> None:
    site.page("/a", PAGE)
    first = fetcher().fetch(f"{site.address}/a", wanted)
    site.page("/robots.txt", b"", status=503)

    assert first.content == PAGE
    with pytest.raises(FetchError, match=r"robots\.txt cannot be read"):
        fetcher().fetch(f"{site.address}/a", wanted)


def test_a_site_is_asked_once_in_a_while_and_its_robots_once(site: Site) -> None:
    site.page("/robots.txt", b"", "text/plain")
    site.page("/a", PAGE)
    one = Fetcher(Terms(100_000), allows=loopback, robots=Robots(pause_s=0.3))
    begun = time.monotonic()

    for _ in range(3):
        one.fetch(f"{site.address}/a", wanted)

    assert time.monotonic() - begun >= 0.6
    assert site.asked.count("/robots.txt") == 1


def test_a_proxy_of_the_environment_is_not_asked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    site.page("/a", PAGE)

    assert fetcher().fetch(f"{site.address}/a", wanted).content == PAGE


@pytest.fixture
def proxy() -> Iterator[tuple[str, list[str]]]:
    """The address of a proxy that fetches for one who knows its password, and what it was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the name is http.server's
            asked.append(self.path)
            known = self.headers.get("Proxy-Authorization") == f"Basic {b64encode(b'ala:ma kota').decode()}"
            content = (b"" if self.path.endswith("robots.txt") else PAGE) if known else b""
            self.send_response(200 if known else 407)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def do_CONNECT(self) -> None:  # as above
            asked.append(self.path)
            self.send_error(403)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://ala:ma%20kota@127.0.0.1:{server.server_port}", asked
        server.shutdown()


def test_what_is_set_as_a_proxy_is_asked_for_names_that_nobody_here_knows(
    proxy: tuple[str, list[str]],
) -> None:
    address, asked = proxy
    through = Fetcher(Terms(100_000, 10), robots=Robots(pause_s=0), proxy=address)

    assert through.fetch("http://klastry.example.invalid/a.html", wanted).content == PAGE
    with pytest.raises(FetchError, match="proxy does not let"):
        through.fetch("https://klastry.example.invalid/a.html", wanted)
    assert asked[:2] == [
        "http://klastry.example.invalid/robots.txt",
        "http://klastry.example.invalid/a.html",
    ]
    assert asked[2] == "klastry.example.invalid:443"


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "10.0.0.7", "[::1]", "localhost", "wiki", "wiki.corp", "drukarka.local", "0x7f.1"]
)
def test_what_is_inside_is_not_asked_for_through_a_proxy(proxy: tuple[str, list[str]], host: str) -> None:
    address, asked = proxy
    with pytest.raises(FetchError, match="inside this network"):
        Fetcher(Terms(100_000, 10), proxy=address).fetch(f"http://{host}/", wanted)

    assert asked == []


def test_a_server_that_cannot_be_reached_or_speaks_no_http_is_said_so(site: Site) -> None:
    def speak_otherwise(line: BaseHTTPRequestHandler) -> None:
        line.wfile.write(b"SSH-2.0\r\n\r\n")

    site.pages["/a"] = speak_otherwise
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    with pytest.raises(FetchError, match="cannot be reached"):
        fetcher().fetch(f"http://127.0.0.1:{port}/", wanted)
    with pytest.raises(FetchError, match="does not speak HTTP"):
        fetcher().fetch(f"{site.address}/a", wanted)


def test_https_to_a_server_without_a_certificate_is_refused(site: Site) -> None:
    with pytest.raises(FetchError):
        fetcher().fetch(site.address.replace("http:", "https:"), wanted)


def test_numbers_are_checked_by_what_they_are() -> None:
    assert loopback(ipaddress.ip_address("127.0.0.1"))
    assert not is_public(ipaddress.ip_address("127.0.0.1"))
