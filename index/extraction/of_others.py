"""What tells that something is of others than a text's cluster, by the words of index/data/of_others.toml."""

import re

from index.gazetteer import worded
from index.words import same_length_fold


def mentions(text: str, kind: str) -> re.Match[str] | None:
    """Where a text, folded, has words of a kind first; offsets are those of the text."""
    return worded("of_others.toml", kind).search(same_length_fold(text))


def opens_with(text: str, kind: str) -> bool:
    """Whether a text begins with words of a kind, whatever signs stand before them."""
    found = mentions(text, kind)
    return found is not None and not any(map(str.isalnum, text[: found.start()]))
