"""What a document sets together, as values."""

from dataclasses import dataclass

from assistant.answers.rows import Cell
from index.model import StoredPassage, StoredSentence


@dataclass(frozen=True, slots=True)
class Line:
    """A heading (no sentences), or the sentences of one paragraph, item or row, and where they stand."""

    passage: StoredPassage
    text: str
    sentences: tuple[StoredSentence, ...] = ()

    @property
    def is_heading(self) -> bool:
        return not self.sentences

    @property
    def introduces(self) -> bool:
        """Whether what follows it is what it speaks of."""
        return self.text.rstrip().endswith(":")


@dataclass(frozen=True, slots=True)
class Member:
    """One of those set together: its name as written and the register's id ("" where that knows none), the
    line that names it, what is said of it alone, the cells of its row, and the headings it alone stands
    under."""

    name: str
    cluster: str
    line: Line
    said: tuple[str, ...]
    cells: tuple[Cell, ...] = ()
    above: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """Clusters set together by a document.

    `close` are the texts that say of what they are: the line above them, headings, a table's heads, the
    document's title, the sentence but for their names. `near` are those around: the sentences before, the
    document's first lines. `head` is what is quoted for it. `listed`: in lines of their own, and not in a
    sentence. `mixed`: others than clusters are among them.
    """

    head: Line
    close: tuple[str, ...]
    near: tuple[str, ...]
    members: tuple[Member, ...]
    listed: bool = True
    mixed: bool = False
