"""Words of names as concepts that two languages share: "infrastruktura" and "infrastructure" are one."""

from functools import cache, lru_cache
from itertools import chain

from index import words
from index.register import forms

TABLES = ("name_words.tsv", "translations.tsv")


@lru_cache(maxsize=100_000)
def concepts(key: tuple[str, ...]) -> tuple[str, ...]:
    """What the lemmas of a name stand for, sorted: equal for names that translate each other word by word."""
    return tuple(sorted(_concepts().get(one, one) for one in key))


def concept(lemma: str) -> str:
    """What a lemma stands for: one word for all that translate each other."""
    return _concepts().get(lemma, lemma)


@cache
def _concepts() -> dict[str, str]:
    """Lemmas by the first of those that a line of the tables puts beside them, words of names first.

    A word on several lines keeps the first: joining lines through it would make one concept of half the
    table.
    """
    found: dict[str, str] = {}
    for line in chain.from_iterable(map(forms.lines_of, TABLES)):
        written = words.tokenize(line)
        # Typed without diacritics, a word no dictionary knows has another lemma.
        lemmas = [forms.lemma(one) for word in written for one in (word, words.fold(word))]
        name = next((found[one] for one in lemmas if one in found), lemmas[0])
        for one in lemmas:
            found.setdefault(one, name)
    return found
