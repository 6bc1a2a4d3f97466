"""Polish names in their base form: the head of a phrase and the adjectives that agree with it put into the
nominative, everything after them left as it stands. "Katowicką Specjalną Strefę Ekonomiczną S.A." →
"Katowicka Specjalna Strefa Ekonomiczna S.A."
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import simplemma

from documents.dictionary import analysed, generated

CASES = ("nom", "gen", "dat", "acc", "inst", "loc")
WORD = re.compile(r"[^\W\d_]+")
# What may stand between two words of one phrase: a space, or the hyphen of a compound.
GAP = re.compile(r"[ \u00a0]+|-")
NOUNS = frozenset({"subst", "ger"})
ADJECTIVES = frozenset({"adj", "ppas", "pact"})
# Adjectives before a noun are seldom more: "Górnośląska Regionalna Nowa Izba".
MOST_ADJECTIVES = 4
# A lone noun without one of these may be a name ("Hub"), even where it looks like a genitive plural.
PLURAL = re.compile(r"(?:ów|om|mi|ach|[iy])$")
# They stand before their noun: after one noun and before another they belong to the second.
BEFORE_NOUNS = frozenset(
    {"polski", "nowy", "młody", "czysty", "zielony", "dobry", "inteligentny", "nowoczesny"}
)
# Endings of unknown names that only a case gives, what the nominative has instead, and the cases.
# Names in -chem, -em and -u that are nominative (chemistry, Latin, Japanese) are why so few are here.
UNKNOWN = (
    (re.compile(r"(?<=\w{3}i)i$"), "a", frozenset({"gen", "dat", "loc"})),
    (re.compile(r"(?<=\w{3})ą$"), "a", frozenset({"inst"})),
    (re.compile(r"(?<=\w{3})ę$"), "a", frozenset({"acc"})),
    (re.compile(r"(?<=\w{4}[^\Waeiouyąęó])owi$"), "", frozenset({"dat"})),
    (re.compile(r"(?<=\w{3}(?:ch|.n|.r|.x))u$"), "", frozenset({"gen", "loc"})),
    (re.compile(r"(?<=\w{3}(?:tech|..on|..or|..ex))em$"), "", frozenset({"inst"})),
)
# As above, for surnames beside a given name that tells the gender.
SURNAMES = {
    "m1": (
        (re.compile(r"(?<=[sc]k)(?:iego|iemu|im)$"), "i"),
        (re.compile(r"(?<=[^\Waeiouyąęók])(?:a|owi|em)$"), ""),
        (re.compile(r"(?<=[aiyu]k)(?:a|owi|iem)$"), ""),
    ),
    "f": ((re.compile(r"(?<=[sc]k)(?:iej|ą)$"), "a"), (re.compile(r"(?<=\w{3})[ąę]$"), "a")),
}

# Endings of adjectives in a case, what the nominative has instead, and the cases.
LOST = (
    (re.compile(r"(?<=[sc]k)iego$"), "i", frozenset({"gen", "acc"})),
    (re.compile(r"(?<=[sc]k)iemu$"), "i", frozenset({"dat"})),
    (re.compile(r"(?<=[sc]k)im$"), "i", frozenset({"inst", "loc"})),
    (re.compile(r"(?<=[sc]k)iej$"), "a", frozenset({"gen", "dat", "loc"})),
    (re.compile(r"(?<=\w{2}[nw])ego$"), "y", frozenset({"gen", "acc"})),
    (re.compile(r"(?<=\w{2}[nw])ym$"), "y", frozenset({"inst", "loc"})),
    (re.compile(r"(?<=\w{2}[nw])ej$"), "a", frozenset({"gen", "dat", "loc"})),
)


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a word, with its qualified lemma, by which its other forms are made, and what SGJP
    says of its kind: `imię`, `nazwisko`, `nazwa_geograficzna`, `nazwa_pospolita`."""

    lemma: str
    tag: str
    labels: frozenset[str]

    @property
    def part(self) -> str:
        """The part of speech."""
        return self.tag.partition(":")[0]

    @property
    def agreement(self) -> frozenset[tuple[str, str, str]]:
        """Every (number, case, gender) it may stand for; empty for words that have no case."""
        number, _, rest = self.tag.partition(":")[2].partition(":")
        case, _, rest = rest.partition(":")
        gender = rest.partition(":")[0]
        if self.part not in NOUNS | ADJECTIVES:
            return frozenset()
        return frozenset(
            (n, c, g)
            for n in number.split(".")
            for c in case.split(".")
            for g in gender.split(".")
            if c in CASES
        )


@dataclass(frozen=True, slots=True)
class _Group:
    """The words of a phrase that change together, and in which of the agreements they can stand."""

    words: tuple[str, ...]
    agreements: frozenset[tuple[str, str, str]]
    head: int = 0
    given: bool = False


@lru_cache(maxsize=100_000)
def word_forms(word: str) -> tuple[Form, ...]:
    """Every reading of a whole word, as written or in lower case; none where the dictionary has none."""
    for spelling in dict.fromkeys((word, word.lower(), word.capitalize())):
        found = tuple(
            Form(lemma, tag, frozenset(labels))
            for _, _, (form, lemma, tag, labels, _) in analysed(spelling)
            if form == spelling and not tag.startswith("ign")
        )
        if found:
            return found
    return ()


@lru_cache(maxsize=50_000)
def _generated(lemma: str) -> tuple[tuple[str, str], ...]:
    # Dated and rare variants carry a style, and come last.
    made = sorted(generated(lemma), key=lambda one: len(one[4]))
    return tuple((form, tag) for form, _, tag, _, _ in made)


@lru_cache(maxsize=20_000)
def nominative(phrase: str) -> str:
    """The phrase in the nominative, the rest kept as it stands; unchanged if it may already be one.

    A form that is the genitive singular as well as a nominative plural ("Stowarzyszenia") counts as the
    genitive: a name is of one thing.
    """
    lead = WORD.search(phrase)
    if lead is None or phrase[: lead.start()].strip(" \u00a0„\"”'«(") or not lead.group()[0].isalpha():
        return phrase
    found = list(_leading(phrase, lead.start()))
    beside = _beside_unknown(phrase, found)
    if beside is not None:
        rest = nominative(phrase[found[1][0] :])
        return f"{phrase[: lead.start()]}{beside}{phrase[found[0][1] : found[1][0]]}{rest}"
    group = _group([phrase[start:end] for start, end in found])
    if group is None:
        first = phrase[slice(*found[0])]
        return phrase[: lead.start()] + _stripped(first) + phrase[found[0][1] :]
    made = _made(group)
    if made is None:
        return phrase
    parts, at = [], 0
    for (start, end), word in zip(found, made, strict=False):
        parts += [phrase[at:start], word]
        at = end
    return "".join(parts) + phrase[at:]


@lru_cache(maxsize=20_000)
def case_of(phrase: str) -> frozenset[str]:
    """The cases in which the head of a phrase may stand, of CASES; none if it is unknown."""
    lead = WORD.search(phrase)
    if lead is None:
        return frozenset()
    spans = list(_leading(phrase, lead.start()))
    found = [phrase[start:end] for start, end in spans]
    if _beside_unknown(phrase, spans) is not None:
        return case_of(phrase[spans[1][0] :])
    group = _group(found)
    if group is not None:
        return frozenset(case for _, case, _ in group.agreements)
    cases = (cases for ending, _, cases in UNKNOWN if not word_forms(found[0]) and ending.search(found[0]))
    return next(cases, frozenset())


def _beside_unknown(phrase: str, found: Sequence[tuple[int, int]]) -> str | None:
    """The nominative of an adjective that no dictionary has, as where its diacritics were lost, before a noun
    in a case that its ending has too: "Slaskiego Klastra"; None for any other phrase."""
    if len(found) < 2:
        return None
    first = phrase[slice(*found[0])]
    ending = next((one for one in LOST if one[0].search(first)), None)
    if ending is None or word_forms(first):
        return None
    cases = case_of(phrase[found[1][0] :])
    return ending[0].sub(ending[1], first) if cases & ending[2] and "nom" not in cases else None


def _leading(phrase: str, start: int) -> Iterator[tuple[int, int]]:
    """The words from `start` that nothing but spaces and hyphens separates."""
    word = WORD.match(phrase, start)
    while word:
        yield word.span()
        gap = GAP.match(phrase, word.end())
        word = WORD.match(phrase, gap.end()) if gap else None


def _agreements(word: str, parts: frozenset[str], label: str = "") -> frozenset[tuple[str, str, str]]:
    forms = (form for form in word_forms(word) if form.part in parts and (not label or label in form.labels))
    return frozenset(one for form in forms for one in form.agreement)


def _group(words: Sequence[str]) -> _Group | None:
    if _is_english(words):
        return None
    return _person(words) or _noun_phrase(words)


@lru_cache(maxsize=20_000)
def is_english(word: str) -> bool:
    """Whether an English dictionary knows the word; a Polish one may too."""
    return word.isascii() and bool(simplemma.is_known(word.lower(), lang="en"))


def _is_english(words: Sequence[str]) -> bool:
    """Whether a phrase is English: "Central Mining Institute" is no genitive of "centrala"."""
    first = words[0]
    if not is_english(first) or any("imię" in form.labels for form in word_forms(first)):
        return False
    return (
        not _agreements(first, NOUNS | ADJECTIVES)
        or any(is_english(word) and not word_forms(word) for word in words[1:] if len(word) > 2)
        or len(words) == 1
    )


def _person(words: Sequence[str]) -> _Group | None:
    """A given name with one to three more names that stand in one case with it."""
    shared = frozenset(one for one in _agreements(words[0], NOUNS, "imię") if one[0] == "sg")
    if not shared or len(words) < 2:
        return None
    taken = [words[0]]
    for word in words[1:4]:
        if not word[0].isupper():
            break
        named = _agreements(word, NOUNS, "nazwisko") | _agreements(word, NOUNS, "imię")
        if len(word) == 1:
            named = shared
        elif not named and not word_forms(word):
            named = frozenset(way for way in shared if _may_be_surname(word, way))
        if not shared & named:
            break
        shared &= named
        taken.append(word)
    return _Group(tuple(taken), shared, given=True) if len(taken) > 1 else None


def _may_be_surname(word: str, way: tuple[str, str, str]) -> bool:
    """Whether an unknown surname may stand so: a man's is declined, a woman's need not be."""
    _, case, gender = way
    return (
        case == "nom" or gender == "f" or any(ending.search(word) for ending, _ in SURNAMES.get(gender, ()))
    )


def _noun_phrase(words: Sequence[str]) -> _Group | None:
    """The adjectives before the first noun, it, and those after it that agree with it."""
    for before in range(min(MOST_ADJECTIVES, len(words) - 1), -1, -1):
        shared = _agreements(words[before], NOUNS)
        inflected = [word for word in words[:before] if not _is_prefix(word)]
        for word in inflected:
            shared &= _agreements(word, ADJECTIVES)
        if shared and (inflected or not before):
            taken, shared = _with_adjectives(words, before, shared)
            return _Group(tuple(words[:taken]), shared, before)
    return None


def _is_prefix(word: str) -> bool:
    """Whether a word is the first half of a compound adjective: "Badawczo" of "Badawczo-Rozwojowy"."""
    return word.endswith("o") and not _agreements(word, NOUNS | ADJECTIVES)


def _with_adjectives(
    words: Sequence[str], head: int, shared: frozenset[tuple[str, str, str]]
) -> tuple[int, frozenset[tuple[str, str, str]]]:
    """How many words the group takes with the adjectives after its head, and what they leave of agreement."""
    taken, at = head + 1, head + 1
    while at < len(words):
        if _is_prefix(words[at]):
            at += 1
            continue
        agreed = shared & _agreements(words[at], ADJECTIVES)
        if not agreed or _belongs_to_next(words, at, shared):
            break
        shared, at = agreed, at + 1
        taken = at
    return taken, shared


def _belongs_to_next(words: Sequence[str], at: int, shared: frozenset[tuple[str, str, str]]) -> bool:
    """Whether an adjective goes with the noun after it: "Centrum Lotniczego Przemysłu"."""
    if at + 1 >= len(words):
        return False
    here = _agreements(words[at], ADJECTIVES)
    genitive = frozenset(one for one in here & _agreements(words[at + 1], NOUNS) if one[1] == "gen")
    if not genitive:
        return False
    nominal = any(case == "nom" and number == "sg" for number, case, _ in shared)
    return nominal or any(form.lemma.partition(":")[0] in BEFORE_NOUNS for form in word_forms(words[at]))


def _made(group: _Group) -> list[str] | None:
    """The group's words in the nominative; None where they may stand in it or cannot be put into it."""
    for number in ("sg", "pl"):
        ways = sorted(one for one in group.agreements if one[0] == number)
        if any(case == "nom" for _, case, _ in ways):
            return None
        if number == "pl" and len(group.words) == 1 and not PLURAL.search(group.words[0].lower()):
            return None
        for way in sorted(ways, key=lambda one: (_rank(group, one), CASES.index(one[1]), one[2])):
            made = [_inflected(group, at, way) for at in range(len(group.words))]
            whole = [one for one in made if one is not None]
            if len(whole) == len(made):
                return whole
    return None


def _rank(group: _Group, way: tuple[str, str, str]) -> int:
    """0 if a common noun, or in a person's name a given one, stands that way; "Doliną" is a valley first."""
    label = "imię" if group.given else "nazwa_pospolita"
    return int(way not in _agreements(group.words[group.head], NOUNS, label))


def _inflected(group: _Group, at: int, way: tuple[str, str, str]) -> str | None:
    word = group.words[at]
    if len(word) == 1:
        return word
    if not group.given and at != group.head and _is_prefix(word):
        return word
    parts = NOUNS if group.given or at == group.head else ADJECTIVES
    forms = [form for form in word_forms(word) if form.part in parts and way in form.agreement]
    if group.given:
        forms = [form for form in forms if form.labels & {"imię", "nazwisko"}]
        if not forms and not word_forms(word):
            return _surname(word, way)
    forms.sort(key=lambda form: (form.part == "ger", "nazwa_pospolita" not in form.labels))
    made = (one for form in forms for one in _nominatives(form, way))
    return next((_cased(one, word) for one in made), None)


def _nominatives(form: Form, way: tuple[str, str, str]) -> Iterable[str]:
    number, _, gender = way
    wanted = form.tag.split(":")
    for made, tag in _generated(form.lemma):
        has = tag.split(":")
        if len(has) < 4 or has[0] != wanted[0] or has[4:5] != wanted[4:5] or has[5:] != wanted[5:]:
            continue
        if number in has[1].split(".") and "nom" in has[2].split(".") and gender in has[3].split("."):
            yield made


def _surname(word: str, way: tuple[str, str, str]) -> str:
    endings = SURNAMES.get(way[2], ()) if way[1] != "nom" else ()
    return next((ending.sub(new, word) for ending, new in endings if ending.search(word)), word)


def _stripped(word: str) -> str:
    """An unknown word without an ending that nothing but a case gives it."""
    if word_forms(word) or is_english(word) or not word[0].isupper():
        return word
    return next((ending.sub(new, word) for ending, new, _ in UNKNOWN if ending.search(word)), word)


def _cased(made: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return made.upper()
    return made[0].upper() + made[1:] if like[0].isupper() else made


@lru_cache(maxsize=1_000)
def inflected(lemma: str) -> frozenset[str]:
    """Every form of a lemma, its own among them; the lemma alone where the dictionary does not know it."""
    return frozenset(form for form, _ in _generated(lemma)) | {lemma}


def agrees(noun: str, adjective: str) -> bool:
    """Whether an adjective may belong to a noun: in number, case and gender."""
    return bool(_agreements(noun, NOUNS) & _agreements(adjective, ADJECTIVES))
