"""What a web page's head tells: title, language, address, date."""

import datetime
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

from documents.metadata import meta_date
from documents.model import Language

_SITE_NAME = re.compile(r"\s+(?:[|»«·•–—-]|::|/)\s+")
_PUBLISHED = (
    "article:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
    "dcterms.created", "date", "pubdate", "publish_date", "publication_date", "og:published_time",
    "parsely-pub-date", "sailthru.date", "article:modified_time", "datemodified", "og:updated_time",
    "last-modified",
)  # fmt: skip
_JSON_DATES = ("datePublished", "dateCreated", "dateModified")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says; None where it says nothing."""

    title: str | None
    site: str | None
    language: Language | None
    address: str | None
    date: datetime.date | None


def read_head(root: html.HtmlElement) -> Head:
    """What the head of a page, its JSON-LD and its `<time>` say of it."""
    metas = dict(_metas(root))
    return Head(
        _title(root, metas),
        metas.get("og:site_name"),
        _language(root),
        _address(root, metas),
        _date(root, metas),
    )


def _metas(root: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """The meta tags by lower-case name; of two with one name the first, as a dict is read backwards."""
    for meta in reversed(list(root.iter("meta"))):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        value = (meta.get("content") or "").strip()
        if name and value:
            yield name.lower(), value


def _title(root: html.HtmlElement, metas: dict[str, str]) -> str | None:
    heads = [" ".join(head.text_content().split()) for head in root.iter("h1")]
    written = metas.get("og:title") or " ".join((root.findtext(".//title") or "").split())
    heads = [head for head in heads if head]
    if not written:
        return heads[0] if len(heads) == 1 else None
    if any(head == written for head in heads):
        return written
    parts = _SITE_NAME.split(written)
    heads += [" ".join(loud.text_content().split()) for loud in root.iter("h2", "h3", "b", "strong")]
    match = next((head for head in heads if head and head in parts), None)
    return match or _without_site(parts, metas.get("og:site_name", ""), written)


def _without_site(parts: list[str], site: str, written: str) -> str:
    """A title without the site's name, which is the last part where nothing else tells."""
    if len(parts) < 2:
        return written
    if site and parts[0].casefold() == site.casefold():
        return written[len(parts[0]) :].lstrip(" |»«·•–—-:/")
    if site and parts[-1].casefold() != site.casefold():
        return written
    return written[: len(written) - len(parts[-1])].rstrip(" |»«·•–—-:/")


def _language(root: html.HtmlElement) -> Language | None:
    code = (root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "").lower()
    return "pl" if code.startswith("pl") else "en" if code.startswith("en") else None


def _address(root: html.HtmlElement, metas: dict[str, str]) -> str | None:
    canonical = next((link.get("href") for link in root.iter("link") if link.get("rel") == "canonical"), None)
    return next((one for one in (canonical, metas.get("og:url")) if one and one.startswith("http")), None)


def _date(root: html.HtmlElement, metas: dict[str, str]) -> datetime.date | None:
    tagged = (metas[name] for name in _PUBLISHED if name in metas)
    times = [time for time in root.iter("time") if _of_article(time)]
    timed = (time.get("datetime") or time.text_content() for time in times[:1])
    return next((found for text in (*tagged, *_json_dates(root), *timed) if (found := meta_date(text))), None)


def _of_article(time: html.HtmlElement) -> bool:
    """Whether a `<time>` can be the article's: not one in the page's frame."""
    return not any(above.tag in {"nav", "aside", "footer", "li", "td"} for above in time.iterancestors())


def _json_dates(root: html.HtmlElement) -> Iterator[str]:
    for script in root.iter("script"):
        if script.get("type") != "application/ld+json":
            continue
        try:
            told = json.loads(script.text or "")
        except ValueError:  # broken JSON-LD is common, and tells nothing
            continue
        for name in _JSON_DATES:
            yield from _values(told, name)


def _values(told: object, name: str) -> Iterator[str]:
    waiting = [told]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if isinstance(one.get(name), str):
                yield one[name]
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
