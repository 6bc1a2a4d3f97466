"""`python -m tests.documents.made FOLDER`: the made files, written."""

import sys
from pathlib import Path

from tests.documents.made import manifest


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for each in manifest():
        (folder / each.name).write_bytes(each.content())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
