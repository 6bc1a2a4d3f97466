"""Which titles in a file's properties are somebody's, and which a program's."""

import re

_PROGRAMS = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel) - .*|untitled.*|"
    r".*\.(?:docx?|pptx?|odt|odp|rtf|pdf|indd|tex|qxd)|"
    r"bez (?:tytułu|nazwy).*|(?:powerpoint )?presentation\s*\d*|prezentacja(?: programu powerpoint)?\s*\d*|"
    r"(?:word )?document\s*\d*|dokument\s*\d*|slajd\s*\d+|slide\s*\d+|"
    r"\(?(?:anonymous|unspecified|unknown|unnamed)\)?|"
    r"title|tytuł(?: prezentacji| dokumentu)?|(?:presentation|document) title|"
    r"(?:click|kliknij,?) (?:to|aby|żeby) .*|template|szablon|default|none|"
    # A file's name without its ending.
    r"\S*_\S*)",
    re.IGNORECASE,
)
_LONGEST = 200


def own_title(title: str) -> str | None:
    """The title, or None where it is empty, a file's name or what a program writes by itself."""
    title = " ".join(title.split())
    told = any(map(str.isalpha, title)) and len(title) <= _LONGEST
    return title if told and not _PROGRAMS.fullmatch(title) else None
