"""What is known of a cluster, by attribute: each value with its validity and the places that state it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from documents.model import Language
from documents.moments import Moment
from index.register.model import Attribute, Fact, Source
from web.api.fact_json import value_name
from web.api.standing import round_of, standing
from web.cited import cited_address
from web.i18n import Texts
from web.pages.cluster_table import StatusView, status_view
from web.pages.turn import QUOTES, web_address
from web.picture.timeline import period

# In the order they are read.
_ORDER: tuple[Attribute, ...] = (
    *(
        "status",
        "refusal",
        "coordinator",
        "representative",
        "mission",
        "place",
        "address",
        "region",
        "country",
    ),
    *("sector", "founded", "members", "person", "email", "phone", "website", "partner", "project"),
)
# Of these a cluster has one at a time, so that two values are a disagreement.
_ONE: frozenset[Attribute] = frozenset({"coordinator", "founded", "members", "place"})


@dataclass(frozen=True, slots=True)
class SourceView:
    """A place that states something: where it opens, its words, and the lines above that they lean on.

    `earlier`: the document's present version has them no more.
    """

    address: str
    title: str
    place: str
    language: Language
    signs: tuple[str, str]
    day: str
    iso_day: str
    leads: tuple[str, ...]
    quote: str
    earlier: bool


@dataclass(frozen=True, slots=True)
class Value:
    """A value with its sources, the newest first. `address` is where it leads: a page, a mailbox.

    `newest`: the latest of several that disagree. `concluded`: not said, but following from the quote.
    `review`: what staff made of it, as the texts call it.
    """

    words: str
    qualifier: str
    status: StatusView | None
    period: str
    address: str
    newest: bool
    concluded: bool
    review: str
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class FactGroup:
    """An attribute with its values, those that staff checked first, then the newest; `disagree` where they
    cannot all hold, `checked` where staff stand by the first."""

    attribute: str
    label: str
    values: tuple[Value, ...]
    disagree: bool
    checked: bool


def fact_groups(facts: Iterable[Fact], day: date, t: Texts) -> tuple[FactGroup, ...]:
    """The facts by attribute, in the order they are read."""
    grouped: dict[Attribute, list[Fact]] = {}
    for fact in facts:
        grouped.setdefault(fact.attribute, []).append(fact)
    return tuple(_group(name, grouped[name], day, t) for name in _ORDER if name in grouped)


def source_view(source: Source, t: Texts) -> SourceView:
    """The place, as a link into its document."""
    document = source.document
    return SourceView(
        address=cited_address(document.id, source.span, version=source.version),
        title=document.title,
        place=source.place.label if source.place.label != document.title else "",
        language=document.language,
        signs=QUOTES[document.language],
        day=t.day(document.date) if document.date else "",
        iso_day=document.date.isoformat() if document.date else "",
        leads=tuple(text for _, text in source.scope if text != document.title),
        quote=source.quote,
        earlier=source.version > 0,
    )


def _group(attribute: Attribute, facts: Sequence[Fact], day: date, t: Texts) -> FactGroup:
    newest_first = sorted(facts, key=lambda one: (one.is_checked, _said_on(one)), reverse=True)
    same: dict[tuple[object, ...], list[Fact]] = {}
    for fact in newest_first:
        same.setdefault(_sameness(fact), []).append(fact)
    firsts = [stating[0] for stating in same.values()]
    disagree = any(_conflict(one, other) for one in firsts for other in firsts if one is not other)
    checked = firsts[0].is_checked
    values = tuple(
        _value(stating, day, t, newest=disagree and not checked and place == 0)
        for place, stating in enumerate(same.values())
    )
    return FactGroup(attribute, t(f"detail.{attribute}"), values, disagree, checked)


def _said_on(fact: Fact) -> date:
    return fact.said_on or fact.source.document.date or date.min


def _sameness(fact: Fact) -> tuple[object, ...]:
    return (fact.value.casefold(), fact.qualifier.casefold(), fact.since, fact.until)


def _conflict(one: Fact, other: Fact) -> bool:
    if one.attribute == "status":
        ends = {one.until, other.until} - {None}
        same_round = one.value == other.value and round_of(one) == round_of(other)
        return same_round and (len(ends) > 1 or one.qualifier != other.qualifier)
    differ = one.value.casefold() != other.value.casefold()
    return one.attribute in _ONE and one.qualifier == other.qualifier and differ


def _value(stating: Sequence[Fact], day: date, t: Texts, *, newest: bool) -> Value:
    fact = stating[0]
    is_status = fact.attribute == "status"
    return Value(
        words=_words(fact, t),
        qualifier="" if is_status else fact.qualifier,
        status=status_view(fact, standing(fact, day), t) if is_status else None,
        period="" if is_status else period(fact.since, fact.until, t),
        address=_address(fact),
        newest=newest,
        concluded=fact.id == 0,
        review=fact.review,
        sources=tuple(source_view(one.source, t) for one in stating),
    )


def _words(fact: Fact, t: Texts) -> str:
    if fact.attribute == "founded":
        try:
            return Moment.from_iso(fact.value).words(t.language)
        except ValueError:
            return fact.value
    return value_name(fact, t.language)


def _address(fact: Fact) -> str:
    """Where a value leads, where it is safe to go there."""
    value = fact.value
    if fact.attribute == "email" and re.fullmatch(r"[\w.+-]+@[\w.-]+\.\w+", value):
        return f"mailto:{value}"
    if fact.attribute == "phone" and re.fullmatch(r"\+?[\d ]{5,20}", value):
        return f"tel:{value.replace(' ', '')}"
    if fact.attribute == "website":
        full = value if re.match(r"[a-z]+:", value, re.IGNORECASE) else f"https://{value}"
        return web_address(full)
    return ""
