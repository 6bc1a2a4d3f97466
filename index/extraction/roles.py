"""Roles: what a text says beside a person's name that the person does."""

import re
from functools import cache, lru_cache

from documents.model import Span
from index.extraction.pieces import is_head
from index.gazetteer import lexicon
from index.inflection import inflected, nominative, word_forms

UPPER = "A-ZÀ-ÖØ-ÞĄĆĘŁŃÓŚŹŻČĎĚŇŘŠŤŮÝŽŐŰ"
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
    r"(?:któr\w{1,3}|who)\s+(?:(?:od|since)\s[^,;.]{2,20}?\s)?(?:(?:obecnie|nadal|dziś|now|currently|still|also|has)\s)*|"
    r"(?:od|since|for)\s(?:tygodnia|miesiąca|roku|niedawna|wczoraj|dawna|lat|(?:dwóch|trzech|czterech|pięciu|kilku)\s\w+|"
    r"(?:a|two|three|four|five|many)\s(?:weeks?|months?|years?)|(?:19|20)\d\d(?:\sr\.|\sroku)?)\s"
)
# "kieruje klastrem jako dyrektor", "runs the cluster as its managing director".
AS = re.compile(r"[^,;:.()]{3,60}?\s(?:jako|as)\s(?:(?:its|the|our|their|jego|jej|jego)\s)?")
# "chairwoman in June": what follows is no part of the role.
STOPS = frozenset({"in", "since", "until", "from", "at", "on", "by", "with"})
VERBAL = frozenset({"fin", "praet", "imps", "inf", "prep", "comp", "conj", "bedzie", "pcon", "pact", "ppas"})
# A role that is surely one in a cluster.
OF_CLUSTER = re.compile(r"(?i)\b(?:cluster|klastra|klastrem)\b")
# Before a role or a body that somebody leaves for, and does not have.
GOES_TO = re.compile(
    r"(?i)\b(?:leav\w+|left|mov\w+|depart\w+|go(?:es|ing)|went) (?:for|to) (?:the |an? )?$|"
    r"\b(?:przesz\w+|przechodzi|odesz\w+|odchodzi) do $"
)


@cache
def role_words(key: str) -> frozenset[str]:
    """The words listed under a key of what stands around roles and names: "titles", "naming", "links"."""
    return frozenset(lexicon("roles.toml")[key])


@cache
def role_forms() -> frozenset[str]:
    """Every role in every case, in small letters."""
    forms = (form.lower() for lemma in lexicon("roles.toml")["polish"] for form in inflected(lemma))
    return frozenset(forms) | role_words("english") | role_words("foreign")


@cache
def _base_roles() -> frozenset[str]:
    return frozenset(lexicon("roles.toml")["polish"]) | role_words("english") | role_words("foreign")


@cache
def _verbs() -> re.Pattern[str]:
    listed = "|".join(sorted(map(re.escape, lexicon("roles.toml")["verbs"]), key=len, reverse=True))
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE)


def role_of(word: str) -> bool:
    """Whether a word names what a person does, in the nominative singular: "prezes", "director"."""
    return word.lower() in _base_roles()


def is_public(role: str) -> bool:
    """Whether a role is a public or academic office, which is none in a cluster: "burmistrz"."""
    return any(
        word.lower() in role_words("public")
        or not {form.lemma.partition(":")[0] for form in word_forms(word)}.isdisjoint(role_words("public"))
        for word in WORD.findall(role)
    )


def role_beside(text: str, span: Span, left: int = 0, other: int | None = None) -> tuple[str, Span] | None:
    """The role on either side of a name; `left` and `other` are where other persons end and begin."""
    right = len(text) if other is None else other
    before = _role_before(text, left, span.start)
    after = _role_after(text, span, right, last=other is None)
    # "The office is led by Anna Nowak, cluster manager": what she is called says more than the verb.
    verbal = before is not None and _verbs().fullmatch(text[before[1].start : before[1].end]) is not None
    called = verbal and after is not None and OF_CLUSTER.search(after[0]) is not None
    found = after if called else before or after
    if found:
        return found
    # "Szef klastra, Jan Lis, mówi": a role with its person in commas.
    comma = len(text[: span.start].rstrip()) - 1
    if text[max(comma, 0) : comma + 1] == "," and text[span.end : span.end + 1] in {",", ".", ""}:
        return _role_before(text, left, comma)
    return None


def word_before(text: str, start: int) -> str:
    """The word that a space parts from an offset; empty where none does."""
    before = text[max(0, start - 24) : start].split()
    return before[-1].lstrip('(„"') if before and text[start - 1 : start].isspace() else ""


def _role_before(text: str, left: int, start: int) -> tuple[str, Span] | None:
    """The role that leads to a name: "prezes zarządu Anna Nowak", "Koordynator: Jan Lis", "chaired by"."""
    clause = max(
        [left, *(match.end() for match in BOUND_BEFORE.finditer(text, left, start) if _ends(text, match))]
    )
    found = list(WORD.finditer(text, clause, start))[-NEAR:]
    for place in range(len(found) - 1, -1, -1):
        verb = _verb(text, found[place].start(), start)
        if verb:
            return verb
        if found[place].group().lower() in role_forms():
            return _led_to(text, found, place, start)
    return None


def _ends(text: str, bound: re.Match[str]) -> bool:
    """Whether a full stop ends a clause, and is not that of "dr hab." or "p."."""
    if bound.group() != ".":
        return True
    if YEAR.search(text[: bound.end()]):
        return False
    return (word_before(text, bound.start() + 1) or re.split(r"\s", text[: bound.end()])[-1]).lower() not in (
        role_words("titles") | role_words("unended")
    )


def _verb(text: str, at: int, start: int) -> tuple[str, Span] | None:
    match = _verbs().match(text, at)
    if match is None or match.end() > start:
        return None
    between = WORD.findall(text[match.end() : start])
    objects = [word for word in between if word.lower() not in role_words("links") | role_words("titles")]
    if len(objects) > 3 or any(word in role_words("others") for word in objects):
        return None
    return lexicon("roles.toml")["verbs"][match.group().lower()], Span(*match.span())


def _led_to(text: str, found: list[re.Match[str]], place: int, start: int) -> tuple[str, Span] | None:
    """The role at `place` with its complements, if only links and titles stand between it and the name."""
    first = place
    while first and found[first - 1].group().lower() in role_words("before") | role_forms():
        first -= 1
    end = _complements(text, found[place + 1 :], found[place].end(), start)
    rest = WORD.findall(SINCE.sub(" ", PLACED.sub(" ", text[end:start])))
    if any(word.lower() not in role_words("links") | role_words("titles") for word in rest):
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
            lower in (role_words("links") | STOPS) - {"the"} - role_words("of_role")
            or lower in role_words("titles")
            or not _complements_role(word.group())
            or (lower == "do" and not text[word.end() :].startswith(" spraw"))
        ):
            break
        if lower not in role_words("of_role"):
            end_at = word.end() - (1 if word.group().endswith(".") else 0)
            end = end_at
            if end_at != word.end():
                break
        else:
            end = word.end()
    while (last := re.search(r"[\s„\"]+(\w+\.?)$", text[:end])) and last.group(1) in role_words("of_role"):
        end = last.start()
    return end


@lru_cache(maxsize=20_000)
def _complements_role(word: str) -> bool:
    """Whether a word may go on a role: "zarządu", "zarządzający", "Klastra", "Dolina", "of", "board"."""
    if word.lower() in role_words("of_role") or word[0].isupper():
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
        linked |= found[place].group().lower() in role_words("links")
        place += 1
    if found and (match := _verbs().match(text, found[0].start())):
        return _named_after(text, match, right) or (
            lexicon("roles.toml")["verbs"][match.group().lower()],
            Span(*match.span()),
        )
    if not linked or place == len(found) or found[place].group().lower().rstrip(".") not in role_forms():
        return None
    return _told_after(text, found, place, None if last else right)


def _leads_to_role(found: list[re.Match[str]], place: int) -> bool:
    """Whether a word may stand before a role, and is not the last that could be one: "chief executive"."""
    word = found[place].group().lower()
    following = found[place + 1].group().lower() if place + 1 < len(found) else ""
    if word in role_forms() and following.rstrip(".") not in role_forms() | role_words("before"):
        return False
    return word in role_words("links") | role_words("before")


def _named_after(text: str, verb: re.Match[str], right: int) -> tuple[str, Span] | None:
    """The role that a verb's clause names itself: "kieruje klastrem jako dyrektor"."""
    said = AS.match(text, verb.end(), right)
    found = list(WORD.finditer(text, said.end(), right))[:NEAR] if said else []
    place = next((n for n, one in enumerate(found) if one.group().lower().rstrip(".") in role_forms()), None)
    if place is None or any(one.group().lower() not in role_words("before") for one in found[:place]):
        return None
    return _told_after(text, found, place, None)


def role_said(text: str) -> str | None:
    """The last role that a text names, in the nominative, with what goes on it; None if it names none."""
    found = list(WORD.finditer(text))
    for place in range(len(found) - 1, -1, -1):
        if found[place].group().lower().rstrip(".") in role_forms():
            if GOES_TO.search(text[: found[place].start()]):
                continue
            first = place
            while first and found[first - 1].group().lower() in role_words("before"):
                first -= 1
            end = found[place].end() - found[place].group().endswith(".")
            end = _complements(text, found[place + 1 :], end, len(text))
            return _role(text, Span(found[first].start(), end))
    return None


def _told_after(
    text: str, found: list[re.Match[str]], place: int, other: int | None
) -> tuple[str, Span] | None:
    first = place
    while first and found[first - 1].group().lower() in role_words("before"):
        first -= 1
    end = found[place].end() - found[place].group().endswith(".")
    limit = found[-1].end()
    end = _complements(text, found[place + 1 :], end, limit)
    # "Jan Lis, prezes zarządu Anna Nowak", "…, prezesem została dr Anna Nowak": the role is hers.
    between = text[end:other] if other is not None else ","
    passed = (role_words("links") | role_words("titles")) - role_words("others")
    if not re.search(r"[^\w\s.]", between) and all(w.lower() in passed for w in WORD.findall(between)):
        return None
    span = Span(found[first].start(), end)
    return _role(text, span), span


def _role(text: str, span: Span) -> str:
    """A role in the nominative, the words of it in small letters: "Cluster Manager" → "cluster manager"."""
    said = text[span.start : span.end]
    opened = said.count("„") > said.count("”") and text[span.end : span.end + 1] == "”"
    role = nominative(said) + "”" * opened
    return WORD.sub(lambda word: _small(word.group()), role)


def _small(word: str) -> str:
    abbreviated = word.isupper() and len(word) <= SHORT
    return word.lower() if word.lower() in role_forms() | role_words("before") and not abbreviated else word


def tells_a_person(text: str, span: Span, role: tuple[str, Span] | None) -> bool:
    """Whether a role beside words that no dictionary has shows that they name a person: one that no body has,
    and that is no title before a firm's name, as in "prezes Stalexport Autostrady"."""
    if role is None or any(word.lower() in role_words("of_bodies") for word in WORD.findall(role[0])):
        return False
    if role[0] == "manager" and _verbs().fullmatch(text[role[1].start : role[1].end]):
        return False
    right_before = role[1].end < span.start and not text[role[1].end : span.start].strip(' „"“')
    if right_before and is_head(text[role[1].start : role[1].end].split()[-1]):
        return False  # "prezes stowarzyszenia Vitrum Nova"
    return not right_before or " " in role[0] or role[0].lower() in role_words("english")
