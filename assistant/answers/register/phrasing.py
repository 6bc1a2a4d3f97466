"""Numbers, times, and what was asked for, in words that agree."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files

from assistant.answers.rows import SEPARATOR
from assistant.recognise import spans
from assistant.wording import say
from documents.model import Language
from documents.moments import Moment, word_lists
from index import taxonomy, words
from index.body_kinds import kind_name
from index.register.model import WITHDRAWN, Attribute, Conditions, Fact
from index.words import fold

FEW = frozenset({2, 3, 4})
TEENS = frozenset({12, 13, 14})


def form(count: int, language: Language) -> str:
    """Which form of a noun or a verb goes with a number: one, few or many."""
    if count == 1:
        return "one"
    few = count % 10 in FEW and count % 100 not in TEENS
    return "few" if few and language == "pl" else "many"


def counted(key: str, count: int, language: Language, **values: object) -> str:
    """The words for `key` in the form that agrees with a number: "1 klaster", "2 klastry", "5 klastrów"."""
    return say(f"{key}_{form(count, language)}", language, count=count, **values)


def joined(parts: Sequence[str], language: Language) -> str:
    """ "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {say('and', language)} {parts[-1]}"


def after_preposition(moment: Moment, language: Language) -> str:
    """A moment after "do" and "od": Polish months and quarters stand in the genitive there."""
    words = moment.words(language)
    if language == "en":
        return words
    nominative, genitive = word_lists()["months"]["pl"], word_lists()["months"]["pl_of"]
    first, _, rest = words.partition(" ")
    if first in nominative:
        return f"{genitive[nominative.index(first)]} {rest}"
    return words.replace("kwartał", "kwartału", 1)


def day_words(day: date, language: Language) -> str:
    return Moment.day(day).words(language)


def validity(fact: Fact, language: Language) -> str:
    """Since when and until when a status holds, with its round: "do 17 grudnia 2025 (runda VI)"."""
    parts = []
    if fact.since:
        parts.append(say("since", language, moment=after_preposition(fact.since, language)))
    if fact.until:
        parts.append(say("until", language, moment=after_preposition(fact.until, language)))
    if fact.qualifier not in {"", WITHDRAWN}:
        parts.append(f"({round_words(fact.qualifier, language)})")
    return " ".join(parts)


def round_words(qualifier: str, language: Language) -> str:
    return say("round", language, round=qualifier)


def according(facts: Sequence[Fact], language: Language) -> str:
    """The source's date in words, where the facts share one; "" otherwise."""
    days = {fact.said_on or fact.source.document.date for fact in facts}
    day = days.pop() if len(days) == 1 else None
    return say("according", language, day=day_words(day, language)) if day else ""


def value_words(fact: Fact, language: Language) -> str:
    """A fact's value for a person."""
    match fact.attribute:
        case "region":
            return taxonomy.region_name(fact.value, language)
        case "country":
            return taxonomy.country_name(fact.value, language)
        case "sector":
            return taxonomy.sector_name(fact.value, language)
        case "members":
            return f"{_hedged(fact)} {_counted_things(fact)}".strip()
        case "person":
            return f"{fact.value} ({fact.qualifier})" if fact.qualifier else fact.value
        case "phone":
            return _as_written(fact)
        case "founded":
            return Moment.from_iso(fact.value).words(language)
    return fact.value


def _as_written(fact: Fact) -> str:
    """A telephone number as its source writes it, which a person reads more easily than its digits."""
    quote = fact.source.quote
    written = (quote[span.start : span.end].strip() for span in spans(quote, "phone"))
    digits = re.sub(r"\D", "", fact.value)
    found = next((one for one in written if digits.endswith(re.sub(r"\D", "", one))), fact.value)
    # A number in brackets is found with the one that closes them.
    return found if found.count("(") == found.count(")") else found.strip("()")


def is_hedged(fact: Fact) -> bool:
    """Whether a source says that a number is not exact."""
    return _hedged(fact) != fact.value


def _hedged(fact: Fact) -> str:
    """A number with the words by which its source says that it is not exact: "ponad 70"."""
    digits = r"[\s.,\u00a0]?".join(fact.value)
    found = re.search(rf"(?<!\w)({_hedges()})\s*(?<!\d){digits}(?!\d)", fact.source.quote, re.IGNORECASE)
    return f"{found[1].lower()} {fact.value}" if found else fact.value


def _counted_things(fact: Fact) -> str:
    """What a number of members counts, as it is said after the number; nothing where the source has but a
    label for the number, which says no more than "members"."""
    counts = fact.qualifier.strip()
    if not counts or _is_said_after(fact):
        return counts
    folded = fold(counts)
    label = max((one for one in _numbers()["label"] if folded.startswith(one)), key=len, default="")
    counts = counts[len(label) :].strip(" :") if len(folded) == len(counts) else counts
    if not counts or fold(counts).startswith(tuple(_numbers()["members"])):
        return ""
    return counts if label else f"({counts[:1].lower()}{counts[1:]})"


def _is_said_after(fact: Fact) -> bool:
    """Whether the source counts in a sentence: "liczy 48 firm", "sixty members"."""
    before, found, _ = fact.source.quote.partition(fact.qualifier)
    return bool(found) and bool(words.tokenize(before)) and SEPARATOR not in fact.source.quote


def _hedges() -> str:
    return "|".join(sorted(map(re.escape, _numbers()["words"]), key=len, reverse=True))


@cache
def _numbers() -> dict[str, list[str]]:
    return tomllib.loads(files("assistant").joinpath("data/hedges.toml").read_text("utf-8"))


def attribute_words(attribute: Attribute, language: Language) -> str:
    """What an attribute is called, as the subject of a line: "koordynator"."""
    return say(f"is_{attribute}", language)


def founded_words(moment: Moment, language: Language) -> str:
    """The time in which clusters were founded: one that has no beginning or no end by the other alone, whole
    years as such."""
    if moment.first == date.min:
        return say("or_earlier", language, moment=_year_or_day(moment.last, last=True, language=language))
    if moment.last == date.max:
        return say("or_later", language, moment=_year_or_day(moment.first, last=False, language=language))
    whole = (moment.first.month, moment.first.day, moment.last.month, moment.last.day) == (1, 1, 12, 31)
    if whole and moment.first.year != moment.last.year:
        return f"{moment.first.year}–{moment.last.year}"
    return moment.words(language)


def _year_or_day(day: date, *, last: bool, language: Language) -> str:
    whole = (day.month, day.day) == ((12, 31) if last else (1, 1))
    return str(day.year) if whole else day_words(day, language)


def town_words(key: str) -> str:
    """A town's name by its folded name; a town that no list knows as it was asked about."""
    try:
        return taxonomy.town_name(key.replace(" ", "-"))
    except KeyError:
        return key.title()


def place_name(key: str, language: Language) -> str:
    """The name of a region or, by its code, of a country."""
    return taxonomy.country_name(key, language) if key.isupper() else taxonomy.region_name(key, language)


def _excluded(conditions: Conditions, language: Language) -> list[str]:
    """What is left out, one by one, in words; clusters that are named go without saying."""
    found = []
    for one in conditions.excluded:
        label = say("is_status", language) if one.status == "*" else one.status.removeprefix("* ")
        day = day_words(one.valid_on, language) if one.valid_on else ""
        round = round_words(one.round, language) if one.round else ""
        known = [attribute_words(each, language) for each in sorted(one.known)]
        rest = condition_words(replace(one, known=frozenset()), language)
        told = [label, round, day, *known, rest]
        found.append(" ".join(each for each in told if each))
    return [one for one in found if one]


def condition_words(conditions: Conditions, language: Language) -> str:
    """What was asked for beside a status, in words: "województwo śląskie, Lotnictwo"."""
    parts = [taxonomy.sector_name(key, language) for key in sorted(conditions.sectors)]
    parts += [taxonomy.region_name(key, language) for key in sorted(conditions.regions)]
    parts += [taxonomy.country_name(key, language) for key in sorted(conditions.countries)]
    parts += [town_words(key) for key in sorted(conditions.towns)]
    if conditions.outside:
        names = [place_name(key, language) for key in sorted(conditions.outside)]
        parts.append(say("outside", language, places=joined(names, language)))
    if conditions.coordinator:
        parts.append(f"{say('is_coordinator', language)} {conditions.coordinator}")
    if conditions.bodies:
        kinds = joined([kind_name(key, language) for key in sorted(conditions.bodies)], language)
        parts.append(f"{say('is_coordinator', language)}: {kinds}")
    if conditions.founded:
        parts.append(say("founded_in", language, moment=founded_words(conditions.founded, language)))
    if conditions.members:
        comparison, number = conditions.members
        parts.append(say(f"members_{comparison}", language, number=number))
    if conditions.most_members is not None:
        parts.append(say("members_at_most", language, number=conditions.most_members))
    if conditions.known:
        known = [attribute_words(one, language) for one in sorted(conditions.known)]
        parts.append(say("having", language, what=joined(known, language)))
    parts += [one for one in (conditions.text, conditions.in_name) if one]
    parts += [say("excluded", language, what=one) for one in _excluded(conditions, language)]
    return ", ".join(parts)
