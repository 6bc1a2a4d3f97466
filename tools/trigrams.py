"""The statistics of letters in documents/data/trigrams.txt, made again: python -m tools.trigrams.

How unlikely a letter is behind the two before it, in the words of the languages below together. A letter is
folded to its base (ł to l), "`" stands for the edge of a word. 729 lines, one for each two letters; on it a
figure for each third, 0 to f, in bits. Words are those of the package simplemma (MIT), however often
they are used; Polish and English count six times the others.
"""

import math
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from documents.legible import ALPHABET, folded

_TARGET = Path(__file__).parent.parent / "documents" / "data" / "trigrams.txt"
_LANGUAGES = (
    *("ca", "cs", "cy", "da", "de", "en", "es", "et", "fi", "fr", "ga", "gl", "hbs", "hu", "id", "is", "it"),
    *("la", "lb", "lt", "lv", "ms", "nb", "nl", "pl", "pt", "ro", "sk", "sl", "sq", "sv", "sw", "tl", "tr"),
)
_WEIGHTS = {"pl": 6.0, "en": 6.0}
_WORDS = 200_000
# How much of a letter's own share is mixed in, so that what was never seen is unlikely, not impossible.
_SMOOTHING = 1e-5


def _words(language: str) -> list[str]:
    dictionary = DefaultDictionaryFactory(cache_max_size=1).get_dictionary(language)
    words = {folded(_text(word)) for pair in dictionary.items() for word in pair}
    kept = sorted(word for word in words if word.isascii() and word.isalpha())
    return kept[:: len(kept) // _WORDS + 1]


def _text(word: str | bytes) -> str:
    return word.decode() if isinstance(word, bytes) else word


def _trigrams(words: list[str]) -> Iterator[str]:
    for word in words:
        edged = f"`{word}`"
        yield from (edged[at : at + 3] for at in range(len(edged) - 2))


def _shares() -> Counter[str]:
    shares: Counter[str] = Counter()
    for language in _LANGUAGES:
        counts = Counter(_trigrams(_words(language)))
        total = counts.total()
        for trigram, count in counts.items():
            shares[trigram] += _WEIGHTS.get(language, 1.0) * count / total  # type: ignore[assignment]
    return shares


def main() -> None:
    shares = _shares()
    total = float(shares.total())
    pairs: dict[str, float] = {}
    own: dict[str, float] = {}
    for trigram, share in shares.items():
        pairs[trigram[:2]] = pairs.get(trigram[:2], 0.0) + share
        own[trigram[2]] = own.get(trigram[2], 0.0) + share

    def bits(pair: str, letter: str) -> int:
        mixed = _SMOOTHING * total
        share = (shares[pair + letter] + mixed * own[letter] / total) / (pairs.get(pair, 0.0) + mixed)
        return max(0, min(15, round(-math.log2(share))))

    rows = (
        "".join(f"{bits(first + second, third):x}" for third in ALPHABET)
        for first in ALPHABET
        for second in ALPHABET
    )
    _TARGET.write_text("\n".join(rows) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
