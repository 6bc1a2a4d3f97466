"""What a web page tells programs of itself as linked data (JSON-LD)."""

import datetime
import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import html

from documents.metadata import meta_date

_MOST_OBJECTS = 2000
_ARTICLES = ("article", "posting", "report", "webpage")
# Whose work is told beside an article is not the article.
_BESIDE = frozenset(
    {"comment", "review", "publisher", "itemListElement", "isPartOf", "hasPart", "breadcrumb"}
)


@dataclass(frozen=True, slots=True)
class Linked:
    """The article as its linked data tell it; "", None or nothing where they are silent."""

    published: datetime.date | None = None
    modified: datetime.date | None = None
    authors: tuple[str, ...] = ()
    address: str | None = None
    body: str = ""


@dataclass
class _Told:
    texts: dict[str, str] = field(default_factory=dict)
    authors: list[str] = field(default_factory=list)


def linked(root: html.HtmlElement) -> Linked:
    """What the linked data of a page say, those of articles before those of the page."""
    objects = sorted(_objects(root), key=_rank)
    told = _Told()
    for each in objects[:_MOST_OBJECTS]:
        for name in (
            "datePublished",
            "dateCreated",
            "dateModified",
            "articleBody",
            "url",
            "mainEntityOfPage",
        ):
            value = each.get(name)
            if isinstance(value, dict):
                value = value.get("@id")
            if isinstance(value, str) and value.strip():
                told.texts.setdefault(name, value.strip())
        if not told.authors:
            told.authors += _names(each.get("author"))
    texts = told.texts
    addresses = (texts.get("mainEntityOfPage"), texts.get("url"))
    return Linked(
        meta_date(texts.get("datePublished", "")) or meta_date(texts.get("dateCreated", "")),
        meta_date(texts.get("dateModified", "")),
        tuple(told.authors),
        next((each for each in addresses if each and each.startswith("http")), None),
        texts.get("articleBody", ""),
    )


def _rank(each: dict[str, object]) -> int:
    kind = str(each.get("@type", "")).lower()
    return next((at for at, name in enumerate(_ARTICLES) if name in kind), len(_ARTICLES))


def _names(author: object) -> list[str]:
    """The names of authors, an organisation's left out."""
    if isinstance(author, str):
        return [author]
    if isinstance(author, list):
        return [name for each in author[:20] for name in _names(each)]
    if isinstance(author, dict) and "organi" not in str(author.get("@type", "")).lower():
        name = author.get("name")
        return [name] if isinstance(name, str) else []
    return []


def _objects(root: html.HtmlElement) -> Iterator[dict[str, object]]:
    for script in root.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            told = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):  # broken JSON-LD is common, and tells nothing
            continue
        waiting: list[object] = [told]
        while waiting:
            one = waiting.pop()
            if isinstance(one, dict):
                yield one
                waiting += [value for name, value in one.items() if name not in _BESIDE]
            elif isinstance(one, list):
                waiting += one
