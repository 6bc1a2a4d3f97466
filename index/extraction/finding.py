"""The far end of index/extraction/apart.py: importing it loads all that finding facts takes.

So does a warden, once, and the processes that it forks off share the dictionaries.
"""

import pickle
from collections.abc import Collection

from documents.read import read_document
from index.extraction.extract import extract
from index.extraction.model import Extract

_EXAMPLE = (
    "Klaster Morski\n\nKlaster Morski w Gdańsku skupia 30 firm. Koordynatorem jest Fundacja Morze, a "
    "prezesem Jan Nowak. W 2021 roku klaster uzyskał status Krajowego Klastra Kluczowego na trzy lata.\n"
)


def found_in(_: str, content: bytes, __: Collection[str] = ()) -> Extract:
    """The facts of a document that comes as bytes of ours, with the names that it is given."""
    document, given = pickle.loads(content)  # noqa: S301 - made by this program a moment ago
    return extract(document, given)


extract(read_document("example.txt", _EXAMPLE.encode()))
