"""People's names in the nominative, also where one word alone shows the case, or diacritics are left out."""

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, combinations

from index.inflection import Form, nominative, word_forms
from index.words import RESTORED, fold

# A given name and a surname.
PARTS = 2
# So end surnames of women in Czech, Slovak and Lithuanian, which Polish does not inflect.
OF_WOMEN = ("ová", "ská", "cká", "čná", "ienė", "aitė", "ytė", "utė", "iūtė", "ūtė")


@cache
def given_names() -> frozenset[str]:
    """Given names of other languages, as index/data/given_names.txt has them."""
    lines = files("index").joinpath("data/given_names.txt").read_text("utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


@lru_cache(maxsize=20_000)
def personal_name(name: str) -> str:
    """A person's name in the nominative; as it stands where it may be in that, or nothing tells its case."""
    if name.endswith(OF_WOMEN):
        return name
    parts = name.split()
    if _is_foreign(parts[0]):
        return name
    plain = nominative(name)
    if len(parts) != PARTS or any("-" in part or "." in part for part in parts):
        return plain
    if plain != name and plain.split()[-1] != parts[-1]:
        return plain
    given, surname = (tuple(_forms(part)) for part in parts)
    first = [form for form in given if "imię" in form.labels]
    if not surname or not first or _cases(first) & _cases(surname) & {"nom"}:
        return plain
    for case in ("gen", "acc", "inst", "dat", "loc"):
        names = [form for form in first if case in _cases([form])]
        following = sorted((form for form in surname if case in _cases([form])), key=_common)
        if names and following:
            found = f"{_base(names[0])} {_base(following[0])}"
            return _undecorated(found) if name.isascii() else found
    return plain


def _is_foreign(given: str) -> bool:
    """Whether a given name of another language is a Polish word too, but no name: "Rui" may be of "ruja"."""
    forms = word_forms(given) if given in given_names() else ()
    return bool(forms) and not any("imię" in form.labels for form in forms)


def _forms(word: str) -> Iterator[Form]:
    """The readings of a word in the singular, of one without its diacritics those of any word that it may
    be."""
    known = word_forms(word)
    for form in known or chain.from_iterable(map(word_forms, _restored(word))):
        if any(number == "sg" for number, _, _ in form.agreement):
            yield form


def _restored(word: str) -> Iterator[str]:
    """The words that lose one or two diacritics to be spelled so."""
    places = [
        (n, other.upper() if letter.isupper() else other)
        for n, letter in enumerate(word)
        for other in RESTORED.get(letter.lower(), "")
    ]
    for changes in chain(combinations(places, 1), combinations(places, 2)):
        letters = list(word)
        for place, other in changes:
            letters[place] = other
        yield "".join(letters)


def _cases(forms: list[Form] | tuple[Form, ...]) -> frozenset[str]:
    return frozenset(case for form in forms for number, case, _ in form.agreement if number == "sg")


def _common(form: Form) -> tuple[bool, bool]:
    """Surnames before common nouns, and these before adjectives."""
    return "nazwisko" not in form.labels, form.part != "subst"


def _base(form: Form) -> str:
    lemma = form.lemma.partition(":")[0]
    return lemma[:1].upper() + lemma[1:]


def _undecorated(name: str) -> str:
    """A name without diacritics, as a text spells it that has none."""
    return "".join(fold(one) if one.islower() else fold(one).upper() for one in name)
