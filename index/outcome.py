"""What became of a file."""

from dataclasses import dataclass
from typing import Literal

Status = Literal["added", "replaced", "unchanged", "duplicate", "refused", "failed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file; `document` is the id under which its content is held, if it is.

    `reason` says why it is not, or of which document it is a duplicate. `repairs` counts what was put right
    in its text, `unclear` its pages that were not read as clean text. `version` counts the contents held
    under its name; the one before is kept. `likeness` is the share in [0, 1] of wording that this one and the
    one before have in common, None where that is not known. `alike` are the names of other documents that
    are nearly equal.
    """

    file: str
    status: Status
    document: str | None = None
    pages: int = 0
    passages: int = 0
    facts: int = 0
    warnings: tuple[str, ...] = ()
    reason: str | None = None
    repairs: int = 0
    unclear: int = 0
    version: int = 0
    likeness: float | None = None
    alike: tuple[str, ...] = ()

    @property
    def is_held(self) -> bool:
        """Whether the file's content is in the library now."""
        return self.status not in {"refused", "failed"}
