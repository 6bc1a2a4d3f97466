"""Names of clusters by other words than "klaster" and "cluster" alone: compounds of them, "Autoklastr",
"Holzcluster", and the words of neighbours, "Klastr Hydra", "Moravskoslezský energetický klastr"."""

import re
from collections.abc import Sequence

from documents.model import Span
from index import words
from index.extraction.name_words import NamePiece, heads_name, is_place, is_verbal, listed, near

# A compound, with what Polish puts at its end: "AgroBioClusterem". Its first part is no more than a name's.
COMPOUND = re.compile(
    r"(?P<first>[^\W\d_][\w&+-]+?)(?P<word>klaste?r|cluste?r|klaszter)(?P<end>a|owi|em|u|ze)?", re.IGNORECASE
)
# Small words of another language that a name may have before "klastr".
MOST_BEFORE = 4
# Words with a capital that a compound may go on with.
MOST_AFTER = 2


def compound(piece: NamePiece) -> str:
    """The compound in its base form that a word with a capital is; "" if it is none, or common."""
    found = COMPOUND.fullmatch(piece.text)
    if (
        found is None
        or not piece.capital
        or re.search(r"[kc]l[au]st", found["first"].lower())
        or words.fold(found["first"]).strip("-") in listed("no_compounds")
    ):
        return ""
    if found["end"] is None:
        return "" if found["word"].lower() == "clustr" else piece.text
    # "Ekoklastrem" is of "Ekoklaster", "Autoklastru" of "Autoklastr".
    word = found["word"] if found["end"] == "u" else re.sub(r"(?<=st)r$", "er", found["word"])
    return piece.text[: found.end("first")] + word


def of_compound(text: str, pieces: Sequence[NamePiece], place: int) -> Span:
    """The compound at a place with what it goes on with: a land or a town, or names that no dictionary has,
    "Holzcluster Steiermark"."""
    last = place
    while last + 1 < len(pieces) and last - place < MOST_AFTER:
        after = pieces[last + 1]
        if not (after.word and after.capital and near(text, pieces[last], after)) or heads_name(after):
            break
        if words.is_known(after.text.lower()) and not is_place(text, after):
            break
        last += 1
    return Span(pieces[place].start, pieces[last].end)


def abroad(text: str, pieces: Sequence[NamePiece], place: int) -> Span | None:
    """The name that a neighbour's word for a cluster at a place is of; None where it names none."""
    first = last = place
    while first and place - first < MOST_BEFORE and _may_lead(text, pieces, first - 1, place):
        first -= 1
    while first < place and not pieces[first].capital:
        first += 1
    while pieces[place].capital and last + 1 < len(pieces) and last - place < MOST_BEFORE:
        after = pieces[last + 1]
        if not (after.word and after.capital and near(text, pieces[last], after)):
            break
        last += 1
    return Span(pieces[first].start, pieces[last].end) if first < place or last > place else None


def _may_lead(text: str, pieces: Sequence[NamePiece], at: int, place: int) -> bool:
    """Whether a word may be of the name that a neighbour's word ends: an unknown one, or a capital."""
    one = pieces[at]
    if not (one.word and near(text, one, pieces[at + 1])) or one.folded in listed("not_before"):
        return False
    named = one.capital and pieces[place].capital and not is_verbal(one.text)
    return not words.is_known(one.text.lower()) or named
