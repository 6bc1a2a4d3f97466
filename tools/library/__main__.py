"""`python -m tools.library [FILE…]` makes files of documents/library/, or all with a source."""

import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

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
            if target.suffix != ".pdf":
                settle(target)
            print(target)


def settle(target: Path) -> None:
    """Packs an Office file again without the time of day, so that the same source makes the same bytes."""
    with ZipFile(target) as package:
        parts = [(part.filename, package.read(part)) for part in package.infolist()]
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name, content in parts:
            package.writestr(ZipInfo(name), content, ZIP_DEFLATED)


if __name__ == "__main__":
    main(sys.argv[1:])
