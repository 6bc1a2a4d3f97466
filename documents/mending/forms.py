"""The forms of Polish words: how frequent each is, how it is read, and which ones a damaged word can be."""

import math
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import islice

from documents.dictionary import analysed

LETTERS = "ąćęłńóśźż"
UNKNOWN = "*"
_HIDDEN = str.maketrans(dict.fromkeys(LETTERS, UNKNOWN))
_REMOVED = str.maketrans(dict.fromkeys(LETTERS + UNKNOWN, ""))
# A word that Morfeusz2 reads and wordfreq does not list is rarer than the rarest there (1e-8); one that
# neither knows is most often a name, or a fragment.
_RARE, _STRANGE, _UNREAD = math.log(3e-9), math.log(3e-10), math.log(0.02)
_MOST_TRIED, _SHORTEST_TRIED = 3, 4
_USUAL = 100_000
_CASES = 6
_VERBS = ("fin", "praet", "impt", "imps", "inf", "pcon", "pant", "bedzie")


def skeleton(form: str) -> str:
    """A lower-case form with every Polish letter unknown: forms that damage can make alike share it."""
    return form.translate(_HIDDEN)


class Forms:
    """Forms and their frequencies; `words` are those of the document itself, with how often each is there."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self.frequencies = frequencies()
        self._own: defaultdict[str, list[str]] = defaultdict(list)
        for form in sorted(set(words)):
            if form not in self.frequencies and skeleton(form) != form:
                self._own[skeleton(form)].append(form)
        self._tried: dict[str, tuple[str, ...]] = {}

    def log_frequency(self, form: str) -> float:
        """The logarithm of a lower-case form's share of all words; forms nobody reads count for less."""
        found = self.frequencies.get(form)
        if found is not None:
            return math.log(found) + (0.0 if len(form) < 2 or readings(form) else _UNREAD)
        return _RARE if readings(form) else _STRANGE

    def has_alike(self, key: str) -> bool:
        """Whether a skeleton is that of any form; quicker than looking for the forms."""
        return key in _listed() or key in self._own

    def alike(self, pattern: str) -> list[str]:
        """The lower-case forms a pattern can be, UNKNOWN being any Polish letter; rare ones are missing."""
        key = skeleton(pattern)
        found = _listed().get(key, "").split()
        if key in self._own:
            found += self._own[key]
        return found if pattern == key else [form for form in found if _fits(form, pattern)]

    def shortened(self, pattern: str) -> list[tuple[str, list[str]]]:
        """The forms a pattern can be with Polish letters left out, each with what it lacks, in order."""
        found = ((form, _missing(form, pattern)) for form in _bare().get(_without(pattern), "").split())
        return [(form, missing) for form, missing in found if missing is not None]

    def searched(self, pattern: str) -> tuple[str, ...]:
        """The forms that Morfeusz2 knows, by trying letters: for a pattern that no listed form fits."""
        count = pattern.count(UNKNOWN)
        if not count or count > _MOST_TRIED or len(pattern) < _SHORTEST_TRIED:
            return ()
        if pattern not in self._tried:
            usual = _triples()
            tried = [""]
            for sign in f"{pattern} ":
                letters = LETTERS if sign == UNKNOWN else sign
                tried = [start + letter for start in tried for letter in letters]
                tried = [one for one in tried if len(one) < 3 or one[-3:] in usual]
            self._tried[pattern] = tuple(form for one in tried if readings(form := one[:-1]))
        return self._tried[pattern]


def _fits(form: str, pattern: str) -> bool:
    return all(sign in (letter, UNKNOWN) for letter, sign in zip(form, pattern, strict=True))


@cache
def frequencies() -> dict[str, float]:
    """The share of each listed form in Polish texts, the most frequent first."""
    from wordfreq import get_frequency_dict  # noqa: PLC0415 - 60 MB, needed for damaged documents only

    return get_frequency_dict("pl", "large")


@cache
def is_english(form: str) -> bool:
    """Whether a lower-case form is a frequent English word."""
    from wordfreq import get_frequency_dict  # noqa: PLC0415 - as above

    return form in get_frequency_dict("en", "small")


@cache
def _listed() -> dict[str, str]:
    """Forms by their skeleton, with blanks between: half the memory that lists would take."""
    found: dict[str, str] = {}
    for form in frequencies():
        key = form.translate(_HIDDEN)
        if key != form:
            found[key] = f"{found[key]} {form}" if key in found else form
    return found


def _without(form: str) -> str:
    return form.translate(_REMOVED)


def _missing(form: str, pattern: str) -> list[str] | None:
    """The Polish letters of a form that a pattern has left out; None where other letters differ."""
    at, missing = 0, []
    for letter in form:
        if at < len(pattern) and letter == pattern[at]:
            at += 1
        elif letter in LETTERS:
            missing.append(letter)
            at += at < len(pattern) and pattern[at] == UNKNOWN
        else:
            return None
    return missing if at == len(pattern) else None


@cache
def _bare() -> dict[str, str]:
    """Forms by what is left of them without their Polish letters."""
    found: dict[str, str] = {}
    for forms in _listed().values():
        for form in forms.split():
            key = _without(form)
            found[key] = f"{found[key]} {form}" if key in found else form
    return found


@cache
def _triples() -> frozenset[str]:
    """Three letters, or two and the end, as they follow each other in frequent forms."""
    return frozenset(
        f"{form} "[at : at + 3] for form in islice(frequencies(), _USUAL) for at in range(len(form) - 1)
    )


@lru_cache(maxsize=100_000)
def readings(form: str) -> frozenset[str]:
    """The grammatical readings of a lower-case form, as far as agreement asks; none for a strange word."""
    return _read(form) or _read(form.capitalize())


def lemma(form: str) -> str:
    """The first lemma, in their order, of a form; verbs' before others'; none for a strange word."""
    found = [
        (not reading[2].startswith(_VERBS), reading[1].split(":")[0])
        for start, _, reading in analysed(form)
        if start == 0 and reading[2] != "ign"
    ]
    return min(found)[1] if found else ""


def is_declined(form: str) -> bool:
    """Whether a lower-case form is a word with cases of its own; "ski" and "ego" are the same in all."""
    found = readings(form)
    return bool(found) and not (len(found) >= _CASES and all(one.startswith("subst") for one in found))


def is_known(form: str) -> bool:
    """Whether a lower-case form is listed, or has a reading."""
    return form in frequencies() or bool(readings(form))


def names(form: str) -> tuple[bool, bool]:
    """Whether a lower-case form is only ever a name, and whether it can be one."""
    return _lemmas(form) == {True}, True in _lemmas(form.capitalize())


def _lemmas(form: str) -> set[bool]:
    """Whether the lemmas of a form have a capital."""
    return {reading[1][:1].isupper() for _, _, reading in analysed(form) if reading[2] != "ign"}


def _read(form: str) -> frozenset[str]:
    found: set[str] = set()
    for start, _, reading in analysed(form):
        tag = reading[2]
        if tag == "ign" or tag.startswith("interp"):
            return frozenset()
        if start == 0:
            found.update(_reduced(tag))
        else:
            found = {f"{one}:aglt" for one in found if one.startswith("praet")} or found
    return frozenset(found)


_GENDERS = {"m1": "p", "m2": "m", "m3": "m", "f": "f", "n": "n"}
_ADJECTIVES = frozenset({"adj", "ppas", "pact"})
_KEPT = {"fin": 3, "bedzie": 3, "impt": 3, "aglt": 3}


@cache
def _reduced(tag: str) -> tuple[str, ...]:
    """`subst:sg:nom.acc:m3` as `subst:sg:nom:m` and `subst:sg:acc:m`; vocatives are left out."""
    parts = tag.split(":")
    kind = parts[0]
    if kind == "prep":
        return tuple(f"prep:{case}" for case in parts[1].split("."))
    if kind == "praet":
        return tuple(dict.fromkeys(f"praet:{parts[1]}:{_GENDERS[one]}" for one in parts[2].split(".")))
    if kind in _KEPT or len(parts) < 4 or kind == "depr":
        return (":".join(parts[: _KEPT.get(kind, 1)]),)
    kind = (
        "adj" if kind in _ADJECTIVES else "subst" if kind == "ger" else "ppron" if "ppron" in kind else kind
    )
    numbers, cases = parts[1].split("."), [case for case in parts[2].split(".") if case != "voc"]
    genders = dict.fromkeys(_GENDERS.get(one, "p") for one in parts[3].split("."))
    return tuple(
        f"{kind}:{number}:{case}:{gender}" for number in numbers for case in cases for gender in genders
    )
