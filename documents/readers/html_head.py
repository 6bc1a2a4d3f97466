"""What a web page's head tells: title, language, address, dates, authors."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import html

from documents.metadata import meta_date
from documents.model import Language
from documents.people import people
from documents.readers.html_linked import Linked, linked

# Small words that stand in names: "of", "the", "i", "na".
_LONGEST_JOINT = 3
_SITE_NAME = re.compile(r"\s+(?:[|»«·•–—-]|::|/)\s+")
_TAGS = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_PUBLISHED = (
    "article:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
    "dcterms.created", "date", "pubdate", "publish_date", "publication_date", "og:published_time",
    "parsely-pub-date", "sailthru.date", "citation_publication_date",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "datemodified", "og:updated_time", "last-modified", "dcterms.modified")
_AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "twitter:creator",
)
_BYLINE_NAME = re.compile(r"(?:^|[-_ ])(?:author|authors|autor|autorzy|byline|vcard)(?:$|[-_ ])")
_BYLINE_CHARS = 100


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says; None where it says nothing. `owner` is whose page it is, "" where no name tells."""

    title: str | None
    site: str | None
    language: Language | None
    address: str | None
    date: datetime.date | None
    modified: datetime.date | None = None
    authors: tuple[str, ...] = ()
    body: str = ""
    owner: str = ""


def read_head(root: html.HtmlElement) -> Head:
    """What the head of a page, its JSON-LD and its `<time>` say of it."""
    metas, data = dict(_metas(root)), linked(root)
    return Head(
        _title(root, metas),
        metas.get("og:site_name"),
        _language(root, metas),
        _address(root, metas, data),
        _date(root, metas, data),
        _first_date(metas, _MODIFIED) or data.modified,
        _authors(root, metas, data),
        data.body,
        _owner(root, metas),
    )


def _metas(root: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """The meta tags by lower-case name; of two with one name the first, as a dict is read backwards."""
    for meta in reversed(list(root.iter("meta"))):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        value = (meta.get("content") or "").strip()
        if name and value:
            yield name.lower(), value


def _title(root: html.HtmlElement, metas: dict[str, str]) -> str | None:
    heads = [" ".join(head.text_content().split()) for head in root.iter("h1")]
    named = metas.get("og:title") or root.findtext(".//title") or ""
    written = " ".join(_TAGS.sub("", named).split())
    heads = [head for head in heads if head]
    if not written:
        return heads[0] if len(heads) == 1 else None
    if any(head == written for head in heads):
        return written
    parts = _SITE_NAME.split(written)
    heads += [" ".join(loud.text_content().split()) for loud in root.iter("h2", "h3", "b", "strong")]
    match = next((head for head in heads if head and head in parts), None)
    return match or _without_site(parts, metas.get("og:site_name", ""), written)


def _owner(root: html.HtmlElement, metas: dict[str, str]) -> str:
    """Whose page it is, as the browser's title ends with or the site is called: capitals throughout, as no
    headline has; "" where neither is a name of several words."""
    shown = " ".join(_TAGS.sub("", root.findtext(".//title") or "").split())
    told = " ".join(metas.get("og:site_name", "").split()) or _SITE_NAME.split(shown)[-1]
    words = told.split()
    named = all(one[0].isupper() or not one[0].isalpha() or len(one) <= _LONGEST_JOINT for one in words)
    return told if len(words) > 1 and named and not told.endswith(("?", "!")) else ""


def _without_site(parts: list[str], site: str, written: str) -> str:
    """A title without the site's name, which is the last part where nothing else tells."""
    if len(parts) < 2:
        return written
    if site and parts[0].casefold() == site.casefold():
        return written[len(parts[0]) :].lstrip(" |»«·•–—-:/")
    if site and parts[-1].casefold() != site.casefold():
        return written
    return written[: len(written) - len(parts[-1])].rstrip(" |»«·•–—-:/")


def _language(root: html.HtmlElement, metas: dict[str, str]) -> Language | None:
    own = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    code = (own or metas.get("og:locale") or metas.get("content-language") or "").lower()
    return "pl" if code.startswith("pl") else "en" if code.startswith("en") else None


def _address(root: html.HtmlElement, metas: dict[str, str], data: Linked) -> str | None:
    """The page's own address; one that names only the site gives way to one that names the page."""
    canonical = next((link.get("href") for link in root.iter("link") if link.get("rel") == "canonical"), None)
    told = [one for one in (canonical, metas.get("og:url"), data.address) if one and one.startswith("http")]
    return next((one for one in told if urlsplit(one).path.strip("/")), told[0] if told else None)


def _date(root: html.HtmlElement, metas: dict[str, str], data: Linked) -> datetime.date | None:
    if found := _first_date(metas, _PUBLISHED) or data.published:
        return found
    times = [time for time in root.iter("time") if _of_article(time)]
    timed = (meta_date(time.get("datetime") or time.text_content()) for time in times[:1])
    return next(timed, None) or _first_date(metas, _MODIFIED) or data.modified


def _first_date(metas: dict[str, str], names: tuple[str, ...]) -> datetime.date | None:
    return next((found for name in names if (found := meta_date(metas.get(name, "")))), None)


def _of_article(time: html.HtmlElement) -> bool:
    """Whether a `<time>` can be the article's: not one in the page's frame."""
    return not any(above.tag in {"nav", "aside", "footer", "li", "td"} for above in time.iterancestors())


def _authors(root: html.HtmlElement, metas: dict[str, str], data: Linked) -> tuple[str, ...]:
    """The people a page says wrote it: to programs, else where it names them to readers."""
    told = people([*data.authors, *(metas[name] for name in _AUTHORS if name in metas)])
    return told or people(_bylines(root))


def _bylines(root: html.HtmlElement) -> Iterator[str]:
    for one in root.iter("a", "span", "div", "p", "address", "cite"):
        named = one.get("rel") == "author" or one.get("itemprop") == "author"
        if named or _BYLINE_NAME.search((one.get("class") or "").lower()):
            text = " ".join(one.text_content().split())
            remarked = any("comment" in (above.get("class") or "").lower() for above in one.iterancestors())
            if len(text) <= _BYLINE_CHARS and _of_article(one) and not remarked:
                yield text
