"""Addresses as people paste them."""

from urllib.parse import urlsplit

import httpx2

from web.fetch.errors import FetchError

_LONGEST = 2_000
# Below these live servers of other kinds, which a request could be made to confuse.
_OTHER_PORTS = range(1_024, 65_536)
_USUAL_PORTS = (None, 80, 443)


def read_address(typed: str) -> str:
    """The address that somebody typed, whole and without its fragment. Raises: FetchError."""
    text = typed.strip()
    if "://" not in text:
        text = f"https://{text}"
    if len(text) > _LONGEST or not text.isprintable() or " " in text:
        raise FetchError(typed, "This is no address; paste the whole line of the browser's address bar.")
    try:
        url = _checked(typed, text, httpx2.URL(text))
    except (httpx2.InvalidURL, ValueError) as error:
        raise FetchError(
            typed, "This is no address; paste the whole line of the browser's address bar."
        ) from error
    return str(url.copy_with(fragment=None))


def _checked(typed: str, text: str, url: httpx2.URL) -> httpx2.URL:
    if url.scheme not in ("http", "https"):
        raise FetchError(typed, "Only addresses that begin with http:// or https:// are fetched.")
    if url.userinfo or "@" in urlsplit(text).netloc:
        raise FetchError(typed, "The address holds a name or a password; leave that out.")
    if not url.host:
        raise FetchError(typed, "This is no address; paste the whole line of the browser's address bar.")
    if url.port not in _USUAL_PORTS and (url.port or 0) not in _OTHER_PORTS:
        raise FetchError(typed, "No web server is asked at this port.")
    return url
