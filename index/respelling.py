"""Words of places and sectors that a slip of the finger left in no dictionary."""

from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.taxonomy import place_phrases, places_in, sector_phrases, sectors_in
from index.words import fold, is_known

# Shorter words turn into others by one slip; from so many letters on two are forgiven.
SHORTEST_RESPELLED, LONG_WORD = 6, 9


@lru_cache(maxsize=10_000)
def respelled(word: str) -> str:
    """The word of a place or a sector, folded, that a word in no dictionary is spelled like but for a slip of
    the finger, or two in a long one; "" where there is none, or where others as near stand for another."""
    folded = fold(word)
    if len(folded) < SHORTEST_RESPELLED or not folded.isalpha() or is_known(word.lower()):
        return ""
    forms, stems = _spelled(folded[0])
    slips = 1 + (len(folded) >= LONG_WORD)
    near = [
        (off, one) for one, off, _ in process.extract(folded, forms, scorer=OSA.distance, score_cutoff=slips)
    ]
    for length, begun in stems.items():
        # With a letter left out or put in, as much of the word is that much shorter or longer.
        for beginning in {folded[:end] for end in (length - 1, length, length + 1)}:
            found = process.extract(beginning, begun, scorer=OSA.distance, score_cutoff=1)
            near += [(off, one) for one, off, _ in found]
    nearest = sorted(one for off, one in near if off == min(near)[0])
    return nearest[0] if len({_told(one) for one in nearest}) == 1 else ""


def _told(word: str) -> frozenset[str]:
    places, sectors = places_in(word, lenient=True), sectors_in(word)
    return frozenset((*(one.key for one in places), *(one.key for one in sectors)))


@cache
def _spelled(letter: str) -> tuple[tuple[str, ...], dict[int, list[str]]]:
    """Forms of words of places and sectors by their first letter, and stems, these by their length."""
    forms = sorted(place_phrases().spelled(letter) | sector_phrases().spelled(letter))
    stems: dict[int, list[str]] = {}
    for one in sorted(place_phrases().begun(letter) | sector_phrases().begun(letter)):
        if len(one) >= SHORTEST_RESPELLED:
            stems.setdefault(len(one), []).append(one)
    return tuple(one for one in forms if len(one) >= SHORTEST_RESPELLED), stems
