"""Whether a document speaks of clusters of firms at all, or of computers, diseases, stars."""

from collections import Counter
from functools import lru_cache

from index import words
from index.gazetteer import lexicon

# So many words of another field, and twice as many as of firms, make a document one of that.
FEWEST, CLEARLY = 4, 2


def is_of_another_field(text: str) -> bool:
    """Whether a document's clusters are no firms': it has many words of one other field, and far fewer of
    those who tell of firms."""
    counts: Counter[str] = Counter()
    for token in words.tokenize(text):
        counts.update(_fields(words.fold(token)))
    business = counts.pop("business", 0)
    return any(count >= FEWEST and count > CLEARLY * business for count in counts.values())


@lru_cache(maxsize=50_000)
def _fields(folded: str) -> tuple[str, ...]:
    """The fields that a word is of."""
    table = lexicon("other_fields.toml")
    return tuple(
        field for field, stems in table.items() if f"={folded}" in stems or folded.startswith(tuple(stems))
    )
