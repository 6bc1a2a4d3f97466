"""What a row says was decided on the cluster it is of: that a label was given, given again, or refused."""

import re
from typing import Literal

from index.extraction.labelled import label_kind
from index.extraction.lines import Line
from index.gazetteer import worded
from index.words import same_length_fold

Decision = Literal["new", "again", "given", "refused", ""]
KINDS: dict[str, Decision] = {
    "not_given": "refused",
    "given_again": "again",
    "given_anew": "new",
    "given_plainly": "given",
}
# A decision is told in so many words.
LONGEST = 6


def decision_in(line: Line, title: str = "") -> Decision:
    """What the row's cell under the head of decisions says; "" where it has none, where another cell of the
    row tells its status, and where what stands above, or the title, speaks of what else is decided."""
    others = _words("decision_of_others")
    if any(others.search(same_length_fold(one)) for one in (title, *(above.text for above in line.above))):
        return ""
    if any(label_kind(cell.head) in {"status", "until"} and cell.text.strip(" –—-") for cell in line.cells):
        return ""
    return next((found for cell in line.cells if (found := decided(cell.head, cell.text))), "")


def decided(head: str, text: str) -> Decision:
    """What a cell under a head of decisions says; "" for any other."""
    folded = same_length_fold(text).strip(" .–—-*")
    headed = _words("decision_heads").fullmatch(same_length_fold(head).strip(" .:*"))
    if headed is None or len(folded.split()) > LONGEST:
        return ""
    return next((told for kind, told in KINDS.items() if _words(kind).match(folded)), "")


def _words(kind: str) -> re.Pattern[str]:
    return worded("card_values.toml", kind)
