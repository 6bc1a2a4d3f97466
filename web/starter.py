"""The starter library that comes with the program."""

from pathlib import Path

import documents

_FOLDER = Path(documents.__file__).parent / "library"


def starter_files() -> tuple[Path, ...]:
    """Its files, in the order of their names."""
    return tuple(
        path for path in sorted(_FOLDER.iterdir()) if path.is_file() and not path.name.startswith(".")
    )
