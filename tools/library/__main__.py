"""`python -m tools.library [FILE…]` makes the named files of documents/library/, or all that have a source."""

import sys
from pathlib import Path

from tools.library import deck, paper, word
from tools.library.source import load

SOURCES = Path(__file__).parent / "sources"
LIBRARY = Path(__file__).parents[2] / "documents" / "library"
MAKERS = {".pptx": deck.make, ".docx": word.make, ".pdf": paper.make}


def main(names: list[str]) -> None:
    """Writes the files and says which."""
    for path in sorted(SOURCES.glob("*.md")):
        source = load(path)
        target = LIBRARY / source.file
        if not names or source.file in names:
            MAKERS[target.suffix](source, target)
            print(target)


if __name__ == "__main__":
    main(sys.argv[1:])
