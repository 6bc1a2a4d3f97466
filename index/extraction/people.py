"""Names of persons in a text, and what the text says they do.

A pair of capitalised words is a person only if a given name is among them, as "Anna" is and "Dolina" is not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from documents.model import Span
from index import words
from index.gazetteer import lexicon
from index.inflection import inflected, is_english, nominative, word_forms
from index.personal_names import personal_name

UPPER = "A-ZÀ-ÖØ-ÞĄĆĘŁŃÓŚŹŻČĎĚŇŘŠŤŮÝŽŐŰ"
NAME = rf"[{UPPER}][^\W\d_]+(?:[-–'’][{UPPER}][^\W\d_]+)*"
RUN = re.compile(rf"(?<![\w.@/-]){NAME}(?:[ \u00a0](?:{NAME}|[{UPPER}]\.))*")
PART = re.compile(rf"{NAME}|[{UPPER}]\.")
WORD = re.compile(r"[^\W\d_][\w'’-]*\.?")
# Abbreviated roles, as CEO, keep their capitals.
SHORT = 3
# A role stands this near to its person, in words.
NEAR = 8
# What ends the words in which a role may stand before a name, and after it.
BOUND_BEFORE = re.compile(r"[.!?;,()\[\]\n…](?=\s|$)|[()\[\];\n…]")
BOUND_AFTER = re.compile(r"[.!?;,()\[\]\n|:…–—](?=\s|$)|\s-\s|[()\[\];\n|…]")
JOINED = re.compile(r"\s*(?:[,–—(:|]|-(?=\s))\s*")
# "od 2017 roku" between a role and a name.
SINCE = re.compile(
    r"\b(?:od|do|since|until|from|in|w|we)\s+(?:\d{1,2}\s+)?(?:\w+\s+)?(?:19|20)\d\d(?:\s+(?:roku\b|r\.))?"
    r"|\b(?:od|since)\s(?:lat|początku|niedawna|roku|dawna|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|"
    r"sierpnia|września|października|listopada|grudnia|January|February|March|April|May|June|July|August|"
    r"September|October|November|December)\b"
)
# "dyrektor Klastra X w Częstochowie, Jan Lis".
PLACED = re.compile(rf"\s(?:w|we|z|ze|in|from|of)\s[{UPPER}][\w-]+(?:[ -][{UPPER}][\w-]+)?\s*$")
# "od maja 2024 r.": of a year, the full stop ends no clause.
YEAR = re.compile(r"(?:19|20)\d\d\s?r\.$")
# "elected Anna Nowak chairwoman", "wybrano Annę Nowak prezeską": the role follows the name.
APPOINTS = re.compile(
    r"(?i)\b(?:elect(?:ed|s)|appoint(?:ed|s)|nam(?:ed|es)|chose|made|wybra[łl]\w*|wybrano|powo[łl]a[łl]\w*|powo[łl]ano|"
    r"mianowa[łl]\w*|mianowano)\s+(?:\w+\.\s)?$"
)
# ", która od stycznia kieruje klastrem", "who still chairs the board".
RELATIVE = re.compile(
    r"(?:któr\w{1,3}|who)\s+(?:(?:od|since)\s[^,;.]{2,20}?\s)?(?:(?:obecnie|nadal|dziś|now|currently|still|also|has)\s)*"
)
# "kieruje klastrem jako dyrektor", "runs the cluster as its managing director".
AS = re.compile(r"[^,;:.()]{3,60}?\s(?:jako|as)\s(?:(?:its|the|our|their|jego|jej|jego)\s)?")
# "chairwoman in June": what follows is no part of the role.
STOPS = frozenset({"in", "since", "until", "from", "at", "on", "by", "with"})
# Words of a person's name that no dictionary has.
MOST_UNKNOWN = 3
VERBAL = frozenset({"fin", "praet", "imps", "inf", "prep", "comp", "conj", "bedzie", "pcon", "pact", "ppas"})


@dataclass(frozen=True, slots=True)
class Person:
    """A name without title as it stands in the text, in the nominative, and the role if the text tells it."""

    span: Span
    name: str
    role: str | None = None
    role_span: Span | None = None


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(lexicon("roles.toml")[key])


@cache
def _roles() -> frozenset[str]:
    forms = (form.lower() for lemma in lexicon("roles.toml")["polish"] for form in inflected(lemma))
    return frozenset(forms) | _listed("english")


@cache
def _base_roles() -> frozenset[str]:
    return frozenset(lexicon("roles.toml")["polish"]) | _listed("english")


@cache
def _institutions() -> frozenset[str]:
    """Nouns that carry an organisation's name: "Uniwersytet Jana Kochanowskiego" names no person."""
    table = lexicon("organisation_heads.toml")
    return frozenset(form.lower() for lemma in table["polish"] for form in inflected(lemma)) | {
        *table["english"]
    }


@cache
def _given_names() -> frozenset[str]:
    lines = files("index").joinpath("data/given_names.txt").read_text("utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


# Before a role or a body that somebody leaves for, and does not have.
GOES_TO = re.compile(
    r"(?i)\b(?:leav\w+|left|mov\w+|depart\w+|go(?:es|ing)|went) (?:for|to) (?:the |an? )?$|"
    r"\b(?:przesz\w+|przechodzi|odesz\w+|odchodzi) do $"
)


@cache
def _verbs() -> re.Pattern[str]:
    listed = "|".join(sorted(map(re.escape, lexicon("roles.toml")["verbs"]), key=len, reverse=True))
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE)


def role_of(word: str) -> bool:
    """Whether a word names what a person does, in the nominative singular: "prezes", "director"."""
    return word.lower() in _base_roles()


def is_public(role: str) -> bool:
    """Whether a role is a public or academic office, which is none in a cluster: "burmistrz"."""
    return any(word.lower() in _listed("public") for word in WORD.findall(role))


@lru_cache(maxsize=20_000)
def is_given_name(word: str) -> bool:
    """Whether a word is a given name, in any case."""
    forms = word_forms(_first_half(word))
    return word in _given_names() or any("imię" in form.labels and ":sg" in form.tag for form in forms)


def _first_half(word: str) -> str:
    return re.split(r"[-–]", word)[0]


@lru_cache(maxsize=20_000)
def _may_follow(given: str, word: str) -> bool:
    """Whether a word may be the surname after a given name: known as one, in the same case, or unknown."""
    if word.endswith("."):
        return True
    forms = word_forms(word.rpartition("-")[2])
    if not forms:
        return True
    named = [form for form in forms if form.labels & {"nazwisko", "imię"}]
    first = [form for form in word_forms(_first_half(given)) if "imię" in form.labels]
    return any(one.agreement & other.agreement for one in first for other in named) or bool(
        named and not first
    )


def opens_with_person(text: str, start: int) -> int | None:
    """The end of the person's name, with titles before it, that begins at `start`; None if none does."""
    at, titled = _past_titles(text, start)
    run = RUN.match(text, at)
    found = next(_names(text, run, titled), None) if run else None
    return found.end if found and found.start == at else None


def _past_titles(text: str, at: int) -> tuple[int, bool]:
    titled = False
    while (word := WORD.match(text, at)) and word.group().lower() in _listed("titles"):
        titled |= word.group().lower() in _listed("naming")
        at = word.end() + len(text[word.end() :]) - len(text[word.end() :].lstrip(" \u00a0"))
    return at, titled


@lru_cache(maxsize=4_096)
def people_in(text: str) -> tuple[Person, ...]:
    """Every person the text names, in order, with their role where it is told beside the name."""
    sure = [
        span for run in RUN.finditer(text) for span in _names(text, run, titled=_is_titled(text, run.start()))
    ]
    spans = sorted((*sure, *_unlisted(text, sure)))
    found: list[Person] = []
    for at, span in enumerate(spans):
        # A role told of the person before is not this one's.
        left = max((one for person in found[-1:] for one in (person.span.end, _role_end(person))), default=0)
        role = _role_of(text, span, left, spans[at + 1].start if at + 1 < len(spans) else None)
        if role is None and span not in sure:
            continue
        unknown = span not in sure and not is_given_name(text[span.start : span.end].split()[0])
        if unknown and not _tells_a_person(text, span, role):
            continue
        name = personal_name(text[span.start : span.end])
        found.append(Person(span, name, *role) if role else Person(span, name))
    return tuple(found)


def named_people(text: str) -> tuple[Span, ...]:
    """Where a text has what may be people's names, with roles or without, in order: for where only people are
    named."""
    sure = [
        span for run in RUN.finditer(text) for span in _names(text, run, titled=_is_titled(text, run.start()))
    ]
    return tuple(sorted((*sure, *_unlisted(text, sure)), key=lambda one: one.start))


def _unlisted(text: str, known: list[Span]) -> Iterator[Span]:
    """Given names with a surname that is a word too, "Jan Szron": persons only where a role stands beside."""
    for run in RUN.finditer(text):
        parts = list(PART.finditer(text, run.start(), run.end()))
        taken = any(span.start < run.end() and run.start() < span.end for span in known)
        if not taken and 2 <= len(parts) <= MOST_UNKNOWN and all(_is_unknown(one.group()) for one in parts):
            yield Span(parts[0].start(), parts[-1].end())
            continue
        if taken or len(parts) != 2 or not is_given_name(parts[0].group()) or parts[1].group().isupper():
            continue
        if not _is_title_case_noun(parts[1].group()) and not _is_patron(text, parts, 0, 2):
            yield Span(parts[0].start(), parts[1].end())


@lru_cache(maxsize=20_000)
def _is_unknown(word: str, *, foreign: bool = False) -> bool:
    """Whether no dictionary has a word but as a name: "Aistė", "Kanapienė"; a foreign one may be an English
    word."""
    if word.endswith(".") or word.isupper() or _is_title_case_noun(word):
        return False
    if not foreign and is_english(word):
        return False
    forms = word_forms(word.rpartition("-")[2])
    return not forms or all(form.labels & {"nazwisko", "imię"} for form in forms)


def _tells_a_person(text: str, span: Span, role: tuple[str, Span] | None) -> bool:
    """Whether a role beside words that no dictionary has shows that they name a person: one that no body has,
    and that is no title before a firm's name, as in "prezes Stalexport Autostrady"."""
    if role is None or any(word.lower() in _listed("of_bodies") for word in WORD.findall(role[0])):
        return False
    if role[0] == "manager" and _verbs().fullmatch(text[role[1].start : role[1].end]):
        return False
    right_before = role[1].end < span.start and not text[role[1].end : span.start].strip()
    return not right_before or " " in role[0] or role[0].lower() in _listed("english")


def _role_end(person: Person) -> int:
    return person.role_span.end if person.role_span else 0


def _role_of(text: str, span: Span, left: int, other: int | None) -> tuple[str, Span] | None:
    """The role on either side of a name; `left` and `other` are where other persons end and begin."""
    right = len(text) if other is None else other
    before = _role_before(text, left, span.start)
    found = before or _role_after(text, span, right, last=other is None)
    if found:
        return found
    # "Szef klastra, Jan Lis, mówi": a role with its person in commas.
    comma = len(text[: span.start].rstrip()) - 1
    if text[max(comma, 0) : comma + 1] == "," and text[span.end : span.end + 1] in {",", ".", ""}:
        return _role_before(text, left, comma)
    return None


def _is_titled(text: str, start: int) -> bool:
    return _word_before(text, start).lower() in _listed("naming")


def _word_before(text: str, start: int) -> str:
    before = text[max(0, start - 24) : start].split()
    return before[-1].lstrip('(„"') if before and text[start - 1 : start].isspace() else ""


def _names(text: str, run: re.Match[str], titled: bool) -> Iterator[Span]:
    """The persons' names in a run of capitalised words; right after a title a surname alone is one."""
    parts = list(PART.finditer(text, run.start(), run.end()))
    at = 0
    while at < len(parts):
        first = parts[at].group()
        titled = titled or (at > 0 and parts[at - 1].group().lower() in _listed("naming"))
        length = _length([one.group() for one in parts[at:]])
        named = not role_of(first) and first.lower() not in _listed("titles") | inflected("klaster")
        if length == 1 and titled and named:
            following = [one.group() for one in parts[at + 1 : at + 2]]
            yield Span(parts[at].start(), parts[at + len(following)].end())
            return
        if length > 1 and not _is_patron(text, parts, at, at + length):
            yield Span(parts[at].start(), parts[at + length - 1].end())
        at, titled = at + length, False


def _length(parts: list[str]) -> int:
    """How many of the words are one person's name; 1 if none."""
    if not is_given_name(parts[0]):
        return 1
    taken = 1
    while taken < min(len(parts), 3) and is_given_name(parts[taken]) and _may_follow(parts[0], parts[taken]):
        taken += 1
    if (
        taken < len(parts)
        and parts[taken].endswith(".")
        and taken + 1 < len(parts)
        and not is_given_name(parts[taken + 1])
    ):
        taken += 1
    if taken < len(parts) and _may_follow(parts[0], parts[taken]) and not _is_title_case_noun(parts[taken]):
        taken += 1
    # "Hana Glass Association" is no person, "Mette Lindqvist Holm" is one.
    if 1 < taken < len(parts) and parts[-1].lower() in lexicon("organisation_heads.toml")["english"]:
        return 1
    if 1 < taken == len(parts) - 1 and _is_unknown(parts[taken], foreign=True):
        taken += 1
    return taken


def _is_title_case_noun(word: str) -> bool:
    """Whether a capitalised word is a role, an institution or what heads a network's name: "Anna Dyrektor",
    "Kent School", "Lee Valley", but no surname."""
    if word.lower() in _roles() | _institutions():
        return True
    heads = words.fold(word) in lexicon("naming.toml")["network_heads"]
    return heads and not any("nazwisko" in form.labels for form in word_forms(word))


def _is_patron(text: str, parts: list[re.Match[str]], at: int, end: int) -> bool:
    """Whether a street or an institution has the name, or a pope or king bears it."""
    before = _word_before(text, parts[at].start())
    if before.lower() in _listed("patrons") or (
        before.lower() in _institutions() and _oblique(parts[at].group())
    ):
        return True
    return re.match(r"\s[IVX]+\b", text[parts[end - 1].end() :]) is not None


def _oblique(word: str) -> bool:
    forms = [form for form in word_forms(word) if "imię" in form.labels]
    return bool(forms) and not any(case == "nom" for form in forms for _, case, _ in form.agreement)


def _role_before(text: str, left: int, start: int) -> tuple[str, Span] | None:
    """The role that leads to a name: "prezes zarządu Anna Nowak", "Koordynator: Jan Lis", "chaired by"."""
    clause = max(
        [left, *(match.end() for match in BOUND_BEFORE.finditer(text, left, start) if _ends(text, match))]
    )
    found = list(WORD.finditer(text, clause, start))[-NEAR:]
    for place in range(len(found) - 1, -1, -1):
        verb = _verb(text, clause, found[place].start(), start)
        if verb:
            return verb
        if found[place].group().lower() in _roles():
            return _led_to(text, found, place, start)
    return None


def _ends(text: str, bound: re.Match[str]) -> bool:
    """Whether a full stop ends a clause, and is not that of "dr hab." or "p."."""
    if bound.group() != ".":
        return True
    if YEAR.search(text[: bound.end()]):
        return False
    return (
        _word_before(text, bound.start() + 1) or re.split(r"\s", text[: bound.end()])[-1]
    ).lower() not in (_listed("titles") | _listed("unended"))


def _verb(text: str, clause: int, at: int, start: int) -> tuple[str, Span] | None:
    match = _verbs().match(text, at)
    if match is None or match.end() > start:
        return None
    between = WORD.findall(text[match.end() : start])
    objects = [word for word in between if word.lower() not in _listed("links") | _listed("titles")]
    if len(objects) > 3 or any(word in _listed("others") for word in objects):
        return None
    return lexicon("roles.toml")["verbs"][match.group().lower()], Span(*match.span())


def _led_to(text: str, found: list[re.Match[str]], place: int, start: int) -> tuple[str, Span] | None:
    """The role at `place` with its complements, if only links and titles stand between it and the name."""
    first = place
    while first and found[first - 1].group().lower() in _listed("before") | _roles():
        first -= 1
    end = _complements(text, found[place + 1 :], found[place].end(), start)
    rest = WORD.findall(SINCE.sub(" ", PLACED.sub(" ", text[end:start])))
    if any(word.lower() not in _listed("links") | _listed("titles") for word in rest):
        return None
    span = Span(found[first].start(), end)
    return _role(text, span), span


def _complements(text: str, following: list[re.Match[str]], end: int, limit: int) -> int:
    """Where the words end that say of what one is president or director."""
    for word in following:
        if word.end() > limit or not re.fullmatch(r"[ \u00a0„\"”]*", text[end : word.start()]):
            break
        lower = word.group().lower()
        if (
            lower in (_listed("links") | STOPS) - {"the"} - _listed("of_role")
            or lower in _listed("titles")
            or not _complements_role(word.group())
        ):
            break
        if lower not in _listed("of_role"):
            end_at = word.end() - (1 if word.group().endswith(".") else 0)
            end = end_at
            if end_at != word.end():
                break
        else:
            end = word.end()
    while (last := re.search(r"[\s„\"]+(\w+\.?)$", text[:end])) and last.group(1) in _listed("of_role"):
        end = last.start()
    return end


@lru_cache(maxsize=20_000)
def _complements_role(word: str) -> bool:
    """Whether a word may go on a role: "zarządu", "zarządzający", "Klastra", "Dolina", "of", "board"."""
    if word.lower() in _listed("of_role") or word[0].isupper():
        return True
    forms = word_forms(word)
    return (
        not forms
        or not any(form.part in VERBAL for form in forms)
        or any(form.part == "adj" for form in forms)
        or word.endswith(("ający", "ająca", "ącego", "ącej", "ącym", "ącą"))
    )


def _role_after(text: str, name: Span, right: int, *, last: bool) -> tuple[str, Span] | None:
    """The role after a name: "Jan Lis – przewodniczący", "Jan Lis, director of X", "Jan Lis kieruje"."""
    end = name.end
    joined = JOINED.match(text, end)
    at = joined.end() if joined else end + len(text[end:right]) - len(text[end:right].lstrip(" \u00a0"))
    relative = RELATIVE.match(text, at)
    at = relative.end() if relative else at
    bound = next((one for one in BOUND_AFTER.finditer(text, at, right) if _ends(text, one)), None)
    limit = bound.start() if bound else right
    found = list(WORD.finditer(text, at, limit))[:NEAR]
    place, linked = 0, joined is not None or APPOINTS.search(text[: name.start]) is not None
    while place < len(found) and _leads_to_role(found, place):
        linked |= found[place].group().lower() in _listed("links")
        place += 1
    if found and (match := _verbs().match(text, found[0].start())):
        return _named_after(text, match, right) or (
            lexicon("roles.toml")["verbs"][match.group().lower()],
            Span(*match.span()),
        )
    if not linked or place == len(found) or found[place].group().lower().rstrip(".") not in _roles():
        return None
    return _told_after(text, found, place, None if last else right)


def _leads_to_role(found: list[re.Match[str]], place: int) -> bool:
    """Whether a word may stand before a role, and is not the last that could be one: "chief executive"."""
    word = found[place].group().lower()
    following = found[place + 1].group().lower() if place + 1 < len(found) else ""
    if word in _roles() and following.rstrip(".") not in _roles() | _listed("before"):
        return False
    return word in _listed("links") | _listed("before")


def _named_after(text: str, verb: re.Match[str], right: int) -> tuple[str, Span] | None:
    """The role that a verb's clause names itself: "kieruje klastrem jako dyrektor"."""
    said = AS.match(text, verb.end(), right)
    found = list(WORD.finditer(text, said.end(), right))[:NEAR] if said else []
    place = next((n for n, one in enumerate(found) if one.group().lower().rstrip(".") in _roles()), None)
    if place is None or any(one.group().lower() not in _listed("before") for one in found[:place]):
        return None
    return _told_after(text, found, place, None)


def role_said(text: str) -> str | None:
    """The last role that a text names, in the nominative, with what goes on it; None if it names none."""
    found = list(WORD.finditer(text))
    for place in range(len(found) - 1, -1, -1):
        if found[place].group().lower().rstrip(".") in _roles():
            if GOES_TO.search(text[: found[place].start()]):
                continue
            first = place
            while first and found[first - 1].group().lower() in _listed("before"):
                first -= 1
            end = found[place].end() - found[place].group().endswith(".")
            end = _complements(text, found[place + 1 :], end, len(text))
            return _role(text, Span(found[first].start(), end))
    return None


def role_beside(text: str, span: Span) -> tuple[str, Span] | None:
    """The role that a text tells beside a name at a span."""
    return _role_of(text, span, 0, None)


def _told_after(
    text: str, found: list[re.Match[str]], place: int, other: int | None
) -> tuple[str, Span] | None:
    first = place
    while first and found[first - 1].group().lower() in _listed("before"):
        first -= 1
    end = found[place].end() - found[place].group().endswith(".")
    limit = found[-1].end()
    end = _complements(text, found[place + 1 :], end, limit)
    # "Jan Lis, prezes zarządu Anna Nowak": the role is hers.
    if other is not None and not text[end:other].strip(" \u00a0"):
        return None
    span = Span(found[first].start(), end)
    return _role(text, span), span


def _role(text: str, span: Span) -> str:
    """A role in the nominative, the words of it in small letters: "Cluster Manager" → "cluster manager"."""
    role = nominative(text[span.start : span.end])
    return WORD.sub(lambda word: _small(word.group()), role)


def _small(word: str) -> str:
    abbreviated = word.isupper() and len(word) <= SHORT
    return word.lower() if word.lower() in _roles() | _listed("before") and not abbreviated else word
